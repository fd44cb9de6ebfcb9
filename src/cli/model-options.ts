import { type Command, Option } from "commander"
import type { PreprocessingOption } from "../models/preprocessing-presets.ts"
import type { Classifier, Fit, ScoreScale } from "../types.ts"
import { throwAsModelProblem } from "./exit-code.ts"
import { presetOrJson } from "./parse-option.ts"
import { downloadLine } from "./progress-line.ts"
import type { Terminal } from "./terminal.ts"

/** Which model is asked, and what its file cannot tell. */
export interface ModelOptions {
  readonly model?: string
  readonly preprocessing?: PreprocessingOption
  readonly fit?: Fit
  readonly labels?: string
  readonly scale?: ScoreScale
  readonly runtime: "auto" | "native" | "wasm"
  readonly quiet?: boolean
}

/** The options of every command that asks a model. */
export function addModelOptions(command: Command): Command {
  return command
    .option(
      "-m, --model <name or file>",
      "a model of the list, an ONNX file or a Keras model.json (default: the one in the package)",
    )
    .option("--preprocessing <preset or json>", "how pictures become the numbers that a model file takes", presetOrJson)
    .addOption(
      new Option(
        "--fit <fit>",
        "stretch the picture to the model's size, cut its middle out, or add bars (default: the model's own)",
      ).choices(["squash", "crop", "pad"]),
    )
    .option("--labels <file>", "names of the classes: a JSON array, or one name a line")
    .addOption(new Option("--scale <scale>", "what the model's numbers are").choices(["probability", "logit"]))
    .addOption(
      new Option("--runtime <runtime>", "which build of ONNX Runtime computes")
        .choices(["auto", "native", "wasm"])
        .default("auto"),
    )
    .option("-q, --quiet", "print no grid, answers, remarks or progress; --json still prints")
}

/** Loads the model, with the progress of a download. Every failure on the way is the model's. */
export async function openModel(options: ModelOptions, terminal: Terminal): Promise<Classifier> {
  const { loadModel, nativeSpeedAdvice } = await import("./engine.ts")
  const { model, labels, scale, runtime } = options
  const preprocessing = withFit(options)
  const classifier = await loadModel(model, {
    runtime,
    ...(preprocessing === undefined ? {} : { preprocessing }),
    ...(labels === undefined ? {} : { labels }),
    ...(scale === undefined ? {} : { scale }),
    signal: terminal.signal,
    onProgress: (progress) => terminal.status(downloadLine(progress, terminal.width)),
  }).catch(throwAsModelProblem)
  terminal.status("")
  const advice = runtime === "auto" ? nativeSpeedAdvice(classifier.description?.runtime ?? "") : undefined
  if (advice !== undefined) terminal.note(`Models run in WebAssembly here. Several times faster after: ${advice}`)
  return classifier
}

/** `--fit` takes the place of what a preset or a record says. */
function withFit({ preprocessing, fit }: ModelOptions): PreprocessingOption | undefined {
  if (fit === undefined) return preprocessing
  return { ...(typeof preprocessing === "string" ? { preset: preprocessing } : preprocessing), fit }
}
