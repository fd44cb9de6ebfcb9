import { GridExplainerError } from "../errors.ts"
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
      nextStep: `Run: npm install ${name}`,
      cause,
    })
  }
}
