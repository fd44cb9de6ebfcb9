import type { Classifier } from "../../types.ts"
import { type OnnxModelOptions, onnxModel } from "../onnx/onnx-model.ts"
import { type KerasFiles, type KerasToOnnxOptions, kerasToOnnx } from "./keras-to-onnx.ts"

/** The options of `kerasModel`: those of `kerasToOnnx` and of `onnxModel`. */
export interface KerasModelOptions extends OnnxModelOptions, KerasToOnnxOptions {}

/**
 * Makes a classifier of a Keras model in the TensorFlow.js layers format, by converting it to ONNX.
 *
 * @throws GridExplainerError and RangeError as `kerasToOnnx` and `onnxModel`.
 *
 * @example
 * ```ts
 * import { kerasModel } from "gridexplainer/keras"
 * const layers = [
 *   { class_name: "GlobalAveragePooling2D", config: { name: "mean", batch_input_shape: [null, 8, 8, 3] } },
 *   { class_name: "Activation", config: { name: "colour", activation: "softmax" } },
 * ]
 * const model = { modelTopology: { class_name: "Sequential", config: { layers } }, weightsManifest: [] }
 * const classifier = await kerasModel({ model, weights: [] }, { name: "colour", preprocessing: "zero-one" })
 * classifier.scale // => "probability"
 * classifier.inputSize // => { width: 8, height: 8 }
 * await classifier.dispose?.()
 * ```
 */
export async function kerasModel(files: KerasFiles, options: KerasModelOptions): Promise<Classifier> {
  return onnxModel(await kerasToOnnx(files, options), options)
}
