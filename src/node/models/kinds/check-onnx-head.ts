import { notOnnx, refuseOtherFiles } from "../../../models/onnx/not-onnx.ts"
import type { ReadPart } from "../../files/read-file.ts"

/** How many fields of a message are checked. */
const MOST_FIELDS = 10_000

/** A tag and a length take twenty bytes at most. */
const HEAD = 20

/**
 * Judges an ONNX file by a few of its bytes, before all of it is read: its outermost fields, and those of its graph, must follow one another up to the end.
 * So a gigabyte of anything else is never read.
 *
 * @throws GridExplainerError MODEL_UNREADABLE
 */
export async function checkOnnxHead(read: ReadPart, size: number): Promise<void> {
  refuseOtherFiles(await read(0, 512))
  if (!(await isMessage(read, { start: 0, end: size, depth: 0 }))) throw notOnnx()
}

/** The number of the field of a model that holds its graph. */
const GRAPH = 7

interface Span {
  readonly start: number
  readonly end: number
  readonly depth: number
}

/** Whether fields follow one another up to the end, or as many as are checked; the same for the graph inside the model. */
async function isMessage(read: ReadPart, { start, end, depth }: Span): Promise<boolean> {
  let at = start
  for (let fields = 0; at < end; fields++) {
    if (fields === MOST_FIELDS) return true
    const field = fieldOf(await read(at, HEAD))
    const next = at + field.length
    if (!(next <= end)) return false
    const inner = { start: at + field.begin, end: next, depth: depth + 1 }
    if (depth === 0 && field.number === GRAPH && !(await isMessage(read, inner))) return false
    at = next
  }
  return true
}

interface Field {
  readonly number: number
  /** Where its value begins, and how long the whole field is, in bytes from its tag; NaN for what is not a field. */
  readonly begin: number
  readonly length: number
}

function fieldOf(head: Uint8Array): Field {
  const [tag, start] = varint(head, 0)
  const [value, next] = varint(head, start)
  const lengths = tag >= 8 ? [next, start + 8, next + value, Number.NaN, Number.NaN, start + 4] : []
  return { number: Math.floor(tag / 8), begin: next, length: lengths[tag & 7] ?? Number.NaN }
}

/** A number of seven bits per byte, and where the next one begins; NaN if it does not end. */
function varint(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let value = 0
  for (let i = at; i < bytes.length; i++) {
    value += (bytes[i]! & 127) * 128 ** (i - at)
    if (bytes[i]! < 128) return [value, i + 1]
  }
  return [Number.NaN, Number.NaN]
}
