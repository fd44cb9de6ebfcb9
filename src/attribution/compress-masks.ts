import { cholesky, solveLower } from "../math/cholesky.ts"
import { combine, product } from "../math/rows.ts"
import { symmetricProducts } from "../math/symmetric-products.ts"

/** Observations in as few rows as are needed. */
export interface CompressedMasks {
  readonly rows: readonly Float64Array[]
  /** Converts scores, one per given row, to these rows. */
  readonly compress: (values: Float64Array) => {
    readonly values: Float64Array
    /** Sum of squares of the part of the scores that no effect can explain; left out of `values`. */
    readonly residual: number
  }
}

/** The same information in at most as many rows as there are regions. */
export function compressMasks(rows: readonly Float64Array[]): CompressedMasks {
  const regions = rows[0]!.length
  if (rows.length <= regions) return { rows, compress: (values) => ({ values, residual: 0 }) }
  const columns = Array.from({ length: regions }, (_, region) => Float64Array.from(rows, (row) => row[region]!))
  const { values: gram } = symmetricProducts(columns, columns)
  let trace = 0
  for (let i = 0; i < regions; i++) trace += gram[i * regions + i]!
  // Means were removed, so some direction may be empty: a trace of nothing keeps the root defined.
  for (let i = 0; i < regions; i++) gram[i * regions + i]! += (1e-9 * trace) / regions
  const root = cholesky({ size: regions, values: gram })
  return {
    rows: Array.from({ length: regions }, (_, i) =>
      Float64Array.from({ length: regions }, (_, j) => (j >= i ? root.values[j * regions + i]! : 0)),
    ),
    compress(values) {
      const compressed = solveLower(root, combine(values, rows))
      return { values: compressed, residual: Math.max(0, product(values, values) - product(compressed, compressed)) }
    },
  }
}
