import { viewOf } from "gridexplainer"
import { block } from "../contradictions/measured.mjs"

/**
 * Holds every statement of a record against the formula of its model.
 *
 * - `alone`, `around`: the effect of a square, and with the 3 x 3 that holds it. Wrong where it is off by more than its floor.
 * - `none`: that a square has no effect. `sign`: that it supports or opposes. Wrong where it does not go with the true effect and the floor; where the model
 *   strays from its formula, only beyond what the floor allows.
 * - `sets`: that a set keeps or changes the answer, and with which score; that there is none. `exact`: that no smaller one does.
 * - `strip`, `pairs`: the strongest hidden in turn; that either of two is enough.
 *
 * @typedef {"alone" | "around" | "none" | "sign" | "sets" | "exact" | "strip" | "pairs"} Statement
 * @typedef {{ readonly statement: Statement, readonly wrong: string | undefined }} Judged
 * @typedef {import("gridexplainer").Explanation} Explanation
 * @typedef {import("./closed-forms.mjs").ClosedForm} ClosedForm
 */

/** @type {readonly Statement[]} */
export const statements = ["alone", "around", "none", "sign", "sets", "exact", "strip", "pairs"]

/** Floating point. */
const EQUAL = 1e-9

/**
 * @param {Explanation} record
 * @param {ClosedForm & { readonly noise: number }} form
 * @returns {readonly Judged[]}
 */
export function judge(record, form) {
  const truth = truthOf(record, form)
  return [
    ...effects(record, truth),
    ...verdicts(record, { ...truth, isExact: form.noise === 0, ...form }),
    ...sets(record, { ...truth, ...form }),
    ...strip(record, { ...truth, ...form }),
    ...pairs(record, truth),
  ]
}

/** Of squares whose true effect alone is over a point, how many there are, and how many are shown with a number. @param {Explanation} record @param {ClosedForm} form */
export function shownWithNumber(record, form) {
  const { alone } = truthOf(record, form)
  const { regions } = viewOf(record)
  const large = alone.flatMap((effect, region) => (Math.abs(effect) > 0.01 ? [region] : []))
  const shown = large.filter((region) => ["supports", "opposes"].includes(regions[region]?.verdict ?? ""))
  return { large: large.length, shown: shown.length }
}

/**
 * @typedef {{ readonly scoreOf: (hidden: readonly number[]) => number, readonly alone: readonly number[], readonly around: readonly number[], readonly slack: number }} Truth
 *   `slack`: how far a stated score may lie from the formula
 *
 * @param {Explanation} record
 * @param {ClosedForm & { readonly noise?: number }} form
 * @returns {Truth}
 */
function truthOf({ regions, evidence }, { score, noise = 0 }) {
  const count = regions.boxes.length
  const grid = { rows: 8, columns: 8 }
  const scoreOf = (/** @type {readonly number[]} */ hidden) => {
    const gone = new Set(hidden)
    return score(Array.from({ length: count }, (_, id) => (gone.has(id) ? 0 : 1)))
  }
  const untouched = scoreOf([])
  const all = Array.from({ length: count }, (_, id) => id)
  const { alone = 0, around = 0 } = evidence?.noise ?? {}
  return {
    scoreOf,
    alone: all.map((id) => untouched - scoreOf([id])),
    around: all.map((id) => untouched - scoreOf(block(id, grid))),
    slack: noise === 0 ? EQUAL : Math.max(alone, around),
  }
}

/** @param {Explanation} record @param {Truth} truth @returns {readonly Judged[]} */
function effects({ attributions, evidence }, truth) {
  return /** @type {const} */ (["alone", "around"]).flatMap((means) => {
    const stated = attributions.find((one) => one.means === means)?.effects ?? []
    const floor = Math.max(EQUAL, evidence?.noise?.[means] ?? 0)
    return stated.map((effect, region) => {
      const off = Math.abs((effect ?? Number.NaN) - (truth[means][region] ?? Number.NaN))
      return judged(means, off > floor, () => `region ${region}: ${effect}, true ${truth[means][region]}`)
    })
  })
}

/** @param {Explanation} record @param {Truth & ClosedForm & { readonly isExact: boolean }} truth @returns {readonly Judged[]} */
function verdicts(record, { alone, around, scoreOf, isExact, keeps }) {
  const view = viewOf(record)
  const noise = record.evidence?.noise
  const [floorAlone, floorAround] = [noise?.alone ?? 0, noise?.around ?? noise?.alone ?? 0]
  return view.regions.flatMap(({ verdict }, region) => {
    if (verdict === "unknown" || verdict === "depends") return []
    const own = (view.means === "around" ? around : alone)[region] ?? 0
    const floor = view.means === "around" ? floorAround : floorAlone
    const what = () =>
      `region ${region}: ${verdict}, true ${own}, floor ${floor}; alone ${alone[region]}, floor ${floorAlone}`
    const reaches = (/** @type {number} */ effect, /** @type {number} */ least) =>
      Math.abs(effect) > EQUAL && Math.abs(effect) >= least - EQUAL
    const isTold =
      reaches(own, floor * (isExact ? 1 : 2)) ||
      reaches(alone[region] ?? 0, floorAlone * (isExact ? 1 : 2)) ||
      (isExact && keeps(scoreOf([])) && !keeps(scoreOf([region])))
    if (verdict === "none") return [judged("none", isTold, what)]
    const isOther = Math.sign(own) !== (verdict === "supports" ? 1 : -1)
    return [judged("sign", isOther || (isExact && !isTold), what)]
  })
}

/** @param {Explanation} record @param {Truth & ClosedForm} truth @returns {readonly Judged[]} */
function sets({ evidence, regions }, { scoreOf, keeps, slack }) {
  const all = [...regions.boxes.keys()]
  const found = evidence?.sets
  if (found === undefined) return []
  return /** @type {const} */ (["enough", "needed"]).flatMap((name) => {
    const set = found[name]
    const does = (/** @type {readonly number[]} */ chosen) =>
      name === "enough" ? keeps(scoreOf(all.filter((id) => !chosen.includes(id)))) : !keeps(scoreOf(chosen))
    if (set === null) return [judged("sets", does(all), () => `${name}: none is said to do it, all do`)]
    const score = name === "enough" ? scoreOf(all.filter((id) => !set.regions.includes(id))) : scoreOf(set.regions)
    const isWrong = (!does(set.regions) && slack <= EQUAL) || Math.abs(score - set.score) > slack
    return [
      judged("sets", isWrong, () => `${name} ${set.regions.join()}: score ${set.score}, true ${score}`),
      ...(set.exact
        ? [
            judged(
              "exact",
              hasSmaller(all, set.regions.length, does),
              () => `${name} of ${set.regions.length}: a smaller one does`,
            ),
          ]
        : []),
    ]
  })
}

/** Whether some smaller set does it: all of them are tried, which only small sets allow. @param {readonly number[]} all @param {number} size @param {(chosen: readonly number[]) => boolean} does */
function hasSmaller(all, size, does) {
  const try_ = (/** @type {readonly number[]} */ chosen, /** @type {number} */ from) => {
    if (does(chosen)) return true
    if (chosen.length === size - 1) return false
    for (let i = from; i < all.length; i++) if (try_([...chosen, all[i] ?? 0], i + 1)) return true
    return false
  }
  return size > 0 && try_([], 0)
}

/** @param {Explanation} record @param {Truth & ClosedForm} truth @returns {readonly Judged[]} */
function strip({ evidence, target }, { scoreOf, keeps, slack }) {
  const { regions = [], hidden = [], said = [] } = evidence?.strip ?? {}
  return hidden.map((count, i) => {
    const score = scoreOf(regions.slice(0, count))
    const [stated, kept] = [said[i]?.score ?? Number.NaN, said[i]?.answer.index === target.index]
    const isWrong = Math.abs(score - stated) > slack || (slack <= EQUAL && keeps(score) !== kept)
    return judged("strip", isWrong, () => `${count} hidden: ${stated}, true ${score}`)
  })
}

/** @param {Explanation} record @param {Truth} truth @returns {readonly Judged[]} */
function pairs({ evidence }, { scoreOf, alone, slack }) {
  const untouched = scoreOf([])
  return (evidence?.pairs ?? []).map(({ regions, together, alone: each }) => {
    const both = untouched - scoreOf(regions)
    const parts = regions.map((region) => alone[region] ?? 0)
    const off = [both - together, ...parts.map((part, i) => part - (each[i] ?? Number.NaN))]
    const isMore = both - parts.reduce((sum, part) => sum + Math.max(0, part), 0) > EQUAL
    return judged(
      "pairs",
      !isMore || off.some((one) => Math.abs(one) > slack),
      () => `${regions.join()}: ${together}, true ${both}`,
    )
  })
}

/** @param {Statement} statement @param {boolean} isWrong @param {() => string} why @returns {Judged} */
function judged(statement, isWrong, why) {
  return { statement, wrong: isWrong ? why() : undefined }
}
