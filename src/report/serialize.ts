import type { Explanation } from "../explanation.ts"
import { inFront, type View, viewOf } from "../reading/view.ts"

/**
 * Writes an explanation as JSON text, which `parse` reads back to an equal record. The same explanation gives the same bytes.
 *
 * @throws RangeError if a number in the record is not finite, since JSON would turn it into `null`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, viewOf } from "gridexplainer"
 * import { parse, serialize } from "gridexplainer/report"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(255) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const explanation = await explain(model, image, { regions: grid(1), fill: 0, evidence: "none" })
 * viewOf(parse(serialize(explanation))).effects // => [1]
 * ```
 */
export function serialize(of: Explanation | View): string {
  return `${JSON.stringify(inFront(viewOf(of)), refuseNonFinite, 2)}\n`
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError(`an explanation must hold finite numbers only, got ${value} in "${key}"`)
  return value
}
