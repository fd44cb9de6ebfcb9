import type { Explanation } from "../../index.ts"
import { targetName } from "../explain/target-name.ts"
import { type OutputPart, planFiles } from "../output/plan-files.ts"
import type { ConvertFlags } from "./convert-flags.ts"
import type { ReadableRecord } from "./read-records.ts"

/** Decides which files each record becomes, by its place among all. Several records of one picture are numbered, as `explain` numbers them. */
export async function planRecords(
  records: readonly ReadableRecord[],
  { output, format, image, redact }: Pick<ConvertFlags, "output" | "format" | "image" | "redact">,
): Promise<(index: number) => readonly string[]> {
  const pictures = new Map<string, number>()
  const parts = records.map((record): OutputPart => {
    const key = pictureKey(record)
    const rank = pictures.get(key) ?? 0
    pictures.set(key, rank + 1)
    return partOf(record, { index: [...pictures.keys()].indexOf(key), rank })
  })
  const plan = await planFiles(output, {
    ...{ formats: format, redact },
    parts: output.includes("{target}") ? [] : parts,
    counts: { pictures: pictures.size, perPicture: Math.max(0, ...pictures.values()) },
    inputs: [...records.flatMap(({ file }) => file ?? []), ...(image === undefined ? [] : [image])],
    what: "file",
  })
  return (index) => plan.claim(parts[index]!)
}

/** Equal for records of one picture. */
function pictureKey({ explanation: { picture }, file = "" }: ReadableRecord): string {
  return JSON.stringify([picture.name ?? file, picture.pixelsSha256 ?? file])
}

/** A record is named after the picture that was explained, or else after its own file. */
function partOf(
  { explanation, file }: ReadableRecord,
  place: { readonly index: number; readonly rank: number },
): OutputPart {
  const { name } = explanation.picture
  const path = name ?? file
  return {
    picture: path === undefined ? { kind: "input", shown: "standard input" } : { kind: "file", path, shown: path },
    ...place,
    target: targetName(explanation),
    fill: fillsOf(explanation),
  }
}

function fillsOf({ fills }: Explanation): string {
  return fills.map(({ name }) => name).join("+")
}
