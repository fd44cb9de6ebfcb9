import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import fc from "fast-check"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { type DownloadProgress, type FetchFileOptions, fetchFile } from "../../../src/node/files/fetch-file.ts"
import { loopback } from "../support/loopback.ts"
import { problemOf } from "../support/problem-of.ts"

const content = Buffer.from(Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 251))
const sha256 = createHash("sha256").update(content).digest("hex")

type Answer = (reply: ServerResponse, request: IncomingMessage, calls: number) => unknown

/** Fetches from a server that answers like this; says what came, what went wrong and how often the server was asked. */
async function fetchFrom(answer: Answer, options: FetchFileOptions = {}) {
  let calls = 0
  const base = await loopback((request, reply) => answer(reply, request, ++calls))
  let got = "nothing"
  const problem = await problemOf(async () => {
    const bytes = await fetchFile(new URL("file", base), { sha256, retries: 0, ...options })
    got = content.equals(bytes) ? "the file" : `${bytes.length} other bytes`
  })
  return { got, problem, calls }
}

const whole: Answer = (reply) => reply.setHeader("content-length", content.length).end(content)
const html: Answer = (reply) => reply.end("<!doctype html><title>Please log in</title>")
const status =
  (code: number): Answer =>
  (reply) =>
    reply.writeHead(code).end("no")
const redirect =
  (location: string): Answer =>
  (reply) =>
    reply.writeHead(302, { location }).end()
const cutAfter =
  (bytes: number): Answer =>
  (reply) => {
    reply.setHeader("content-length", content.length).write(content.subarray(0, bytes), () => reply.destroy())
  }

describe("fetchFile", () => {
  it("brings the bytes and tells how far it is", async () => {
    const steps: DownloadProgress[] = []
    expect((await fetchFrom(whole, { onProgress: (step) => steps.push(step) })).got).toBe("the file")
    expect(steps.at(-1)).toEqual({ bytes: 200_000, totalBytes: 200_000 })
    expect(steps.map((step) => step.bytes)).toEqual(steps.map((step) => step.bytes).toSorted((a, b) => a - b))
  })

  it("goes after redirects, at most five of them", async () => {
    const hops =
      (count: number): Answer =>
      (reply, request, calls) =>
        calls <= count ? redirect(`/hop${calls}`)(reply, request, calls) : whole(reply, request, calls)
    expect((await fetchFrom(hops(5))).got).toBe("the file")
    expect((await fetchFrom(hops(6))).problem).toContain("the server redirects more than 5 times")
  })

  it.each<[string, Answer, RegExp]>([
    ["another file", (reply) => reply.end("cat"), /^INTEGRITY: .*should have the SHA-256 \w{64}, got \w{64} \(3 bytes/],
    ["a login page", html, /^INTEGRITY: .*an HTML page/],
    ["an empty file", (reply) => reply.end(), /^INTEGRITY: .*0 bytes/],
    ["the file and one byte more", (reply) => reply.end(Buffer.concat([content, Buffer.of(0)])), /^INTEGRITY/],
    ["a file that ends early without saying how long it is", (reply) => reply.end(content.subarray(1)), /^INTEGRITY/],
    [
      "more bytes than are expected",
      (reply) => reply.end(Buffer.alloc(300_001)),
      /^DOWNLOAD_FAILED: .*more than the 300000 bytes/,
    ],
    [
      "a redirect to plain http elsewhere",
      redirect("http://example.org/x"),
      /^DOWNLOAD_FAILED: .*not an https address/,
    ],
    ["a redirect to a file", redirect("file:///etc/passwd"), /^DOWNLOAD_FAILED: .*redirects to file:.*not an https/],
    ["a redirect to nowhere", (reply) => reply.writeHead(302).end(), /^DOWNLOAD_FAILED: .*status 302/],
    ["a redirect to nonsense", redirect("http://[::::]/"), /^DOWNLOAD_FAILED: .*not an https address/],
    [
      "part of a file that was not asked for in parts",
      (reply) => reply.writeHead(206).end(content),
      /^DOWNLOAD_FAILED/,
    ],
    ["no answer", (reply) => reply.destroy(), /^DOWNLOAD_FAILED/],
    ...[204, 304, 400, 401, 403, 404, 407, 410, 418, 429, 451, 500, 502, 503, 504].map(
      (code): [string, Answer, RegExp] => [`status ${code}`, status(code), new RegExp(`^DOWNLOAD_FAILED: .*${code}`)],
    ),
  ])("gives no bytes and a clear reason for %s", async (_, answer, says) => {
    const { got, problem } = await fetchFrom(answer, { maxBytes: 300_000 })
    expect(got).toBe("nothing")
    expect(problem).toMatch(says)
  })

  it("gives no bytes wherever the connection is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: content.length - 1 }), async (cut) => {
        const { got, problem } = await fetchFrom(cutAfter(cut))
        expect(got).toBe("nothing")
        expect(problem).toMatch(/^DOWNLOAD_FAILED/)
      }),
      { numRuns: 40 },
    )
  })

  it("asks again after a failure that may pass, and not after one that will not", async () => {
    const recovers: Answer = (reply, request, calls) => (calls < 3 ? status(503) : whole)(reply, request, calls)
    expect(await fetchFrom(recovers, { retries: 2 })).toMatchObject({ got: "the file", calls: 3 })
    expect(await fetchFrom(status(404), { retries: 2 })).toMatchObject({ got: "nothing", calls: 1 })
  })

  it("goes on where a cut download stopped, if it is still the same file", async () => {
    const ranges: (string | undefined)[] = []
    const resumable =
      (etags: readonly string[]): Answer =>
      (reply, request, calls) => {
        const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0)
        ranges.push(request.headers.range)
        const headers = { etag: etags[calls - 1], "content-length": content.length - start }
        const range = `bytes ${start}-${content.length - 1}/${content.length}`
        reply.writeHead(start > 0 ? 206 : 200, start > 0 ? { ...headers, "content-range": range } : headers)
        if (calls === 1) reply.write(content.subarray(0, 50_000), () => reply.destroy())
        else reply.end(content.subarray(start))
      }
    const resumed = await fetchFrom(resumable(['"a"', '"a"']), { retries: 2 })
    expect(resumed).toMatchObject({ got: "the file", calls: 2 })
    expect(ranges.at(-1)).toMatch(/^bytes=\d+-199999$/)

    const changed = await fetchFrom(resumable(['"a"', '"b"', '"b"', '"b"']), { retries: 2 })
    expect(changed.got).toBe("nothing")
    expect(changed.problem).toMatch(/^DOWNLOAD_FAILED: .*ETag/)
  })

  it("stops at its deadline, however slowly the bytes drip", async () => {
    const drip: Answer = (reply) => {
      const timer = setInterval(() => reply.write("."), 20)
      reply.on("close", () => clearInterval(timer))
    }
    expect((await fetchFrom(drip, { timeout: 300 })).problem).toMatch(/^DOWNLOAD_FAILED: .*did not end within 0\.3 s/)
    expect((await fetchFrom(() => undefined, { timeout: 300 })).problem).toMatch(/did not end within 0\.3 s/)
  })

  it("stops when it is told to, before and in the middle", async () => {
    const enough = new Error("enough")
    expect((await fetchFrom(whole, { signal: AbortSignal.abort(enough) })).problem).toBe("Error: enough")
    const controller = new AbortController()
    const stalls: Answer = (reply) => reply.setHeader("content-length", content.length).write(content.subarray(0, 10))
    const { problem } = await fetchFrom(stalls, {
      signal: controller.signal,
      onProgress: () => controller.abort(enough),
    })
    expect(problem).toBe("Error: enough")
  })

  it("heeds the proxy of the environment", async () => {
    const targets: (string | undefined)[] = []
    const proxy = await loopback(() => undefined, { connect: (target) => targets.push(target) })
    vi.stubEnv("https_proxy", proxy)
    vi.stubEnv("no_proxy", "")
    onTestFinished(() => void vi.unstubAllEnvs())
    const problem = await problemOf(() => fetchFile("https://pictures.example/cat.png", { retries: 0 }))
    expect(targets).toEqual(["pictures.example:443"])
    expect(problem).toMatch(
      /^DOWNLOAD_FAILED: .*\(through the proxy 127\.0\.0\.1:\d+\)\. Check https_proxy and try again\.$/,
    )
  })

  it.each([
    // Port 9 of this computer is closed; ".invalid" is the name of nobody.
    ["https_proxy", "127.0.0.1:9", "the proxy 127.0.0.1:9 does not accept the connection. Check https_proxy and"],
    [
      "https_proxy",
      "http://127.0.0.1:9",
      "the proxy 127.0.0.1:9 does not accept the connection. Check https_proxy and",
    ],
    [
      "HTTPS_PROXY",
      "https://me:secret@127.0.0.1:9/",
      "the proxy 127.0.0.1:9 does not accept the connection. Check HTTPS_PROXY",
    ],
    [
      "http_proxy",
      "127.0.0.1:9",
      "the proxy 127.0.0.1:9 does not accept the connection. Check http_proxy and try again.",
    ],
    [
      "https_proxy",
      "proxy.invalid:3128",
      "the name of the proxy proxy.invalid:3128 is not found. Check https_proxy and",
    ],
    [
      "https_proxy",
      "ftp://me:secret@proxy:1080",
      "https_proxy must be the address of a proxy, such as http://proxy:3128, got ftp://proxy:1080.",
    ],
    ["https_proxy", "http://", "https_proxy must be the address of a proxy"],
  ])("names the proxy where %s is %s, and no password", async (variable, address, words) => {
    for (const name of ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"])
      vi.stubEnv(name, name === variable ? address : undefined)
    onTestFinished(() => void vi.unstubAllEnvs())
    const problem = await problemOf(() => fetchFile("https://pictures.example/cat.png", { retries: 0 }))
    expect(problem).toMatch(/^DOWNLOAD_FAILED: /)
    expect(problem).toContain(words)
    expect(problem).not.toContain("secret")
  })

  it("goes past the proxy where no_proxy says so", async () => {
    vi.stubEnv("http_proxy", "http://127.0.0.1:9")
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const without of ["127.0.0.1", "example.org, 127.0.0.1", "*", ".0.0.1"]) {
      vi.stubEnv("no_proxy", without)
      expect({ without, ...(await fetchFrom(whole)) }).toMatchObject({ without, got: "the file" })
    }
    vi.stubEnv("no_proxy", "27.0.0.1")
    expect((await fetchFrom(whole)).problem).toContain("the proxy 127.0.0.1:9")
  })

  it("says so when nobody listens", async () => {
    expect(await problemOf(() => fetchFile("http://127.0.0.1:9/file", { retries: 0 }))).toBe(
      "DOWNLOAD_FAILED: the download of http://127.0.0.1:9/file failed: the server does not accept the connection. Check the network and try again.",
    )
  })

  it.each([
    ["http://example.org/x"],
    ["http://127.0.0.1.example.org/x"],
    ["http://localhost.example.org/x"],
    ["http://2130706434.example/"],
    ["http://10.0.0.1/x"],
    ["http://169.254.169.254/latest/meta-data"],
    ["http://0.0.0.0/x"],
    ["http://[::]/x"],
    ["ftp://example.org/x"],
    ["file:///etc/passwd"],
    ["data:text/plain,x"],
    ["javascript:1"],
    ["blob:https://example.org/1"],
    ["example.org/x"],
    ["//example.org/x"],
    [""],
  ])("takes https only, not %j", async (address) => {
    expect(await problemOf(() => fetchFile(address))).toBe(
      `RangeError: an address must begin with https:// (http:// only on this computer), got ${address}`,
    )
  })
})
