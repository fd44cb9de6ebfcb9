import { describe, expect, it } from "vitest"
import { makeReport, reports } from "../../scripts/gallery/reports.mjs"
import { recordOfReport, verifyReport } from "../../src/report/index.ts"
import { reportSentences } from "../../src/words/report-words.ts"

/** The sentences of a file, as they stand in it. */
function sentencesOf(html: string): readonly { name: string; paths: readonly string[]; text: string }[] {
  return [...html.matchAll(/<span data-formula="(\w+)"(?: data-path="([^"]*)")?>([^<]*)<\/span>/g)].map(
    ([, name, paths = "", text]) => ({
      name: name!,
      paths: paths.split(" ").filter((path) => path !== ""),
      text: text!.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    }),
  )
}

/** What stands at `attributions[0].low[11]`. */
function at(record: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], record)
}

describe.each(reports)("the report $name of the gallery", (entry) => {
  const made = makeReport(entry)

  it("says what its own numbers say: every sentence, computed again from the record in the file", async () => {
    const html = await made
    const said = reportSentences(recordOfReport(html))
    const inOrder = (["headline", "about", "warning", "enough", "needed", "strip", "caution"] as const).flatMap(
      (place) => said[place],
    )
    const folded = (["mattered", "sure", "answered", "reading", "method"] as const).flatMap((place) => said[place])
    const all = [...inOrder, ...folded].flat()
    expect(sentencesOf(html)).toEqual(all.map(({ name, paths, text }) => ({ name, paths, text })))
    expect(all.length).toBeGreaterThan(20)
  })

  it("says nothing twice", async () => {
    const texts = sentencesOf(await made).map(({ text }) => text)
    // Each of two sets may be the smallest.
    const twice = texts.filter((text, i) => texts.indexOf(text) !== i && !text.startsWith("All smaller sets"))
    expect(twice).toEqual([])
  })

  it("names only places of the record that are there, but where something was not tested", async () => {
    const html = await made
    const record = recordOfReport(html)
    const missing = [...html.matchAll(/ data-path="([^"]*)"/g)]
      .flatMap(([, paths]) => paths!.split(" "))
      .filter((path) => at(record, path) === undefined)
    expect(missing.filter((path) => !["picture.fileSha256", "evidence.sets"].includes(path))).toEqual([])
  })

  it("fits itself and is under 1 MB", async () => {
    const html = await made
    expect((await verifyReport(html)).checks.filter(({ state }) => state !== "fits")).toEqual([])
    expect(Buffer.byteLength(html)).toBeLessThan(1e6)
  })
})

it("a sentence that says another number is found", async () => {
  const html = await makeReport(reports[0])
  const changed = html.replace(/(?<=For )\d+(?= of 64 squares)/, (count) => String(Number(count) - 1))
  expect(changed).not.toBe(html)
  const [said, own] = [changed, html].map(sentencesOf)
  expect(said).not.toEqual(own)
})
