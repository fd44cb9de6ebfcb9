import { expect, it, onTestFinished, vi } from "vitest"
import { explain } from "../../../src/explain.ts"
import type { CatalogEntry } from "../../../src/models/catalog.ts"
import { loadModel } from "../../../src/node/models/load-model.ts"
import { grid } from "../../../src/regions/grid.ts"

const caution = "Only a toy."

/** The model of the package, as if its publisher warned of it: no other is here without a download. */
vi.mock("../../../src/models/catalog.ts", async (original) => {
  const real = await original<{ readonly catalog: readonly CatalogEntry[] }>()
  return { ...real, catalog: real.catalog.map((entry) => ({ ...entry, caution: "Only a toy." })) }
})

const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12).fill(90) } as const

it("what a publisher warns of reaches the record of every picture that its model is asked about", async () => {
  const model = await loadModel("efficientnet-lite0")
  onTestFinished(() => model.dispose?.())
  const { model: recorded } = await explain(model, image, { regions: grid(2), evidence: "none" })
  expect(recorded.caution).toBe(caution)
})

it("a user may say more of it", async () => {
  const model = await loadModel("efficientnet-lite0", { caution: "Not for exams." })
  onTestFinished(() => model.dispose?.())
  expect(model.description?.caution).toBe("Not for exams.")
})
