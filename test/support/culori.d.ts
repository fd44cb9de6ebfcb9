/** The parts of culori that the tests of the palettes use; the package has no types. */
declare module "culori" {
  export interface Color {
    readonly mode: "rgb"
    /** From 0 to 1, as are the others. */
    readonly r: number
    readonly g: number
    readonly b: number
  }

  /** How a colour looks to who lacks one kind of cones; `severity` from 0 to 1. */
  type Filter = (severity: number) => (color: Color) => Color
  export const filterDeficiencyProt: Filter
  export const filterDeficiencyDeuter: Filter
  export const filterDeficiencyTrit: Filter

  /** CIEDE2000: 1 is just noticeable side by side, 100 the way from black to white. */
  export function differenceCiede2000(): (a: Color, b: Color) => number

  /** CIE L*a*b* for D65; `l` from 0 (black) to 100 (white). */
  export function converter(
    mode: "lab65",
  ): (color: Color) => { readonly l: number; readonly a: number; readonly b: number }
}
