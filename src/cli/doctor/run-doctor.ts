import type { Doctor } from "../../node/index.ts"
import { doctor, GridExplainerError } from "../engine.ts"
import { jsonLine } from "../terminal/json-line.ts"
import { megabytes } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"

/**
 * Runs `doctor` and prints what it found.
 *
 * @throws GridExplainerError `MODEL_FAILED` if no model runs, `MISSING_PACKAGE` if pictures cannot be read or drawn
 */
export async function runDoctor({ json }: { readonly json: boolean }, terminal: Terminal): Promise<void> {
  const { signal, status, print } = terminal
  const found = await doctor({ signal, onStep: (what) => status(`${what} ...`) })
  status("")
  print(json ? jsonLine(found) : doctorText(found))
  if (!found.modelsRun) throw new GridExplainerError("MODEL_FAILED", "no model runs on this computer")
  if (!found.works) throw new GridExplainerError("MISSING_PACKAGE", "pictures cannot be read or drawn on this computer")
}

/** What was found, as lines of words, without colours or marks, so that screen readers can read them. */
export function doctorText({ versions, cores, memoryBytes, cache, ...found }: Doctor): string {
  const lines = [
    `gridexplainer ${versions.gridexplainer}, Node ${versions.node}, ${versions.system}, ${cores} ${cores === 1 ? "core" : "cores"}, ${(memoryBytes / 2 ** 30).toFixed(1)} GB memory`,
    "",
    "The model of the package, asked about a picture with a known answer",
    ...inColumns(found.runtimes.map(runtimeRow)),
    "",
    "Packages",
    ...inColumns(
      found.packages.map(({ name, version, wanted, works, problem, serves }) => [
        works ? "ok" : "NO",
        `${name} ${version ?? wanted}`,
        works ? serves : `${problem ?? ""}; ${serves}`,
      ]),
    ),
    "",
    "Models",
    ...inColumns(found.models.map(({ name, state, bytes }) => [name, state, megabytes(bytes)])),
    "",
    "Cache",
    `  ${cache.path}, ${cache.exists ? megabytes(cache.bytes) : "not made yet"}, ${cache.writable ? "writable" : "NOT writable"}`,
    "",
    ...found.advice,
  ]
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`
}

function runtimeRow({ name, works, runtime, ...found }: Doctor["runtimes"][number]): readonly string[] {
  if (!works) return ["NO", name, found.problem ?? ""]
  const load = ((found.loadMilliseconds ?? 0) / 1000).toFixed(1)
  return ["ok", runtime ?? name, `${found.picturesPerSecond?.toFixed(1)} pictures a second, loaded in ${load} s`]
}

/** Rows, each column as wide as its widest word; two spaces in front. */
function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((word, column) => word.padEnd(widths[column] ?? 0)).join("  ")}`)
}
