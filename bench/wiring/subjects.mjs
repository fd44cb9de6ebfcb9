import { tensorModel, tensorWriter } from "gridexplainer"
import { catalog, modelPath, readFile, readLabels } from "gridexplainer/node"
import { layerStatistics } from "gridexplainer/onnx"
import * as ort from "onnxruntime-node"
import { cachedSession } from "./cached-session.mjs"

/**
 * @typedef {import("gridexplainer").Classifier} Classifier
 * @typedef {import("gridexplainer").Preprocessing} Preprocessing
 * @typedef {import("./faults.mjs").Fault} Fault
 */

/**
 * A model of the catalog that can be wired in any way.
 *
 * @param {string} name
 */
export async function openSubject(name) {
  const entry = catalog.find((one) => one.name === name)
  if (entry === undefined) throw new RangeError(`no model is called ${name}`)
  const bytes = await readFile(await modelPath(name), { maxBytes: 2 ** 30 })
  const right = entry.preprocessing
  const labels =
    typeof entry.labels === "string"
      ? await readLabels(new URL(`../../assets/${entry.labels}`, import.meta.url))
      : entry.labels
  const { length, shape } = tensorWriter(right, 3)
  const scores = await session(bytes, { length, shape, columns: labels.length })
  const statistics = await layerStatistics(bytes)
  const layers = statistics === undefined ? undefined : await session(statistics.bytes, { length, shape })
  return {
    name,
    right,
    labels,
    computed: () => scores.computed() + (layers?.computed() ?? 0),
    /** @param {Partial<Fault>} fault */
    wired(fault = {}) {
      const preprocessing = fault.setting?.(right) ?? right
      let calls = 0
      const classifier = tensorModel({
        name,
        scale: "logit", // So that nothing is refused before it is checked.
        preprocessing,
        session: {
          ...scores,
          async run(batch, rows) {
            const reply = await scores.run(batch, rows)
            return fault.answers === undefined ? reply : { ...reply, data: changed(reply, fault.answers, calls++) }
          },
        },
      })
      return {
        classifier: { ...classifier, scale: fault.scale ?? "probability" },
        layers: layers && {
          classifier: tensorModel({ name: "layers", scale: "logit", preprocessing, session: layers }),
          channels: statistics?.channels ?? [],
        },
        labels: fault.labels?.(labels) ?? labels,
      }
    },
  }
}

/**
 * @param {import("gridexplainer").TensorReply} reply
 * @param {NonNullable<Fault["answers"]>} change
 * @param {number} call
 */
function changed({ data, columns }, change, call) {
  const rows = Array.from({ length: data.length / columns }, (_, row) => [
    ...data.subarray(row * columns, (row + 1) * columns),
  ])
  return Float32Array.from(change(rows, call).flat())
}

/**
 * @param {Uint8Array} bytes
 * @param {{ length: number, shape: readonly number[], columns?: number }} options
 */
async function session(bytes, { length, shape, columns }) {
  const model = await ort.InferenceSession.create(bytes, { logSeverityLevel: 3 })
  const [input = "", output = ""] = [model.inputNames[0], model.outputNames[0]]
  /** @param {Float32Array} batch @param {number} rows */
  const compute = async (batch, rows) => {
    const answer = (await model.run({ [input]: new ort.Tensor("float32", batch, [rows, ...shape]) }))[output]
    return /** @type {Float32Array} */ (answer?.data)
  }
  const known = columns ?? (await compute(new Float32Array(length), 1)).length
  return cachedSession(compute, { length, columns: known })
}
