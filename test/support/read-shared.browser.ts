/** Set by `vitest.browser.config.ts`: the folder of reference data, or null where it is absent. */
declare const SHARED_FOLDER: string | null

/** Whether the folder of reference data lies beside the checkout. */
export const hasShared: boolean = SHARED_FOLDER !== null

/** Parses a JSON file of the reference data, asked from Vite's server. */
export async function readShared(path: string): Promise<unknown> {
  const response = await fetch(`/@fs${SHARED_FOLDER}/${path}`)
  if (!response.ok) throw new Error(`cannot read ${path}: HTTP ${response.status}`)
  return response.json()
}
