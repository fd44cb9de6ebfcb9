import type { Terminal } from "./terminal.ts"

/** Remarks for those who ask how a result came about, on standard error. */
export function verboseNote({ verbose }: { readonly verbose?: boolean }, terminal: Terminal, text: string): void {
  if (verbose === true) terminal.note(text)
}

/** How long it is since `began`: `1.24 s`. */
export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(2)} s`
}
