import { changesSeen, isFirst, measuredAlone, measuredAround } from "./measured.mjs"
import { plainLetters } from "./what-is-said.mjs"

/**
 * What a record and the outputs made of it may never say of each other.
 *
 * - `silenced`: a region that hiding alone was measured to do something to is called without effect.
 * - `disagree`: two outputs say different things of a region, or have another headline.
 * - `nothing`: that no region has an effect stands beside a measured one.
 * - `largest`: what is called the largest change is not.
 * - `sets`: what is said of sets is not what was seen: fewer regions change the answer, or some do where none are said to.
 * - `levels`: two records of one picture say opposite things of a region, or one calls it without effect.
 * - `hedged`: one of them says that it depends on how it is hidden, the other has a number: no contradiction, and counted apart.
 *
 * @typedef {"silenced" | "disagree" | "nothing" | "largest" | "sets" | "levels" | "hedged"} Rule
 * @typedef {{ readonly rule: Rule, readonly what: string }} Contradiction
 * @typedef {import("gridexplainer").View} View
 * @typedef {import("./what-is-said.mjs").WhatIsSaid} WhatIsSaid
 * @typedef {import("./what-is-said.mjs").Sentence} Sentence
 */

/**
 * Contradictions inside of what is said of one view.
 *
 * @param {View} view
 * @param {WhatIsSaid} said
 * @returns {readonly Contradiction[]}
 */
export function contradictionsOf(view, said) {
  return [
    ...silenced(view, said),
    ...disagreements(view, said),
    ...nothingSaid(view, said),
    ...notLargest(view, said),
    ...wrongSets(view, said),
  ]
}

/**
 * Contradictions between two records of one picture: what both measured is the same, so both must say the same of it.
 *
 * @param {{ readonly name: string, readonly view: View }} one
 * @param {{ readonly name: string, readonly view: View }} other
 * @returns {readonly Contradiction[]}
 */
export function contradictionsBetween(one, other) {
  const names = `${one.name} and ${other.name}`
  if (one.view.means !== other.view.means)
    return [{ rule: "levels", what: `${names} show ${one.view.means} and ${other.view.means}` }]
  return one.view.regions.flatMap(({ verdict }, region) => {
    const verdicts = [verdict, other.view.regions[region]?.verdict ?? "unknown"]
    if (verdicts[0] === verdicts[1]) return []
    const rule = verdicts.includes("depends") ? "hedged" : "levels"
    return [{ rule: /** @type {Rule} */ (rule), what: `region ${region} in ${names}: ${verdicts.join(" and ")}` }]
  })
}

/** Sentences about the strongest region that call it without an effect alone. */
const MUTE = ["sameAloneNoise", "sameAloneNothing"]

/** @param {View} view @param {WhatIsSaid} said @returns {readonly Contradiction[]} */
function silenced(view, said) {
  const measured = measuredAlone(view.record)
  const drawn = Object.entries(said.outputs).flatMap(([output, { regions }]) =>
    [...measured].flatMap(([region, why]) =>
      regions[region] === "none" ? [`region ${region} has ${why}; ${output} calls it without effect`] : [],
    ),
  )
  const turned = view.means === "around" ? changedAround(view) : []
  const strongest = strongestOf(view)
  const why = strongest === undefined ? undefined : measured.get(strongest)
  const mute = why === undefined ? [] : sentencesOf(said).filter(({ name }) => MUTE.includes(name))
  return [...drawn, ...turned, ...mute.map(({ text }) => `region ${strongest} has ${why}; words say: ${text}`)].map(
    (what) => ({
      ...{ rule: /** @type {const} */ ("silenced"), what },
    }),
  )
}

/** Regions that are called without effect where hiding them with those around them changes the first answer. @param {View} view @returns {readonly string[]} */
function changedAround({ record, regions }) {
  return regions.flatMap(({ verdict, answer }, region) =>
    verdict === "none" && isFirst(record) && answer !== undefined && answer.index !== record.target.index
      ? [`region ${region} with those around it has another first answer; the view calls it without effect`]
      : [],
  )
}

/** @param {View} view @param {WhatIsSaid} said @returns {readonly Contradiction[]} */
function disagreements(view, said) {
  const outputs = Object.entries(said.outputs)
  const verdicts = view.regions.flatMap((_, region) => {
    const told = outputs.flatMap(([output, { regions }]) => {
      const one = regions[region]
      return one === undefined ? [] : [{ output, told: one }]
    })
    const first = told[0]
    return told.flatMap((one) =>
      first === undefined || goTogether(first.told, one.told) || areBothDots(first, one)
        ? []
        : [`region ${region}: ${first.told} in ${first.output}, ${one.told} in ${one.output}`],
    )
  })
  return [...verdicts, ...otherHeadlines(said), ...wrongCounts(view, said)].map((what) => ({
    ...{ rule: /** @type {const} */ ("disagree"), what },
  }))
}

/** A drawing has one dot for a square without effect and for one on which the ways of hiding disagree. @typedef {{ output: string, told: string }} Told @param {Told} one @param {Told} other */
function areBothDots(one, other) {
  return [one, other].some(({ output }) => output === "svg") && [one, other].every(({ told }) => isQuiet(told))
}

/** @param {string} told */
function isQuiet(told) {
  return told === "none" || told === "depends"
}

/** A number stands for every verdict that claims an effect, and where nothing is judged. @param {string} one @param {string} other */
function goTogether(one, other) {
  return one === other || ([one, other].includes("number") && !isQuiet(one) && !isQuiet(other))
}

/** @param {WhatIsSaid} said @returns {readonly string[]} */
function otherHeadlines({ first, firstLong, outputs }) {
  if (first === undefined || firstLong === undefined) return []
  const facts = (/** @type {Sentence} */ { text }) => (plainLetters(text).match(/\d+(?:\.\d+)?/g) ?? []).join(" ")
  const named =
    first.name === firstLong.name ? [] : [`the picture's headline is ${first.name}, the report's ${firstLong.name}`]
  const numbers =
    facts(first).startsWith(facts(firstLong)) || facts(firstLong).startsWith(facts(first))
      ? []
      : [`other numbers in the headlines: ${first.text} | ${firstLong.text}`]
  const start = plainLetters(first.text).slice(0, SEEN)
  const missing = ["markdown", "plain", "terminal", "svg"].filter(
    (name) => outputs[name] !== undefined && outputs[name].text.includes(start) === false,
  )
  return [...named, ...numbers, ...missing.map((name) => `${name} lacks the headline: ${first.text}`)]
}

/** So much of a headline must stand everywhere; a drawing may cut the rest. */
const SEEN = 40

/** Counts of measurable regions that are not what the view holds. @param {View} view @param {WhatIsSaid} said @returns {readonly string[]} */
function wrongCounts({ regions }, said) {
  const count = regions.filter(({ verdict }) => verdict === "supports" || verdict === "opposes").length
  return sentencesOf(said).flatMap(({ name, text }) => {
    const number = name === "measurable" ? text.match(/\d+/)?.[0] : undefined
    return number === undefined || Number(number) === count ? [] : [`${count} regions are measured; words say: ${text}`]
  })
}

/** Sentences that say that no region does anything. */
const NOTHING = [
  "headlineNothing",
  "headlineNothingAround",
  "nothing",
  "nothingAgreed",
  "chanceNothing",
  "noneHasValue",
  "still",
  "stillAround",
]

/**
 * In a view that does not stand in front, words may say that no square alone has an effect where larger parts do.
 *
 * @param {View} view
 * @param {WhatIsSaid} said
 * @returns {readonly Contradiction[]}
 */
function nothingSaid({ record, regions, attribution }, said) {
  const isOpen = (/** @type {number} */ region) => regions[region]?.verdict === "depends"
  const [alone, around] = [[...measuredAlone(record).keys()], measuredAround(record)]
  const isFront = attribution.method === record.shown
  const claims = sentencesOf(said).filter(({ name }) => NOTHING.includes(name))
  return claims.flatMap(({ name, text }) => {
    const measured = isFront || name === "headlineNothingAround" ? [...alone, ...around] : alone
    const against = measured.find((region) => name !== "nothingAgreed" || !isOpen(region))
    if (against === undefined) return []
    return [
      { rule: /** @type {const} */ ("nothing"), what: `region ${against} has a measured effect; words say: ${text}` },
    ]
  })
}

/** Sentences that call a change the largest of all. */
const LARGEST = ["strongestHidden", "strongestAround", "strongestShown", "strongestMost"]

/** @param {View} view @param {WhatIsSaid} said @returns {readonly Contradiction[]} */
function notLargest(view, said) {
  const strongest = strongestOf(view)
  const sizes = view.effects.map((effect) => (Number.isFinite(effect) ? Math.abs(effect) : 0))
  const most = sizes.indexOf(Math.max(...sizes))
  if (strongest === undefined || sizes[strongest] === sizes[most]) return []
  const claim = sentencesOf(said).find(({ name }) => LARGEST.includes(name))
  if (claim === undefined) return []
  const { verdict, effect } = view.regions[most] ?? { verdict: "unknown", effect: Number.NaN }
  return [
    { rule: "largest", what: `region ${most} (${verdict}) has ${(100 * effect).toFixed(1)}; words say: ${claim.text}` },
  ]
}

/** @param {View} view @param {WhatIsSaid} said @returns {readonly Contradiction[]} */
function wrongSets({ record }, said) {
  const sets = record.evidence?.sets
  if (sets === undefined || !isFirst(record)) return []
  const seen = [...changesSeen(record)].sort((a, b) => a.regions.length - b.regions.length)
  const [fewest] = seen
  if (fewest === undefined) return []
  const { needed } = sets
  const words = sentencesOf(said).filter(({ name }) =>
    needed === null ? name === "neededNone" : /eeded|noSingle|smallest|perhapsSmaller/.test(name),
  )
  const isWrong = needed === null || fewest.regions.length < needed.regions.length
  if (!isWrong) return []
  const found =
    needed === null ? "no set is said to change the answer" : `${needed.regions.length} are said to be needed`
  return [
    { rule: "sets", what: `${found}, but ${fewest.what} changes it; words say: ${words[0]?.text ?? "(nothing)"}` },
  ]
}

/** @param {WhatIsSaid} said @returns {readonly Sentence[]} */
function sentencesOf({ sentences, long }) {
  return [...sentences, ...long].filter(({ text }, i, all) => all.findIndex((one) => one.text === text) === i)
}

/** The region that words are about: the largest effect that is claimed. @param {View} view @returns {number | undefined} */
function strongestOf({ regions }) {
  /** @type {number | undefined} */
  let strongest
  for (const [region, { verdict, effect }] of regions.entries()) {
    const isClaimed = verdict === "supports" || verdict === "opposes"
    if (isClaimed && (strongest === undefined || Math.abs(effect) > Math.abs(regions[strongest]?.effect ?? 0)))
      strongest = region
  }
  return strongest
}
