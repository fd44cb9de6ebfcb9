import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import { hashOf } from "../../src/report/hash-of.ts"
import { report } from "../../src/report/index.ts"
import { reportBy } from "../../src/report/report.ts"
import { sealWith, unsealed } from "../../src/report/seal.ts"
import { temporaryFolder } from "../node/support/temporary-folder.ts"
import { fullRecord } from "../report/make-report.ts"
import { fakeTerminal } from "./fake-terminal.ts"

/** What the command says of a report. */
async function verified(
  html: string,
  ...flags: readonly string[]
): Promise<{ code: number; lines: readonly string[] }> {
  const path = join(temporaryFolder(), "report.html")
  writeFileSync(path, html)
  const terminal = fakeTerminal()
  const code = await main(["verify", path, ...flags], terminal)
  return { code, lines: terminal.said.out.trimEnd().split("\n") }
}

const honest = await report(fullRecord())
const other = (await reportBy("0.0.9", fullRecord(), {})).replace("For 2 of 4 squares", "For 3 of 4 squares")
const unchecked = sealWith(other, await hashOf(sealWith(other, unsealed)))
const unproven = "Who wrote it is not shown, nor that the model said so: gridexplainer rerun asks it again."

it("ends with 0 where all fits, and its last line says what that does not show", async () => {
  const { code, lines } = await verified(honest)
  expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: `Its parts belong together. ${unproven}` })
  expect(await verified(honest, "--quiet")).toEqual({ code: 0, lines: [""] })
})

it("ends with 4 where the page was NOT checked, and says so also when it is to be quiet", async () => {
  const last = `The page was NOT checked; what could be checked fits. ${unproven}`
  for (const flags of [[], ["--quiet"]]) {
    const { code, lines } = await verified(unchecked, ...flags)
    expect({ code, last: lines.at(-1) }).toEqual({ code: 4, last })
  }
  expect(JSON.parse((await verified(unchecked, "--json")).lines[0]!)).toMatchObject({
    verdict: "unchecked",
    fits: false,
  })
})

it("ends with 1 where something does not fit", async () => {
  const { code, lines } = await verified(honest.replace("espresso", "candle"), "--quiet")
  expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: `This report is not as it was written. ${unproven}` })
})
