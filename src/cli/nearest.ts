import { editDistance } from "../models/edit-distance.ts"

/** ` Did you mean crop?`, where one of the names is nearly the word; else nothing. */
export function didYouMean(word: string, names: readonly string[]): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
  const letters = (text: string): string => [...plain(text)].sort().join("")
  const near = names
    .map((name) => ({ name, distance: editDistance(plain(name), plain(word)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, plain(name).length / 3) || letters(name) === letters(word))
    .sort((a, b) => a.distance - b.distance)[0]
  return near === undefined ? "" : ` Did you mean ${near.name}?`
}

/** `squash, crop or pad`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
}
