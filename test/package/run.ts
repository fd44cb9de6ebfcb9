import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of a user who has nothing yet but an empty package.json. */
export function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "gridexplainer-user-"))
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ name: "user", private: true, type: "module" })}\n`)
  return folder
}

/** Runs a command in a user's folder, without what npm and vitest told this process, and answers whatever its end was. */
export function run(folder: string, command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const [program = "", ...parameters] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: folder, env: { ...plainEnvironment(folder), ...env } })
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text
    })
    child.stdin.end()
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, stdout, stderr }))
  })
}

/** Runs a command that has no way out to any network: in a namespace of its own, or where that is forbidden, behind a dead proxy. */
export function runOffline(folder: string, command: readonly string[]): Promise<Answer> {
  if (spawnSync("unshare", ["-rn", "true"]).status === 0) return run(folder, ["unshare", "-rn", ...command])
  const nowhere = "http://127.0.0.1:9"
  return run(folder, command, { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, http_proxy: nowhere, https_proxy: nowhere })
}

/** The cache and the home of a user who has never installed anything. */
function plainEnvironment(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|NODE_|VITEST|VITE_|ONNXRUNTIME_|INIT_CWD$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|CI$)/i.test(name),
  )
  return {
    ...Object.fromEntries(inherited),
    npm_config_cache: join(folder, ".npm-cache"),
    XDG_CACHE_HOME: join(folder, ".cache"),
    NO_COLOR: "1",
  }
}
