import { callId, callOrder } from "./call-order.ts"
import { titleOf } from "./config.ts"
import { shown, unreadable, unsupported } from "./failures.ts"
import { type Conversion, layerCall } from "./layer-call.ts"
import { layerConverters } from "./layers/registry.ts"
import type { LayerSpec, ModelSpec, TensorRef } from "./model-json.ts"
import { productOf, type Tensor } from "./tensor.ts"

/** The tensors that a layer takes, and the names that lead to it through nested models. */
interface Site {
  readonly inputs: readonly Tensor[]
  readonly path: readonly string[]
}

/** Writes a model, and the models nested in it, into the graph of the conversion. Returns the model's outputs. */
export function convertModel(model: ModelSpec, conversion: Conversion, { inputs, path }: Site): readonly Tensor[] {
  if (inputs.length !== model.inputs.length) {
    throw unreadable(`model ${path.join("/")} must take ${model.inputs.length} tensors, got ${inputs.length}`)
  }
  /** What each call has returned. */
  const given = new Map<string, readonly Tensor[]>(model.inputs.map((ref, i) => [callId(ref), [inputs[i]!]]))
  const tensorOf = (ref: TensorRef): Tensor => {
    const tensors = given.get(callId(ref)) ?? []
    const tensor = tensors[ref.tensor]
    if (tensor !== undefined) return tensor
    throw unreadable(`layer ${ref.layer} has ${tensors.length} outputs, none has the index ${ref.tensor}`)
  }
  for (const { id, layer, takes } of callOrder(model)) {
    given.set(id, convertLayer(layer, conversion, { inputs: takes.map(tensorOf), path: [...path, layer.name] }))
  }
  return model.outputs.map(tensorOf)
}

/** The most numbers between two layers, 256 MiB of them for one picture: a few characters of model.json can ask for any amount. */
const mostBetween = 2 ** 26

function refuseHuge(layer: LayerSpec, { shape }: Tensor): void {
  const count = productOf(shape)
  if (count <= mostBetween) return
  throw unsupported(
    `${titleOf(layer)} makes ${shown(shape)}, which are ${count} numbers, at most ${mostBetween} work`,
    "Save a smaller model",
  )
}

function convertLayer(layer: LayerSpec, conversion: Conversion, site: Site): readonly Tensor[] {
  if (layer.model !== undefined) return convertModel(layer.model, conversion, site)
  const converter = Object.hasOwn(layerConverters, layer.className) ? layerConverters[layer.className] : undefined
  if (converter === undefined) {
    throw unsupported(
      `${titleOf(layer)} cannot be converted`,
      `These layers work: ${Object.keys(layerConverters).join(", ")}, and models of them`,
    )
  }
  const made = converter(layerCall(conversion, { layer, ...site }))
  refuseHuge(layer, made)
  return [made]
}
