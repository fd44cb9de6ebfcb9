import type { Dispatcher } from "undici"
import { GridExplainerError } from "../../errors.ts"
import { importOptional } from "../../import-optional.ts"
import { sniffFormat } from "../pictures/sniff-format.ts"
import { isPrivateAddress, PrivateAddress, publicLookup } from "./private-address.ts"
import { environmentProxies, type Proxies, type ProxyServer, proxyFor } from "./proxy.ts"
import { sha256Of } from "./sha256-of.ts"
import { shownAddress, withoutAddresses } from "./shown-address.ts"

/** What is wrong with a download that took longer than so many milliseconds. */
export function tooSlow(timeout: number): string {
  return `it did not end within ${timeout / 1000} s`
}

/** How much of a download is here, in bytes; `totalBytes` is absent where the server does not say. */
export interface DownloadProgress {
  readonly bytes: number
  readonly totalBytes?: number
}

/** The options of a download. */
export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined
  /** Called as bytes arrive. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined
}

/** The options of `fetchFile`. */
export interface FetchFileOptions extends DownloadOptions {
  /** The SHA-256 that the bytes must have, in lower-case hex. */
  readonly sha256?: string
  /**
   * The most bytes to accept.
   * @default 67108864
   */
  readonly maxBytes?: number
  /**
   * Milliseconds for the whole download, including retries; a silent server is given up then, too.
   * @default 60000
   */
  readonly timeout?: number
  /**
   * How often a failed request is repeated; an interrupted download continues where it stopped if the server supports that.
   * @default 2
   */
  readonly retries?: number
  /**
   * Whether addresses of this computer or of a private network are allowed: the one that was given, but none that a redirect leads to ("first"); none
   * at all, for servers that fetch what strangers ask for ("never"); or any ("always"). A name is judged by the address that it resolves to, at the
   * moment of connecting; behind a proxy, which looks names up itself, only by how it is written.
   * @default "first"
   */
  readonly privateNetworks?: "first" | "never" | "always"
}

const MAX_REDIRECTS = 5

/** Milliseconds that a server may ask to wait before a retry; longer waits are refused. */
const LONGEST_WAIT = 2000

/**
 * Fetches a file by https. This is the only place where this package makes web requests itself.
 *
 * Plain http is for this computer only (`127.0.0.1`, `[::1]`, `localhost`), also after redirects. The proxy variables of the environment are used. A user
 * and password in the address are sent only to its own server (Basic); no message shows them, nor what follows `?`.
 *
 * A redirect from https to http, or to this computer or a private network, is refused unless `privateNetworks` allows it.
 *
 * @throws RangeError if the address is not an https address
 * @throws GridExplainerError `DOWNLOAD_FAILED`, `INTEGRITY` if the bytes do not have the given `sha256`, `MISSING_PACKAGE`
 * @throws `signal.reason` on abort
 * @example
 * ```ts no-run
 * import { fetchFile } from "gridexplainer/node"
 * const bytes = await fetchFile("https://example.org/cat.png", { maxBytes: 1_000_000, timeout: 10_000 })
 * ```
 */
export async function fetchFile(address: string | URL, options: FetchFileOptions = {}): Promise<Uint8Array> {
  const { signal, timeout = 60_000 } = options
  const url = checkAddress(address)
  const deadline = AbortSignal.timeout(timeout)
  const stop = signal === undefined ? deadline : AbortSignal.any([signal, deadline])
  const proxies = environmentProxies()
  const proxy = proxyFor(url, proxies)
  const dispatchers = makeDispatchers(options.retries ?? 2, proxies)
  try {
    const bytes = await download(url, { ...options, signal: stop }, await dispatchers)
    return checkHash(url, bytes, options.sha256)
  } catch (error) {
    if (error instanceof GridExplainerError) throw error
    signal?.throwIfAborted()
    const problem = deadline.aborted ? tooSlow(timeout) : describe(error, proxy)
    throw failed(url, `${problem}${by(problem, proxy)}`, {
      nextStep: proxy === undefined ? "Check the network and try again." : `Check ${proxy.variable} and try again.`,
      cause: error,
    })
  } finally {
    const { open, guarded } = await dispatchers
    await Promise.all([open.destroy(), guarded.destroy()])
  }
}

/** One dispatcher that connects to any address, and one that connects to public addresses only. */
interface Dispatchers {
  readonly open: Dispatcher
  readonly guarded: Dispatcher
}

async function makeDispatchers(maxRetries: number, { http, https }: Proxies): Promise<Dispatchers> {
  const { EnvHttpProxyAgent, interceptors } = await importOptional("undici", () => import("undici"))
  const proxies = { httpProxy: http?.address ?? "", httpsProxy: https?.address ?? "" }
  const again = interceptors.retry({ maxRetries, minTimeout: 200, maxTimeout: LONGEST_WAIT })
  return {
    open: new EnvHttpProxyAgent(proxies).compose(again),
    guarded: new EnvHttpProxyAgent({ ...proxies, connect: { lookup: publicLookup } }).compose(again),
  }
}

async function download(first: URL, options: FetchFileOptions, dispatchers: Dispatchers): Promise<Uint8Array> {
  const { request } = await import("undici")
  const { privateNetworks = "first", signal } = options
  let url = first
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const isOwn = url.origin === first.origin
    const isOpen = privateNetworks === "always" || (privateNetworks === "first" && isOwn)
    if (!isOpen && isPrivateAddress(url.hostname)) throw privateTarget(first, url)
    const headers = { "accept-encoding": "identity", ...(isOwn ? authorization(first) : {}) }
    const dispatcher = isOpen ? dispatchers.open : dispatchers.guarded
    const reply = await request(withoutUser(url), { dispatcher, signal, headers }).catch((error: unknown) => {
      throw error instanceof PrivateAddress ? privateTarget(first, url, error) : error
    })
    if (reply.statusCode === 200) return await readBody(first, reply, options)
    await reply.body.dump()
    const { location } = reply.headers
    if (reply.statusCode < 300 || reply.statusCode > 399 || typeof location !== "string")
      throw failed(first, answered(reply.statusCode, reply.headers))
    url = followed(first, url, location)
  }
  throw failed(first, `the server redirects more than ${MAX_REDIRECTS} times`)
}

/** The user and password of an address, as an HTTP header. */
function authorization({ username, password }: URL): { readonly authorization?: string } {
  if (username === "" && password === "") return {}
  const plain = [username, password].map((part) => unescaped(part)).join(":")
  return { authorization: `Basic ${Buffer.from(plain).toString("base64")}` }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function withoutUser(address: URL): URL {
  const url = new URL(address)
  url.username = ""
  url.password = ""
  return url
}

function privateTarget(first: URL, url: URL, cause?: unknown): GridExplainerError {
  const what = `${shownAddress(url)}, which is on this computer or in a private network`
  const problem = url === first ? `it is ${what}` : `the server redirects to ${what}`
  return failed(first, problem, { nextStep: "Give that address itself, if you trust it.", cause })
}

/** What a server's status says, and how long it asks to wait. */
function answered(status: number, headers: Readonly<Record<string, unknown>> = {}): string {
  const wait = headers["retry-after"]
  const asks = typeof wait === "string" && wait !== "" ? ` and asks to be left alone for ${waitOf(wait)}` : ""
  return `the server answered with status ${status}${asks}`
}

/** The wait in words: seconds, or a date. */
function waitOf(wait: string): string {
  return /^\d{1,12}$/.test(wait) ? `${wait} s` : `some time (${wait.replace(/[^\w :,+-]/g, "").slice(0, 40)})`
}

async function readBody(url: URL, reply: Dispatcher.ResponseData, options: FetchFileOptions): Promise<Uint8Array> {
  const { maxBytes = 2 ** 26, onProgress } = options
  const announced = Number(reply.headers["content-length"] ?? Number.NaN)
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of reply.body as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    if (bytes > maxBytes)
      throw failed(url, `the server sends more than the ${maxBytes} bytes that are expected at most`)
    pieces.push(piece)
    onProgress?.(Number.isFinite(announced) ? { bytes, totalBytes: announced } : { bytes })
  }
  return new Uint8Array(Buffer.concat(pieces))
}

function checkHash(url: URL, bytes: Uint8Array, expected: string | undefined): Uint8Array {
  const got = sha256Of(bytes)
  if (expected === undefined || got === expected) return bytes
  throw new GridExplainerError(
    "INTEGRITY",
    `the download of ${shownAddress(url)} should have the SHA-256 ${expected}, got ${got} (${bytes.length} bytes, ${sniffFormat(bytes)})`,
    { nextStep: "A proxy or a login page may have answered in its place: try again from another network." },
  )
}

/**
 * The parsed address, if it may be fetched.
 *
 * @throws RangeError if it is neither https nor on this computer
 */
export function checkAddress(address: string | URL): URL {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : undefined
  if (url !== undefined && isAllowed(url)) return url
  throw new RangeError(
    `an address must begin with https:// (http:// only on this computer), got ${shownAddress(address)}`,
  )
}

function isAllowed(url: URL): boolean {
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  return url.protocol === "https:" || (url.protocol === "http:" && isLocal)
}

function followed(first: URL, from: URL, location: string): URL {
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined
  const isSafe = url?.protocol === "https:" || from.protocol === "http:"
  if (url !== undefined && isAllowed(url) && isSafe) return url
  throw failed(first, `the server redirects to ${shownAddress(url ?? location)}, which is not an https address`)
}

function failed(url: URL, problem: string, options: { nextStep?: string; cause?: unknown } = {}): GridExplainerError {
  return new GridExplainerError("DOWNLOAD_FAILED", `the download of ${shownAddress(url)} failed: ${problem}`, options)
}

function describe(error: unknown, proxy: ProxyServer | undefined): string {
  const { code, statusCode, message, headers } = error as {
    readonly code?: string
    readonly statusCode?: number
    readonly message?: string
    readonly headers?: Readonly<Record<string, unknown>>
  }
  if (statusCode !== undefined && statusCode >= 400) return answered(statusCode, headers)
  const asked = proxy === undefined ? "the server" : `the proxy ${proxy.host}`
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `the name of ${asked} is not found`
  if (code === "ECONNREFUSED") return `${asked} does not accept the connection`
  return withoutAddresses(message || code || String(error))
}

/** Adds the proxy's name to a problem that does not have it: a server that works elsewhere may be out of reach through it. */
function by(problem: string, proxy: ProxyServer | undefined): string {
  return proxy === undefined || problem.includes(proxy.host) ? "" : ` (through the proxy ${proxy.host})`
}
