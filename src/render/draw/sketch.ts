import { smoothMap } from "../../attribution/smooth-map.ts"
import type { FoundSet } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { type MappedEffects, saliencyMap } from "../../reading/saliency-map.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { type RegionView, type View, viewOf } from "../../reading/view.ts"
import { scaleEnd } from "../color/color.ts"
import { colorEnd } from "../color/color-end.ts"
import { type PaletteName, paletteNames } from "../color/palettes.ts"
import { type Theme, type ThemeName, themes } from "../color/themes.ts"
import { type GivenPart, givenPart } from "./given-part.ts"

/** How explanations look, in any layout. */
export interface DrawingOptions {
  /** A light or dark page. @default "light" */
  readonly theme?: ThemeName
  /** Colours of plus and minus. @default "PuOr" */
  readonly palette?: PaletteName
  /**
   * `points`: signed points of the score. `original`: the look of the original GridExplainer, with sizes from 0 to 100, where 100 is the largest, and no signs.
   * @default "points"
   */
  readonly style?: "points" | "original"
  /**
   * `exact` draws one colour per square, or per pixel if regions overlap; `smooth` blends between the middles of neighbours.
   * @default "exact"
   */
  readonly map?: "exact" | "smooth"
  /** Whether measured squares show their number, if there is room. @default true */
  readonly numbers?: boolean
}

/** A picture as a `data:image/png;base64,` or `data:image/jpeg;base64,` address. */
export interface EmbeddedPicture {
  readonly href: string
}

/** What the model was shown: the picture with only the set that is enough, without the set that is needed, and the steps of the strip. */
export interface TriedPictures {
  readonly enough?: EmbeddedPicture
  readonly needed?: EmbeddedPicture
  /** One per step. */
  readonly strip?: readonly EmbeddedPicture[]
}

/** What all parts of the drawing of one explanation share; made once. */
export interface Sketch {
  readonly view: View
  /** The record of the view, as if its picture were only the part that is drawn. */
  readonly explanation: Explanation
  /** Where the drawn part lies in the picture; absent if all of it is drawn. */
  readonly part?: GivenPart
  /**
   * What the map paints: one number per region of a grid, or per pixel that the model saw. If evidence tells effects from noise, 0 for effects within the
   * noise.
   */
  readonly values: ArrayLike<number>
  /** What evidence says about each region; absent without evidence, and in the original's look. */
  readonly shown?: readonly RegionView[]
  /** The set that is enough, if it is small enough that a line around it can be followed. */
  readonly enough?: FoundSet
  /** The effect at the ends of the colour scale. */
  readonly end: number
  readonly palette: PaletteName
  readonly theme: Theme
  readonly style: "points" | "original"
  readonly map: "exact" | "smooth"
  readonly numbers: boolean
  readonly photo: EmbeddedPicture | undefined
  readonly tried: TriedPictures
  /** The most decimals in squares; if absent, as many as fit. */
  readonly decimals?: number
  /** The largest font size of numbers in squares. @default 22 */
  readonly numberSize?: number
  /** Prefix of the id of each part, so that one page may contain two drawings. */
  readonly id: string
}

/**
 * Checks what will be drawn, and works out what all parts of the drawing share.
 *
 * @throws {RangeError} if there is not one effect per region, and for unknown names or a photo that is not a PNG or JPEG `data:` address.
 */
export function makeSketch(
  of: Explanation | View,
  options: DrawingOptions & {
    readonly photo?: EmbeddedPicture | undefined
    readonly tried?: TriedPictures | undefined
    /** Whether a line is drawn around the set that is enough. @default true */
    readonly sets?: boolean
    /** Whether only the part of the picture that the model was given is drawn. @default false */
    readonly cut?: boolean
  },
): Sketch {
  const view = viewOf(of)
  const { effects, record } = view
  const { regions, evidence } = record
  if (effects.length !== regions.boxes.length || effects.length === 0)
    throw new RangeError(`expected one effect for each of ${regions.boxes.length} regions, got ${effects.length}`)
  const {
    theme = "light",
    palette = "PuOr",
    style = "points",
    map = "exact",
    numbers = true,
    photo,
    tried = {},
  } = options
  checkName("theme", theme, Object.keys(themes))
  checkName("palette", palette, paletteNames)
  checkName("style", style, ["points", "original"])
  checkName("map", map, ["exact", "smooth"])
  checkPicture("photo", photo)
  checkPicture("enough", tried.enough)
  checkPicture("needed", tried.needed)
  for (const step of tried.strip ?? []) checkPicture("strip", step)
  const shown = style === "original" || !view.judged ? undefined : view.regions
  const values = valuesOf({ record, effects: shown?.map(({ colored }) => colored) ?? effects }, map)
  const enough = shown === undefined || options.sets === false ? undefined : smallSet(evidence?.sets?.enough)
  return {
    view,
    ...(options.cut === true ? givenPart(record) : { explanation: record }),
    values,
    end: shown === undefined ? scaleEnd(values, scaleOf(record)) : colorEnd(view),
    ...(shown === undefined ? {} : { shown }),
    ...(enough === undefined ? {} : { enough }),
    palette,
    theme: themes[theme],
    ...{ style, map, numbers, photo, tried },
    id: `gx-${fingerprint(JSON.stringify([record, view.attribution, palette, style, map, numbers]))}`,
  }
}

/** The most regions of a set that is outlined: a line around more of them looks like a shape of its own. */
const mostOutlined = 8

function smallSet(set: FoundSet | null | undefined): FoundSet | undefined {
  return set !== null && set !== undefined && set.regions.length <= mostOutlined ? set : undefined
}

/** One value per region of a grid, or per pixel. */
function valuesOf(mapped: MappedEffects, map: Sketch["map"]): ArrayLike<number> {
  const isGrid = mapped.record.regions.layout.kind === "grid"
  return isGrid && map === "exact" ? mapped.effects : pixelValues(mapped, map)
}

/** One value per pixel that the model saw. */
export function pixelValues(mapped: MappedEffects, map: DrawingOptions["map"]): Float64Array {
  const { regions, seen } = mapped.record
  return map === "smooth" ? smoothMap(mapped.effects, { ...regions, size: seen.size }) : saliencyMap(mapped)
}

/** @throws {RangeError} for a picture that is not embedded. */
export function checkPicture(name: string, picture: EmbeddedPicture | undefined): void {
  if (picture !== undefined && !/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(picture.href))
    throw new RangeError(
      `${name} must be a data:image/png or data:image/jpeg address, got ${picture.href.slice(0, 40)}`,
    )
}

function checkName(what: string, got: string, names: readonly string[]): void {
  if (!names.includes(got)) throw new RangeError(`${what} must be ${names.join(" or ")}, got ${got}`)
}

/** FNV-1a over UTF-16 units. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
