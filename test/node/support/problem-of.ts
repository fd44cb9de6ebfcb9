import { GridExplainerError } from "../../../src/errors.ts"

/** What a task fails with: `FILE_UNREADABLE: the file x does not exist`, or the name of an ordinary error and its message. */
export async function problemOf(task: () => Promise<unknown>): Promise<string> {
  try {
    await task()
  } catch (error) {
    if (error instanceof GridExplainerError) return `${error.code}: ${error.message}`
    return error instanceof Error ? `${error.name}: ${error.message}` : `not an error: ${String(error)}`
  }
  return "no problem"
}
