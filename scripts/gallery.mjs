/**
 * `npm run gallery`: draws `docs/gallery` again from `test/gallery/records` and stores what looks different. Look at each of those.
 *
 * `npm run gallery -- --records [name ...]` asks the models for the records first: all of them, or those named.
 */
import { buildIfStale } from "./build.mjs"

await buildIfStale()
const [first, ...names] = process.argv.slice(2)
if (first !== undefined && first !== "--records") throw new RangeError(`expected --records [name ...], got ${first}`)
if (first === "--records") {
  const { makeRecords } = await import("./gallery/make-records.mjs")
  await makeRecords(names)
}
const { writeGallery } = await import("./gallery/write-gallery.mjs")
await writeGallery()
