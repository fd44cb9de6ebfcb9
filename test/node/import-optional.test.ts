import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { importOptional, optionalPackages } from "../../src/import-optional.ts"
import { problemOf } from "./support/problem-of.ts"

const { optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  optionalDependencies: Record<string, string>
}
const sharp = `sharp@${optionalDependencies.sharp}`

describe("importOptional", () => {
  it("gives the package", async () => {
    expect(await importOptional("sharp", () => import("node:path"))).toHaveProperty("join")
  })

  it("says how to install the tested version of a package that is not there", async () => {
    expect(sharp).toMatch(/^sharp@\d+\.\d+\.\d+$/)
    const absent = Object.assign(new Error("Cannot find package 'sharp'"), { code: "ERR_MODULE_NOT_FOUND" })
    expect(await problemOf(() => importOptional("sharp", () => Promise.reject(absent)))).toBe(
      `MISSING_PACKAGE: the package sharp is not installed. Run: npm install ${sharp}`,
    )
  })

  it("tells that from one that is there and broken", async () => {
    const broken = new Error("libvips.so: cannot open shared object file")
    expect(await problemOf(() => importOptional("sharp", () => Promise.reject(broken)))).toBe(
      `MISSING_PACKAGE: the package sharp is installed but does not load. Run: npm install ${sharp}`,
    )
  })

  it("names the versions of package.json", () => expect(optionalPackages).toEqual(optionalDependencies))
})
