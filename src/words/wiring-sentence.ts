import type { Preprocessing, ScoreScale } from "../types.ts"
import type { Authority, Measured, WiringCheck } from "../wiring/wiring-record.ts"

/**
 * One plain sentence on what a check of a model's wiring found, with the numbers behind it.
 *
 * @example
 * ```ts
 * import { wiringSentence } from "gridexplainer/render"
 * const finding = { kind: "scale", declared: "probability", found: "logit", score: 7.25 } as const
 * wiringSentence({ name: "scale", state: "flagged", finding })
 * // => "the scores are said to be probabilities, but one is 7.25: they are logits"
 * ```
 */
export function wiringSentence({ name, state, finding }: WiringCheck): string {
  switch (finding.kind) {
    case "one-class":
      return name === "softmax" ? "there is one class only" : "one class alone cannot be judged by its spread"
    case "one-channel":
      return "the model takes one channel"
    case "one-softmax":
      return "the scores did not go through a second softmax"
    case "too-flat":
      return "the answers are too flat to tell one softmax from two"
    case "answers-alike":
      return "the answers are too much alike to tell"
    case "needs-labels":
      return "to tell RGB from BGR takes pictures of known classes"
    case "too-few-views":
      return `${finding.views} views are too few, ${finding.needed} are needed`
    case "too-few-known":
      return `only ${finding.views} views show a class that both sides know, ${finding.needed} are needed`
    case "too-few-pictures":
      return `to tell crop from squash takes ${finding.needed} pictures of known classes that are longer than wide or wider than long, got ${finding.pictures}`
    case "spread": {
      const percent = `${(100 * finding.share).toFixed(finding.share < 0.1 ? 1 : 0)} %`
      return state === "flagged"
        ? `${finding.views} different views get nearly the same answer (${percent} of the possible spread)`
        : `different pictures get different answers (${percent} of the possible spread)`
    }
    case "scale":
      return scaleSentence(finding)
    case "two-softmaxes": {
      const most = (100 * finding.most).toFixed(finding.classes > 50 ? 2 : 0)
      return `softmax was taken twice: no score is above ${most} %, and before the second one the best class had ${(100 * finding.inner).toFixed(0)} % on average; leave one out when the model is exported`
    }
    case "label-count":
      return labelCountSentence(finding)
    case "names":
      return namesSentence(finding)
    case "setting":
      return settingSentence(name, finding)
    case "layout":
      return `the model takes ${finding.found}; as ${finding.declared}, which was said, it does not answer`
    case "fit": {
      const { declared, next, pictures } = finding
      const told = `agreement with the labels ${against(finding.nextAgreement, finding.agreement)} on ${pictures} pictures`
      return state === "flagged"
        ? `${next} scored clearly better than ${declared} (${told})`
        : `nothing scored clearly better than ${declared} (next ${next}, ${told})`
    }
    case "difference":
      return differenceSentence(name, state, finding)
  }
}

type Finding<Kind> = Extract<WiringCheck["finding"], { readonly kind: Kind }>

const plural: Readonly<Record<ScoreScale, string>> = { probability: "probabilities", logit: "logits" }

function scaleSentence({ declared, found, score, isRefused = false }: Finding<"scale">): string {
  if (declared === undefined) return `nobody said what the scores are, and they are ${plural[found]}`
  const said = `the scores are said to be ${plural[declared]}`
  if (isRefused) return `${said}, and they are ${plural[found]}`
  if (declared !== found)
    return found === "logit"
      ? `${said}, but one is ${score!.toPrecision(3)}: they are logits`
      : `${said}, but lie from 0 to 1 and add up to 1: they are probabilities`
  return found === "probability"
    ? "all scores lie from 0 to 1, as probabilities do"
    : "the scores are no probabilities, and said to be logits"
}

function labelCountSentence({ labels, classes }: Finding<"label-count">): string {
  if (labels === undefined) return `the ${classes} classes have no labels`
  const hint =
    classes - labels === 1
      ? ": the first class is often the background, which lists leave out"
      : labels - classes === 1
        ? ": the list may begin with a heading or the background"
        : ""
  return `${labels} labels for ${classes} classes${hint}`
}

function namesSentence({ shift, agreement, inPlace, authority, labels, classes }: Finding<"names">): string {
  const numbers = inPlace === undefined ? agreement.toFixed(2) : against(agreement, inPlace)
  const isMisfit = shift === null
  const told = `agreement ${numbers}${isMisfit ? ", no better than with the names of other pictures" : ""} with ${authorityName(authority)}`
  if (!labels)
    return shift === 0
      ? `no labels were given; the answers fit the ${classes} classes of ImageNet in their usual order (${told})`
      : `no labels were given (${told})`
  if (isMisfit)
    return `the model tells pictures apart, but the labels do not fit (${told}): they may be in another order, or the model does not know such pictures`
  if (shift === 0) return `the labels fit the answers (${told})`
  return `the labels stand one place too ${shift > 0 ? "early" : "late"} (${told})`
}

function settingSentence(name: WiringCheck["name"], { declared, best, measured }: Finding<"setting">): string {
  const part = ({ order, layout, ...levels }: Preprocessing): string =>
    name === "channel-order" ? order : name === "layout" ? layout : levelsText(levels)
  const told = measured.map(measuredText).join("; ")
  return part(best) === part(declared)
    ? `nothing scored clearly better than ${part(declared)} (${told})`
    : `${part(best)} scored clearly better than ${part(declared)} (${told})`
}

function measuredText({ by, authority = "nobody", value, other }: Measured): string {
  const what = {
    layers: "distance of the first layers from their training",
    names: `agreement with ${authorityName(authority)}`,
    spread: "how well answers tell pictures apart, in nats,",
  }[by]
  return `${what} ${against(value, other)}`
}

/** `0 to 1, mean 0.485 0.456 0.406, std 0.229 0.224 0.225`. */
function levelsText({ range, mean, std }: Pick<Preprocessing, "range" | "mean" | "std">): string {
  const isPlain = mean.every((one) => one === 0) && std.every((one) => one === 1)
  return `${range[0]} to ${range[1]}${isPlain ? "" : `, mean ${mean.join(" ")}, std ${std.join(" ")}`}`
}

function differenceSentence(
  name: WiringCheck["name"],
  state: WiringCheck["state"],
  { largest, batch }: Finding<"difference">,
): string {
  const told = `(largest difference ${largest < 1e-6 ? "under 0.0001" : (100 * largest).toPrecision(2)} points)`
  const isSame = state === "ok"
  if (name === "repeat") return `asked twice, the model answers ${isSame ? "the same" : "differently"} ${told}`
  return isSame
    ? `a picture is answered the same alone and among ${batch}, in any order ${told}`
    : `the answer to a picture depends on its neighbours in the batch ${told}`
}

function authorityName(authority: Authority): string {
  if (authority === "labels") return "the labels of the pictures"
  return authority === "nobody" ? "nothing" : `the answers of ${authority.model}`
}

function against(value: number, other: number): string {
  return `${value.toFixed(2)} against ${other.toFixed(2)}`
}
