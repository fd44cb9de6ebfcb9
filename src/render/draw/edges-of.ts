import type { Size } from "../../types.ts"

/**
 * The borders between squares of a lattice that have different labels, as straight lines that follow the squares' edges: `[x1, y1, x2, y2]`,
 * joined along rows and columns. Beyond the lattice everything is labelled `false`, so that `true` has a border at the rim and `false` has none.
 */
export function edgesOf(
  labelAt: (column: number, row: number) => boolean | number,
  { width, height }: Size,
): readonly (readonly [number, number, number, number])[] {
  const label = (column: number, row: number): boolean | number =>
    column >= 0 && row >= 0 && column < width && row < height && labelAt(column, row)
  const across = runs({ lines: height + 1, length: width }, (y, x) => label(x, y - 1) !== label(x, y))
  const down = runs({ lines: width + 1, length: height }, (x, y) => label(x - 1, y) !== label(x, y))
  return [
    ...across.map(([y, from, to]) => [from, y, to, y] as const),
    ...down.map(([x, from, to]) => [x, from, x, to] as const),
  ]
}

/** `[line, from, to]` for each stretch of a line that is marked. */
function runs(
  { lines, length }: { readonly lines: number; readonly length: number },
  isMarked: (line: number, place: number) => boolean,
): readonly (readonly [number, number, number])[] {
  const found: [number, number, number][] = []
  for (let line = 0; line < lines; line++) {
    let start = -1
    for (let place = 0; place <= length; place++) {
      const marked = place < length && isMarked(line, place)
      if (marked && start < 0) start = place
      if (!marked && start >= 0) {
        found.push([line, start, place])
        start = -1
      }
    }
  }
  return found
}
