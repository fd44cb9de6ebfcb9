import { Readable } from "node:stream"
import { describe, expect, it } from "vitest"
import { readStandardInput } from "../../../src/node/files/read-standard-input.ts"
import { problemOf } from "../support/problem-of.ts"

describe("readStandardInput", () => {
  it("joins all that comes", async () => {
    const stream = Readable.from([Buffer.from([1, 2]), Buffer.from([3])])
    expect(await readStandardInput(stream)).toEqual(Uint8Array.of(1, 2, 3))
  })

  it("takes no more than it may", async () => {
    const stream = (): Readable => Readable.from([new Uint8Array(3), new Uint8Array(2)])
    expect(await readStandardInput(stream(), { maxBytes: 5 })).toHaveLength(5)
    expect(await problemOf(() => readStandardInput(stream(), { maxBytes: 4 }))).toBe(
      "FILE_UNREADABLE: standard input has more than the 4 bytes that are read at most",
    )
  })

  it("refuses nothing, a keyboard and a stream that breaks", async () => {
    expect(await problemOf(() => readStandardInput(Readable.from([])))).toBe("FILE_UNREADABLE: standard input is empty")
    const keyboard = Object.assign(Readable.from([new Uint8Array(1)]), { isTTY: true })
    expect(await problemOf(() => readStandardInput(keyboard))).toMatch(
      /^FILE_UNREADABLE: standard input is the keyboard\. Pipe a picture/,
    )
    const broken = new Readable({ read: () => broken.destroy(new Error("gone")) })
    expect(await problemOf(() => readStandardInput(broken))).toBe(
      "FILE_UNREADABLE: standard input cannot be read (Error: gone)",
    )
  })

  it("stops waiting when it is told to", async () => {
    const silent = new Readable({ read: () => undefined })
    const stop = new AbortController()
    const reading = problemOf(() => readStandardInput(silent, { signal: stop.signal }))
    stop.abort(new Error("enough"))
    expect(await reading).toBe("Error: enough")
    expect(silent.destroyed).toBe(true)
  })
})
