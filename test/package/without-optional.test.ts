import { readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { chromium } from "playwright"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { chromiumLaunchOptions } from "../../scripts/chromium.mjs"
import { type Answer, emptyProject, run } from "./run.ts"

const folder = emptyProject()

/** Two grey pixels and a model that sees only the left one. */
const example = `
  const { explain, functionModel, grid } = await import(core)
  const { renderSvg } = await import(render)
  const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 51) }
  const model = functionModel((images) => images.map(({ data }) => [data[0] / 255]))
  const explanation = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
  const answer = { effects: explanation.attributions[0].effects, svg: renderSvg(explanation).startsWith("<svg") }
`
const answer = { effects: [1, 0], svg: true }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("npm install --omit=optional", () => {
  let install: Answer

  beforeAll(async () => {
    install = await run(folder, ["npm", "install", "--omit=optional", inject("tarball").path])
  })

  it("leaves the library and the one package that checks records", () => {
    expect(install, install.stderr).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "gridexplainer",
      "zod",
    ])
  })

  it("explains in Node", async () => {
    const code = `const core = "gridexplainer", render = "gridexplainer/render"\n${example}\nconsole.log(JSON.stringify(answer))`
    const { stdout, stderr } = await run(folder, ["node", "--input-type=module", "-e", code])
    expect(stderr).toBe("")
    expect(JSON.parse(stdout)).toEqual(answer)
  })

  it("explains in a browser, without a bundler", async () => {
    const server = await serve(join(folder, "node_modules", "gridexplainer"))
    const browser = await chromium.launch(chromiumLaunchOptions())
    try {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const code = `const core = "/dist/index.js", render = "/dist/render/index.js"\n${example}\nreturn answer`
      expect(await page.evaluate(`(async () => {${code}})()`)).toEqual(answer)
    } finally {
      await browser.close()
      server.close()
    }
  })

  it("has a command that says what is missing and how to get it", async () => {
    const { code, stderr } = await run(folder, ["node_modules/.bin/gridexplainer", "explain", "coffee.png"])
    expect(code).not.toBe(0)
    expect(stderr).toContain("npm install")
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

/** Serves a folder as it is; `/` is an empty page. */
async function serve(root: string): Promise<Server> {
  const server = createServer(({ url = "/" }, reply) => {
    const isScript = url.endsWith(".js") && !url.includes("..")
    reply.setHeader("content-type", isScript ? "text/javascript" : "text/html")
    reply.end(isScript ? readFileSync(join(root, url)) : "<!doctype html><title>empty</title>")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return server
}
