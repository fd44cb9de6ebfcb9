/** The reading side of `npm run fuzz:pictures`: a process of its own, that may crash or hang without harm. */
import { createHash } from "node:crypto"
import { GridExplainerError } from "gridexplainer"
import { readImage } from "gridexplainer/node"
import { mutatePicture, wholePictures } from "./mutate-picture.mjs"

/** @typedef {"decoded" | "refused" | "untyped" | "unstable"} Outcome */
/** @typedef {{ outcome: Outcome, detail: string, peakMegabytes: number }} Report */

const pictures = wholePictures()

process.on("message", async (/** @type {{ index: number, seed: number }} */ choice) => {
  const { bytes } = mutatePicture(pictures, choice)
  const first = await readOnce(bytes)
  const second = await readOnce(bytes)
  // Memory that nobody wrote to would show as pixels that differ from one reading to the next.
  const outcome = first.detail === second.detail ? first.outcome : "unstable"
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  process.send?.({ outcome, detail: first.detail, peakMegabytes })
})

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<{ outcome: Outcome, detail: string }>}
 */
async function readOnce(bytes) {
  try {
    const { image, notes } = await readImage(bytes)
    const { width, height, data } = image
    if (data.length !== width * height * 3) return { outcome: "untyped", detail: `${data.length} levels` }
    const sha256 = createHash("sha256").update(Uint8Array.from(data)).digest("hex")
    return { outcome: "decoded", detail: `${width} x ${height} ${sha256} ${notes.join(", ")}` }
  } catch (error) {
    const isOurs = error instanceof GridExplainerError && /^IMAGE_UN(READABLE|SUPPORTED)$/.test(error.code)
    return { outcome: isOurs ? "refused" : "untyped", detail: isOurs ? error.message : String(error) }
  }
}
