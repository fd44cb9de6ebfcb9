import { GridExplainerError } from "../errors.ts"

/** What a decoder's own words mean. */
const meanings: readonly (readonly [words: RegExp, meaning: string])[] = []

/** The failure of a decoder as an error that names the picture; `called` begins it. */
export function damageOf(error: unknown, called: string): GridExplainerError {
  const reason = error instanceof Error ? error.message.split("\n")[0] : String(error)
  return new GridExplainerError("IMAGE_UNREADABLE", `${called} is damaged or cut short (${reason})`, { cause: error })
}
