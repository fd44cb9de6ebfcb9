/**
 * Changes of a record that contradict something else in it, by the law that finds them: the attack script forges records and reports with them, and a test holds
 * that each law has one.
 */

/** @typedef {import("gridexplainer").Explanation} Explanation */
/** @typedef {{ law: string, at: string, to: (old: never, record: Explanation) => unknown }} Mutation */

const plus = (/** @type {number} */ by) => (/** @type {number} */ old) => old + by
const just = (/** @type {unknown} */ value) => () => value
const more = (/** @type {number} */ old) => old + 1
const twice = (/** @type {readonly unknown[]} */ list) => [...list, list[0]]
const backwards = (/** @type {readonly unknown[]} */ list) => [...list].reverse()
const without = (/** @type {readonly unknown[]} */ list) => list.slice(0, -1)
const negative = (/** @type {number} */ old) => -1 - Math.abs(old)

/** @type {readonly (readonly [law: string, at: string, to: Mutation["to"]])[]} */
const table = [
  ["seen-is-the-picture", "seen.source.left", plus(3)],
  ["seen-is-the-picture", "seen.source.width", more],
  ["seen-is-the-picture", "picture.size.width", more],
  ["prepared-as-seen", "model.preprocessing.size.width", more],
  ["prepared-as-seen", "model.preprocessing.std", just([1, 1])],
  ["boxes-as-laid-out", "regions.boxes.1.left", plus(-1)],
  ["boxes-as-laid-out", "regions.boxes.0.width", plus(-1)],
  ["boxes-as-laid-out", "regions.boxes", backwards],
  ["boxes-as-laid-out", "regions.boxes", (/** @type {readonly unknown[]} */ old) => old.map(() => old[0])],
  [
    "boxes-as-laid-out",
    "regions.layout",
    (/** @type {{ rows: number, columns: number }} */ old) => ({ ...old, rows: 1, columns: old.rows * old.columns }),
  ],
  ["masks-in-their-boxes", "regions.runs.0", more],
  ["masks-in-their-boxes", "regions.runs", (/** @type {readonly number[]} */ old) => [0, 0, ...old]],
  [
    "masks-cover-the-picture",
    "regions",
    (/** @type {Explanation["regions"]} */ old) => ({
      layout: { kind: "mask" },
      boxes: old.boxes.map(() => old.boxes[0]),
    }),
  ],
  ["one-label-a-class", "top.0.label", just("somebody else")],
  ["one-label-a-class", "target.label", just("somebody else")],
  ["one-label-a-class", "evidence.strip.said.0.answer.label", just("somebody else")],
  ["probabilities-from-0-to-1", "attributions.0.answers.0.score", just(2.5)],
  ["probabilities-from-0-to-1", "top.1.score", negative],
  ["top-best-first", "top", backwards],
  ["top-best-first", "top.4.score", plus(0.9)],
  ["top-names-each-class-once", "top.4", (_, record) => ({ ...record.top[3] })],
  [
    "top-adds-up-to-1-at-most",
    "top",
    (/** @type {Explanation["top"]} */ old) => old.map((one) => ({ ...one, score: Math.max(0.6, old[0]?.score ?? 0) })),
  ],
  ["target-as-in-top", "target.score", plus(-0.05)],
  ["target-as-in-top", "target.index", (/** @type {number} */ old) => (old === 7 ? 8 : 7)],
  ["target-in-range", "target.score", just(2.5)],
  ["together-holds-the-target", "together.place", (/** @type {number} */ old) => (old === 0 ? 1 : 0)],
  ["together-holds-the-target", "together.targets.0.score", plus(-0.01)],
  ["effects-in-intervals", "attributions.0", withInterval(1, 2)],
  ["effects-in-intervals", "attributions.0", withInterval(1, -1)],
  ["effects-in-intervals", "attributions.0", withInterval(-2, -1)],
  ["effects-in-range", "attributions.0.effects.0", just(5)],
  ["effects-in-range", "attributions.0.effects.1", just(-5)],
  ["effects-in-range", "attributions.0.hiddenScore", just(5)],
  ["methods-mean-what-they-measure", "attributions.0.means", just("average")],
  ["methods-mean-what-they-measure", "attributions.1.means", just("alone")],
  ["effects-as-answered", "attributions.0.answers.0.score", plus(-0.1)],
  ["effects-as-answered", "attributions.0.effects.0", (/** @type {number} */ old) => old - 0.01],
  ["effects-as-answered", "attributions.0.effects.3", just(null)],
  ["effects-as-answered", "attributions.0.answers.3", just(null)],
  ["effects-with-the-first-fill", "attributions.0.perFill.0.effects.0", plus(0.001)],
  ["neighbours-hidden-together", "attributions.1.effects.0", plus(-0.001)],
  ["masks-as-planned", "plan.average.masks", just(1)],
  ["masks-as-planned", "attributions.1.masks.total", just(1)],
  ["masks-as-planned", "attributions.2.masks.total", just(1)],
  ["masks-as-planned", "attributions.1.masks.random", plus(1e6)],
  ["trials-of-the-fills", "evidence.trials", without],
  ["trials-of-the-fills", "evidence.trials", twice],
  ["trials-of-the-fills", "fills.0.name", just("another")],
  ["trials-of-the-fills", "plan.trial", just(undefined)],
  ["trials-as-answered", "evidence.trials.0.everything.score", just(3)],
  ["trials-as-answered", "evidence.trials.0.halves", without],
  ["trials-as-answered", "evidence.trials.1.halves.0.answer.score", just(0)],
  ["missingness-of-the-fills", "evidence.missingness", twice],
  ["missingness-of-the-fills", "evidence.missingness.0.alarm", just(true)],
  [
    "missingness-of-the-fills",
    "evidence.missingness.0",
    (/** @type {{ odd: unknown }} */ old, { top }) => ({ ...old, odd: { ...named(top[0]), count: 1 } }),
  ],
  [
    "missingness-of-the-fills",
    "evidence.missingness.0",
    (/** @type {{ odd: unknown }} */ old) => ({ ...old, odd: { index: 2, label: "odd", count: 1e6 } }),
  ],
  ["missingness-of-the-fills", "evidence.missingness.0.fill.name", just("another")],
  ["noise-checked-as-planned", "evidence.noise.checks", twice],
  ["noise-checked-as-planned", "plan.noise.checks", without],
  ["noise-checked-as-planned", "evidence.noise.again.0.name", just("again")],
  [
    "noise-checked-as-planned",
    "evidence.noise.around",
    (/** @type {number | undefined} */ old) => (old === undefined ? 1 : undefined),
  ],
  ["noise-in-range", "evidence.noise.checks.2.score", just(4)],
  ["noise-in-range", "evidence.noise.again.0.effect", just(4)],
  ["repeat-as-checked", "evidence.noise.repeat", plus(0.1)],
  ["repeat-as-checked", "evidence.noise.checks.0.score", plus(-0.01)],
  ["floors-as-measured", "evidence.noise.average", plus(0.2)],
  ["floors-as-measured", "evidence.noise.alone", just(0)],
  ["sets-name-each-region-once", "evidence.sets.enough.regions", twice],
  [
    "sets-name-each-region-once",
    "evidence.strip.regions",
    (/** @type {readonly number[]} */ old) => old.map(() => old[0]),
  ],
  ["sets-as-answered", "evidence.sets.enough.score", plus(-0.1)],
  ["sets-as-answered", "evidence.sets.needed.score", just(3)],
  ["sets-as-answered", "evidence.sets.needed.regions", just([])],
  [
    "sets-as-answered",
    "evidence.sets",
    (/** @type {{ enough: unknown, needed: unknown }} */ { enough, needed }) => ({ enough: needed, needed: enough }),
  ],
  ["strip-in-an-order-of-the-record", "evidence.strip.regions", backwards],
  ["strip-as-planned", "plan.strip.hidden", without],
  ["strip-as-answered", "evidence.strip.said.0.score", plus(-0.1)],
  ["strip-as-answered", "evidence.strip.said.1.answer.score", just(0)],
  ["pairs-take-more-together", "evidence.pairs.0.together", just(-1)],
  ["pairs-take-more-together", "evidence.pairs.0.regions", backwards],
  ["pairs-as-alone", "evidence.pairs.0.alone.0", plus(-0.01)],
  ["shifted-by-half-a-cell", "evidence.shifted.rows", more],
  ["shifted-by-half-a-cell", "evidence.shifted.effects", without],
  ["shifted-by-half-a-cell", "plan.shifted", just(undefined)],
  [
    "vanished-as-shifted",
    "evidence.shifted.vanished",
    (/** @type {readonly number[]} */ old) => (old.includes(0) ? old.slice(1) : [0, ...old]),
  ],
  ["curves-as-planned", "evidence.faithfulness.hidden", without],
  ["curves-as-planned", "evidence.faithfulness.random", without],
  ["curves-as-planned", "evidence.faithfulness.fill.name", just("another")],
  ["unit-of-gains", "evidence.faithfulness.unit", plus(0.5)],
  ["gains-of-their-curves", "evidence.faithfulness.own.gain", plus(0.2)],
  ["gains-of-their-curves", "evidence.faithfulness.own.mostFirst.0", plus(-0.05)],
  ["gains-of-their-curves", "evidence.faithfulness.centreFirst.gain", plus(-0.2)],
  ["gains-of-their-curves", "evidence.faithfulness.pixels.leastFirst", without],
  ["random-orders-in-pairs", "evidence.faithfulness.random.0", plus(0.3)],
  ["asked-as-counted", "asked", more],
  ["asked-as-counted", "asked", just(999_999)],
  ["asked-as-counted", "evidence.calls", just({})],
  ["asked-as-counted", "evidence.calls.alone", more],
  ["no-stage-asked-more-than-it-holds", "evidence.calls", swapped],
  ["no-part-both-missing-and-there", "evidence.missing", just(["sets"])],
  ["no-part-both-missing-and-there", "evidence.missing", just(["strip", "strip"])],
  ["every-planned-part-there-or-missing", "evidence.strip", just(undefined)],
  ["every-planned-part-there-or-missing", "evidence.faithfulness", just(undefined)],
]

/** All of them. */
export const mutations = table.map(([law, at, to]) => /** @type {Mutation} */ ({ law, at, to }))

/** One picture more for the first stage, and one less for the last, so that the sum stays. @param {Readonly<Record<string, number>>} calls */
function swapped(calls) {
  const [first = ""] = Object.keys(calls)
  const last = Object.keys(calls).at(-1) ?? ""
  return { ...calls, [first]: (calls[first] ?? 0) + 1, [last]: (calls[last] ?? 0) - 1 }
}

/** The interval of each region from its effect plus `low` to its effect plus `high`. @param {number} low @param {number} high */
function withInterval(low, high) {
  return (/** @type {{ effects: readonly (number | null)[] }} */ old) => ({
    ...old,
    low: old.effects.map((effect) => (effect ?? 0) + low),
    high: old.effects.map((effect) => (effect ?? 0) + high),
  })
}

/** @param {Explanation["top"][number] | undefined} one */
function named(one) {
  return { index: one?.index, label: one?.label }
}

/**
 * The record with one place changed; undefined where it has no such place, or the change changes nothing.
 *
 * @param {Explanation} record @param {Mutation} mutation @returns {Explanation | undefined}
 */
export function mutated(record, { at, to }) {
  const changed = changedAt(record, at.split("."), (old) =>
    /** @type {(old: unknown, record: Explanation) => unknown} */ (to)(old, record),
  )
  return changed === absent || JSON.stringify(changed) === JSON.stringify(record)
    ? undefined
    : /** @type {Explanation} */ (changed)
}

const absent = Symbol("absent")

/** @param {unknown} value @param {readonly string[]} path @param {(old: unknown) => unknown} to @returns {unknown} */
function changedAt(value, [step, ...rest], to) {
  if (step === undefined) return to(value)
  if (typeof value !== "object" || value === null || !(step in value)) return absent
  const inner = changedAt(/** @type {Record<string, unknown>} */ (value)[step], rest, to)
  if (inner === absent) return absent
  return Array.isArray(value) ? value.with(Number(step), inner) : { ...value, [step]: inner }
}
