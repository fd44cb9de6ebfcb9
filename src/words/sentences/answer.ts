import { say } from "../context.ts"
import { labelOf } from "../label-of.ts"
import type { Formula } from "./effects.ts"

/** What the model answered for the untouched picture. */
export const firstAnswer: Formula = (context) => {
  const [first, second] = context.view.record.top
  const { classScore } = context.numbers
  if (first === undefined) return []
  const values = { first: labelOf(first), score: classScore(first.score, "exact") }
  const paths = ["top[0].label", "top[0].score"]
  if (second === undefined) return say(context, "onlyAnswer", { values, paths })
  return say(context, "firstAnswer", {
    values: { ...values, second: labelOf(second), secondScore: classScore(second.score, "exact") },
    paths: [...paths, "top[1].label", "top[1].score"],
  })
}

/** What is explained, if that is not the top class. */
export const about: Formula = (context) => {
  const { target, top } = context.view.record
  const { classScore, targetScore } = context.numbers
  const label = labelOf(target)
  const paths = ["target.label", "target.score"]
  if (target.chosenBy === "function")
    return say(context, "aboutFunction", { values: { label, score: targetScore(target.score, "exact") }, paths })
  if (target.chosenBy === "margin") {
    const { against } = target
    const values = {
      ...{ label, score: classScore(target.score + against.score, "exact"), other: labelOf(against) },
      ...{ otherScore: classScore(against.score, "exact"), lead: targetScore(target.score, "exact") },
    }
    return say(context, "aboutMargin", { values, paths: [...paths, "target.against"] })
  }
  if (target.index === top[0]?.index) return []
  return say(context, "aboutClass", { values: { label, score: classScore(target.score, "exact") }, paths })
}

/** That a score is not the probability of being right. */
export const ownNumber: Formula = (context) => [
  ...say(context, "ownNumber", { paths: ["model.scale"] }),
  ...(context.view.record.model.scale === "logit" ? say(context, "logits", { paths: ["model.scale"] }) : []),
]

/** The score of the untouched picture, with which everything is compared. */
export const untouched: Formula = (context) => {
  const { target } = context.view.record
  return say(context, "untouched", {
    values: { score: context.numbers.targetScore(target.score, "exact") },
    paths: ["target.score"],
  })
}
