import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Browser, chromium } from "playwright"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { chromiumLaunchOptions } from "../../scripts/chromium.mjs"
import { serve } from "../../scripts/serve.mjs"

const root = fileURLToPath(new URL("../..", import.meta.url))
const site = `${root}docs/.vitepress/dist`
const phone = { width: 390, height: 844 }

/** What is to be known about one page of the built site. */
interface Visit {
  /** Addresses that it asked for and did not get. */
  readonly refused: readonly string[]
  readonly complaints: readonly string[]
  readonly links: readonly string[]
  readonly ids: readonly string[]
  /** Pictures that show nothing. */
  readonly broken: readonly string[]
  /** Pixels by which it is wider than a phone. */
  readonly overflow: number
}

let address: string
let close: () => void
let browser: Browser
const visits = new Map<string, Visit>()

beforeAll(async () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["scripts/docs/build.mjs", "--if-stale"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
  })
  if (status !== 0) throw new Error(`the site could not be built:\n${stdout}${stderr}`)
  ;({ address, close } = await serve(site))
  browser = await chromium.launch(chromiumLaunchOptions())
  const names = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"))
  for (const name of names) visits.set(`/${name}`, await visit(`/${name}`))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  close?.()
})

describe("the built site, opened in a browser without a network", () => {
  test("has its pages", () => {
    for (const page of ["index", "start", "choose", "reference/command", "reference/api/gridexplainer/node"])
      expect([...visits.keys()]).toContain(`/${page}.html`)
  })

  test("asks nobody else", () => expect(found(({ refused }) => refused)).toEqual([]))

  test("has nothing to complain of", () => expect(found(({ complaints }) => complaints)).toEqual([]))

  test("shows every picture", () => expect(found(({ broken }) => broken)).toEqual([]))

  test("links to pages and headings that are there", () => {
    expect(found(({ links }) => links.filter((link) => !leadsSomewhere(link)))).toEqual([])
  })

  test("is never wider than a phone", () => {
    expect(found(({ overflow }) => (overflow > 0 ? [`${overflow} pixels too wide`] : []))).toEqual([])
  })
})

async function visit(path: string): Promise<Visit> {
  const page = await browser.newPage()
  const refused: string[] = []
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
  })
  page.on("pageerror", ({ message }) => complaints.push(message))
  await page.route("**", (route) => {
    const url = route.request().url()
    if (url.startsWith(`${address}/`) || url.startsWith("data:")) return route.continue()
    refused.push(url)
    return route.abort()
  })
  await page.goto(address + path, { waitUntil: "load" })
  const facts = await page.evaluate<Pick<Visit, "links" | "ids" | "broken">>(readPage)
  await page.setViewportSize(phone)
  const overflow = await page.evaluate<number>(`document.documentElement.scrollWidth - ${phone.width}`)
  await page.close()
  return { refused, complaints, ...facts, overflow }
}

/** Runs in the page; a string, since the tests know no DOM. */
const readPage = `(async () => {
  const pictures = [...document.images]
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
  return {
    links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    broken: pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src),
  }
})()`

function leadsSomewhere(link: string): boolean {
  const { origin, pathname, hash } = new URL(link)
  if (origin !== address) return true
  const target = visits.get(pathname.endsWith("/") ? `${pathname}index.html` : pathname)
  return target !== undefined && (hash === "" || target.ids.includes(decodeURIComponent(hash.slice(1))))
}

function found(problems: (visit: Visit) => readonly string[]): string[] {
  return [...visits].flatMap(([path, visit]) => [...new Set(problems(visit))].map((problem) => `${path}: ${problem}`))
}
