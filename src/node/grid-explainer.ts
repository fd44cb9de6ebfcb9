import type { EvidenceOptions } from "../evidence/evidence-options.ts"
import { explainWithEvidence } from "../evidence/explain-with-evidence.ts"
import type { EvidencePlan } from "../evidence/plan-evidence.ts"
import type { EvidenceLevel } from "../evidence-record.ts"
import { type ExplainOptions, explain } from "../explain.ts"
import type { Explanation } from "../explanation.ts"
import { type GridOptions, grid } from "../regions/grid.ts"
import type { TargetOption } from "../scoring/resolve-targets.ts"
import type { Classifier, Image } from "../types.ts"
import { saveExplanation } from "./files/save-explanation.ts"
import { type Photo, readImage } from "./pictures/read-image.ts"

export interface GridExplainerOptions extends Omit<ExplainOptions, "regions" | "picture"> {
  /** Rows and columns. @default 8 */
  readonly gridSize?: number | GridOptions
  /**
   * How much is asked so that effects can be told from noise: a level, or the record of options that it stands for. `none` hides each region once and
   * asks nothing else; on an 8 x 8 grid that is 65 pictures, and `standard` at most 400.
   * @default "none"
   */
  readonly evidence?: "none" | EvidenceLevel | EvidencePlan
  /** What replaces hidden pixels where there is evidence, in turn. Default: `fill` where it is given, else those of `explainWithEvidence`. */
  readonly fills?: EvidenceOptions["fills"]
}

/** What may differ from picture to picture. */
export interface ExplainPictureOptions extends Pick<EvidenceOptions, "signal" | "onProgress" | "onStage"> {
  readonly target?: TargetOption
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
  #notes: readonly string[] = []

  /** @throws RangeError for options that would do nothing: `fills` without evidence, a `design` with it. */
  constructor(model: Classifier, options: GridExplainerOptions = {}) {
    const { evidence = "none", design, fills } = options
    if (evidence === "none" && fills !== undefined)
      throw new RangeError('fills goes with evidence, such as evidence: "standard"; without it there is one fill')
    if (evidence !== "none" && design !== undefined)
      throw new RangeError(`design goes without evidence, which hides one region at a time and many, got ${design}`)
    this.#model = model
    this.#options = options
  }

  /** What to know about how the last picture was read, in plain words: see `readImage`. Empty for an ordinary photo. */
  get notes(): readonly string[] {
    return this.#notes
  }

  /**
   * Explains a picture: a path, the bytes of a picture file, or pixels.
   *
   * @throws GridExplainerError when the picture cannot be read or the model fails; RangeError for options that cannot be.
   */
  async explain(picture: string | Uint8Array | Image, options: ExplainPictureOptions = {}): Promise<Explanation> {
    const photo = isImage(picture) ? { image: picture, notes: [] } : await readImage(picture)
    this.#notes = photo.notes
    const explanation = await this.#ask(photo, options)
    this.#last = { explanation, photo: photo.image }
    return explanation
  }

  /**
   * Saves the last explanation to a file: `.png` or `.svg` draws it, `.json` is the record; see `saveExplanation` for the other endings.
   *
   * @throws TypeError before anything was explained; GridExplainerError when the file cannot be written.
   */
  async visualize(path: string): Promise<void> {
    if (this.#last === undefined) throw new TypeError("visualize needs an explanation: call explain first")
    await saveExplanation(path, this.#last.explanation, { photo: this.#last.photo })
  }

  #ask(
    { image, ...picture }: Pick<Photo, "image"> & Partial<Photo>,
    options: ExplainPictureOptions,
  ): Promise<Explanation> {
    const { gridSize = 8, evidence = "none", fill, fills, ...rest } = this.#options
    const common = { ...rest, ...options, regions: grid(gridSize), picture }
    if (evidence === "none") return explain(this.#model, image, { ...common, ...(fill === undefined ? {} : { fill }) })
    const hiding = fills ?? (fill === undefined ? undefined : [fill])
    return explainWithEvidence(this.#model, image, {
      ...common,
      evidence,
      ...(hiding === undefined ? {} : { fills: hiding }),
    })
  }
}

function isImage(picture: string | Uint8Array | Image): picture is Image {
  return typeof picture === "object" && "channels" in picture
}
