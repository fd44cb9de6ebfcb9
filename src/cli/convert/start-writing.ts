import type { Explanation } from "../../index.ts"
import { inFront, saveExplanation, viewMeaning } from "../engine.ts"
import { drawingOf } from "../explain/drawing-of.ts"
import { startSheet } from "../explain/sheet.ts"
import type { ShownEffects } from "../options/bare-show.ts"
import type { ConvertFlags } from "./convert-flags.ts"
import type { PhotoFor } from "./photo-for.ts"
import { planRecords } from "./plan-records.ts"
import type { ReadableRecord } from "./read-records.ts"

/** Writes records, each into its files or all on one sheet. */
export interface RecordWriter {
  /** Returns the files that were written. */
  write(record: ReadableRecord, index: number): Promise<readonly string[]>
  finish(): Promise<readonly string[]>
}

export interface StartWritingOptions {
  readonly flags: ConvertFlags
  readonly photo: PhotoFor
}

/**
 * Makes sure that the files of all records can be written before the first one is.
 *
 * @throws RangeError for invalid names; GridExplainerError `FILE_UNWRITABLE`
 */
export async function startWriting(
  records: readonly ReadableRecord[],
  { flags, photo }: StartWritingOptions,
): Promise<RecordWriter> {
  const shown = ({ explanation }: ReadableRecord): Explanation =>
    flags.show === undefined ? explanation : withInFront(explanation, flags.show)
  if (flags.layout === "sheet") {
    const sheet = await startSheet(flags, { tiles: records.length })
    return {
      async write(record) {
        await sheet.add([{ explanation: shown(record) }], photo(record.explanation))
        return []
      },
      async finish() {
        const file = (await sheet.finish())?.file
        return file === undefined ? [] : [file]
      },
    }
  }
  const pathsOf = await planRecords(records, flags)
  return {
    async write(record, index) {
      const options = { photo: photo(record.explanation), pictures: record.pictures, ...drawingOf(flags) }
      const explanation = shown(record)
      const paths = pathsOf(index)
      for (const path of paths) await saveExplanation(path, explanation, options)
      return paths
    },
    finish: async () => [],
  }
}

/** @throws RangeError if the record does not have such an effect for every region. */
function withInFront(explanation: Explanation, shown: ShownEffects): Explanation {
  const view = viewMeaning(explanation, shown, { complete: true })
  if (view !== undefined) return inFront(view)
  const some = viewMeaning(explanation, shown)?.attribution.effects.filter((effect) => effect !== null)
  const wanted = `--show ${shown} needs effects ${shown === "average" ? "on average" : "alone"}`
  throw new RangeError(
    some === undefined
      ? `${wanted}, and this record has none`
      : `${wanted} of all ${explanation.regions.boxes.length} regions, and this record has ${some.length}`,
  )
}
