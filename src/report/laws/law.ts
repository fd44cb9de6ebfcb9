import type { Evidence } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"

/** Two places in a record that cannot both be true. */
export interface Contradiction {
  /** Where one of them stands: `["evidence", "strip"]`. */
  readonly at: readonly (string | number)[]
  /** What contradicts what, with both numbers. */
  readonly problem: string
}

/** Something that is true for every record that a run has made. */
export interface Law {
  /** The law's name, which the tests use: `effects-in-intervals`. */
  readonly name: string
  /** Finds what breaks it; undefined if nothing does. It may assume that the record has the right shape. */
  readonly find: (record: Explanation) => Contradiction | undefined
}

/** Looks at one part of the evidence, where the record holds it. */
export function ofEvidence<Part extends keyof Evidence>(
  part: Part,
  find: (held: NonNullable<Evidence[Part]>, record: Explanation) => Contradiction | undefined,
): Law["find"] {
  return (record) => {
    const held = record.evidence?.[part]
    return held === undefined || held === null ? undefined : find(held, record)
  }
}

/** The first contradiction of a list that is worked out one by one. */
export function first(found: Iterable<Contradiction | undefined>): Contradiction | undefined {
  for (const one of found) if (one !== undefined) return one
  return undefined
}

/** Sums and differences of numbers are only this exact, as a share of their size. */
const ROUNDING = 1e-9

/** Whether two numbers are equal, within the rounding of sums of numbers as large as `size`. */
export function isNear(one: number, other: number, size: number = 0): boolean {
  return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one), Math.abs(other), Math.abs(size))
}

/** A number as written in messages. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(9)))
}
