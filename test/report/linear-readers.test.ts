import { describe, expect, test, vi } from "vitest"
import { worstTexts } from "../../bench/attacks/support/worst-texts.mjs"
import { parseLabels } from "../../src/models/labels/parse-labels.ts"
import { picturesOfReport, recordLines, recordOfText, verifyReport } from "../../src/report/index.ts"
import { pageDifferences } from "../../src/report/page-differences.ts"
import { pageTags } from "../../src/report/page-tags.ts"

/** A reader that goes back for each of these pieces would need hours. */
const MEGABYTES = 3

/** Readers of texts that come from outside; what they say of these texts is nobody's concern here, only that they end. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "the record of a text": (text) => caught(() => recordOfText(text)),
  "records, one per line": (text) => caught(() => recordLines(text)),
  "the pictures of a report": picturesOfReport,
  "the check of a report": verifyReport,
  "the differences of two pages": (text) => pageDifferences(`<p>${text}`, text),
  "labels of lines": (text) => caught(() => parseLabels(text, { name: "labels.txt" })),
  "labels of JSON": (text) => caught(() => parseLabels(text, { name: "labels.json" })),
}

function caught(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}

describe.each(Object.keys(readers))("%s", (name) => {
  test.each([...worstTexts(MEGABYTES)].map(({ piece, text }) => [JSON.stringify(piece), text]))(
    "is read to its end in megabytes of %s",
    async (_, text) => {
      expect(text.length).toBeGreaterThan(MEGABYTES * 3e5)
      await readers[name]!(text)
    },
  )
})

test("tags are looked for from where the last one ended, and never again from the start", () => {
  const found = vi.spyOn(String.prototype, "indexOf")
  const count = 1000
  const tags = [...pageTags('<image id="gx-photo">'.repeat(count))]
  const searches = found.mock.calls.length
  found.mockRestore()
  expect(tags.length).toBe(count)
  expect(searches).toBeLessThan(10 * count)
  expect([...pageTags('<image id="gx-photo"'.repeat(count))]).toEqual([undefined])
})
