import type { Preprocessing, Size } from "../../types.ts"

/** What an ONNX file says about itself. */
export interface OnnxFacts {
  /** Version of the standard operators. */
  readonly opset: number
  /** What wrote the file, with its version; empty where it does not say. */
  readonly producer: string
  readonly inputName: string
  readonly outputName: string
  readonly layout: Preprocessing["layout"]
  readonly channels?: 1 | 3
  /** Absent where the model takes pictures of several sizes. */
  readonly size?: Size
  /** Pictures a call: a fixed number, or any. */
  readonly batch: number | "dynamic"
  readonly classes?: number
  /** The last operator that changes a number; softmax and sigmoid make probabilities. */
  readonly endsWith: "softmax" | "sigmoid" | "logsoftmax" | "other"
}

export interface InspectOptions {
  /** Needed where the shape does not tell the channels' axis. */
  readonly layout?: Preprocessing["layout"]
  /** @default the first output */
  readonly output?: string
}
