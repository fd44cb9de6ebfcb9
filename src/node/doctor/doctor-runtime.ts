import { explain } from "../../explain.ts"
import type { Explanation } from "../../explanation.ts"
import { grid } from "../../regions/grid.ts"
import type { Image } from "../../types.ts"
import { loadModel } from "../models/load-model.ts"

/** How a build of ONNX Runtime performs with the embedded model. */
export interface RuntimeCheck {
  readonly name: "native" | "wasm"
  readonly works: boolean
  /** The runtime with its version. */
  readonly runtime?: string
  readonly loadMilliseconds?: number
  /** How many pictures the model answers per second. */
  readonly picturesPerSecond?: number
  readonly answer?: { readonly label: string; readonly score: number }
  /** Why it does not work; absent if it does. */
  readonly problem?: string
}

/** What the embedded model answers to `knownPicture`, the same in both builds to four digits. */
export const knownAnswer = { label: "honeycomb", score: 0.765 } as const

/** Other processors round differently; a wrong computation is off by more than this. */
const TOLERANCE = 0.03

/** Loads the embedded model in a runtime, asks it about a picture that is made here, and measures the time. */
export async function testRuntime(
  name: RuntimeCheck["name"],
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<RuntimeCheck> {
  const { signal } = options
  try {
    const began = performance.now()
    const classifier = await loadModel(undefined, { runtime: name })
    const loadMilliseconds = performance.now() - began
    try {
      const { top } = await explain(classifier, knownPicture(), { regions: grid(1), signal, evidence: "none" }) // Also warms the model up.
      const start = performance.now()
      const { asked } = await explain(classifier, knownPicture(), {
        regions: grid(4),
        batchSize: 4,
        signal,
        evidence: "none",
      })
      const picturesPerSecond = (1000 * asked) / (performance.now() - start)
      const runtime = classifier.description?.runtime ?? name
      return { name, runtime, loadMilliseconds, picturesPerSecond, ...judged(top) }
    } finally {
      await classifier.dispose?.()
    }
  } catch (error) {
    signal?.throwIfAborted()
    return { name, works: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

function judged(top: Explanation["top"]): Pick<RuntimeCheck, "works" | "answer" | "problem"> {
  const { label, score } = top[0]!
  const works = label === knownAnswer.label && Math.abs(score - knownAnswer.score) <= TOLERANCE
  const problem = `the embedded model should answer ${knownAnswer.label}, ${knownAnswer.score}, got ${label}, ${score}`
  return { works, answer: { label, score }, ...(works ? {} : { problem }) }
}

/** Yellow ripples, 224 x 224 pixels, which the model takes for a honeycomb. */
function knownPicture(): Image {
  const side = 224
  const data = new Uint8ClampedArray(3 * side * side) // Red goes over 255.
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const ripple = Math.sin(x / 6) * Math.cos(y / 6)
      data.set([230 - 40 * ripple, 150 - 60 * ripple, 20], 3 * (y * side + x))
    }
  return { width: side, height: side, channels: 3, data }
}
