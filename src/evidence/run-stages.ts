import type { Run } from "../asking/prepare-run.ts"
import type { EvidenceStage } from "../evidence-record.ts"
import type { EvidenceOptions } from "./evidence-options.ts"

/** Runs stages one after the other, counts what they ask, and remembers which were stopped. */
export interface Stages {
  /** A stage without which nothing can be said: a stop is passed on. */
  needed<Part>(name: EvidenceStage, work: () => Promise<Part>): Promise<Part>
  /** A stage that a stopped run leaves out; undefined then, or where it is not wanted. */
  optional<Part>(name: EvidenceStage, wanted: boolean, work: () => Promise<Part>): Promise<Part | undefined>
  readonly calls: Readonly<Partial<Record<EvidenceStage, number>>>
  readonly missing: readonly EvidenceStage[]
}

export function runStages(run: Run, { signal, onStage }: Pick<EvidenceOptions, "signal" | "onStage">): Stages {
  const calls: Partial<Record<EvidenceStage, number>> = {}
  const missing: EvidenceStage[] = []

  async function needed<Part>(name: EvidenceStage, work: () => Promise<Part>): Promise<Part> {
    signal?.throwIfAborted()
    onStage?.(name)
    const before = run.asked()
    const part = await work()
    calls[name] = (calls[name] ?? 0) + run.asked() - before
    return part
  }

  return {
    needed,
    async optional(name, wanted, work) {
      if (!wanted) return undefined
      try {
        return await needed(name, work)
      } catch (error) {
        if (signal?.aborted !== true) throw error
        if (!missing.includes(name)) missing.push(name)
        return undefined
      }
    },
    calls,
    missing,
  }
}
