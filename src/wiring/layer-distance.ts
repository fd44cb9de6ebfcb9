import type { Classifier, Scores } from "../types.ts"

/** The statistics of a model's first layers, as `layerStatistics` makes them. */
export interface ModelLayers {
  /** Answers them; it has the model's preprocessing. */
  readonly classifier: Classifier
  /** Channels of each layer, in their order. */
  readonly channels: readonly number[]
}

/**
 * How far a model's first layers are from what they were trained on, in nats: 0 where the pictures look to them like the training pictures did.
 *
 * A batch normalization keeps the mean and the variance that each of its channels had in training. `statistics` holds a row per picture: for each
 * channel, normalised with those, first the mean over the picture and then, in the second half, the mean square. In training the one was 0 and
 * the other 1. Of each layer it takes the median over channels of the divergence of a normal distribution with the measured moments from that with
 * 0 and 1 (Kullback-Leibler), since some channels hardly ever fire and their variance is next to nothing; and of those the mean.
 *
 * @param layers channels of each layer, in their order
 */
export function layerDistance(statistics: Scores, layers: readonly number[]): number {
  const half = statistics.columns / 2
  let start = 0
  let sum = 0
  for (const channels of layers) {
    const distances = Array.from({ length: channels }, (_, i) => {
      const middle = columnMean(statistics, start + i)
      const variance = Math.max(columnMean(statistics, half + start + i) - middle ** 2, 1e-9)
      return (variance + middle ** 2 - 1 - Math.log(variance)) / 2
    }).sort((a, b) => a - b)
    sum += distances[Math.floor(channels / 2)]!
    start += channels
  }
  return sum / layers.length
}

function columnMean({ rows, columns, data }: Scores, column: number): number {
  let sum = 0
  for (let row = 0; row < rows; row++) sum += data[row * columns + column]!
  return sum / rows
}
