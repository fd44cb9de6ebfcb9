import type { Preprocessing } from "../types.ts"
import { sameLevels } from "./alternative-settings.ts"
import type { Verdict } from "./judge-settings.ts"
import type { WiringCheck } from "./wiring-record.ts"

/** What the best setting says about levels, the order of the channels and the layout. */
export function settingChecks(
  { best, measured, tellsOrder }: Verdict & { readonly tellsOrder: boolean },
  options: {
    readonly declared: Preprocessing
    /** Whether the model has a preprocessing that can be declared differently. */
    readonly isDeclared: boolean
  },
): readonly WiringCheck[] {
  const { declared, isDeclared } = options
  const finding = { kind: "setting", declared, best, measured } as const
  const remedy = isDeclared ? { remedy: { preprocessing: best } } : {}
  const judged = (name: WiringCheck["name"], isRight: boolean): WiringCheck =>
    isRight ? { name, state: "ok", finding } : { name, state: "flagged", finding, ...remedy }
  return [
    judged("levels", sameLevels(declared, best)),
    declared.order === "gray"
      ? { name: "channel-order", state: "ok", finding: { kind: "one-channel" } }
      : tellsOrder
        ? judged("channel-order", best.order === declared.order)
        : { name: "channel-order", state: "untold", finding: { kind: "needs-labels" } },
    judged("layout", best.layout === declared.layout),
  ]
}
