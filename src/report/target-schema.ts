import { z } from "zod"
import type { Explanation } from "../explanation.ts"
import type { ClassScore } from "../types.ts"
import { classFields, classScore, measure, text } from "./schema-parts.ts"

/** The shape of what is explained, for zod. */
export const targetSchema: z.ZodType<Explanation["target"]> = z
  .discriminatedUnion("chosenBy", [
    z.strictObject({ ...classFields, chosenBy: z.enum(["predicted", "index", "label", "top"]) }).readonly(),
    z.strictObject({ ...classFields, chosenBy: z.literal("margin"), against: classScore }).readonly(),
    z
      .strictObject({
        label: text,
        score: measure,
        chosenBy: z.literal("function"),
        scale: z.enum(["probability", "logit", "number"]),
      })
      .readonly(),
  ])
  .refine((target) => target.chosenBy !== "margin" || target.index !== target.against.index, {
    path: ["against"],
    error: "must be another class than the target",
  })

/** The classes that are explained: one, two for a margin, none for a function. */
export function classesOf(target: Explanation["target"]): readonly ClassScore[] {
  if (target.chosenBy === "function") return []
  return target.chosenBy === "margin" ? [target, target.against] : [target]
}
