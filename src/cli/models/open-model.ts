import type { Classifier, PreprocessingOption } from "../../index.ts"
import { loadModel, nativeSpeedAdvice } from "../engine.ts"
import { throwAsModelProblem } from "../exit-code.ts"
import { isolation, type ModelOptions } from "../options/model-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"
import { downloadLine } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { seconds, verboseNote } from "../terminal/verbose.ts"

/** Loads the model, with the progress of a download. Every failure on the way is the model's. */
export async function openModel(
  options: ModelOptions & Pick<PictureFlags, "timeout">,
  terminal: Terminal,
): Promise<Classifier> {
  const { model, labels, scale, runtime = "auto", timeout } = options
  const preprocessing = withFit(options)
  const began = performance.now()
  const classifier = await loadModel(model, {
    runtime,
    isolate: isolation(options),
    ...(preprocessing === undefined ? {} : { preprocessing }),
    ...(labels === undefined ? {} : { labels }),
    ...(scale === undefined ? {} : { scale }),
    ...(timeout === undefined ? {} : { timeout: 1000 * timeout }),
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

/** `--fit` overrides what a preset or a record says. */
export function withFit({
  preprocessing,
  fit,
}: Pick<ModelOptions, "preprocessing" | "fit">): PreprocessingOption | undefined {
  if (fit === undefined) return preprocessing
  return { ...(typeof preprocessing === "string" ? { preset: preprocessing } : preprocessing), fit }
}
