/**
 * Masks of the pixels with the largest values, 1 where a pixel is among them; of equal values, the first pixels count. Sorts once for all masks.
 *
 * @returns a function that makes a mask of `count` pixels.
 */
export function largestPixels(map: Float64Array): (count: number) => Uint8Array {
  const sorted = map.slice().sort()
  return (count) => {
    const mask = new Uint8Array(map.length)
    if (count <= 0) return mask
    const limit = sorted[Math.max(0, map.length - count)]!
    let room = count
    for (let i = 0; i < map.length; i++)
      if (map[i]! > limit) {
        mask[i] = 1
        room--
      }
    for (let i = 0; i < map.length && room > 0; i++)
      if (map[i] === limit) {
        mask[i] = 1
        room--
      }
    return mask
  }
}
