import type { Progress } from "../types.ts"

/** A bar, how much is done, and the time that is left: `[=====>    ] 54 %, 35 of 65, 4 s left`. */
export function progressLine({ done, total, remaining }: Progress, width: number): string {
  const left = remaining === undefined || done === total ? "" : `, ${duration(remaining)} left`
  return barAnd(done / total, { words: `${done} of ${total}${left}`, width })
}

/** As `progressLine`, for a download. */
export function downloadLine(
  { bytes, totalBytes }: { readonly bytes: number; readonly totalBytes?: number },
  width: number,
): string {
  if (totalBytes === undefined) return `downloading, ${megabytes(bytes)}`
  return barAnd(bytes / totalBytes, { words: `${megabytes(bytes)} of ${megabytes(totalBytes)}`, width })
}

/** `9.3 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function barAnd(share: number, { words, width }: { words: string; width: number }): string {
  const text = `${Math.floor(share * 100)} %, ${words}`
  const inner = Math.min(30, width - text.length - 4)
  if (inner < 5) return text
  const filled = Math.round(share * inner)
  const bar = `${"=".repeat(filled)}${filled < inner ? ">" : ""}`.padEnd(inner)
  return `[${bar}] ${text}`
}

/** `4 s`, `2 min 05 s`, `1 h 02 min`. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const two = (count: number): string => String(count).padStart(2, "0")
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`
}
