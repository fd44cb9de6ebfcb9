import type { MarginOption } from "../../index.ts"
import type { ExplainFlags } from "./explain-flags.ts"

/** The targets of the command line: the best classes, or those that it names. */
export function targetsOf(flags: ExplainFlags): { readonly top: number } | ReturnType<typeof namedTargets> {
  return flags.top === undefined ? namedTargets(flags) : { top: flags.top }
}

/** The targets without `--top`. */
export function namedTargets({
  target = ["predicted"],
  against,
}: Pick<ExplainFlags, "target" | "against">): readonly (number | string | MarginOption)[] {
  return against === undefined ? target : target.map((one) => ({ target: one, against }))
}
