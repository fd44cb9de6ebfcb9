/** The entry point "gridexplainer/keras": Keras models in the TensorFlow.js layers format. */

export { type KerasModelOptions, kerasModel } from "./keras-model.ts"
export { type KerasFiles, type KerasToOnnxOptions, kerasToOnnx } from "./keras-to-onnx.ts"
