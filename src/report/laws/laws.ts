import { classLaws } from "./class-laws.ts"
import { countLaws } from "./count-laws.ts"
import { curveLaws } from "./curve-laws.ts"
import { effectLaws } from "./effect-laws.ts"
import type { Law } from "./law.ts"
import { noiseLaws } from "./noise-laws.ts"
import { pairLaws } from "./pair-laws.ts"
import { regionLaws } from "./region-laws.ts"
import { setLaws } from "./set-laws.ts"
import { trialLaws } from "./trial-laws.ts"

/** All laws of a record, from what the model saw to how often it was asked. A test breaks each of them. */
export const laws: readonly Law[] = [
  ...regionLaws,
  ...classLaws,
  ...effectLaws,
  ...trialLaws,
  ...noiseLaws,
  ...setLaws,
  ...pairLaws,
  ...curveLaws,
  ...countLaws,
]
