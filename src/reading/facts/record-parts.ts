import type { EffectMeaning } from "../../explanation.ts"
import type { View } from "../view.ts"

/** The path of a noise floor in the record. */
export const floorPlace: Readonly<Record<EffectMeaning, string>> = {
  average: "evidence.noise.average",
  alone: "evidence.noise.alone",
  "shown-alone": "evidence.noise.alone",
  around: "evidence.noise.around",
}

/** The kind of effect that is mentioned next to the one in front. */
export const beside: Readonly<Record<EffectMeaning, EffectMeaning | undefined>> = {
  average: "alone",
  alone: "average",
  "shown-alone": undefined,
  around: "alone",
}

/** The paths of a region's effect and of the ends of its interval in the record. */
export function effectPlaces({ path, low, high }: View, region?: number): readonly string[] {
  const at = (field: string): string => `${path}.${field}${region === undefined ? "" : `[${region}]`}`
  return [at("effects"), ...(low === undefined || high === undefined ? [] : [at("low"), at("high")])]
}
