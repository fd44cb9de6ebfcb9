import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fileNamePart, withoutDeviceName } from "../../../src/cli/output/file-name-part.ts"

describe("fileNamePart", () => {
  it.each([
    ["Egyptian cat", "Egyptian cat"],
    ["hen-of-the-woods, Polyporus", "hen-of-the-woods, Polyporus"],
    ["AC/DC", "AC-DC"],
    ["../../etc/passwd", "-..-etc-passwd"],
    ['a\\b:c*d?"<e>|', "a-b-c-d-e-"],
    ["tab\tand\nline", "tab and line"],
    ["\u001b[2Jred\u202e", "[2Jred"],
    [" .hidden. ", "hidden"],
    ["cafe\u0301", "caf\u00e9"],
    ["", "unnamed"],
    ["..", "unnamed"],
    ["猫", "猫"],
  ])("makes %j to %j", (label, name) => expect(fileNamePart(label)).toBe(name))

  it("is at most 100 bytes long, without half a letter", () => {
    expect(fileNamePart("猫".repeat(200))).toBe("猫".repeat(33))
    expect(fileNamePart("😀".repeat(200))).toBe("😀".repeat(25))
  })

  it("never leads to another folder, whatever the label", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (label) => {
        const name = fileNamePart(label)
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^\.|\.$|^ | $/u)
        expect(name).not.toBe("")
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe("withoutDeviceName", () => {
  it.each([
    ["con.png", "con_.png"],
    ["NUL", "NUL_"],
    ["com1.tar.gz", "com1_.tar.gz"],
    ["LPT¹.png", "LPT¹_.png"],
    ["conga.png", "conga.png"],
    ["icon.png", "icon.png"],
  ])("makes %s to %s", (name, safe) => expect(withoutDeviceName(name)).toBe(safe))
})
