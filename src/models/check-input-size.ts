import { GridExplainerError } from "../errors.ts"
import type { Size } from "../types.ts"

/** The longest side of a model's input that is allowed, in pixels. */
export const longestSide: number = 4096

/** How many numbers one model call may take or return: 64 MiB of them. */
export const mostNumbers: number = 2 ** 24

/** The most classes of a model; the largest published models have some twenty thousand. */
export const mostClasses: number = 2 ** 20

/** What a model states about its size. */
export interface ModelSize {
  readonly size?: Size | undefined
  /** Channels of its input. @default 3 */
  readonly channels?: number | undefined
  /** Pictures per call, if that is fixed. @default 1 */
  readonly batch?: number | "dynamic" | undefined
  readonly classes?: number | undefined
}

/**
 * Throws for a model whose pictures, batches or answers are so large that a few bytes of a file would take gigabytes of memory. Nothing is allocated
 * before the check.
 *
 * @throws GridExplainerError MODEL_UNSUPPORTED with the number and the bound.
 */
export function checkInputSize({ size, channels = 3, batch = 1, classes = 1 }: ModelSize): void {
  const { width, height } = size ?? { width: 1, height: 1 }
  const count = batch === "dynamic" ? 1 : batch
  if (Math.max(width, height) > longestSide)
    throw tooLarge(`the model takes pictures of ${width} x ${height} pixels, at most ${longestSide} a side work`)
  if (classes > mostClasses) throw tooLarge(`the model answers ${classes} classes, at most ${mostClasses} work`)
  const calls = count === 1 ? "a picture" : `${count} pictures per call`
  const taken = count * width * height * channels
  if (taken > mostNumbers)
    throw tooLarge(
      `the model takes ${calls} of ${width} x ${height} pixels, which are ${taken} numbers, at most ${mostNumbers} work`,
    )
  const given = count * classes
  if (given > mostNumbers)
    throw tooLarge(`the model answers ${calls} with ${given} scores at once, at most ${mostNumbers} work`)
}

function tooLarge(problem: string): GridExplainerError {
  return new GridExplainerError("MODEL_UNSUPPORTED", problem, {
    nextStep: "Export it for smaller pictures or batches.",
  })
}
