import { mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

/** A new empty folder that is gone after the test, or, outside of tests, with `afterAll`, after all of them. */
export function temporaryFolder(atTheEnd: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "gridexplainer-test-"))
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs something without the rights of root, which may open everything. */
export async function withoutRights<T>(task: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    return await task()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
