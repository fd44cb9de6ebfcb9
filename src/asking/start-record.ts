import type { Explanation } from "../explanation.ts"
import { checkImage } from "../image/check-image.ts"
import { recordRegions } from "../regions/record-regions.ts"
import type { Classifier, Image, Regions } from "../types.ts"
import { version } from "../version.ts"

/** What a record says about the file; fingerprints of pixels are made here. */
export interface PictureFacts {
  readonly name?: string | undefined
  readonly fileSha256?: string | undefined
}

/** What all records say, whatever was asked. */
export type RecordStart = Pick<
  Explanation,
  "format" | "version" | "picture" | "model" | "seen" | "regions" | "seed" | "versions"
>

export interface StartRecordOptions {
  readonly image: Image
  readonly facts: PictureFacts | undefined
  readonly pixelsSha256: string | undefined
  readonly classes: number
  readonly seen: Explanation["seen"]
  readonly regions: Regions
  readonly seed: number
}

/** Begins a record: format, picture, model, what the model saw, regions, seed and version. */
export function startRecord(classifier: Classifier, options: StartRecordOptions): RecordStart {
  const { image, facts = {}, pixelsSha256, classes, seen, regions, seed } = options
  return {
    format: "gridexplainer-explanation",
    version: 3,
    picture: {
      ...(facts.name === undefined ? {} : { name: facts.name }),
      size: { width: image.width, height: image.height },
      ...(facts.fileSha256 === undefined ? {} : { fileSha256: facts.fileSha256 }),
      ...(pixelsSha256 === undefined ? {} : { pixelsSha256 }),
    },
    model: { name: classifier.name, classes, scale: classifier.scale, ...classifier.description },
    seen,
    regions: recordRegions(regions),
    seed,
    versions: { gridexplainer: version },
  }
}

/** @throws RangeError for a picture that cannot be explained. */
export function checkPicture(image: Image): void {
  checkImage(image, "picture")
  if (image.channels === 4)
    throw new RangeError("picture must be grey or RGB, got alpha as well: lay it on a background with toRgb first")
}
