/** A cell as it stands in a file. */
export interface CsvCell {
  readonly text: string
  readonly quoted: boolean
}

/** Reads CSV as RFC 4180 writes it, sign after sign; a file that does not keep to it is refused. */
export function readCsv(file: string): readonly (readonly CsvCell[])[] {
  const rows: CsvCell[][] = []
  let row: CsvCell[] = []
  let at = 0
  while (at < file.length) {
    const cell = file[at] === '"' ? quotedAt(file, at) : bareAt(file, at)
    row.push(cell)
    at = cell.end
    if (file[at] === ",") at += 1
    else if (file.startsWith("\r\n", at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`expected a comma or a line end at ${at}, got ${JSON.stringify(file[at])}`)
  }
  if (row.length > 0) throw new Error("expected a line end at the end")
  return rows.map((cells) => cells.map(({ text, quoted }) => ({ text, quoted })))
}

function quotedAt(file: string, start: number): CsvCell & { readonly end: number } {
  let text = ""
  for (let at = start + 1; at < file.length; at++) {
    const sign = file.charAt(at)
    if (sign !== '"') text += sign
    else if (file[at + 1] === '"') {
      text += '"'
      at += 1
    } else return { text, quoted: true, end: at + 1 }
  }
  throw new Error("expected a closing quotation mark")
}

function bareAt(file: string, start: number): CsvCell & { readonly end: number } {
  const [text = ""] = /^[^",\r\n]*/.exec(file.slice(start)) ?? []
  return { text, quoted: false, end: start + text.length }
}
