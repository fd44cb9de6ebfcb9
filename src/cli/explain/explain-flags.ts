import type { EvidenceLevel } from "../../index.ts"
import type { ShowFlag } from "../options/bare-show.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"
import type { ModelOptions } from "../options/model-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"

/** The options of `explain`, as given on the command line. */
export interface ExplainFlags extends ModelOptions, PictureFlags, DrawingFlags {
  readonly grid?: { readonly rows: number; readonly columns: number }
  readonly window?: { readonly width: number; readonly height: number }
  readonly stride?: { readonly width: number; readonly height: number }
  readonly fill?: readonly string[]
  readonly hide?: "one" | "all-but-one"
  readonly evidence?: EvidenceLevel
  readonly target?: readonly (number | string)[]
  readonly against?: number | string
  readonly top?: number
  readonly seed?: number
  readonly output?: string
  readonly skipExisting?: boolean
  readonly open?: boolean
  readonly format?: readonly string[]
  readonly json?: boolean
  readonly plain?: boolean
  readonly show?: ShowFlag
}
