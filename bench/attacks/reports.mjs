import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { report } from "gridexplainer/report"
import { baseRecords } from "./support/base-records.mjs"
import { contradicts } from "./support/contradicts.mjs"
import { forgeries } from "./support/forged-pages.mjs"
import { isRefused } from "./support/judge-attack.mjs"
import { mutated, mutations } from "./support/mutations.mjs"
import { worstTexts } from "./support/worst-texts.mjs"

/** @typedef {import("./support/attack.d.ts").Attack} Attack */
/** @typedef {import("./support/attack.d.ts").AttackResult} Result */
/** @typedef {import("gridexplainer").Explanation} Explanation */

export const door = "reports"
export const sideBySide = true

const LARGE = 40
const pixel = {
  href: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
}
const pictures = { photo: pixel, given: pixel, hidden: pixel }

/**
 * Reports with their hashes renewed after each part was forged: the numbers against each law, the page, its code, its bytes, its pictures, in the name of this version,
 * of others, and in another language. Only a whole rewrite may fit, and the output says what that does not prove.
 *
 * @param {{ dir: string, seed: number }} options
 * @returns {AsyncGenerator<Attack>}
 */
export async function* attacks({ dir }) {
  let count = 0
  const verify = (/** @type {string | Uint8Array} */ content, /** @type {readonly string[]} */ flags = []) => {
    const path = join(dir, `report-${count++}.html`)
    writeFileSync(path, content)
    return ["verify", path, ...flags]
  }
  const records = await baseRecords()
  const record = /** @type {Explanation} */ (records[1])
  const html = await report(record, { pictures })
  yield { name: "honest", command: verify(html), expect: fits }
  yield { name: "honest, without pictures", command: verify(await report(record)), expect: fits }
  const rewritten = { ...record, seed: 7, picture: { ...record.picture, name: "another.png" } }
  yield {
    name: "a whole rewrite that contradicts nothing",
    command: verify(await report(rewritten, { pictures })),
    expect: fits,
  }

  for (const mutation of mutations) {
    const forged = records.map((one) => mutated(one, mutation)).find((one) => one !== undefined && contradicts(one))
    if (forged === undefined) throw new Error(`no record contradicts itself by ${mutation.law} at ${mutation.at}`)
    const written = await report(forged, { pictures }).catch(() => withRecord(html, forged))
    yield {
      name: `${mutation.law} at ${mutation.at}, a whole report of it`,
      command: verify(written),
      expect: isRefused,
    }
    yield {
      name: `${mutation.law} at ${mutation.at}, another version`,
      command: verify(as(withRecord(html, forged), { writtenBy: "0.0.9" })),
      expect: isRefused,
    }
  }
  for (const { name, part, forge } of forgeries)
    for (const seal of [{}, { writtenBy: "0.0.9" }, { writtenBy: "9.9.9" }, { language: "xx" }]) {
      const forged = forge(html)
      if (forged === html) throw new Error(`${name} changes nothing`)
      const isOwn = Object.keys(seal).length === 0
      for (const flags of isOwn || seal.writtenBy === "0.0.9" ? [[], ["--quiet"]] : [[]])
        yield {
          name: `${name}, ${Object.values(seal).join() || "this version"} ${flags.join()}`,
          command: verify(as(forged, seal), flags),
          expect: part === "code" || isOwn ? isRefused : isUnchecked,
        }
    }
  const bytes = Buffer.from(html)
  yield {
    name: "a byte that is no text",
    command: verify(Buffer.concat([bytes, Buffer.from([0xff])])),
    expect: isRefused,
  }
  yield {
    name: "a byte order mark",
    command: verify(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
    expect: isRefused,
  }
  for (const name of ["photo", "given", "hidden"])
    yield {
      name: `another ${name}`,
      command: verify(as(html.replace(new RegExp(`(id="gx-${name}"[^>]*base64,)iVBORw0`), "$1iVBORx0"), {})),
      expect: isRefused,
    }
  for (const { piece, text } of worstTexts(LARGE)) {
    yield { name: `${LARGE} MB of ${JSON.stringify(piece)}`, command: verify(text), expect: isRefused }
    yield {
      name: `${LARGE} MB of ${JSON.stringify(piece)} before a report`,
      command: verify(text + html),
      expect: isRefused,
    }
    yield {
      name: `${LARGE} MB of ${JSON.stringify(piece)} in a report`,
      command: verify(
        as(
          html.replace("<main>", () => `<main>${text}`),
          {},
        ),
      ),
      expect: isRefused,
    }
  }
}

/** @param {Result} result */
function fits({ code, stdout }) {
  if (code !== 0) return `expected 0, got ${code}`
  return /Who wrote it is not shown.*rerun/.test(stdout.trimEnd().split("\n").at(-1) ?? "")
    ? undefined
    : "its last line does not say what is not shown"
}

/** @param {Result} result */
function isUnchecked({ code, stdout }) {
  if (code !== 4) return `expected 4, got ${code}`
  return /NOT checked/.test(stdout.trimEnd().split("\n").at(-1) ?? "")
    ? undefined
    : "its last line does not say that the page was not checked"
}

const open = (/** @type {string} */ name) => `<script type="application/json" id="gridexplainer-${name}">`

/** The report with another record in it, and its hash renewed. @param {string} html @param {unknown} record */
function withRecord(html, record) {
  const json = JSON.stringify(record).replaceAll("<", "\\u003c")
  const changed = withBlock(html, "explanation", () => json)
  return as(changed, { explanationSha256: sha256(JSON.stringify(JSON.parse(json))) })
}

/** The report with fields of its seal replaced, and the hash of the file renewed. @param {string} html @param {Readonly<Record<string, string>>} fields */
function as(html, fields) {
  const zeros = "0".repeat(64)
  const sealed = withBlock(html, "seal", (json) =>
    JSON.stringify({ ...JSON.parse(json), ...fields, documentSha256: zeros }),
  )
  const place = '"documentSha256":"'
  const at = sealed.lastIndexOf(place) + place.length
  return sealed.slice(0, at) + sha256(sealed) + sealed.slice(at + zeros.length)
}

/** @param {string} html @param {string} name @param {(json: string) => string} change */
function withBlock(html, name, change) {
  const from = html.lastIndexOf(open(name)) + open(name).length
  const to = html.indexOf("</script>", from)
  return html.slice(0, from) + change(html.slice(from, to)) + html.slice(to)
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex")
}
