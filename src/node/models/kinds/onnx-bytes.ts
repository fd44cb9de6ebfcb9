import type { KerasModelOptions } from "../../../models/keras/keras-model.ts"
import { layerStatistics } from "../../../models/onnx/layer-statistics.ts"
import { type OnnxModelOptions, onnxModel } from "../../../models/onnx/onnx-model.ts"
import { shuffleLastLayer } from "../../../models/onnx/shuffle-last-layer.ts"
import type { LoadModelOptions, ReadModel } from "../model-kind.ts"
import { readLabels } from "../read-labels.ts"

/** What a model of any kind can do once it is one ONNX file. */
export function onnxBytes(bytes: Uint8Array, options: OnnxModelOptions): ReadModel {
  const { labels, scale, preprocessing, ...fixed } = options
  const { name, runtime, isolate } = fixed
  const isSession = typeof runtime === "object" && !("InferenceSession" in runtime)
  return {
    declared: {
      ...(labels === undefined ? {} : { labels }),
      ...(scale === undefined ? {} : { scale }),
      ...(preprocessing === undefined ? {} : { preprocessing }),
    },
    open: (settings) => onnxModel(bytes, { ...fixed, ...settings }),
    async layers({ description }) {
      const seen = description?.preprocessing
      // A caller's session computes one graph only.
      const statistics = seen === undefined || isSession ? undefined : await layerStatistics(bytes)
      if (seen === undefined || statistics === undefined) return undefined
      const classifier = await onnxModel(statistics.bytes, {
        name: `${name}, first layers`,
        preprocessing: seen,
        scale: "logit",
        ...(runtime === undefined ? {} : { runtime }),
        ...(isolate === undefined ? {} : { isolate }),
      })
      return { classifier, channels: statistics.channels }
    },
    shuffled: async (seed) => onnxModel(await shuffleLastLayer(bytes, { seed }), options),
  }
}

/** The options for the model itself: without those for fetching it, and with its labels read. */
export async function modelOptions(options: LoadModelOptions): Promise<Partial<KerasModelOptions>> {
  const { cacheDirectory: _c, registry: _r, retries: _t, timeout: _d, onProgress: _p, labels, ...rest } = options
  if (labels === undefined) return rest
  return { ...rest, labels: typeof labels === "string" ? await readLabels(labels) : labels }
}
