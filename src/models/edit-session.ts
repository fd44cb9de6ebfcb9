import type { Edit, Image, ScoreOptions, Scores } from "../types.ts"

/**
 * What computes scores of one picture and of what edits make of it: by painting whole pictures into a batch ({@link TensorSession}), or by computing
 * again only what an edit reaches.
 */
export interface EditSession {
  /** What computes, with its version: `onnxruntime-node 1.30.0 (cpu)`. */
  readonly runtime: string
  /** It computes in a thread or on a server, so that the next call may come before the last one's answer. */
  readonly overlaps?: boolean
  /** Pictures that a call should hold; absent where any number does. */
  readonly batchSize?: number
  /** Takes a picture in, with all that its variants share. It has the model's size, and nobody changes it. */
  open(image: Image): EditedPicture
  dispose(): void | Promise<void>
}

/** A picture that a session has taken in. */
export interface EditedPicture {
  /** One row a list of edits, in their order, in memory that is the caller's from then on; no edits stand for the untouched picture. */
  score(variants: readonly (readonly Edit[])[], options: ScoreOptions): Promise<Scores>
}
