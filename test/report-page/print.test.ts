import { describe, expect, test } from "vitest"
import { useChromium } from "./chromium.ts"
import { type GalleryName, measured, sample } from "./reports.ts"

const open = useChromium()

/** How many pages a PDF of Chromium has: it writes their dictionaries as they are. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe("a report on paper", () => {
  test.each(["coffee", "chelsea", "cats", "rocket"] satisfies GalleryName[])(
    "has three pages of A4: %s",
    async (name) => {
      const { page, problems } = await open((await sample(name)).html)
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(3)
      expect(problems).toEqual([])
    },
  )

  test("has three pages as well with the strongest squares hidden one after another", async () => {
    const { page } = await open(await measured())
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(3)
  })

  test("shows what is folded on a screen, and folds it again afterwards", async () => {
    const { page } = await open((await sample("coffee")).html)
    const folded = page.locator("#sure .said")
    expect(await folded.isVisible()).toBe(false)
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator("details.fold:not([open])").count()).toBe(0)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await folded.isVisible()).toBe(false)
    // Where scripts do not run, the style sheet alone shows it.
    await page.emulateMedia({ media: "print" })
    expect(await folded.isVisible()).toBe(true)
  })

  test("has three pages as well after the map was changed, in a dark browser, without scripts", async () => {
    const { html } = await sample("coffee")
    const changed = await open(html, { colorScheme: "dark" })
    await changed.page.locator("button[data-map='alone']").click()
    await changed.page.locator("#sure > details > summary").click()
    expect(pagesOf(await changed.page.pdf({ preferCSSPageSize: true }))).toBe(3)
    const still = await open(html, { javaScriptEnabled: false })
    expect(pagesOf(await still.page.pdf({ preferCSSPageSize: true }))).toBe(3)
  })

  test("cuts no figure, no row and no box", async () => {
    const { page } = await open((await sample("chelsea")).html)
    await page.emulateMedia({ media: "print" })
    const cut = await page.evaluate<readonly string[]>(`
      [...document.querySelectorAll("figure, tr, li, .box, .caution, .warning, .facts > div, .glossary > div")]
        .filter((one) => getComputedStyle(one).breakInside !== "avoid").map((one) => one.outerHTML.slice(0, 60))`)
    expect(cut).toEqual([])
    const headings = await page.evaluate<readonly string[]>(`
      [...document.querySelectorAll("details > summary")].filter((one) => one.closest(".list") === null).map((one) => getComputedStyle(one).breakAfter)`)
    expect(headings).toEqual(Array.from({ length: 7 }, () => "avoid"))
  })

  test("is black on white, and shows what can be read and written on, not what can be pressed", async () => {
    const { page } = await open((await sample("coffee")).html, { colorScheme: "dark" })
    await page.emulateMedia({ media: "print", colorScheme: "dark" })
    const colors = `(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))`
    expect(await page.evaluate<readonly string[]>(colors)).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"])
    for (const pressed of ["button", "#chosen", "#list summary", ".meta a"])
      expect(await page.locator(pressed).filter({ visible: true }).count(), pressed).toBe(0)
    for (const read of ["#map-front svg", ".picture svg", "table.values", ".sets figure", ".box .room", ".caution"])
      expect(await page.locator(read).first().isVisible(), read).toBe(true)
    expect(await page.locator(".box .room").count()).toBe(5)
  })
})
