import { type ExplainOptions, explain } from "../explain.ts"
import type { Explanation } from "../explanation.ts"
import { type GridOptions, grid } from "../regions/grid.ts"
import type { TargetOption } from "../scoring/resolve-targets.ts"
import type { Classifier, Image } from "../types.ts"
import { readImage } from "./read-image.ts"
import { saveExplanation } from "./save-explanation.ts"

export interface GridExplainerOptions extends Omit<ExplainOptions, "regions" | "picture"> {
  /** Rows and columns. @default 8 */
  readonly gridSize?: number | GridOptions
}

/**
 * The three-line front door: a model and a grid, then explain a picture, then draw it.
 *
 * @example
 * ```ts
 * import { GridExplainer, loadModel } from "gridexplainer/node"
 * const model = await loadModel()
 * const explainer = new GridExplainer(model, { gridSize: 2 })
 * const explanation = await explainer.explain("examples/coffee.png")
 * explanation.target.label // => "espresso"
 * await model.dispose?.()
 * ```
 */
export class GridExplainer {
  readonly #model: Classifier
  readonly #options: GridExplainerOptions
  #last: { readonly explanation: Explanation; readonly photo: Image } | undefined

  constructor(model: Classifier, options: GridExplainerOptions = {}) {
    this.#model = model
    this.#options = options
  }

  /**
   * Explains a picture: a path, the bytes of a picture file, or pixels.
   *
   * @throws GridExplainerError when the picture cannot be read or the model fails; RangeError for options that cannot be.
   */
  async explain(
    picture: string | Uint8Array | Image,
    options: Pick<ExplainOptions, "signal" | "onProgress"> & { readonly target?: TargetOption } = {},
  ): Promise<Explanation> {
    const { gridSize = 8, ...rest } = this.#options
    const photo = isImage(picture) ? { image: picture } : await readImage(picture)
    const { image, ...file } = photo
    const explanation = await explain(this.#model, image, {
      ...rest,
      ...options,
      regions: grid(gridSize),
      picture: file,
    })
    this.#last = { explanation, photo: image }
    return explanation
  }

  /**
   * Draws the last explanation to a file: `.png` or `.svg` for people, `.json` for the record.
   *
   * @throws TypeError before anything was explained; GridExplainerError when the file cannot be written.
   */
  async visualize(path: string): Promise<void> {
    if (this.#last === undefined) throw new TypeError("visualize needs an explanation: call explain first")
    await saveExplanation(path, this.#last.explanation, { photo: this.#last.photo })
  }
}

function isImage(picture: string | Uint8Array | Image): picture is Image {
  return typeof picture === "object" && "channels" in picture
}
