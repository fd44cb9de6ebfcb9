import type { Run } from "../asking/open-run.ts"
import type { EvidenceStage } from "../evidence-record.ts"
import type { Abortable } from "../types.ts"

export interface StagesOptions {
  readonly signal?: Abortable | undefined
  /** Called when a stage begins; with several targets, for each in turn. */
  readonly onStage?: ((stage: EvidenceStage) => void) | undefined
}

/** Runs stages one after the other, counts what they ask, and remembers which were stopped. */
export interface Stages {
  /** Runs a stage without which nothing can be said: an abort is passed on. */
  needed<Part>(name: EvidenceStage, work: () => Promise<Part>): Promise<Part>
  /** Starts the stages of one target; a stopped run leaves them out. */
  optional(): OptionalStages
  /** How many pictures were asked about, by stage, for all targets together. */
  readonly calls: Readonly<Partial<Record<EvidenceStage, number>>>
}

export interface OptionalStages {
  /** Runs a stage; undefined if the run was stopped. */
  run<Part>(name: EvidenceStage, work: () => Promise<Part>): Promise<Part | undefined>
  readonly missing: readonly EvidenceStage[]
}

export function runStages(run: Pick<Run, "asked">, { signal, onStage }: StagesOptions): Stages {
  const calls: Partial<Record<EvidenceStage, number>> = {}

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
    optional: () => {
      const missing: EvidenceStage[] = []
      return {
        async run(name, work) {
          try {
            return await needed(name, work)
          } catch (error) {
            if (signal?.aborted !== true) throw error
            if (!missing.includes(name)) missing.push(name)
            return undefined
          }
        },
        missing,
      }
    },
    calls,
  }
}
