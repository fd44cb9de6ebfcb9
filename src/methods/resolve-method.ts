import { allButOne } from "./all-but-one.ts"
import type { Method } from "./method.ts"
import { oneAtATime } from "./one-at-a-time.ts"
import { type RandomMasksOptions, randomMasks } from "./random-masks.ts"

/** The methods that can be chosen by name. */
export type MethodName = "one-at-a-time" | "all-but-one" | "random-masks"

/** A method by name, or your own. */
export type MethodOption = MethodName | Method

const methods: Readonly<Record<MethodName, (options: RandomMasksOptions) => Method>> = {
  "one-at-a-time": () => oneAtATime,
  "all-but-one": () => allButOne,
  "random-masks": randomMasks,
}

/** All names of methods, for help texts and messages. */
export const methodNames: readonly MethodName[] = Object.keys(methods) as MethodName[]

/**
 * Finds a method by its name; a method is returned unchanged. This is the only place that knows the names of methods.
 *
 * @throws RangeError for an unknown name; the message lists the known ones.
 *
 * @example
 * ```ts
 * import { resolveMethod } from "gridexplainer"
 * resolveMethod("random-masks").fills // => ["blur", "image-mean", "cell-mean"]
 * resolveMethod("all-but-one").means // => "shown-alone"
 * ```
 */
export function resolveMethod(option: MethodOption, options: RandomMasksOptions = {}): Method {
  if (typeof option === "object") return option
  if (Object.hasOwn(methods, option)) return methods[option](options)
  throw new RangeError(`method must be one of ${methodNames.join(", ")}, or your own method, got ${String(option)}`)
}
