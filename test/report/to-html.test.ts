import { expect, test } from "vitest"
import { toHtml } from "../../src/report/index.ts"
import { untied } from "../../src/words/fill-in.ts"
import { fullRecord, pixel } from "./make-report.ts"

test("a piece of HTML brings no style sheet, script, class rule or id that could meet another", () => {
  const html = toHtml(fullRecord(), { photo: { href: pixel } })
  expect(html).toMatch(/^<figure style="margin:0"><svg /)
  expect(html).not.toMatch(/<(style|script|link)/)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.every((id) => id!.startsWith("gx-"))).toBe(true)
  const other = [...toHtml(fullRecord({ score: 0.5 })).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.filter((id) => other.includes(id))).toEqual([])
})

test("it is as wide as its place, at most as wide as it was asked for", () => {
  expect(toHtml(fullRecord(), { width: 600 })).toContain("width:min(100%, 600px);height:auto")
})

test("it says in words what it shows, with names as text", () => {
  const record = fullRecord({ label: "<b>espresso</b>" })
  const html = toHtml({ ...record, picture: { ...record.picture, name: "<i>.png" } })
  expect(html).toContain("&lt;b&gt;espresso&lt;/b&gt;")
  expect(untied(html)).toContain("&lt;i&gt;.png: ")
  expect(html).not.toMatch(/<[bi]>/)
})
