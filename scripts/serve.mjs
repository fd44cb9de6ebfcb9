/**
 * A server of static files on this computer alone. `node scripts/serve.mjs [folder]` serves the checkout, so that
 * `examples/browser/` can be opened; the tests serve the built documentation and the examples with it.
 */
import { readFile, stat } from "node:fs/promises"
import { createServer } from "node:http"
import { extname, join, normalize, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** @type {Readonly<Record<string, string>>} */
const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
}

/**
 * Serves a folder at a free port of the loopback address; a folder's page is its `index.html`.
 *
 * @param {string} folder
 * @returns {Promise<{ readonly address: string, readonly close: () => void }>} the address without a slash at its end
 */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname))
    answer(join(resolve(folder), path)).then(
      ({ file, bytes }) => {
        response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream")
        response.end(bytes)
      },
      () => response.writeHead(404).end("not here"),
    )
  })
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)))
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address())
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** @param {string} path */
async function answer(path) {
  const file = (await stat(path)).isDirectory() ? join(path, "index.html") : path
  return { file, bytes: await readFile(file) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)))
  console.log(`${address}/examples/browser/`)
}
