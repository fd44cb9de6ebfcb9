/**
 * What stands for one of the fills of a run.
 *
 * @throws RangeError for a fill that the run does not have
 */
export function fillAt<Item>(items: readonly Item[], fill: number): Item {
  const item = items[fill]
  if (item === undefined) throw new RangeError(`fill must be from 0 to ${items.length - 1}, got ${fill}`)
  return item
}
