/**
 * Throws unless `actual` is `expected`: numbers within 1e-9 of the larger, everything else exactly.
 *
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} where
 */
export function is(actual, expected, where) {
  if (same(actual, expected)) return
  throw new Error(`${where}: expected ${show(expected)}, got ${show(actual)}`)
}

/** @type {(a: any, b: any) => boolean} */
function same(a, b) {
  if (typeof a === "number" && typeof b === "number")
    return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b)
  if (ArrayBuffer.isView(b) ? !(a instanceof b.constructor) : Array.isArray(a) !== Array.isArray(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same(a[key], b[key]))
}

/** @param {unknown} value */
function show(value) {
  if (value instanceof Error) return String(value)
  return ArrayBuffer.isView(value)
    ? `${value.constructor.name} ${JSON.stringify(Array.from(/** @type {any} */ (value)))}`
    : (JSON.stringify(value) ?? String(value))
}
