import type { Classifier, Scores } from "../types.ts"

/** The statistics of a model's first layers, as `layerStatistics` makes them. */
export interface ModelLayers {
  /** The model that measures them; it has the same preprocessing as the model itself. */
  readonly classifier: Classifier
  /** How many channels each layer has, in order. */
  readonly channels: readonly number[]
}

/**
 * How far the inputs of a model's first layers are from those in training, in nats: 0 if the pictures look to them like the training pictures did.
 *
 * A batch normalization stores the mean and the variance that each of its channels had in training. `statistics` holds one row per picture: for each
 * channel, normalized with these, the mean over the picture and then, in the second half, the mean square. In training the mean was 0 and the mean
 * square 1. For each channel the distance is the Kullback-Leibler divergence of a normal distribution with the measured moments from the standard
 * normal one. A layer counts with the median over its channels, since some channels hardly ever fire and have almost no variance; the result is the mean
 * over layers.
 *
 * @param layers how many channels each layer has, in order
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
