import type { EvidenceLevel, MethodName } from "../../index.ts"
import type { ShownEffects } from "../options/bare-show.ts"
import type { ExplainFlags } from "./explain-flags.ts"

/** How much is asked, and which numbers are shown. */
export interface EvidenceChoice {
  readonly level: EvidenceLevel
  /** The effects to show; if absent, the ones in front. */
  readonly shown?: ShownEffects
  /** A method that is used alone, without evidence. */
  readonly method?: MethodName
}

/** Levels of `--evidence`, the one that asks least first. */
export const evidenceLevels: readonly EvidenceLevel[] = ["none", "quick", "standard", "thorough"]

/** The method behind each `--hide`, and whether it hides parts alone. */
const hiding: Readonly<Record<NonNullable<ExplainFlags["hide"]>, { method: MethodName; alone: boolean }>> = {
  one: { method: "one-at-a-time", alone: true },
  "all-but-one": { method: "all-but-one", alone: false },
}

/** With more squares masks cannot tell neighbours apart, and every square hidden once says more. */
const MOST_SQUARES = 300

/**
 * Reads `--evidence`, `--show` and the options that affect them. Without `--evidence` there is evidence, unless another option needs
 * one part hidden at a time.
 *
 * @throws RangeError for options that do not go together
 */
export function evidenceChoice(flags: ExplainFlags): EvidenceChoice {
  const { evidence, show, hide } = flags
  const plain = plainReason(flags)
  const level = evidence ?? (plain === undefined ? "standard" : "none")
  const shown = show?.effects
  if (hide !== undefined && level !== "none")
    throw new RangeError(
      `--hide goes with --evidence none: --evidence ${level} hides one part at a time, and many at random`,
    )
  if (hide !== undefined && shown !== undefined && !hiding[hide].alone)
    throw new RangeError(`--show ${shown} does not go with --hide ${hide}, which never hides a part alone`)
  if (flags.layout === "sets" && level === "none")
    throw new RangeError("--layout sets needs --evidence quick, standard or thorough: none looks for no sets")
  if (level === "none") {
    if (shown !== "average") return { level, ...shownOf(shown), ...methodOf(flags) }
    const why = evidence === undefined ? `, which ${plain!} leaves out` : ""
    throw new RangeError(`--show average needs evidence${why}: give --evidence quick, standard or thorough`)
  }
  const alone = flags.layout === "pair" ? "--layout pair" : flags.style === "original" ? "--style original" : undefined
  if (alone !== undefined && shown === "average")
    throw new RangeError(`${alone} draws what hiding one part alone changes: it goes with --show alone`)
  return { level, ...shownOf(alone === undefined ? shown : "alone") }
}

function shownOf(shown: ShownEffects | undefined): Pick<EvidenceChoice, "shown"> {
  return shown === undefined ? {} : { shown }
}

/** `--hide` names a method; the original look needs the original's question; fills side by side are compared by one kind of number. */
function methodOf({ hide, style, layout, fill = [] }: ExplainFlags): Pick<EvidenceChoice, "method"> {
  const beside = layout === "sheet" && fill.length > 1
  const asked = hide ?? (style === "original" || beside ? "one" : undefined)
  return asked === undefined ? {} : { method: hiding[asked].method }
}

/** The option that needs one part hidden at a time; undefined if none does. */
function plainReason({ hide, style, layout, fill = [], grid }: ExplainFlags): string | undefined {
  if (hide !== undefined) return "--hide"
  if (style === "original") return "--style original"
  if (layout === "pair") return "--layout pair"
  if (layout === "sheet" && fill.length > 1) return "--layout sheet with several fills"
  if (grid !== undefined && grid.rows * grid.columns > MOST_SQUARES)
    return `--grid with more than ${MOST_SQUARES} squares`
  return undefined
}
