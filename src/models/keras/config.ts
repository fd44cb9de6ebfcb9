import { shown, unreadable } from "./failures.ts"
import { isJson, isList } from "./json.ts"
import type { LayerSpec } from "./model-json.ts"

/** Rows and columns. */
export type Pair = readonly [number, number]

/** Before and after, for rows and for columns. */
export type Margins = readonly [rows: Pair, columns: Pair]

/** The settings of a layer, checked as they are read. A setting without a fallback must be there. */
export interface Config {
  number(key: string, fallback?: number): number
  /** A whole number from 1. */
  count(key: string, fallback?: number): number
  flag(key: string, fallback: boolean): boolean
  /** `3` or `[3, 3]`, whole numbers from 1. */
  pair(key: string, fallback?: Pair): Pair
  /** `1`, `[1, 2]` or `[[0, 1], [0, 1]]`, whole numbers from 0. */
  margins(key: string): Margins
  /** `0.5` or `[0.5, 1]`. */
  numbers(key: string, fallback?: readonly number[]): readonly number[]
  /** A shape; a size that follows from the others is -1, or null in TensorFlow.js. */
  sizes(key: string): readonly number[]
  /** A name, or one of the objects that Keras 3 and TensorFlow.js write instead. */
  name(key: string, fallback: string): string
}

/** The name of a layer in errors: `layer conv1 (Conv2D)`. */
export function titleOf({ name, className }: LayerSpec): string {
  return `layer ${name} (${className})`
}

/** Reads the settings of a layer. Each reader throws `MODEL_UNREADABLE` if the file has something else. */
export function configOf(layer: LayerSpec): Config {
  const read =
    <T>(what: string, parse: (value: unknown) => T | undefined) =>
    (key: string, fallback?: T): T => {
      const value = layer.config[key]
      const parsed = value === undefined || value === null ? fallback : parse(value)
      if (parsed === undefined) throw unreadable(`${key} of ${titleOf(layer)} must be ${what}, got ${shown(value)}`)
      return parsed
    }
  return {
    number: read("a number", (value) => (isNumber(value) ? value : undefined)),
    count: read("a whole number from 1", (value) => (isCount(value) ? value : undefined)),
    flag: read("true or false", (value) => (typeof value === "boolean" ? value : undefined)),
    pair: read("one or two whole numbers from 1", parsePair),
    margins: read("whole numbers from 0, for rows and columns", parseMargins),
    numbers: read("a number or a list of numbers", (value) => list(value, isNumber)),
    sizes: read("a list of sizes", parseSizes),
    name: read("a name", parseName),
  }
}

function isNumber(value: unknown): value is number {
  // What counts is the 32-bit float that the converted model computes with.
  return typeof value === "number" && Number.isFinite(Math.fround(value))
}

function isCount(value: unknown): value is number {
  return isIndex(value) && value > 0
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function list<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] | undefined {
  const items = isList(value) ? value : [value]
  return items.every(is) ? items : undefined
}

function parsePair(value: unknown): Pair | undefined {
  const [rows, columns = rows, ...more] = list(value, isCount) ?? []
  return rows === undefined || columns === undefined || more.length > 0 ? undefined : [rows, columns]
}

function parseMargins(value: unknown): Margins | undefined {
  const sides = isList(value) ? value : [value, value]
  if (sides.length !== 2) return undefined
  const [rows, columns] = sides.map((side) => {
    const [before, after = before, ...more] = list(side, isIndex) ?? []
    return before === undefined || after === undefined || more.length > 0 ? undefined : ([before, after] as const)
  })
  return rows && columns && [rows, columns]
}

function parseSizes(value: unknown): readonly number[] | undefined {
  const sizes = isList(value) ? value.map((size) => size ?? -1) : [undefined]
  return sizes.every((size): size is number => Number.isSafeInteger(size)) ? sizes : undefined
}

/** `"relu"`, `{ class_name: "relu", config: {} }`, `{ class_name: "function", config: "relu" }`. */
function parseName(value: unknown): string | undefined {
  if (!isJson(value)) return typeof value === "string" ? value : undefined
  return [value.config, value.class_name].find((name) => typeof name === "string")
}
