import { titleOf } from "./config.ts"
import { unreadable, unsupported } from "./failures.ts"
import { type Conversion, layerCall } from "./layer-call.ts"
import { layerConverters } from "./layers/registry.ts"
import type { LayerSpec, ModelSpec, TensorRef } from "./model-json.ts"
import type { Tensor } from "./tensor.ts"

/** Writes a model, and the models nested in it, into the graph of the conversion. Answers the model's outputs. */
export function convertModel(
  model: ModelSpec,
  conversion: Conversion,
  { inputs, path = [] }: { readonly inputs: readonly Tensor[]; readonly path?: readonly string[] },
): readonly Tensor[] {
  const layers = new Map(model.layers.map((layer) => [layer.name, layer]))
  const firstCalls = firstCallsOf(model)
  /** What each call gave; nothing while it is under way. */
  const outputs = new Map<string, readonly Tensor[] | undefined>()
  for (const [i, { layer, call }] of model.inputs.entries()) {
    const input = inputs[i]
    if (input === undefined)
      throw unreadable(`layer ${path.join("/")} must take ${model.inputs.length} tensors, got ${i}`)
    outputs.set(`${layer} ${call}`, [input])
  }

  const tensorOf = (ref: TensorRef): Tensor => {
    const id = `${ref.layer} ${ref.call}`
    if (!outputs.has(id)) {
      outputs.set(id, undefined)
      outputs.set(id, outputsOf(ref))
    }
    const found = outputs.get(id)
    if (found === undefined) throw unreadable(`layer ${ref.layer} feeds itself in a circle`)
    const tensor = found[ref.tensor]
    if (tensor === undefined)
      throw unreadable(`layer ${ref.layer} has ${found.length} outputs, none has the index ${ref.tensor}`)
    return tensor
  }

  const outputsOf = (ref: TensorRef): readonly Tensor[] => {
    const layer = layers.get(ref.layer)
    if (layer === undefined) throw unreadable(`a layer takes the output of ${ref.layer}, which the model does not have`)
    const call = layer.calls[ref.call - (firstCalls.get(layer.name) ?? 0)]
    if (call === undefined)
      throw unreadable(`${titleOf(layer)} is called ${layer.calls.length} times, not ${ref.call + 1}`)
    return convertLayer(layer, conversion, { inputs: call.map(tensorOf), path: [...path, layer.name] })
  }

  return model.outputs.map(tensorOf)
}

function convertLayer(
  layer: LayerSpec,
  conversion: Conversion,
  site: { readonly inputs: readonly Tensor[]; readonly path: readonly string[] },
): readonly Tensor[] {
  if (layer.model !== undefined) return convertModel(layer.model, conversion, site)
  const converter = Object.hasOwn(layerConverters, layer.className) ? layerConverters[layer.className] : undefined
  if (converter === undefined) {
    throw unsupported(
      `${titleOf(layer)} cannot be converted`,
      `These layers work: ${Object.keys(layerConverters).join(", ")}, and models of them`,
    )
  }
  return [converter(layerCall(conversion, { layer, ...site }))]
}

/**
 * The index of each nested model's first call: 1 where Keras counts the making of the model as call 0, else 0.
 * The last call is always taken by something, so that the highest index tells.
 */
function firstCallsOf({ layers, outputs }: ModelSpec): ReadonlyMap<string, number> {
  const refs = [...layers.flatMap(({ calls }) => calls.flat()), ...outputs]
  const nested = layers.filter(({ model }) => model !== undefined)
  return new Map(
    nested.map(({ name, calls }) => {
      const last = Math.max(...refs.filter(({ layer }) => layer === name).map(({ call }) => call))
      return [name, last >= calls.length ? 1 : 0]
    }),
  )
}
