import type { Classifier, Explanation, Fill } from "../../index.ts"
import { english, explainTargets, inFront, renderTerminal, viewMeaning } from "../engine.ts"
import { didYouMean } from "../guessing/did-you-mean.ts"
import type { PictureJob } from "../pictures/each-picture.ts"
import { seconds, verboseNote } from "../terminal/verbose.ts"
import { announceCalls } from "./announce-calls.ts"
import type { EvidenceChoice } from "./evidence-choice.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import { planCalls } from "./plan-calls.ts"
import { type Explained, type Question, showProgress } from "./question.ts"
import { targetsOf } from "./targets-of.ts"

/**
 * Explains all targets of one picture from the same model calls: with evidence once, using all fills; without it, one fill after the other. A run with evidence
 * that is stopped keeps what is done, once its effects are known.
 *
 * @throws the terminal's `signal.reason` on abort, if there is nothing to keep.
 */
export async function explainPicture(job: PictureJob, question: Question): Promise<readonly Explained[]> {
  checkLabels(job.classifier, question.flags)
  const { fills, terminal } = question
  const runs = isApart(question) ? fills.map((fill) => [fill]) : [fills]
  const explained: Explained[] = []
  try {
    for (const [behind, some] of runs.entries()) {
      const records = await explainOnce(job, question, { fills: some, behind, runs: runs.length })
      const fillName = some.map(({ name }) => name).join("+")
      explained.push(...records.map((explanation) => ({ explanation, fill: firstOf(explanation, some), fillName })))
    }
    return explained
  } finally {
    terminal.status("")
  }
}

/** Whether each fill has its own explanation: if fills were named and no evidence is asked for. */
export function isApart({ choice, flags }: Pick<Question, "choice" | "flags">): boolean {
  return choice.level === "none" && flags.fill !== undefined
}

/** The first fill of the record: the one that was chosen among those that were tried. */
function firstOf({ fills: [first] }: Explanation, fills: readonly Fill[]): Fill {
  const wanted = JSON.stringify([first!.name, first!.options])
  return fills.find(({ name, options }) => JSON.stringify([name, options]) === wanted) ?? fills[0]!
}

interface OneRun {
  readonly fills: readonly Fill[]
  /** Runs that are done, of how many. */
  readonly behind: number
  readonly runs: number
}

async function explainOnce(
  job: PictureJob,
  question: Question,
  { fills, behind, runs }: OneRun,
): Promise<readonly Explanation[]> {
  const { flags, terminal, choice, count } = question
  const { image, name, fileSha256 } = job.photo
  const planned = planCalls(job, question)
  const say = job.done > 0 || flags.json === true ? () => undefined : terminal.note
  const answers = flags.top ?? flags.target?.length ?? 1
  const announce =
    planned === undefined
      ? () => undefined
      : announceCalls(planned, {
          pictures: count,
          answers,
          drawings: drawingsOf(flags) * answers,
          spent: () => performance.now(), // since the process began
          say,
        })
  const began = performance.now()
  const batches: number[] = []
  let stage: string | undefined
  let map: readonly string[] = []
  const records = await explainTargets(job.classifier, image, {
    evidence: choice.level,
    ...(choice.method === undefined ? {} : { method: choice.method }),
    ...(flags.fill === undefined && choice.method === undefined ? {} : { fills }),
    regions: question.regions,
    targets: targetsOf(flags),
    seed: flags.seed ?? 0,
    batchSize: flags.batch,
    signal: terminal.signal,
    picture: { name, fileSha256 },
    onProgress: (progress) => {
      batches.push(progress.done - batches.reduce((sum, size) => sum + size, 0))
      announce(progress)
      showProgress(progress, { job, question, behind, runs, stage, map })
    },
    onPartial: (partial, target) => {
      if (target === 0) map = mapSoFar(partial, question)
    },
    onStage: (next) => {
      if (planned === undefined) return
      stage = english.stages[next]
      verboseNote(flags, terminal, `${job.source.shown}: stage ${stage}`)
    },
  })
  const [first] = records
  const calls =
    planned === undefined
      ? `, in calls of ${batches.join(", ")}, fill ${first!.fills[0]!.name}`
      : `: ${callsByStage(first!)}`
  verboseNote(flags, terminal, `${job.source.shown}: ${pace(first!.asked, began)}${calls}`)
  return records.map((record) => shownBy(record, choice))
}

/** The map so far, if the terminal can redraw it and has room for it above the status. */
function mapSoFar(partial: Explanation, { flags, terminal }: Question): readonly string[] {
  const { moves, statusWidth: width, statusHeight, colorLevel } = terminal
  if (!moves || flags.json === true || width < 24) return []
  const palette = flags.palette === undefined ? {} : { palette: flags.palette }
  const lines = renderTerminal(partial, { width, colorLevel, ...palette, words: false })
    .trimEnd()
    .split("\n")
  return lines.length < statusHeight ? lines : []
}

/** `65 pictures asked in 1.24 s, 52.4 a second`. */
function pace(asked: number, began: number): string {
  const perSecond = (asked / (performance.now() - began)) * 1000
  return `${asked} pictures asked in ${seconds(began)}, ${perSecond.toFixed(1)} a second`
}

/** Puts the effects in front that were asked for; if a stopped run does not know them all, the effects in front stay. */
function shownBy(record: Explanation, { shown }: EvidenceChoice): Explanation {
  const wanted = shown === undefined ? undefined : viewMeaning(record, shown, { complete: true })
  return wanted === undefined ? record : inFront(wanted)
}

/** How many drawings and reports are made of an explanation. */
function drawingsOf({ output, format = ["png"], show }: ExplainFlags): number {
  const drawn = ["png", "html"]
  const written = /\.(\w+)$/.exec(output ?? "")?.[1]?.toLowerCase()
  const files = output === undefined ? [] : written === undefined ? format : [written]
  return files.filter((ending) => drawn.includes(ending)).length + (show?.drawn === true ? 1 : 0)
}

/** `1 untouched, 23 noise, 174 on average`. */
function callsByStage({ evidence }: Explanation): string {
  const stages = (Object.keys(english.stages) as (keyof typeof english.stages)[]).flatMap((stage) => {
    const asked = evidence?.calls[stage]
    return asked === undefined ? [] : [`${asked} ${english.stages[stage]}`]
  })
  return ["1 untouched", ...stages].join(", ")
}

/** Refuses a misspelt label and names the nearest one; the core judges everything else. */
function checkLabels({ name, labels = [] }: Classifier, { target = [], against }: ExplainFlags): void {
  const asked = [
    ...target.map((wanted) => ({ role: "target", wanted, words: ["predicted"] })),
    ...(against === undefined ? [] : [{ role: "against", wanted: against, words: ["predicted", "runner-up"] }]),
  ]
  for (const { role, wanted, words } of asked) {
    if (typeof wanted === "number" || words.includes(wanted)) continue
    const lower = wanted.toLowerCase()
    if (labels.some((label) => label.toLowerCase().includes(lower))) continue
    const near = didYouMean(wanted, [...labels, ...words])
    if (near !== "") throw new RangeError(`${role} must be a label of model "${name}", got "${wanted}".${near}`)
  }
}
