import type { Command } from "commander"
import { didYouMean } from "./did-you-mean.ts"

/** Names from other tools, and what they are called here. An option is suggested only if the command has it. */
const otherNames: Readonly<Record<string, string>> = {
  ...meaning("--output report.html", "--report --html --web"),
  ...meaning("--output report.html, which browsers print as a PDF", "--pdf --print"),
  ...meaning("--output explained.png", "--png --jpg --jpeg --picture --plot --heatmap"),
  ...meaning("--output explained.svg", "--svg"),
  ...meaning("--output effects.csv", "--csv --excel --table"),
  ...meaning("--output report.md", "--md --markdown"),
  ...meaning("--output", "--out --save --outfile --out-file --dest --export --write"),
  ...meaning("--theme dark", "--dark --dark-mode"),
  ...meaning("--theme light", "--light --light-mode"),
  ...meaning("--width", "--size --resolution --dpi"),
  ...meaning("--skip-existing", "--resume --continue --missing --no-clobber --no-overwrite"),
  ...meaning("--quiet", "--silent -s"),
  ...meaning("--batch", "--batch-size --bs"),
  ...meaning("--grid", "--squares --cells --patches"),
  ...meaning("--target", "--class --label --category"),
  ...meaning("--top", "--topk --top-k -k -n"),
  ...meaning("--fill", "--baseline --mask"),
  ...meaning("--evidence quick", "--fast"),
  ...meaning("--show", "--preview --display --inline"),
  ...meaning("--recursive", "-r -R"),
  ...meaning("--preprocessing", "--normalize --normalise --mean --std --transform"),
  ...meaning("explain", "run analyze analyse interpret show visualize heatmap attribute"),
  ...meaning("explain photo.jpg --output report.html", "report html"),
  ...meaning("predict", "classify infer label"),
  ...meaning("models list", "list ls model"),
  ...meaning("models pull", "pull download fetch"),
  ...meaning("check", "test validate inspect"),
  ...meaning("diff", "compare"),
  ...meaning("rerun", "repeat reproduce replay"),
  ...meaning("convert", "export draw render"),
  ...meaning("demo", "example sample try"),
  ...meaning("--version", "version -V"),
}

/** ` Did you mean --theme dark?`, for a problem with a word that the program does not know; "" if nothing is near. */
export function guessMeant(problem: string, program: Command, words: readonly string[]): string {
  const [, kind = "", word = ""] = /^unknown (option|command) '([^']+)'/.exec(problem) ?? []
  const command = commandOf(program, words)
  if (kind === "command") {
    const other = command === program ? otherNames[word.toLowerCase()] : undefined
    return other === undefined ? didYouMean(word, namesOf(command)) : ` Did you mean ${other}?`
  }
  const known = command.options.flatMap(({ short, long }) => [short ?? [], long ?? []].flat()).concat("--no-color")
  const name = word.replace(/=.*$/, "")
  const other = otherNames[name] ?? otherNames[name.toLowerCase()]
  if (other !== undefined && known.includes(other.replace(/[ ,].*$/, ""))) return ` Did you mean ${other}?`
  return didYouMean(name, known)
}

/** The command that words lead to, as far as they name one. */
function commandOf(command: Command, words: readonly string[]): Command {
  const [first, ...rest] = words
  const next = command.commands.find((one) => first !== undefined && [one.name(), ...one.aliases()].includes(first))
  return next === undefined ? command : commandOf(next, rest)
}

function namesOf(command: Command): readonly string[] {
  return command.commands.map((one) => one.name())
}

function meaning(name: string, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, name]))
}
