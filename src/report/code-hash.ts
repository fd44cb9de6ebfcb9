import { toBase64 } from "./base64.ts"
import { hashOf } from "./hash-of.ts"

/** The name of a text that a Content-Security-Policy lets run: its hash in base64. */
export async function codeHash(content: string): Promise<string> {
  return `sha256-${toBase64(fromHex(await hashOf(content)))}`
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}
