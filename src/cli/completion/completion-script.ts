import type { Command } from "commander"
import { fillNames } from "../../fills/resolve-fill.ts"
import { catalog } from "../../models/catalog.ts"
import { presetNames } from "../../models/preprocessing-presets.ts"
import { outputFormats } from "../output/output-formats.ts"
import { bashCompletion } from "./bash-completion.ts"
import { type CommandFacts, describeCommand, type KnownWords } from "./describe-command.ts"
import { fishCompletion } from "./fish-completion.ts"
import { powershellCompletion } from "./powershell-completion.ts"
import { zshCompletion } from "./zsh-completion.ts"

const writers: Readonly<Record<string, (program: string, commands: readonly CommandFacts[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** The completion script of a program for a shell, made from the program's commands and options. */
export function completionScript(program: Command, shell: "bash" | "zsh" | "fish" | "powershell"): string {
  return writers[shell]!(program.name(), describeCommand(program, knownWords(program)))
}

function knownWords(program: Command): KnownWords {
  const models = catalog.map(({ name }) => name)
  const commands = program.commands.map((command) => command.name())
  const ofModels = ["info", "pull", "verify", "remove", "path"].map((name) => [`models ${name} name`, models] as const)
  return {
    model: models,
    fill: fillNames,
    preset: presetNames,
    formats: outputFormats,
    "help command": commands,
    ...Object.fromEntries(ofModels),
  }
}
