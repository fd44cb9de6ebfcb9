import { describe, expect, test } from "vitest"
import { report } from "../../src/report/report.ts"
import { useChromium } from "./chromium.ts"
import { type GalleryName, oneClass, sample } from "./reports.ts"

const open = useChromium()

const ofGallery = (name: GalleryName) => async (): Promise<string> => (await sample(name)).html

const reports: Readonly<Record<string, () => Promise<string>>> = {
  "8 x 8 squares with evidence": ofGallery("coffee"),
  "a map that is no better than chance": ofGallery("chelsea"),
  "the lead of one class over another": ofGallery("cats"),
  "long verdicts": ofGallery("rocket"),
  "32 x 32 squares without evidence": ofGallery("fine"),
  "windows that overlap": ofGallery("windows"),
  "regions of a mask": ofGallery("mask"),
  "squares shown alone": ofGallery("allButOne"),
  logits: ofGallery("logits"),
  "one class": oneClass,
  "a picture that is left out": async () => report((await sample("coffee")).explanation, { redact: true }),
}

describe.each(Object.entries(reports))("the report of %s", (_, make) => {
  test.each([
    [
      "with scripts, light, from wide to narrow",
      { colorScheme: "light", javaScriptEnabled: true },
      [1280, 1060, 740, 320],
    ],
    [
      "with scripts, dark, from narrow to wide",
      { colorScheme: "dark", javaScriptEnabled: true },
      [320, 740, 1060, 1280],
    ],
    ["without scripts, light, narrow", { colorScheme: "light", javaScriptEnabled: false }, [320]],
    ["without scripts, dark, wide", { colorScheme: "dark", javaScriptEnabled: false }, [1280]],
  ] as const)("asks for nothing, reports nothing, and fits the window: %s", async (_state, options, widths) => {
    const { page, problems } = await open(await make(), { ...options, viewport: { width: widths[0], height: 900 } })
    const room: Record<number, number> = {}
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      room[width] = await page.evaluate<number>("document.documentElement.scrollWidth")
    }
    expect(room).toEqual(Object.fromEntries(widths.map((width) => [width, width])))
    expect(await page.locator("section h2").count()).toBe(8)
    expect(problems).toEqual([])
  })
})
