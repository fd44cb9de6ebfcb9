import type * as protobuf from "@bufbuild/protobuf"
import type * as onnxBuf from "onnx-buf"
import { importOptional } from "../../import-optional.ts"
import { graphFacts, type InspectOptions, type OnnxFacts } from "./graph-facts.ts"
import { notOnnx, refuseOtherFiles } from "./not-onnx.ts"
import { refuseExternalData } from "./refuse-external-data.ts"
import { weighOnnx } from "./weigh-onnx.ts"

export interface ReadOnnx {
  readonly facts: OnnxFacts
  /**
   * The model written again from what was read, in a buffer of its own. Only this may go to a runtime: two readers can understand the same odd
   * bytes differently, and what a runtime sees must be what was checked. For files of the usual exporters the bytes are the same.
   */
  readonly rewrite: () => Uint8Array<ArrayBuffer>
}

/** Reads and checks an ONNX file, in TypeScript only; see `inspectOnnx` for the errors. */
export async function readOnnx(bytes: Uint8Array, options: InspectOptions = {}): Promise<ReadOnnx> {
  if (!ArrayBuffer.isView(bytes)) throw new TypeError("the model must be a Uint8Array, the bytes of an ONNX file")
  refuseOtherFiles(bytes)
  const reader = await loadReader()
  const model = parseOnnx(bytes, reader)
  return {
    facts: graphFacts(model, options),
    rewrite() {
      const written = reader.toBinary(reader.ModelProtoSchema, model)
      refuseOtherFiles(written)
      return written
    },
  }
}

/** Parses the message in the bytes, after the checks that need no graph. */
export function parseOnnx(bytes: Uint8Array, { fromBinary, ModelProtoSchema }: OnnxReader): onnxBuf.ModelProto {
  refuseOtherFiles(bytes)
  weighOnnx(bytes, ModelProtoSchema)
  const model = parse(() => fromBinary(ModelProtoSchema, bytes))
  refuseExternalData(model)
  return model
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw notOnnx(undefined, { cause })
  }
}

/** What reads, creates and writes ONNX messages: two packages in one object. */
export type OnnxReader = typeof protobuf & typeof onnxBuf

/** Loads the packages that read ONNX files. Throws GridExplainerError `MISSING_PACKAGE` if they are not installed. */
export async function loadReader(): Promise<OnnxReader> {
  const messages = await importOptional("@bufbuild/protobuf", () => import("@bufbuild/protobuf"))
  return { ...messages, ...(await importOptional("onnx-buf", () => import("onnx-buf"))) }
}
