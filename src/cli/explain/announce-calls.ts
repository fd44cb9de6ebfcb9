import type { Progress } from "../../index.ts"
import { duration } from "../terminal/progress-line.ts"
import type { CallPlan } from "./plan-calls.ts"

/** How many pictures after the first the pace is taken from: usually four calls. For a slow model, fewer are enough. */
const TIMED_PICTURES = 30
const TIMED_MILLISECONDS = 2000

export interface AnnounceCallsOptions {
  readonly pictures: number
  /** Answers that are explained for each picture. */
  readonly answers: number
  /** Drawings and reports that are made for each picture. */
  readonly drawings: number
  /** Milliseconds since the command began. */
  readonly spent: () => number
  readonly say: (line: string) => void
}

/** Drawing takes about as long as starting did: both are work of one core, on fonts, pictures and modules. */
const DRAWING_OF_START = 1

/** A call of the model. */
interface Call {
  readonly pictures: number
  readonly milliseconds: number
}

/**
 * Says once how often the model will be asked in all, and how long the whole run takes, from its start to the last drawing, as soon as the
 * first answers show the pace: `Asks the model at most 400 times, about 14 s in all (--evidence quick: 131)`.
 */
export function announceCalls(
  { calls, less }: CallPlan,
  { pictures, answers, drawings, spent, say }: AnnounceCallsOptions,
): (progress: Progress) => void {
  const timed: Call[] = []
  let last: Progress | undefined
  let said = false
  return (progress) => {
    if (last !== undefined)
      timed.push({ pictures: progress.done - last.done, milliseconds: progress.elapsed - last.elapsed })
    last = progress
    const asking = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    if (said || timed.length === 0 || (picturesOf(timed) < TIMED_PICTURES && asking < TIMED_MILLISECONDS)) return
    said = true
    const left = paceOf(timed) * (pictures * calls - progress.done)
    const counted = `at most ${pictures * calls} times${forWhat(pictures, answers)}`
    const now = spent()
    const drawing = pictures * drawings * DRAWING_OF_START * (now - progress.elapsed)
    say(
      `Asks the model ${counted}, about ${duration(now + left + drawing)} in all (--evidence ${less.level}: ${pictures * less.calls})`,
    )
  }
}

function picturesOf(calls: readonly Call[]): number {
  return calls.reduce((sum, { pictures }) => sum + pictures, 0)
}

/**
 * The 25th percentile of milliseconds per picture: the first calls of a run take longer than later ones, since the model warms up
 * for every new number of pictures, and fills are painted for the first time.
 */
function paceOf(calls: readonly Call[]): number {
  const sorted = [...calls].sort((a, b) => a.milliseconds / a.pictures - b.milliseconds / b.pictures)
  const quarter = picturesOf(calls) / 4
  const reached = sorted.findIndex((_, i) => picturesOf(sorted.slice(0, i + 1)) >= quarter)
  const { pictures, milliseconds } = sorted[reached]!
  return milliseconds / pictures
}

function forWhat(pictures: number, answers: number): string {
  const each = pictures === 1 ? "" : ` ${answers === 1 ? "for" : "to each of"} ${pictures} pictures`
  return `${answers === 1 ? "" : ` for ${answers} answers`}${each}`
}
