/** Everything that commands work with; loaded when a command runs, so that help and version need no model runtime and no image library. */

export { nativeSpeedAdvice } from "../models/onnx/index.ts"
export * from "../node/index.ts"
