/**
 * `npm run docs:reports`: takes the pictures of reports that the documentation shows, in headless Chromium, into `docs/pictures`.
 *
 * Run it after a change of the report, then look at each: wide, narrow, dark and as printed.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright"
import sharp from "sharp"
import { chromiumLaunchOptions } from "../chromium.mjs"
import { makeReport, reports } from "../gallery/reports.mjs"

const pictures = fileURLToPath(new URL("../../docs/pictures", import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), "gridexplainer-reports-"))

/**
 * @typedef {object} Shot
 * @property {string} name of the picture
 * @property {string} report
 * @property {number} width
 * @property {number} height
 * @property {"light" | "dark"} [scheme]
 * @property {"screen" | "print"} [media]
 * @property {string} [cell] a part of the map that is pointed at; the picture begins at its section
 */

/** @type {readonly Shot[]} */
const shots = [
  { name: "report", report: "coffee", width: 1280, height: 800 },
  { name: "report-dark", report: "coffee", width: 1280, height: 800, scheme: "dark" },
  { name: "report-narrow", report: "rocket", width: 360, height: 1500 },
  { name: "report-print", report: "lesion", width: 794, height: 1090, media: "print" },
  { name: "report-cell", report: "chelsea", width: 1180, height: 760, cell: "#gx-cell-34" },
  { name: "report-warning", report: "warning", width: 1280, height: 780 },
  { name: "report-nothing", report: "nothing", width: 1280, height: 780 },
  { name: "report-change", report: "rocket", width: 1180, height: 620, cell: "#summary" },
]

const browser = await chromium.launch(chromiumLaunchOptions())
for (const { name, report, width, height, scheme = "light", media = "screen", cell } of shots) {
  const entry = reports.find((one) => one.name === report)
  if (entry === undefined) throw new Error(`no report ${report}`)
  const file = join(scratch, `${report}.html`)
  writeFileSync(file, await makeReport(entry))
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" })
  await page.emulateMedia({ media, colorScheme: scheme })
  await page.goto(`file://${file}`)
  if (cell?.startsWith("#gx")) {
    await page.locator("#summary .answer").scrollIntoViewIfNeeded()
    await page.locator(cell).focus()
  }
  const top = cell?.startsWith("#gx") ? "#summary" : cell
  if (top !== undefined) await page.evaluate(`document.querySelector("${top}").scrollIntoView()`)
  const webp = join(pictures, `${name}.webp`)
  await sharp(await page.screenshot())
    .webp({ quality: 74, smartSubsample: true, effort: 6 })
    .toFile(webp)
  console.log(`${Math.round(statSync(webp).size / 1000)} kB  docs/pictures/${name}.webp`)
  await page.close()
}
await browser.close()
rmSync(scratch, { recursive: true })
