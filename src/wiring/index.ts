/** The entry point "gridexplainer/wiring": is a model fed and read as intended, and do maps show what the model does? Pure; for any classifier. */

export {
  checkSanity,
  type SanityMap,
  type SanityOptions,
  type SanityPicture,
  type SanityReport,
} from "./check-sanity.ts"
export { type CheckWiringOptions, checkWiring } from "./check-wiring.ts"
export type { ModelLayers } from "./layer-distance.ts"
export type {
  Authority,
  Measured,
  Probe,
  WiringCheck,
  WiringFinding,
  WiringName,
  WiringRemedy,
  WiringReport,
} from "./wiring-record.ts"
