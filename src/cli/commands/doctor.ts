import type { Command } from "commander"
import type { Terminal } from "../terminal/terminal.ts"

/** `gridexplainer doctor`: what runs on this computer, and what to install for more. */
export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command("doctor")
    .summary("test what runs here, and how fast")
    .description(
      "Tests what runs on this computer: packages, both builds of ONNX Runtime with the model of the package, the cache; and says what to install for more speed.",
    )
    .option("--json", "print what was found as JSON, and nothing else")
    .addHelpText("after", "\nExit codes: 0 all works, 1 a package is missing, 3 no model runs.")
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { runDoctor } = await import("../doctor/run-doctor.ts")
      await runDoctor({ json: json === true }, terminal)
    })
}
