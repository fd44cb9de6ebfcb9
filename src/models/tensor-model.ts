import { GridExplainerError } from "../errors.ts"
import { cropImage } from "../image/crop-image.ts"
import { type TensorWriter, tensorWriter } from "../image/tensor-writer.ts"
import type { Channels, Classifier, Edit, Image, PixelArray, Preprocessing, Scores, Variant } from "../types.ts"
import { checkTensorScores, type TensorScoreRules } from "./check-tensor-scores.ts"
import { checkedClassifier } from "./checked-classifier.ts"

/** Scores of one batch, and the batch's buffer back for the next one. */
export interface TensorReply {
  /** `data[row * columns + classIndex]` for exactly the rows that were asked. */
  readonly data: Float32Array
  readonly columns: number
  readonly batch: Float32Array
}

/** A runtime that holds a model and takes tensors. */
export interface TensorSession {
  /** What computes, with its version: `onnxruntime-node 1.30.0 (cpu)`. */
  readonly runtime: string
  /**
   * Scores the first `rows` pictures of `batch`, which may hold room for more. The buffer is the session's until the reply
   * brings it back, with the same numbers in it. Calls may overlap.
   */
  run(batch: Float32Array, rows: number): Promise<TensorReply>
  dispose(): void | Promise<void>
}

export interface TensorModelOptions extends TensorScoreRules {
  readonly preprocessing: Preprocessing
  readonly session: TensorSession
  /** Pictures a call: a fixed number, or any. @default "dynamic" */
  readonly batch?: number | "dynamic"
  /** Fingerprint of the model file, lower-case hex. */
  readonly sha256?: string
}

/** Floats that one batch may take, 64 MiB, whatever is asked for at once. */
const largestBatch = 2 ** 24

/**
 * Makes a classifier of anything that takes a batch tensor.
 *
 * The picture is normalised once; each variant is a copy of that with its edits painted over. A request larger than a batch is
 * split. A fixed batch is filled up with the untouched picture,
 * and the answers to that are dropped. An abort takes effect before the next batch.
 *
 * `score` throws RangeError for a picture of another size, and GridExplainerError: BAD_REPLY and SCALE_CONFLICT as
 * {@link checkTensorScores} does, BAD_REPLY for a wrong number of rows, DISPOSED, and what the session throws.
 *
 * @example
 * ```ts
 * import { resolvePreprocessing, tensorModel } from "gridexplainer/onnx"
 * const model = tensorModel({
 *   name: "first pixel",
 *   scale: "probability",
 *   preprocessing: resolvePreprocessing("zero-one", { size: { width: 1, height: 1 }, layout: "NCHW", channels: 1 }),
 *   session: { runtime: "mine", run: async (batch, rows) => ({ data: batch.slice(0, rows), columns: 1, batch }), dispose() {} },
 * })
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(255) } as const
 * const scores = await model.score(image, [{ hidden: [], edits: [] }])
 * scores.data // => Float32Array.of(1)
 * ```
 */
export function tensorModel(options: TensorModelOptions): Classifier {
  const { name, labels, scale, preprocessing, session, batch = "dynamic", sha256 } = options
  const { size, fit, filter } = preprocessing
  const painter = batchPainter(preprocessing)
  const rowsAtMost = batch === "dynamic" ? Math.max(1, Math.floor(largestBatch / painter.pictureLength)) : batch
  let scaleIsAssumed = options.scaleIsAssumed ?? false

  /** Sends a painted batch; of its rows, `wanted` are variants, the first of them number `start`. */
  async function ask(painted: Painted, rows: number, { wanted, start }: { wanted: number; start: number }) {
    const reply = await session.run(painted.tensor, rows)
    painter.takeBack({ ...painted, tensor: reply.batch })
    const scores = keepRows(reply, { rows, wanted, name })
    checkTensorScores(scores, { ...options, scaleIsAssumed }, start)
    scaleIsAssumed = false
    return scores
  }

  return checkedClassifier({
    name,
    scale,
    inputSize: size,
    resize: { fit, filter },
    overlaps: true,
    ...(labels === undefined ? {} : { labels }),
    ...(batch === "dynamic" ? {} : { batchSize: batch }),
    description: { runtime: session.runtime, preprocessing, ...(sha256 === undefined ? {} : { sha256 }) },
    async score(image, variants, { signal } = {}) {
      const answers: Scores[] = []
      for (let start = 0; start < variants.length; start += rowsAtMost) {
        signal?.throwIfAborted()
        const part = variants.slice(start, start + rowsAtMost)
        const rows = batch === "dynamic" ? part.length : batch
        answers.push(await ask(painter.paint(image, part, rows), rows, { wanted: part.length, start }))
      }
      return joinRows(answers, name)
    },
    dispose: () => session.dispose(),
  })
}

/** A picture as the model takes it, with the levels that it had then: a caller may use its memory for the next picture. */
interface Normalised {
  readonly levels: Float64Array
  readonly tensor: Float32Array
}

/** A batch, and what stands in its rows: the next one that uses its memory only undoes the edits. */
interface Painted {
  readonly tensor: Float32Array
  readonly base: Float32Array
  readonly edits: readonly (readonly Edit[])[]
}

/** Above so many edits a row, copying the whole picture is quicker than undoing them. */
const fewEdits = 4

/** A loop, because this runs for every batch over every level. */
function holdsSame(levels: Float64Array, data: PixelArray): boolean {
  for (let i = 0; i < levels.length; i++) if (levels[i] !== data[i]) return false
  return levels.length === data.length
}

/** Paints variants into batch buffers that are used again and again. */
function batchPainter(preprocessing: Preprocessing) {
  const writers = new Map<Channels, TensorWriter>()
  const untouched = new WeakMap<Image, Normalised>()
  const spare: Painted[] = []
  const pictureLength = writerFor(1).length

  function writerFor(channels: Channels): TensorWriter {
    const writer = writers.get(channels) ?? tensorWriter(preprocessing, channels)
    writers.set(channels, writer)
    return writer
  }

  function untouchedTensor(image: Image): Float32Array {
    const known = untouched.get(image)
    if (known !== undefined && holdsSame(known.levels, image.data)) return known.tensor
    const tensor = new Float32Array(pictureLength)
    writerFor(image.channels).writeImage(tensor, 0, image)
    untouched.set(image, { levels: new Float64Array(image.data), tensor })
    return tensor
  }

  return {
    pictureLength,
    /** Rows beyond the variants hold the untouched picture. */
    paint(image: Image, variants: readonly Variant[], rows: number): Painted {
      const base = untouchedTensor(image)
      const writer = writerFor(image.channels)
      const last = spare.pop()
      const old = last !== undefined && last.tensor.length >= rows * pictureLength ? last : undefined
      const tensor = old?.tensor ?? new Float32Array(rows * pictureLength)
      const edits = Array.from({ length: rows }, (_, row) => variants[row]?.edits ?? [])
      for (const [row, wanted] of edits.entries()) {
        const offset = row * pictureLength
        const there = old?.base === base ? old.edits[row] : undefined
        if (there === undefined || there.length > fewEdits) tensor.set(base, offset)
        else for (const { box } of there) writer.writeEdit(tensor, offset, { box, pixels: cropImage(image, box).data })
        for (const edit of wanted) writer.writeEdit(tensor, offset, edit)
      }
      return { tensor, base, edits }
    },
    /** Two are enough: one is painted while the other is read. */
    takeBack(painted: Painted): void {
      if (spare.length < 2) spare.push(painted)
    },
  }
}

function keepRows(
  { data, columns }: TensorReply,
  { rows, wanted, name }: { rows: number; wanted: number; name: string },
): Scores {
  if (data.length !== rows * columns) {
    throw new GridExplainerError(
      "BAD_REPLY",
      `model "${name}" must answer ${rows} rows of ${columns} scores, got ${data.length} scores`,
    )
  }
  return { rows: wanted, columns, data: data.subarray(0, wanted * columns) }
}

function joinRows(parts: readonly Scores[], name: string): Scores {
  const columns = parts[0]?.columns ?? 0
  const odd = parts.find((part) => part.columns !== columns)
  if (odd !== undefined) {
    const problem = `model "${name}" must answer as many classes every time, got ${columns} and then ${odd.columns}`
    throw new GridExplainerError("BAD_REPLY", problem)
  }
  const rows = parts.reduce((total, part) => total + part.rows, 0)
  const data = new Float32Array(rows * columns)
  let start = 0
  for (const part of parts) {
    data.set(part.data, start)
    start += part.data.length
  }
  return { rows, columns, data }
}
