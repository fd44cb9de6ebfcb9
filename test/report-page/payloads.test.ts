import { describe, expect, test } from "vitest"
import { recordOfReport } from "../../src/report/record-of-report.ts"
import { report } from "../../src/report/report.ts"
import { verifyReport } from "../../src/report/verify-report.ts"
import { useChromium } from "./chromium.ts"
import { harmOf, smallRecord, tagsOf, withText } from "./hostile.ts"
import { payloads } from "./payloads.ts"

const open = useChromium()

/** Texts a test. */
const PART = 25

const parts = Array.from({ length: Math.ceil(payloads.length / PART) }, (_, i) => ({
  from: i * PART,
  texts: payloads.slice(i * PART, (i + 1) * PART),
}))

describe("a text from outside stays a text", () => {
  test("in 200 forms and more, all of them different", () => {
    expect(new Set(payloads).size).toBe(payloads.length)
    expect(payloads.length).toBeGreaterThanOrEqual(200)
  })

  test.each(parts)("nothing runs, nothing is asked for, and all is shown: from number $from", async ({ texts }) => {
    const record = await smallRecord()
    const { page, problems, load } = await open(await report(withText(record, "cat")))
    const tags = await tagsOf(page)
    for (const words of texts) {
      const hostile = withText(record, words)
      const html = await report(hostile)
      await load(html)
      expect(await harmOf(page, hostile, tags), words).toEqual([])
      expect(problems, words).toEqual([])
      expect(recordOfReport(html), words).toEqual(hostile)
      expect((await verifyReport(html)).fits, words).toBe(true)
    }
  })
})

describe("these tests would notice", () => {
  test.each([
    ["<script>window.__ran=1</script>", "ran"],
    ["<img src=x onerror=window.__ran=1>", "ran"],
    ["<svg onload=window.__ran=1>", "ran"],
    ["<style>body{display:none}</style>", "other tags"],
    ["<b>cat</b>", "other tags"],
    ["<!--", "other tags"],
  ])("a page without escapes and without its policy: %s", async (words, harm) => {
    const record = await smallRecord()
    const { page, load } = await open(await report(withText(record, "cat")))
    const tags = await tagsOf(page)
    const hostile = withText(record, words)
    await load(unsafe(await report(hostile)))
    expect((await harmOf(page, hostile, tags)).join()).toContain(harm)
  })

  test("a request", async () => {
    const hostile = withText(await smallRecord(), "<img src=https://evil.test/a.png>")
    const { problems } = await open(unsafe(await report(hostile)))
    expect(problems).toContain("request for https://evil.test/a.png")
  })

  test("and without escapes the policy alone still lets nothing run", async () => {
    const hostile = withText(await smallRecord(), "<script>window.__ran=1</script><svg onload=window.__ran=1>")
    const { page, problems } = await open(unescaped(await report(hostile)))
    expect((await harmOf(page, hostile, [])).join()).not.toContain("ran,")
    expect(problems.join()).toContain("violates the following Content Security Policy directive")
  })
})

/** A report as it would be if it wrote texts as they came, and allowed everything. */
function unsafe(html: string): string {
  return unescaped(html).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
}

function unescaped(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'")
}
