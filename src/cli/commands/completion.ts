import { Argument, type Command } from "commander"
import { listed } from "../guessing/did-you-mean.ts"
import { oneOf } from "../options/parse-option.ts"
import type { Terminal } from "../terminal/terminal.ts"

const shells = ["bash", "zsh", "fish", "powershell"] as const

/** `gridexplainer completion <shell>`: a script that completes commands, options and their values. */
export function addCompletion(program: Command, terminal: Terminal): void {
  program
    .command("completion")
    .summary("print a script for your shell's completion")
    .description("Prints a script with which a shell completes commands, options, values and the names of models.")
    .addArgument(new Argument("<shell>", listed(shells)).choices(shells).argParser(oneOf(shells)))
    .addHelpText("after", examples)
    .action(async (shell: (typeof shells)[number]) => {
      const { completionScript } = await import("../completion/completion-script.ts")
      terminal.print(completionScript(program, shell))
    })
}

const examples = `
Examples:
  bash        npx gridexplainer completion bash >> ~/.bashrc
  zsh         npx gridexplainer completion zsh >> ~/.zshrc
  fish        npx gridexplainer completion fish > ~/.config/fish/completions/gridexplainer.fish
  PowerShell  npx gridexplainer completion powershell >> $PROFILE

A shell asks npx, and not this command, what may follow "npx gridexplainer". A
function of that name is completed as the command itself, in the same file:
  bash, zsh   gridexplainer() { npx gridexplainer "$@"; }
  fish        function gridexplainer; npx gridexplainer $argv; end
  PowerShell  function gridexplainer { npx gridexplainer @args }`
