import type { Explanation } from "../explanation.ts"

/**
 * A record without the name of its picture. The hashes stay, so that whoever has the picture can tell that it is this one.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { redacted } from "gridexplainer/report"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const options = { regions: grid(1), fill: 0, evidence: "none", picture: { name: "jane.jpg" } } as const
 * redacted(await explain(model, image, options)).picture.name // => undefined
 * ```
 */
export function redacted(explanation: Explanation): Explanation {
  const { name: _name, ...picture } = explanation.picture
  return { ...explanation, picture }
}
