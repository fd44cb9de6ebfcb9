import { GridExplainerError } from "../../errors.ts"

/** The files are broken: what was expected and what came. */
export function unreadable(problem: string): GridExplainerError {
  return new GridExplainerError("MODEL_UNREADABLE", problem, {
    nextStep: "Check that model.json and its shards belong together and are complete",
  })
}

/** The files are fine, but hold something that cannot be converted. */
export function unsupported(problem: string, nextStep: string): GridExplainerError {
  return new GridExplainerError("MODEL_UNSUPPORTED", problem, { nextStep })
}

/** A value as an error shows it, shortened if it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}...` : text
}
