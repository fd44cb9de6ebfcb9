/** Throws a RangeError unless `value` is a whole number from `least` to `most`. `name` begins the message: `grid rows`. */
export function checkInteger(
  name: string,
  value: number,
  { least = 1, most = Number.POSITIVE_INFINITY }: { readonly least?: number; readonly most?: number } = {},
): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return
  const range = most === Number.POSITIVE_INFINITY ? `of at least ${least}` : `from ${least} to ${most}`
  throw new RangeError(`${name} must be an integer ${range}, got ${String(value)}`)
}
