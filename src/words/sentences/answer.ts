import { labelOf } from "../label-of.ts"
import { type Formula, nameOf, sentence } from "./sentence.ts"

/** What the model answered for the untouched picture. */
export const firstAnswer: Formula = (context) => {
  const [first, second] = context.explanation.top
  const { classScore } = context.numbers
  if (first === undefined) return []
  if (second === undefined)
    return sentence(context, "onlyAnswer", {
      values: { first: nameOf(first), score: classScore(first.score, "exact") },
      paths: ["top[0].label", "top[0].score"],
    })
  return sentence(context, "firstAnswer", {
    values: {
      ...{ first: nameOf(first), score: classScore(first.score, "exact") },
      ...{ second: nameOf(second), secondScore: classScore(second.score, "exact") },
    },
    paths: ["top[0].label", "top[0].score", "top[1].label", "top[1].score"],
  })
}

/** What is explained, where that is not the first answer. */
export const about: Formula = (context) => {
  const { target, top } = context.explanation
  const { classScore, targetScore } = context.numbers
  const label = labelOf(target)
  if (target.chosenBy === "function")
    return sentence(context, "aboutFunction", {
      values: { label, score: targetScore(target.score, "exact") },
      paths: ["target.label", "target.score"],
    })
  if (target.chosenBy === "margin") {
    const { against } = target
    return sentence(context, "aboutMargin", {
      values: {
        ...{ label, score: classScore(target.score + against.score, "exact"), other: labelOf(against) },
        ...{ otherScore: classScore(against.score, "exact"), lead: targetScore(target.score) },
      },
      paths: ["target.label", "target.score", "target.against"],
    })
  }
  if (target.index === top[0]?.index) return []
  return sentence(context, "aboutClass", {
    values: { label, score: classScore(target.score, "exact") },
    paths: ["target.label", "target.score"],
  })
}

/** A score is no chance of being right. */
export const ownNumber: Formula = (context) => [
  ...sentence(context, "ownNumber", { paths: ["model.scale"] }),
  ...(context.explanation.model.scale === "logit" ? sentence(context, "logits", { paths: ["model.scale"] }) : []),
]
