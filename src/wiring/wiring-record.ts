import type { Fit, Image, Preprocessing, ScoreScale } from "../types.ts"

/** A picture to ask about, at its own size, grey or RGB. */
export interface Probe {
  /** The picture, grey or RGB. */
  readonly image: Image
  /** Its name, for messages. */
  readonly name?: string | undefined
  /** The class that it shows, by name; absent if unknown. */
  readonly label?: string | undefined
}

/** What is checked, in the order of a report. */
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
 * What was found about one part of the wiring. `flagged`: something is wrong, or another setting scored clearly better. `untold`: these pictures
 * cannot tell.
 */
export interface WiringCheck {
  readonly name: WiringName
  readonly state: "ok" | "flagged" | "untold"
  /** What was found, with the numbers behind it; `wiringSentence` of "gridexplainer/render" puts it into words. */
  readonly finding: WiringFinding
  /** What would fix it; absent if nothing that can be declared would. */
  readonly remedy?: WiringRemedy
}

/** Who says what pictures show: their labels, another model, or nobody. */
export type Authority = "labels" | "nobody" | { readonly model: string }

/** One way in which two settings were compared; `value` belongs to the setting that is kept, `other` to the next best or the declared one. */
export interface Measured {
  /**
   * `layers`: distance of the first layers' inputs from training, smaller is better; `names`: agreement with what pictures show, at most 1; `spread`: how well
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
  /** `score`: one that is not possible for a probability. `isRefused`: the model does not answer as declared. */
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
  /** The names fit if answers are read `shift` places further on; null if they fit nowhere. `inPlace`: the agreement without a shift. */
  | {
      readonly kind: "names"
      readonly shift: -1 | 0 | 1 | null
      readonly agreement: number
      readonly inPlace?: number
      readonly authority: Authority
      /** Whether the classes have labels. */
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
  /** The largest difference between two answers, as a share of 1; `batch`: pictures per call. */
  | { readonly kind: "difference"; readonly largest: number; readonly batch: number }

/** What to declare instead, as data; the command turns it into options. */
export type WiringRemedy =
  | { readonly scale: ScoreScale }
  | { readonly preprocessing: Preprocessing }
  | { readonly fit: Fit }
  | { readonly batch: number }
  /** Another list of labels: with one per class, in the order of the model's training, with one more in front, or without its first. */
  | { readonly labels: "one-a-class" | "as-trained" | "one-more-in-front" | "without-first"; readonly classes: number }

/** All findings about one model, as plain data. */
export interface WiringReport {
  readonly format: "gridexplainer-wiring"
  readonly version: 2
  readonly model: { readonly name: string; readonly classes: number; readonly scale: ScoreScale }
  /** The setting that was checked. */
  readonly declared: Preprocessing
  /** The setting that scored clearly better; absent if none did. */
  readonly better?: Preprocessing
  readonly checks: readonly WiringCheck[]
  /** How many pictures were given. */
  readonly pictures: number
  /** How many views of the pictures were used. */
  readonly views: number
  /** How many pictures the model scored, over all settings. */
  readonly asked: number
  readonly seed: number
}
