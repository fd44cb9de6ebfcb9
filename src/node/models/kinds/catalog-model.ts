import { catalog } from "../../../models/catalog.ts"
import type { PreprocessingOption } from "../../../models/preprocessing-presets.ts"
import type { Preprocessing } from "../../../types.ts"
import { assetUrl } from "../asset-url.ts"
import { findModel } from "../find-model.ts"
import type { ModelKind } from "../model-kind.ts"
import { obtainModel } from "../obtain-model.ts"
import { readLabels } from "../read-labels.ts"
import { modelOptions, onnxBytes } from "./onnx-bytes.ts"

/** A model that the catalog names: inside this package, or fetched once. */
export const catalogModel: ModelKind = {
  name: "name of the catalog",
  matches: (where) => catalog.some(({ name }) => name === where),
  async read(where, options) {
    const entry = findModel(where)
    const { bytes } = await obtainModel(entry, options)
    const { name, scale, sha256, caution } = entry
    const given = await modelOptions(options)
    const labels = typeof entry.labels === "string" ? await readLabels(assetUrl(entry.labels)) : entry.labels
    const preprocessing = changed(entry.preprocessing, options.preprocessing)
    const warned = caution === undefined ? {} : { caution }
    return onnxBytes(bytes, { name, scale, labels, ...warned, ...given, preprocessing, sha256 })
  },
}

/** An object changes only the fields that it has, such as `{ fit: "pad" }`; a preset replaces everything but the size and the layout. */
function changed(own: Preprocessing, given: PreprocessingOption | undefined): PreprocessingOption {
  return typeof given === "object" && given.preset === undefined ? { ...own, ...given } : (given ?? own)
}
