import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { imagenet50 } from "../../../src/node/pictures/imagenet50.ts"
import { imagenet50Files } from "../../../src/node/pictures/imagenet50-files.ts"
import { loopback } from "../support/loopback.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const shared = new URL("../../../../shared/data/imagenet50/", import.meta.url)

/** Serves the reference pictures as SHAP's repository does; `asked` lists what was asked for. */
async function servedPictures() {
  const asked: string[] = []
  const baseUrl = await loopback((request, reply) => {
    asked.push(request.url ?? "")
    const file = new URL(`.${request.url}`, shared)
    if (existsSync(file)) reply.end(readFileSync(file))
    else reply.writeHead(404).end()
  })
  return { baseUrl, asked }
}

describe.skipIf(!existsSync(shared))("imagenet50", () => {
  it("lists the pictures in SHAP's order, each with the hash of its file", () => {
    const numbers = readFileSync(new URL("labels.csv", shared), "utf8").trim().split("\n")
    expect(imagenet50Files.map(([name]) => name.split("_")[1])).toEqual(numbers)
    for (const [name, sha256] of imagenet50Files) {
      const bytes = readFileSync(new URL(`sim_${name}.jpg`, shared))
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256)
    }
  })

  it("gives all fifty, pixel by pixel as Pillow decodes and resizes them", async () => {
    const { baseUrl } = await servedPictures()
    const photos = await imagenet50(undefined, { baseUrl, cacheDirectory: temporaryFolder() })
    expect(photos).toHaveLength(50)
    const hash = createHash("sha256")
    for (const { image } of photos) hash.update(image.data)
    // Pillow 13.0.0: Image.open(path).convert("RGB").resize((224, 224), Image.NEAREST).tobytes(), all fifty in order
    expect(hash.digest("hex")).toBe("b36f89b0f802d9562c23f21efff582841c506fb7e2949320accd8353b441e426")
  })

  it("fetches what is asked for, once", async () => {
    const { baseUrl, asked } = await servedPictures()
    const options = { baseUrl, cacheDirectory: temporaryFolder() }
    const [egret, tower] = await imagenet50([1, 0], options)
    expect([egret?.name, tower?.name]).toEqual(["sim_n02010272_1613.jpg", "sim_n03029197_6381.jpg"])
    expect(egret?.image).toMatchObject({ width: 224, height: 224, channels: 3 })
    expect(await imagenet50([1], { ...options, baseUrl: "http://127.0.0.1:9/" })).toEqual([egret])
    expect(asked).toEqual(["/sim_n02010272_1613.jpg", "/sim_n03029197_6381.jpg"])
    expect(await imagenet50([], options)).toEqual([])
  })

  it("takes an address with and without a slash at its end", async () => {
    const { baseUrl, asked } = await servedPictures()
    await imagenet50([1], { baseUrl: new URL(baseUrl), cacheDirectory: temporaryFolder() })
    await problemOf(() => imagenet50([1], { baseUrl: `${baseUrl}data`, cacheDirectory: temporaryFolder() }))
    expect(asked.at(-1)).toBe("/data/sim_n02010272_1613.jpg")
  })

  it("fetches a damaged picture again", async () => {
    const { baseUrl } = await servedPictures()
    const cacheDirectory = temporaryFolder()
    const [right] = await imagenet50([1], { baseUrl, cacheDirectory })
    writeFileSync(join(cacheDirectory, "imagenet50", "sim_n02010272_1613.jpg"), "half")
    expect(await imagenet50([1], { baseUrl, cacheDirectory })).toEqual([right])
  })
})

describe("imagenet50", () => {
  it.each([50, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("has no picture %d", async (index) => {
    expect(await problemOf(() => imagenet50([index]))).toBe(
      `RangeError: an index of imagenet50 must be an integer from 0 to 49, got ${index}`,
    )
  })

  it("keeps nothing that is not the right picture", async () => {
    const cacheDirectory = temporaryFolder()
    const baseUrl = await loopback((_, reply) => reply.end("<!doctype html><title>Please log in</title>"))
    expect(await problemOf(() => imagenet50([0], { baseUrl, cacheDirectory }))).toMatch(/^INTEGRITY: .*an HTML page/)
    expect(readdirSync(join(cacheDirectory, "imagenet50"))).toEqual([])
  })

  it.each(["", "example.org", "http://example.org/", "file:///tmp/"])(
    "takes no base address such as %j",
    async (baseUrl) => {
      const options = { baseUrl, cacheDirectory: temporaryFolder() }
      expect(await problemOf(() => imagenet50([0], options))).toMatch(/^RangeError: .* must be(gin with)?/)
    },
  )
})
