import { defineConfig } from "vitest/config"

/** `npm run test:package`: the packed tarball, installed into empty folders from the npm registry. */
export default defineConfig({
  test: {
    name: "package",
    include: ["test/package/**/*.test.ts"],
    globalSetup: "test/package/pack.setup.ts",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
