/** A mask of the `count` pixels with the largest values, 1 where a pixel is among them; of equal values the first pixels count. */
export function largestPixels(map: Float64Array, count: number): Uint8Array {
  const mask = new Uint8Array(map.length)
  if (count <= 0) return mask
  const limit = map.slice().sort()[Math.max(0, map.length - count)]!
  let room = count
  for (const [i, value] of map.entries())
    if (value > limit) {
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
