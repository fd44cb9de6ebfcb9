import axe from "axe-core"
import type { Page } from "playwright"
import { describe, expect, test } from "vitest"
import { report } from "../../src/report/report.ts"
import { useChromium } from "./chromium.ts"
import { type GalleryName, measured, sample } from "./reports.ts"
import { unfold } from "./unfold.ts"

const open = useChromium()

/** What axe-core finds, one line each: the rule, and where. */
async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))
}

const narrow = { width: 320, height: 800 }

describe("axe-core finds nothing to complain of", () => {
  test.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["narrow", { viewport: narrow }],
    ["narrow and dark", { viewport: narrow, colorScheme: "dark" }],
  ] as const)("in a report with a warning: %s", async (_, options) => {
    const { page } = await open((await sample("chelsea")).html, options)
    expect(await violationsIn(page)).toEqual([])
  })

  test("in a report whose script does not run", async () => {
    const { html } = await sample("coffee") // axe-core is a script itself, so the report's own one is taken out.
    const { page } = await open(html.replace(/<script>[\s\S]*<\/script>/, ""))
    expect(await page.locator("[aria-selected]").count()).toBe(0)
    expect(await violationsIn(page)).toEqual([])
  })

  test.each(["cats", "windows", "mask", "allButOne"] satisfies GalleryName[])("in the report of %s", async (name) => {
    const { page } = await open((await sample(name)).html)
    expect(await violationsIn(page)).toEqual([])
  })

  test("in a report whose picture is left out", async () => {
    const { page } = await open(await report((await sample("coffee")).explanation, { redact: true }))
    expect(await violationsIn(page)).toEqual([])
  })

  test.each(["light", "dark"] as const)("after a square was chosen, and the list sorted: %s", async (colorScheme) => {
    const { page } = await open((await sample("coffee")).html, { colorScheme })
    await page.locator("#map-front [data-region='20']").click()
    await page.locator("#checking > details > summary").click()
    await page.locator("#list > summary").click()
    await page.locator("#list thead button").nth(1).click()
    expect(await page.locator("[aria-sort]").count()).toBe(1)
    expect(await violationsIn(page)).toEqual([])
  })

  test("after a square was chosen on the map of effects alone", async () => {
    const { page } = await open((await sample("coffee")).html)
    await page.locator("button[data-map='alone']").click()
    await page.locator("#map-alone [data-region='20']").click()
    expect(await page.locator("#map-alone [aria-selected='true']").count()).toBe(1)
    expect(await violationsIn(page)).toEqual([])
  })

  test("when everything is unfolded", async () => {
    const { page } = await open((await sample("coffee")).html)
    await unfold(page)
    expect(await violationsIn(page)).toEqual([])
  })

  test("in a report with the strongest squares hidden one after another", async () => {
    const { page } = await open(await measured())
    expect(await page.locator(".strip li svg").count()).toBe(8)
    expect(await violationsIn(page)).toEqual([])
  })

  test("but finds a picture without a name", async () => {
    const { html } = await sample("coffee")
    const { page } = await open(html.replace(/role="img" aria-label="Only these[^"]*"/, 'role="img"'))
    expect(await violationsIn(page)).toEqual([expect.stringContaining("svg-img-alt")])
  })
})
