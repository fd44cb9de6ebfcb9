/** The entry point "gridexplainer/pictures": explanations with their photos as drawings, reports and files. Pure; the host supplies a codec. */

export { type DrawExplanationOptions, drawExplanation } from "./draw-explanation.ts"
export { type EmbedPictureOptions, embedPicture } from "./embed-picture.ts"
export { type EncodeExplanationOptions, encodeExplanation, explanationEndings } from "./encode-explanation.ts"
export type { PictureCodec } from "./picture-codec.ts"
export { type ReportPicturesOptions, reportPictures } from "./report-pictures.ts"
