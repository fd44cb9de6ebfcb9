/** A word as written in a script of bash, zsh or fish. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The place before a sub-command and its name, as scripts look it up: ` models`, then `models pull`. */
export function placeKey(path: string): string {
  return path.includes(" ") ? path : ` ${path}`
}
