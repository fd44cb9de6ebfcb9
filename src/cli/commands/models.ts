import type { Command } from "commander"
import type { ModelAct } from "../models/run-models.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** `gridexplainer models`: the models that can be called by name, and their files on this computer. */
export function addModels(program: Command, terminal: Terminal): void {
  const command = program
    .command("models")
    .helpCommand(false)
    .summary("list, fetch, check and remove models")
    .description(
      "The models that can be called by name. One is part of the package; the others are fetched once and kept.",
    )
    .addHelpText("after", examples)
  const on = (name: ModelAct, words: string): void => {
    const act = command
      .command(name)
      .aliases(otherNames[name] ?? [])
      .description(words)
    if (name !== "list") act.argument("<name>", "a model of the list")
    act.action(async (model: string) => {
      const { runModels } = await import("../models/run-models.ts")
      await runModels(name, model, terminal)
    })
  }
  on("list", "list the models, and which of them are here")
  on("info", "say what is known about a model")
  on("pull", "fetch a model; afterwards it needs no network")
  on("verify", "check that a model's file is whole")
  on("remove", "delete a fetched model")
  on("path", "print where a model's file lies, or will lie")
}

/** What package managers call the same. */
const otherNames: Partial<Readonly<Record<ModelAct, readonly string[]>>> = {
  list: ["ls"],
  info: ["show"],
  pull: ["download", "fetch", "install"],
  remove: ["rm", "delete", "uninstall"],
}

const examples = `
Examples:
  gridexplainer models list
  gridexplainer models pull resnet50
  gridexplainer explain coffee.jpg --model resnet50`
