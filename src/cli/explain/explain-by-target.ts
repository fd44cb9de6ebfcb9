import type { EvidenceLevel } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import type { TargetOption } from "../../scoring/resolve-targets.ts"
import type { PictureJob } from "../each-picture.ts"
import { explainWithEvidence, inFront, scoreTargets, toModelSize, viewMeaning } from "../engine.ts"
import { verboseNote } from "../verbose.ts"
import { announceCalls } from "./announce-calls.ts"
import { pace } from "./explain-by-fill.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import { type CallPlan, planCalls } from "./plan-calls.ts"
import { type Explained, type Question, type RunPlace, showProgress } from "./question.ts"
import { stageWords } from "./stage-words.ts"
import { namedTargets } from "./targets-of.ts"

/**
 * Explains one target with evidence from all fills, then the next. A run that is stopped keeps what is done: earlier targets, and this one once its
 * effects on average are known.
 *
 * @throws what the terminal's signal was aborted with, where there is nothing to keep.
 */
export async function explainByTarget(
  job: PictureJob,
  question: Question,
  level: EvidenceLevel,
): Promise<readonly Explained[]> {
  const { flags, terminal, fills, count } = question
  const planned = planCalls(job, question, level)
  const targets = await targetsFor(job, question)
  const say = job.done > 0 || flags.json === true ? () => undefined : terminal.note
  const announce = announceCalls(planned, {
    pictures: count,
    answers: targets.length,
    drawings: drawingsOf(flags) * targets.length,
    spent: () => performance.now(), // since the process began
    say,
  })
  const fillName = fills.map(({ name }) => name).join("+")
  const explained: Explained[] = []
  for (const [behind, target] of targets.entries()) {
    if (behind > 0 && terminal.signal.aborted) break
    const place = { job, question, behind, runs: targets.length }
    const run = explainOne(target, { place, planned, announce }).catch((error: unknown) => {
      if (behind === 0 || !terminal.signal.aborted) throw error
    })
    const explanation = await run
    if (explanation !== undefined) explained.push({ explanation, fill: fills[0]!, fillName })
  }
  return explained
}

/** Drawings and reports that are made of an explanation. */
function drawingsOf({ output, format = ["png"], show }: ExplainFlags): number {
  const drawn = ["png", "html"]
  const written = /\.(\w+)$/.exec(output ?? "")?.[1]?.toLowerCase()
  const files = output === undefined ? [] : written === undefined ? format : [written]
  return files.filter((ending) => drawn.includes(ending)).length + (show?.drawn === true ? 1 : 0)
}

interface OneRun {
  readonly place: RunPlace
  readonly planned: CallPlan
  readonly announce: ReturnType<typeof announceCalls>
}

async function explainOne(target: Target, { place, planned, announce }: OneRun): Promise<Explanation> {
  const { job, question } = place
  const { flags, terminal, choice } = question
  const { image, name, fileSha256 } = job.photo
  const began = performance.now()
  let stage: string | undefined
  const record = await explainWithEvidence(job.classifier, image, {
    target: target.asked,
    evidence: planned.plan,
    regions: question.regions,
    fills: question.fills,
    seed: flags.seed ?? 0,
    batchSize: flags.batch,
    signal: terminal.signal,
    picture: { name, fileSha256 },
    onProgress: (progress) => {
      announce(progress)
      showProgress(progress, { ...place, stage })
    },
    onStage: (next) => {
      stage = stageWords[next]
      verboseNote(flags, terminal, `${job.source.shown}: stage ${stage}`)
    },
  })
  const explanation = target.top ? chosenAsTop(record) : record
  verboseNote(flags, terminal, `${job.source.shown}: ${pace(explanation.asked, began)}: ${callsByStage(explanation)}`)
  return choice.shown === "alone" ? shownAlone(explanation) : explanation
}

/** What is explained, and whether it was chosen as one of the best. */
interface Target {
  readonly asked: TargetOption
  readonly top: boolean
}

/** The targets in turn; to know the best classes, the model is asked about the untouched picture. */
async function targetsFor(
  { photo, classifier }: PictureJob,
  { flags, terminal }: Question,
): Promise<readonly Target[]> {
  const { top } = flags
  if (top === undefined) return namedTargets(flags).map((asked) => ({ asked, top: false }))
  const { targets } = await scoreTargets(classifier, toModelSize(photo.image, classifier).image, {
    variants: [{ hidden: [], edits: [] }],
    total: 1,
    targets: { top },
    signal: terminal.signal,
  })
  return targets.map(({ record }) => ({ asked: record.index!, top: true }))
}

function chosenAsTop(explanation: Explanation): Explanation {
  const { target } = explanation
  return target.chosenBy === "index" ? { ...explanation, target: { ...target, chosenBy: "top" } } : explanation
}

/** A run that was stopped may not know all effects alone: those on average are shown then. */
function shownAlone(explanation: Explanation): Explanation {
  const alone = viewMeaning(explanation, "alone", { complete: true })
  return alone === undefined ? explanation : inFront(alone)
}

/** `1 untouched, 23 noise, 174 on average`. */
function callsByStage({ evidence }: Explanation): string {
  const stages = (Object.keys(stageWords) as (keyof typeof stageWords)[]).flatMap((stage) => {
    const asked = evidence?.calls[stage]
    return asked === undefined ? [] : [`${asked} ${stageWords[stage]}`]
  })
  return ["1 untouched", ...stages].join(", ")
}
