import { z } from "zod"
import type { Explanation } from "../explanation.ts"
import type { ClassScore } from "../types.ts"

const classScore = { index: z.int().min(0), label: z.string(), score: z.number() }

/** The shape of what is explained, for zod. */
export const targetSchema: z.ZodType<Explanation["target"]> = z
  .discriminatedUnion("chosenBy", [
    z.strictObject({ ...classScore, chosenBy: z.enum(["predicted", "index", "label", "top"]) }).readonly(),
    z
      .strictObject({ ...classScore, chosenBy: z.literal("margin"), against: z.strictObject(classScore).readonly() })
      .readonly(),
    z
      .strictObject({
        label: z.string(),
        score: z.number(),
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
