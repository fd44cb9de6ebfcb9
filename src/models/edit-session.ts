import type { Edit, Image, ScoreOptions, Scores } from "../types.ts"

/**
 * Computes scores of one picture and of edited versions of it: by painting whole pictures into a batch (as with {@link TensorSession}), or by recomputing
 * only what an edit reaches.
 */
export interface EditSession {
  /** The runtime with its version: `onnxruntime-node 1.30.0 (cpu)`. */
  readonly runtime: string
  /** Whether it computes in a thread or on a server, so that the next call may come before the last one is answered. */
  readonly overlaps?: boolean
  /** How many pictures a call should hold; absent if any number works. */
  readonly batchSize?: number
  /** Loads a picture and prepares what its variants share. The picture has the model's input size and does not change. */
  open(image: Image): EditedPicture
  dispose(): void | Promise<void>
}

/** A picture that a session has loaded. */
export interface EditedPicture {
  /** Returns one row per list of edits, in their order, in memory that belongs to the caller; an empty list means the untouched picture. */
  score(variants: readonly (readonly Edit[])[], options: ScoreOptions): Promise<Scores>
}
