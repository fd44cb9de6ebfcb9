/** Everything that commands work with; loaded when one runs, so that help and version need no model runtime and no image library. */

export { everyAlone } from "../evidence/every-alone.ts"
export { evidenceFills } from "../evidence/evidence-options.ts"
export { nativeSpeedAdvice } from "../models/onnx/index.ts"
export * from "../node/index.ts"
export { scoreTargets } from "../scoring/score-targets.ts"
export { untied } from "../words/fill-in.ts"
