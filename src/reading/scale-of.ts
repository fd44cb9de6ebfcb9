import type { Explanation, FunctionScale } from "../explanation.ts"

/** Whether the numbers explained are probabilities, logits, or numbers in their own unit. */
export function scaleOf({ target, model }: Pick<Explanation, "target" | "model">): FunctionScale {
  return target.chosenBy === "function" ? target.scale : model.scale
}
