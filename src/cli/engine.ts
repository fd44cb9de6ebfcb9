/** Everything that commands work with; loaded when one runs, so that help and version need no model runtime and no image library. */

export { subjectOf } from "../asking/open-run.ts"
export { chooseQuestion } from "../evidence/choose-question.ts"
export { nativeSpeedAdvice } from "../models/onnx/index.ts"
export * from "../node/index.ts"
export { inFront } from "../reading/view.ts"
export { untied } from "../words/fill-in.ts"
