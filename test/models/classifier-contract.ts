import { beforeAll, describe, expect, it } from "vitest"
import type { Box, Classifier, Image, Scores, Variant } from "../../src/types.ts"

/** Clauses that make sense only for some models. Whoever leaves one out says why. */
export interface ClauseReasons {
  /** A model that takes any size has no other one. */
  readonly "names both sizes when the picture has another one"?: string
}

/**
 * What every adapter promises. `make` gives a fresh classifier and a picture of the size that it takes; `skipped` says of each clause that is left out
 * why, and the run shows it.
 */
export function describeClassifierContract(
  name: string,
  make: () => Promise<{ readonly classifier: Classifier; readonly image: Image }>,
  skipped: ClauseReasons = {},
): void {
  function clause(title: string, test: () => Promise<void>): void {
    const reason = skipped[title as keyof ClauseReasons]
    if (reason === undefined) it(title, test)
    else it.skip(`${title}: left out, because ${reason}`, test)
  }

  describe(`the classifier contract, kept by ${name}`, () => {
    let classifier: Classifier
    let image: Image
    let variants: readonly Variant[]
    let scores: Scores

    beforeAll(async () => {
      const made = await make()
      classifier = made.classifier
      image = made.image
      variants = [untouched, ...boxes(image).map((box, i) => paint(image, box, 20 * i + 0.5))]
      scores = await classifier.score(image, variants)
    })

    it("answers one row a variant and one finite number a class", () => {
      expect(scores.rows).toBe(variants.length)
      expect(scores.data.length).toBe(scores.rows * scores.columns)
      expect(scores.columns).toBe(classifier.labels?.length ?? scores.columns)
      expect(scores.data.every(Number.isFinite)).toBe(true)
    })

    it("tells variants apart", () => {
      expect(new Set(rowsOf(scores).map(String)).size).toBeGreaterThan(1)
    })

    it.each([1, 3, 8])("gives the same numbers in batches of %i", async (batch) => {
      const rows: number[][] = []
      for (let i = 0; i < variants.length; i += batch) {
        rows.push(...rowsOf(await classifier.score(image, variants.slice(i, i + batch))))
      }
      expectClose(rows, rowsOf(scores))
    })

    it("answers in the order of the variants", async () => {
      const backwards = await classifier.score(image, variants.toReversed())
      expectClose(rowsOf(backwards).reverse(), rowsOf(scores))
    })

    it("takes no edits, and edits that change nothing, for the untouched picture", async () => {
      const same: Variant = { hidden: [], edits: [{ box: wholeOf(image), pixels: image.data }] }
      expectClose(rowsOf(await classifier.score(image, [same])), rowsOf(scores).slice(0, 1))
    })

    it("paints later edits over earlier ones, and nothing where the mask is 0", async () => {
      const [box] = boxes(image)
      const visible = paint(image, box!, 200).edits[0]!
      const covered = paint(image, wholeOf(image), 3).edits[0]!
      const masked = { ...covered, mask: new Uint8Array(image.width * image.height) }
      const once = await classifier.score(image, [{ hidden: [], edits: [visible] }])
      const under = paint(image, box!, 3).edits[0]!
      const twice = await classifier.score(image, [{ hidden: [], edits: [under, visible, masked] }])
      expectClose(rowsOf(twice), rowsOf(once))
    })

    it("does not round fractional levels", async () => {
      const levels = [100, 100.5, 101].map((level) => paint(image, wholeOf(image), level))
      const [low, middle, high] = rowsOf(await classifier.score(image, levels)).map(String)
      expect(middle).not.toBe(low)
      expect(middle).not.toBe(high)
    })

    it("leaves the picture and the edits as they are", async () => {
      const before = [image.data.slice(), ...variants.map(({ edits }) => edits[0]?.pixels.slice())]
      await classifier.score(image, variants)
      expect([image.data, ...variants.map(({ edits }) => edits[0]?.pixels)]).toEqual(before)
    })

    it("keeps calls apart that run at the same time", async () => {
      const other: Image = { ...image, data: image.data.map((level) => 255 - level) }
      const alone = await classifier.score(other, variants)
      const [first, second, third] = await Promise.all([
        classifier.score(image, variants),
        classifier.score(other, variants),
        classifier.score(image, variants.slice(0, 1)),
      ])
      expectClose(rowsOf(first), rowsOf(scores))
      expectClose(rowsOf(second), rowsOf(alone))
      expectClose(rowsOf(third), rowsOf(scores).slice(0, 1))
    })

    it("answers nothing to no variants", async () => {
      expect((await classifier.score(image, [])).rows).toBe(0)
    })

    it("refuses an aborted call with the signal's own reason", async () => {
      const reason = new Error("enough")
      await expect(classifier.score(image, variants, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    })

    clause("names both sizes when the picture has another one", async () => {
      const inputSize = classifier.inputSize ?? { width: 0, height: 0 }
      const wide: Image = {
        ...image,
        width: image.width + 1,
        data: new Uint8Array((image.width + 1) * image.height * image.channels),
      }
      const message = new RegExp(`${inputSize.width}x${inputSize.height}.*${wide.width}x${wide.height}`)
      await expect(classifier.score(wide, [untouched])).rejects.toThrow(message)
      await expect(classifier.score(wide, [untouched])).rejects.toThrow(RangeError)
    })

    it("answers DISPOSED once it is disposed of", async () => {
      const made = await make()
      await made.classifier.dispose?.()
      await made.classifier.dispose?.()
      await expect(made.classifier.score(made.image, [untouched])).rejects.toMatchObject({ code: "DISPOSED" })
    })
  })
}

const untouched: Variant = { hidden: [], edits: [] }

/** Ten boxes on a diagonal, or as many as fit. */
function boxes({ width, height }: Image): Box[] {
  const count = Math.min(10, width, height)
  const size = { width: Math.floor(width / count), height: Math.floor(height / count) }
  return Array.from({ length: count }, (_, i) => ({ left: i * size.width, top: i * size.height, ...size }))
}

function wholeOf({ width, height }: Image): Box {
  return { left: 0, top: 0, width, height }
}

function paint({ channels }: Image, box: Box, level: number): Variant {
  const pixels = new Float64Array(box.width * box.height * channels).fill(level)
  return { hidden: [], edits: [{ box, pixels }] }
}

function rowsOf({ rows, columns, data }: Scores): number[][] {
  return Array.from({ length: rows }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)])
}

function expectClose(rows: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  expect(rows.length).toBe(expected.length)
  const worst = Math.max(...rows.flatMap((row, i) => row.map((score, k) => Math.abs(score - expected[i]![k]!))))
  expect(worst).toBeLessThan(1e-6)
}
