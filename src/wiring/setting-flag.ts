import { preprocessingPresets, presetNames } from "../models/preprocessing-presets.ts"
import type { Preprocessing } from "../types.ts"

/**
 * The option of the command that sets a preprocessing: a preset's name where one says the same, else JSON with the fields that no default gives.
 *
 * `declared` is what the flag replaces: a layout is named only where it differs from that.
 */
export function settingFlag(setting: Preprocessing, declared: Preprocessing): string {
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
