import { describe, expect, test } from "vitest"
import { hideRegions } from "../../src/hide-regions.ts"
import { report } from "../../src/report/report.ts"
import { useChromium } from "./chromium.ts"
import { levelsOf, meanDifference, rendered } from "./rendered.ts"
import { type GalleryName, measured, sample } from "./reports.ts"

const open = useChromium()

/** With plain spaces: which words stay on one line is not what is tested. */
const spaced = (text: string | null): string | undefined => text?.replaceAll("\u00a0", " ")

const strongest = "#map-front [data-region='20']"

describe("a square of the map is chosen", () => {
  test("by pointing at it: its numbers are those of the list", async () => {
    const { page, problems } = await open((await sample("coffee")).html)
    expect(spaced(await page.locator("#chosen h3").textContent())).toBe("")
    await page.locator(strongest).hover()
    expect(spaced(await page.locator("#chosen h3").textContent())).toBe("Without the square at row 3, column 5")
    const shown = await page.locator("#chosen dd").allTextContents()
    const listed = await page.locator("#list [data-region='20'] td").allTextContents()
    expect(shown).toEqual(listed.filter((value) => value !== ""))
    expect(shown.slice(0, 2).map(spaced)).toEqual(["+5.6", "+3.4 … +7.8"])
    await page.locator("#map-front [data-region='0']").hover()
    expect(spaced(await page.locator("#chosen h3").textContent())).toBe("Without the square at row 1, column 1")
    expect(problems).toEqual([])
  })

  test("by a finger", async () => {
    const options = { hasTouch: true, isMobile: true, viewport: { width: 320, height: 700 } }
    const { page, problems } = await open((await sample("coffee")).html, options)
    await page.locator(strongest).tap()
    expect(spaced(await page.locator("#chosen h3").textContent())).toBe("Without the square at row 3, column 5")
    expect(problems).toEqual([])
  })

  test("by the focus, which tells the same to who does not see", async () => {
    const { page } = await open((await sample("coffee")).html)
    await page.locator("#map-front [data-region='19']").focus()
    await page.keyboard.press("ArrowRight")
    expect(spaced(await page.locator("#chosen h3").textContent())).toBe("Without the square at row 3, column 5")
    const square = page.locator(strongest)
    expect(spaced(await square.getAttribute("aria-label"))).toMatch(
      /^row 3, column 5: Effect \+5\.6, Range \(90 % sure\) \+3\.4/,
    )
    expect(await page.locator("#map-front [aria-selected='true']").count()).toBe(1)
    expect(await square.getAttribute("aria-selected")).toBe("true")
  })

  test("on the map of effects alone as well", async () => {
    const { page } = await open((await sample("coffee")).html)
    await page.getByRole("button", { name: "Alone", exact: true }).first().click()
    expect(await page.locator("#map-front").isVisible()).toBe(false)
    await page.locator("#map-alone [data-region='20']").click()
    expect(spaced(await page.locator("#chosen h3").textContent())).toBe("Without the square at row 3, column 5")
  })

  test("where it is hidden with those around it, the picture shows them all hidden, and on the map of effects alone it by itself", async () => {
    const { page, problems } = await open(await measured())
    const covered = page.locator("#chosen clipPath use")
    const heading = async (): Promise<string | undefined> => spaced(await page.locator("#chosen h3").textContent())
    await page.locator(strongest).focus()
    expect(await covered.count()).toBe(9)
    expect(await heading()).toBe("Without the square at row 3, column 5 and those around it")
    await page.locator("#map-front [data-region='0']").focus()
    expect(await covered.count(), "the 3 x 3 in the corner").toBe(9)
    await page.getByRole("button", { name: "Alone", exact: true }).first().click()
    await page.locator("#map-alone [data-region='20']").focus()
    expect(await covered.count()).toBe(1)
    expect(await heading()).toBe("Without the square at row 3, column 5")
    expect(problems).toEqual([])
  })

  test("where the picture is left out: numbers without a picture", async () => {
    const { page, problems } = await open(await report((await sample("coffee")).explanation, { redact: true }))
    await page.locator(strongest).hover()
    expect(await page.locator("#chosen dd").first().textContent()).toBe("+5.6")
    expect(await page.locator("#chosen svg").count()).toBe(0)
    expect(await page.locator(".help").textContent()).toBe(
      "Point at a square, tap it, or use the arrow keys to read its numbers.",
    )
    expect(problems).toEqual([])
  })
})

describe("the picture beside the numbers is what the model was shown", () => {
  test.each([
    ["coffee", 20, "a square is hidden"],
    ["mask", 11, "a region of a mask is hidden"],
    ["allButOne", 3, "all but one square are hidden"],
  ] as const satisfies readonly (readonly [GalleryName, number, string])[])("%s, %i: %s", async (name, region, _) => {
    const { explanation, photo, html } = await sample(name)
    const { size } = explanation.seen
    const all = explanation.regions.boxes.map((_, i) => i)
    const hidden = explanation.shown === "all-but-one" ? all.filter((i) => i !== region) : [region]
    const untouched = levelsOf(hideRegions(photo, explanation, { hidden: [] }))
    const expected = levelsOf(hideRegions(photo, explanation, { hidden }))
    const changed = new Set(expected.flatMap((level, i) => (level === untouched[i] ? [] : [Math.floor(i / 3)])))

    const { page } = await open(html)
    const picture = page.locator("#chosen > svg")
    expect(await picture.isVisible()).toBe(false)
    await page.locator(`#map-front [data-region='${region}']`).focus()
    const after = await rendered(picture, size)

    expect(meanDifference(after, expected, (pixel) => !changed.has(pixel))).toBeLessThan(3)
    expect(meanDifference(after, expected, (pixel) => changed.has(pixel))).toBeLessThan(3)
    expect(meanDifference(after, untouched, (pixel) => changed.has(pixel))).toBeGreaterThan(15)
  })
})
