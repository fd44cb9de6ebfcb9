import { crc32 } from "./crc32.mjs"

export const pngSignature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")

/** @param {string} name @param {Uint8Array} content */
export function pngChunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Of a picture in RGB with 8 bits. @param {number} width @param {number} height */
export function pngHeader(width, height) {
  const content = Buffer.alloc(13)
  content.writeUInt32BE(width, 0)
  content.writeUInt32BE(height, 4)
  content.set([8, 2], 8)
  return pngChunk("IHDR", content)
}
