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
