import type { Classifier, Explanation } from "../../index.ts"
import type { Photo } from "../../node/index.ts"
import { pixelsSha256 } from "../engine.ts"

const readOtherwise = "see --background, --color-management and --stretch"

/** Remarks before the model is asked: that the picture or the model differs from the record's. */
export async function remarksOn(
  { picture, model }: Pick<Explanation, "picture" | "model">,
  { photo, classifier }: { readonly photo: Photo; readonly classifier: Classifier },
): Promise<readonly string[]> {
  const pixels = await pixelsSha256(photo.image)
  const sha256 = classifier.description?.sha256
  return [
    ...pictureRemark({
      file: isSame(picture.fileSha256, photo.fileSha256),
      pixels: isSame(picture.pixelsSha256, pixels),
    }),
    ...(isSame(model.sha256, sha256) === false
      ? [`The model is another than the record's: sha256 ${short(sha256)}, not ${short(model.sha256)}.`]
      : []),
  ]
}

function pictureRemark({ file, pixels }: Readonly<Record<"file" | "pixels", boolean | undefined>>): readonly string[] {
  if (pixels === false && file === true)
    return [`The picture is the record's file, but its pixels differ: it was read differently; ${readOtherwise}.`]
  if (pixels === false && file === false)
    return [
      `The picture is another than the record's: file and pixels differ. If only the file is new, ${readOtherwise}.`,
    ]
  if (pixels === false)
    return [
      `The picture has other pixels than the record's: it is another one, or was read differently; ${readOtherwise}.`,
    ]
  if (file === false)
    return [`The picture is another file than the record's${pixels === true ? ", with the same pixels" : ""}.`]
  return []
}

/** Undefined if one of them is not known. */
function isSame(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other
}

function short(sha256: string | undefined): string {
  return `${sha256?.slice(0, 12)}...`
}
