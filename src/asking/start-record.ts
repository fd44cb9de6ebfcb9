import { scoreTolerance } from "../check-scores.ts"
import type { Explanation } from "../explanation.ts"
import { recordRegions } from "../regions/record-regions.ts"
import type { Classifier, Image, Regions, Scores } from "../types.ts"
import { version } from "../version.ts"

/** What a record says about the file; the fingerprint of the pixels is added here. */
export interface PictureFacts {
  readonly name?: string | undefined
  readonly fileSha256?: string | undefined
}

/** What all records contain, whatever was asked. */
export type RecordStart = Pick<
  Explanation,
  "format" | "version" | "picture" | "model" | "seen" | "regions" | "seed" | "versions"
>

export interface StartRecordOptions {
  readonly image: Image
  readonly facts: PictureFacts | undefined
  readonly pixelsSha256: string | undefined
  /** Scores of the untouched picture. */
  readonly untouched: Scores
  readonly seen: Explanation["seen"]
  readonly regions: Regions
  readonly seed: number
}

/** Begins a record: format, picture, model, what the model saw, regions, seed and version. */
export function startRecord(classifier: Classifier, options: StartRecordOptions): RecordStart {
  const { image, facts = {}, pixelsSha256, untouched, seen, regions, seed } = options
  return {
    format: "gridexplainer-explanation",
    version: 3,
    picture: {
      ...(facts.name === undefined ? {} : { name: facts.name }),
      size: { width: image.width, height: image.height },
      ...(facts.fileSha256 === undefined ? {} : { fileSha256: facts.fileSha256 }),
      ...(pixelsSha256 === undefined ? {} : { pixelsSha256 }),
    },
    model: {
      ...{ name: classifier.name, classes: untouched.columns, scale: classifier.scale },
      ...(areIndependent(classifier, untouched) ? { independent: true } : {}),
      ...classifier.description,
    },
    seen,
    regions: recordRegions(regions),
    seed,
    versions: { gridexplainer: version },
  }
}

/** Probabilities that add up to more than 1 are independent, one for each class. */
function areIndependent({ scale }: Classifier, { data, columns }: Scores): boolean {
  if (scale !== "probability") return false
  let sum = 0
  for (let i = 0; i < columns; i++) sum += data[i]!
  return sum > 1 + scoreTolerance
}
