import type { Explanation } from "../explanation.ts"

/** `the square at row 3, column 5`; rows and columns count from 1. */
export function regionName(explanation: Pick<Explanation, "regions">, index: number): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind === "mask") return `region ${index + 1} of ${boxes.length}`
  return `the ${layout.kind === "grid" ? "square" : "window"} at ${regionPlace(explanation, index)}`
}

/** `row 3, column 5`, where the kind of region is known. */
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
