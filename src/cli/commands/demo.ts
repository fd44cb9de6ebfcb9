import type { Command } from "commander"
import type { Terminal } from "../terminal/terminal.ts"

/** `gridexplainer demo`: a first picture for those who have none at hand. */
export function addDemo(program: Command, terminal: Terminal): void {
  program
    .command("demo")
    .summary("put a sample photo here, and explain it")
    .description("Puts coffee.jpg, a photo of a cup, into this folder and explains it with the model of the package.")
    .addHelpText("after", "\nExamples:\n  gridexplainer demo\n  gridexplainer explain coffee.jpg --output report.html")
    .action(async () => {
      const { runDemo } = await import("../demo/run-demo.ts")
      await runDemo(terminal)
    })
}
