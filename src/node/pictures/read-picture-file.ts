import { GridExplainerError } from "../../errors.ts"
import { readFile } from "../files/read-file.ts"

/** What to do, by what `readFile` found. */
const advice: readonly (readonly [problem: RegExp, advice: string])[] = [
  [/does not exist$/, "Check how it is spelled, and the folder."],
  [/under something that is not a folder$/, "Check the folder."],
  [/is a folder, not a file$/, "Name a picture in it."],
  [/is empty$/, "Copy or download it again."],
  [/at most \d+ are read$/, "Make it smaller first; models look at far fewer pixels."],
  [/permission denied$/, "Ask its owner for the right to read it."],
  [/is not a regular file$/, "Copy what it holds into a file first."],
  [/leads in a circle$/, "Name the file that it should lead to."],
  [/name that no file can have$/, "Check it for a stray sign."],
  [/name that is too long$/, "Check for a missing space between two names."],
]

/**
 * Reads the file of a picture whole.
 *
 * @throws GridExplainerError `FILE_UNREADABLE`
 */
export async function readPictureFile(path: string | URL, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path, { what: "picture", maxBytes })
  } catch (error) {
    if (!(error instanceof GridExplainerError)) throw error
    const nextStep = advice.find(([problem]) => problem.test(error.problem))?.[1]
    if (nextStep === undefined) throw error
    throw new GridExplainerError("FILE_UNREADABLE", error.problem, { nextStep, cause: error.cause })
  }
}
