import { existsSync, realpathSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { chromiumLaunchOptions } from "./scripts/chromium.mjs"
import { coreFolders, rimFolders } from "./scripts/rooms.mjs"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const shared = here("../shared")

/** `npm run test:browser`: the tests of the pure core, in headless Chromium. */
export default defineConfig({
  resolve: { alias: { "#test/read-shared": here("test/support/read-shared.browser.ts") } },
  define: { SHARED_FOLDER: JSON.stringify(existsSync(shared) ? shared : null) },
  server: { fs: { allow: [here("."), realpathSync(here("node_modules")), shared] } },
  optimizeDeps: { include: ["culori", "fast-check", "markdown-it", "zod"] },
  test: {
    name: "browser",
    setupFiles: "test/support/seed.setup.ts",
    provide: { seed: Number(process.env.SEED ?? 1), drawings: 100, plantedSeeds: null },
    include: ["test/*.test.ts", `test/{explain,${coreFolders.join(",")}}/**/*.test.ts`],
    exclude: [
      ...rimFolders.map((folder) => `test/${folder}/**`),
      // They read files of the repository.
      ...["laws", "linear-readers"].map((name) => `test/report/${name}.test.ts`),
    ],
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumLaunchOptions() }),
      instances: [{ browser: "chromium" }],
    },
  },
})
