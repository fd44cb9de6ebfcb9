import { basename, extname } from "node:path"
import type { PictureSource } from "../../node/index.ts"

/** The name of a picture without folders and ending, before it is opened. */
export function pictureName(picture: PictureSource): string {
  const name = fileNameOf(picture)
  return name === undefined ? "standard-input" : name.slice(0, name.length - extname(name).length)
}

/** The name of a picture's file without folders; absent for standard input. */
export function fileNameOf(picture: PictureSource): string | undefined {
  if (picture.kind === "input") return undefined
  if (picture.kind !== "web") return basename(picture.shown)
  const last = picture.address.pathname.split("/").at(-1) ?? ""
  try {
    return decodeURIComponent(last) || picture.address.hostname
  } catch {
    return last
  }
}
