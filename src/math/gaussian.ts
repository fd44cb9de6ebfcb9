/** A standard normal number from a stream of numbers from 0 to 1 (Box and Muller 1958). */
export function gaussian(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
