import type { ReportCheck, ReportVerification } from "../../report/index.ts"
import { plainText, readFile, verifyReport } from "../engine.ts"
import { SomethingFlagged } from "../exit-code.ts"
import { jsonLine } from "../terminal/json-line.ts"
import type { Terminal } from "../terminal/terminal.ts"

export interface VerifyFlags {
  readonly json?: boolean
  readonly quiet?: boolean
}

/**
 * Verifies reports and prints what was found, also of those that cannot be read.
 *
 * @throws SomethingFlagged where something does not fit
 */
export async function runVerify(
  paths: readonly string[],
  { json, quiet }: VerifyFlags,
  terminal: Terminal,
): Promise<void> {
  let fits = true
  for (const path of paths) {
    terminal.signal.throwIfAborted()
    const found = await verifyFile(path)
    fits &&= found.fits
    if (json === true) terminal.print(jsonLine({ file: path, ...found }))
    else terminal.print(verifyText(path, found, { quiet: quiet === true }))
  }
  if (!fits) throw new SomethingFlagged()
}

async function verifyFile(path: string): Promise<ReportVerification> {
  try {
    return await verifyReport(new TextDecoder().decode(await readFile(path, { what: "report" })))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { fits: false, checks: [{ name: "report", state: "differs", lines: [error.message] }] }
  }
}

const marks: Readonly<Record<ReportCheck["state"], string>> = { fits: "ok", differs: "WRONG", unknown: "?" }

/** A line a check, and one that sums up; quiet, only what does not fit. */
export function verifyText(
  path: string,
  { fits, checks }: ReportVerification,
  { quiet }: { readonly quiet: boolean },
): string {
  const rows = checks
    .filter(({ state }) => !quiet || state === "differs")
    .flatMap(({ name, state, lines }) =>
      lines.map(
        (line, i) =>
          `${(i === 0 ? marks[state] : "").padEnd(5)}  ${(i === 0 ? name : "").padEnd(8)}  ${plainText(line)}`,
      ),
    )
  if (quiet && rows.length === 0) return ""
  const end = fits ? "Its parts belong together." : "This report is not as it was written."
  return `${[plainText(path), ...rows, ...(quiet ? [] : [end])].join("\n")}\n`
}
