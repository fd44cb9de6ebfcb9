import type { Command } from "commander"
import { type Terminal, terminalFor } from "../terminal/terminal.ts"
import type { VerifyFlags } from "../verify/run-verify.ts"

/** `gridexplainer verify`: whether the numbers, sentences and pictures of a report belong together. */
export function addVerify(program: Command, terminal: Terminal): void {
  program
    .command("verify")
    .summary("find out whether a report is as it was written")
    .description(
      "Computes the sentences, tables and drawings of a report again from the numbers in it, and compares them, its pictures and every other byte with what is there. Looks for numbers that contradict each other, and for anything that could run or load. A page of another version that cannot be computed again is NOT checked, and the last line says so.",
    )
    .argument("<reports...>", "reports that explain --output report.html wrote")
    .option("--json", "print what was found as JSON, one object per report, and nothing else")
    .option("-q, --quiet", "print only what does not fit or was not checked")
    .addHelpText("after", examples)
    .action(async (reports: readonly string[], flags: VerifyFlags) => {
      const { runVerify } = await import("../verify/run-verify.ts")
      await runVerify(reports, flags, terminalFor(terminal, flags))
    })
}

const examples = `
Examples:
  gridexplainer explain coffee.jpg --output report.html
  gridexplainer verify report.html

It does not check who wrote a report: anybody can write a whole new report with
numbers that fit each other. To ask the model itself again, see rerun.

Exit codes: 0 all fits, 1 something does not, or a file is no report, 4 nothing is
wrong, but the page of a report was NOT checked: another version wrote it.`
