import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { optionalPackages } from "../../import-optional.ts"

/** The state of an optional package on this computer. */
export interface PackageCheck {
  readonly name: string
  /** The version that this package was tested with. */
  readonly wanted: string
  /** The version that is installed; absent if none is. */
  readonly version?: string
  readonly works: boolean
  /** Why it does not work; absent if it does. */
  readonly problem?: string
  /** What cannot be done without it. */
  readonly serves: string
  /** Whether pictures cannot be read, explained or drawn without it. */
  readonly needed: boolean
}

interface Purpose {
  readonly serves: string
  readonly needed?: boolean
  /** Loads it, for packages that can be installed and still not work because their code is made for one kind of computer. */
  readonly load?: () => Promise<unknown>
}

const purposes: Readonly<Record<string, Purpose>> = {
  "@bufbuild/protobuf": { serves: "reads ONNX files", needed: true },
  "@resvg/resvg-js": { serves: "draws PNG files", needed: true, load: () => import("@resvg/resvg-js") },
  ansis: { serves: "knows the colours of a terminal" },
  commander: { serves: "reads the command line" },
  "env-paths": { serves: "finds the cache" },
  "onnx-buf": { serves: "reads ONNX files", needed: true },
  "onnxruntime-node": { serves: "runs models, fast" },
  "onnxruntime-web": { serves: "runs models where onnxruntime-node cannot" },
  pacote: { serves: "fetches models" },
  sharp: { serves: "reads pictures", needed: true, load: () => import("sharp") },
  sixel: { serves: "draws in sixel terminals" },
  "supports-terminal-graphics": { serves: "knows which terminals show pictures" },
  tar: { serves: "unpacks models" },
  tinyglobby: { serves: "finds files by patterns" },
  undici: { serves: "fetches pictures from the web" },
}

/** Checks every package that an installation may have left out. */
export async function checkPackages(): Promise<readonly PackageCheck[]> {
  const require = createRequire(import.meta.url)
  return Promise.all(
    Object.entries(optionalPackages).map(async ([name, wanted]) => {
      const { serves = "", needed = false, load } = purposes[name] ?? {}
      const version = installedVersion(name, require)
      const problem = version === undefined ? "not installed" : await problemOf(load)
      return {
        name,
        wanted,
        ...(version === undefined ? {} : { version }),
        works: problem === undefined,
        ...(problem === undefined ? {} : { problem }),
        serves,
        needed,
      }
    }),
  )
}

async function problemOf(load: Purpose["load"]): Promise<string | undefined> {
  try {
    await load?.()
    return undefined
  } catch (error) {
    return `does not load: ${String(error instanceof Error ? error.message : error).split("\n")[0]}`
  }
}

/** Read from the package's own file, since many packages do not allow importing it. */
function installedVersion(name: string, require: NodeJS.Require): string | undefined {
  const folder = require.resolve.paths(name)?.find((path) => existsSync(join(path, name, "package.json")))
  if (folder === undefined) return undefined
  return (JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as { version?: string }).version
}
