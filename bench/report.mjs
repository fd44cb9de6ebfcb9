/**
 * How long does a report take to build, beyond encoding its pictures, and how large is it?
 *
 *     npm run bench:report [-- --runs 25]
 *
 * Reports of the gallery, from their stored records: `report` alone, and `reportPictures`, which encodes the pictures. Medians, least and most.
 */
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { reportPictures } from "gridexplainer/node"
import { report, verifyReport } from "gridexplainer/report"
import { photo } from "../scripts/gallery/photos.mjs"
import { readRecord } from "../scripts/gallery/records.mjs"
import { reports } from "../scripts/gallery/reports.mjs"

const { values } = parseArgs({ options: { runs: { type: "string", default: "25" } } })
const runs = Number(values.runs)

console.log("| report | squares | building: median (least-most) | encoding its pictures | verifying | size |")
console.log("| --- | --- | --- | --- | --- | --- |")
for (const { name, record, photo: file } of reports) {
  const explanation = readRecord(record)
  const image = await photo(file)
  const pictures = await reportPictures(explanation, image)
  const html = await report(explanation, { pictures })
  const building = await times(() => report(explanation, { pictures }))
  const encoding = await times(() => reportPictures(explanation, image))
  const verifying = await times(() => verifyReport(html))
  const size = `${Math.round(Buffer.byteLength(html) / 1000)} kB`
  console.log(`| ${[name, explanation.regions.boxes.length, building, encoding, verifying, size].join(" | ")} |`)
}
console.log(`\n${runs} runs each; ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.version}`)

/**
 * `49 ms (41-77)`
 *
 * @param {() => Promise<unknown>} task
 */
async function times(task) {
  /** @type {number[]} */
  const milliseconds = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await task()
    milliseconds.push(performance.now() - began)
  }
  const sorted = milliseconds.sort((a, b) => a - b).map(Math.round)
  return `${sorted[sorted.length >> 1]} ms (${sorted[0]}-${sorted.at(-1)})`
}
