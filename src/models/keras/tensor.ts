/**
 * A value in the converted graph.
 *
 * ONNX Runtime computes pictures channels first, Keras writes them channels last. One rule settles every layer:
 * what Keras sees as `[height, width, channels]` is stored as `[batch, channels, height, width]`;
 * everything else is stored as in Keras, after the batch.
 */
export interface Tensor {
  /** The name of the value in the graph. */
  readonly name: string
  /** Keras's shape, without the batch. */
  readonly shape: readonly number[]
}

/** Where each axis of a picture is stored, batch first: batch, height, width, channels. */
const pictureAxes: readonly number[] = [0, 2, 3, 1]

/** The stored axis for an axis of Keras, where 0 is the batch and -1 the last; undefined if there is no such axis. */
export function storedAxis({ shape }: Tensor, axis: number): number | undefined {
  const positive = axis < 0 ? axis + shape.length + 1 : axis
  if (positive < 1 || positive > shape.length) return undefined
  return shape.length === 3 ? pictureAxes[positive] : positive
}

/** A shape as it is stored, without the batch. */
export function storedShape(shape: readonly number[]): readonly number[] {
  const [height, width, channels] = shape
  return shape.length === 3 ? [channels!, height!, width!] : shape
}

/** Whether the numbers of this shape lie in memory in Keras's order. */
export function isInKerasOrder([height, width, channels, ...more]: readonly number[]): boolean {
  return channels === undefined || more.length > 0 || channels === 1 || height! * width! === 1
}

export function productOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** numpy.transpose: axis `k` of the result is axis `order[k]` of `values`, which have the given shape. */
export function transposed(
  values: Float32Array,
  { shape, order }: { readonly shape: readonly number[]; readonly order: readonly number[] },
): Float32Array<ArrayBuffer> {
  const steps = shape.map((_, axis) => productOf(shape.slice(axis + 1)))
  const out = new Float32Array(values.length)
  let at = 0
  const walk = (k: number, from: number): void => {
    const size = shape[order[k]!]!
    const step = steps[order[k]!]!
    if (k === order.length - 1) for (let i = 0; i < size; i++) out[at++] = values[from + i * step]!
    else for (let i = 0; i < size; i++) walk(k + 1, from + i * step)
  }
  walk(0, 0)
  return out
}
