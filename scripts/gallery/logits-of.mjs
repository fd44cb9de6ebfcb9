/** @typedef {import("gridexplainer").Classifier} Classifier */

/**
 * The same model, answering in logits: the logarithms of its probabilities, less their mean. Softmax of them gives the probabilities again.
 *
 * @param {Classifier} model that answers in probabilities
 * @returns {Classifier}
 */
export function logitsOf(model) {
  return {
    ...model,
    name: `${model.name}, logits`,
    scale: "logit",
    score: async (image, variants, options) => {
      const { rows, columns, data } = await model.score(image, variants, options)
      const logits = Float64Array.from(data, (share) => Math.log(Math.max(share, 1e-12)))
      for (let row = 0; row < rows; row++) {
        const own = logits.subarray(row * columns, (row + 1) * columns)
        const mean = own.reduce((sum, logit) => sum + logit, 0) / columns
        own.forEach((logit, i) => {
          own[i] = logit - mean
        })
      }
      return { rows, columns, data: logits }
    },
  }
}
