import type { Classifier } from "../../types.ts"
import type { PictureJob } from "../each-picture.ts"
import { didYouMean } from "../nearest.ts"
import { explainByFill } from "./explain-by-fill.ts"
import { explainByTarget } from "./explain-by-target.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import type { Explained, Question } from "./question.ts"

/** Explains one picture: with evidence one target after the other, without it one fill after the other. */
export async function explainPicture(job: PictureJob, question: Question): Promise<readonly Explained[]> {
  checkLabels(job.classifier, question.flags)
  const { level } = question.choice
  const explained = level === "none" ? explainByFill(job, question) : explainByTarget(job, question, level)
  return explained.finally(() => question.terminal.status(""))
}

/** Refuses a misspelt label with the nearest one; all others the core judges. */
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
