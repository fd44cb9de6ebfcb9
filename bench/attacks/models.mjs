/** Hostile model files: shapes of gigabytes, models without end, millions of parts, files of something else. */
import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { draw } from "./support/draw.mjs"
import { endlessModel, greedyModel, hostileModel, longModel, nestedModel } from "./support/hostile-models.mjs"
import { endsWith } from "./support/judge-attack.mjs"

export const door = "models"

/** @param {number} number @returns {number[]} */
const varint = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...varint(Math.floor(number / 128))])

/** @param {number} number @param {Uint8Array} content */
const field = (number, content) =>
  Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(content.length)]), content])

const said = "error: "
const refused = endsWith(3, new RegExp(`^${said}.*\\d`))

/** @param {{ dir: string, seed: number }} options @returns {AsyncGenerator<import("./support/attack.d.ts").Attack>} */
export async function* attacks({ dir, seed }) {
  const below = draw(seed)
  cpSync(fileURLToPath(new URL("../../examples/coffee.png", import.meta.url)), join(dir, "cup.png"))
  let count = 0
  /** @param {string} name @param {Uint8Array} bytes @param {Partial<import("./support/attack.d.ts").Attack> & { flags?: string[] }} [more] */
  const model = (name, bytes, { flags = [], ...more } = {}) => {
    const file = `model${count++}.onnx`
    writeFileSync(join(dir, file), bytes)
    return {
      name,
      command: ["predict", "cup.png", "--model", file, "--preprocessing", "zero-one", ...flags],
      expect: refused,
      ...more,
    }
  }

  const sides = [4097, 8192, 65_536, 2 ** 31, 2 ** 40, 2 ** 53]
  for (const side of sides)
    for (const input of [
      ["N", 3, side, side],
      ["N", 3, 1, side],
      ["N", side, 2, 3],
    ])
      yield model(`input [${input}]`, hostileModel({ input }))
  for (let i = 0; i < 8; i++) {
    const input = ["N", 3, 4097 + below(2 ** 30), 1 + below(4096)]
    yield model(`input [${input}]`, hostileModel({ input }))
  }
  for (const batch of [10_000, 1e6, 2 ** 31, 2 ** 40])
    yield model(`batch of ${batch}`, hostileModel({ input: [batch, 3, 32, 32] }))
  for (const classes of [2 ** 21, 2 ** 31, 2 ** 53])
    yield model(`${classes} classes`, hostileModel({ output: ["N", classes] }))
  for (const depth of [40, 50, 300]) yield model(`${depth} nested graphs`, nestedModel(depth))
  for (const nodes of [200_000, 1_000_000]) yield model(`${nodes} operators`, longModel(nodes))
  const parts = { nodes: 1, weights: 5, inputs: 11, outputs: 12, values: 13 }
  for (const [name, number] of Object.entries(parts))
    yield model(`a million empty ${name}`, field(7, Buffer.alloc(2e6, Buffer.from([number * 8 + 2, 0]))))
  yield model("sixty million numbers", field(7, field(5, field(7, Buffer.alloc(6e7, 1)))))

  const soon = [{ ms: 3000, signal: /** @type {const} */ ("SIGINT") }]
  const interrupted = endsWith(130, /interrupted/)
  for (const flags of [[], ["--isolate"]]) {
    const how = flags.length > 0 ? ", apart" : ""
    yield model(`without end${how}, interrupted`, endlessModel(), { flags, after: soon, expect: interrupted })
    yield model(`without end${how}, terminated`, endlessModel(), {
      flags,
      after: [{ ms: 3000, signal: "SIGTERM" }],
      expect: interrupted,
    })
    yield model(`90,000 operators${how}, interrupted`, longModel(90_000), { flags, after: soon, expect: interrupted })
  }
  for (const numbers of [2e8, 1e9, 1e10, 2 ** 50])
    yield model(`asks for ${numbers} numbers, apart`, greedyModel(numbers), {
      flags: ["--isolate"],
      expect: endsWith(3, /^error: the model/),
    })
  for (const numbers of [1e11, 2 ** 50])
    yield model(`asks for ${numbers} numbers`, greedyModel(numbers), { expect: endsWith(3, /^error: the model/) })
  yield model("honest, apart", hostileModel({}), { flags: ["--isolate"], expect: endsWith(0) })

  yield* otherFiles(dir)
  const whole = hostileModel({})
  for (let i = 0; i < 25; i++) {
    const bytes = Buffer.from(whole)
    for (let change = 0; change <= below(6); change++) bytes[below(bytes.length)] = below(256)
    yield model(`changed at random ${i}`, bytes, { expect: endsWith([0, 1, 2, 3]) })
  }
  yield* kerasFiles(dir, below)
}

/** @param {string} dir @returns {Generator<import("./support/attack.d.ts").Attack>} */
function* otherFiles(dir) {
  const places = {
    "a gigabyte of zeros": (/** @type {string} */ path) => sized(path, Buffer.alloc(0)),
    "a gigabyte of zeros behind a valid start": (/** @type {string} */ path) => sized(path, Buffer.from([8, 8])),
    "a graph of a gigabyte of zeros": (/** @type {string} */ path) =>
      sized(path, Buffer.from([8, 8, 0x3a, ...varint(2 ** 30 - 8)])),
    "a link in a circle": (/** @type {string} */ path) => symlinkSync(path, path),
    "a folder": (/** @type {string} */ path) => mkdirSync(path),
    "a device": (/** @type {string} */ path) => symlinkSync("/dev/zero", path),
    "an empty file": (/** @type {string} */ path) => writeFileSync(path, ""),
  }
  for (const [i, [name, make]] of Object.entries(places).entries()) {
    make(join(dir, `other${i}.onnx`))
    const command = ["predict", "cup.png", "--model", `other${i}.onnx`, "--preprocessing", "zero-one"]
    yield { name, command, expect: endsWith(3, /^error: /) }
  }
}

/** @param {string} path @param {Uint8Array} start */
function sized(path, start) {
  writeFileSync(path, start)
  truncateSync(path, 2 ** 30)
}

/** @param {string} dir @param {(below: number) => number} below @returns {Generator<import("./support/attack.d.ts").Attack>} */
function* kerasFiles(dir, below) {
  const layers = [
    ["UpSampling2D", { size: [100_000, 100_000] }],
    ["ZeroPadding2D", { padding: 1e9 }],
    ["Reshape", { target_shape: [-1, 1e9] }],
    ["Dense", { units: 2 ** 40 }],
    ["Conv2D", { filters: 2 ** 40, kernel_size: 3 }],
    ["Dropout", {}, [8192, 8192]],
    ["Dropout", {}, [2 ** 40, 1]],
    ["Dropout", {}, [4097 + below(1e9), 5]],
  ]
  for (const [i, [className, config, size = [8, 8]]] of layers.entries()) {
    const all = [
      {
        class_name: className,
        config: {
          name: "first",
          batch_input_shape: [null, .../** @type {number[]} */ (size), 3],
          .../** @type {object} */ (config),
        },
      },
      { class_name: "GlobalAveragePooling2D", config: { name: "mean" } },
      { class_name: "Activation", config: { name: "end", activation: "softmax" } },
    ]
    const model = { modelTopology: { class_name: "Sequential", config: { layers: all } }, weightsManifest: [] }
    writeFileSync(join(dir, `keras${i}.json`), JSON.stringify(model))
    const command = ["predict", "cup.png", "--model", `keras${i}.json`, "--preprocessing", "zero-one"]
    yield { name: `Keras ${className} ${JSON.stringify(config)} of ${size}`, command, expect: endsWith(3, /^error: /) }
  }
}
