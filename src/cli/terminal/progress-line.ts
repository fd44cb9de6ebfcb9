import type { Progress } from "../../index.ts"
import { terminalWidth } from "../engine.ts"

/** A picture among several that are explained one after the other. */
export interface PicturePlace {
  readonly name: string
  /** From 0. */
  readonly index: number
  readonly count: number
  /** Milliseconds since the first of them. */
  readonly since: number
}

/**
 * A bar, how much is done, the pace and the time that is left: `[====>    ] 54 %, 35 of 65, 52 a second, 1 s left`. Among several pictures
 * the bar and the time are those of all: `[==>    ] 25 %, picture 3 of 12, cat.jpg, 52 a second, 9 s left`. It may also contain what is being asked.
 *
 * If that is too wide, the bar shrinks and goes, then what is asked, then the name and the pace, then the time.
 */
export function progressLine(
  {
    done,
    total,
    remaining,
    perSecond,
  }: Pick<Progress, "done" | "total" | "remaining"> & { readonly perSecond: number },
  {
    width,
    place,
    stage,
  }: { readonly width: number; readonly place?: PicturePlace | undefined; readonly stage?: string | undefined },
): string {
  const asked = stage === undefined ? [] : [stage]
  const pace = Number.isFinite(perSecond) ? [`${rate(perSecond)} a second`] : []
  if (place === undefined || place.count === 1) {
    const left = remaining === undefined || done === total ? [] : [`${duration(remaining)} left`]
    const counted = `${done} of ${total}`
    const texts = [[counted, ...asked, ...pace, ...left], [counted, ...pace, ...left], [counted, ...left], [counted]]
    return barAnd(done / total, { texts, width })
  }
  const { name, index, count, since } = place
  const share = (index + done / total) / count
  const left = share === 0 || share === 1 ? [] : [`${duration((since * (1 - share)) / share)} left`]
  const counted = `picture ${index + 1} of ${count}`
  const texts = [
    [counted, name, ...asked, ...pace, ...left],
    [counted, name, ...pace, ...left],
    [counted, ...left],
    [`${index + 1} of ${count}`],
  ]
  return barAnd(share, { texts, width })
}

/** As `progressLine`, for a download. */
export function downloadLine(
  { bytes, totalBytes }: { readonly bytes: number; readonly totalBytes?: number },
  width: number,
): string {
  if (totalBytes === undefined) return `downloading, ${megabytes(bytes)}`
  return barAnd(Math.min(1, bytes / totalBytes), {
    texts: [[`${megabytes(bytes)} of ${megabytes(totalBytes)}`]],
    width,
  })
}

/** `9.3 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** The first text that leaves room for a bar, or the first that fits, or the shortest. */
function barAnd(
  share: number,
  { texts, width }: { readonly texts: readonly (readonly string[])[]; readonly width: number },
): string {
  const lines = texts.map((words) => [`${Math.floor(share * 100)} %`, ...words].join(", "))
  for (const line of lines) {
    const inner = Math.min(30, width - terminalWidth(line) - 4)
    if (inner >= 5) return `[${bar(share, inner)}] ${line}`
  }
  return lines.find((line) => terminalWidth(line) < width) ?? lines.at(-1)!
}

function bar(share: number, inner: number): string {
  const filled = Math.round(share * inner)
  return `${"=".repeat(filled)}${filled < inner ? ">" : ""}`.padEnd(inner)
}

/** `52`, `8.4`, `0.52`: two digits say enough. */
function rate(perSecond: number): string {
  return perSecond >= 10 ? perSecond.toFixed(0) : perSecond >= 1 ? perSecond.toFixed(1) : perSecond.toFixed(2)
}

/** `4 s`, `2 min 05 s`, `1 h 02 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const two = (count: number): string => String(count).padStart(2, "0")
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`
}
