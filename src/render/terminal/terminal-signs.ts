import type { View } from "../../reading/view.ts"
import type { SetMarks } from "../../words/context.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"

/** How a terminal marks, without colour, what evidence says about squares. */
export interface TerminalSigns {
  /** What replaces a number: `.` for no measurable effect, `~` if it depends on the fill; undefined if the number stays. */
  readonly instead: (region: number) => "." | "~" | undefined
  /**
   * Signs after the text of a square, equally wide for all: `*` if it belongs to the set that alone keeps the answer, `!` for the set whose hiding changes it.
   */
  readonly behind: (region: number) => string
  /** Columns that `behind` takes. */
  readonly width: number
  /** What the signs in use mean; "" if there are none. */
  readonly key: string
  /** The same, for the signs of sets only. */
  readonly setKey: string
  /** How sentences refer to the marks of sets. */
  readonly marks: SetMarks
}

/** Works out the signs; `sets` is false if there is no room for the signs of sets. */
export function terminalSigns(view: View, { sets }: { readonly sets: boolean }): TerminalSigns {
  const { terminal: words } = english
  const shown = view.judged ? view.regions : undefined
  const found = sets && view.judged ? view.record.evidence?.sets : undefined
  const enough = new Set(found?.enough?.regions)
  const needed = new Set(found?.needed?.regions)
  const verdicts = new Set(shown?.map(({ verdict }) => verdict))
  const ofSets = [...(enough.size > 0 ? [words.enough] : []), ...(needed.size > 0 ? [words.needed] : [])]
  const all = [
    ...(verdicts.has("none") ? [words.none] : []),
    ...(verdicts.has("depends") ? [fillIn(words.depends, { tilde: "~" })] : []),
    ...ofSets,
  ]
  const sentence = (keys: readonly string[]): string =>
    keys.length === 0 ? "" : fillIn(words.signs, { signs: keys.join(english.comma) })
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
