import { extname } from "node:path"
import { type Command, Option } from "commander"
import type { FillOption } from "../../fills/resolve-fill.ts"
import type { Explanation, Segmenter } from "../../types.ts"
import type * as Engine from "../engine.ts"
import { addModelOptions, type ModelOptions, openModel } from "../model-options.ts"
import { classOf, rowsAndColumns, wholeNumber, widthAndHeight } from "../parse-option.ts"
import { progressLine } from "../progress-line.ts"
import { escapeControls, printable, quietTerminal, type Terminal } from "../terminal.ts"

interface ExplainFlags extends ModelOptions {
  readonly grid?: { readonly rows: number; readonly columns: number }
  readonly window?: { readonly width: number; readonly height: number }
  readonly stride?: { readonly width: number; readonly height: number }
  readonly fill: string
  readonly hide: "one" | "all-but-one"
  readonly target?: number | string
  readonly top?: number
  readonly seed: number
  readonly batch?: number
  readonly output?: string
  readonly json?: boolean
}

/** `gridexplainer explain <picture>`: hides part after part of a picture and shows what that does to the answer. */
export function addExplain(program: Command, terminal: Terminal): void {
  const command = program
    .command("explain")
    .summary("show which parts of a picture an answer hangs on")
    .description(
      "Hides each part of a picture in turn, asks the model again, and shows how the score of the answer changes.",
    )
    .argument("<picture>", "a JPEG, PNG or WebP file")
    .addOption(
      new Option("-g, --grid <rows>[x<columns>]", "squares to hide, at most one a pixel (default: 8)").argParser(
        rowsAndColumns,
      ),
    )
    .addOption(
      new Option("--window <pixels>", "a sliding window instead of squares, in pixels of the model's input")
        .argParser(widthAndHeight)
        .conflicts("grid"),
    )
    .addOption(
      new Option("--stride <pixels>", "steps of the window (default: half the window)").argParser(widthAndHeight),
    )
    .option(
      "--fill <fill>",
      "what replaces hidden pixels: cell-mean, cell-gray, image-mean, blur, noise, or '#rrggbb'",
      "cell-mean",
    )
    .addOption(
      new Option("--hide <design>", "hide one part at a time, or all but one")
        .choices(["one", "all-but-one"])
        .default("one"),
    )
    .option("-t, --target <class>", "the class to explain, by index or label (default: the model's answer)", classOf)
    .addOption(new Option("--top <k>", "explain the k best classes").argParser(wholeNumber(1)).conflicts("target"))
    .option("--seed <number>", "seeds what is drawn at random", wholeNumber(0), 0)
    .option("--batch <count>", "pictures a model call; changes the speed, never the result", wholeNumber(1))
    .option("-o, --output <file>", "also write a .png or .svg drawing, or a .json record")
    .option("--json", "print the record as JSON and nothing else")
    .addHelpText("after", examples)
    .action((picture: string, flags: ExplainFlags) =>
      explainPicture(picture, flags, flags.quiet === true ? quietTerminal(terminal) : terminal),
    )
  addModelOptions(command)
}

async function explainPicture(path: string, flags: ExplainFlags, terminal: Terminal): Promise<void> {
  const engine = await import("../engine.ts")
  const regions = segmenterOf(flags, engine)
  const fill = engine.resolveFill(flags.fill as FillOption)
  await checkOutput(flags, engine)
  const { image, ...picture } = await engine.readImage(path)
  const classifier = await openModel(flags, terminal)
  try {
    const explanations = await engine.explainTargets(classifier, image, {
      regions,
      fill,
      picture,
      design: flags.hide === "one" ? "one-at-a-time" : "all-but-one",
      targets: flags.top === undefined ? [flags.target ?? "predicted"] : { top: flags.top },
      seed: flags.seed,
      batchSize: flags.batch,
      signal: terminal.signal,
      onProgress: (progress) => terminal.status(progressLine(progress, terminal.width)),
    })
    terminal.status("")
    const files = flags.output === undefined ? [] : outputFiles(flags.output, explanations.length)
    for (const [i, file] of files.entries()) {
      terminal.signal.throwIfAborted()
      await engine.saveExplanation(file, explanations[i]!, { photo: image })
    }
    report({ explanations, files }, { flags, engine, terminal })
  } finally {
    await classifier.dispose?.()
  }
}

function segmenterOf(
  { grid: cells = { rows: 8, columns: 8 }, window, stride }: ExplainFlags,
  engine: typeof Engine,
): Segmenter {
  if (window !== undefined) return engine.slidingWindow({ size: window, ...(stride === undefined ? {} : { stride }) })
  if (stride !== undefined) throw new RangeError("--stride is the step of a window: give --window as well")
  return engine.grid(cells)
}

/** Fails before the model has worked for nothing. */
async function checkOutput(
  { output, top = 1 }: ExplainFlags,
  { checkWritable, explanationEndings }: typeof Engine,
): Promise<void> {
  if (output === undefined) return
  if (!explanationEndings.includes(extname(output).toLowerCase()))
    throw new RangeError(`--output must end in ${explanationEndings.join(", ")}, got ${output}`)
  // Of several files the first tells whether the folder takes them.
  await checkWritable(outputFiles(output, Math.min(top, 2))[0]!, { what: "explanation" })
}

/** One file an explanation: `x.png`, or `x-1.png`, `x-2.png`, ... where there are several. */
function outputFiles(path: string, count: number): readonly string[] {
  if (count === 1) return [path]
  const ending = extname(path)
  return Array.from({ length: count }, (_, i) => `${path.slice(0, path.length - ending.length)}-${i + 1}${ending}`)
}

/** What is printed: the records, or the pictures of the terminal with the files that were written, or nothing. */
function report(
  { explanations, files }: { explanations: readonly Explanation[]; files: readonly string[] },
  { flags, engine, terminal }: { flags: ExplainFlags; engine: typeof Engine; terminal: Terminal },
): void {
  if (flags.json === true) {
    const records = explanations.map((explanation) => engine.serialize(explanation).trimEnd())
    terminal.print(`${escapeControls(records.length === 1 ? records[0]! : `[${records.join(",\n")}]`)}\n`)
  } else if (flags.quiet !== true) {
    const { width, colorLevel } = terminal
    const drawn = explanations.map((explanation) => engine.renderTerminal(explanation, { width, colorLevel }))
    const written = files.map((file) => `Written: ${printable(file)}\n`)
    terminal.print([...drawn, ...written].join("\n"))
  }
}

const examples = `
Examples:
  gridexplainer explain coffee.png
  gridexplainer explain coffee.png --grid 6x9 --fill blur --output explained.png
  gridexplainer explain coffee.png --window 56 --stride 28 --output explained.svg
  gridexplainer explain coffee.png --target cup --json > cup.json
  gridexplainer explain coffee.png --model model.onnx --preprocessing torchvision --labels labels.txt`
