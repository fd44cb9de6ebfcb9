import type { SaveExplanationOptions } from "../../node/index.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"

/** The options for the drawing of one explanation. */
export function drawingOf({
  layout,
  theme,
  palette,
  style,
  map,
  numbers,
  width,
  redact,
}: DrawingFlags): SaveExplanationOptions {
  return {
    ...(layout === undefined || layout === "sheet" ? {} : { layout }),
    ...(theme === undefined ? {} : { theme }),
    ...(palette === undefined ? {} : { palette }),
    ...(style === undefined ? {} : { style }),
    ...(map === undefined ? {} : { map }),
    ...(numbers === undefined ? {} : { numbers: numbers === "on" }),
    ...(width === undefined ? {} : { width }),
    ...(redact === undefined ? {} : { redact }),
  }
}
