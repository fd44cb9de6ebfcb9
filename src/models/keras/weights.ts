import { shown, unreadable, unsupported } from "./failures.ts"
import { isJson, isList } from "./json.ts"

/** A weight of a layer, decoded when asked for. */
export interface Weight {
  readonly name: string
  readonly shape: readonly number[]
  values(): Float32Array<ArrayBuffer>
}

/** Finds a weight by the layer's path through nested models and its role, such as `kernel`. */
export type FindWeight = (path: readonly string[], role: string) => Weight | undefined

interface Entry {
  readonly name: string
  readonly shape: readonly number[]
  readonly dtype: string
  /** How the values were quantized, as by tensorflowjs_converter --quantize_*. */
  readonly quantization?: { readonly dtype: string; readonly scale: number; readonly min: number }
  /** In bytes from the start of the first shard. */
  readonly offset: number
}

/** Bytes of one stored value. */
const valueSizes: Readonly<Record<string, number>> = { float32: 4, float16: 2, int32: 4, uint16: 2, uint8: 1, bool: 1 }

/**
 * Reads the weights of a `weightsManifest`: float32, or quantized to uint8, uint16 or float16 as TensorFlow.js defines it.
 *
 * @throws GridExplainerError `MODEL_UNREADABLE` if shards are missing, truncated or too long.
 */
export function readWeights(manifest: readonly unknown[], weights: Uint8Array | readonly Uint8Array[]): FindWeight {
  const shards = weights instanceof Uint8Array ? [weights] : weights
  if (!isList(shards) || !shards.every((shard) => shard instanceof Uint8Array)) {
    throw new TypeError("weights must be a Uint8Array, or a list of them, one for each shard")
  }
  const groups = manifest.filter(isJson)
  const paths = groups.flatMap((group) => (isList(group.paths) ? group.paths : []))
  if (!(weights instanceof Uint8Array) && shards.length !== paths.length) {
    throw unreadable(`expected ${paths.length} shards (${shown(paths)}), got ${shards.length}`)
  }
  const entries: Entry[] = []
  let total = 0
  for (const value of groups.flatMap((group) => (isList(group.weights) ? group.weights : []))) {
    const entry = readEntry(value, total)
    entries.push(entry)
    total += storedBytes(entry)
  }
  const got = shards.reduce((sum, shard) => sum + shard.length, 0)
  if (got !== total) throw unreadable(`the shards must hold ${total} bytes of weights, got ${got}`)
  return (path, role) => {
    const entry = findEntry(entries, { path, role })
    return entry && { name: entry.name, shape: entry.shape, values: () => decode(entry, shards) }
  }
}

function readEntry(value: unknown, offset: number): Entry {
  const { name, shape, dtype, quantization } = isJson(value) ? value : {}
  if (typeof name !== "string" || typeof dtype !== "string" || !isShape(shape)) {
    throw unreadable(`a weight of the manifest must have a name, a shape and a dtype, got ${shown(value)}`)
  }
  const stored = isJson(quantization) ? String(quantization.dtype) : dtype
  if (valueSizes[stored] === undefined) {
    throw unsupported(
      `weight ${name} is ${stored}, which cannot be read`,
      `Save the weights as one of ${Object.keys(valueSizes).join(", ")}`,
    )
  }
  // A weight is named `conv1/kernel`, in some versions `conv1/kernel:0`.
  const plain = { name: name.replace(/:\d+$/, ""), shape, dtype, offset }
  if (!isJson(quantization)) return plain
  const { scale = 1, min = 0 } = quantization
  if (typeof scale !== "number" || typeof min !== "number") {
    throw unreadable(`the quantization of ${name} must have numbers scale and min, got ${shown(quantization)}`)
  }
  return { ...plain, quantization: { dtype: stored, scale, min } }
}

function isShape(value: unknown): value is readonly number[] {
  return isList(value) && value.every((size) => Number.isSafeInteger(size) && Number(size) >= 0)
}

function storedBytes({ shape, dtype, quantization }: Entry): number {
  return shape.reduce((product, size) => product * size, valueSizes[quantization?.dtype ?? dtype]!)
}

/**
 * A weight is named after its layer. If nested models have layers of the same name, some versions put the names of the models in front:
 * the longest path that fits wins. `kernel_1` is the kernel of a layer that was built a second time.
 */
function findEntry(entries: readonly Entry[], weight: { path: readonly string[]; role: string }): Entry | undefined {
  const isRole = new RegExp(`^${weight.role}(_\\d+)?$`)
  const owned = entries.flatMap((entry) => {
    const slash = entry.name.lastIndexOf("/")
    return isRole.test(entry.name.slice(slash + 1)) ? [{ owner: entry.name.slice(0, slash), entry }] : []
  })
  for (let from = 0; from < weight.path.length; from++) {
    const layer = weight.path.slice(from).join("/")
    const exact = owned.filter(({ owner }) => owner === layer)
    const found = exact.length > 0 ? exact : owned.filter(({ owner }) => owner.endsWith(`/${layer}`))
    if (found.length > 1) {
      throw unreadable(
        `${found.map(({ entry }) => entry.name).join(" and ")} may all be the ${weight.role} of ${layer}`,
      )
    }
    if (found[0] !== undefined) return found[0].entry
  }
  return undefined
}

function decode(entry: Entry, shards: readonly Uint8Array[]): Float32Array<ArrayBuffer> {
  if (entry.dtype !== "float32") throw unreadable(`weight ${entry.name} must be float32, got ${entry.dtype}`)
  const { buffer } = cut(shards, { from: entry.offset, length: storedBytes(entry) })
  if (entry.quantization === undefined) return new Float32Array(buffer)
  const { dtype, scale, min } = entry.quantization
  if (dtype === "float16") return Float32Array.from(new Uint16Array(buffer), float16)
  const small = dtype === "uint8" ? new Uint8Array(buffer) : dtype === "uint16" ? new Uint16Array(buffer) : undefined
  if (small === undefined) throw unreadable(`weight ${entry.name} is quantized to ${dtype}, which no version writes`)
  return Float32Array.from(small, (value) => value * scale + min)
}

/** A copy of bytes that may lie in several shards. */
function cut(shards: readonly Uint8Array[], piece: { from: number; length: number }): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(piece.length)
  let start = 0
  for (const shard of shards) {
    const part = shard.subarray(Math.max(piece.from - start, 0), Math.max(piece.from + piece.length - start, 0))
    if (part.length > 0) bytes.set(part, Math.max(start - piece.from, 0))
    start += shard.length
  }
  return bytes
}

/** The value of 16 bits in IEEE 754 half precision. */
function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
