import { chooseQuestion } from "../evidence/choose-question.ts"
import { type ExplainOptions, explain } from "../explain.ts"
import type { Explanation } from "../explanation.ts"
import { viewOf } from "../reading/view.ts"
import { type GridOptions, grid } from "../regions/grid.ts"
import type { TargetOption } from "../scoring/resolve-targets.ts"
import type { Classifier, Image } from "../types.ts"
import { type SaveExplanationOptions, saveExplanation } from "./files/save-explanation.ts"
import { readImage } from "./pictures/read-image.ts"
import { type DrawExplanationOptions, drawExplanation } from "./pictures/sharp-codec.ts"

/** What is asked about every picture. */
export interface GridExplainerOptions
  extends Omit<ExplainOptions, "picture" | "signal" | "onProgress" | "onStage" | "onPartial"> {
  /** The grid: one number for rows and columns, or the options of `grid`. @default 8 */
  readonly gridSize?: number | GridOptions
}

/** Options that may differ from picture to picture. */
export interface ExplainPictureOptions extends Pick<ExplainOptions, "signal" | "onProgress" | "onStage" | "onPartial"> {
  /** What to explain. @default the model's own answer */
  readonly target?: TargetOption
}

/** An explanation with its picture: everything that is needed to draw and save it. */
export interface ExplainedPicture {
  /** The whole record: plain data, to be saved, drawn and compared. */
  readonly record: Explanation
  /** What is explained, and its score for the untouched picture. */
  readonly target: Explanation["target"]
  /** The attribution in front: one number per region, in points of the score; NaN for a region that was not asked about. */
  readonly effects: readonly number[]
  /** The picture that was explained, to be drawn under the explanation. */
  readonly photo: Image
  /** Notes on how the picture was read, in plain words: see `readImage`. Empty for an ordinary photo. */
  readonly notes: readonly string[]
  /** Draws it as an SVG document: see `drawExplanation`. */
  draw(options?: Omit<DrawExplanationOptions, "photo">): Promise<string>
  /** Saves it in the format of the file's ending: see `saveExplanation`. */
  save(path: string, options?: Omit<SaveExplanationOptions, "photo">): Promise<void>
}

/**
 * The API in three lines: choose a model and a grid, explain a picture, draw it. What `explain` returns can be drawn and saved on its own, so several
 * pictures may be explained at once.
 *
 * @example
 * ```ts
 * import { GridExplainer, loadModel } from "gridexplainer/node"
 * const model = await loadModel()
 * const explainer = new GridExplainer(model, { gridSize: 2, evidence: "none" })
 * const explained = await explainer.explain("examples/coffee.png")
 * explained.target.label // => "espresso"
 * explained.effects.length // => 4
 * await explained.save("explanation.svg")
 * await model.dispose?.()
 * ```
 */
export class GridExplainer {
  readonly #model: Classifier
  readonly #options: Omit<GridExplainerOptions, "gridSize">
  #last: ExplainedPicture | undefined

  /** @throws RangeError for invalid options, such as both `gridSize` and `regions`. */
  constructor(model: Classifier, options: GridExplainerOptions = {}) {
    const { gridSize, ...rest } = options
    if (gridSize !== undefined && rest.regions !== undefined)
      throw new RangeError("give gridSize or regions, not both: a grid is one way to cut a picture into regions")
    chooseQuestion(rest)
    this.#model = model
    this.#options = gridSize === undefined ? rest : { ...rest, regions: grid(gridSize) }
  }

  /**
   * Explains a picture: a path, the bytes of a picture file, or pixels.
   *
   * @throws GridExplainerError when the picture cannot be read or the model fails; RangeError for invalid options; `signal.reason` on abort.
   */
  async explain(picture: string | Uint8Array | Image, options: ExplainPictureOptions = {}): Promise<ExplainedPicture> {
    const {
      image: photo,
      notes,
      ...facts
    } = isImage(picture) ? { image: picture, notes: [] } : await readImage(picture)
    const record = await explain(this.#model, photo, { ...this.#options, ...options, picture: facts })
    const explained: ExplainedPicture = {
      ...{ record, target: record.target, effects: viewOf(record).effects, photo, notes },
      draw: (drawing = {}) => drawExplanation(record, { ...drawing, photo }),
      save: (path, drawing = {}) => saveExplanation(path, record, { ...drawing, photo }),
    }
    this.#last = explained
    return explained
  }

  /**
   * Saves the explanation that was finished last: `.png` or `.svg` draws it, `.json` is the record; see `saveExplanation` for the other endings.
   *
   * @throws TypeError before anything was explained; GridExplainerError when the file cannot be written.
   */
  async visualize(path: string): Promise<void> {
    if (this.#last === undefined) throw new TypeError("visualize needs an explanation: call explain first")
    await this.#last.save(path)
  }
}

function isImage(picture: string | Uint8Array | Image): picture is Image {
  return typeof picture === "object" && "channels" in picture
}
