import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { difference, mostDifference } from "./difference.mjs"
import { draw } from "./draw.mjs"
import { drawings } from "./drawings.mjs"
import { indexPage } from "./index-page.mjs"
import { folder, page, pictureOf, storedNames } from "./stored.mjs"

/** Draws every picture again, and stores those that look different; a picture that no drawing makes is removed. */
export async function writeGallery() {
  const known = drawings.map(({ name }) => name)
  for (const name of storedNames().filter((stored) => !known.includes(stored))) {
    rmSync(existsSync(pictureOf(name)) ? pictureOf(name) : join(folder, name))
    console.log(`removed  ${name}`)
  }
  let changes = 0
  for (const drawing of drawings) {
    const file = pictureOf(drawing.name)
    const fresh = await draw(drawing)
    const share = existsSync(file) ? (await difference(readFileSync(file), fresh)).share : undefined
    if (share !== undefined && share <= mostDifference) continue
    writeFileSync(file, fresh)
    changes += 1
    console.log(
      share === undefined
        ? `new      ${drawing.name}`
        : `changed  ${drawing.name}, ${(share * 100).toPrecision(2)} % of its pixels`,
    )
  }
  const text = indexPage()
  if (!existsSync(page) || readFileSync(page, "utf8") !== text) writeFileSync(page, text)
  console.log(`${changes} of ${drawings.length} pictures written. Look at each before you store it.`)
}
