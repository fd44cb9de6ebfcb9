import { stat } from "node:fs/promises"
import { basename } from "node:path"
import { readFile } from "../../files/read-file.ts"
import { sha256Of } from "../../files/sha256-of.ts"
import type { ModelKind } from "../model-kind.ts"
import { checkOnnxHead } from "./check-onnx-head.ts"
import { modelOptions, onnxBytes } from "./onnx-bytes.ts"

/** The largest file that ONNX's format allows. */
const MAX_BYTES = 2 ** 31

/** An ONNX file. A name that looks like a path, or is one, is taken as its path. */
export const onnxFile: ModelKind = {
  name: ".onnx file",
  matches: async (where) => !isAddress(where) && (/[\\/]|\.onnx$/i.test(where) || (await exists(where))),
  async read(where, options) {
    const given = await modelOptions(options)
    const bytes = await readFile(where, { what: "model", maxBytes: MAX_BYTES, judge: checkOnnxHead })
    return onnxBytes(bytes, { name: basename(where), ...given, sha256: sha256Of(bytes) })
  },
}

export function isAddress(where: string): boolean {
  return /^\w+:\/\//.test(where)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
