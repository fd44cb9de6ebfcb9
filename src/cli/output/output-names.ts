import { stat } from "node:fs/promises"
import { basename, dirname, join, sep } from "node:path"
import { endingOf, explanationEndings } from "../engine.ts"
import { didYouMean, listed } from "../guessing/did-you-mean.ts"
import { withoutDeviceName } from "./file-name-part.ts"

/** The values for `{...}` in a template, each safe for a file name. */
export type NameParts = Readonly<Record<Placeholder, string>>

type Placeholder = (typeof placeholders)[number]

const placeholders = ["name", "target", "fill", "index", "rank"] as const

/** How the files of an explanation are named. */
export interface OutputNames {
  /** The path without its ending. */
  readonly base: (parts: NameParts) => string
  /** Endings without the dot, one per file. */
  readonly endings: readonly string[]
}

export interface OutputNamesOptions {
  readonly formats?: readonly string[] | undefined
  /** How many pictures there are. */
  readonly pictures: number
  /** Explanations a picture. */
  readonly perPicture: number
}

/**
 * Reads `--output` and `--format`: a folder gets `cat-explained.png`, a template such as `out/{name}-{target}.png` is the full name, and a file is
 * for one picture, whose explanations are numbered if there are several.
 *
 * @throws RangeError for an invalid ending, placeholder or combination
 */
export async function outputNames(output: string, options: OutputNamesOptions): Promise<OutputNames> {
  const { formats, perPicture } = options
  const rank = ({ rank }: NameParts): string => (perPicture > 1 ? `-${rank}` : "")
  if (namesFolder(output) || (await isFolder(output))) {
    const base = (parts: NameParts): string => join(output, withoutDeviceName(`${parts.name}-explained${rank(parts)}`))
    return { base, endings: formats ?? ["png"] }
  }
  const isTemplate = hasPlaceholder(output)
  if (isTemplate) checkTemplate(output)
  const ending = endingOf(output)
  if (isTemplate && (ending === "" || ending.includes("}")))
    return { base: fromTemplate(output), endings: formats ?? ["png"] }
  checkFile(output, ending, options)
  const stem = output.slice(0, -ending.length)
  return {
    base: isTemplate ? fromTemplate(stem) : (parts) => `${stem}${rank(parts)}`,
    endings: [ending.slice(1)],
  }
}

/** Whether a path means a folder, which is created if it is missing: it ends in a slash. */
export function namesFolder(path: string): boolean {
  return path.endsWith("/") || path.endsWith(sep)
}

export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

function hasPlaceholder(path: string): boolean {
  return /\{[^{}]*\}/.test(path)
}

function checkTemplate(output: string): void {
  if (hasPlaceholder(dirname(output)))
    throw new RangeError(`--output takes {...} in the name of the file only, got the folder ${dirname(output)}`)
  for (const [, word = ""] of output.matchAll(/\{([^{}]*)\}/g)) {
    if (placeholders.some((name) => name === word)) continue
    const names = placeholders.map((name) => `{${name}}`)
    throw new RangeError(`--output knows ${listed(names)}, got {${word}}.${didYouMean(word, names)}`)
  }
}

function checkFile(output: string, ending: string, { formats, pictures }: OutputNamesOptions): void {
  if (!explanationEndings.includes(ending.toLowerCase())) {
    const problem = `--output must end in ${listed(explanationEndings)}, or be a folder such as out/, got ${output}`
    throw new RangeError(`${problem}${insteadOf(ending.toLowerCase())}`)
  }
  if (formats !== undefined) throw new RangeError(`--format goes with a folder; ${output} says its format itself`)
  if (pictures > 1 && !hasPlaceholder(output))
    throw new RangeError(
      `--output ${output} is one file, but there are ${pictures} pictures: give a folder such as out/, or a template such as {name}${ending}`,
    )
}

/** `. Drawings are .png or .svg`: a hint for an ending that is not supported. */
function insteadOf(ending: string): string {
  const known = nearestEndings.find(({ endings }) => endings.includes(ending))
  return known === undefined ? didYouMean(ending, explanationEndings).replace(/^ /, ". ") : `. ${known.instead}`
}

const nearestEndings: readonly { readonly endings: readonly string[]; readonly instead: string }[] = [
  {
    endings: [".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"],
    instead: "Drawings are .png, whose letters stay sharp, or .svg",
  },
  { endings: [".pdf", ".eps", ".ps"], instead: "A report (.html) prints as a PDF in any browser, a drawing is .svg" },
  { endings: [".htm", ".xhtml", ".doc", ".docx", ".odt", ".pptx"], instead: "A report is .html, a page of text .md" },
  { endings: [".txt", ".markdown", ".rst"], instead: "A page of text is .md" },
  { endings: [".xls", ".xlsx", ".ods", ".tsv", ".parquet"], instead: "A table is .csv" },
  { endings: [".jsonl", ".yaml", ".yml", ".xml"], instead: "A record is .json; --json prints one per line" },
  { endings: [".npz", ".mat", ".h5", ".pt", ".pkl"], instead: "Arrays are .npy (the map) and .effects.npy" },
]

function fromTemplate(template: string): OutputNames["base"] {
  return (parts) => {
    const name = basename(template).replace(/\{(\w+)\}/g, (_, word: Placeholder) => parts[word])
    return join(dirname(template), withoutDeviceName(name))
  }
}
