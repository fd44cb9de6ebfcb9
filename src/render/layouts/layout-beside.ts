import type { Page } from "../draw/page.ts"
import type { Sketch } from "../draw/sketch.ts"
import { answerPage } from "./answer-page.ts"

/** The photo beside its map, or above it on a narrow page; without a photo the map alone. */
export function layoutBeside(sketch: Sketch, width?: number): Page {
  return answerPage(sketch, { photo: sketch.photo !== undefined, width })
}
