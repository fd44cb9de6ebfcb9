import type { EffectMeaning } from "../../explanation.ts"
import type { View } from "../view.ts"

/** Where a noise floor stands in the record. */
export const floorPlace: Readonly<Record<EffectMeaning, string>> = {
  average: "evidence.noise.average",
  alone: "evidence.noise.alone",
  "shown-alone": "evidence.noise.alone",
  around: "evidence.noise.around",
}

/** The kind of effect that is told beside the one in front. */
export const beside: Readonly<Record<EffectMeaning, EffectMeaning | undefined>> = {
  average: "alone",
  alone: "average",
  "shown-alone": undefined,
  around: "alone",
}

/** Where the effect of a region stands in the record, with the ends of its interval. */
export function effectPlaces({ path, low, high }: View, region?: number): readonly string[] {
  const at = (field: string): string => `${path}.${field}${region === undefined ? "" : `[${region}]`}`
  return [at("effects"), ...(low === undefined || high === undefined ? [] : [at("low"), at("high")])]
}
