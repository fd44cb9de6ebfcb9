import type { Abortable, Classifier, Image, Scores } from "../types.ts"

export interface AskPicturesOptions {
  /** Pictures per call. */
  readonly batchSize: number
  readonly signal?: Abortable | undefined
}

/**
 * Asks a model about several pictures of one size, a batch at a time: each is one edit that covers the first picture of its batch. Returns one row per picture.
 *
 * @throws what the model throws, and `signal.reason` on abort.
 */
export async function askPictures(
  classifier: Classifier,
  images: readonly Image[],
  { batchSize, signal }: AskPicturesOptions,
): Promise<Scores> {
  const parts: Scores[] = []
  for (let start = 0; start < images.length; start += batchSize) {
    signal?.throwIfAborted()
    const part = images.slice(start, start + batchSize)
    const variants = part.map(({ width, height, data }) => ({
      hidden: [],
      edits: [{ box: { left: 0, top: 0, width, height }, pixels: data }],
    }))
    parts.push(await classifier.score(part[0]!, variants, signal === undefined ? {} : { signal }))
  }
  const columns = parts[0]?.columns ?? 0
  const data = new Float64Array(images.length * columns)
  let start = 0
  for (const part of parts) {
    data.set(part.data, start)
    start += part.data.length
  }
  return { rows: images.length, columns, data }
}
