import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import type { Explanation } from "../../src/explanation.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { reportPictures } from "../../src/node/pictures/sharp-codec.ts"
import { parse } from "../../src/report/parse.ts"
import { report } from "../../src/report/report.ts"
import type { Image } from "../../src/types.ts"

const gallery = {
  /** 8 x 8 squares with evidence of an earlier version: effects on average in front. */
  coffee: ["earlier-coffee", "coffee.png"],
  /** The same as it is asked today. */
  today: ["evidence-coffee", "coffee.png"],
  /** Evidence that warns: the map is no better than chance. */
  chelsea: ["evidence-chelsea", "chelsea.png"],
  /** 4 x 4 squares, the lead of one class over another. */
  cats: ["evidence-cats", "chelsea.png"],
  /** Long verdicts. */
  rocket: ["evidence-rocket", "rocket.jpg"],
  /** 32 x 32 squares without evidence. */
  fine: ["chelsea-32", "chelsea.png"],
  windows: ["coffee-windows", "coffee.png"],
  mask: ["astronaut-patches", "astronaut.png"],
  allButOne: ["chelsea-alone", "chelsea.png"],
  logits: ["coffee-logits", "coffee.png"],
} as const

export type GalleryName = keyof typeof gallery

export interface Sample {
  readonly explanation: Explanation
  readonly photo: Image
  readonly html: string
}

const made = new Map<GalleryName, Promise<Sample>>()

/** A record of the gallery, its photo, and the report of both. */
export function sample(name: GalleryName): Promise<Sample> {
  const known = made.get(name) ?? makeSample(name)
  made.set(name, known)
  return known
}

async function makeSample(name: GalleryName): Promise<Sample> {
  const [record, file] = gallery[name]
  const explanation = parse(gunzipSync(readFileSync(pathTo(`../gallery/records/${record}.json.gz`))).toString())
  const { image: photo } = await readImage(pathTo(`../../examples/${file}`))
  return { explanation, photo, html: await report(explanation, { pictures: await reportPictures(explanation, photo) }) }
}

/** A report as runs make them today: squares hidden with those around them in front, and the strongest hidden one after another. */
export async function measured(): Promise<string> {
  const { explanation, photo } = await sample("today")
  const model = { ...explanation.model, caution: "A demonstration: decide nothing by it." }
  return report({ ...explanation, model }, { pictures: await reportPictures(explanation, photo) })
}

/** The report of a model that knows one class. */
export async function oneClass(): Promise<string> {
  const { explanation, photo } = await sample("allButOne")
  const [first] = explanation.top
  const { effects } = explanation.attributions[0]!
  const answer = { ...first!, index: 0 }
  const record: Explanation = {
    ...explanation,
    model: { ...explanation.model, classes: 1 },
    target: { ...answer, chosenBy: "predicted" },
    top: [answer],
    attributions: [{ method: "one-at-a-time", means: "alone", effects, answers: effects.map(() => answer) }],
    shown: "one-at-a-time",
  }
  return report(record, { pictures: await reportPictures(record, photo) })
}

function pathTo(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}
