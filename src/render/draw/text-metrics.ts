// Advance widths of DejaVu Sans 2.37 for U+0020 to U+007E, in thousandths of the font size (its `hmtx` table).
const ascii: readonly number[] = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
]
const others: Readonly<Record<string, number>> = {
  ...{ "\u00a0": 318, "−": 838, "×": 838, "·": 318, "…": 1000 },
  "\u200e": 0, // The mark that ends text from right to left.
}
/** For all other characters: as wide as the widest letters of any script. */
const unknown = 1115
/** Ligatures, syllabics, arrows, numerals and pictograms that are wider still, and Indic letters that other fonts draw wider. */
const wide =
  /[\u01c4-\u01c6\u01f1-\u01f6\u0468\u047c\u0514\u0633-\u0636\u069a-\u069e\u0c00-\u0cff\u0d80-\u0dff\u1000-\u109f\u1400-\u169f\u2030-\u2031\u20a7-\u20af\u2103-\u218f\u22d8-\u22d9\u2320-\u2387\u25ef-\u2bff\u2c72\ua640-\ua7ff\uf40a\ufb13-\ufb17\ufeb1-\ufebe\u{10300}-\u{1fbff}]/u
const wideWidth = 1740
/** Tamil and Malayalam. */
const widest = /[\u0b80-\u0bff\u0d00-\u0d7f]/u
const widestWidth = 2600

/**
 * The width of a line in DejaVu Sans, in the units of `size`; if a letter is not in the table, rather too wide than too narrow. Letters that it lacks come from
 * other fonts, where they are nearly always narrower than this too; `drawableText` leaves out those that are not.
 */
export function textWidth(text: string, size: number): number {
  let thousandths = 0
  for (const letter of text) thousandths += letterWidth(letter)
  return (thousandths * size) / 1000
}

function letterWidth(letter: string): number {
  const known = ascii[letter.charCodeAt(0) - 32] ?? others[letter]
  return known ?? (wide.test(letter) ? wideWidth : widest.test(letter) ? widestWidth : unknown)
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitLine(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let left = (width * 1000) / size - letterWidth("…")
  let kept = ""
  for (const letter of text) {
    left -= letterWidth(letter)
    if (left < 0) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** Breaks a text at spaces into lines that fit; a word that is too long gets its own line. */
export function wrapWords(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** At most `most` lines in DejaVu Sans, none wider than `width`: text that does not fit is replaced by an ellipsis. */
export function wrapText(
  text: string,
  size: number,
  { width, most }: { width: number; most: number },
): readonly string[] {
  const lines = wrapWords(text, (line) => textWidth(line, size) <= width)
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")] : lines
  return kept.map((line) => fitLine(line, size, width))
}
