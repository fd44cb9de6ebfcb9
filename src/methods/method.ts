import type { EffectMeaning } from "../explanation.ts"
import type { FillOption } from "../fills/resolve-fill.ts"
import type { Design, Estimator } from "../method.ts"
import type { Segmenter } from "../types.ts"

/** Four choices: what is hidden as a whole, with what, which of it together, and how answers become one number per region. */
export interface Method {
  /** What records call it. */
  readonly name: string
  /** What its numbers say. */
  readonly means: EffectMeaning
  /** Where nobody chooses others. @default grid(8) */
  readonly regions?: Segmenter
  /** What hides, in turn, where nobody chooses others. @default ["cell-mean"] */
  readonly fills?: readonly FillOption[]
  readonly design: Design
  readonly estimator: Estimator
}
