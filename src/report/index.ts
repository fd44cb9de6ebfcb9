/** `gridexplainer/report`: explanations as files. */
export { explanationJsonSchema, explanationSchema } from "./explanation-schema.ts"
export { parse } from "./parse.ts"
export { serialize } from "./serialize.ts"
export { toCsv } from "./to-csv.ts"
export { toMarkdown } from "./to-markdown.ts"
export { type ToNpyOptions, toNpy } from "./to-npy.ts"
