import type { TestProject } from "vitest/node"
import { pack } from "../../scripts/pack.mjs"

declare module "vitest" {
  interface ProvidedContext {
    readonly tarball: Awaited<ReturnType<typeof pack>>
  }
}

/** Packs once; every test installs the same tarball. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("tarball", await pack())
}
