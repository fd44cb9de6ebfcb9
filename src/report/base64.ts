/** The functions of the host that are used, so that the core needs no DOM types. */
const { atob, btoa } = globalThis as {
  readonly atob?: (text: string) => string
  readonly btoa?: (bytes: string) => string
}

/** Bytes as base 64. */
export function toBase64(bytes: Uint8Array): string {
  return btoa!(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
}

/** The bytes of base 64 text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob!(text)
  const bytes = new Uint8Array(signs.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = signs.charCodeAt(i)
  return bytes
}
