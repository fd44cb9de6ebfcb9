/** Names of the data blocks in a report; a browser neither runs nor shows them. */
export type DataName = "explanation" | "seal"

/** JSON text as a block of data in HTML. Nothing in it can end the block: `<` is written as a JSON escape. */
export function dataBlock(name: DataName, json: string): string {
  return `${opening(name)}${json.replaceAll("<", "\\u003c").replace(/[\u2028\u2029]/g, escaped)}${closing}`
}

/** The JSON text of a block of data; undefined if there is no such block, or more than one. */
export function readDataBlock(name: DataName, html: string): string | undefined {
  const parts = html.split(opening(name))
  const [, after] = parts
  if (parts.length !== 2 || after === undefined) return undefined
  const end = after.indexOf(closing)
  return end < 0 ? undefined : after.slice(0, end)
}

const closing = "</script>"

function opening(name: DataName): string {
  return `<script type="application/json" id="gridexplainer-${name}">`
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16)}`
}
