import { unreadable } from "./failures.ts"

/** An object of parsed JSON. */
export type Json = Readonly<Record<string, unknown>>

/** The deepest nesting of brackets in a file; a model inside a model takes four levels. */
const deepestFile = 200

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !isList(value)
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Refuses files nested so deeply that following them would exhaust the stack. */
export function refuseDeep(file: unknown): void {
  let level = [file]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestFile) throw unreadable(`model.json must be nested at most ${deepestFile} levels deep`)
    level = level.flatMap((value): unknown[] => (typeof value === "object" && value ? Object.values(value) : []))
  }
}
