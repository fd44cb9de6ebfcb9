import type { Command } from "commander"
import type { Fit, PreprocessingOption, ScoreScale } from "../../index.ts"
import type { IsolateLimits } from "../../models/onnx/index.ts"
import { choiceOption, isolateLimits, presetOrJson, wholeNumber } from "./parse-option.ts"

/** Which model is asked, and what its file cannot tell. */
export interface ModelOptions {
  readonly model?: string
  readonly preprocessing?: PreprocessingOption
  readonly fit?: Fit
  readonly labels?: string
  readonly scale?: ScoreScale
  readonly runtime?: "auto" | "native" | "wasm"
  readonly batch?: number
  readonly isolate?: boolean
  readonly isolateLimits?: IsolateLimits
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
    .option("--isolate", "run it in a separate process, with limits")
    .option("--isolate-limits <limits>", "the same with other limits: 120s,2GB", isolateLimits)
    .option("--batch <count>", "pictures per call; never changes results", wholeNumber({ least: 1 }))
}

/** Whether a model runs in a separate process, and with which limits. */
export function isolation({ isolate = false, isolateLimits }: ModelOptions): boolean | IsolateLimits {
  return isolateLimits ?? isolate
}
