import { GridExplainerError } from "../errors.ts"
import { sha256 } from "../image/sha256.ts"
import type { EmbeddedPicture } from "../render/draw/sketch.ts"
import { fromBase64 } from "./base64.ts"

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hex. */
export async function hashOf(content: string | Uint8Array): Promise<string> {
  const hash = await sha256(typeof content === "string" ? utf8(content) : content)
  if (hash !== undefined) return hash
  throw new GridExplainerError("HOST_UNSUPPORTED", "a report needs Web Crypto for its hashes, and this host has none", {
    nextStep: "Open the page by https, or use Node 20 or newer.",
  })
}

/** SHA-256 of a picture's bytes. */
export function pictureHash({ href }: EmbeddedPicture): Promise<string> {
  return hashOf(fromBase64(href.slice(href.indexOf(",") + 1)))
}

/** Every host has a TextEncoder, but the core's types do not include it. */
function utf8(text: string): Uint8Array {
  const { TextEncoder } = globalThis as { readonly TextEncoder?: new () => { encode(text: string): Uint8Array } }
  return new TextEncoder!().encode(text)
}
