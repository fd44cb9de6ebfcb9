import { createHash } from "node:crypto"
import type { Readable } from "node:stream"
import { GridExplainerError } from "../../errors.ts"
import { importOptional } from "../../import-optional.ts"
import type { NpmSource } from "../../models/catalog.ts"
import { type DownloadOptions, tooSlow } from "../files/fetch-file.ts"
import { shownAddress, withoutAddresses } from "../files/shown-address.ts"
import { systemCode } from "../files/system-problem.ts"

/** How npm packages are downloaded. */
export interface RegistryOptions extends DownloadOptions {
  /**
   * Where npm packages come from.
   * @default the environment variable npm_config_registry, or "https://registry.npmjs.org/"
   */
  readonly registry?: string | undefined
  /**
   * How often a failed request is repeated.
   * @default 2
   */
  readonly retries?: number | undefined
  /** Milliseconds for the whole download, retries included. Default: as long as it takes, while the registry is never silent for a minute. */
  readonly timeout?: number | undefined
}

/**
 * Downloads the file of an npm package into memory through pacote, which runs none of its scripts, and returns it once its SHA-512 is right:
 * nothing is unpacked before that.
 *
 * @throws GridExplainerError `DOWNLOAD_FAILED`, `INTEGRITY`, `MISSING_PACKAGE`
 * @throws `signal.reason` on abort
 */
export async function downloadPackage(source: NpmSource, options: RegistryOptions = {}): Promise<Uint8Array> {
  const { signal, timeout, retries = 2 } = options
  const { registry = process.env.npm_config_registry || "https://registry.npmjs.org/" } = options
  const name = `${source.package}@${source.version}`
  const { default: pacote } = await importOptional("pacote", () => import("pacote"))
  const enough = new AbortController()
  const deadline = timeout === undefined ? undefined : AbortSignal.timeout(timeout)
  const settings = {
    registry,
    integrity: source.integrity,
    fetchRetries: retries,
    fetchRetryMintimeout: 200,
    fetchRetryMaxtimeout: 2000,
    timeout: 60_000, // for silence, not for the whole
    signal: AbortSignal.any([enough.signal, signal, deadline].filter((one) => one !== undefined)),
  }
  try {
    const collect = (stream: Readable): Promise<Uint8Array> => readPackage(stream, source, options)
    return checkIntegrity(await pacote.tarball.stream(name, collect, settings), source)
  } catch (error) {
    if (error instanceof GridExplainerError) throw error
    signal?.throwIfAborted()
    if (systemCode(error) === "EINTEGRITY") throw wrongPackage(source, "another SHA-512", error)
    const late = deadline?.aborted === true ? tooSlow(timeout!) : undefined
    const reason = late ?? (error instanceof Error ? error.message : String(error))
    const problem = `the download of ${name} from ${shownAddress(registry)} failed: ${withoutAddresses(reason)}`
    throw new GridExplainerError("DOWNLOAD_FAILED", problem, {
      nextStep: "Check the network and try again; what was downloaded before needs no network.",
      cause: error,
    })
  } finally {
    enough.abort()
  }
}

async function readPackage(
  stream: Readable,
  source: NpmSource,
  { signal, onProgress }: RegistryOptions,
): Promise<Uint8Array> {
  // The loop receives errors by itself. Errors of a connection that was left early come after the loop, and would end the program.
  stream.on("error", () => undefined)
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    signal?.throwIfAborted()
    bytes += piece.length
    if (bytes > source.packageBytes) throw wrongPackage(source, `more than ${source.packageBytes} bytes`)
    pieces.push(piece)
    onProgress?.({ bytes, totalBytes: source.packageBytes })
  }
  return Buffer.concat(pieces)
}

/** Checked here as well, since pacote checks the hash only if the status is 200. */
function checkIntegrity(bytes: Uint8Array, source: NpmSource): Uint8Array {
  const got = `sha512-${createHash("sha512").update(bytes).digest("base64")}`
  if (got === source.integrity) return bytes
  throw wrongPackage(source, `${bytes.length} bytes with ${got}`)
}

function wrongPackage(source: NpmSource, got: string, cause?: unknown): GridExplainerError {
  return new GridExplainerError(
    "INTEGRITY",
    `the download of ${source.package}@${source.version} should have ${source.packageBytes} bytes with ${source.integrity}, got ${got}`,
    { nextStep: "It was cut short or changed on its way: try again, and check the registry if this stays.", cause },
  )
}
