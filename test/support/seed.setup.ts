import fc from "fast-check"
import { inject } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    /** Seeds whatever a test draws at random. */
    seed: number
    /** How many drawings are held against the laws of any drawing. */
    drawings: number
    /** How many planted models of each kind `npm run bench:planted` asks for; null in the gate. */
    plantedSeeds: number | null
  }
}

/** The same drawings every time, so that the gate tells of a change and not of luck; `npm run fuzz:tests` draws others. */
fc.configureGlobal({ seed: inject("seed") })
