import type { ReportCheck, ReportVerification } from "../../report/index.ts"
import { plainText, readFile, verifyReport } from "../engine.ts"
import { SomethingFlagged, SomethingUnchecked } from "../exit-code.ts"
import { jsonLine } from "../terminal/json-line.ts"
import type { Terminal } from "../terminal/terminal.ts"

export interface VerifyFlags {
  readonly json?: boolean
  readonly quiet?: boolean
}

/**
 * Verifies reports and prints what was found, including for those that cannot be read.
 *
 * @throws SomethingFlagged if something does not fit; SomethingUnchecked if something could not be checked and everything else fits
 */
export async function runVerify(
  paths: readonly string[],
  { json, quiet }: VerifyFlags,
  terminal: Terminal,
): Promise<void> {
  const verdicts = new Set<ReportVerification["verdict"]>()
  for (const path of paths) {
    terminal.signal.throwIfAborted()
    const found = await verifyFile(path)
    verdicts.add(found.verdict)
    if (json === true) terminal.print(jsonLine({ file: path, ...found }))
    else terminal.print(verifyText(path, found, { quiet: quiet === true }))
  }
  if (verdicts.has("differs")) throw new SomethingFlagged()
  if (verdicts.has("unchecked")) throw new SomethingUnchecked()
}

async function verifyFile(path: string): Promise<ReportVerification> {
  try {
    return await verifyReport(await readFile(path, { what: "report" }))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { verdict: "differs", fits: false, checks: [{ name: "report", state: "differs", lines: [error.message] }] }
  }
}

const marks: Readonly<Record<ReportCheck["state"], string>> = { fits: "ok", differs: "WRONG", unknown: "?" }

const ends: Readonly<Record<ReportVerification["verdict"], string>> = {
  fits: "Its parts belong together.",
  unchecked: "The page was NOT checked; what could be checked fits.",
  differs: "This report is not as it was written.",
}

/** What no file can show of itself. */
const unproven = "Who wrote it is not shown, nor that the model said so: gridexplainer rerun asks it again."

/** A line per check, and one that sums up and says what is not proven; quiet, only what does not fit or was not checked. */
export function verifyText(
  path: string,
  { verdict, checks }: ReportVerification,
  { quiet }: { readonly quiet: boolean },
): string {
  if (quiet && verdict === "fits") return ""
  const rows = checks
    .filter(({ state }) => !quiet || state !== "fits")
    .flatMap(({ name, state, lines }) =>
      lines.map(
        (line, i) =>
          `${(i === 0 ? marks[state] : "").padEnd(5)}  ${(i === 0 ? name : "").padEnd(8)}  ${plainText(line)}`,
      ),
    )
  return `${[plainText(path), ...rows, `${ends[verdict]} ${unproven}`].join("\n")}\n`
}
