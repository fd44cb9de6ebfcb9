import { say } from "../context.ts"
import { seesAll } from "../details.ts"
import type { Formula } from "./effects.ts"

/** What this map cannot tell; more lines depend on what the record contains. */
export const limits: Formula = (context) => {
  const { regions, seen } = context.view.record
  const box = regions.boxes[0]!
  const pixels = (length: number): number => Math.max(1, Math.round(length))
  const size = {
    width: pixels((box.width * seen.source.width) / seen.size.width),
    height: pixels((box.height * seen.source.height) / seen.size.height),
  }
  const cells = { values: size, paths: ["regions.boxes[0]", "seen.source", "seen.size"] }
  return [
    ...say(context, "notRight", { paths: [] }),
    ...say(context, "notReason", { paths: [] }),
    ...say(context, "noSum", { paths: ["regions.layout"] }),
    ...(regions.layout.kind === "grid" ? say(context, "cellSize", cells) : []),
    ...(regions.layout.kind === "window" ? say(context, "overlap", { paths: ["regions.layout"] }) : []),
    ...(seesAll(context.view.record) ? [] : say(context, "notGiven", { paths: ["seen.source", "picture.size"] })),
    ...say(context, "unnatural", { paths: [] }),
    ...say(context, "onePicture", { paths: [] }),
  ]
}
