import type { Regions } from "../types.ts"
import type { Ask } from "./ask.ts"
import { fillAt } from "./fill-at.ts"
import type { Run } from "./open-run.ts"

/** The same run with another of its fills in front; with `only`, the others are left out. */
export function withFillFirst(run: Run, place: number, { only = false }: { readonly only?: boolean } = {}): Run {
  const others = only ? [] : [...run.fills.keys()].filter((fill) => fill !== place)
  const order = [place, ...others]
  const chosen = <Item>(items: readonly Item[]): readonly Item[] => order.map((fill) => items[fill]!)
  const permuted = (ask: Ask): Ask =>
    Object.assign(
      (sets: Parameters<Ask>[0], { fill = 0, ...rest }: Parameters<Ask>[1] = {}) =>
        ask(sets, { ...rest, fill: fillAt(order, fill) }),
      { edits: (...asked: Parameters<Ask["edits"]>) => ask.edits(...asked) },
    )
  return {
    ...run,
    fills: chosen(run.fills),
    painters: chosen(run.painters),
    subject: { ...run.subject, fills: order.length },
    ask: permuted(run.ask),
    askAbout: (regions: Regions) => permuted(run.askAbout(regions)),
    record: { ...run.record, fills: chosen(run.record.fills) },
  }
}
