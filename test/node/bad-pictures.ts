import { damagedPictures, shortPictures } from "./bad-pictures-damaged.ts"
import { largePictures } from "./bad-pictures-large.ts"
import { namedPictures, placesWithoutPicture } from "./bad-pictures-places.ts"
import { strangers } from "./bad-pictures-strangers.ts"

/** Something that somebody might give to the command instead of a picture that can be read. */
export interface BadPicture {
  /** What it is, as the documentation's table says it. */
  readonly what: string
  /** The name of its file. */
  readonly file: string
  /** What the file holds; nothing is written where `place` makes the file, or nobody does. */
  readonly content?: Content
  /** Makes something at the path that is no ordinary file. */
  readonly place?: (path: string) => void
  /** Makes something that lasts as long as this process serves it; the answer ends that. */
  readonly serve?: (path: string) => Promise<() => void>
  /** Words of the command instead of the path. */
  readonly words?: readonly string[]
  /** Whether it shows only to somebody who is not root. */
  readonly needsNoRights?: boolean
  /** @default 1 */
  readonly exitCode?: 1 | 2
  /** What the message calls it, where that is not `file`. */
  readonly shown?: string
}

export type Content = Uint8Array | string | (() => Promise<Uint8Array>)

/** All of them, by the headings of the documentation. */
export const badPictures: Readonly<Record<string, readonly BadPicture[]>> = {
  "Not a picture, or of a kind that is not read": strangers,
  "Cut short": shortPictures,
  Damaged: damagedPictures,
  "Too large, or larger than they look": largePictures,
  "No file, or not an ordinary one": placesWithoutPicture,
  "Odd names": namedPictures,
}
