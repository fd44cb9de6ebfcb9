/** Damaged, lying and oversized pictures. What is read must be read right, what is not is refused in words. */
import { readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { mutatePicture, wholePictures } from "../fuzz-pictures/mutate-picture.mjs"
import { draw } from "./support/draw.mjs"
import { endsWith } from "./support/judge-attack.mjs"
import { pngChunk, pngHeader, pngSignature } from "./support/make-png.mjs"

export const door = "pictures"

const refused = endsWith(1, /^error: the picture /)
const readOrRefused = endsWith([0, 1])

/** @param {{ dir: string, seed: number }} options @returns {AsyncGenerator<import("./support/attack.d.ts").Attack>} */
export async function* attacks({ dir, seed }) {
  const below = draw(seed)
  let count = 0
  /** @param {string} name @param {Uint8Array} bytes @param {Partial<import("./support/attack.d.ts").Attack>} [more] */
  const picture = (name, bytes, more = {}) => {
    const file = `picture${count++}`
    writeFileSync(join(dir, file), bytes)
    return { name, command: ["predict", file], expect: refused, ...more }
  }
  const photo = readFileSync(new URL("../../examples/rocket.jpg", import.meta.url))
  for (let i = 0; i < 20; i++) {
    const share = 0.1 + below(80) / 100
    const cut = photo.subarray(0, Math.floor(photo.length * share))
    yield picture(`JPEG cut at ${share}, with an end mark`, Buffer.concat([cut, Buffer.of(0xff, 0xd9)]))
  }
  const tall = Buffer.from(photo)
  tall.writeUInt16BE(7000, photo.indexOf(Buffer.of(0xff, 0xc0)) + 5)
  yield picture("JPEG whose header says 7000 lines", tall)

  const png = readFileSync(new URL("../../examples/coffee.png", import.meta.url))
  const fine = { expect: endsWith(0) }
  yield picture("60 MB behind a PNG", Buffer.concat([png, Buffer.alloc(6e7)]), fine)
  const head = png.subarray(0, 33)
  const rest = png.subarray(33)
  /** @param {string} name @param {Uint8Array} chunk @param {number} times */
  const stuffed = (name, chunk, times) =>
    picture(name, Buffer.concat([head, Buffer.alloc(chunk.length * times, chunk), rest]), { expect: readOrRefused })
  yield stuffed("a million empty chunks", pngChunk("teXt", Buffer.alloc(0)), 1e6)
  yield stuffed("a million empty pieces of pixels", pngChunk("IDAT", Buffer.alloc(0)), 1e6)
  const zeros = deflateSync(Buffer.alloc(2e8))
  yield stuffed("texts that unpack to 10 GB", pngChunk("zTXt", Buffer.concat([Buffer.from("k\0\0"), zeros])), 50)
  yield stuffed("profiles that unpack to 10 GB", pngChunk("iCCP", Buffer.concat([Buffer.from("k\0\0"), zeros])), 50)
  yield stuffed(
    "a thousand profiles of 8 MB",
    pngChunk("iCCP", Buffer.concat([Buffer.from("k\0\0"), deflateSync(Buffer.alloc(8e6))])),
    1000,
  )
  const sizes = /** @type {const} */ ([
    [30_000, 30_000],
    [1, 2 ** 31 - 1],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [65_536, 2],
  ])
  for (const [width, height] of sizes)
    yield picture(`PNG of ${width} x ${height}`, Buffer.concat([pngSignature, pngHeader(width, height), rest]))

  const large = { create: { width: 7000, height: 7000, channels: 3, background: "#345678" } }
  const jpeg = await sharp(/** @type {import("sharp").SharpOptions} */ (large))
    .jpeg()
    .toBuffer()
  yield picture("JPEG of 49 million pixels", jpeg, fine)
  for (const ms of [400, 700, 1000])
    yield picture(`JPEG of 49 million pixels, interrupted after ${ms} ms`, jpeg, {
      after: [{ ms, signal: "SIGINT" }],
      expect: endsWith([0, 130]),
    })
  yield picture("script behind a GIF's signature", Buffer.from("GIF89a=1;alert(1)//"))
  yield picture("SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"))
  yield picture(
    "gigantic GIF frame",
    Buffer.from("GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\0;", "latin1"),
  )
  const places = {
    "a link in a circle": "circle",
    "a device": "/dev/zero",
    "the keyboard": "/dev/tty",
    "a folder": ".",
  }
  for (const [i, [name, target]] of Object.entries(places).entries()) {
    const file = target === "circle" ? "circle" : `place${i}.png`
    symlinkSync(target, join(dir, file))
    yield { name, command: ["predict", file], expect: endsWith(name === "a folder" ? [0, 1] : 1, /^error: /) }
  }
  yield { name: "nothing on standard input", command: ["predict", "-"], expect: endsWith(1, /standard input is empty/) }
  yield {
    name: "70 MB on standard input",
    command: ["predict", "-"],
    stdin: Buffer.alloc(7e7, 0xff),
    expect: endsWith(1, /more than the 67108864 bytes/),
  }
  const whole = wholePictures()
  for (let index = 0; index < 60; index++) {
    const { name, bytes } = mutatePicture(whole, { index, seed })
    yield picture(`${index}: ${name}`, bytes, { expect: readOrRefused })
  }
}
