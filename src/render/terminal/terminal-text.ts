/** Replaces characters by ones that are one column wide in every terminal. */
export function ascii(text: string): string {
  return text
    .replaceAll("−", "-")
    .replaceAll("×", "x")
    .replaceAll("·", ";")
    .replaceAll(" ;", ";")
    .replaceAll("’", "'")
    .replace(/[“”]/g, '"')
}

/** A number, or a question mark if there is none. */
export function effectText(effect: number, write: (effect: number) => string): string {
  return Number.isFinite(effect) ? write(effect) : "?"
}
