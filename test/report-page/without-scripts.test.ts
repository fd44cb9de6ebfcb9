import { describe, expect, test } from "vitest"
import { english } from "../../src/words/english.ts"
import { useChromium } from "./chromium.ts"
import { type GalleryName, sample } from "./reports.ts"
import { unfold } from "./unfold.ts"

const open = useChromium()

const withoutScripts = { javaScriptEnabled: false }

describe("a report whose scripts do not run", () => {
  test.each(["coffee", "fine", "windows", "mask", "allButOne"] satisfies GalleryName[])(
    "shows all its sections: %s",
    async (name) => {
      const { page, problems } = await open((await sample(name)).html, withoutScripts)
      const sections = page.locator("main > section")
      expect(await sections.locator("h2").allTextContents()).toEqual(Object.values(english.headings))
      for (const section of await sections.all()) expect((await section.boundingBox())?.height).toBeGreaterThan(30)
      await unfold(page)
      for (const inside of await page.locator(".inside").all())
        expect((await inside.boundingBox())?.height).toBeGreaterThan(20)
      expect(await page.locator("#map-front > svg").isVisible()).toBe(true)
      expect(problems).toEqual([])
    },
  )

  test("shows the maps of both kinds of effects, and the pictures of both sets", async () => {
    const { page } = await open((await sample("coffee")).html, withoutScripts)
    const figures = await page.locator("#summary figure").all()
    expect(figures.length).toBe(4)
    for (const figure of figures) {
      const box = await figure.locator("svg").first().boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(150)
    }
    const captions = await page.locator(".sets figcaption > span").allTextContents()
    expect(captions.map((caption) => caption.replaceAll("\u00a0", " "))).toEqual([
      "Only these 13 squares shown: still espresso, 26 %",
      "Without these 7 squares: candle, 37 %",
    ])
  })

  test("shows every value as a table, and as a list that opens", async () => {
    const { page } = await open((await sample("coffee")).html, withoutScripts)
    const values = page.locator("table.values")
    expect(await values.isVisible()).toBe(false)
    await page.locator("#checking > details > summary").click()
    expect(await values.isVisible()).toBe(true)
    expect(await values.locator("tbody td b").allTextContents()).toHaveLength(64)
    expect(await page.locator("#list table").isVisible()).toBe(false)
    await page.locator("#list summary").click()
    expect(await page.locator("#list table").isVisible()).toBe(true)
    expect(await page.locator("#list tbody tr").count()).toBe(64)
  })

  test("shows nothing that would need them", async () => {
    const { page } = await open((await sample("coffee")).html, withoutScripts)
    await unfold(page)
    const scripted = [".scripted", "button", ".help", "#chosen", "[aria-selected]", "[aria-pressed]", "[tabindex='-1']"]
    for (const selector of scripted)
      for (const part of await page.locator(selector).all()) expect(await part.isVisible(), selector).toBe(false)
    const { sort, help, helpPicture } = english.interactive
    for (const words of [sort, help, helpPicture])
      expect(await page.getByText(words.slice(0, 12)).filter({ visible: true }).count(), words).toBe(0)
  })

  test("says how its parts hang together", async () => {
    const { page } = await open((await sample("chelsea")).html, withoutScripts)
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    expect(await page.title()).toContain("“Egyptian cat”, 38.5")
    expect(await page.locator("h1").count()).toBe(1)
    const names = await page.locator("section").evaluateAll(namesOf)
    expect(names).toEqual(Object.values(english.headings))
    for (const drawing of await page.locator("body svg:not([aria-hidden], [aria-hidden] *)").all())
      expect((await drawing.getAttribute("aria-label"))?.length).toBeGreaterThan(10)
    for (const table of await page.locator("table").all()) {
      expect(await table.locator("caption").count()).toBe(1)
      expect(await table.locator("th:not([scope])").count()).toBe(0)
    }
  })
})

/** The text of the heading that each section is labelled by. */
function namesOf(sections: readonly { readonly ariaLabelledByElements?: unknown }[]): readonly string[] {
  return sections.map(({ ariaLabelledByElements }) =>
    (ariaLabelledByElements as readonly { readonly textContent: string }[]).map((one) => one.textContent).join(),
  )
}
