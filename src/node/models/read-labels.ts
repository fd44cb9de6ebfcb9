import { GridExplainerError } from "../../errors.ts"
import { readFile } from "../files/read-file.ts"

/**
 * Reads the names of a model's classes, in the order of its scores: a text file with one a line, or JSON, either a list of names or an object
 * with the keys "0", "1" and so on, whose values are names or, as in Keras's class index, end with one. Names are trimmed, and empty lines at
 * the end of a text do not count.
 *
 * @throws GridExplainerError `FILE_UNREADABLE`
 * @example
 * ```ts
 * import { readLabels } from "gridexplainer/node"
 * const labels = await readLabels("assets/models/imagenet-labels.json")
 * labels[285] // => "Egyptian cat"
 * ```
 */
export async function readLabels(path: string | URL): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await readFile(path, { what: "label list" }))
  const isJson = /\.json$/i.test(String(path))
  const labels = isJson ? parseJson(text) : text.trimEnd().split(/\r?\n/)
  const names = labels?.map((label) => label.trim())
  if (names?.every((name) => name !== "")) return names
  const expected = isJson ? 'a list of names or an object with the keys "0", "1", ...' : "one name on every line"
  throw new GridExplainerError("FILE_UNREADABLE", `the label list ${String(path)} must hold ${expected}`)
}

function parseJson(text: string): readonly string[] | undefined {
  const value = parsed(text)
  if (typeof value !== "object" || value === null) return undefined
  const keys = Object.keys(value)
  if (keys.length === 0 || keys.some((key, i) => key !== String(i))) return undefined
  const names = Object.values(value).map((name: unknown): unknown => (Array.isArray(name) ? name.at(-1) : name))
  return names.every((name) => typeof name === "string") ? names : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
