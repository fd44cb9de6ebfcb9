/** The door "gridexplainer/wiring": is a model fed and read as it was meant, and do maps show the model? Pure; any classifier. */

export {
  checkSanity,
  type SanityMap,
  type SanityOptions,
  type SanityPicture,
  type SanityReport,
} from "./check-sanity.ts"
export { type CheckWiringOptions, checkWiring } from "./check-wiring.ts"
export type { ModelLayers } from "./layer-distance.ts"
export type { Probe, WiringCheck, WiringName, WiringReport } from "./wiring-record.ts"
