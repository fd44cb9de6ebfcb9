import type { FunctionScale } from "../../explanation.ts"
import { formatEffect } from "../../words/format.ts"

/** Signs that are one column wide in every terminal. */
export function ascii(text: string): string {
  return text.replaceAll("−", "-").replaceAll("×", "x").replaceAll(" · ", "; ")
}

/** A number, or a question mark where there is none. */
export function effectText(effect: number, scale: FunctionScale, decimals?: number): string {
  if (!Number.isFinite(effect)) return "?"
  return formatEffect(effect, scale, decimals === undefined ? {} : { decimals })
}
