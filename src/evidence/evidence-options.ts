import type { PictureFacts } from "../asking/start-record.ts"
import type { EvidenceLevel, EvidenceStage } from "../evidence-record.ts"
import type { FillName, FillOption } from "../fills/resolve-fill.ts"
import type { TargetOption } from "../scoring/resolve-targets.ts"
import type { Abortable, Progress, Segmenter } from "../types.ts"
import type { EvidencePlan } from "./plan-evidence.ts"

/** What hides where no fills are given: three that hide in different ways, so that it shows what depends on the fill. */
export const evidenceFills: readonly FillName[] = ["blur", "image-mean", "cell-mean"]

/** What is asked, with what, and how. */
export interface EvidenceOptions {
  /** The class to explain, one class against another, or a score function. @default "predicted" */
  readonly target?: TargetOption
  /** How much is asked: a level, or the record of options that it stands for. @default "standard" */
  readonly evidence?: EvidenceLevel | EvidencePlan
  /** What is hidden as a whole. @default grid(8) */
  readonly regions?: Segmenter
  /** What replaces hidden pixels, in turn; the first hides regions alone, in sets and in pairs. @default ["blur", "image-mean", "cell-mean"] */
  readonly fills?: readonly FillOption[]
  /** Seeds everything that is drawn at random. @default 0 */
  readonly seed?: number
  /** Pictures a model call. The result never depends on it. */
  readonly batchSize?: number | undefined
  /** Stops the run: what is done is kept once the effects on average are known, and the record says what is missing. */
  readonly signal?: Abortable | undefined
  /** Called after every model call. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Called when a stage begins. */
  readonly onStage?: ((stage: EvidenceStage) => void) | undefined
  /** What the record says about the file. */
  readonly picture?: PictureFacts
}
