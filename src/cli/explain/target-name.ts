import type { Explanation } from "../../index.ts"

/** `wolf`, or `wolf rather than husky`: what replaces `{target}` in the name of a file. */
export function targetName({ target }: Explanation): string {
  return target.chosenBy === "margin" ? `${target.label} rather than ${target.against.label}` : target.label
}
