/** `gridexplainer/report`: explanations as files. */
export { explanationJsonSchema, explanationSchema } from "./explanation-schema.ts"
export type { ReportPictures } from "./html/report-pictures.ts"
export { parse } from "./parse.ts"
export { recordOfReport } from "./record-of-report.ts"
export { type ReportOptions, report } from "./report.ts"
export { serialize } from "./serialize.ts"
export { english, type ReportWords } from "./words/english.ts"
