import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const grids = here("../../../shared/data/seed/published-grids.json")

describe.skipIf(!existsSync(grids))("the original's published grids (skipped without ../shared)", () => {
  test("come out within 1 everywhere, and nearly always the same", { timeout: 600_000 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [here("../../bench/parity.mjs"), "--grids", grids], {
      encoding: "utf8",
    })
    const [, exact, withinOne, all] = /exact (\d+), within one (\d+), of (\d+)\n$/.exec(stdout)?.map(Number) ?? []
    expect(stderr).toBe("")
    expect(all).toBe(384)
    expect(withinOne).toBe(384)
    expect(exact).toBeGreaterThanOrEqual(370)
    expect(status).toBe(0)
  })
})
