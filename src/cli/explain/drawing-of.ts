import type { SaveExplanationOptions } from "../../node/index.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"

/** The flags as one explanation's drawing takes them. */
export function drawingOf({ layout, style, redact, ...look }: DrawingFlags): SaveExplanationOptions {
  return {
    ...(layout === undefined || layout === "sheet" ? {} : { layout }),
    ...(style === undefined ? {} : { style }),
    ...(redact === undefined ? {} : { redact }),
    ...lookOf(look),
  }
}

/** What an explanation's drawing and a sheet of several share. */
export function lookOf({
  theme,
  palette,
  map,
  numbers,
  width,
}: DrawingFlags): Pick<SaveExplanationOptions, "theme" | "palette" | "map" | "numbers" | "width"> {
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(palette === undefined ? {} : { palette }),
    ...(map === undefined ? {} : { map }),
    ...(numbers === undefined ? {} : { numbers: numbers === "on" }),
    ...(width === undefined ? {} : { width }),
  }
}
