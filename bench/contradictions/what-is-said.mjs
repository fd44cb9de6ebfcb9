/**
 * What each output says of each region, and its first sentence, read off the output itself: a table, a page, the lines of a terminal, a drawing.
 *
 * @typedef {import("gridexplainer").View} View
 * @typedef {import("gridexplainer/render").Sentence} Sentence
 * @typedef {import("gridexplainer").RegionVerdict | "number"} Told `number`: a number or a colour stands there, so it is not called without effect
 * @typedef {{ readonly text: string, readonly regions: readonly (Told | undefined)[] }} Output
 * @typedef {{ readonly sentences: readonly Sentence[], readonly long: readonly Sentence[], readonly first: Sentence | undefined, readonly firstLong: Sentence | undefined, readonly outputs: Readonly<Record<string, Output>> }} WhatIsSaid
 */

/**
 * The functions that make outputs: the command gives those of the built library, tests may give others.
 *
 * @typedef {object} Makers
 * @property {(view: View) => { readonly warning: Sentence | undefined, readonly sentences: readonly Sentence[], readonly notes: readonly Sentence[] }} evidenceWords
 * @property {(view: View) => Readonly<Record<string, readonly (readonly Sentence[])[]>>} reportSentences
 * @property {(view: View) => string} toCsv
 * @property {(view: View) => string} toMarkdown
 * @property {(view: View) => string} renderPlain
 * @property {(view: View, options: { readonly width: number }) => string} renderTerminal
 * @property {(view: View, options: { readonly layout: "alone" }) => string} renderSvg
 * @property {Readonly<Record<import("gridexplainer").RegionVerdict, string>>} verdicts how verdicts are written
 */

/** Wide enough for the numbers of 16 columns. */
const WIDTH = 160

/** @param {View} view @param {Makers} makers @returns {WhatIsSaid} */
export function whatIsSaid(view, makers) {
  const { sentences, notes } = makers.evidenceWords(view)
  const long = makers.reportSentences(view)
  const [csv, markdown, plain] = [makers.toCsv(view), makers.toMarkdown(view), makers.renderPlain(view)]
  const terminal = makers.renderTerminal(view, { width: WIDTH })
  const svg = makers.renderSvg(view, { layout: "alone" })
  const written = { view, verdicts: makers.verdicts }
  return {
    sentences: [...sentences, ...notes],
    long: Object.values(long).flat(2),
    first: sentences[0],
    firstLong: long.headline?.[0]?.[0],
    outputs: {
      view: { text: "", regions: view.regions.map(({ verdict }) => verdict) },
      csv: { text: "", regions: csvVerdicts(csv, view) },
      markdown: { text: plainLetters(unescaped(markdown)), regions: lineVerdicts(markdown, written) },
      plain: { text: plainLetters(plain), regions: lineVerdicts(plain, written) },
      terminal: { text: plainLetters(terminal), regions: terminalSigns(terminal, view) },
      svg: { text: plainLetters(svgText(svg)), regions: svgSigns(svg, view) },
    },
  }
}

/** Letters that a terminal lacks as those that stand for them, all room as one space. @param {string} text */
export function plainLetters(text) {
  return text
    .replaceAll("−", "-")
    .replaceAll("×", "x")
    .replaceAll("’", "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, " ")
}

/** @param {string} csv @param {View} view @returns {readonly (Told | undefined)[]} */
function csvVerdicts(csv, view) {
  const [head = [], ...rows] = csv.trimEnd().split("\r\n").map(csvFields)
  const at = head.indexOf("verdict")
  return view.regions.map((_, region) => /** @type {Told | undefined} */ (rows[region]?.[at]))
}

/** @param {string} line */
function csvFields(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? "")
}

/**
 * The verdict that stands on the line of each region, where one is written.
 *
 * @param {string} text
 * @param {{ view: View, verdicts: Makers["verdicts"] }} written
 * @returns {readonly (Told | undefined)[]}
 */
function lineVerdicts(text, { view, verdicts }) {
  const { layout } = view.record.regions
  const lines = unescaped(text).replaceAll("\u00a0", " ").split("\n")
  return view.regions.map((_, region) => {
    const place =
      layout.kind === "mask"
        ? `region ${region + 1} of ${view.regions.length}`
        : `row ${Math.floor(region / layout.columns) + 1}, column ${(region % layout.columns) + 1}`
    const line = lines.find((one) => one.startsWith(`${place}:`) || one.startsWith(`| ${place} |`))
    const known = Object.entries(verdicts).find(([, words]) => line?.includes(words) === true)
    return /** @type {Told | undefined} */ (known?.[0])
  })
}

/** Markdown without the strokes before its marks. @param {string} text */
function unescaped(text) {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
}

/** What stands in the squares of a terminal. @param {string} text @param {View} view @returns {readonly (Told | undefined)[]} */
function terminalSigns(text, view) {
  const { layout } = view.record.regions
  if (layout.kind !== "grid") return view.regions.map(() => undefined)
  const lines = text.split("\n")
  const head = lines.findIndex((line) => line.trim().split(/\s+/).join() === counting(layout.columns))
  return Array.from({ length: layout.rows }, (_, row) => {
    const [, ...signs] = (lines[head + 1 + row] ?? "").trim().split(/\s+/)
    const squares = signs.filter((sign) => !/^[*!]+$/.test(sign))
    return Array.from({ length: layout.columns }, (__, column) => toldBySign(squares[column]))
  }).flat()
}

/** @param {number} columns */
function counting(columns) {
  return Array.from({ length: columns }, (_, i) => i + 1).join()
}

/** @param {string | undefined} sign @returns {Told | undefined} */
function toldBySign(sign) {
  const bare = sign?.replaceAll(/[*!]/g, "")
  if (bare === undefined || bare === "") return undefined
  return bare === "." ? "none" : bare === "~" ? "depends" : bare === "?" ? "unknown" : "number"
}

/** All letters of a drawing. @param {string} svg */
function svgText(svg) {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)]
    .map(([, inner = ""]) => inner.replaceAll(/<[^>]*>/g, ""))
    .join(" ")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
}

/**
 * Dots and colours of the squares of a drawing. Rows and columns are those of the dots and colours there are: a drawing in which some line of squares has none
 * cannot be read so, and says nothing here.
 *
 * @param {string} svg
 * @param {View} view
 * @returns {readonly (Told | undefined)[]}
 */
function svgSigns(svg, view) {
  const { layout } = view.record.regions
  const nothing = view.regions.map(() => undefined)
  if (layout.kind !== "grid") return nothing
  const [, quiet = ""] = svg.match(/<path d="([^"]*)" class="quiet"/) ?? []
  const dots = [...quiet.matchAll(/M([\d.]+) ([\d.]+)a([\d.]+)/g)].map(([, x, y, r]) => ({
    ...{ x: Number(x) + Number(r), y: Number(y) },
    told: /** @type {Told} */ ("none"),
  }))
  const [, cells = ""] = svg.match(/<g class="cells"[^>]*>(.*?)<\/g>/s) ?? []
  const tints = [...cells.matchAll(/<rect ([^>]*)>/g)].map(([, attributes = ""]) => {
    const of = (/** @type {string} */ name) => Number(attributes.match(new RegExp(`(?:^| )${name}="([^"]*)"`))?.[1])
    return {
      ...{ x: of("x") + of("width") / 2, y: of("y") + of("height") / 2 },
      told: /** @type {Told} */ ("number"),
    }
  })
  const marks = [...dots, ...tints]
  const [columns, rows] = [lines(marks.map(({ x }) => x)), lines(marks.map(({ y }) => y))]
  if (columns.length !== layout.columns || rows.length !== layout.rows) return nothing
  return view.regions.map((_, region) => {
    const [x, y] = [columns[region % layout.columns] ?? 0, rows[Math.floor(region / layout.columns)] ?? 0]
    const here = marks.filter((mark) => Math.abs(mark.x - x) < NEAR && Math.abs(mark.y - y) < NEAR)
    return here.length > 1 ? "none" : here[0]?.told
  })
}

/** Middles of squares in one line differ by less. */
const NEAR = 3

/** Where lines of squares run. @param {readonly number[]} places @returns {readonly number[]} */
function lines(places) {
  const sorted = [...places].sort((a, b) => a - b)
  return sorted.filter((place, i) => i === 0 || place - (sorted[i - 1] ?? 0) >= NEAR)
}
