import type { CommandFacts, Offer, OptionFacts } from "./describe-command.ts"
import { placeKey } from "./shell-words.ts"

/** A completion script for fish, to be kept as `~/.config/fish/completions/gridexplainer.fish`. It starts no program. */
export function fishCompletion(program: string, commands: readonly CommandFacts[]): string {
  const place = `__${program}_place`
  const summaries = new Map(commands.map(({ path, summary }) => [path, summary]))
  const lines = commands.flatMap((command) => {
    const head = `complete -c ${program} -n ${quoted(`${place} ${quoted(command.path)}`)}`
    return [...wordLines(command, summaries), ...command.options.map(optionWords)].map((words) => `${head} ${words}`)
  })
  return `# fish completion for ${program}
function ${place} --description 'Whether the words before the cursor lead to a command'
    set -l place ''
    for word in (commandline -opc)[2..-1]
        switch "$place $word"
${commands
  .filter(({ path }) => path !== "")
  .map(({ path }) => `            case ${quoted(placeKey(path))}\n                set place ${quoted(path)}`)
  .join("\n")}
        end
    end
    test "$place" = "$argv[1]"
end
complete -c ${program} -f
${lines.join("\n")}
`
}

/** Sub-commands, the words of an argument, and whether files are expected. */
function wordLines(
  { path, subcommands, argument }: CommandFacts,
  summaries: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    ...subcommands.map((name) => `-a ${name} -d ${quoted(summaries.get(`${path} ${name}`.trim()) ?? "")}`),
    ...(argument === undefined ? [] : [offering(argument)]).filter((words) => words !== ""),
  ]
}

/** Fish takes an optional value as a separate word of the command, unless an equals sign comes first. */
function optionWords({ flags, description, value, optional }: OptionFacts): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  const needed = value === undefined || optional ? [] : [value.files ? "-r" : "-x"]
  const offers = value === undefined ? [] : [offering(optional ? { ...value, files: false } : value)]
  return [...names, ...needed, ...offers, `-d ${quoted(description)}`].filter((word) => word !== "").join(" ")
}

function offering({ words, files }: Offer): string {
  return [files ? "-F" : "", words.length > 0 ? `-a ${quoted(words.join(" "))}` : ""]
    .filter((word) => word !== "")
    .join(" ")
}

/** In fish's single quotes only the quote itself and the backslash are special. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`
}
