import type { CommandFacts, Offer } from "./describe-command.ts"
import { placeKey, shellQuoted } from "./shell-words.ts"

/**
 * A completion script for bash 3.2 (the version of macOS) and later. It starts no program: all words are in it. If no word fits and files are
 * expected, readline completes file names by itself.
 */
export function bashCompletion(program: string, commands: readonly CommandFacts[]): string {
  const name = `_${program}`
  return `# bash completion for ${program}
${name}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" place='' words='' files='' i IFS=$' \\t\\n'
  COMPREPLY=()
  # bash makes three words of --option=value.
  if [[ $word == = ]]; then word=''; elif [[ $before == = ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$place \${COMP_WORDS[i]}" in
${commands
  .filter(({ path }) => path !== "")
  .map(({ path }) => `      ${shellQuoted(placeKey(path))}) place=${shellQuoted(path)} ;;`)
  .join("\n")}
    esac
  done
  case "$place $before" in
${commands.flatMap(valueCases).join("\n")}
    *)
      case "$place" in
${commands.map((command) => `        ${shellQuoted(command.path)}) ${wordsOf(command)} ;;`).join("\n")}
      esac ;;
  esac
  while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen -W "$words" -- "$word")
  if [[ -z $files ]] && type compopt > /dev/null 2>&1; then compopt +o default; fi
}
complete -o default -F ${name} ${program}
`
}

/** Values of options: `'explain --fit') words='squash crop pad' ;;`. */
function valueCases({ path, options }: CommandFacts): readonly string[] {
  return options.flatMap(({ flags, value }) =>
    value === undefined
      ? []
      : [`    ${flags.map((flag) => shellQuoted(`${path} ${flag}`)).join("|")}) ${offering(value)} ;;`],
  )
}

/** The options if a dash was typed; otherwise commands, arguments and files. */
function wordsOf({ options, subcommands, argument }: CommandFacts): string {
  const flags = options.flatMap((option) => option.flags.filter((flag) => flag.startsWith("--")))
  const others = { words: [...subcommands, ...(argument?.words ?? [])], files: argument?.files ?? false }
  return `if [[ $word == -* ]]; then words=${shellQuoted(flags.join(" "))}; else ${offering(others)}; fi`
}

function offering({ words, files }: Offer): string {
  return `words=${shellQuoted(words.join(" "))}${files ? " files=1" : ""}`
}
