import type { DescField, DescMessage } from "@bufbuild/protobuf"
import { GridExplainerError } from "../../errors.ts"

/** The most messages (nodes, tensors, attributes, ...) and texts in a file. Models with thousands of layers have some tens of thousands. */
const mostParts = 500_000

/** The most fields of all parts together, which are read one by one. */
const mostEntries = 5_000_000

/** The most operators, including those in sub-graphs and functions. */
const mostNodes = 100_000

/** The most numbers that are written one by one; weights usually lie in one piece, which costs nothing to read. */
const mostNumbers = 2 ** 26

/** The most of those that are whole numbers of 64 bits, which take thirty bytes each once read. */
const mostLongs = 2 ** 22

/** The deepest nesting of parts; a graph inside a graph takes three levels. The reader that runs after this has the same limit. */
const deepest = 99

/** ScalarType of protobuf: the two kinds of text, and those of a fixed width with their bytes. All others are varints. */
const texts: ReadonlySet<number> = new Set([9, 12])
const widths: Readonly<Record<number, number>> = { 1: 8, 2: 4, 6: 8, 7: 4, 15: 4, 16: 8 }

/** Wire types, by which values can be read without a schema: varint, 8 bytes, a length and as many bytes, 4 bytes. */
const [VARINT, LONG, BYTES, SHORT] = [0, 1, 2, 5] as const

/**
 * Counts what an ONNX file would become once read, by walking through its bytes as the real reader does: two bytes can stand for a node,
 * and a million nodes for minutes of work. Bytes that are not a message end the walk; the reader then reports them.
 *
 * @throws GridExplainerError `MODEL_UNSUPPORTED` with the number and the limit.
 */
export function weighOnnx(bytes: Uint8Array, schema: DescMessage): void {
  const tables = new Map<DescMessage, ReadonlyMap<number, DescField>>()
  let [at, parts, entries, nodes, numbers, longs] = [0, 0, 0, 0, 0, 0]

  function fieldsOf(message: DescMessage): ReadonlyMap<number, DescField> {
    const known = tables.get(message) ?? new Map(message.fields.map((field) => [field.number, field]))
    tables.set(message, known)
    return known
  }

  /** 32 bits of a varint; if it does not end, `at` moves beyond the end. */
  function varint(): number {
    let value = 0
    for (let i = 0; i < 10; i++) {
      const byte = bytes[at + i] ?? 255
      if (i < 5) value |= (byte & 127) << (7 * i)
      if (byte >= 128) continue
      at += i + 1
      return value >>> 0
    }
    at = Number.POSITIVE_INFINITY
    return 0
  }

  function skip(length: number): void {
    at += length
    if (at > bytes.length) at = Number.POSITIVE_INFINITY
  }

  function skipScalar(scalar: number): void {
    const width = texts.has(scalar) ? varint() : widths[scalar]
    if (width === undefined) varint()
    else skip(width)
  }

  function skipUnknown(kind: number): void {
    if (kind === VARINT) varint()
    else if (kind === BYTES) skip(varint())
    else skip(kind === LONG ? 8 : kind === SHORT ? 4 : Number.POSITIVE_INFINITY)
  }

  function countPart(): void {
    if (++parts > mostParts) throw tooMany(`more than ${mostParts} parts, at most as many work`)
  }

  function countNumbers(count: number, width: number | undefined): void {
    numbers += count
    if (width === undefined) longs += count
    const [got, most] = longs > mostLongs ? [longs, mostLongs] : [numbers, mostNumbers]
    if (got > most) throw tooMany(`${Math.floor(got)} numbers that are written one by one, at most ${most} work`)
  }

  /** Counts the numbers of a packed list: each varint ends with a byte below 128. */
  function walkNumbers(scalar: number): void {
    const width = widths[scalar]
    const length = varint()
    const end = Math.min(at + length, bytes.length)
    let count = (end - at) / (width ?? 1)
    if (width === undefined) for (let i = at; i < end; i++) if (bytes[i]! >= 128) count--
    countNumbers(count, width)
    skip(length)
  }

  function walkField(field: DescField | undefined, kind: number, depth: number): void {
    const scalar = field !== undefined && "scalar" in field && field.scalar !== undefined ? field.scalar : 5
    const isList = field?.fieldKind === "list"
    if (field?.message !== undefined) walk(field.message, depth + 1)
    else if (isList && kind === BYTES && !texts.has(scalar)) walkNumbers(scalar)
    else {
      if (field === undefined || (isList && texts.has(scalar))) countPart()
      else if (isList) countNumbers(1, widths[scalar])
      if (field === undefined) skipUnknown(kind)
      else skipScalar(scalar)
    }
  }

  function walk(message: DescMessage, depth: number): void {
    if (depth > deepest)
      throw unsupported(
        `the model has graphs inside graphs, or other parts inside parts, more than ${deepest} levels deep, about ${Math.floor(deepest / 3)} graphs in one another`,
        "Export it without control flow, or with less of it.",
      )
    countPart()
    if (message.name === "NodeProto" && ++nodes > mostNodes)
      throw tooMany(`more than ${mostNodes} operators, at most as many work`)
    const fields = fieldsOf(message)
    const length = depth === 1 ? bytes.length : varint()
    const end = at + length
    while (at < end) {
      if (++entries > mostEntries) throw tooMany(`more than ${mostEntries} entries, at most as many work`)
      const tag = varint()
      if (tag < 8)
        at = Number.POSITIVE_INFINITY // No field has the number 0.
      else walkField(fields.get(tag >>> 3), tag & 7, depth)
    }
  }

  walk(schema, 1)
}

function tooMany(what: string): GridExplainerError {
  return unsupported(`the model has ${what}`, "Simplify it before it is exported.")
}

function unsupported(problem: string, nextStep: string): GridExplainerError {
  return new GridExplainerError("MODEL_UNSUPPORTED", problem, { nextStep })
}
