import { describe, expect, test } from "vitest"
import { forgeries } from "../../bench/attacks/support/forged-pages.mjs"
import { random } from "../../src/random.ts"
import { dataBlock } from "../../src/report/data-block.ts"
import { hashOf } from "../../src/report/hash-of.ts"
import { parse, report, serialize, verifyReport } from "../../src/report/index.ts"
import { reportBy } from "../../src/report/report.ts"
import { sealWith, unsealed } from "../../src/report/seal.ts"
import { version } from "../../src/version.ts"
import { fullRecord, pictures } from "./make-report.ts"
import { versionOne } from "./version-one.ts"

const html = await report(fullRecord(), { pictures })

/** What a changed report is said to be, by the names of what does not fit. */
async function differing(changed: string): Promise<readonly string[]> {
  const { checks } = await verifyReport(changed)
  return checks.filter(({ state }) => state === "differs").map(({ name }) => name)
}

/** The report with the hash of the file renewed. */
async function resealed(changed: string): Promise<string> {
  return sealWith(changed, await hashOf(sealWith(changed, unsealed)))
}

async function linesOf(changed: string, name: string): Promise<readonly string[]> {
  const { checks } = await verifyReport(changed)
  return checks.find((one) => one.name === name)?.lines ?? []
}

describe("verifyReport", () => {
  test("says of a report that all of it fits", async () => {
    expect(await verifyReport(html)).toEqual({
      verdict: "fits",
      fits: true,
      checks: [
        { name: "record", state: "fits", lines: ["4 effects and everything else that was measured"] },
        { name: "pictures", state: "fits", lines: ["3 pictures"] },
        {
          name: "code",
          state: "fits",
          lines: ["the style, script and policy of a known version, and nothing else that could run or load"],
        },
        { name: "page", state: "fits", lines: ["every sentence, table and drawing, computed again from the record"] },
        { name: "file", state: "fits", lines: ["every byte is as it was written"] },
      ],
    })
  })

  test("names the formula and the place of a sentence that was changed", async () => {
    const changed = html.replace("For 2 of 4 squares the effect", "For 3 of 4 squares the effect")
    expect(await differing(changed)).toEqual(["page", "file"])
    expect(await linesOf(changed, "page")).toEqual([
      'measurable (attributions[0].effects attributions[0].low attributions[0].high evidence.noise.average): expected "For 2 of 4 squares the effect can be told from zero.", got "For 3 of 4 squares the effect can be told from zero."',
    ])
  })

  test("names the place of a table's value", async () => {
    const changed = html.replace(
      'data-path="attributions[1].effects[0]">+30<',
      'data-path="attributions[1].effects[0]">+80<',
    )
    expect(await linesOf(changed, "page")).toEqual(['attributions[1].effects[0]: expected "+30", got "+80"'])
  })

  test("finds a changed number of the record, and what it would say then", async () => {
    const changed = html.replace('"effects":[0.041,', '"effects":[0.047,')
    expect(await differing(changed)).toEqual(["record", "page", "file"])
    expect((await linesOf(changed, "page"))[0]).toMatch(
      /^strongestAverage \(attributions\[0\]\.effects\[0\] .*\): expected ".*by 5.points.*", got ".*by 4.points.*"$/,
    )
  })

  test("finds another picture", async () => {
    const changed = html.replace("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAB6")
    expect(await differing(changed)).toEqual(["pictures", "page", "file"]) // The page names its hash.
    expect((await linesOf(changed, "pictures"))[0]).toMatch(/^photo: expected [0-9a-f]{64}, got [0-9a-f]{64}$/)
  })

  test("finds what was added: a word, a tag, a line at the end", async () => {
    for (const changed of [
      html.replace("Words used here", "Words used here!"),
      html.replace("<main>", "<main><p>approved</p>"),
      `${html}<p>approved</p>`,
    ])
      expect(await differing(changed)).toContain("file")
  })

  test("says what is no report, or one without its parts", async () => {
    expect(await linesOf("<html></html>", "report")).toEqual([expect.stringContaining("HTML without its record")])
    expect(await linesOf("", "report")).toEqual([expect.stringContaining("HTML without its record")])
    expect(await linesOf(html.replace('"gridexplainer-report"', '"other"'), "report")).toEqual([
      "the seal of the report is missing or damaged",
    ])
    expect(await linesOf(html.replace('"version":3', '"version":9'), "report")).toEqual([
      expect.stringContaining("expected version 1, 2 or 3"),
    ])
  })

  test("checks the page of another version where this one writes the same, and says where it does not", async () => {
    const same = await reportBy("0.0.9", fullRecord(), { pictures })
    expect((await verifyReport(same)).verdict).toBe("fits")
    const changed = await resealed(same.replace("For 2 of 4 squares", "For 3 of 4 squares"))
    const { checks, fits, verdict } = await verifyReport(changed)
    expect({ fits, verdict }).toEqual({ fits: false, verdict: "unchecked" })
    expect(checks.find(({ name }) => name === "page")).toEqual({
      name: "page",
      state: "unknown",
      lines: [
        "NOT checked: written by version 0.0.9 in language en; this is version 0.1.0, which writes it differently",
      ],
    })
  })

  test.skipIf(typeof Buffer === "undefined")(
    "takes the bytes of a file as well, and looks at each of them",
    async () => {
      const bytes = Buffer.from(html)
      expect((await verifyReport(bytes)).fits).toBe(true)
      for (const other of [Buffer.concat([Buffer.from("\ufeff"), bytes]), Buffer.concat([bytes, Buffer.from([255])])])
        expect((await verifyReport(other)).verdict).toBe("differs")
      const [sign, replaced] = [Buffer.from("\ufffd"), Buffer.from([255])]
      const named = await report(fullRecord({ model: "a\ufffdb" }), { pictures })
      const at = Buffer.from(named).indexOf(sign)
      const swapped = Buffer.concat([Buffer.from(named).subarray(0, at), replaced, Buffer.from(named).subarray(at + 3)])
      expect((await verifyReport(named)).fits).toBe(true)
      expect((await verifyReport(swapped)).verdict).toBe("differs")
    },
  )

  test("finds numbers that contradict each other in a report that was written anew", async () => {
    const { evidence } = fullRecord()
    const noise = { ...evidence!.noise!, repeat: 0.5 }
    const forged = await report({ ...fullRecord(), evidence: { ...evidence!, noise } }, { pictures })
    expect(await linesOf(forged, "report")).toEqual([
      expect.stringContaining("it is 0.5, but scores of the same pixels differ by 0"),
    ])
  })

  test("does not compute the page again where the record is of an earlier version, and holds its text to its hash", async () => {
    const whole = dataBlock("explanation", JSON.stringify(parse(serialize(fullRecord()))))
    const earlier = JSON.stringify(JSON.parse(versionOne))
    const changed = html
      .replace(whole, () => dataBlock("explanation", earlier))
      .replace(/(?<="explanationSha256":")\w{64}/, await hashOf(earlier))
    const other = await resealed(changed)
    const { checks, fits } = await verifyReport(other)
    expect(fits).toBe(false)
    expect(checks.map(({ name, state }) => [name, state])).toEqual([
      ["record", "fits"],
      ["pictures", "fits"],
      ["code", "fits"],
      ["page", "unknown"],
      ["file", "fits"],
    ])
    expect(checks[3]!.lines[0]).toContain("its record is of version 1, and this program writes version 3")
    expect(await differing(other.replace('"seed":0', '"seed":1'))).toEqual(["record", "file"])
  })

  test.each(forgeries)("finds $name whoever is said to have written it", async ({ part, forge }) => {
    for (const writtenBy of [version, "0.0.9", "9.9.9"]) {
      const written = await reportBy(writtenBy, fullRecord(), { pictures })
      const forged = forge(written)
      expect(forged).not.toBe(written)
      const { verdict } = await verifyReport(await resealed(forged))
      expect(verdict, writtenBy).toBe(part === "code" || writtenBy === version ? "differs" : "unchecked")
    }
  })

  test("catches any one changed digit: 500 of 500, anywhere in the file", async () => {
    const digits = [...html.matchAll(/\d/g)].map(({ index }) => index)
    const next = random(1)
    let caught = 0
    for (let i = 0; i < 500; i++) {
      const at = digits[Math.floor(next() * digits.length)]!
      const digit = (Number(html[at]) + 1 + Math.floor(next() * 9)) % 10
      const { fits } = await verifyReport(`${html.slice(0, at)}${digit}${html.slice(at + 1)}`)
      if (!fits) caught += 1
    }
    expect(caught).toBe(500)
  })
})
