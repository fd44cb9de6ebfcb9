import { titleOf } from "./config.ts"
import { unreadable } from "./failures.ts"
import type { LayerSpec, ModelSpec, TensorRef } from "./model-json.ts"

/** One call of a layer, and the tensors that it takes. */
interface LayerUse {
  readonly id: string
  readonly layer: LayerSpec
  readonly takes: readonly TensorRef[]
}

/** An id that tells calls apart. */
export function callId({ layer, call }: TensorRef): string {
  return `${layer} ${call}`
}

/** The calls that a model's outputs need, each after those whose tensors it takes. */
export function callOrder(model: ModelSpec): readonly LayerUse[] {
  const find = finder(model)
  const inputs = new Set(model.inputs.map(callId))
  const order = new Map<string, LayerUse>()
  /** The next call to look at is the last one; those in `waiting` wait for later calls in the stack. */
  const stack = [...model.outputs]
  const waiting = new Set<string>()
  const isReady = (ref: TensorRef): boolean => inputs.has(callId(ref)) || order.has(callId(ref))
  for (let ref = stack.at(-1); ref !== undefined; ref = stack.at(-1)) {
    if (isReady(ref)) {
      stack.pop()
      continue
    }
    const use = find(ref)
    const missing = use.takes.filter((taken) => !isReady(taken))
    waiting.add(use.id)
    if (missing.length === 0) {
      order.set(use.id, use)
      waiting.delete(use.id)
    } else if (missing.some((taken) => waiting.has(callId(taken)))) {
      throw unreadable(`${titleOf(use.layer)} feeds itself in a circle`)
    }
    stack.push(...missing.toReversed())
  }
  return [...order.values()]
}

function finder(model: ModelSpec): (ref: TensorRef) => LayerUse {
  const layers = new Map(model.layers.map((layer) => [layer.name, layer]))
  const firstCalls = firstCallsOf(model)
  const twin = model.layers.find((layer) => layers.get(layer.name) !== layer)
  if (twin !== undefined) throw unreadable(`layers must have names of their own, got two of ${twin.name}`)
  return (ref) => {
    const layer = layers.get(ref.layer)
    if (layer === undefined) throw unreadable(`a layer takes the output of ${ref.layer}, which the model does not have`)
    const takes = layer.calls[ref.call - (firstCalls.get(layer.name) ?? 0)]
    if (takes !== undefined) return { id: callId(ref), layer, takes }
    throw unreadable(`${titleOf(layer)} is called ${layer.calls.length} times, not ${ref.call + 1}`)
  }
}

/**
 * The index of each nested model's first call: 1 if Keras counts the making of the model as call 0, otherwise 0.
 * Something always takes the last call, so the highest index tells.
 */
function firstCallsOf({ layers, outputs }: ModelSpec): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const { layer, call } of [...layers.flatMap(({ calls }) => calls.flat()), ...outputs]) {
    last.set(layer, Math.max(call, last.get(layer) ?? 0))
  }
  const nested = layers.filter(({ model }) => model !== undefined)
  return new Map(nested.map(({ name, calls }) => [name, (last.get(name) ?? 0) >= calls.length ? 1 : 0]))
}
