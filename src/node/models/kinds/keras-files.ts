import { stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { kerasToOnnx } from "../../../models/keras/keras-to-onnx.ts"
import type { ModelKind } from "../model-kind.ts"
import { readKerasFiles } from "../read-keras-files.ts"
import { modelOptions, onnxBytes } from "./onnx-bytes.ts"
import { isAddress } from "./onnx-file.ts"

/** A Keras model in the TensorFlow.js layers format: its `model.json`, or the folder that holds it. */
export const kerasFiles: ModelKind = {
  name: "model.json or its folder",
  matches: async (where) => !isAddress(where) && (/\.json$/i.test(where) || (await isFolder(where))),
  async read(where, options) {
    const path = (await isFolder(where)) ? join(where, "model.json") : where
    const given = await modelOptions(options)
    const { sha256, ...files } = await readKerasFiles(path)
    return onnxBytes(await kerasToOnnx(files, given), { name: basename(dirname(resolve(path))), ...given, sha256 })
  },
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}
