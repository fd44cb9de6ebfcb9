/** Any JSON object. */
type Fields = Readonly<Record<string, unknown>>

/** The last version of records that could hold the effects of only one method, besides those of its evidence. */
const LATEST = 2

/**
 * Turns a record of version 1 or 2 into one of version 3; others are unchanged. It moves fields without checking them: the schema finds what is damaged.
 *
 * Version 1 is version 2 without evidence. The effects in front were `effects` with `design`; evidence had its own effects on average and alone.
 */
export function upgradeRecord(value: Fields): Fields {
  if (value.version !== 1 && value.version !== LATEST) return value
  const {
    version: _,
    fill,
    design,
    effects,
    hiddenScore,
    topPerRegion,
    evidence,
    asked,
    seed,
    versions,
    ...start
  } = value
  const held = isFields(evidence) ? evidence : undefined
  const { level: _level, fills, average, alone, ...rest } = held ?? {}
  const front = defined({
    method: design,
    means: meanings[String(design)],
    effects,
    answers: topPerRegion,
    hiddenScore,
  })
  const byEvidence = [
    ...(isFields(average) ? [averageOf(average)] : []),
    ...(isFields(alone) ? [aloneOf(alone)] : []),
  ].map((one) => (one.method === design ? { ...front, ...one } : one))
  const isHeld = byEvidence.some(({ method }) => method === design)
  return {
    ...start,
    version: 3,
    fills: fills ?? [fill],
    attributions: isHeld ? byEvidence : [front, ...byEvidence],
    shown: design,
    plan: held === undefined ? {} : planOf(held),
    ...defined({ evidence: held === undefined ? evidence : rest }),
    ...{ asked, seed, versions },
  }
}

const meanings: Readonly<Record<string, string>> = {
  "one-at-a-time": "alone",
  "all-but-one": "shown-alone",
  "random-masks": "average",
}

function averageOf({ design: _, masks: total, random, length, spread, ...effects }: Fields): Fields {
  return { method: "random-masks", means: "average", ...effects, masks: { total, random, length, spread } }
}

function aloneOf({ top, otherFills, ...effects }: Fields): Fields {
  const perFill = Array.isArray(otherFills)
    ? [effects, ...listOf(otherFills).map((one) => ({ effects: one }))]
    : otherFills
  return { method: "one-at-a-time", means: "alone", ...effects, ...defined({ answers: top, perFill }) }
}

/** How many pictures the search for sets could ask about if a plan had no level: as many as at `standard`. */
const BUDGET = 50

/** The plan, worked out from what was found. A level stands for all of its parts; only from the level are the missing stages of a stopped run known. */
function planOf({ level, noise, average, alone, shifted, sets, pairs, faithfulness, calls }: Fields): Fields {
  const [checks, again] = [fieldsOf(noise).checks, fieldsOf(noise).again].map(namesIn)
  const { masks, random } = fieldsOf(average)
  const { effects, otherFills } = fieldsOf(alone)
  const { hidden, random: orders, pixels } = fieldsOf(faithfulness)
  const asked = fieldsOf(calls)
  return {
    ...(level === "custom" ? {} : { level }),
    noise: {
      checks: checks!,
      effects: again!.filter((name) => name === again![0]).length,
    },
    average: { masks, randomShare: Number(random) / Number(masks) },
    ...(isFields(alone)
      ? {
          alone: {
            most: listOf(effects).filter((one) => one !== null).length,
            fills: otherFills === undefined ? "first" : "all",
          },
        }
      : {}),
    ...(isFields(shifted) ? { shifted: true } : {}),
    ...(isFields(sets) ? { sets: { budget: Math.max(BUDGET, Number(asked.sets ?? 0)) } } : {}),
    // Every pair of n regions was asked: n (n - 1) / 2.
    ...(Array.isArray(pairs)
      ? { pairs: { candidates: Math.round((1 + Math.sqrt(1 + 8 * Number(asked.pairs ?? 1))) / 2) } }
      : {}),
    ...(isFields(faithfulness)
      ? {
          faithfulness: {
            hidden,
            randomOrders: listOf(orders).length,
            pixels: pixels !== undefined,
          },
        }
      : {}),
  }
}

/** The names of noise checks, one per entry. */
function namesIn(list: unknown): readonly unknown[] {
  return listOf(list).map((one) => fieldsOf(one).name)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** Removes undefined fields, which the schema would count as fields. */
function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
