import type { Page } from "playwright"
import { describe, expect, test } from "vitest"
import { useChromium } from "./chromium.ts"
import { sample } from "./reports.ts"

const open = useChromium()

/** What has the focus, in a word or two. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const { activeElement: element } = document
    if (element === document.body) return "the page"
    if (element.dataset.region !== undefined) return "square " + element.dataset.region
    if (element.classList.contains("scroll")) return "table " + element.getAttribute("aria-label")
    return element.localName + " " + element.textContent
  })()`)
}

/** Presses a key, and tells what has the focus then. */
async function press(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key)
  return focused(page)
}

/** The line round what has the focus. */
function lookOfFocus(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(document.activeElement)
    return stroke === "none" ? outlineStyle + " " + outlineWidth : stroke + " " + strokeWidth
  })()`)
}

function ringOf(stop: string): string {
  return stop.startsWith("square") ? "rgb(11, 87, 208) 5px" : "solid 3px"
}

function unfold(details: { readonly setAttribute: (name: string, value: string) => void }): void {
  details.setAttribute("open", "")
}

describe("with the keyboard alone", () => {
  test("the tab key reaches everything that can be used, and the map is one stop", async () => {
    const { page, problems } = await open((await sample("coffee")).html)
    const stops: string[] = []
    for (let stop = await press(page, "Tab"); stop !== "the page"; stop = await press(page, "Tab")) {
      stops.push(stop)
      if (stop.startsWith("summary")) await page.keyboard.press("Enter")
    }
    expect(stops.map((stop) => stop.replaceAll("\u00a0", " "))).toEqual([
      "a How to read this",
      "square 0",
      "button On average",
      "button Alone",
      ...["Which areas mattered", "How sure is this", "What the model answered", "What was asked"].map(
        (name) => `summary ${name}`,
      ),
      ...["How to read this", "For technical checking"].map((name) => `summary ${name}`),
      "table Every value",
      "summary Every value as a list",
      "table Every value as a list",
      ...["Place", "Effect", "Range (90 % sure)", "Alone", "Answer when hidden alone"].map((name) => `button ${name}`),
      ...["Lowest to highest of 3 ways", "Verdict", "Belongs to"].map((name) => `button ${name}`),
      "summary Role in the decision",
    ])
    expect(problems).toEqual([])
  })

  test.each([true, false])("the first link opens and leads to how this is read; with scripts: %s", async (scripts) => {
    const { page } = await open((await sample("coffee")).html, { javaScriptEnabled: scripts })
    const words = page.locator("#reading .glossary")
    expect(await words.isVisible()).toBe(false)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await words.waitFor({ state: "visible" })
    const { y } = (await page.locator("#reading h2").boundingBox())!
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(900)
  })

  test("arrow keys go from square to square, and stop at the edges of the map", async () => {
    const { page } = await open((await sample("coffee")).html)
    await page.locator("#map-front [data-region='0']").focus()
    const way: readonly (readonly [string, number])[] = [
      ["ArrowLeft", 0],
      ["ArrowUp", 0],
      ["ArrowRight", 1],
      ["ArrowDown", 9],
      ["End", 15],
      ["ArrowRight", 15],
      ["ArrowDown", 23],
      ["Home", 16],
      ["ArrowLeft", 16],
      ["ArrowUp", 8],
      ["Control+End", 63],
      ["ArrowDown", 63],
      ["ArrowRight", 63],
      ["ArrowLeft", 62],
      ["Control+Home", 0],
    ]
    for (const [key, region] of way) expect(await press(page, key), key).toBe(`square ${region}`)
  })

  test("the tab key comes back to the square that was left", async () => {
    const { page } = await open((await sample("coffee")).html)
    await page.locator("#map-front [data-region='20']").focus()
    expect(await press(page, "Tab")).toBe("button On average")
    expect(await press(page, "Shift+Tab")).toBe("square 20")
  })

  test("regions of a mask follow one another", async () => {
    const { page } = await open((await sample("mask")).html)
    await page.locator("#map-front [data-region='0']").focus()
    const way = { ArrowRight: 1, ArrowDown: 1, End: 63, ArrowLeft: 62, Home: 0, ArrowUp: 0 }
    for (const [key, region] of Object.entries(way)) expect(await press(page, key), key).toBe(`square ${region}`)
  })

  test("the focus is seen wherever it is", async () => {
    const { page } = await open((await sample("coffee")).html)
    for (const fold of await page.locator("details").all()) await fold.evaluate(unfold)
    const looks: (readonly [string, string])[] = []
    for (let stop = await press(page, "Tab"); stop !== "the page"; stop = await press(page, "Tab"))
      looks.push([stop, await lookOfFocus(page)])
    expect(looks.length).toBe(22)
    expect(looks).toEqual(looks.map(([stop]) => [stop, ringOf(stop)]))
  })

  test("a region of a mask that has the focus is filled, whatever its shape", async () => {
    const { page } = await open((await sample("mask")).html)
    const region = page.locator("#map-front [data-region='11']")
    const look = (): Promise<readonly string[]> =>
      page.evaluate<readonly string[]>(
        `(({ fill, stroke }) => [fill, stroke])(getComputedStyle(document.querySelector("#map-front [data-region='11']")))`,
      )
    expect(await look()).toEqual(["rgba(0, 0, 0, 0)", "none"])
    await region.hover()
    expect(await look()).toEqual(["rgba(11, 87, 208, 0.45)", "none"])
    await page.locator("#map-front [data-region='10']").focus()
    await page.keyboard.press("ArrowRight")
    expect(await look()).toEqual(["rgba(11, 87, 208, 0.75)", "none"])
  })

  test("headings sort the list, the largest first and then the smallest", async () => {
    const { page } = await open((await sample("coffee")).html)
    for (const name of ["#checking > details", "#list"]) {
      await page.locator(`${name} > summary`).focus()
      await page.keyboard.press("Enter")
    }
    await page.getByRole("button", { name: "Effect", exact: true }).focus()
    const firstRow = (): Promise<readonly string[]> =>
      page.locator("#list tbody tr").first().locator("th, td").allTextContents()
    await page.keyboard.press("Enter")
    expect((await firstRow()).slice(0, 2)).toEqual(["row 3, column 5", "+5.6"])
    await page.keyboard.press("Space")
    expect((await firstRow()).slice(0, 2)).toEqual(["row 8, column 7", "+0.4"])
    expect(await page.locator("[aria-sort]").getAttribute("aria-sort")).toBe("ascending")
  })
})
