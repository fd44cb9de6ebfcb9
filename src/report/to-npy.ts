import type { Explanation } from "../explanation.ts"
import { saliencyMap } from "../reading/saliency-map.ts"
import { type View, viewOf } from "../reading/view.ts"

/** The options of `toNpy`. */
export interface ToNpyOptions {
  /**
   * `map`: the saliency map, one number per pixel of the model's input, as rows and columns of pixels. `effects`: one number per region, as rows and columns of
   * a grid or of windows; for masks as a flat list.
   */
  readonly of: "map" | "effects"
}

/**
 * Writes an explanation's numbers as a file for NumPy, which `numpy.load` reads: float64, signed, in points of the score; NaN where there is no value.
 *
 * Source: version 1.0 of the format, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { toNpy } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const bytes = toNpy(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" }), { of: "effects" })
 * new TextDecoder("latin1").decode(bytes).slice(10, 69) // => "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }"
 * new DataView(bytes.buffer).getFloat64(128, true) // => 1
 * ```
 */
export function toNpy(explanation: Explanation | View, { of }: ToNpyOptions): Uint8Array<ArrayBuffer> {
  const view = viewOf(explanation)
  const values = of === "map" ? saliencyMap(view) : view.effects
  const header = headerOf(of === "map" ? mapShape(view.record) : effectsShape(view.record))
  const bytes = new Uint8Array(header.length + 8 * values.length)
  bytes.set(header)
  const numbers = new DataView(bytes.buffer, header.length)
  values.forEach((value, i) => {
    numbers.setFloat64(8 * i, value, true)
  })
  return bytes
}

function mapShape({ seen: { size } }: Explanation): readonly number[] {
  return [size.height, size.width]
}

function effectsShape({ regions: { layout, boxes } }: Explanation): readonly number[] {
  return layout.kind === "mask" ? [boxes.length] : [layout.rows, layout.columns]
}

const magic = "\x93NUMPY\x01\x00"

/** Magic, version, the length of the rest in two bytes, and a Python dictionary filled up with spaces to a multiple of 64 bytes. */
function headerOf(shape: readonly number[]): Uint8Array {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ")
  const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': (${tuple}), }`
  const before = magic.length + 2
  const length = Math.ceil((before + dictionary.length + 1) / 64) * 64
  const rest = `${dictionary.padEnd(length - before - 1)}\n`
  const signs = `${magic}${String.fromCharCode(rest.length % 256, Math.floor(rest.length / 256))}${rest}`
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
}
