import { z } from "zod"
import { GridExplainerError } from "../errors.ts"

/** The most problems that are named; the others are counted. */
const MOST = 8

/** The problems of a record, as an error that names the first ones. */
export function recordProblem({ issues }: z.ZodError): GridExplainerError {
  const named = z.prettifyError(new z.ZodError(issues.slice(0, MOST)))
  const rest = issues.length <= MOST ? "" : `\nand ${issues.length - MOST} more`
  return new GridExplainerError("RECORD_INVALID", `the explanation is damaged: ${named}${rest}`)
}
