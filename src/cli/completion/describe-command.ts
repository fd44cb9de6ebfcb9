import type { Command, Option } from "commander"

/** What a shell may offer for a word: certain words, and perhaps files. */
export interface Offer {
  readonly words: readonly string[]
  readonly files: boolean
}

/** An option as completion needs it. */
export interface OptionFacts {
  /** `-g` and `--grid`. */
  readonly flags: readonly string[]
  readonly description: string
  /** What may follow; absent if nothing does. */
  readonly value?: Offer
  /** Whether the value may be left out; then anything may follow. */
  readonly optional?: true
}

/** A command or sub-command as completion needs it. */
export interface CommandFacts {
  /** `models pull`; empty for the program itself. */
  readonly path: string
  readonly summary: string
  /** What may be given as an argument. */
  readonly argument?: Offer
  readonly options: readonly OptionFacts[]
  /** Their names. */
  readonly subcommands: readonly string[]
}

/** Words that are offered for an argument or a value, by its name in `<...>`. */
export type KnownWords = Readonly<Record<string, readonly string[]>>

/** Arguments and values that are files, by their names in `<...>`. */
const filesFor: ReadonlySet<string> = new Set([
  "file",
  "model",
  "path",
  "photo",
  "pictures",
  "record",
  "records",
  "reports",
])

/** Everything that completion needs to know about a command and all commands below it, the command first. */
export function describeCommand(command: Command, known: KnownWords, path: string = ""): readonly CommandFacts[] {
  const help = command.createHelp()
  const subcommands = help.visibleCommands(command)
  const argument = command.registeredArguments[0]
  const own: CommandFacts = {
    path,
    summary: command.summary() || command.description(),
    ...(argument === undefined
      ? {}
      : { argument: offerOf(argument.name(), { choices: argument.argChoices, known, command: path }) }),
    options: help.visibleOptions(command).map((option) => optionFacts(option, known)),
    subcommands: subcommands.map((one) => one.name()),
  }
  const below = subcommands.flatMap((one) => describeCommand(one, known, `${path} ${one.name()}`.trim()))
  return [own, ...below]
}

function optionFacts(option: Option, known: KnownWords): OptionFacts {
  const name = /[<[]([^>\]]*)[>\]]/.exec(option.flags)?.[1]
  const value = name === undefined ? undefined : offerOf(name, { choices: option.argChoices, known })
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
    description: option.description,
    ...(value === undefined ? {} : option.optional ? { value: { ...value, files: true }, optional: true } : { value }),
  }
}

function offerOf(
  name: string,
  { choices, known, command = "" }: { choices?: string[] | undefined; known: KnownWords; command?: string },
): Offer {
  return { words: choices ?? known[`${command} ${name}`.trim()] ?? [], files: filesFor.has(name) }
}
