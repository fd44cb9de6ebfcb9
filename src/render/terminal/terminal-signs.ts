import type { View } from "../../reading/view.ts"
import type { SetMarks } from "../../words/evidence-sentence.ts"

/** How a terminal marks what evidence says of squares, without colour. */
export interface TerminalSigns {
  /** In place of a number: `.` for no measurable effect, `~` where it depends on the fill; undefined where the number stands. */
  readonly instead: (region: number) => "." | "~" | undefined
  /** Behind what stands in a square, as wide for each: `*` where it belongs to the set that alone keeps the answer, `!` to that whose hiding changes it. */
  readonly behind: (region: number) => string
  /** Columns that `behind` takes. */
  readonly width: number
  /** What the signs mean, as far as they are there; "" where none is. */
  readonly key: string
  /** The same of sets alone. */
  readonly setKey: string
  /** What sentences say of sets. */
  readonly marks: SetMarks
}

/** `sets` is false where there is no room for their signs. */
export function terminalSigns(view: View, { sets }: { readonly sets: boolean }): TerminalSigns {
  const shown = view.judged ? view.regions : undefined
  const found = sets && view.judged ? view.record.evidence?.sets : undefined
  const enough = new Set(found?.enough?.regions)
  const needed = new Set(found?.needed?.regions)
  const verdicts = new Set(shown?.map(({ verdict }) => verdict))
  const ofSets = [
    ...(enough.size > 0 ? ["* alone keep the answer"] : []),
    ...(needed.size > 0 ? ["! hidden change the answer"] : []),
  ]
  const all = [
    ...(verdicts.has("none") ? [". no measurable effect"] : []),
    ...(verdicts.has("depends") ? ["~ depends on how we hide it"] : []),
    ...ofSets,
  ]
  const sentence = (keys: readonly string[]): string => (keys.length === 0 ? "" : `Signs: ${keys.join(", ")}.`)
  const sign = (of: ReadonlySet<number>, region: number, mark: string): string =>
    of.size === 0 ? "" : of.has(region) ? mark : " "
  return {
    instead: (region) => instead[shown?.[region]?.verdict ?? "unknown"],
    behind: (region) => sign(enough, region, "*") + sign(needed, region, "!"),
    width: (enough.size > 0 ? 1 : 0) + (needed.size > 0 ? 1 : 0),
    key: sentence(all),
    setKey: sentence(ofSets),
    marks: { ...(enough.size > 0 ? { enough: "*" } : {}), ...(needed.size > 0 ? { needed: "!" } : {}) },
  }
}

const instead = { supports: undefined, opposes: undefined, unknown: undefined, none: ".", depends: "~" } as const
