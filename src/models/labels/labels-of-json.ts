import { byNumber, NotLabels } from "./not-labels.ts"

type Fields = Readonly<Record<string, unknown>>

/** The keys under which other programs store names: Transformers, Teachable Machine, Ultralytics, COCO, Keras, torchvision, in this order. */
const holders = [
  "id2label",
  "labels",
  "class_names",
  "classNames",
  "classes",
  "names",
  "categories",
  "class_indices",
  "class_to_idx",
  "label2id",
  "label_names",
]

const nameKeys = ["name", "label", "class_name", "className", "display_name", "displayName", "class", "title"]
const numberKeys = ["id", "index", "class_id", "classId", "label_id", "class_index", "value"]

/**
 * The names in parsed JSON: a list of names, of `{ id, name }` or of `[number, name]`; an object from number to name or from name to number; or an object
 * that holds one of these under a key that other programs use.
 *
 * @throws NotLabels
 */
export function labelsOfJson(value: unknown): readonly string[] {
  if (Array.isArray(value)) return ofList(value)
  if (!isFields(value)) throw new NotLabels("holds no list of names")
  const holder = isNumbering(value) ? undefined : holders.find((key) => Object.hasOwn(value, key))
  const held = holder === undefined ? value : value[holder]
  return isFields(held) ? ofFields(held) : ofList(held)
}

function ofList(list: unknown): readonly string[] {
  if (!Array.isArray(list)) throw new NotLabels("holds no list of names")
  if (list.length === 0) throw new NotLabels("is an empty list")
  const numbers = list.map(numberIn)
  const isNumbered = numbers.every((number) => number !== undefined)
  const entries = list.map((one: unknown, i) => [isNumbered ? numbers[i]! : i, nameIn(one)] as const)
  return byNumber(entries)
}

function ofFields(fields: Fields): readonly string[] {
  const entries = Object.entries(fields)
  if (entries.length === 0) throw new NotLabels("is an empty list")
  if (isNumbering(fields)) return byNumber(entries.map(([name, number]) => [Number(number), name]))
  if (entries.every(([key]) => isWhole(key)))
    return byNumber(entries.map(([number, name]) => [Number(number), nameIn(name)]))
  throw new NotLabels(`holds no names of classes, but ${listed(fields)}`)
}

/** From names to numbers: `{ "bright": 0, "dark": 1 }`. */
function isNumbering(fields: Fields): boolean {
  const entries = Object.entries(fields)
  const isNumbers = entries.every(([, value]) => isWhole(value))
  return (
    isNumbers && (entries.some(([key]) => !isWhole(key)) || entries.every(([, value]) => typeof value === "number"))
  )
}

/** In Keras's file of ImageNet names, each name is the last item of a list. */
function nameIn(value: unknown): string {
  if (typeof value === "string") return value
  const name = Array.isArray(value)
    ? value.findLast((part) => typeof part === "string")
    : isFields(value) && nameKeys.map((key) => value[key]).find((one) => typeof one === "string")
  if (typeof name === "string") return name
  throw new NotLabels(`holds ${kindOf(value)} where a name should be`)
}

function numberIn(value: unknown): number | undefined {
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : isFields(value)
      ? numberKeys.map((key) => value[key])
      : []
  return parts.find((part): part is number => typeof part === "number" && isWhole(part))
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown): boolean {
  return typeof value === "string" ? /^\d{1,9}$/.test(value) : Number.isSafeInteger(value) && Number(value) >= 0
}

function kindOf(value: unknown): string {
  if (isFields(value)) return listed(value)
  if (Array.isArray(value)) return "a list without a name"
  return value === null ? "null" : `the ${typeof value} ${JSON.stringify(value)}`
}

function listed(fields: Fields): string {
  const keys = Object.keys(fields)
  const shown = keys.slice(0, 4).map((key) => JSON.stringify(key.slice(0, 40)))
  return `an object with ${keys.length === 1 ? "the key" : "the keys"} ${shown.join(", ")}${keys.length > 4 ? ", ..." : ""}`
}
