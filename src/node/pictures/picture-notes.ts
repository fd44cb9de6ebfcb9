import type { Metadata } from "sharp"
import type { IccProfile } from "./headers/icc-profile.ts"
import { type LevelsInUse, usesFew } from "./levels-in-use.ts"
import type { PictureFormat } from "./sniff-format.ts"

export interface DecodingFacts {
  readonly format: PictureFormat
  /** How many pictures the file holds; infinite for an unknown number above one. */
  readonly count: number
  readonly profile: IccProfile | undefined
  /** What happened to the profile. */
  readonly profileUse: "converted" | "failed" | "ignored"
  readonly isTransparent: boolean
  readonly background: readonly [number, number, number]
  readonly levels: LevelsInUse
  /** Whether `levels` were spread from black to white. */
  readonly isStretched: boolean
}

/** What a user should know about how a picture was read, in plain words; nothing that happens to every picture. */
export function pictureNotes(header: Metadata, facts: DecodingFacts): readonly string[] {
  return [
    countNote(facts),
    depthNote(header),
    levelsNote(facts),
    colourNote(header, facts),
    transparencyNote(facts),
  ].filter((note) => note !== undefined)
}

function countNote({ format, count }: DecodingFacts): string | undefined {
  if (count <= 1) return undefined
  if (count === Number.POSITIVE_INFINITY) return "only the first picture of its animation is used"
  return `only the first of its ${count} ${format === "TIFF" ? "pages" : "frames"} is used`
}

function depthNote({ depth, bitsPerSample = 16 }: Metadata): string | undefined {
  return depth === "ushort" ? `its ${bitsPerSample} bits a channel became 8` : undefined
}

function levelsNote({ levels, isStretched }: DecodingFacts): string | undefined {
  const { least, most, full } = levels
  if (isStretched) return `its levels, ${least} to ${most} of 0 to ${full}, were stretched from black to white`
  return usesFew(levels)
    ? `its levels go from ${least} to ${most} of 0 to ${full} alone: --stretch (stretch: true) spreads them from black to white`
    : undefined
}

function colourNote({ space }: Metadata, { profile, profileUse }: DecodingFacts): string | undefined {
  const called =
    profile === undefined || profile.name === "" ? "its colour profile" : `its colour profile (${profile.name})`
  if (profile !== undefined && profileUse === "failed" && !isSrgb(profile))
    return `${called} does not fit and was ignored`
  if (space === "cmyk")
    return profileUse === "converted"
      ? `its CMYK colours became sRGB by ${called}`
      : "its CMYK colours became RGB without a colour profile, as in Pillow: print may look different"
  return profileUse === "converted" && !isSrgb(profile) ? `${called} was converted to sRGB` : undefined
}

/** sRGB goes by many names; `c2` is a tiny one that web sites put into their photos. */
function isSrgb(profile: IccProfile | undefined): boolean {
  return /srgb|^c2(ci)?$|^uRGB$/i.test(profile?.name ?? "")
}

function transparencyNote({ isTransparent, background }: DecodingFacts): string | undefined {
  if (!isTransparent) return undefined
  const isWhite = background.every((level) => level === 255)
  return `its transparent pixels were laid on ${isWhite ? "white" : `the colour ${background.join(", ")}`}`
}
