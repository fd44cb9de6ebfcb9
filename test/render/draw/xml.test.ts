import { describe, expect, it } from "vitest"
import { escapeXml, number, tag } from "../../../src/render/draw/xml.ts"

describe("tag", () => {
  it("writes an element, empty or with children", () => {
    expect(tag("rect", { x: 1.006, y: -0.001, fill: "#fff" })).toBe('<rect x="1.01" y="0" fill="#fff"/>')
    expect(tag("g", {}, "<a/>")).toBe("<g><a/></g>")
  })

  it("lets no attribute end early", () =>
    expect(tag("a", { b: `"><c d='&` })).toBe('<a b="&quot;&gt;&lt;c d=&#39;&amp;"/>'))
})

describe("escapeXml", () => {
  it("escapes what XML reads as its own", () => expect(escapeXml(`<&>"'é−`)).toBe("&lt;&amp;&gt;&quot;&#39;é−"))
})

describe("number", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [-1e-9, "0"],
    [1200, "1200"],
    [1e-7, "0"],
  ])("writes %d as %s", (value, text) => expect(number(value)).toBe(text))
})
