import { readFile, samplePicture, writeFile } from "../engine.ts"
import { explainPictures } from "../explain/explain-pictures.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** The sample's name in the user's folder. */
const name = "coffee.jpg"

/**
 * Puts the sample photo into this folder, if it is not there yet, and explains it.
 *
 * @throws GridExplainerError `FILE_UNWRITABLE`; RangeError if another file has its name
 */
export async function runDemo(terminal: Terminal): Promise<void> {
  const sample = await readFile(samplePicture())
  const there = await readFile(name).catch(() => undefined)
  if (there !== undefined && Buffer.compare(there, sample) !== 0)
    throw new RangeError(`${name} is here already, and is not the sample: run this in another folder`)
  if (there === undefined) await writeFile(name, sample, { what: "sample" })
  terminal.note(`${name} is a photo by Rachel Michetti (CC0), and lies in this folder now.`)
  await explainPictures([name], {}, terminal)
}
