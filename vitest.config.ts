import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `npm run test:node`: everything but the tests of the packed tarball. */
export default defineConfig({
  resolve: {
    alias: {
      "#test/read-shared": here("test/support/read-shared.node.ts"),
      "#process-session": here("src/models/onnx/process-session.ts"),
      "#worker-session": here("src/models/onnx/worker-session.ts"),
    },
  },
  test: {
    name: `node ${process.versions.node.split(".", 1)[0]}`,
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    setupFiles: "test/support/seed.setup.ts",
    provide: {
      seed: Number(process.env.SEED ?? 1),
      drawings: Number(process.env.DRAWINGS ?? 300),
      plantedSeeds: Number(process.env.PLANTED_SEEDS) || null,
    },
    globalSetup: "test/support/build.setup.ts",
    // Many tests wait for a process of theirs: on two cores the default, one at a time, takes half as long again.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
