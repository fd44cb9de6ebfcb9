import { GridExplainerError } from "../errors.ts"
import { type Numbers, numbersOf } from "../image/tensor-boxes.ts"
import type { Channels, Edit, Preprocessing, Scores } from "../types.ts"
import { mostNumbers } from "./check-input-size.ts"
import type { EditSession } from "./edit-session.ts"
import { type TensorBrush, tensorBrush } from "./tensor-brush.ts"

/** Scores of one batch, with the batch's buffer to be used for the next one. */
export interface TensorReply {
  /** `data[row * columns + classIndex]` for exactly the rows that were asked about. */
  readonly data: Float32Array
  /** How many scores each row has. */
  readonly columns: number
  /** The buffer that `run` was given. */
  readonly batch: Float32Array
}

/** A runtime that holds a model and takes tensors. */
export interface TensorSession {
  /** The runtime with its version: `onnxruntime-node 1.30.0 (cpu)`. */
  readonly runtime: string
  /** Whether it computes in a thread or on a server, so that the next batch can be painted meanwhile. */
  readonly overlaps?: boolean
  /** Allocates memory for batches that is cheap to hand over. Default: `new Float32Array(length)`. */
  allocate?(length: number): Float32Array
  /**
   * Scores the first `rows` pictures of `batch`, which may hold room for more. The buffer belongs to the session until the reply
   * returns it, with the same numbers in it. Calls may overlap.
   */
  run(batch: Float32Array, rows: number): Promise<TensorReply>
  dispose(): void | Promise<void>
}

export interface PaintBatchesOptions {
  /** The model's name, for messages. */
  readonly name: string
  readonly preprocessing: Preprocessing
  /** Pictures per call: a fixed number, or any. @default "dynamic" */
  readonly batch?: number | "dynamic" | undefined
}

/** A batch, and what its rows contain, which may be more than were asked about: the next batch in the same memory only undoes the edits. */
interface Painted {
  readonly tensor: Float32Array
  readonly base: Numbers
  readonly edits: readonly (readonly Edit[])[]
}

/**
 * Asks a runtime that takes tensors about edits: the picture is normalized once, and each variant is a copy of that with its edits painted over, in reused
 * buffers. A request larger than a batch is split. A fixed batch is filled up with the untouched picture, whose extra answers are dropped.
 */
export function paintBatches(session: TensorSession, options: PaintBatchesOptions): EditSession {
  const { name, preprocessing, batch = "dynamic" } = options
  const brushes = new Map<Channels, TensorBrush>()
  const spare: Painted[] = []
  const pictureLength = brushFor(1).length
  const rowsAtMost = batch === "dynamic" ? Math.max(1, Math.floor(mostNumbers / pictureLength)) : batch
  let disposed = false

  function brushFor(channels: Channels): TensorBrush {
    const brush = brushes.get(channels) ?? tensorBrush(preprocessing, channels)
    brushes.set(channels, brush)
    return brush
  }

  function paint(brush: TensorBrush, base: Numbers, edits: Painted["edits"]): Painted {
    const length = edits.length * pictureLength
    const last = spare.pop()
    const old = last !== undefined && last.tensor.length >= length ? last : undefined
    const tensor = old?.tensor ?? session.allocate?.(length) ?? new Float32Array(length)
    const there = old?.base === base ? old.edits : []
    const numbers = numbersOf(tensor)
    for (const [row, wanted] of edits.entries())
      brush.paint(numbers, row * pictureLength, { base, there: there[row], wanted })
    return { tensor, base, edits: [...edits, ...there.slice(edits.length)] }
  }

  async function ask(painted: Painted, { rows, wanted }: { readonly rows: number; readonly wanted: number }) {
    const { data, columns, batch: tensor } = await session.run(painted.tensor, rows)
    if (spare.length < 2) spare.push({ ...painted, tensor }) // Two are enough: one is painted while the other is read.
    if (data.length !== rows * columns) {
      const problem = `model "${name}" must answer ${rows} rows of ${columns} scores, got ${data.length} scores`
      throw new GridExplainerError("BAD_REPLY", problem)
    }
    return { rows: wanted, columns, data: data.slice(0, wanted * columns) } // A copy: a session may reuse its memory.
  }

  return {
    runtime: session.runtime,
    ...(session.overlaps === undefined ? {} : { overlaps: session.overlaps }),
    ...(batch === "dynamic" ? {} : { batchSize: batch }),
    open(image) {
      const base = numbersOf(new Float32Array(pictureLength))
      const brush = brushFor(image.channels)
      brush.paintImage(base.singles, image)
      return {
        async score(variants, { signal }) {
          const answers: Scores[] = []
          for (let start = 0; start < variants.length; start += rowsAtMost) {
            if (disposed)
              throw new GridExplainerError("DISPOSED", `model "${name}" was disposed of while it was computing`)
            signal?.throwIfAborted()
            const part = variants.slice(start, start + rowsAtMost)
            const filling = batch === "dynamic" ? [] : Array.from({ length: batch - part.length }, () => [])
            const rows = [...part, ...filling]
            answers.push(await ask(paint(brush, base, rows), { rows: rows.length, wanted: part.length }))
          }
          return joinRows(answers, name)
        },
      }
    },
    async dispose() {
      disposed = true
      await session.dispose()
    },
  }
}

function joinRows(parts: readonly Scores[], name: string): Scores {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first
  const columns = first?.columns ?? 0
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
