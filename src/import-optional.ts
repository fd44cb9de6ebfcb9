import { GridExplainerError } from "./errors.ts"

/** The optional packages of package.json, with the versions that this package was tested with. */
export const optionalPackages = {
  "@bufbuild/protobuf": "2.17.0",
  "@resvg/resvg-js": "2.6.2",
  ansis: "4.5.0",
  commander: "14.0.3",
  "env-paths": "4.0.0",
  "onnx-buf": "1.20.0-1",
  "onnxruntime-node": "1.30.0",
  "onnxruntime-web": "1.30.0",
  pacote: "21.5.3",
  sharp: "0.35.5",
  sixel: "0.16.0",
  "supports-terminal-graphics": "0.1.0",
  tar: "7.5.23",
  tinyglobby: "0.2.17",
  undici: "7.30.2",
} as const

export type OptionalPackage = keyof typeof optionalPackages

/** `npm install sharp@0.35.5`. ONNX Runtime's own script only fetches CUDA, and fails behind a proxy. */
export function installCommand(name: OptionalPackage): string {
  return `npm install ${name}@${optionalPackages[name]}${name === "onnxruntime-node" ? " --ignore-scripts" : ""}`
}

/**
 * Loads a package that an installation may have left out: `importOptional("sharp", () => import("sharp"))`.
 *
 * @throws GridExplainerError `MISSING_PACKAGE`, with the command that installs it
 */
export async function importOptional<Module>(name: OptionalPackage, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (cause) {
    const isAbsent = cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND"
    throw new GridExplainerError(
      "MISSING_PACKAGE",
      `the package ${name} ${isAbsent ? "is not installed" : "is installed but does not load"}`,
      { nextStep: `Run: ${installCommand(name)}`, cause },
    )
  }
}
