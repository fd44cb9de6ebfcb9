/** The part of Web Crypto that is used, so that the core needs no DOM types. */
interface Digester {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>
}

/**
 * SHA-256 in lower-case hex, from the host's Web Crypto; undefined if there is none, as on a page without https.
 *
 * @example
 * ```ts
 * import { sha256 } from "gridexplainer"
 * const digest = await sha256(new Uint8Array(0))
 * digest?.slice(0, 8) // => "e3b0c442"
 * ```
 */
export async function sha256(bytes: Uint8Array): Promise<string | undefined> {
  const { crypto } = globalThis as { readonly crypto?: { readonly subtle?: Digester } }
  const digest = await crypto?.subtle?.digest("SHA-256", bytes)
  if (digest === undefined) return undefined
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
