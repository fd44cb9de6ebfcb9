import { writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { explain, functionModel, grid } from "../../../src/index.ts"
import { readRecord } from "../../../src/node/index.ts"
import { dataBlock } from "../../../src/report/data-block.ts"
import { serialize } from "../../../src/report/index.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]), { labels: ["</script><b>"] })
const explanation = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })

function stored(text: string): string {
  const path = `${temporaryFolder()}/record`
  writeFileSync(path, text)
  return path
}

describe("readRecord", () => {
  it("reads a record, with or without a byte order mark", async () => {
    expect(await readRecord(stored(serialize(explanation)))).toEqual(explanation)
    expect(await readRecord(stored(`\ufeff${serialize(explanation)}`))).toEqual(explanation)
  })

  it("reads the record of a report, whatever its labels are", async () => {
    const html = `<!doctype html><title>x</title>${dataBlock("explanation", serialize(explanation))}`
    expect(await readRecord(stored(html))).toEqual(explanation)
  })

  it("refuses other files by name", async () => {
    await expect(readRecord(stored("<html></html>"))).rejects.toThrow("HTML without its record")
    await expect(readRecord(stored("{}"))).rejects.toThrow("expected an explanation")
    await expect(readRecord("absent.json")).rejects.toThrow("the explanation absent.json does not exist")
  })
})
