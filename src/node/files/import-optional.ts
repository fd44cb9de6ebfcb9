import { createRequire } from "node:module"
import { GridExplainerError } from "../../errors.ts"
import { systemCode } from "./system-problem.ts"

/**
 * Loads a package that an installation may have left out: `importOptional("sharp", () => import("sharp"))`.
 *
 * @throws GridExplainerError `MISSING_PACKAGE`, with the command that installs it
 */
export async function importOptional<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (cause) {
    const problem = systemCode(cause) === "ERR_MODULE_NOT_FOUND" ? "is not installed" : "is installed but does not load"
    throw new GridExplainerError("MISSING_PACKAGE", `the package ${name} ${problem}`, {
      nextStep: `Run: npm install ${withVersion(name)}`,
      cause,
    })
  }
}

/** `sharp@0.35.5`, the version that this package was tested with. The path is the same from `src/node` and from `dist/node`. */
function withVersion(name: string): string {
  const { optionalDependencies } = createRequire(import.meta.url)("../../../package.json") as {
    readonly optionalDependencies: Readonly<Record<string, string>>
  }
  const version = optionalDependencies[name]
  return version === undefined ? name : `${name}@${version}`
}
