import type { Command } from "commander"
import type { PreprocessingOption } from "../models/preprocessing-presets.ts"
import type { Classifier, Fit, ScoreScale } from "../types.ts"
import { throwAsModelProblem } from "./exit-code.ts"
import { choiceOption, presetOrJson, wholeNumber } from "./parse-option.ts"
import { downloadLine } from "./progress-line.ts"
import type { Terminal } from "./terminal.ts"
import { seconds, verboseNote } from "./verbose.ts"

/** Which model is asked, and what its file cannot tell. */
export interface ModelOptions {
  readonly model?: string
  readonly preprocessing?: PreprocessingOption
  readonly fit?: Fit
  readonly labels?: string
  readonly scale?: ScoreScale
  readonly runtime?: "auto" | "native" | "wasm"
  readonly batch?: number
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** The options of every command that asks a model. */
export function addModelOptions(command: Command): void {
  command
    .optionsGroup("The model:")
    .option("-m, --model <model>", "a name (see models list), .onnx or model.json file")
    .option("--preprocessing <preset>", "how pictures become numbers, for files; or JSON", presetOrJson)
    .addOption(choiceOption("--fit <fit>", "how pictures get its shape", ["squash", "crop", "pad"]))
    .option("--labels <file>", "names of classes: lines, CSV, JSON or a Python dict")
    .addOption(choiceOption("--scale <scale>", "what its numbers are", ["probability", "logit"]))
    .addOption(choiceOption("--runtime <runtime>", "ONNX Runtime", ["auto", "native", "wasm"]))
    .option("--batch <count>", "pictures a call; never changes results", wholeNumber({ least: 1 }))
}

/** Loads the model, with the progress of a download. Every failure on the way is the model's. */
export async function openModel(options: ModelOptions, terminal: Terminal): Promise<Classifier> {
  const { loadModel, nativeSpeedAdvice } = await import("./engine.ts")
  const { model, labels, scale, runtime = "auto" } = options
  const preprocessing = withFit(options)
  const began = performance.now()
  const classifier = await loadModel(model, {
    runtime,
    ...(preprocessing === undefined ? {} : { preprocessing }),
    ...(labels === undefined ? {} : { labels }),
    ...(scale === undefined ? {} : { scale }),
    signal: terminal.signal,
    onProgress: (progress) => terminal.status(downloadLine(progress, terminal.statusWidth)),
  }).catch(throwAsModelProblem)
  terminal.status("")
  const { description } = classifier
  const computing = description?.runtime ?? "unknown runtime"
  verboseNote(options, terminal, `model ${classifier.name}: ${computing}, loaded in ${seconds(began)}`)
  verboseNote(options, terminal, `model ${classifier.name}: sha256 ${description?.sha256 ?? "unknown"}`)
  const advice = runtime === "auto" ? nativeSpeedAdvice(computing) : undefined
  if (advice !== undefined) terminal.note(`Models run in WebAssembly here. Several times faster after: ${advice}`)
  return classifier
}

/** `--fit` takes the place of what a preset or a record says. */
export function withFit({
  preprocessing,
  fit,
}: Pick<ModelOptions, "preprocessing" | "fit">): PreprocessingOption | undefined {
  if (fit === undefined) return preprocessing
  return { ...(typeof preprocessing === "string" ? { preset: preprocessing } : preprocessing), fit }
}
