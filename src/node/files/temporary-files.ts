import { createHash, randomBytes } from "node:crypto"
import { readdir, readlink, rm, stat } from "node:fs/promises"
import { hostname } from "node:os"
import { join } from "node:path"
import { systemCode } from "./system-problem.ts"

/** `.gridexplainer-<machine>-<process>-<random>.tmp`; earlier versions wrote the last part only. */
const pattern = /^\.gridexplainer-(?:([\da-f]{8})-(\d{1,10})-)?[\da-f]{16}\.tmp$/

/** Milliseconds after which a temporary file counts as abandoned, whoever wrote it. */
const OLD = 24 * 3_600_000

/** Milliseconds between two looks into the same folder. */
const LOOK_EVERY = 3_600_000

const lastLooks = new Map<string, number>()

let machine: Promise<string> | undefined

/** A name for a temporary file in a folder, from which one can tell later who wrote it. */
export async function temporaryFile(folder: string): Promise<string> {
  machine ??= nameMachine()
  const random = randomBytes(8).toString("hex")
  return join(folder, `.gridexplainer-${await machine}-${process.pid}-${random}.tmp`)
}

/**
 * Removes temporary files that killed programs have left in a folder: those whose process is gone, and those older than a day. Other people's files are
 * not touched. What cannot be removed stays; a folder is searched once an hour.
 */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const now = Date.now()
  if (now - (lastLooks.get(folder) ?? Number.NEGATIVE_INFINITY) < LOOK_EVERY) return
  lastLooks.set(folder, now)
  machine ??= nameMachine()
  const names = await readdir(folder).catch((): readonly string[] => [])
  for (const name of names) {
    const [found, writer, id] = pattern.exec(name) ?? []
    if (found === undefined) continue
    const path = join(folder, name)
    const isLeft = (writer === (await machine) && isGone(Number(id))) || (await ageOf(path, now)) > OLD
    if (isLeft) await rm(path, { force: true }).catch(() => undefined)
  }
}

/** Identifies this computer, and a container in which processes are numbered separately. */
async function nameMachine(): Promise<string> {
  const apart = await readlink("/proc/self/ns/pid").catch(() => "")
  return createHash("sha256").update(`${hostname()} ${apart}`).digest("hex").slice(0, 8)
}

function isGone(id: number): boolean {
  try {
    process.kill(id, 0)
    return false
  } catch (error) {
    return systemCode(error) === "ESRCH"
  }
}

async function ageOf(path: string, now: number): Promise<number> {
  const stats = await stat(path).catch(() => undefined)
  return stats?.isFile() ? now - stats.mtimeMs : 0
}
