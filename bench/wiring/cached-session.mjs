/** @typedef {import("gridexplainer").TensorSession} TensorSession */

/** Numbers of a picture that tell it from all others. */
const sampled = 64

/**
 * A session that computes each picture once: settings that mean the same numbers ask for the same pictures again and again. A picture is known
 * again by some of its numbers, within a rounding error.
 *
 * @param {(batch: Float32Array, rows: number) => Promise<Float32Array>} compute one row of scores a picture
 * @param {{ length: number, columns: number }} options floats a picture takes, scores that it gets
 * @returns {TensorSession & { computed: () => number }}
 */
export function cachedSession(compute, { length, columns }) {
  /** @type {{ key: Float32Array, row: Float32Array }[]} */
  const known = []
  const places = Array.from({ length: sampled }, (_, i) => Math.floor(((i + 0.5) * length) / sampled) + ((i * 7) % 11))
  let computed = 0

  /** @param {Float32Array} key */
  const find = (key) => known.find((entry) => entry.key.every((value, i) => isNear(value, key[i] ?? 0)))?.row

  return {
    runtime: "cache",
    computed: () => computed,
    async run(batch, rows) {
      const keys = Array.from({ length: rows }, (_, row) =>
        Float32Array.from(places, (place) => batch[row * length + Math.min(place, length - 1)] ?? 0),
      )
      const answers = keys.map(find)
      const missing = answers.flatMap((row, i) => (row === undefined ? [i] : []))
      if (missing.length > 0) {
        const wanted = new Float32Array(missing.length * length)
        for (const [i, row] of missing.entries())
          wanted.set(batch.subarray(row * length, (row + 1) * length), i * length)
        const scores = await compute(wanted, missing.length)
        computed += missing.length
        for (const [i, place] of missing.entries()) {
          const row = scores.slice(i * columns, (i + 1) * columns)
          answers[place] = row
          known.push({ key: keys[place] ?? new Float32Array(), row })
        }
      }
      const data = new Float32Array(rows * columns)
      for (const [i, row] of answers.entries()) data.set(row ?? [], i * columns)
      return { data, columns, batch }
    },
    dispose() {},
  }
}

/**
 * @param {number} one
 * @param {number} other
 */
function isNear(one, other) {
  return Math.abs(one - other) <= 1e-4 * (1 + Math.abs(one))
}
