import type { CommandFacts, Offer } from "./describe-command.ts"
import { placeKey, shellQuoted } from "./shell-words.ts"

/** A completion script for zsh, to be sourced after `compinit` or kept as a file `_gridexplainer` in `$fpath`. It starts no program. */
export function zshCompletion(program: string, commands: readonly CommandFacts[]): string {
  const name = `_${program}`
  const summaries = new Map(commands.map(({ path, summary }) => [path, summary]))
  return `#compdef ${program}
# zsh completion for ${program}
${name}() {
  local word="$words[CURRENT]" before="$words[CURRENT-1]" place='' files='' i
  local -a offers
  if compset -P '*='; then before="\${word%%=*}"; fi
  for ((i = 2; i < CURRENT; i++)); do
    case "$place $words[i]" in
${commands
  .filter(({ path }) => path !== "")
  .map(({ path }) => `      (${shellQuoted(placeKey(path))}) place=${shellQuoted(path)} ;;`)
  .join("\n")}
    esac
  done
  case "$place $before" in
${commands.flatMap(valueCases).join("\n")}
    (*)
      case "$place" in
${commands.map((command) => `        (${shellQuoted(command.path)}) ${wordsOf(command, summaries)} ;;`).join("\n")}
      esac ;;
  esac
  (( \${#offers} )) && _describe -t words ${program} offers
  [[ -n $files ]] && _files
  return 0
}
if [[ $funcstack[1] == ${name} ]]; then ${name} "$@"; else compdef ${name} ${program}; fi
`
}

function valueCases({ path, options }: CommandFacts): readonly string[] {
  return options.flatMap(({ flags, value }) =>
    value === undefined
      ? []
      : [`    (${flags.map((flag) => shellQuoted(`${path} ${flag}`)).join("|")}) ${offering(value)} ;;`],
  )
}

function wordsOf(
  { path, options, subcommands, argument }: CommandFacts,
  summaries: ReadonlyMap<string, string>,
): string {
  const flags = options.flatMap(({ flags, description }) =>
    flags.filter((flag) => flag.startsWith("--")).map((flag) => `${flag}:${description}`),
  )
  const commands = subcommands.map((name) => `${name}:${summaries.get(`${path} ${name}`.trim()) ?? ""}`)
  const others = { words: [...commands, ...(argument?.words ?? [])], files: argument?.files ?? false }
  return `if [[ $word == -* ]]; then ${offering({ words: flags, files: false })}; else ${offering(others)}; fi`
}

function offering({ words, files }: Offer): string {
  return `offers=(${words.map(shellQuoted).join(" ")})${files ? " files=1" : ""}`
}
