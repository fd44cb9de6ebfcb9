/** Levels as a file stores them, RGB or RGBA. */
export interface StoredLevels {
  readonly channels: number
  readonly data: Uint8Array | Uint16Array
}

/** The lowest and highest level of a picture, out of 0 to `full`. */
export interface LevelsInUse {
  readonly least: number
  readonly most: number
  /** 255 or 65535. */
  readonly full: number
}

/** A photo of fog uses this share of 8 bits; 12 of 16 bits are a sixteenth, and 14 are a quarter. */
const fewOfBytes = 1 / 8
const fewOfWords = 0.3

/** The lowest and highest level of all colours, ignoring invisible pixels; both are the same for a picture of one colour, which is taken as intended. */
export function levelsInUse({ channels, data }: StoredLevels): LevelsInUse {
  const full = data instanceof Uint16Array ? 65_535 : 255
  let [least, most, varies] = [full, 0, false]
  for (let i = 0; i < data.length && (least > 0 || most < full); i++) {
    const isColour = channels === 3 || (i % 4 < 3 && data[i - (i % 4) + 3] !== 0)
    if (!isColour) continue
    if (data[i]! < least) least = data[i]!
    if (data[i]! > most) most = data[i]!
    varies ||= i >= channels && data[i] !== data[i - channels]
  }
  return { least: varies ? least : most, most, full }
}

/** Whether so few levels are used that a picture looks black, white or flat. */
export function usesFew({ least, most, full }: LevelsInUse): boolean {
  return most > least && (most - least) / full < (full === 255 ? fewOfBytes : fewOfWords)
}

/** Spreads the levels in use over 0 to 255; transparency is unchanged. */
export function stretchLevels({ channels, data }: StoredLevels, { least, most, full }: LevelsInUse): Uint8Array {
  const scale = 255 / (most - least)
  return Uint8Array.from(data, (level, i) =>
    channels === 4 && i % 4 === 3
      ? Math.round((level * 255) / full)
      : Math.min(255, Math.max(0, Math.round((level - least) * scale))),
  )
}
