import { createHash } from "node:crypto"
import { dirname, join } from "node:path"
import { GridExplainerError } from "../../errors.ts"
import type { KerasFiles } from "../../models/keras/keras-to-onnx.ts"
import { readFile } from "../files/read-file.ts"

/** A Keras model in the TensorFlow.js layers format, with the SHA-256 of its joined files, `model.json` first. */
export interface ReadKerasFiles extends KerasFiles {
  readonly sha256: string
}

/** The largest model.json, in bytes. It usually has a few hundred kilobytes; parsed, it takes ten times as much memory. */
const MAX_DESCRIPTION = 2 ** 24

/** The most bytes of all files of a model together; no such model comes near it. */
const MAX_BYTES = 2 ** 31

/**
 * Reads a `model.json` and the shards that it names, which must be in its folder or below.
 *
 * @throws GridExplainerError `FILE_UNREADABLE`, `MODEL_UNREADABLE` if a shard is elsewhere or the file is not JSON
 */
export async function readKerasFiles(path: string): Promise<ReadKerasFiles> {
  const description = await readFile(path, { what: "model", maxBytes: MAX_DESCRIPTION })
  const hash = createHash("sha256").update(description)
  const model = parseJson(path, description)
  const weights: Uint8Array[] = []
  let room = MAX_BYTES
  for (const shard of shardPaths(model)) {
    const bytes = await readFile(join(dirname(path), inside(path, shard)), { what: "shard", maxBytes: room })
    room -= bytes.length
    hash.update(bytes)
    weights.push(bytes)
  }
  return { model, weights, sha256: hash.digest("hex") }
}

function parseJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new GridExplainerError("MODEL_UNREADABLE", `the model ${path} is not JSON`, { cause })
  }
}

/** The shards of all groups in order. Anything other than lists of texts is left for the model's reader to report. */
function shardPaths(model: unknown): readonly string[] {
  const manifest = propertyOf(model, "weightsManifest")
  const groups: readonly unknown[] = Array.isArray(manifest) ? manifest : []
  return groups
    .flatMap((group) => propertyOf(group, "paths"))
    .filter((path): path is string => typeof path === "string")
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

/** Refuses paths that lead out of the folder, on every system, so that a model cannot name other files of this computer. */
function inside(path: string, shard: string): string {
  const steps = shard.split("/")
  if (!steps.includes("..") && !steps.includes("") && !/[\\:\0]/.test(shard)) return shard
  throw new GridExplainerError("MODEL_UNREADABLE", `the model ${path} must name shards in its own folder, got ${shard}`)
}
