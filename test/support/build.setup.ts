import { buildIfStale } from "../../scripts/build.mjs"

/** The command, the ONNX worker and the documentation examples are tested as built files. */
export async function setup(): Promise<void> {
  await buildIfStale()
}
