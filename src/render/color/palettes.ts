/** Red, green and blue, each a whole level from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** The colours that can be chosen. */
export type PaletteName = "PuOr" | "RdBu" | "BrBG"

/** One hue for each sign, and what they are called in words. */
export interface Palette {
  /** The strongest minus and the strongest plus. Weaker effects let more of the photo through. */
  readonly ends: readonly [minus: Rgb, plus: Rgb]
  readonly plus: string
  readonly minus: string
}

/**
 * The palettes are vivid, since dull hues look muddy on a grey photo, but light enough that black numbers stay readable on them. In all three, plus and minus
 * can be told apart with every kind of colour blindness; without red or green cones, PuOr works best.
 */
export const palettes: Readonly<Record<PaletteName, Palette>> = {
  PuOr: {
    ends: [
      [0x88, 0x75, 0xee],
      [0xff, 0x7f, 0x11],
    ],
    plus: "orange",
    minus: "purple",
  },
  RdBu: {
    ends: [
      [0x2e, 0x8a, 0xe6],
      [0xf0, 0x52, 0x4a],
    ],
    plus: "red",
    minus: "blue",
  },
  BrBG: {
    ends: [
      [0x18, 0xa0, 0x96],
      [0xc9, 0x85, 0x2a],
    ],
    plus: "brown",
    minus: "teal",
  },
}

/** All palette names, the default first. */
export const paletteNames: readonly PaletteName[] = Object.keys(palettes) as PaletteName[]
