/** Red, green and blue, each a whole level from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** The colours that can be chosen. */
export type PaletteName = "PuOr" | "RdBu" | "BrBG"

/** Colours for effects on both sides of zero, and what they are called in words. */
export interface Palette {
  /** From the strongest minus over nearly white to the strongest plus. */
  readonly steps: readonly [Rgb, Rgb, Rgb, Rgb, Rgb, Rgb, Rgb]
  /** The stripes that mark a minus. */
  readonly stripe: string
  readonly plus: string
  readonly minus: string
}

/**
 * The seven inner steps of 11-class schemes of ColorBrewer (Cynthia Brewer, colorbrewer2.org, Apache-2.0). The darkest steps are left out so
 * that black numbers stay readable on every colour. Plus and minus of all three can be told apart with every kind of colour blindness; PuOr looks
 * most alike to all eyes, and is told apart best without red or green cones.
 */
export const palettes: Readonly<Record<PaletteName, Palette>> = {
  PuOr: {
    steps: [
      [0x80, 0x73, 0xac],
      [0xb2, 0xab, 0xd2],
      [0xd8, 0xda, 0xeb],
      [0xf7, 0xf7, 0xf7],
      [0xfe, 0xe0, 0xb6],
      [0xfd, 0xb8, 0x63],
      [0xe0, 0x82, 0x14],
    ],
    stripe: "#2d004b",
    plus: "orange",
    minus: "purple",
  },
  RdBu: {
    steps: [
      [0x43, 0x93, 0xc3],
      [0x92, 0xc5, 0xde],
      [0xd1, 0xe5, 0xf0],
      [0xf7, 0xf7, 0xf7],
      [0xfd, 0xdb, 0xc7],
      [0xf4, 0xa5, 0x82],
      [0xd6, 0x60, 0x4d],
    ],
    stripe: "#053061",
    plus: "red",
    minus: "blue",
  },
  BrBG: {
    steps: [
      [0x35, 0x97, 0x8f],
      [0x80, 0xcd, 0xc1],
      [0xc7, 0xea, 0xe5],
      [0xf5, 0xf5, 0xf5],
      [0xf6, 0xe8, 0xc3],
      [0xdf, 0xc2, 0x7d],
      [0xbf, 0x81, 0x2d],
    ],
    stripe: "#003c30",
    plus: "brown",
    minus: "teal",
  },
}

/** All palette names, the default first. */
export const paletteNames: readonly PaletteName[] = Object.keys(palettes) as PaletteName[]
