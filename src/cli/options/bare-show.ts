import type { EffectMeaning } from "../../index.ts"

/** The two kinds of effect that evidence holds. */
export type ShownEffects = Extract<EffectMeaning, "alone" | "average">

/** The meaning of `--show`: without a value it draws in the terminal, with a value it says which number is shown; both may be wanted. */
export interface ShowFlag {
  readonly drawn: boolean
  readonly effects?: ShownEffects
}

/** The values of `--show`. */
export const shownEffects: readonly ShownEffects[] = ["alone", "average"]

/** The value that replaces a missing value of `--show`. */
const DRAWN = "draw"

/**
 * The words of the command line, with a value added to each `--show` that has none: otherwise it would take the next word, such as a picture, as its value.
 */
export function withBareShow(words: readonly string[]): readonly string[] {
  const [command, ...rest] = words
  if (command !== "explain") return words
  const end = rest.indexOf("--")
  const options = end < 0 ? rest : rest.slice(0, end)
  const said: string[] = [command]
  for (let i = 0; i < options.length; i++) {
    const word = options[i]!
    const next = options[i + 1]
    const named = shownEffects.find((name) => name === next)
    if (word !== "--show") said.push(word)
    else said.push(`--show=${named ?? DRAWN}`)
    if (word === "--show" && named !== undefined) i++
  }
  return [...said, ...rest.slice(options.length)]
}

/** Reads one `--show`; undefined for a word that it does not know. */
export function showOf(text: string, before: ShowFlag = { drawn: false }): ShowFlag | undefined {
  if (text === DRAWN) return { ...before, drawn: true }
  const effects = shownEffects.find((name) => name === text)
  return effects === undefined ? undefined : { ...before, effects }
}
