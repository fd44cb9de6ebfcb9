/** `gridexplainer/report`: explanations as files. */
export { explanationJsonSchema, explanationSchema } from "./explanation-schema.ts"
export { parse } from "./parse.ts"
export { serialize } from "./serialize.ts"
