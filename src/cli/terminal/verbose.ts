import type { Terminal } from "./terminal.ts"

/** Writes a remark on how a result came about to standard error, with `--verbose`. */
export function verboseNote({ verbose }: { readonly verbose?: boolean }, terminal: Terminal, text: string): void {
  if (verbose === true) terminal.note(text)
}

/** The time since `began`: `1.24 s`. */
export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(2)} s`
}
