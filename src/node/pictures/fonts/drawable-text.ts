import { textWidth } from "../../../render/draw/text-metrics.ts"
import { tag } from "../../../render/draw/xml.ts"
import { type FontFace, fontFace } from "./font-face.ts"

export interface DrawableTextOptions {
  /** The font of the package; most drawings need no other. */
  readonly packaged: string
  /** Finds the files of other fonts; called only if a letter is missing. */
  readonly others: () => Promise<readonly string[]>
  /** The width of a text in a font, as a share of the font size. */
  readonly measure: (text: string, face: FontFace) => number
}

export interface DrawableText {
  readonly svg: string
  /** The files of the other fonts that it needs. */
  readonly fontFiles: readonly string[]
}

/** Letters that are surely in the packaged font: most drawings hold no other. */
const strange = /[^\0-\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2026\u2212\p{Zs}]/gu
const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Placeholder for a letter that no font has, until the letters around it are known. */
const gone = "\u{10fffe}"

/** Space after a word in another font, as a share of the font size: its last letter is measured without the space that the font leaves beside it. */
const beside = 0.06

type Faces = ReadonlyMap<string, FontFace>

/**
 * A drawing without letters that would become empty boxes. Letters of the packaged font are drawn with it, so the same drawing gives the same bytes on every
 * computer. Letters that it lacks get another font that has them. A letter that no font has, or that is wider than drawings leave room for, is removed: if
 * the number of a class follows, which `labelOf` puts there, that number stays; elsewhere a question mark takes its place.
 */
export async function drawableText(svg: string, options: DrawableTextOptions): Promise<DrawableText> {
  const letters = [...new Set(svg.match(strange) ?? [])]
  const own = letters.length === 0 ? undefined : fontFace(options.packaged)
  const lacking = letters.filter((letter) => own?.advance(letter) === undefined)
  if (own === undefined || lacking.length === 0) return { svg, fontFiles: [] }
  // Words that run from right to left stay together, or their order would be lost.
  const wanted = lacking.some((letter) => leftward.test(letter))
    ? letters.filter((letter) => lacking.includes(letter) || leftward.test(letter))
    : lacking
  const faces = facesFor(wanted, await options.others())
  const isGone = (letter: string): boolean => lacking.includes(letter) && !faces.has(letter)
  const text = svg.replace(/<text\b([^>]*)>(.*?)<\/text>/gs, (all, attributes: string, inside: string) => {
    if (!wanted.some((letter) => inside.includes(letter))) return all
    const kept = withoutLetters(inside, inside.includes("<") ? (letter) => lacking.includes(letter) : isGone)
    const runs = runsOf(kept, faces)
    if (runs.every(({ face }) => face === undefined) || inside.includes("<")) return `<text${attributes}>${kept}</text>`
    return drawRuns(runs, { attributes, own, measure: options.measure })
  })
  return { svg: text, fontFiles: [...new Set([...faces.values()].map(({ file }) => file))] }
}

/** A font for each letter, with as few fonts as possible, since the letters of a word belong together. */
function facesFor(letters: readonly string[], files: readonly string[]): Faces {
  const fits = (face: FontFace, letter: string): boolean => {
    const advance = face.advance(letter)
    return advance !== undefined && advance <= textWidth(letter, 1)
  }
  const candidates = files.flatMap((file) => {
    const face = fontFace(file)
    const has = face === undefined ? [] : letters.filter((letter) => fits(face, letter))
    return face === undefined || has.length === 0 ? [] : [{ face, has: new Set(has) }]
  })
  const found = new Map<string, FontFace>()
  for (;;) {
    const left = letters.filter((letter) => !found.has(letter))
    const counted = candidates.map((one) => ({ ...one, count: left.filter((letter) => one.has.has(letter)).length }))
    const [best] = counted.sort((a, b) => b.count - a.count || Number(b.face.isPlain) - Number(a.face.isPlain))
    if (best === undefined || best.count === 0) return found
    for (const letter of left) if (best.has.has(letter)) found.set(letter, best.face)
  }
}

function withoutLetters(text: string, isGone: (letter: string) => boolean): string {
  const marked = [...text].map((letter) => (isGone(letter) ? gone : letter)).join("")
  return marked
    .replace(new RegExp(`(^| )${gone}[${gone} \\u200e]*\\((class \\d+|score function)\\)`, "gu"), "$1$2")
    .replace(new RegExp(`${gone}+`, "gu"), "?")
}

interface Run {
  letters: string
  /** The font; undefined for the packaged one. */
  readonly face: FontFace | undefined
}

/** Runs of letters in one font, including the spaces between their words. */
function runsOf(text: string, faces: Faces): readonly Run[] {
  const runs: Run[] = []
  for (const letter of text) {
    const face = faces.get(letter)
    const [before, last] = [runs.at(-2), runs.at(-1)]
    if (last !== undefined && last.face === face) last.letters += letter
    else if (face !== undefined && before?.face === face && /^\s+$/.test(last!.letters)) {
      before.letters += last!.letters + letter
      runs.pop()
    } else runs.push({ letters: letter, face })
  }
  return runs
}

/** Each run at its own position: renderers lose text if fonts turn the same letters into different numbers of glyphs. */
function drawRuns(
  runs: readonly Run[],
  {
    attributes,
    own,
    measure,
  }: { readonly attributes: string; readonly own: FontFace; readonly measure: DrawableTextOptions["measure"] },
): string {
  const take = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  const space = own.advance(" ") ?? 0
  const spans: string[] = []
  let x = 0
  for (const { letters, face } of runs)
    for (const part of face === undefined ? [letters] : syllablesOf(letters)) {
      const words = part.trim()
      const at = x + (part.length - part.trimStart().length) * space
      const family = face === undefined ? {} : { "font-family": `'${face.family}'` }
      // Before the anchor is known: places count from the text's left end.
      if (words !== "") spans.push(tag("tspan", { x: `${at.toFixed(3)}em`, ...family }, words))
      x += widthOf(words, { face, own, measure }) + (part.length - words.length) * space
    }
  const anchor = take("text-anchor")
  const left = anchor === "end" ? -x : anchor === "middle" ? -x / 2 : 0
  const placed = spans.map((span) =>
    span.replace(/ x="([\d.]+)em"/, (_, at: string) => ` x="${(Number(at) + left).toFixed(3)}em"`),
  )
  const rest = attributes.replace(/ (x|text-anchor)="[^"]*"/g, "")
  return `<g transform="translate(${take("x") ?? "0"})"><text${rest} text-anchor="start">${placed.join("")}</text></g>`
}

/** Scripts of South and South-East Asia, whose syllables are of several glyphs side by side. */
const syllabic = /[\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff]/
/** The signs that join two of their letters into one. */
const joiners = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
const syllable = new RegExp(`\\s*.\\p{M}*(?:(?<=[${joiners}])\\p{L}\\p{M}*)*\\s*`, "gu")

/** Parts that get their own position: resvg advances by the widest glyph of a syllable instead of by all of its glyphs. */
function syllablesOf(letters: string): readonly string[] {
  return syllabic.test(letters) ? (letters.match(syllable) ?? []) : [letters]
}

function widthOf(
  words: string,
  {
    face,
    own,
    measure,
  }: { readonly face: FontFace | undefined; readonly own: FontFace; readonly measure: DrawableTextOptions["measure"] },
): number {
  if (words === "") return 0
  if (face === undefined) return measure(words, own)
  const isJoined = new RegExp(`[${joiners}]\\p{L}`, "u").test(words)
  if (!syllabic.test(words) || isJoined) return measure(words, face) + beside
  return [...words].reduce((sum, letter) => sum + (face.advance(letter) ?? 0), 0)
}
