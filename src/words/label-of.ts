import { plainText } from "./format.ts"

/** Letters that DejaVu Sans, the font of the drawings, lacks or may lack. */
const foreign =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|(?=\P{ASCII})\p{Extended_Pictographic}/u
/** Letters that are written from right to left. */
const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Ends a run of such letters, so that the number after them stays after them. */
const leftToRightMark = "\u200e"

/**
 * The name of a class (or of a score function, which has no index) for words and pictures: shortened if it is longer than anyone reads, and followed by
 * the number of the class if the font may lack its letters, so that a picture always says what it explains.
 */
export function labelOf(target: { readonly label: string; readonly index?: number }): string {
  const number = target.index === undefined ? "score function" : `class ${target.index}`
  const letters = [...(plainText(target.label) || number)]
  const label = letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : letters.join("")
  const marked = leftward.test(label) ? `${label}${leftToRightMark}` : label
  return foreign.test(label) ? `${marked} (${number})` : marked
}
