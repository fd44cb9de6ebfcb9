import type { ModelInfo } from "../../node/index.ts"
import { listModels, modelInfo, modelPath, pullModel, removeModel, verifyModel } from "../engine.ts"
import { throwAsModelProblem } from "../exit-code.ts"
import { downloadLine, megabytes } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** What `models` does. */
export type ModelAct = "list" | "info" | "pull" | "verify" | "remove" | "path"

/**
 * Runs `models` and prints the result.
 *
 * @throws RangeError for a name that is not in the list; GridExplainerError as the acts do
 */
export async function runModels(act: ModelAct, name: string, terminal: Terminal): Promise<void> {
  const text = await acts[act](name, terminal)
  terminal.print(text.endsWith("\n") ? text : `${text}\n`)
}

const acts: Readonly<Record<ModelAct, (name: string, terminal: Terminal) => Promise<string> | string>> = {
  list: async () => table(await listModels()),
  info: async (name) => infoLines(await modelInfo(name)),
  pull,
  verify,
  remove,
  path: (name) => modelPath(name),
}

async function pull(name: string, { signal, status, statusWidth }: Terminal): Promise<string> {
  const path = await pullModel(name, { signal, onProgress: (progress) => status(downloadLine(progress, statusWidth)) })
  status("")
  return `${name} is here: ${path}`
}

async function verify(name: string): Promise<string> {
  return `${name} is whole: ${await verifyModel(name).catch(throwAsModelProblem)}`
}

async function remove(name: string): Promise<string> {
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
