import type { EffectMeaning } from "../explanation.ts"
import type { FillOption } from "../fills/resolve-fill.ts"
import type { Design, Estimator } from "../method.ts"
import type { Segmenter } from "../types.ts"

/** A method is four choices: the regions, the fills, which regions are hidden together, and how answers become one number per region. */
export interface Method {
  /** Its name in records. */
  readonly name: string
  /** What its numbers mean. */
  readonly means: EffectMeaning
  /** The regions, unless the caller chooses others. @default grid(8) */
  readonly regions?: Segmenter
  /** The fills, used in turn, unless the caller chooses others. @default ["cell-mean"] */
  readonly fills?: readonly FillOption[]
  /** Decides which regions are hidden together. */
  readonly design: Design
  /** Turns answers into one number per region. */
  readonly estimator: Estimator
}
