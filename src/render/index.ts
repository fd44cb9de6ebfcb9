/** `gridexplainer/render`: pictures and words for explanations. Pure: it reads no files, asks no model and imports no package. */

export { type ComparisonWords, comparisonWords } from "../words/comparison-words.ts"
export { regionName, regionPlace, type Sentence, type SetMarks } from "../words/context.ts"
export { type DifferenceWordsOptions, differenceWords } from "../words/difference-words.ts"
export { english, type Words } from "../words/english.ts"
export { untied } from "../words/fill-in.ts"
export { formatEffect, formatScore, plainText } from "../words/format.ts"
export {
  type CaptionOptions,
  captionOf,
  evidenceWords,
  type PictureWords,
  type PictureWordsOptions,
  titleOf,
} from "../words/picture-words.ts"
export { type RerunLine, type RerunWords, rerunWords } from "../words/rerun-words.ts"
export type { SetUpLine } from "../words/set-up-words.ts"
export { wiringSentence } from "../words/wiring-sentence.ts"
export { type DivergingColorOptions, divergingColor, scaleEnd } from "./color/color.ts"
export { colorEnd } from "./color/color-end.ts"
export { type PaletteName, paletteNames, type Rgb } from "./color/palettes.ts"
export type { ThemeName } from "./color/themes.ts"
export { originalNumbers } from "./draw/original-numbers.ts"
export type { DrawingOptions, EmbeddedPicture, TriedPictures } from "./draw/sketch.ts"
export { type RenderDifferenceOptions, renderDifference } from "./layouts/render-difference.ts"
export { type RenderPairOptions, renderPair } from "./layouts/render-pair.ts"
export { type RenderSetsOptions, renderSets } from "./layouts/render-sets.ts"
export { type RenderSheetOptions, renderSheet, type SheetEntry } from "./layouts/render-sheet.ts"
export { type RenderOverlayOptions, renderOverlay } from "./render-overlay.ts"
export { type LayoutName, type RenderSvgOptions, renderSvg } from "./render-svg.ts"
export { renderPlain } from "./terminal/render-plain.ts"
export { type RenderTerminalOptions, renderTerminal } from "./terminal/render-terminal.ts"
export { terminalLines } from "./terminal/terminal-lines.ts"
export { terminalWidth } from "./terminal/terminal-width.ts"
