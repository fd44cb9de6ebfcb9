import { asSeen } from "../../reading/as-seen.ts"
import { placeBox } from "../../render/draw/geometry.ts"
import { setArea } from "../../render/draw/set-lines.ts"
import { number, tag } from "../../render/draw/xml.ts"
import type { Stage } from "./stage.ts"

/** With more regions than this they cannot be pointed at: they are smaller than a finger or a letter. */
const MOST = 1024

/** Whether the parts of the map can be pointed at. */
export function hasCells({ explanation }: Pick<Stage, "explanation">): boolean {
  return explanation.regions.boxes.length <= MOST
}

/** One invisible shape per region, in pixels of what the model was given, laid over the map. Their names begin with `id`. */
export function cellShapes({ explanation, panel }: Stage, id: string): string {
  if (!hasCells({ explanation })) return ""
  const { boxes, runs } = explanation.regions
  const { left, top, width, height } = placeBox({ left: 0, top: 0, ...explanation.seen.size }, explanation, panel)
  const { size } = explanation.seen
  const place = `translate(${number(left)} ${number(top)}) scale(${width / size.width} ${height / size.height})`
  const seen = asSeen(explanation)
  const whole = { left: 0, top: 0, ...size }
  const shapes = boxes.map((box, region) => {
    const own = { id: `${id}-${region}`, "data-region": region }
    return runs === undefined
      ? tag("rect", { ...own, x: box.left, y: box.top, width: box.width, height: box.height })
      : tag("path", { ...own, d: setArea((id) => id === region, { explanation: seen, panel: whole }) })
  })
  const { layout } = explanation.regions
  const columns = layout.kind === "mask" ? shapes.length : layout.columns
  const rows = Array.from({ length: Math.ceil(shapes.length / columns) }, (_, row) =>
    tag("g", {}, shapes.slice(row * columns, (row + 1) * columns).join("")),
  )
  return tag("g", { class: "parts", transform: place }, rows.join(""))
}
