import { existsSync, readFileSync } from "node:fs"

const root = new URL("../../../shared/", import.meta.url)

/** Whether the folder of reference data lies beside the checkout. */
export const hasShared: boolean = existsSync(root)

/** Parses a JSON file of the reference data: `readShared("data/peers/pillow-resize.json")`. */
export async function readShared(path: string): Promise<unknown> {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"))
}
