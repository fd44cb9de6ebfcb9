import type { Page } from "../draw/page.ts"
import type { Sketch } from "../draw/sketch.ts"
import { answerPage } from "./answer-page.ts"

/** The map with its words, without the photo beside it. */
export function layoutAlone(sketch: Sketch, width?: number): Page {
  return answerPage({ ...sketch, tried: {} }, { photo: false, width })
}
