import { GridExplainerError } from "../../errors.ts"
import { parseLabels } from "../../models/labels/parse-labels.ts"
import { looksLike } from "../../models/onnx/looks-like.ts"
import { readFile } from "../files/read-file.ts"

/**
 * Reads the names of a model's classes from a file in UTF-8 or UTF-16, in the order of the model's scores: one name per line, a table, JSON or a Python
 * dict. See `parseLabels` for every format.
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
  const name = String(path)
  return parseLabels(textOf(await readFile(path, { what: "label list" }), name), { name })
}

function textOf(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    const what = looksLike(bytes)
    const isOther = what !== undefined && !/text/.test(what)
    throw new GridExplainerError(
      "FILE_UNREADABLE",
      `the label list ${name} is ${isOther ? what : "no text in UTF-8 or UTF-16"}`,
      { nextStep: isOther ? "Give the text or JSON file of names." : "Save it as UTF-8.", cause },
    )
  }
}

/** The encoding by the byte order mark or, without one, by the zero bytes next to the letters of the first name. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first = 1, second = 1] = bytes
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le"
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : "utf-8"
}
