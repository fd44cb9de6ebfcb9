import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { afterAll, beforeAll, onTestFinished } from "vitest"
import { chromiumLaunchOptions } from "../../scripts/chromium.mjs"

/** A report in a browser without a network. */
export interface Opened {
  readonly page: Page
  /** Requests for anything but the file itself, console messages, errors, dialogs, new windows and downloads. */
  readonly problems: readonly string[]
  /** Loads another report into the same page. */
  readonly load: (html: string) => Promise<void>
}

/** Without motion, a page has scrolled at once. */
const usual = { offline: true, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" } as const

/** One browser for the tests of a file; gives what opens a report from disk, in a context of its own. */
export function useChromium(): (html: string, options?: BrowserContextOptions) => Promise<Opened> {
  let browser: Browser
  let folder = ""
  let files = 0
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gridexplainer-report-"))
    browser = await chromium.launch(chromiumLaunchOptions())
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })
  return async (html, options = {}) => {
    const context = await browser.newContext({ ...usual, ...options })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const problems: string[] = []
    let own = ""
    context.on("request", (request) => {
      const url = request.url()
      if (url !== own && !url.startsWith("data:")) problems.push(`request for ${url}`)
    })
    context.on("page", () => problems.push("new window"))
    page.on("console", (message) => problems.push(`console: ${message.text()}`))
    page.on("pageerror", ({ message }) => problems.push(`error: ${message}`))
    page.on("download", () => problems.push("download"))
    page.on("dialog", (dialog) => {
      problems.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const load = async (text: string): Promise<void> => {
      const path = join(folder, `${files++}.html`)
      writeFileSync(path, text)
      own = pathToFileURL(path).href
      await page.goto(own)
    }
    await load(html)
    return { page, problems, load }
  }
}
