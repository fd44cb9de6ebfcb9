import { nearest } from "../../nearest.ts"

/** ` Did you mean crop?`, if one of the names is nearly the word; otherwise "". */
export function didYouMean(word: string, names: readonly string[]): string {
  const near = nearest(word, names)
  return near === undefined ? "" : ` Did you mean ${near}?`
}

/** `squash, crop or pad`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
}
