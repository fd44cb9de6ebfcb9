import type { Classifier, EvidenceStage, Explanation } from "../../index.ts"
import type { Photo, PictureSource } from "../../node/index.ts"
import { compareRuns, english, findPictures, readRecord, repeatExplanation } from "../engine.ts"
import { SomethingFlagged } from "../exit-code.ts"
import { openModel } from "../models/open-model.ts"
import type { ModelOptions } from "../options/model-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"
import { openPicture } from "../pictures/open-picture.ts"
import { jsonLine } from "../terminal/json-line.ts"
import { progressLine } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { recordedModel } from "./recorded-model.ts"
import { remarksOn } from "./remarks-on.ts"
import { rerunText } from "./rerun-text.ts"

/** The options of `rerun`, as given on the command line. */
export interface RerunFlags extends ModelOptions, Omit<PictureFlags, "recursive"> {
  readonly image?: string
  readonly json?: boolean
}

/**
 * Runs `rerun` and prints how the two runs compare.
 *
 * @throws SomethingFlagged if they differ; errors of the record, the picture or the model
 */
export async function runRerun(path: string, flags: RerunFlags, terminal: Terminal): Promise<void> {
  const record = await readRecord(path)
  const source = await pictureOf(record, flags)
  const modelFlags = recordedModel(record, flags)
  const photo = await openPicture(source, flags, terminal)
  for (const remark of photo.notes) terminal.note(`${source.shown}: ${remark}`)
  const classifier = await openModel(modelFlags, terminal)
  const again = await askAgain(record, { photo, classifier, flags, terminal }).finally(() => classifier.dispose?.())
  terminal.status("")
  terminal.signal.throwIfAborted() // A run that was stopped keeps what it has, which is not what was asked for.
  const comparison = compareRuns(record, again)
  const { asked } = again
  terminal.print(
    flags.json === true
      ? jsonLine({ format: "gridexplainer-rerun", version: 1, asked, ...comparison })
      : rerunText({ record, again }, comparison, { asked, quiet: flags.quiet === true }),
  )
  if (comparison.verdict === "differs") throw new SomethingFlagged()
}

async function pictureOf({ picture }: Explanation, { image }: RerunFlags): Promise<PictureSource> {
  if (image === undefined)
    throw new RangeError(
      `--image must give the photo that was explained, as in: --image ${picture.name ?? "photo.jpg"}`,
    )
  const [source, ...more] = await findPictures([image])
  if (source === undefined || more.length > 0)
    throw new RangeError(`--image must give one photo, got ${1 + more.length} in ${image}`)
  return source
}

interface Rerun {
  readonly photo: Photo
  readonly classifier: Classifier
  readonly flags: RerunFlags
  readonly terminal: Terminal
}

async function askAgain(record: Explanation, { photo, classifier, flags, terminal }: Rerun): Promise<Explanation> {
  for (const remark of await remarksOn(record, { photo, classifier })) terminal.note(remark)
  const { image, name, fileSha256 } = photo
  let stage: EvidenceStage | undefined
  return repeatExplanation(classifier, image, {
    record,
    picture: { name, fileSha256 },
    batchSize: flags.batch,
    signal: terminal.signal,
    onStage: (next) => {
      stage = next
    },
    onProgress: (progress) => {
      const perSecond = (1000 * progress.done) / progress.elapsed
      const place = { width: terminal.statusWidth, stage: stage === undefined ? undefined : english.stages[stage] }
      terminal.status(progressLine({ ...progress, perSecond }, place))
    },
  })
}
