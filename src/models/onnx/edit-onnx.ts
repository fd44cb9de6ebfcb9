import type { ModelProto } from "onnx-buf"
import { loadReader, type OnnxReader, parseOnnx } from "./read-onnx.ts"

/**
 * Reads a model, lets `change` change the message in place, and writes it again.
 *
 * @throws GridExplainerError as `inspectOnnx` does, and whatever `change` throws.
 */
export async function editOnnx(
  bytes: Uint8Array,
  change: (model: ModelProto, reader: OnnxReader) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = await loadReader()
  const model = parseOnnx(bytes, reader)
  change(model, reader)
  return reader.toBinary(reader.ModelProtoSchema, model)
}
