import type { SavedModel } from "./tfjs.ts"

/** A layer as a test writes it down: its class, its settings, its weights in Keras's order. */
export interface LayerSource {
  readonly className: string
  readonly name?: string
  readonly config?: object
  readonly weights?: Readonly<Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>>
}

/** The files of a Sequential model that ends in a Flatten, as Keras 2 writes them. */
export function sequentialFiles(
  shape: readonly number[],
  layers: readonly LayerSource[],
  { kerasVersion = "2.4.0" }: { readonly kerasVersion?: string } = {},
): SavedModel {
  const named = [...layers, { className: "Flatten" }].map((layer, i) => ({ name: `layer_${i + 1}`, ...layer }))
  const input = { class_name: "InputLayer", config: { name: "input_1", batch_input_shape: [null, ...shape] } }
  const topology = {
    class_name: "Sequential",
    config: {
      name: "sequential",
      layers: [
        input,
        ...named.map(({ className, name, config }) => ({ class_name: className, config: { name, ...config } })),
      ],
    },
  }
  const weights = named.flatMap(({ name, weights = {} }: LayerSource) =>
    Object.entries(weights).map(([role, { shape, values }]) => ({ name: `${name}/${role}`, shape, values })),
  )
  return {
    model: {
      format: "layers-model",
      modelTopology: { keras_version: kerasVersion, backend: "tensorflow", model_config: topology },
      weightsManifest: [
        {
          paths: ["group1-shard1of1.bin"],
          weights: weights.map(({ name, shape }) => ({ name, shape, dtype: "float32" })),
        },
      ],
    },
    weights: new Uint8Array(Float32Array.from(weights.flatMap(({ values }) => values)).buffer),
  }
}
