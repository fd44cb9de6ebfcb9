/** Throws unless `value` is a whole number from 1 to `most` (any, where the picture is not yet known). */
export function checkCount(name: string, value: number, most: number = Number.POSITIVE_INFINITY): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return
  const range = most === Number.POSITIVE_INFINITY ? "of at least 1" : `from 1 to ${most}`
  throw new RangeError(`${name} must be an integer ${range}, got ${value}`)
}
