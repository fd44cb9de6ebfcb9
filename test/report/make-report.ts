import type { Explanation } from "../../src/explanation.ts"
import type { EmbeddedPictures } from "../../src/report/html/embedded-pictures.ts"
import { faithfulness, foundSet, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

/** A PNG of one grey pixel: pictures of a report need not be what they seem. */
export const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="

export const pictures: EmbeddedPictures = { photo: { href: pixel }, given: { href: pixel }, hidden: { href: pixel } }

const espresso = { index: 967, label: "espresso", score: 0.612 }
const cup = { index: 968, label: "cup", score: 0.344 }

/** A record with all kinds of evidence: four squares, of which the first supports and the second speaks against. */
export function fullRecord(more: Partial<Parameters<typeof makeExplanation>[0]> = {}): Explanation {
  const top = [
    { ...espresso, score: 0.9412 },
    { ...cup, score: 0.017 },
  ]
  const plain = makeExplanation({ effects: [0.041, -0.02, 0.001, 0], rows: 2, top, ...more })
  return withEvidence(plain, {
    ...{ half: 0.0105, floor: 0.003, floorAlone: 0.04 },
    alone: { effects: [0.3, -0.05, 0, 0.001], answers: [cup, espresso, espresso, espresso] },
    sets: { enough: foundSet([0, 2], espresso), needed: foundSet([0], cup, { exact: true }) },
    pairs: [{ regions: [0, 3], together: 0.5, alone: [0.06, 0.05] }],
    faithfulness: faithfulness(0.8),
  })
}

/** The same with its strongest squares hidden one after another: with three of them hidden, the answer is another. */
export function withStrip(record: Explanation): Explanation {
  const said = [espresso, cup].map((answer) => ({ score: answer === espresso ? 0.612 : 0.2, answer }))
  return { ...record, evidence: { ...record.evidence!, strip: { regions: [0, 2, 3], hidden: [1, 3], said } } }
}
