import type { Preprocessing } from "../../types.ts"
import { fillIn } from "../../words/fill-in.ts"
import { plainText } from "../../words/format.ts"
import type { Seal } from "../seal.ts"
import { element, text } from "./element.ts"
import { saidList } from "./said.ts"
import { facts, foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"
import { valuesGrid } from "./values-grid.ts"
import { valuesList } from "./values-list.ts"

/** For those who check: the method, every value, files and hashes, and the commands that ask again. */
export function checkingSection(stage: Stage, seal: Seal): string {
  const { words, said } = stage
  const { labels } = words
  return foldedSection(
    stage,
    { name: "checking" },
    element("h3", {}, text(labels.method)),
    saidList(said.method, { ordered: true }),
    valuesGrid(stage),
    valuesList(stage),
    element("h3", {}, text(labels.identity)),
    identity(stage, seal),
    element("h3", {}, text(labels.commands)),
    commands(stage, seal),
  )
}

function identity({ explanation, words }: Stage, { pictures, explanationSha256, writtenBy }: Seal): string {
  const { model, picture, versions, seed } = explanation
  const { facts: names } = words.labels
  const hash = (value: string | undefined, missing: string): string =>
    value === undefined ? text(missing) : element("code", {}, text(value))
  return facts(
    [
      [names.file, hash(model.sha256, names.unknown), "model.sha256"],
      [names.runtime, text(plainText(model.runtime ?? "") || names.unknown), "model.runtime"],
      ...(model.preprocessing === undefined
        ? []
        : ([
            [names.preprocessing, text(preparedWords(model.preprocessing, names.prepared)), "model.preprocessing"],
          ] as const)),
      [names.pictureFile, hash(picture.fileSha256, names.unknown), "picture.fileSha256"],
      [names.picturePixels, hash(picture.pixelsSha256, names.unknown), "picture.pixelsSha256"],
      [names.shownPicture, hash(pictures.photo, names.leftOut)],
      [names.givenPicture, hash(pictures.given, names.leftOut)],
      [names.hiddenPicture, hash(pictures.hidden, names.leftOut)],
      [names.record, hash(explanationSha256, names.unknown)],
      [names.seed, text(seed), "seed"],
      [names.asker, text(`gridexplainer ${plainText(versions.gridexplainer)}`), "versions.gridexplainer"],
      [names.writer, text(`gridexplainer ${plainText(writtenBy)}`)],
    ],
    "facts long",
  )
}

function preparedWords(
  { size, fit, filter, order, layout, range, mean, std }: Preprocessing,
  template: string,
): string {
  const list = (numbers: readonly number[]): string =>
    numbers.map((one) => String(Number(one.toPrecision(6)))).join(" ")
  return fillIn(template, {
    ...{ size: `${size.width} × ${size.height}`, fit, filter, order, layout },
    ...{ range: list(range), mean: list(mean), std: list(std) },
  })
}

function commands({ words }: Stage, { writtenBy }: Seal): string {
  const { labels } = words
  const npx = `npx gridexplainer@${plainText(writtenBy)}`
  const lines = [
    [labels.verifyText, "verify report.html"],
    [labels.rerunText, `rerun report.html --image ${labels.commandPicture}`],
    [labels.convertText, "convert report.html --output values.csv"],
  ] as const
  const items = lines.map(([what, command]) =>
    element("li", {}, text(what), " ", element("code", {}, text(`${npx} ${command}`))),
  )
  return element("ul", { class: "commands" }, ...items)
}
