import { readDataBlock } from "./data-block.ts"

/** How many characters are shown on both sides of a difference. */
const AROUND = 60

/**
 * The differences between a page as it should be and as it is, with what was expected and what came: first texts whose numbers come from the record, with
 * their paths there, then everything else.
 */
export function pageDifferences(expected: string, got: string): readonly string[] {
  if (expected === got) return []
  const [wanted, found] = [expected, got].map(withoutData).map(pieces)
  if (wanted!.length !== found!.length)
    return [
      `the page has ${found!.length} parts and should have ${wanted!.length}: ${firstDifference(wanted!, found!)}`,
    ]
  let tag = ""
  const named: string[] = []
  const others: string[] = []
  wanted!.forEach((piece, i) => {
    if (piece.startsWith("<")) tag = piece
    if (piece === found![i]) return
    const place = placeOf(tag)
    const list = place === "" ? others : named
    list.push(`${place}${versus(piece, found![i]!)}`)
  })
  return [...named, ...others]
}

/** Tags, and the text between them; everything after a tag without an end is one piece. */
function pieces(html: string): readonly string[] {
  const all: string[] = []
  for (let from = 0; from < html.length; ) {
    const isTag = html[from] === "<"
    const at = html.indexOf(isTag ? ">" : "<", from)
    const to = at < 0 ? html.length : isTag ? at + 1 : at
    all.push(html.slice(from, to))
    from = to
  }
  return all
}

/** The page without its data, which is compared by its own hash. */
function withoutData(html: string): string {
  return (["explanation", "seal"] as const).reduce((rest, name) => {
    const data = readDataBlock(name, rest)
    return data === undefined ? rest : rest.replace(data, () => "")
  }, html)
}

/** `strongest (effects[20]): `, from the attributes of the tag before. */
function placeOf(tag: string): string {
  const [formula, path] = ["formula", "path"].map((name) => new RegExp(` data-${name}="([^"]*)"`).exec(tag)?.[1])
  if (formula === undefined && path === undefined) return ""
  return formula === undefined ? `${path}: ` : `${formula}${path === undefined ? "" : ` (${path})`}: `
}

function firstDifference(wanted: readonly string[], found: readonly string[]): string {
  const at = wanted.findIndex((piece, i) => piece !== found[i])
  return at < 0 ? "something was added at its end" : versus(wanted[at]!, found[at] ?? "nothing")
}

/** `expected "…", got "…"`, with the text around the first character that differs. */
function versus(wanted: string, found: string): string {
  let at = 0
  while (at < wanted.length && wanted[at] === found[at]) at++
  const cut = (words: string): string => {
    const start = Math.max(0, at - AROUND)
    const end = at + AROUND
    return JSON.stringify(`${start > 0 ? "…" : ""}${words.slice(start, end)}${end < words.length ? "…" : ""}`)
  }
  return `expected ${cut(wanted)}, got ${cut(found)}`
}
