import { GridExplainerError } from "../../errors.ts"
import { labelsOfJson } from "./labels-of-json.ts"
import { labelsOfLines } from "./labels-of-lines.ts"
import { NotLabels } from "./not-labels.ts"
import { pythonLiteral } from "./python-literal.ts"

/** Texts that hold no names, or none that can be found. */
const strangers: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^<(!doctype html|html|head|body)/i, "is an HTML page"],
  [/^<(\?xml|!--|\w)/, "is an XML file"],
  [/^\{\\rtf/, "is an RTF document"],
  [/^item\s*\{/, "is a label map of TensorFlow (pbtxt)"],
  [/^version https:\/\/git-lfs/, "is a Git LFS pointer; the list itself was not downloaded"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from text.
  [/[\0-\x08\x0e-\x1f]/, "holds bytes that are not text"],
]

/**
 * Reads the names of a model's classes from the text of a file, in the order of its scores.
 *
 * It reads one name per line; tables of numbers and names (comma, semicolon or tab, with or without headings and quotation marks); and JSON or Python
 * literals: a list of names, of `{ id, name }` or of `[number, name]`, an object from number to name or from name to number, or such a list or object under
 * a key that other programs use (`id2label`, `labels`, `class_names`, `names`, `categories`, `class_indices`, ...). Numbers may come in any order and start
 * at 0 or 1, without a gap. Names are trimmed; empty lines at the end do not count.
 *
 * @param options.name the file's name, for messages; an ending of `.json`, `.csv` or `.tsv` decides how it is read.
 * @throws GridExplainerError `FILE_UNREADABLE` for anything else; the message says what it is
 * @example
 * ```ts
 * import { parseLabels } from "gridexplainer"
 * parseLabels("bright\ndark\n") // => ["bright", "dark"]
 * parseLabels('{"dark": 1, "bright": 0}') // => ["bright", "dark"]
 * parseLabels("index,label\n1,dark\n0,bright") // => ["bright", "dark"]
 * ```
 */
export function parseLabels(text: string, { name = "" }: { readonly name?: string } = {}): readonly string[] {
  try {
    const names = namesIn(text.replace(/^\ufeff/, ""), /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()).map((one) =>
      one.trim(),
    )
    const nameless = names.indexOf("")
    if (nameless >= 0) throw new NotLabels(`has an empty name for class ${nameless}`)
    return names
  } catch (error) {
    if (!(error instanceof NotLabels)) throw error
    throw new GridExplainerError("FILE_UNREADABLE", `the label list${name === "" ? "" : ` ${name}`} ${error.message}`, {
      nextStep: "Give one name per line, in the order of the model's scores, or a JSON list of names.",
    })
  }
}

function namesIn(text: string, ending: string | undefined): readonly string[] {
  const start = text.trim()
  if (start === "") throw new NotLabels("is empty")
  const stranger = strangers.find(([pattern]) => pattern.test(start))
  if (stranger !== undefined) throw new NotLabels(stranger[1])
  // `classes = [...]`, as in a program, and `names: [...]`, as in YAML.
  const literal = start.replace(/^[a-z_]\w*\s*[:=]\s*(?=[[{])/i, "")
  if (ending !== "json" && !/^[[{]/.test(literal))
    return labelsOfLines(text, { isTable: ending === "csv" || ending === "tsv" })
  const value = parsed(literal) ?? parsed(`[${literal.split(/\r?\n/).join(",")}]`) ?? pythonLiteral(literal)
  if (value === undefined) throw new NotLabels("begins like JSON or a Python dict, but is neither")
  return labelsOfJson(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
