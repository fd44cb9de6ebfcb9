import { byNumber, NotLabels } from "./not-labels.ts"

type Row = readonly string[]

/** What may separate the columns of a table; a line with several of these is split at the first kind. */
const separators = ["\t", ";", ",", "|", ":"]

/** Headings of the column that holds names, the most certain first. */
const nameHeadings = [
  "name",
  "label",
  "class name",
  "label name",
  "display name",
  "class",
  "classes",
  "labels",
  "names",
  "category",
]
const numberHeadings = ["", "index", "id", "idx", "number", "class id", "class index", "label id", "class", "label"]

const synset = /^n\d{8}$/

/**
 * The names in lines of text: one per line, or a table of numbers and names with or without headings and quotation marks.
 *
 * `isTable` says that the file calls itself a table, so a comma is never part of a name.
 *
 * @throws NotLabels
 */
export function labelsOfLines(text: string, { isTable }: { readonly isTable: boolean }): readonly string[] {
  const lines = text.trimEnd().split(/\r\n|\n|\r/)
  const empty = lines.findIndex((line) => line.trim() === "")
  if (empty >= 0) throw new NotLabels(`has nothing on line ${empty + 1}, where a name should be`)
  const separator = separators.find((sign) => lines.every((line) => cellsOf(line, sign).length > 1))
  const names = separator === undefined ? undefined : namesInRows(lines, { separator, isTable })
  return names ?? namesInColumn(lines, isTable)
}

/** Undefined if the separators are part of the names, as in `tench, Tinca tinca`. */
function namesInRows(
  lines: readonly string[],
  { separator, isTable }: { readonly separator: string; readonly isTable: boolean },
): readonly string[] | undefined {
  const rows = withoutEmptyEnds(lines.map((line) => cellsOf(line, separator)))
  if (rows.every((row) => row.length === 1)) return withoutHeading(unquoted(rows.flat()), isTable)
  const [first = [], ...others] = rows
  const hasHeading = others.length > 0 && isHeading(first)
  const body = hasHeading ? others : rows
  const even = body.every((row) => row.length === first.length)
  const joined = even ? body : withNamesJoined(body, separator)
  if (joined !== undefined) {
    const names = namesInTable(joined, hasHeading && even ? first : undefined)
    if (names !== undefined) return names
  }
  if (!isTable && separator !== "\t" && !hasHeading) return undefined
  throw new NotLabels(
    even
      ? `has ${first.length} columns, and nothing says which of them holds the names`
      : "has rows of different lengths: a name with a comma needs quotation marks",
  )
}

function namesInTable(rows: readonly Row[], headings: Row | undefined): readonly string[] | undefined {
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]!))
  const places = columns.map((_, column) => column)
  const isNumbers = columns.map((cells) => cells.every((cell) => /^\d{1,9}$/.test(cell)))
  const rank = (column: number, known: readonly string[]): number => {
    const place = known.indexOf(plain(headings?.[column] ?? "none"))
    return place < 0 ? known.length : place
  }
  const ranked = (of: readonly number[], known: readonly string[]): readonly number[] =>
    of.toSorted((a, b) => rank(a, known) - rank(b, known))
  const [number] = ranked(
    places.filter((column) => isNumbers[column]!),
    numberHeadings,
  )
  const texts = places.filter((column) => !isNumbers[column]! && !columns[column]!.every((cell) => synset.test(cell)))
  const [name, other] = ranked(texts, nameHeadings)
  const hasSynsets = columns.some((cells) => cells.every((cell) => synset.test(cell)))
  if (name === undefined || (number === undefined && headings === undefined && !hasSynsets)) return undefined
  if (other !== undefined && rank(name, nameHeadings) === rank(other, nameHeadings)) return undefined
  return number === undefined ? columns[name]! : byNumber(rows.map((row) => [Number(row[number]), row[name]!] as const))
}

/** Rows with a number (or a synset) and a name that contains the separator without quotation marks. */
function withNamesJoined(rows: readonly Row[], separator: string): readonly Row[] | undefined {
  const rest = (cells: Row): string => cells.join(separator === "," ? ", " : separator)
  const isKey = (cell: string): boolean => /^\d{1,9}$/.test(cell) || synset.test(cell)
  if (rows.every((row) => isKey(row[0]!))) return rows.map(([key, ...cells]) => [key!, rest(cells)])
  if (rows.every((row) => isKey(row.at(-1)!))) return rows.map((row) => [rest(row.slice(0, -1)), row.at(-1)!])
  return undefined
}

/** One name per line, perhaps in quotation marks, behind a dash, or behind a number. */
function namesInColumn(lines: readonly string[], isTable: boolean): readonly string[] {
  const cells = lines.map((line) => cellsOf(line, ","))
  if (cells.every((row) => row.length === 1)) {
    const names = unquoted(cells.flat())
    return numbered(names) ?? withoutHeading(names, isTable)
  }
  if (isTable) throw new NotLabels("has rows of different lengths: a name with a comma needs quotation marks")
  return numbered(lines) ?? lines
}

/** `0 bright`, `1. bright`, `n01440764 tench`, `- bright`. Without a sign after them, numbers must count up from 0: `5 stars` is a name. */
function numbered(lines: readonly string[]): readonly string[] | undefined {
  const parts = lines.map((line) => /^\s*(?:(\d{1,9})([.)]?)|n\d{8}|-)\s+(\S.*)$/.exec(line))
  const names = parts.map((part) => part?.[3] ?? "")
  if (parts.some((part) => part === null) || new Set(names).size < names.length) return undefined
  if (parts.every((part) => part?.[1] === undefined)) return names
  const counts = (from: number): boolean => parts.every((part, i) => part?.[1] === `${from + i}`)
  return counts(0) || (counts(1) && parts.every((part) => part?.[2] !== "")) ? names : undefined
}

function withoutHeading(names: readonly string[], isTable: boolean): readonly string[] {
  return isTable && names.length > 1 && nameHeadings.includes(plain(names[0]!)) ? names.slice(1) : names
}

/** Removes quotation marks if every name has them. */
function unquoted(names: readonly string[]): readonly string[] {
  const quoted = names.map((name) => /^'(.*)'$/.exec(name)?.[1])
  return quoted.every((name) => name !== undefined) ? quoted : names
}

function isHeading(row: Row): boolean {
  const cells = row.map(plain)
  return cells.some((cell) => nameHeadings.includes(cell)) && !row.some((cell) => /^\d+$/.test(cell))
}

/** `Class_Name` as `class name`. */
function plain(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim()
}

function withoutEmptyEnds(rows: readonly Row[]): readonly Row[] {
  const length = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== "") + 1), 1)
  return rows.every((row) => row.length > length) ? rows.map((row) => row.slice(0, length)) : rows
}

/** The cells of a line as spreadsheets write them: in quotation marks if they contain the separator, with marks inside them doubled (RFC 4180). */
function cellsOf(line: string, separator: string): Row {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    const quoted = / *"((?:[^"]|"")*)" */y
    quoted.lastIndex = at
    const inside = quoted.exec(line)?.[1]
    const end = quoted.lastIndex
    const closes = inside !== undefined && (end === line.length || line[end] === separator)
    const next = closes ? end : line.indexOf(separator, at)
    const stop = next < 0 ? line.length : next
    cells.push(closes ? inside.replaceAll('""', '"').trim() : line.slice(at, stop).trim())
    at = stop + 1
  }
  return cells
}
