/** One attack: a run of the command, and what must come of it. */
export interface Attack {
  readonly name: string
  /** Arguments of the command. */
  readonly command: readonly string[]
  readonly stdin?: Uint8Array | string
  /** Where standard output leads. @default "read" */
  readonly stdout?: "read" | "full" | "closed" | "left"
  readonly env?: Readonly<Record<string, string>>
  /** Signals, each so many milliseconds after the start. */
  readonly after?: readonly { readonly ms: number; readonly signal: NodeJS.Signals }[]
  /** Signals that may end it, beside its own exit. */
  readonly endsBy?: readonly NodeJS.Signals[]
  /** What is wrong, in words; undefined where all is well. */
  readonly expect: (result: AttackResult) => string | undefined
}

export interface AttackResult {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
  /** Of all its processes together, at their peak. */
  readonly megabytes: number
  /** Paths of what lies in the folder of its door afterwards. */
  readonly files: readonly string[]
}

/** A file of `bench/attacks/`. */
export interface Door {
  readonly door: string
  /** Its cases share no file, so that several run at a time. @default false */
  readonly sideBySide?: boolean
  readonly attacks: (options: { readonly dir: string; readonly seed: number }) => AsyncGenerator<Attack>
}
