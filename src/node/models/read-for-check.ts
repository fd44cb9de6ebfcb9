import type { Probe } from "../../wiring/wiring-record.ts"
import type { LoadModelOptions, ReadModel } from "./model-kind.ts"
import { readModel } from "./read-model.ts"
import { readProbes } from "./read-probes.ts"

/** A model that is checked, and the pictures that it is checked with. */
export interface ReadForCheckOptions extends Omit<LoadModelOptions, "onProgress" | "signal"> {
  /** Pictures to ask about, with the names of their classes where they are known. @default those of the package */
  readonly pictures?: readonly Probe[] | undefined
  readonly onDownload?: LoadModelOptions["onProgress"]
  readonly signal?: AbortSignal | undefined
}

/** Reads both. */
export async function readForCheck(
  nameOrPath: string,
  { pictures, onDownload, signal, ...model }: ReadForCheckOptions,
): Promise<{ readonly read: ReadModel; readonly probes: readonly Probe[] }> {
  const read = await readModel(nameOrPath, {
    ...model,
    ...(signal === undefined ? {} : { signal }),
    ...(onDownload === undefined ? {} : { onProgress: onDownload }),
  })
  return { read, probes: pictures ?? (await readProbes()) }
}
