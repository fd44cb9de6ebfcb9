import type { RecordedRegions } from "../explanation.ts"
import type { RegionId } from "../types.ts"

/** A square of a grid with the up to eight around it; any other region by itself. */
export function regionsAround({ layout }: Pick<RecordedRegions, "layout">, region: RegionId): readonly RegionId[] {
  if (layout.kind !== "grid") return [region]
  const { rows, columns } = layout
  const [row, column] = [Math.floor(region / columns), region % columns]
  const near = (at: number, most: number): readonly number[] => [at - 1, at, at + 1].filter((i) => i >= 0 && i < most)
  return near(row, rows).flatMap((y) => near(column, columns).map((x) => y * columns + x))
}
