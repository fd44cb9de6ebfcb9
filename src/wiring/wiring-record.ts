import type { Fit, Image, Preprocessing, ScoreScale } from "../types.ts"

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
  /** What was found, with the numbers that it stands on; `wiringSentence` of "gridexplainer/render" says it. */
  readonly finding: WiringFinding
  /** What would set it right; absent where nothing that can be declared does. */
  readonly remedy?: WiringRemedy
}

/** Who says what pictures show: their labels, another model, or nobody. */
export type Authority = "labels" | "nobody" | { readonly model: string }

/** One way in which two settings were compared; `value` is that of the setting that is kept, `other` of the next or of the declared one. */
export interface Measured {
  /**
   * `layers`: distance of the first layers from their training, smaller is better; `names`: agreement with what pictures show, at most 1; `spread`: how well
   * answers tell pictures apart, in nats.
   */
  readonly by: "layers" | "names" | "spread"
  readonly authority?: Authority
  readonly value: number
  readonly other: number
}

/** What one check found, as data. */
export type WiringFinding =
  | { readonly kind: "one-class" | "one-channel" | "too-flat" | "one-softmax" | "answers-alike" | "needs-labels" }
  | { readonly kind: "too-few-views" | "too-few-known"; readonly views: number; readonly needed: number }
  /** `share` of the largest possible spread of answers. */
  | { readonly kind: "spread"; readonly views: number; readonly share: number }
  /** `score`: one that a probability cannot have. `isRefused`: the model does not answer as declared. */
  | {
      readonly kind: "scale"
      readonly declared: ScoreScale | undefined
      readonly found: ScoreScale
      readonly score?: number
      readonly isRefused?: boolean
    }
  /** The highest score there is, and the mean of the highest before the second softmax. */
  | { readonly kind: "two-softmaxes"; readonly most: number; readonly inner: number; readonly classes: number }
  | { readonly kind: "label-count"; readonly labels: number | undefined; readonly classes: number }
  /** The names fit when answers are read `shift` places further on; null where they fit nowhere. `inPlace`: the agreement without a shift. */
  | {
      readonly kind: "names"
      readonly shift: -1 | 0 | 1 | null
      readonly agreement: number
      readonly inPlace?: number
      readonly authority: Authority
      /** Absent where the classes have no labels. */
      readonly labels: boolean
      readonly classes: number
    }
  | {
      readonly kind: "setting"
      readonly declared: Preprocessing
      readonly best: Preprocessing
      readonly measured: readonly Measured[]
    }
  /** The model does not answer in the declared layout. */
  | { readonly kind: "layout"; readonly declared: "NCHW" | "NHWC"; readonly found: "NCHW" | "NHWC" }
  /** `next`: the best of the others. */
  | {
      readonly kind: "fit"
      readonly declared: Fit
      readonly next: Fit
      readonly agreement: number
      readonly nextAgreement: number
      readonly pictures: number
    }
  | { readonly kind: "too-few-pictures"; readonly pictures: number; readonly needed: number }
  /** The largest difference of two answers, a share of 1; `batch`: pictures per call. */
  | { readonly kind: "difference"; readonly largest: number; readonly batch: number }

/** What to declare instead, as data; the command writes its options from it. */
export type WiringRemedy =
  | { readonly scale: ScoreScale }
  | { readonly preprocessing: Preprocessing }
  | { readonly fit: Fit }
  | { readonly batch: number }
  /** Another list of labels: with one per class, as the model was trained, with one more in front, or without its first. */
  | { readonly labels: "one-a-class" | "as-trained" | "one-more-in-front" | "without-first"; readonly classes: number }

/** All findings about one model, as plain data. */
export interface WiringReport {
  readonly format: "gridexplainer-wiring"
  readonly version: 2
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
