/**
 * One forbidden import for each clause of the import law: the clause, who imports, and what.
 *
 * @type {readonly (readonly [clause: string, file: string, target?: string])[]}
 */
export const forbiddenImports = [
  ["no-cycles", "src/planted.ts", "./planted-too.ts"],
  ["no-orphans", "src/planted.ts"],
  ["nouns-import-nothing", "src/random.ts", "./image/resize-image.ts"],
  ["image-imports-nouns", "src/image/planted.ts", "../regions/grid.ts"],
  ["stages-stand-alone", "src/regions/planted.ts", "../fills/blur.ts"],
  ["evidence-composes-stages", "src/evidence/planted.ts", "../render/render-svg.ts"],
  ["asking-serves-whoever-asks", "src/asking/planted.ts", "../explain.ts"],
  ["reading-needs-the-record-alone", "src/reading/planted.ts", "../scoring/score-batches.ts"],
  ["words-say-what-was-read", "src/words/planted.ts", "../render/render-svg.ts"],
  ["wiring-tries-any-classifier", "src/wiring/planted.ts", "../explain.ts"],
  ["pictures-and-words-need-no-model", "src/render/planted.ts", "../models/function-model.ts"],
  ["pictures-join-record-and-photo", "src/pictures/planted.ts", "../scoring/score-batches.ts"],
  ["only-hosts-use-pictures", "src/render/planted.ts", "../pictures/draw-explanation.ts"],
  ["core-knows-no-host", "src/scoring/planted.ts", "../models/onnx/index.ts"],
  ["models-import-image-and-models", "src/models/planted.ts", "../regions/grid.ts"],
  ["onnx-and-keras-stand-apart", "src/models/onnx/planted.ts", "../keras/index.ts"],
  ["nobody-imports-the-command", "src/node/planted.ts", "../cli/bin.ts"],
  ["the-command-is-a-client", "src/cli/planted.ts", "../fills/blur.ts"],
  ["node-only-at-the-rim", "src/models/keras/planted.ts", "node:fs"],
  ["core-has-no-dependency", "src/fills/planted.ts", "ansis"],
  ["only-report-uses-zod", "src/cli/planted.ts", "zod"],
  ["report-uses-only-zod", "src/report/planted.ts", "ansis"],
  ["heavy-packages-are-loaded-late", "src/node/planted.ts", "sharp"],
  ["no-development-packages", "src/node/planted.ts", "typescript"],
  ["everything-resolves", "src/cli/planted.ts", "./nowhere.ts"],
]
