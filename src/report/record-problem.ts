import { z } from "zod"
import { GridExplainerError } from "../errors.ts"

/** Problems that are named; the others are counted. */
const MOST = 8

/** What is wrong with a record, as an error that names the first places. */
export function recordProblem({ issues }: z.ZodError): GridExplainerError {
  const named = z.prettifyError(new z.ZodError(issues.slice(0, MOST)))
  const rest = issues.length <= MOST ? "" : `\nand ${issues.length - MOST} more`
  return new GridExplainerError("RECORD_INVALID", `the explanation is damaged: ${named}${rest}`)
}
