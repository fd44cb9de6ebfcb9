import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { commandReference } from "../../scripts/docs/command-reference.mjs"
import { createProgram } from "../../src/cli/program.ts"
import { fakeTerminal } from "../cli/fake-terminal.ts"

const file = fileURLToPath(new URL("../../docs/reference/command.md", import.meta.url))
const page = commandReference((print) => createProgram(fakeTerminal({ print })))

describe("the command reference", () => {
  test("is what the command says of itself (else: npm run build && npm run docs:reference)", () => {
    expect(readFileSync(file, "utf8")).toBe(page)
  })

  test("names every command and its options", () => {
    for (const heading of ["explain", "predict", "models", "models pull"])
      expect(page).toContain(`\n## gridexplainer ${heading}\n`)
    expect(page).toMatch(/\| `-g, --grid [^|]+` \| \S/)
    expect(page).toContain("\ngridexplainer explain coffee.jpg")
  })
})
