import type { Command } from "commander"
import { addModelOptions, type ModelOptions, openModel } from "../model-options.ts"
import { wholeNumber } from "../parse-option.ts"
import { escapeControls, quietTerminal, type Terminal } from "../terminal.ts"

interface PredictFlags extends ModelOptions {
  readonly top?: number
  readonly json?: boolean
}

/** `gridexplainer predict <picture>`: the model's best answers. */
export function addPredict(program: Command, terminal: Terminal): void {
  const command = program
    .command("predict")
    .summary("show what a model answers")
    .description("Shows a model's best answers to a picture, with their scores.")
    .argument("<picture>", "a JPEG, PNG or WebP file")
    .option("--top <k>", "how many answers (default: 5, or all where there are fewer)", wholeNumber(1))
    .option("--json", "print the answers as JSON and nothing else")
    .addHelpText("after", examples)
    .action((picture: string, flags: PredictFlags) =>
      predict(picture, flags, flags.quiet === true ? quietTerminal(terminal) : terminal),
    )
  addModelOptions(command)
}

async function predict(path: string, flags: PredictFlags, terminal: Terminal): Promise<void> {
  const { formatScore, plainText, readImage, scoreTargets, toModelSize } = await import("../engine.ts")
  const { image } = await readImage(path)
  const classifier = await openModel(flags, terminal)
  try {
    const { targets, top } = await scoreTargets(classifier, toModelSize(image, classifier).image, {
      variants: [{ hidden: [], edits: [] }],
      total: 1,
      targets: flags.top === undefined ? ["predicted"] : { top: flags.top },
      signal: terminal.signal,
    })
    const answers = (flags.top === undefined ? top : targets).map(({ index, label, score }) => ({
      index,
      label,
      score,
    }))
    if (flags.json === true) terminal.print(`${escapeControls(JSON.stringify(answers, null, 2))}\n`)
    else if (flags.quiet !== true) {
      const scores = answers.map(({ score }) => formatScore(score, classifier.scale).replace("−", "-"))
      const width = scores.reduce((most, { length }) => Math.max(most, length), 0)
      terminal.print(answers.map(({ label }, i) => `${scores[i]!.padStart(width)}  ${plainText(label)}\n`).join(""))
    }
  } finally {
    await classifier.dispose?.()
  }
}

const examples = `
Examples:
  gridexplainer predict coffee.png
  gridexplainer predict coffee.png --model resnet50 --top 10`
