import { textWidth } from "../../../render/draw/text-metrics.ts"
import { tag } from "../../../render/draw/xml.ts"
import { type FontFace, fontFace } from "./font-face.ts"

export interface DrawableTextOptions {
  /** The font of the package, which most drawings need nothing beside. */
  readonly packaged: string
  /** Gives the files of other fonts; asked only where a letter is lacking. */
  readonly others: () => Promise<readonly string[]>
  /** How far a text reaches to the right that is drawn with a font, in parts of the font size. */
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

/** Stands for a letter that no font has until it is known what stands around it. */
const gone = "\u{10fffe}"

/** Room behind a word of another font, in parts of the font size: its last letter is measured without what the font leaves beside it. */
const beside = 0.06

type Faces = ReadonlyMap<string, FontFace>

/**
 * A drawing without letters that would become empty boxes. What the packaged font has is drawn with it, so that the same drawing gives the same bytes on every
 * computer. Letters that it lacks are given another font that has them. A letter that no font has, or that is wider than drawings leave room for, goes: where
 * the number of a class stands behind it, as `labelOf` puts it there, that number stays, and elsewhere a question mark takes its place.
 */
export async function drawableText(svg: string, options: DrawableTextOptions): Promise<DrawableText> {
  const letters = [...new Set(svg.match(strange) ?? [])]
  const own = letters.length === 0 ? undefined : fontFace(options.packaged)
  const lacking = letters.filter((letter) => own?.advance(letter) === undefined)
  if (own === undefined || lacking.length === 0) return { svg, fontFiles: [] }
  // Words from right to left stay together, or their order would be lost.
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

/** For each letter a font that has it, as few fonts as can be: letters of one word belong to one another. */
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
  /** The packaged font where undefined. */
  readonly face: FontFace | undefined
}

/** Stretches of letters of one font; the spaces between its words belong to it. */
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

/** Each run at a place of its own: renderers lose texts whose fonts make other numbers of glyphs of the same letters. */
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
/** The signs that join two letters of them to one. */
const joiners = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
const syllable = new RegExp(`\\s*.\\p{M}*(?:(?<=[${joiners}])\\p{L}\\p{M}*)*\\s*`, "gu")

/** What gets a place of its own: resvg moves on by the widest glyph of a syllable instead of by all of them. */
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
