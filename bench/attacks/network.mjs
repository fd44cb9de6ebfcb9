/** Servers that lie, drip, loop and lead elsewhere, all on this computer; and addresses that hold secrets. */
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { createServer as createSocketServer } from "node:net"
import { gzipSync } from "node:zlib"
import { draw } from "./support/draw.mjs"
import { endsWith } from "./support/judge-attack.mjs"

export const door = "network"

const failed = endsWith(1, /^error: /m)
const photo = readFileSync(new URL("../../examples/rocket.jpg", import.meta.url))
const zeros = gzipSync(Buffer.alloc(1e8))

/** What servers answer, by path. @type {Record<string, (reply: import("node:http").ServerResponse, request: import("node:http").IncomingMessage) => unknown>} */
const answers = {
  fine: (reply) => reply.end(photo),
  404: (reply) => reply.writeHead(404).end("no"),
  busy: (reply) => reply.writeHead(503, { "retry-after": "99999" }).end(),
  later: (reply) => reply.writeHead(429, { "retry-after": "Fri, 31 Dec 2999 23:59:59 GMT" }).end(),
  html: (reply) => reply.end("<!doctype html>login"),
  empty: (reply) => reply.end(),
  reset: (reply) => reply.destroy(),
  half: (reply) =>
    reply.setHeader("content-length", photo.length).write(photo.subarray(0, 5000), () => reply.destroy()),
  more: (reply) => reply.setHeader("content-length", 10).end(photo.subarray(0, 10)),
  gzip: (reply) => reply.setHeader("content-encoding", "gzip").end(zeros),
  silent: () => undefined,
  drip: (reply) => {
    const timer = setInterval(() => reply.write("."), 50)
    reply.on("close", () => clearInterval(timer))
  },
  endless: (reply) => {
    const piece = Buffer.alloc(1e6)
    const go = () => {
      while (!reply.destroyed && reply.write(piece));
    }
    reply.on("drain", go)
    go()
  },
  loop: (reply) => reply.writeHead(302, { location: "/loop" }).end(),
  "long-header": (reply) => reply.setHeader("x-long", "x".repeat(1e6)).end(photo),
  "many-headers": (reply) => {
    for (let i = 0; i < 5000; i++) reply.setHeader(`x-${i}`, "x")
    reply.end(photo)
  },
  to: (reply, { url = "" }) => reply.writeHead(302, { location: decodeURIComponent(url.split("?")[1] ?? "") }).end(),
}

/** @param {import("node:net").Server} server @returns {Promise<number>} */
const listening = (server) =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port))
  })

/** @param {{ dir: string, seed: number }} options @returns {AsyncGenerator<import("./support/attack.d.ts").Attack>} */
export async function* attacks({ seed }) {
  const below = draw(seed)
  const server = createServer((request, reply) => answers[request.url?.split(/[/?]/)[1] ?? ""]?.(reply, request))
  const secret = createServer((_, reply) => reply.end(photo))
  const rude = createSocketServer((socket) => socket.on("error", () => undefined).end("SSH-2.0-nothing\r\n"))
  const [port, other, noise] = [await listening(server), await listening(secret), await listening(rude)]
  const base = `http://127.0.0.1:${port}`
  const env = { http_proxy: "", https_proxy: "", HTTP_PROXY: "", HTTPS_PROXY: "" }
  /** @param {string} name @param {string} address @param {Partial<import("./support/attack.d.ts").Attack> & { flags?: string[] }} [more] */
  const ask = (name, address, { flags = ["--timeout", "4"], ...more } = {}) => ({
    name,
    command: ["predict", address, ...flags],
    env,
    expect: failed,
    ...more,
  })
  try {
    yield ask("a server that answers", `${base}/fine.jpg`.replace("fine.jpg", "fine"), { expect: endsWith(0) })
    for (const name of Object.keys(answers).filter((name) => !["fine", "to", "many-headers", "gzip"].includes(name)))
      yield ask(name, `${base}/${name}`)
    yield ask("busy says so", `${base}/busy`, {
      expect: endsWith(1, /status 503 and asks to be left alone for 99999 s/),
      flags: ["--timeout", "9"],
    })
    for (const name of ["many-headers", "gzip"]) yield ask(name, `${base}/${name}`, { expect: endsWith([0, 1]) })
    yield ask("no HTTP at all", `http://127.0.0.1:${noise}/`)
    yield ask("nobody there", "http://127.0.0.1:9/")
    for (const ms of [1500, 2500])
      yield ask(`silent, interrupted after ${ms} ms`, `${base}/silent`, {
        flags: [],
        after: [{ ms, signal: "SIGINT" }],
        expect: endsWith(130, /interrupted/),
      })

    for (const target of inside(below, other))
      yield ask(`redirect to ${target}`, `${base}/to?${encodeURIComponent(target)}`)
    yield* secrets(ask, port)
  } finally {
    for (const one of [server, secret]) one.closeAllConnections()
    for (const one of [server, secret, rude]) one.close()
  }
}

/** Addresses that a redirect must not lead to. @param {(below: number) => number} below @param {number} port */
function inside(below, port) {
  const some = Array.from(
    { length: 12 },
    () => [[10], [127], [192, 168], [169, 254], [172, 16 + below(16)]][below(5)] ?? [10],
  )
  const numbers = some.map((start) => [...start, below(256), below(256), below(256)].slice(0, 4))
  return [
    `http://127.0.0.1:${port}/`,
    "http://169.254.169.254/latest/meta-data",
    "http://example.org/",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "https://localhost:9/",
    "https://[::1]:9/",
    "https://[::ffff:127.0.0.1]:9/",
    "https://[64:ff9b::7f00:1]:9/",
    "https://2130706433:9/",
    "https://0177.0.0.1:9/",
    "https://0x7f.1:9/",
    "https://user:S3CRET@10.0.0.1/?S3CRET",
    ...numbers.map((four) => `https://${four.join(".")}:9/`),
    ...numbers.map((four) => `https://${four.reduce((sum, number) => sum * 256 + number, 0)}:9/`),
  ]
}

/** @param {(name: string, address: string, more?: object) => import("./support/attack.d.ts").Attack} ask @param {number} port */
function* secrets(ask, port) {
  const shapes = [
    `http://S3CRETuser:S3CRETpw@127.0.0.1:${port}/404?token=S3CRET`,
    `http://S3CRETuser:S3CRETpw@127.0.0.1:${port}/html#S3CRET`,
    `http://S3CRETuser:S3CRETpw@127.0.0.1:${port}/fine?token=S3CRET`,
    "http://S3CRETuser:S3CRETpw@example.org/?S3CRET",
    "https://S3CRETuser:S3CRETpw@[bad/?S3CRET",
    "ftp://S3CRETuser:S3CRETpw@example.org/?S3CRET",
  ]
  for (const flags of [[], ["--verbose"], ["--json"]])
    for (const [i, address] of shapes.entries()) {
      const expect = (/** @type {import("./support/attack.d.ts").AttackResult} */ { stdout, stderr }) =>
        /S3CRET/.test(stdout + stderr) ? `showed a secret: ${stderr.slice(0, 200)}` : undefined
      yield ask(`secrets, shape ${i} ${flags.join("")}`, address, { flags: [...flags, "--timeout", "4"], expect })
    }
}
