import type { EmbeddedPicture } from "../../render/draw/sketch.ts"

/** The pictures of a report, as `data:image/png;base64,` or `data:image/jpeg;base64,` addresses. */
export interface EmbeddedPictures {
  /** The whole picture that was explained, at any size. */
  readonly photo: EmbeddedPicture
  /** The part of it that the model was given. */
  readonly given?: EmbeddedPicture
  /** The same with all regions hidden by the first fill: every picture that the model was shown is made of these two. Absent if regions overlap. */
  readonly hidden?: EmbeddedPicture
}

export type PictureName = keyof EmbeddedPictures

export const pictureNames: readonly PictureName[] = ["photo", "given", "hidden"]
