/**
 * One line of CSV with its line end, as RFC 4180 has it: numbers as they are, all text in quotation marks, nothing for a missing value or a number that is not
 * finite.
 */
export function csvRow(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}

function csvCell(cell: string | number | boolean | null | undefined): string {
  if (cell === null || cell === undefined) return ""
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : ""
  return `"${withoutFormula(String(cell)).replaceAll('"', '""')}"`
}

/** What a reader does not see: spaces of all kinds, controls, zero-width and format signs, marks without a letter, letters without a shape. */
const unseen = "[\\s\\p{Z}\\p{C}\\p{M}\\p{Default_Ignorable_Code_Point}\\u2800]*"
/** Signs with which a formula begins, and their full-width, small, superscript and subscript forms, which spreadsheets may accept, too. */
const operators = "[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]"
const formula = new RegExp(`^${unseen}${operators}|^[\\t\\r]`, "u")
/** A program that splits cells at another character than the comma may ignore our quotation marks and see a cell begin here. */
const laterFormula = new RegExp(`([;\\t\\r\\n])(?=${unseen}${operators})`, "gu")

/** Text that no spreadsheet runs as a formula. Source: OWASP, CSV Injection. */
function withoutFormula(text: string): string {
  const safe = text.replace(laterFormula, "$1'")
  return formula.test(text) ? `'${safe}` : safe
}
