import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { difference, mostDifference } from "../../scripts/gallery/difference.mjs"
import { draw } from "../../scripts/gallery/draw.mjs"
import { drawings } from "../../scripts/gallery/drawings.mjs"
import { indexPage } from "../../scripts/gallery/index-page.mjs"
import { folder, page, pictureOf, storedNames } from "../../scripts/gallery/stored.mjs"

const differences = fileURLToPath(new URL("../../.tmp/gallery-diff", import.meta.url))
const records = fileURLToPath(new URL("records", import.meta.url))
const renew = "if that is wanted, `npm run gallery` renews docs/gallery; look at what it changed"

describe("the gallery", () => {
  beforeAll(() => rmSync(differences, { recursive: true, force: true }))

  it("holds one picture a drawing, and no other", () => {
    expect(storedNames(), renew).toEqual(drawings.map(({ name }) => name).sort())
  })

  it("has a page with a line about each picture", () => {
    expect(readFileSync(page, "utf8"), renew).toBe(indexPage())
    expect(drawings.filter(({ what, look }) => what === "" || look === "")).toEqual([])
  })

  it("stays small: 2 MB of pictures, 500 kB of records", () => {
    expect(bytesIn(folder)).toBeLessThan(2e6)
    expect(bytesIn(records)).toBeLessThan(500e3)
  })

  it.each(drawings)("shows $name as it is drawn today", async (drawing) => {
    const fresh = await draw(drawing)
    const { share, picture } = await difference(readFileSync(pictureOf(drawing.name)), fresh)
    const place = join(differences, `${drawing.name}.png`)
    if (share > mostDifference && picture !== undefined) {
      mkdirSync(differences, { recursive: true })
      writeFileSync(place, picture)
    }
    expect(share, `share of pixels that differ, red in ${place}; ${renew}`).toBeLessThanOrEqual(mostDifference)
  })
})

function bytesIn(place: string): number {
  return readdirSync(place).reduce((sum, file) => sum + statSync(join(place, file)).size, 0)
}
