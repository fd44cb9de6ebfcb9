import { readdir } from "node:fs/promises"
import { homedir } from "node:os"
import { join } from "node:path"

/** No computer has more useful font files than this. */
const MOST = 10_000

/** The paths of this computer's font files, always in the same order. */
export async function systemFonts(): Promise<readonly string[]> {
  const folders = await Promise.all(
    foldersOf(process.platform).map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
      return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  return folders
    .flat()
    .filter((file) => /\.(ttf|otf|ttc|otc)$/i.test(file))
    .sort()
    .slice(0, MOST)
}

function foldersOf(platform: NodeJS.Platform): readonly string[] {
  const home = homedir()
  if (platform === "darwin") return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library/Fonts")]
  if (platform === "win32") {
    const { WINDIR = "C:\\Windows", LOCALAPPDATA = join(home, "AppData", "Local") } = process.env
    return [join(WINDIR, "Fonts"), join(LOCALAPPDATA, "Microsoft", "Windows", "Fonts")]
  }
  const own = process.env.XDG_DATA_HOME ?? join(home, ".local", "share")
  return ["/usr/share/fonts", "/usr/local/share/fonts", join(home, ".fonts"), join(own, "fonts")]
}
