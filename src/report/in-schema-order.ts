import type { Explanation } from "../explanation.ts"
import { recordShape } from "./explanation-schema.ts"
import { recordProblem } from "./record-problem.ts"
import { serialize } from "./serialize.ts"

/**
 * The same record with its fields in the order of the schema, so that equal records give equal text.
 *
 * @throws RangeError for numbers that are not finite; GridExplainerError `RECORD_INVALID` for another shape
 */
export function inSchemaOrder(explanation: Explanation): Explanation {
  const result = recordShape.safeParse(JSON.parse(serialize(explanation)))
  if (!result.success) throw recordProblem(result.error)
  return result.data
}
