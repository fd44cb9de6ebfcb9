import { mkdirSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { imageToPng } from "../../../src/node/pictures/image-to-png.ts"
import { readLabelledPictures } from "../../../src/node/pictures/read-labelled-pictures.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

async function picture(width: number, height: number): Promise<Uint8Array> {
  return imageToPng({ width, height, channels: 3, data: new Uint8Array(width * height * 3) })
}

describe("readLabelledPictures", () => {
  it("takes labels from folders, or else from names without their number", async () => {
    const folder = temporaryFolder()
    mkdirSync(`${folder}/Egyptian cat`)
    writeFileSync(`${folder}/Egyptian cat/1.png`, await picture(2, 2))
    for (const name of ["tabby-12.png", "espresso (3).png", "7up.png"])
      writeFileSync(`${folder}/${name}`, await picture(2, 2))
    const { pictures, skipped } = await readLabelledPictures(folder)
    expect(pictures.map(({ name, label }) => [name, label]).sort()).toEqual([
      ["1.png", "Egyptian cat"],
      ["7up.png", "7up"],
      ["espresso (3).png", "espresso"],
      ["tabby-12.png", "tabby"],
    ])
    expect(skipped).toEqual([])
  })

  it("names what it cannot read, and takes the rest", async () => {
    const folder = temporaryFolder()
    writeFileSync(`${folder}/a.png`, await picture(2, 2))
    writeFileSync(`${folder}/b.png`, "no picture")
    const { pictures, skipped } = await readLabelledPictures(folder)
    expect(pictures.map(({ name }) => name)).toEqual(["a.png"])
    expect(skipped).toEqual([expect.stringContaining("b.png")])
  })

  it("makes large pictures smaller: 768 pixels on the shorter side", async () => {
    const folder = temporaryFolder()
    writeFileSync(`${folder}/a.png`, await picture(1000, 1536))
    const [first] = (await readLabelledPictures(folder)).pictures
    expect(first?.image).toMatchObject({ width: 768, height: 1180 })
  })

  it.each([
    ["a folder without pictures", ""],
    ["a folder that is not there", "/nowhere"],
  ])("refuses %s", async (_, below) =>
    expect(readLabelledPictures(`${temporaryFolder()}${below}`)).rejects.toThrow(
      /holds no picture files|does not exist/,
    ),
  )
})
