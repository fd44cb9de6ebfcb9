import { fitImage } from "../image/fit-image.ts"
import type { Classifier, Image, Preprocessing, Scores } from "../types.ts"
import { type AskPicturesOptions, askPictures } from "./ask-pictures.ts"
import { rewire } from "./rewire.ts"

/** Asks one model about the same pictures in several settings, each question once. */
export interface SettingAsker {
  /** One row for each of the first `count` pictures. */
  ask(setting: Preprocessing, count: number): Promise<Scores>
  /** Pictures that the model scored so far. */
  asked(): number
}

export interface SettingAskerOptions extends AskPicturesOptions {
  /** The setting of the classifier. */
  readonly declared: Preprocessing
  /** Called after each model call with how many pictures were scored. */
  readonly onAsked?: ((asked: number) => void) | undefined
}

/** Makes an asker. The pictures are resized once, so all settings must have the same fit, filter and size. */
export function settingAsker(
  classifier: Classifier,
  pictures: readonly Image[],
  options: SettingAskerOptions,
): SettingAsker {
  const { declared, onAsked } = options
  const known = new Map<string, Scores>()
  const seen = new Map<Image, Image>()
  let asked = 0
  const seenAs = (picture: Image, { size, fit, filter }: Preprocessing): Image => {
    const image = seen.get(picture) ?? fitImage(picture, size, { fit, filter }).image
    seen.set(picture, image)
    return image
  }
  return {
    asked: () => asked,
    async ask(setting, count) {
      const key = JSON.stringify(setting)
      const before = known.get(key) ?? { rows: 0, columns: 0, data: new Float64Array() }
      const wanted = pictures.slice(before.rows, count)
      const images = wanted.map((picture) => rewire(seenAs(picture, setting), { from: declared, to: setting }))
      const more = await askPictures(classifier, images, options)
      asked += images.length
      if (images.length > 0) onAsked?.(asked)
      const all = before.rows === 0 ? more : joined(before, more)
      known.set(key, all)
      return { ...all, rows: count, data: all.data.subarray(0, count * all.columns) }
    },
  }
}

function joined(one: Scores, other: Scores): Scores {
  const data = new Float64Array(one.data.length + other.data.length)
  data.set(one.data)
  data.set(other.data, one.data.length)
  return { rows: one.rows + other.rows, columns: one.columns, data }
}
