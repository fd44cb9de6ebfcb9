import { plainText } from "../words/format.ts"

/** A name as code in Markdown, where nothing is markup or a link: between more backticks than the name has in a row. */
export function markdownCode(name: string): string {
  const text = plainText(name)
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = "`".repeat(longest + 1)
  const space = text === "" || /^`|`$/.test(text) ? " " : ""
  return `${fence}${space}${text}${space}${fence}`
}
