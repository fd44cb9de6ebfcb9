import type { ShownEffects } from "../options/bare-show.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"

/** What `convert` was asked for, as the command line says it. */
export interface ConvertFlags extends DrawingFlags, Omit<PictureFlags, "recursive"> {
  readonly output: string
  readonly format?: readonly string[]
  readonly image?: string
  readonly show?: ShownEffects
  readonly quiet?: boolean
}
