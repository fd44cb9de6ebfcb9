import type { Preprocessing } from "../../index.ts"
import type { WiringRemedy } from "../../wiring/index.ts"
import { preprocessingPresets, presetNames } from "../engine.ts"

/** The option of the command that fixes what a check found; `declared` is the preprocessing that was checked. */
export function remedyFlag(remedy: WiringRemedy, declared: Preprocessing): string {
  if ("scale" in remedy) return `--scale ${remedy.scale}`
  if ("fit" in remedy) return `--fit ${remedy.fit}`
  if ("batch" in remedy) return `--batch ${remedy.batch}`
  if ("preprocessing" in remedy) return settingFlag(remedy.preprocessing, declared)
  const list = {
    "one-a-class": `a list of ${remedy.classes} names`,
    "as-trained": "the list that the model was trained with",
    "one-more-in-front": "the list with one more name in front",
    "without-first": "the list without its first line",
  }[remedy.labels]
  return `--labels <${list}>`
}

/**
 * The option that sets a preprocessing: the name of a preset that says the same, or else JSON with the fields that differ from the defaults.
 *
 * `declared` is what the option replaces: a layout is named only if it differs from that.
 */
function settingFlag(setting: Preprocessing, declared: Preprocessing): string {
  const { order, range, mean, std, fit, filter, layout } = setting
  const preset = presetNames.find((name) => {
    const { ...fields } = preprocessingPresets[name]
    return JSON.stringify(fields, Object.keys(fields).sort()) === JSON.stringify(setting, Object.keys(fields).sort())
  })
  if (preset !== undefined && layout === declared.layout) return `--preprocessing ${preset}`
  const fields = {
    order,
    range,
    ...(isAll(mean, 0) && isAll(std, 1) ? {} : { mean, std }),
    ...(fit === "squash" ? {} : { fit }),
    ...(filter === "bilinear" ? {} : { filter }),
    ...(layout === declared.layout ? {} : { layout }),
  }
  return `--preprocessing '${JSON.stringify(fields)}'`
}

function isAll(values: readonly number[], wanted: number): boolean {
  return values.every((value) => value === wanted)
}
