import type { ShownEffects } from "../options/bare-show.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"

/** The options of `convert`, as given on the command line. */
export interface ConvertFlags extends DrawingFlags, Omit<PictureFlags, "recursive"> {
  readonly output: string
  readonly format?: readonly string[]
  readonly image?: string
  readonly show?: ShownEffects
  readonly quiet?: boolean
}
