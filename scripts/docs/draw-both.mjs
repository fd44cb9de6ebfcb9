import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import sharp from "sharp"

const root = fileURLToPath(new URL("../..", import.meta.url))

/**
 * Writes a drawing in both themes into `docs/pictures`, as WebP: `name.webp` and `name-dark.webp`.
 *
 * @param {string} name
 * @param {(file: string, theme: "light" | "dark") => Promise<void>} draw writes a PNG file
 */
export async function drawBoth(name, draw) {
  const scratch = mkdtempSync(join(tmpdir(), "gridexplainer-pictures-"))
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    const png = join(scratch, "drawing.png")
    const webp = join(root, "docs", "pictures", `${name}${theme === "dark" ? "-dark" : ""}.webp`)
    await draw(png, theme)
    await sharp(png).webp({ quality: 76, smartSubsample: true, effort: 6 }).toFile(webp)
    console.log(`${Math.round(statSync(webp).size / 1000)} kB  ${webp.slice(root.length)}`)
  }
  rmSync(scratch, { recursive: true })
}
