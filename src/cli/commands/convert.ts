import type { Command } from "commander"
import type { ConvertFlags } from "../convert/convert-flags.ts"
import { listed } from "../guessing/did-you-mean.ts"
import { shownEffects } from "../options/bare-show.ts"
import { addDrawingOptions } from "../options/drawing-options.ts"
import { choiceOption, listOf, outputPath } from "../options/parse-option.ts"
import { addReadingOptions } from "../options/picture-options.ts"
import { outputFormats } from "../output/output-formats.ts"
import { type Terminal, terminalFor } from "../terminal/terminal.ts"

/** `gridexplainer convert <records...>`: records become drawings, pages, tables and arrays, without a model. */
export function addConvert(program: Command, terminal: Terminal): void {
  const command = program
    .command("convert")
    .summary("draw saved explanations, or write them as tables")
    .description("Writes saved explanations in other formats: drawings, a page, a table, arrays. Needs no model.")
    .argument("<records...>", "files: .json, reports, one record a line; or - (stdin)")
    .addHelpText("after", examples)
    .action(async (records: readonly string[], flags: ConvertFlags) => {
      const { convertRecords } = await import("../convert/convert-records.ts")
      await convertRecords(records, flags, terminalFor(terminal, flags))
    })
  command
    .optionsGroup("Results:")
    .requiredOption("-o, --output <path>", "a file, a folder (out/) or a template (see below)", outputPath)
    .option("--format <formats>", "in folders: endings such as png,csv (default: png)", listOf(outputFormats))
    .addOption(choiceOption("--show <number>", "instead of the record's own: alone, average", shownEffects))
    .option("-q, --quiet", "print nothing but what went wrong")
    .optionsGroup("The photo under drawings:")
    .option("--image <photo>", "that was explained; without it a grey plate is drawn")
  addReadingOptions(command)
  addDrawingOptions(command)
  command.optionsGroup("Help:").helpOption("-h, --help", "show this")
}

const examples = `
Examples:
  gridexplainer explain coffee.jpg --output coffee.json
  gridexplainer convert coffee.json --output coffee.csv
  gridexplainer convert coffee.json --image coffee.jpg --output coffee.png
  gridexplainer convert coffee.json --output out/ --format md,npy,effects.npy
  gridexplainer explain '*.jpg' --json > records.jsonl
  gridexplainer convert records.jsonl --output out/ --format csv

A file ends in ${listed(outputFormats.map((format) => `.${format}`))}.
A template is a path with {name}, {target}, {fill}, {index} or {rank} in it, as
out/{name}-{target}.csv; {name} is that of the picture that was explained.

Exit codes: 0 done, 1 a record failed (the others are done), 2 wrong use,
130 interrupted.`
