import type { CommandFacts } from "./describe-command.ts"
import { placeKey } from "./shell-words.ts"

/** A completion script for PowerShell 5.1 and later, to be run by the profile. It starts no program; if it offers nothing, PowerShell offers files. */
export function powershellCompletion(program: string, commands: readonly CommandFacts[]): string {
  const places = commands
    .filter(({ path }) => path !== "")
    .map(({ path }) => `    ${quoted(placeKey(path))} = ${quoted(path)}`)
  return `# PowerShell completion for ${program}
Register-ArgumentCompleter -Native -CommandName ${quoted(program)} -ScriptBlock {
  param($word, $commandAst, $cursor)
  $places = @{
${places.join("\n")}
  }
  $values = @{
${commands.flatMap(valueRows).join("\n")}
  }
  $flags = @{
${commands
  .map(({ path, options }) =>
    row(
      path,
      options.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith("--"))),
    ),
  )
  .join("\n")}
  }
  $words = @{
${commands.map(({ path, subcommands, argument }) => row(path, [...subcommands, ...(argument?.words ?? [])])).join("\n")}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $place = ''
  foreach ($one in ($before | Select-Object -Skip 1)) {
    if ($places.ContainsKey("$place $one")) { $place = $places["$place $one"] }
  }
  $value = "$place $($before[-1])"
  if ($values.ContainsKey($value)) { $offers = $values[$value] }
  elseif ($word -like '-*') { $offers = $flags[$place] }
  else { $offers = $words[$place] }
  $offers | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

function valueRows({ path, options }: CommandFacts): readonly string[] {
  return options.flatMap(({ flags, value }) =>
    value === undefined ? [] : flags.map((flag) => row(`${path} ${flag}`, value.words)),
  )
}

function row(key: string, words: readonly string[]): string {
  return `    ${quoted(key)} = @(${words.map(quoted).join(", ")})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
