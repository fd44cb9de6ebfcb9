import { type MappedEffects, saliencyMap } from "../../attribution/saliency-map.ts"
import { smoothMap } from "../../attribution/smooth-map.ts"
import type { FoundSets } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { measurableEffects, type RegionView, type View, viewOf } from "../../reading/view.ts"
import { scaleEnd } from "../color/color.ts"
import { colorEnd } from "../color/color-end.ts"
import { type PaletteName, paletteNames } from "../color/palettes.ts"
import { type Theme, type ThemeName, themes } from "../color/themes.ts"

/** How explanations look, whatever the layout. */
export interface DrawingOptions {
  /** @default "light" */
  readonly theme?: ThemeName
  /** Colours of plus and minus. @default "PuOr" */
  readonly palette?: PaletteName
  /**
   * Signed points of the score, or the look of the original GridExplainer: sizes from 0 to 100, where 100 is the largest, without signs.
   * @default "points"
   */
  readonly style?: "points" | "original"
  /**
   * `exact` draws one colour a square, or a pixel where regions overlap; `smooth` blends between the middles of neighbours, with the outline of
   * the strongest area.
   * @default "exact"
   */
  readonly map?: "exact" | "smooth"
}

/** A picture as a `data:image/png;base64,` or `data:image/jpeg;base64,` address. */
export interface EmbeddedPicture {
  readonly href: string
}

/** What drawing one explanation needs to know; made once, used by every part of the drawing. */
export interface Sketch {
  readonly view: View
  /** The record of the view. */
  readonly explanation: Explanation
  /**
   * What the colours stand for: the effects of a grid, or one value a pixel that the model saw. Where evidence tells effects from noise: those that are
   * none.
   */
  readonly values: ArrayLike<number>
  /** What the map paints: one number a region of a grid, or a pixel; paler than `values` where evidence says how sure they are. */
  readonly painted: ArrayLike<number>
  /** What evidence says of each region; absent where there is none, and in the original's look. */
  readonly shown?: readonly RegionView[]
  /** The sets that are drawn. */
  readonly sets?: FoundSets
  /** The effect at the ends of the colour scale. */
  readonly end: number
  readonly palette: PaletteName
  readonly theme: Theme
  readonly style: "points" | "original"
  readonly map: "exact" | "smooth"
  readonly photo: EmbeddedPicture | undefined
  /** At most so many decimals in squares; as many as fit where absent. */
  readonly decimals?: number
  /** The font size of numbers in squares at most. @default 22 */
  readonly numberSize?: number
  /** Begins the name of each part, so that two drawings may stand in one page. */
  readonly id: string
}

/**
 * Checks what is to be drawn, and works out what all parts of the drawing share.
 *
 * @throws {RangeError} for effects that are not one a region, unknown names, or a photo that is not a PNG or JPEG data address.
 */
export function makeSketch(
  of: Explanation | View,
  options: DrawingOptions & {
    readonly photo?: EmbeddedPicture | undefined
    /** Whether sets are drawn where the record has them. @default true */
    readonly sets?: boolean
  },
): Sketch {
  const view = viewOf(of)
  const { effects, record: explanation } = view
  const { regions, evidence } = explanation
  if (effects.length !== regions.boxes.length || effects.length === 0)
    throw new RangeError(`expected one effect for each of ${regions.boxes.length} regions, got ${effects.length}`)
  const { theme = "light", palette = "PuOr", style = "points", map = "exact", photo } = options
  checkName("theme", theme, Object.keys(themes))
  checkName("palette", palette, paletteNames)
  checkName("style", style, ["points", "original"])
  checkName("map", map, ["exact", "smooth"])
  checkPicture("photo", photo)
  const shown = style === "original" || !view.judged ? undefined : view.regions
  const sets = shown === undefined || options.sets === false ? undefined : evidence?.sets
  return {
    view,
    explanation,
    ...(shown === undefined ? plainValues(view, map) : sureValues(view, { shown, map })),
    ...(sets === undefined ? {} : { sets }),
    palette,
    theme: themes[theme],
    style,
    map,
    photo,
    id: `gx-${fingerprint(JSON.stringify([explanation, view.attribution, palette, style, map]))}`,
  }
}

type Values = Pick<Sketch, "values" | "painted" | "end">

function plainValues(view: View, map: Sketch["map"]): Values {
  const values = valuesOf(view, map)
  return { values, painted: values, end: scaleEnd(values, scaleOf(view.record)) }
}

/** Values of which each is known to be more than noise; colours end at the strongest. */
function sureValues(
  view: View,
  { shown, map }: { readonly shown: readonly RegionView[]; readonly map: Sketch["map"] },
): Values & Pick<Sketch, "shown"> {
  const painted = valuesOf({ record: view.record, effects: shown.map(({ colored }) => colored) }, map)
  return { values: measurableEffects(view), painted, end: colorEnd(view), shown }
}

/** One value a region of a grid, or a pixel. */
function valuesOf(mapped: MappedEffects, map: Sketch["map"]): ArrayLike<number> {
  const isGrid = mapped.record.regions.layout.kind === "grid"
  return isGrid && map === "exact" ? mapped.effects : pixelValues(mapped, map)
}

/** One value a pixel that the model saw. */
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
