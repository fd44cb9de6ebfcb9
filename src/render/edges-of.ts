import type { Box } from "../types.ts"

/**
 * The border between chosen squares of a lattice and all others, as straight lines that follow the squares' edges: `[x1, y1, x2, y2]`,
 * joined along rows and columns. Squares at the rim have a border there too.
 */
export function edgesOf(
  chosen: (column: number, row: number) => boolean,
  { width, height }: Pick<Box, "width" | "height">,
): readonly (readonly [number, number, number, number])[] {
  const is = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < width && row < height && chosen(column, row)
  const across = runs({ lines: height + 1, length: width }, (y, x) => is(x, y - 1) !== is(x, y))
  const down = runs({ lines: width + 1, length: height }, (x, y) => is(x - 1, y) !== is(x, y))
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
