/**
 * @typedef {import("gridexplainer").Preprocessing} Preprocessing
 * @typedef {import("gridexplainer").ScoreScale} ScoreScale
 * @typedef {import("gridexplainer/node").WiringName} WiringName
 *
 * @typedef Fault
 * @property {string} name
 * @property {readonly WiringName[]} found what must be flagged, one of them
 * @property {(right: Preprocessing) => Preprocessing} [setting] what is declared in place of the right setting
 * @property {(labels: readonly string[]) => readonly string[]} [labels]
 * @property {ScoreScale} [scale] what the scores are said to be
 * @property {(rows: number[][], call: number) => number[][]} [answers] what becomes of the probabilities of a batch
 * @property {boolean} [needsNames] cannot be told where nobody knows what is on the pictures
 * @property {boolean} [needsWide] cannot be told on square pictures
 */

/** @param {readonly number[]} values */
const turned = (values) => [...values].reverse()

/**
 * Numbers in the order of red, green, blue, put into the order of a setting.
 *
 * @param {{ range: readonly [number, number], mean: readonly number[], std: readonly number[] }} levels
 * @returns {(right: Preprocessing) => Preprocessing}
 */
const levels =
  ({ range, mean, std }) =>
  (right) => {
    const put = right.order === "BGR" ? turned : (/** @type {readonly number[]} */ values) => values
    return { ...right, range, mean: put(mean), std: put(std) }
  }

/** @param {Preprocessing} right @returns {Preprocessing} */
const otherOrder = (right) => ({
  ...right,
  order: right.order === "BGR" ? "RGB" : "BGR",
  mean: turned(right.mean),
  std: turned(right.std),
})

const imageNet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] }
const plain = { mean: [0], std: [1] }

/** @type {readonly Fault[]} */
export const faults = [
  { name: "channels in the other order", found: ["channel-order"], setting: otherOrder, needsNames: true },
  { name: "levels 0 to 255", found: ["levels"], setting: levels({ range: [0, 255], ...plain }) },
  { name: "levels 0 to 1", found: ["levels"], setting: levels({ range: [0, 1], ...plain }) },
  { name: "levels -1 to 1", found: ["levels"], setting: levels({ range: [-1, 1], ...plain }) },
  { name: "ImageNet's mean and std", found: ["levels"], setting: levels({ range: [0, 1], ...imageNet }) },
  {
    name: "Caffe's mean",
    found: ["levels"],
    setting: levels({ range: [0, 255], mean: [123.68, 116.779, 103.939], std: [1] }),
  },
  {
    name: "ImageNet's mean and std, levels not divided by 255",
    found: ["levels"],
    setting: levels({ range: [0, 255], ...imageNet }),
  },
  { name: "mean forgotten", found: ["levels"], setting: (right) => ({ ...right, mean: [0] }) },
  {
    name: "mean subtracted twice",
    found: ["levels"],
    setting: (right) => ({ ...right, mean: right.mean.map((one) => 2 * one) }),
  },
  {
    name: "channels in the other order and levels 0 to 1",
    found: ["levels", "channel-order"],
    setting: (right) => otherOrder(levels({ range: [0, 1], ...plain })(right)),
  },
  { name: "NHWC numbers in an NCHW tensor", found: ["layout"], setting: (right) => ({ ...right, layout: "NHWC" }) },
  { name: "softmax twice", found: ["softmax"], answers: (rows) => rows.map((row) => softmax(row)) },
  {
    name: "logits said to be probabilities",
    found: ["scale"],
    answers: (rows) => rows.map((row) => row.map((share) => Math.log(share + 1e-12) + 9)),
  },
  { name: "probabilities said to be logits", found: ["scale"], scale: "logit" },
  {
    name: "labels one place early",
    found: ["label-names"],
    labels: (all) => [...all.slice(1), all[0] ?? ""],
    needsNames: true,
  },
  {
    name: "labels one place late",
    found: ["label-names"],
    labels: (all) => [all.at(-1) ?? "", ...all.slice(0, -1)],
    needsNames: true,
  },
  { name: "labels in alphabetical order", found: ["label-names"], labels: (all) => [...all].sort(), needsNames: true },
  { name: "one label missing", found: ["label-count"], labels: (all) => all.slice(1) },
  { name: "one label too many", found: ["label-count"], labels: (all) => ["background", ...all] },
  {
    name: "noise of half a point in the answers",
    found: ["repeat"],
    answers: (rows, call) =>
      rows.map((row, i) => row.map((share, k) => share * (1 + 0.01 * Math.sin(1 + 97 * call + 31 * i + k)))),
  },
  {
    name: "a picture's answer mixed with its batch's",
    found: ["batch"],
    answers: (rows) =>
      rows.map((row) => row.map((share, k) => 0.9 * share + 0.1 * mean(rows.map((other) => other[k] ?? 0)))),
  },
  { name: "answers of a batch in the opposite order", found: ["batch"], answers: (rows) => [...rows].reverse() },
  {
    name: "squash instead of crop, or crop instead of squash",
    found: ["fit"],
    setting: (right) => ({ ...right, fit: right.fit === "crop" ? "squash" : "crop" }),
    needsNames: true,
    needsWide: true,
  },
]

/** @param {readonly number[]} row */
function softmax(row) {
  const powers = row.map((one) => Math.exp(one))
  const sum = powers.reduce((total, one) => total + one, 0)
  return powers.map((one) => one / sum)
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
