import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { mutated, mutations } from "../../bench/attacks/support/mutations.mjs"
import { explainTargets, functionModel, grid } from "../../src/index.ts"
import { parse, serialize } from "../../src/report/index.ts"
import { laws } from "../../src/report/laws/laws.ts"
import { anyExplanation } from "./any-explanation.ts"

const folder = fileURLToPath(new URL("../gallery/records", import.meta.url))
const textOf = (name: string): string => gunzipSync(readFileSync(`${folder}/${name}`)).toString()
const names = readdirSync(folder)

/** Two targets of one run. */
const together = await explainTargets(
  functionModel((images) =>
    images.map(({ data }) => [data[0]! / 510, data[5]! / 510, 1 - (data[0]! + data[5]!) / 510]),
  ),
  { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => 200 - 8 * i) },
  { regions: grid(2), targets: { top: 2 } },
)
const records = [...names.map((name) => parse(textOf(name))), ...together]

describe("records that a run has made", () => {
  test("break no law, in any version of the format", () => {
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) expect(() => parse(textOf(name)), name).not.toThrow()
  })

  test("break no law, whatever model, layout, method, level and targets", async () => {
    let made = 0
    for (let seed = 1; seed <= 150; seed++)
      for (const record of await anyExplanation(seed)) {
        expect(parse(serialize(record)), `seed ${seed}`).toEqual(record)
        made += 1
      }
    expect(made).toBeGreaterThan(150)
  }, 120_000)
})

describe("records with one place changed", () => {
  test.each(laws.map(({ name }) => name))("break the law %s", (law) => {
    const own = mutations.filter((one) => one.law === law)
    expect(own.length).toBeGreaterThan(0)
    const { find } = laws.find(({ name }) => name === law)!
    for (const mutation of own) {
      const broken = records.flatMap((record) => mutated(record, mutation) ?? []).map((record) => find(record))
      expect(broken.filter((found) => found !== undefined).length, mutation.at).toBeGreaterThan(0)
    }
  })

  test("are refused with the place, but for the few where the change contradicts nothing", () => {
    let tried = 0
    const passed: string[] = []
    for (const record of records)
      for (const mutation of mutations) {
        const other = mutated(record, mutation)
        if (other === undefined) continue
        tried += 1
        try {
          parse(JSON.stringify(other))
          passed.push(mutation.at)
        } catch (error) {
          expect(error).toMatchObject({ code: "RECORD_INVALID", message: expect.stringMatching(/→ at |at most/) })
        }
      }
    expect(tried).toBeGreaterThan(1000)
    // Such as another name for the fill of a record in which nothing else names it, or a picture of one column more that is cut to the same square.
    expect(passed.length).toBeLessThan(tried / 20)
  })
})
