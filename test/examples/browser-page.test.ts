import { fileURLToPath } from "node:url"
import { chromium } from "playwright"
import { expect, onTestFinished, test } from "vitest"
import { chromiumLaunchOptions } from "../../scripts/chromium.mjs"
import { serve } from "../../scripts/serve.mjs"

test("the browser page explains the triangle and asks nobody else", async () => {
  const { address, close } = await serve(fileURLToPath(new URL("../..", import.meta.url)))
  onTestFinished(close)
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const problems: string[] = []
  page.on("console", (message) => problems.push(message.text()))
  page.on("pageerror", ({ message }) => problems.push(message))
  await page.route("**", (route) => {
    const url = route.request().url()
    if (url.startsWith(`${address}/`)) return route.continue()
    problems.push(url)
    return route.abort()
  })
  await page.goto(`${address}/examples/browser/`)
  await page.waitForSelector("figure svg")
  const drawing = (await page.textContent("figure svg"))?.replaceAll("\u00a0", " ")
  expect(problems).toEqual([])
  expect(drawing).toContain("triangle, logit 2.07")
  expect(drawing).toContain("+1.03")
})
