import { describe, expect, test } from "vitest"
import { useChromium } from "./chromium.ts"
import { measured, sample } from "./reports.ts"

const open = useChromium()

/** How far down a page its parts begin. */
const topOf = (selector: string): string => `document.querySelector("${selector}").getBoundingClientRect().top`

describe("the first screen", () => {
  test("of a wide window has the answer, the map, both pictures and the strip", async () => {
    const { page } = await open(await measured())
    const order = ["h1", ".meta", "#map-front", ".strip", ".caution"]
    const tops: number[] = []
    for (const part of order) tops.push(await page.evaluate<number>(topOf(part)))
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(tops[3]).toBeLessThan(900)
    const [map, pictures] = [await page.locator("#map-front").boundingBox(), await page.locator(".sets").boundingBox()]
    expect(pictures!.x).toBeGreaterThan(map!.x + map!.width)
    expect(Math.abs(pictures!.y - map!.y)).toBeLessThan(60)
  })

  test("says in one quiet line what the model must not be used for", async () => {
    const { page } = await open(await measured())
    expect(await page.locator(".model-caution").textContent()).toBe("A demonstration: decide nothing by it.")
    expect((await page.locator(".model-caution").boundingBox())!.height).toBeLessThan(40)
  })

  test.each(["coffee", "chelsea", "cats", "rocket"] as const)(
    "is followed by folded sections: the report of %s is short, on a phone as well",
    async (name) => {
      const { page } = await open((await sample(name)).html)
      const height = (): Promise<number> => page.evaluate<number>("document.documentElement.scrollHeight")
      expect(await height()).toBeLessThan(2200)
      await page.setViewportSize({ width: 360, height: 740 })
      expect(await height()).toBeLessThan(3700) // Five screens.
    },
  )
})

describe("on a phone", () => {
  test.each(["coffee", "cats", "fine", "windows", "rocket"] as const)(
    "no letter of the map of %s is lower than 12 pixels, and what has no room there is told below",
    async (name) => {
      const { page } = await open((await sample(name)).html, { viewport: { width: 360, height: 740 } })
      const sizes = await page.evaluate<readonly number[]>(`(() => {
        const drawing = document.querySelector("#map-front svg")
        const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width
        return [...document.querySelectorAll("#gx-map text")]
          .filter((one) => one.closest(".numbers") === null || getComputedStyle(one.closest(".numbers")).display !== "none")
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * scale)
      })()`)
      expect(sizes.filter((size) => size < 11.95)).toEqual([])
      const numbers = await page.evaluate<string>(
        "[...document.querySelectorAll('#gx-map .numbers')].map((one) => getComputedStyle(one).display).join()",
      )
      const isTold = await page.locator(".ranking").first().isVisible()
      expect(isTold).toBe(numbers !== "inline")
    },
  )

  test("a table that is wider than the screen can be moved inside its frame", async () => {
    const { page } = await open((await sample("coffee")).html, { viewport: { width: 360, height: 740 } })
    await page.locator("#checking > details > summary").click()
    await page.locator("#list > summary").click()
    const [inner, outer] = await page.evaluate<readonly [number, number]>(
      "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('#list .scroll'))",
    )
    expect(inner).toBeGreaterThan(outer)
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(360)
  })
})
