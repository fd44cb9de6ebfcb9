/** Sum of squares of each column. */
export function columnSquares(rows: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(rows[0]?.length ?? 0)
  for (const row of rows) for (let c = 0; c < sums.length; c++) sums[c] = sums[c]! + row[c]! * row[c]!
  return sums
}
