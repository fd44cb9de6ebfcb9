import type { Explanation } from "../explanation.ts"

/**
 * What a region is called in a sentence; rows and columns count from 1.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { regionName } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const explanation = await explain(functionModel((images) => images.map(() => [1])), image, { regions: grid(2), evidence: "none" })
 * regionName(explanation, 2) // => "the square at row 2, column 1"
 * ```
 */
export function regionName(explanation: Pick<Explanation, "regions">, index: number): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind === "mask") return `region ${index + 1} of ${boxes.length}`
  return `the ${layout.kind === "grid" ? "square" : "window"} at ${regionPlace(explanation, index)}`
}

/**
 * Where a region lies, for a line that says what it is about: `row 3, column 5`, and `region 7 of 20` where regions have no rows.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { regionPlace } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const explanation = await explain(functionModel((images) => images.map(() => [1])), image, { regions: grid(2), evidence: "none" })
 * regionPlace(explanation, 2) // => "row 2, column 1"
 * ```
 */
export function regionPlace({ regions: { layout, boxes } }: Pick<Explanation, "regions">, index: number): string {
  if (layout.kind === "mask") return `region ${index + 1} of ${boxes.length}`
  return `row ${Math.floor(index / layout.columns) + 1}, column ${(index % layout.columns) + 1}`
}

export function nounOf({ regions }: Pick<Explanation, "regions">): "squares" | "windows" | "regions" {
  return ({ grid: "squares", window: "windows", mask: "regions" } as const)[regions.layout.kind]
}

/** `square`. */
export function singularOf(explanation: Pick<Explanation, "regions">): string {
  return nounOf(explanation).slice(0, -1)
}
