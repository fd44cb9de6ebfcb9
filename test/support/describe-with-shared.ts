import { describe, test } from "vitest"
import { hasShared, readShared } from "#test/read-shared"

/**
 * A suite that compares with the numbers of other projects: `files` of `../shared` are read, and `suite` gets them in their order. Where that folder is
 * absent nothing is read and nothing of the suite runs, not even what collects its tests; one skipped test says so.
 *
 *     await describeWithShared("Pillow", ["data/peers/pillow-resize.json"], ([pillow]) => test(...))
 */
export async function describeWithShared<const Files extends readonly string[]>(
  name: string,
  files: Files,
  suite: (data: { readonly [File in keyof Files]: unknown }) => void,
): Promise<void> {
  if (!hasShared) {
    describe(name, () => test.skip("needs ../shared, which is absent", () => undefined))
    return
  }
  const data = (await Promise.all(files.map((file) => readShared(file)))) as { [File in keyof Files]: unknown }
  describe(name, () => suite(data))
}
