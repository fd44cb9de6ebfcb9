/** What belongs to the strongest area: values with the sign of the largest, and at least half its size. None where all are zero. */
export function strongestArea(values: ArrayLike<number>): (index: number) => boolean {
  let strongest = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (Number.isFinite(value) && Math.abs(value) > Math.abs(strongest)) strongest = value
  }
  const half = strongest / 2
  return (index) => {
    const value = values[index]!
    return half !== 0 && value / half >= 1 && Number.isFinite(value)
  }
}
