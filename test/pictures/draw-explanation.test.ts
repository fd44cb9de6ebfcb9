import { describe, expect, test } from "vitest"
import {
  drawExplanation,
  embedPicture,
  encodeExplanation,
  explanationEndings,
  reportPictures,
} from "../../src/pictures/index.ts"
import type { Image } from "../../src/types.ts"
import { makeExplanation } from "../render/make-explanation.ts"

/** Two squares of one pixel each, 200 and 100; the effect of the left one is the larger. */
const photo: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(200, 100) }
const size = { width: 2, height: 1 }
const explanation = {
  ...makeExplanation({ effects: [0.4, -0.1], rows: 1, picture: size, seen: size }),
  fills: [{ name: "color", options: { color: [7, 7, 7] } }],
}

/** A codec that keeps what it was given, in place of a host's. */
function notingCodec() {
  const encoded: { readonly kind: string; readonly levels: readonly number[] }[] = []
  const encode = async ({ data }: Image, kind: string): Promise<Uint8Array> => {
    encoded.push({ kind, levels: Array.from(data) })
    return Uint8Array.of(encoded.length)
  }
  return { encoded, encode, rasterize: async (svg: string): Promise<Uint8Array> => Uint8Array.of(svg.length & 255) }
}

describe("drawing with a host's codec", () => {
  test("pair shows the picture as the model saw it, and without the region of the largest effect", async () => {
    const codec = notingCodec()
    await drawExplanation(explanation, { codec, photo, layout: "pair" })
    expect(codec.encoded).toEqual([
      { kind: "png", levels: [200, 100] },
      { kind: "png", levels: [7, 100] },
    ])
  })

  test("the answer on one page shows what the model was shown, as far as the record has it", async () => {
    const codec = notingCodec()
    const [answer] = explanation.top
    const set = { score: 0.5, answer: answer!, exact: true, confirmed: true }
    const sets = { enough: { ...set, regions: [0] }, needed: { ...set, regions: [1] } }
    const strip = { regions: [1, 0], hidden: [1, 2], said: [set, set] }
    const evidence = { sets, strip, missingness: [], calls: {}, missing: [] }
    const svg = await drawExplanation({ ...explanation, evidence }, { codec, photo })
    expect(codec.encoded.map(({ levels }) => levels)).toEqual([
      ...[[200, 100]], // The photo,
      ...[[200, 7]], // only the left square,
      ...[[200, 7]], // without the right one,
      ...[
        [200, 7],
        [7, 7],
      ], // and the strip.
    ])
    expect(svg).toContain("Only this one")
  })

  test("without the fill of a caller's own there are no small pictures, and the drawing all the same", async () => {
    const codec = notingCodec()
    const set = { score: 0.5, answer: explanation.top[0]!, exact: true, confirmed: true, regions: [0] }
    const evidence = { sets: { enough: set, needed: null }, missingness: [], calls: {}, missing: [] }
    await drawExplanation({ ...explanation, fills: [{ name: "my-own" }], evidence }, { codec, photo })
    expect(codec.encoded).toHaveLength(1)
  })

  test.each(["pair", "sets"] as const)("%s needs the photo", async (layout) => {
    await expect(drawExplanation(explanation, { codec: notingCodec(), layout })).rejects.toThrow(
      `layout ${layout} needs the photo that was explained`,
    )
  })

  test("a report carries the photo, what the model was given, and all of it hidden", async () => {
    const codec = notingCodec()
    const pictures = await reportPictures(explanation, photo, { codec })
    expect(codec.encoded.map(({ levels }) => levels)).toEqual([
      [200, 100],
      [200, 100],
      [7, 7],
    ])
    expect(pictures.hidden).toEqual({ href: "data:image/png;base64,Aw==" })
  })

  test("a picture whose PNG is too long is embedded as a JPEG", async () => {
    const codec = notingCodec()
    const options = { longestSide: 2, codec }
    expect(await embedPicture(photo, { ...options, lossless: 26 })).toEqual({ href: "data:image/png;base64,AQ==" })
    expect(await embedPicture(photo, { ...options, lossless: 25 })).toEqual({ href: "data:image/jpeg;base64,Aw==" })
  })

  test.each(explanationEndings)("every ending has a writer: %s", async (ending) => {
    const codec = notingCodec()
    const content = await encodeExplanation(explanation, ending, { codec, photo })
    expect(content.length).toBeGreaterThan(0)
    expect(await encodeExplanation(explanation, ending.toUpperCase(), { codec: notingCodec(), photo })).toEqual(content)
  })

  test("another ending is refused, and those that there are are named", async () => {
    await expect(encodeExplanation(explanation, ".gif", { codec: notingCodec() })).rejects.toThrow(
      /^an explanation is saved as \.png, .*, got \.gif$/,
    )
  })
})
