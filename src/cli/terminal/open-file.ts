import { spawn } from "node:child_process"
import { resolve } from "node:path"

/** What opens files as a double click does, by the name of the system; all others have that of free desktops. */
const openers: Readonly<Record<string, string>> = { darwin: "open", win32: "explorer.exe" }

/** Opens a file or a folder in whatever the system has for it, and does not wait for that to end; answers whether it could be started. */
export function openFile(path: string): Promise<boolean> {
  const opener = openers[process.platform] ?? "xdg-open"
  return new Promise((done) => {
    const child = spawn(opener, [resolve(path)], { detached: true, stdio: "ignore" })
    child.on("error", () => done(false))
    child.on("spawn", () => {
      child.unref()
      done(true)
    })
  })
}
