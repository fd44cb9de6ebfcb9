import type { SanityReport, WiringCheck, WiringReport } from "../../wiring/index.ts"
import { plainText, wiringSentence } from "../engine.ts"
import { remedyFlag } from "./remedy-flag.ts"

const marks: Readonly<Record<WiringCheck["state"], string>> = { ok: "ok", flagged: "WRONG", untold: "?" }

/** What each check looks at, in words that fit a column. */
const titles: Readonly<Record<WiringCheck["name"], string>> = {
  answers: "answers",
  scale: "scale",
  softmax: "softmax",
  "label-count": "labels, count",
  "label-names": "labels, names",
  levels: "levels",
  "channel-order": "channels",
  layout: "layout",
  fit: "fit",
  repeat: "repeated",
  batch: "batch",
}

/** A line per check and, below what is wrong, the option that would fix it; quiet, only what is wrong. */
export function wiringText(report: WiringReport, { quiet }: { readonly quiet: boolean }): string {
  const { model, declared, checks, pictures, views, asked } = report
  const flagged = checks.filter(({ state }) => state === "flagged")
  const rows = (quiet ? flagged : checks).flatMap((check) => {
    const { name, state, remedy } = check
    return [
      `${marks[state].padEnd(5)}  ${titles[name].padEnd(13)}  ${plainText(wiringSentence(check))}`,
      ...(remedy === undefined
        ? []
        : [`       ${"".padEnd(13)}  set it with: ${plainText(remedyFlag(remedy, declared))}`]),
    ]
  })
  if (quiet) return rows.map((line) => `${line}\n`).join("")
  const end =
    flagged.length === 0
      ? "Nothing wrong was found."
      : `${flagged.length} of ${checks.length} checks found something wrong.`
  const heading = `${plainText(model.name)}: ${views} views of ${pictures} ${pictures === 1 ? "picture" : "pictures"}, ${asked} answers`
  return `${[heading, "", ...rows, "", end].join("\n")}\n`
}

/** A line per picture, the mean and the verdict; quiet, only a bad verdict. */
export function sanityText(report: SanityReport, { quiet }: { readonly quiet: boolean }): string {
  const { model, pictures, shuffles, mean, limit, passed } = report
  const verdict = passed
    ? `Passed: with the last layer shuffled, the maps are others (mean rank correlation ${signed(mean)}, under ${limit}).`
    : `FAILED: with the last layer shuffled, the maps stay alike (mean rank correlation ${signed(mean)}, should be under ${limit}).`
  if (quiet) return passed ? "" : `${verdict}\n`
  const rows = pictures.map(
    ({ name, label, correlation }) => `${signed(correlation)}  ${plainText(name)}, explained for ${plainText(label)}`,
  )
  const heading = `${plainText(model)}: rank correlation of maps before and after its last layer was shuffled, in ${shuffles} ways`
  return `${[heading, "", ...rows, "", verdict].join("\n")}\n`
}

/** `+0.31`, `-0.05`. */
function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(2)}`
}
