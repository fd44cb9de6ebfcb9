import { describe, expect, test } from "vitest"
import { isolateLimits, onlyPath } from "../../../src/cli/options/parse-option.ts"

describe("isolateLimits", () => {
  test.each([
    ["120s", { seconds: 120 }],
    ["0.5s", { seconds: 0.5 }],
    ["500MB", { megabytes: 500 }],
    ["2GB", { megabytes: 2048 }],
    ["120s,2gb", { seconds: 120, megabytes: 2048 }],
    ["1.5GB, 10s", { seconds: 10, megabytes: 1536 }],
  ])("reads %s", (text, limits) => {
    expect(isolateLimits(text)).toEqual(limits)
  })

  test.each(["", "120", "0s", "2TB", "-1s", "1e3s", "10s,20s", "10s;2GB", "1GB,500MB", "9999999s", "s", "NaNs"])(
    "refuses %j",
    (text) => {
      expect(() => isolateLimits(text)).toThrow("It must be seconds a call, memory or both: 120s, 2GB, or 120s,500MB.")
    },
  )
})

test("a second path is refused, and does not take the place of the first", () => {
  const read = onlyPath("give a folder")
  expect(read("a.png", undefined)).toBe("a.png")
  expect(() => read("b.png", "a.png")).toThrow("It is the second, after 'a.png': give a folder.")
})
