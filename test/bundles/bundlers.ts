import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { build as esbuild } from "esbuild"
import { build as vite } from "vite"
import webpack from "webpack"

/** What came of a build: every complaint, and the JavaScript. */
export interface Bundle {
  readonly problems: readonly string[]
  readonly code: string
}

/** Bundles a program for browsers into a new folder below its own. */
export type Bundler = (folder: string, entry: string) => Promise<Bundle>

export const bundlers: Readonly<Record<string, Bundler>> = {
  async esbuild(folder, entry) {
    const outdir = join(folder, `esbuild-${entry}`)
    const built = await esbuild({
      ...{ absWorkingDir: folder, entryPoints: [entry], outdir, bundle: true, splitting: true },
      ...{ format: "esm", platform: "browser", logLevel: "silent" },
    }).catch((error: unknown) => error as Awaited<ReturnType<typeof esbuild>>)
    return { problems: [...built.errors, ...built.warnings].map(({ text }) => text), code: codeIn(outdir) }
  },

  async webpack(folder, entry) {
    const path = join(folder, `webpack-${entry}`)
    const compiler = webpack({
      ...{ context: folder, entry: `./${entry}`, mode: "development", devtool: false, target: "web", output: { path } },
    })
    const found = await new Promise<webpack.StatsCompilation>((resolve, reject) => {
      compiler.run((error, stats) =>
        stats === undefined ? reject(error!) : resolve(stats.toJson({ all: false, errors: true, warnings: true })),
      )
    })
    return { problems: [...found.errors!, ...found.warnings!].map(({ message }) => message), code: codeIn(path) }
  },

  async vite(folder, entry) {
    const outDir = join(folder, `vite-${entry}`)
    const problems: string[] = []
    const note = (message: string): void => void problems.push(message)
    await vite({
      ...{ configFile: false, root: folder, publicDir: false },
      customLogger: {
        ...{ info: () => undefined, warn: note, warnOnce: note, error: note, clearScreen: () => undefined },
        ...{ hasErrorLogged: () => false, hasWarned: false },
      },
      build: { outDir, minify: false, rolldownOptions: { input: join(folder, entry) } },
    }).catch((error: unknown) => note(String(error)))
    return { problems, code: codeIn(outDir) }
  },
}

function codeIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.m?js$/.test(name))
  return names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n")
}
