import { spawn } from "node:child_process"
import { resolve } from "node:path"

/** The program that opens files like a double click, by operating system; all others use that of free desktops. */
const openers: Readonly<Record<string, string>> = { darwin: "open", win32: "explorer.exe" }

/** Opens a file or a folder with the system's program for it, and does not wait for that to end; returns whether it could be started. */
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
