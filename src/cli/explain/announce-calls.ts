import type { Progress } from "../../types.ts"
import { duration } from "../progress-line.ts"
import type { CallPlan } from "./plan-calls.ts"

/** Answers beyond the first, which also warms the model up, that the pace is taken from; of a slow model fewer do. */
const TIMED_PICTURES = 5
const TIMED_MILLISECONDS = 1000

/**
 * Says once how often the model will have been asked in all, and how long that takes, as soon as the first answers tell the pace: `Asks the model
 * at most 400 times, about 9 s (--evidence quick: 131)`.
 *
 * @param options how many pictures there are, and answers that are explained for each.
 */
export function announceCalls(
  { calls, atMost, less }: Omit<CallPlan, "plan">,
  {
    pictures,
    answers,
    say,
  }: { readonly pictures: number; readonly answers: number; readonly say: (line: string) => void },
): (progress: Progress) => void {
  let first: Progress | undefined
  let said = false
  return (progress) => {
    first ??= progress
    const timed = progress.done - first.done
    const spent = progress.elapsed - first.elapsed
    if (said || timed < 1 || (timed < TIMED_PICTURES && spent < TIMED_MILLISECONDS)) return
    said = true
    const left = (spent / timed) * (pictures * calls - progress.done)
    const counted = `${atMost ? "at most " : ""}${pictures * calls} times${forWhat(pictures, answers)}`
    say(`Asks the model ${counted}, about ${duration(left)} (--evidence ${less.level}: ${pictures * less.calls})`)
  }
}

function forWhat(pictures: number, answers: number): string {
  const each = pictures === 1 ? "" : ` ${answers === 1 ? "for" : "to each of"} ${pictures} pictures`
  return `${answers === 1 ? "" : ` for ${answers} answers`}${each}`
}
