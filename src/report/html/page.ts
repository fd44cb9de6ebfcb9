import { fillIn } from "../../words/fill-in.ts"
import { labelOf } from "../../words/label-of.ts"
import { dataBlock } from "../data-block.ts"
import type { Seal } from "../seal.ts"
import { answerSection } from "./answer-section.ts"
import { answeredSection } from "./answered-section.ts"
import { askedSection } from "./asked-section.ts"
import { checkingSection } from "./checking-section.ts"
import { element, text } from "./element.ts"
import { pageHead } from "./head.ts"
import { matteredSection } from "./mattered-section.ts"
import { type AllowedCode, policy } from "./policy.ts"
import { readingSection } from "./reading-section.ts"
import { roleSection } from "./role-section.ts"
import { saidList } from "./said.ts"
import { script } from "./script.ts"
import { foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"
import { storedPictures } from "./stored-pictures.ts"
import { style } from "./style.ts"

export interface PageOptions {
  readonly seal: Seal
  /** The record as written in the page. */
  readonly json: string
  /** The same explanation with effects alone in front, if it has them for all regions. */
  readonly alone: Stage | undefined
  readonly allowed: AllowedCode
}

/** The whole file. */
export function page(stage: Stage, { seal, json, alone, allowed }: PageOptions): string {
  const { words, said } = stage
  const title = titleText(stage)
  const sections = [
    answerSection(stage, alone),
    matteredSection(stage),
    foldedSection(stage, { name: "sure" }, saidList(said.sure)),
    answeredSection(stage),
    askedSection(stage),
    readingSection(stage),
    checkingSection(stage, seal),
    roleSection(stage),
  ]
  return [
    "<!doctype html>\n",
    `<html lang="${text(words.language)}" dir="${text(words.direction)}">\n<head>\n`,
    [
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy(allowed) }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "color-scheme", content: "light dark" }),
      element("meta", { name: "referrer", content: "no-referrer" }),
      element("meta", { name: "generator", content: `gridexplainer ${seal.writtenBy}` }),
      element("title", {}, text(title)),
      element("style", {}, style),
    ].join("\n"),
    "\n</head>\n<body>\n",
    storedPictures(stage, alone),
    pageHead(stage),
    element("main", {}, ...sections.map((one) => `\n${one}`)),
    "\n",
    dataBlock("explanation", json),
    "\n",
    dataBlock("seal", JSON.stringify(seal)),
    "\n",
    element("script", {}, script),
    "\n</body>\n</html>\n",
  ].join("")
}

function titleText({ explanation, words, context }: Stage): string {
  const { target } = explanation
  const label = labelOf(target)
  if (target.chosenBy === "margin") return fillIn(words.title.margin, { label, other: labelOf(target.against) })
  const score = context.numbers.targetScore(target.score, "exact")
  return fillIn(words.title[target.chosenBy === "function" ? "function" : "class"], { label, score })
}
