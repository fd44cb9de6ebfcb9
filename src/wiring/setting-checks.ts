import type { Preprocessing } from "../types.ts"
import { sameLevels } from "./alternative-settings.ts"
import type { Verdict } from "./judge-settings.ts"
import { settingFlag } from "./setting-flag.ts"
import type { WiringCheck } from "./wiring-record.ts"

/** What the best setting says about levels, the order of the channels and the layout. */
export function settingChecks(
  { best, told, tellsOrder }: Verdict & { readonly tellsOrder: boolean },
  options: {
    readonly declared: Preprocessing
    /** The model has a preprocessing that a flag can change. */
    readonly isDeclared: boolean
  },
): readonly WiringCheck[] {
  const { declared, isDeclared } = options
  const flag = isDeclared ? { flag: settingFlag(best, declared) } : {}
  const ok = (name: WiringCheck["name"], what: string): WiringCheck => ({
    name,
    state: "ok",
    sentence: `nothing scored clearly better than ${what} (${told})`,
  })
  const flagged = (name: WiringCheck["name"], what: string, than: string): WiringCheck => ({
    name,
    state: "flagged",
    sentence: `${what} scored clearly better than ${than} (${told})`,
    ...flag,
  })
  const levels = sameLevels(declared, best)
    ? ok("levels", levelsText(declared))
    : flagged("levels", levelsText(best), levelsText(declared))
  const layout =
    best.layout === declared.layout ? ok("layout", declared.layout) : flagged("layout", best.layout, declared.layout)
  return [levels, orderCheck(), layout]

  function orderCheck(): WiringCheck {
    const name = "channel-order"
    if (declared.order === "gray") return { name, state: "ok", sentence: "the model takes one channel" }
    if (!tellsOrder)
      return { name, state: "untold", sentence: "to tell RGB from BGR takes pictures of known classes (--images)" }
    return best.order === declared.order ? ok(name, declared.order) : flagged(name, best.order, declared.order)
  }
}

/** `0 to 1, mean 0.485 0.456 0.406, std 0.229 0.224 0.225`. */
function levelsText({ range, mean, std }: Preprocessing): string {
  const list = (values: readonly number[]): string => values.join(" ")
  const isPlain = mean.every((one) => one === 0) && std.every((one) => one === 1)
  return `${range[0]} to ${range[1]}${isPlain ? "" : `, mean ${list(mean)}, std ${list(std)}`}`
}
