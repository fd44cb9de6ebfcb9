import fc from "fast-check"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { english, recordOfReport, report, verifyReport, type Words } from "../../src/report/index.ts"
import { anyEvidence } from "../render/make-evidence.ts"
import { makeExplanation, wobble } from "../render/make-explanation.ts"
import { anyExplanation } from "./any-explanation.ts"
import { fullRecord, pictures, pixel, withStrip } from "./make-report.ts"

const html = await report(fullRecord(), { pictures })

/** The text of a page as a reader gets it: without tags, data, styles and scripts. */
function readable(page: string): string {
  return page
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
}

describe("a report", () => {
  test("says what its host lacks where there is no Web Crypto", async () => {
    vi.stubGlobal("crypto", undefined)
    onTestFinished(() => void vi.unstubAllGlobals())
    await expect(report(fullRecord(), { pictures })).rejects.toMatchObject({
      code: "HOST_UNSUPPORTED",
      problem: "a report needs Web Crypto for its hashes, and this host has none",
      nextStep: "Open the page by https, or use Node 20 or newer.",
    })
  })

  test("has its first screen and seven folded sections, in their order", () => {
    expect(html.match(/<details class="fold"/g)).toHaveLength(7)
    const headings = [...html.matchAll(/<h2 id="h-(\w+)"[^>]*>([^<]*)</g)].map(([, , words]) => words)
    expect(headings).toEqual(Object.values(english.headings))
  })

  test("gives the same bytes for the same record, and holds that record", async () => {
    expect(await report(fullRecord(), { pictures })).toBe(html)
    expect(recordOfReport(html)).toEqual(fullRecord())
  })

  test("lets nothing run or load but its own style and script, by their hashes", async () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
      .exec(html)![1]!
      .replaceAll("&#39;", "'")
    const hashOf = async (text: string): Promise<string> => {
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
      return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
    }
    const [style] = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text!)
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text!)
    expect(scripts).toHaveLength(1)
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src ${await hashOf(style!)}; script-src ${await hashOf(scripts[0]!)}; base-uri 'none'; form-action 'none'`,
    )
    expect(html).not.toMatch(/ style=| on\w+=|https?:\/\/(?!www\.w3\.org)/)
  })

  test("stores each picture once, whatever the number of places that show it", () => {
    expect(html.split(pixel).length - 1).toBe(3)
    // Both sets, and the part of the map that is chosen.
    expect(html.split('<use href="#gx-given"').length - 1).toBe(3)
  })

  test("begins with the answer, and under it says what it is about", () => {
    const lines = readable(html)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
    const from = lines.findIndex((line) => line.startsWith("Without"))
    expect(lines.slice(from, from + 5).map((line) => line.replaceAll("\u00a0", " "))).toEqual([
      "Without the square at row 1, column 1, the model says “cup”.",
      ...["espresso, 94.1 %", "tiny", "GridExplainer 0.1.0", "How to read this"],
    ])
  })

  test("tells on its first screen what the model must not be used for", async () => {
    const record = fullRecord()
    const page = await report({ ...record, model: { ...record.model, caution: "Only a <toy>." } }, { pictures })
    expect(page).toMatch(/<\/ul><p class="model-caution" data-path="model.caution">Only a &lt;toy&gt;\.<\/p><\/header>/)
    expect((await verifyReport(page)).fits).toBe(true)
  })

  test("shows the strongest squares hidden one after another, each made of the same two pictures", async () => {
    const page = await report(withStrip(fullRecord()), { pictures })
    const steps = [...page.matchAll(/<li(?: class="(changed)")?><svg [^>]*aria-label="([^"]*)"/g)]
    expect(steps.map(([, changed, name]) => [name!.replaceAll("\u00a0", " "), changed])).toEqual([
      ["Nothing hidden: espresso, 94 %", undefined],
      ["1 hidden: espresso, 61 %", undefined],
      ["3 hidden: cup, 34 %", "changed"],
    ])
    expect(page.split(pixel).length - 1).toBe(3)
    expect((await verifyReport(page)).fits).toBe(true)
    const words = await report(withStrip(fullRecord()), { pictures, redact: true })
    expect(words).toContain("3 hidden: cup, 34\u00a0%")
    expect(words).not.toContain("<image")
  })

  test("says nothing twice", async () => {
    const page = await report(withStrip(fullRecord()), { pictures })
    const said = [...page.matchAll(/<span data-formula[^>]*>([^<]*)</g)].map(([, text]) => text!)
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([])
  })

  test("names no element twice, and every name that is used is there", () => {
    const names = [...html.matchAll(/ id="([^"]*)"/g)].map(([, name]) => name!)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    const used = [...html.matchAll(/(?:href="#|url\(#|labelledby=")([^")]*)/g)].map(([, name]) => name!)
    expect(used.filter((name) => !names.includes(name))).toEqual([])
  })

  test("leaves out the picture and its name where it is to be redacted, and keeps the hashes", async () => {
    const record = fullRecord()
    const pixelsSha256 = "ab".repeat(32)
    const named = { ...record, picture: { ...record.picture, name: "jane-doe.jpg", pixelsSha256 } }
    const redacted = await report(named, { pictures, redact: true })
    expect(redacted).not.toMatch(/data:image|jane|<image/)
    expect(redacted).toContain(pixelsSha256)
    expect(recordOfReport(redacted).picture).toEqual({ size: { width: 600, height: 400 }, pixelsSha256 })
    expect((await verifyReport(redacted)).fits).toBe(true)
  })

  test("refuses pictures that would load something", async () => {
    const photo = { href: "https://example.org/x.png" }
    await expect(report(fullRecord(), { pictures: { photo } })).rejects.toThrow("pictures.photo must be a data:image")
  })

  test("takes another language from one object: no English is left beside the data", async () => {
    const strange = JSON.parse(
      JSON.stringify(english, (key, value: unknown) =>
        typeof value === "string" && !["language", "direction"].includes(key)
          ? value.replace(/(\{\w+\})|[a-z]/gi, (_sign, place: string | undefined) => place ?? "ж")
          : value,
      ),
    ) as Words
    const page = await report(fullRecord(), { pictures, words: { ...strange, language: "xx" } })
    const data =
      /espresso|cup|coffee\.png|tiny|gridexplainer|npx|verify|report\.html|rerun|image|convert|output|values\.csv|[0-9a-f]{64}/g
    const left = readable(page)
      .replace(data, "")
      .match(/[A-Za-z]{2,}/g)
    expect(left).toBeNull()
    expect(page).toContain('<html lang="xx" dir="ltr">')
    expect((await verifyReport(page, { words: { ...strange, language: "xx" } })).fits).toBe(true)
  })
})

describe("of records of any kind, a report", () => {
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 })

  test("fits itself", async () => {
    for (let seed = 1; seed <= 25; seed++)
      for (const record of await anyExplanation(seed))
        expect(
          await verifyReport(await report(record, seed % 2 === 0 ? { pictures } : {})),
          `seed ${seed}`,
        ).toMatchObject({
          fits: true,
        })
  })

  test("can be written", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.constantFrom(1, 3, 6), fc.boolean(), async (seed, side, isLogit) => {
        const effects = wobble(side * side).map((effect) => effect * (isLogit ? 2 : 0.1))
        const plain = makeExplanation({ effects, rows: side, scale: isLogit ? "logit" : "probability" })
        const page = await report(seed % 3 === 0 ? plain : anyEvidence(plain, seed), seed % 2 === 0 ? { pictures } : {})
        expect(readable(page)).not.toMatch(/undefined|NaN|Infinity|\[object|null\b|\{\w+\}/)
      }),
      { numRuns: 60 },
    )
  })

  test("shows names as text, whatever they are", async () => {
    const names = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "$&$1{label}", "<!--"),
    )
    const tags = (page: string): readonly string[] =>
      [...page.matchAll(/<\/?([a-zA-Z!][\w-]*)/g)].map(([, name]) => name!)
    await fc.assert(
      fc.asyncProperty(names, names, async (label, name) => {
        const record = fullRecord({
          label,
          model: name,
          top: [
            { index: 967, label, score: 0.9412 },
            { index: 968, label: name, score: 0.05 },
          ],
        })
        const page = await report({ ...record, picture: { ...record.picture, name } }, { pictures })
        expect(tags(page)).toEqual(tags(html))
        expect((await verifyReport(page)).fits).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
