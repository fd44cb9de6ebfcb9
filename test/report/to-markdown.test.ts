import markdownIt from "markdown-it"
import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { toMarkdown } from "../../src/report/index.ts"
import { untied } from "../../src/words/fill-in.ts"
import { faithfulness, foundSet, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

/** With ordinary spaces. */
const written = (explanation: Explanation): string => untied(toMarkdown(explanation))
const paragraphs = (explanation: Explanation): readonly string[] => written(explanation).split("\n\n")

describe("toMarkdown", () => {
  it("is title, finding, a table with the strongest square first, and details", () => {
    expect(written(makeExplanation({ effects: [0.05, -0.114, 0, 0.329], rows: 2, score: 0.6 }))).toBe(
      `# espresso, 60.0 %

Hiding the square at row 2, column 2 lowers espresso from 60.0 % to 27.1 %, the largest change among 4 squares.

4 squares, strongest first:

| square | points | effect |
| --- | ---: | --- |
| row 2, column 2 | +32.9 | lowers espresso from 60.0 % to 27.1 % |
| row 1, column 2 | −11.4 | raises espresso from 60.0 % to 71.4 % |
| row 1, column 1 | +5.0 | lowers espresso from 60.0 % to 55.0 % |
| row 2, column 1 | 0.0 |  |

Plus supports espresso: hiding it lowers the score; minus speaks against it: hiding it raises the score.

- Model: tiny
- 2 × 2 squares, hidden one at a time
- fill: cell-mean
- Picture: \`coffee.png\`, 600 × 400 pixels
- Pictures asked about: 5; seed: 0
- Made by GridExplainer 0.1.0
`,
    )
  })

  it("tells what the evidence tells, with a table of what is known of each square", () => {
    const cup = { index: 3, label: "cup", score: 0.25 }
    const explanation = withEvidence(makeExplanation({ effects: [0.5, -0.25, 0, 0.125], rows: 2 }), {
      half: 0.0625,
      alone: { effects: [0.75, null, 0.5, 0], answers: [cup, null, cup, cup] },
      sets: { enough: foundSet([0, 3], cup), needed: foundSet([0], cup) },
      faithfulness: faithfulness(0.9),
      missing: ["pairs"],
    })
    const text = written(explanation)
    expect(text).toContain(`
| square | points | 90 % sure | alone | effect | fills | fills that agree | sets |
| --- | ---: | --- | ---: | --- | --- | --- | --- |
| row 1, column 1 | +50 | +44 to +56 | +75 | supports it | +50 to +50 | 2 of 2 | enough, needed |
| row 1, column 2 | −25 | −31 to −19 | not asked | speaks against it | −25 to −25 | 2 of 2 |  |
| row 2, column 2 | +13 | +6 to +19 | 0 | supports it | +13 to +13 | 2 of 2 | enough |
| row 2, column 1 | 0 | −6 to +6 | +50 | supports it | 0 to 0 | 0 of 2 |  |
`)
    expect(text).toMatch(/^# espresso, 94\.1 %\n\nWithout the square at row 1, column 1, the model says cup\./)
    expect(text).toContain("\n\nNot done: ")
  })

  it("begins with a warning where the map does no better than chance", () => {
    const [, second] = paragraphs(
      withEvidence(makeExplanation({ effects: [0.5, 0.25] }), { faithfulness: faithfulness(0) }),
    )
    expect(second).toMatch(/^> \*\*Hiding the strongest squares first is no better than chance: .*\*\*$/)
  })

  it("says which model, which picture and which files these were", () => {
    const base = makeExplanation({ effects: [0.5] })
    const [one, two, three] = ["1", "2", "3"].map((sign) => sign.repeat(64))
    const text = written({
      ...base,
      picture: { ...base.picture, fileSha256: one!, pixelsSha256: two! },
      model: { ...base.model, sha256: three!, runtime: "none 1.0" },
    })
    expect(text).toContain(`- Runtime: \`none 1.0\`\n- SHA-256 of the model: \`${three}\`\n- Picture: \`coffee.png\`, `)
    expect(text).toContain(`- SHA-256 of the picture's file: \`${one}\`\n- SHA-256 of its pixels: \`${two}\`\n`)
  })

  it("says where a square has no value", () => {
    expect(written(makeExplanation({ effects: [Number.NaN, 0.01] }))).toContain("\n| row 1, column 1 | no value |  |\n")
  })
})

const payloads = [
  "a | b",
  "`code`",
  "``` ```js",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- gone -->",
  "<https://evil.example>",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "[x][y]",
  "[^1]",
  "https://evil.example/path",
  "HTTP://EVIL.EXAMPLE",
  "www.evil.example",
  "evil.com",
  "evil.co",
  "//evil.com/x",
  "ftp://evil.example",
  "mailto:me@evil.example",
  "me@evil.example",
  "@everyone",
  "*bold* **bolder** _slanted_ __slantier__ ~~struck~~",
  "line\nbreak\n\n# heading",
  "line\r\n- item",
  "# heading #",
  "> quoted",
  "- item",
  "+ item",
  "* item",
  "1. item",
  "2) item",
  "---",
  "===",
  "***",
  "&lt;b&gt; &amp; &#60;",
  "\\",
  "\\`\\*",
  "ends in \\",
  "$x$ $$y$$",
  "{{ 1 + 1 }}",
  ":::danger",
  ":smile:",
  "a\tb",
  "\u202eright\u200bleft",
  "    indented",
]

describe("a label or a name from outside", () => {
  /** A renderer that makes of text all that it can: HTML, links of bare addresses, tables. */
  const markdown = markdownIt({ html: true, linkify: true })
  const page = (label: string): string => {
    const explanation = makeExplanation({
      effects: [0.5, 0.05],
      label,
      model: label,
      answers: [
        { index: 3, label, score: 0.9 },
        { index: 3, label, score: 0.9 },
      ],
    })
    return written({ ...explanation, picture: { ...explanation.picture, name: label } })
  }
  /** The tags of a page. */
  const tagsOf = (label: string): readonly string[] =>
    [...markdown.render(page(label)).matchAll(/<[^>]*>/g)].map(([tag]) => tag)
  const harmless = tagsOf("cat")
  /** What a page shows a reader, in which the joiner shows nothing. */
  const shown = (label: string): string =>
    markdown
      .render(page(label))
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&")
      .replaceAll("\u2060", "")

  it.each(payloads)("%j becomes no markup, no HTML and no link", (payload) => expect(tagsOf(payload)).toEqual(harmless))

  it.each(payloads)("%j is shown as it is, on one line", (payload) => {
    const plain = payload
      .replace(/\s+/g, " ")
      .replace(/[\u202e\u200b]/g, "")
      .trim()
    expect(shown(payload)).toContain(`Hiding the square at row 1, column 1 lowers ${plain} from 94.1 % to 44.1 %`)
    expect(shown(payload)).toContain(`\nPicture: ${plain}, 600 × 400 pixels\n`)
    expect(shown(payload)).toContain(`\nModel: ${plain}\n`)
  })

  it("leaves names that are no addresses without joiners, to be copied", () => {
    expect(page("my-model.onnx")).not.toContain("\u2060")
  })
})
