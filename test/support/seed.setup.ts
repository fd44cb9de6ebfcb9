import fc from "fast-check"
import { inject } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    /** Seeds whatever a test draws at random. */
    seed: number
    /** Planted models of each kind that the evidence is tried on. */
    plantedSeeds: number
  }
}

/** The same drawings every time, so that the gate tells of a change and not of luck; `npm run fuzz:tests` draws others. */
fc.configureGlobal({ seed: inject("seed") })
