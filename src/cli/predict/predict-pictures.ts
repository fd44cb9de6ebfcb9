import type { Classifier, ClassScore } from "../../index.ts"
import { findPictures, formatScore, plainText, predict } from "../engine.ts"
import { throwIfFailed } from "../exit-code.ts"
import type { ModelOptions } from "../options/model-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"
import { eachPicture, type PictureJob } from "../pictures/each-picture.ts"
import { jsonLine } from "../terminal/json-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { seconds, verboseNote } from "../terminal/verbose.ts"

/** The options of `predict`, as given on the command line. */
export interface PredictFlags extends ModelOptions, PictureFlags {
  readonly top?: number
  readonly json?: boolean
}

/** Runs `predict`: one call of the model for each picture. */
export async function predictPictures(
  words: readonly string[],
  flags: PredictFlags,
  terminal: Terminal,
): Promise<void> {
  const sources = await findPictures(words, { recursive: flags.recursive === true })
  const tally = await eachPicture(
    sources,
    async (job) => {
      terminal.signal.throwIfAborted()
      if (sources.length > 1) terminal.status(`picture ${job.turn + 1} of ${sources.length}, ${job.source.shown}`)
      const began = performance.now()
      const { top } = flags
      const { signal } = terminal
      const answers = await predict(job.classifier, job.photo.image, top === undefined ? { signal } : { top, signal })
      terminal.status("")
      verboseNote(flags, terminal, `${job.source.shown}: answered in ${seconds(began)}`)
      if (flags.json === true) terminal.print(jsonLine(recordOf(job, answers)))
      else if (flags.quiet !== true) {
        const heading = sources.length > 1 ? `${job.done === 0 ? "" : "\n"}${plainText(job.source.shown)}\n` : ""
        terminal.print(heading + table(answers, job.classifier))
      }
    },
    { flags, terminal },
  )
  throwIfFailed(tally)
}

function recordOf({ photo, classifier }: PictureJob, answers: readonly ClassScore[]): unknown {
  return {
    picture: { name: photo.name, fileSha256: photo.fileSha256 },
    model: { name: classifier.name, scale: classifier.scale },
    answers: answers.map(({ index, label, score }) => ({ index, label, score })),
  }
}

function table(answers: readonly ClassScore[], { scale }: Classifier): string {
  const scores = answers.map(({ score }) => formatScore(score, scale).replace("−", "-"))
  const width = scores.reduce((most, { length }) => Math.max(most, length), 0)
  return answers.map(({ label }, i) => `${scores[i]!.padStart(width)}  ${plainText(label)}\n`).join("")
}
