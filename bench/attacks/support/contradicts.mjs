import { parse } from "gridexplainer/report"

/**
 * Whether a record is refused when it is read: a mutation may hit a record in which it contradicts nothing.
 *
 * @param {import("gridexplainer").Explanation} record
 */
export function contradicts(record) {
  try {
    parse(JSON.stringify(record))
    return false
  } catch {
    return true
  }
}
