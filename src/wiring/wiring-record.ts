import type { Image, Preprocessing, ScoreScale } from "../types.ts"

/** A picture to ask about, at its own size, grey or RGB. */
export interface Probe {
  readonly image: Image
  /** What people call it, for messages. */
  readonly name?: string | undefined
  /** The class that it shows, by name; absent where nobody said. */
  readonly label?: string | undefined
}

/** What is looked at, in the order of a report. */
export type WiringName =
  | "answers"
  | "scale"
  | "softmax"
  | "label-count"
  | "label-names"
  | "levels"
  | "channel-order"
  | "layout"
  | "fit"
  | "repeat"
  | "batch"

/**
 * What was found about one part of the wiring: `ok`, `flagged` where something is wrong or something else scored clearly better, `untold`
 * where these pictures cannot tell.
 */
export interface WiringCheck {
  readonly name: WiringName
  readonly state: "ok" | "flagged" | "untold"
  /** One plain sentence with the numbers that it stands on. */
  readonly sentence: string
  /** What would set it right on the command line; absent where no flag does. */
  readonly flag?: string
}

/** All findings about one model, as plain data. */
export interface WiringReport {
  readonly format: "gridexplainer-wiring"
  readonly version: 1
  readonly model: { readonly name: string; readonly classes: number; readonly scale: ScoreScale }
  /** The setting that was checked. */
  readonly declared: Preprocessing
  /** The setting that scored clearly better; absent where none did. */
  readonly better?: Preprocessing
  readonly checks: readonly WiringCheck[]
  /** Pictures that were given, and views of them that were asked about. */
  readonly pictures: number
  readonly views: number
  /** Pictures that the model scored, over all settings. */
  readonly asked: number
  readonly seed: number
}
