import type { Run } from "../asking/open-run.ts"
import type { FillTrial, Said } from "../evidence-record.ts"
import { describeFill } from "../fills/describe-fill.ts"
import type { Position } from "../method.ts"
import type { ClassScore, HiddenSet } from "../types.ts"

/** An odd answer with at least this score is blamed on the fill. */
const SURE = 0.3

/** Pictures that are asked about with each fill. */
export const TRIAL_PICTURES = 3

/**
 * Tries every fill of a run on three pictures (everything hidden, the left half, the right half) and picks the one that disturbs the model least: the first
 * with which hiding everything takes the answer away and no class from outside the top five of the untouched picture reaches 30 %. If no fill passes, the
 * one with the least of both faults.
 *
 * A model may see a fill as an object (missingness bias, Jain 2022, arXiv 2204.08945), or a fill may hide nothing, as blur does in a tiny picture.
 *
 * @returns the place of the chosen fill in the run's list, and the trials of each target.
 */
export async function tryFills(
  run: Run,
): Promise<{ readonly place: number; readonly trials: readonly (readonly FillTrial[])[] }> {
  const everything = run.regions.list.map(({ id }) => id)
  const halves = halvesOf(run.positions)
  const trials = run.targets.map((): FillTrial[] => [])
  for (const [fill, own] of run.fills.entries()) {
    const answers = await run.ask([{ hidden: everything }, ...halves], { fill })
    for (const [target, list] of trials.entries()) {
      const [first, ...others] = answers.map(({ scores, best }): Said => ({ score: scores[target]!, answer: best }))
      list.push({ fill: describeFill(own), everything: first!, halves: others })
    }
  }
  const faults = trials[0]!.map((trial) => faultOf(trial, run.top))
  const least = Math.min(...faults)
  return { place: Math.max(0, faults.indexOf(least)), trials }
}

/** The left half hidden, and the right half; if all regions are in one column, the upper and the lower half. */
function halvesOf(positions: readonly Position[]): readonly HiddenSet[] {
  const isColumn = positions.every(([x]) => x === positions[0]![0])
  const at = positions.map(([x, y]) => (isColumn ? y : x))
  const middle = at.reduce((sum, one) => sum + one, 0) / at.length
  const first = at.flatMap((one, id) => (one <= middle ? [id] : []))
  const second = at.flatMap((one, id) => (one > middle ? [id] : []))
  return [{ hidden: first }, { hidden: second }]
}

/** How much speaks against a fill; 0 if nothing does. */
function faultOf({ everything, halves }: FillTrial, top: readonly ClassScore[]): number {
  const usual = new Set(top.map(({ index }) => index))
  const odd = [everything, ...halves]
    .filter(({ answer }) => !usual.has(answer.index))
    .reduce((most, { answer }) => Math.max(most, answer.score), 0)
  const kept = everything.answer.index === top[0]?.index ? 1 : 0
  return kept + (odd >= SURE ? odd : 0)
}
