import { GridExplainerError } from "../../errors.ts"
import type { PreprocessingOption } from "../../models/preprocessing-presets.ts"
import { predict } from "../../predict.ts"
import type { Classifier, Image, Preprocessing, ScoreOptions, ScoreScale } from "../../types.ts"
import type { WiringCheck } from "../../wiring/wiring-record.ts"
import type { ModelSettings, ReadModel } from "./model-kind.ts"

/** A model that answers, and what had to be changed for that. */
export interface OpenedForCheck {
  readonly classifier: Classifier
  /** Flagged checks, which replace those with the same names. */
  readonly found: readonly WiringCheck[]
}

/**
 * Loads a model so that it can be checked: without its labels and, if it does not answer with the declared scale or layout, with another one.
 *
 * @throws what loading or asking throws if the model does not answer in any way.
 */
export async function openForCheck(
  model: ReadModel,
  picture: Image,
  { signal }: ScoreOptions = {},
): Promise<OpenedForCheck> {
  const { labels: _labels, ...declared } = model.declared
  const problems: unknown[] = []
  for (const preprocessing of [declared.preprocessing, ...otherLayout(declared.preprocessing)])
    for (const scale of [...new Set<ScoreScale | undefined>([declared.scale, undefined, "probability", "logit"])]) {
      const tried = {
        ...(scale === undefined ? {} : { scale }),
        ...(preprocessing === undefined ? {} : { preprocessing }),
      }
      const classifier = await answering(model, tried, { picture, signal }).catch((error: unknown) => {
        signal?.throwIfAborted()
        problems.push(error)
        return undefined
      })
      if (classifier !== undefined) return { classifier, found: changes(classifier, { declared, tried }) }
      if (!isScaleConflict(problems.at(-1))) break
    }
  throw problems[0]
}

/** Opens the model and asks it once. */
async function answering(
  model: ReadModel,
  settings: ModelSettings,
  { picture, signal }: ScoreOptions & { readonly picture: Image },
): Promise<Classifier> {
  const classifier = await model.open(settings)
  try {
    await predict(classifier, picture, { signal })
    return classifier
  } catch (error) {
    await classifier.dispose?.()
    throw error
  }
}

/** The same with the channels on the other axis, if the option states a layout. */
function otherLayout(option: PreprocessingOption | undefined): readonly PreprocessingOption[] {
  if (typeof option !== "object" || option.layout === undefined) return []
  return [{ ...option, layout: option.layout === "NCHW" ? "NHWC" : "NCHW" }]
}

function isScaleConflict(error: unknown): boolean {
  return error instanceof GridExplainerError && error.code === "SCALE_CONFLICT"
}

function changes(
  { description, scale }: Classifier,
  { declared, tried }: { readonly declared: ModelSettings; readonly tried: ModelSettings },
): readonly WiringCheck[] {
  const found: WiringCheck[] = []
  if (tried.scale !== declared.scale) found.push(scaleFinding(scale, declared.scale))
  const preprocessing = description?.preprocessing
  if (tried.preprocessing !== declared.preprocessing && preprocessing !== undefined)
    found.push(layoutFinding(preprocessing))
  return found
}

function scaleFinding(found: ScoreScale, declared: ScoreScale | undefined): WiringCheck {
  const finding = { kind: "scale", declared, found, isRefused: true } as const
  return { name: "scale", state: "flagged", finding, remedy: { scale: found } }
}

function layoutFinding(preprocessing: Preprocessing): WiringCheck {
  const found = preprocessing.layout
  const finding = { kind: "layout", declared: found === "NCHW" ? "NHWC" : "NCHW", found } as const
  return { name: "layout", state: "flagged", finding, remedy: { preprocessing } }
}
