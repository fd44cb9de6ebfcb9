import type { Evidence, HidingCurve } from "../../src/evidence-record.ts"
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
const top = [
  { ...espresso, score: 0.9412 },
  { ...cup, score: 0.017 },
]
/** Masks behind the effects on average. */
const MASKS = 174

/** A record with all kinds of evidence, as a run might make it: four squares, of which the first supports and the second speaks against. */
export function fullRecord(more: Partial<Parameters<typeof makeExplanation>[0]> = {}): Explanation {
  const plain = makeExplanation({ effects: [0.041, -0.02, 0.001, 0], rows: 2, top, ...more })
  const { score, label } = plain.target
  const own = { ...espresso, label }
  const other = { ...cup, label: plain.top.find(({ index }) => index === cup.index)?.label ?? cup.label }
  const alone = [0.3, -0.05, 0, 0.001]
  const found = withEvidence(plain, {
    ...{ half: 0.0105, floor: (2 * 0.04) / Math.sqrt(MASKS), floorAlone: 0.04 },
    alone: {
      effects: alone,
      answers: alone.map((effect, i) => (i === 0 ? { ...other, score: 0.65 } : { ...own, score: score - effect })),
    },
    sets: { enough: foundSet([0, 2], own), needed: foundSet([0], other, { exact: true }) },
    pairs: [{ regions: [0, 3], together: 0.5, alone: [0.3, 0.001] }],
    faithfulness: judged(score, 0.8),
    plan: {
      ...{ level: "standard", average: { masks: MASKS }, pairs: { candidates: 2 } },
      faithfulness: { hidden: [2], randomOrders: 10, pixels: false },
    },
    calls: { alone: 4, average: MASKS, pairs: 1, faithfulness: 14 },
  })
  return { ...found, asked: 1 + 4 + MASKS + 1 + 14 }
}

/** Curves with such a gain. */
function judged(score: number, gain: number): NonNullable<Evidence["faithfulness"]> {
  const curve = (own: number): HidingCurve => {
    const [mostFirst, leastFirst] = [0.1, 0.1 + own * score]
    return { mostFirst: [mostFirst], leastFirst: [leastFirst], gain: leastFirst / score - mostFirst / score }
  }
  return {
    ...{ ...faithfulness(gain), hidden: [2], unit: score },
    ...{ own: curve(gain), centreFirst: curve(0.3) },
  }
}

/** The same with its strongest squares hidden one after another: with three of them hidden, the answer is another. */
export function withStrip(record: Explanation): Explanation {
  const said = [espresso, cup].map((answer) => ({ score: answer === espresso ? 0.612 : 0.2, answer }))
  const { plan, asked } = record
  const { calls, ...evidence } = record.evidence!
  return {
    ...record,
    plan: { ...plan, strip: { hidden: [1, 3] } },
    evidence: { ...evidence, strip: { regions: [0, 2, 3], hidden: [1, 3], said }, calls: { ...calls, strip: 2 } },
    asked: asked + 2,
  }
}
