import type { TensorProto } from "onnx-buf"
import { GridExplainerError } from "../../errors.ts"

/**
 * Throws if the data of any tensor of a parsed ONNX message lies outside the file, wherever the tensor is: in an initializer, a sparse one, an
 * attribute, a list of these, a sub-graph, a function or a training graph. Following such a path would let a model read the host's files
 * (CVE-2022-25882, CVE-2024-27318). Also throws for a field that this version of ONNX does not have, since a tensor may hide there.
 */
export function refuseExternalData(message: object): void {
  if ("$typeName" in message && message.$typeName === "onnx.TensorProto") refuseTensor(message as TensorProto)
  if ("$unknown" in message) {
    throw new GridExplainerError("MODEL_UNSUPPORTED", "the model has parts that ONNX 1.20 does not know", {
      nextStep: "Export it with an older opset.",
    })
  }
  for (const value of Object.values(message)) {
    if (Array.isArray(value)) value.forEach(refuseInside)
    else refuseInside(value)
  }
}

function refuseInside(value: unknown): void {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) refuseExternalData(value)
}

/** A `data_location` without a path, or a path without it, is refused too: readers differ in which of the two they follow. */
function refuseTensor({ name, dataLocation, externalData }: TensorProto): void {
  if ((dataLocation as number) === 0 && externalData.length === 0) return
  const path = externalData.find(({ key }) => key === "location")?.value
  throw new GridExplainerError(
    "MODEL_EXTERNAL_DATA",
    `the weights must lie inside the model file, but tensor ${JSON.stringify(name)} points to ${path === undefined ? "another file" : JSON.stringify(path)}`,
    { nextStep: "Save the model as one file (onnx.save_model with save_as_external_data=False)." },
  )
}
