import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import { findPictures, type PictureSource } from "../../../src/node/pictures/find-pictures.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

/** A folder with empty files. */
function folderWith(...names: readonly string[]): string {
  const folder = temporaryFolder()
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true })
    writeFileSync(join(folder, name), "")
  }
  return folder
}

/** What was found, files without the folder of the test. */
function told(sources: readonly PictureSource[], folder: string): readonly string[] {
  return sources.map((source) => {
    if (source.kind === "nothing") return source.problem.message.replaceAll(folder, "FOLDER")
    return `${source.kind} ${source.shown.replace(join(folder, "/"), "").replaceAll("\\", "/")}`
  })
}

describe("findPictures", () => {
  it("takes files in the order of the words, each once, whether they exist or not", async () => {
    const folder = folderWith("b.png", "a.jpg")
    const words = ["b.png", "absent.png", "a.jpg", "./b.png"].map((name) => `${folder}/${name}`)
    expect(told(await findPictures(words), folder)).toEqual(["file b.png", "file absent.png", "file a.jpg"])
  })

  it("takes the pictures in a folder, 2 before 10, without hidden and other files", async () => {
    const folder = folderWith("10.png", "2.JPG", "._2.jpg", "notes.txt", "b.webp", "c.avif", "d.tiff", "deep/e.gif")
    expect(told(await findPictures([folder]), folder)).toEqual([
      "file 2.JPG",
      "file 10.png",
      "file b.webp",
      "file c.avif",
      "file d.tiff",
    ])
  })

  it("takes folders inside folders where it is asked to", async () => {
    const folder = folderWith("a.png", "deep/er/b.png", ".hidden/c.png", "folder.png/d.png")
    expect(told(await findPictures([folder], { recursive: true }), folder)).toEqual([
      "file a.png",
      "file deep/er/b.png",
      "file folder.png/d.png",
    ])
  })

  it("says so where a folder holds no picture", async () => {
    const folder = folderWith("notes.txt")
    expect(told(await findPictures([folder]), folder)).toEqual([
      "the folder FOLDER holds no picture files. Folders inside it count with --recursive.",
    ])
    expect(told(await findPictures([folder], { recursive: true }), folder)).toEqual([
      "the folder FOLDER holds no picture files",
    ])
  })

  it("takes what a pattern matches; one that ends in a star means pictures", async () => {
    const folder = folderWith("a.png", "b.jpg", "c.txt", "deep/d.png")
    const find = async (pattern: string): Promise<readonly string[]> =>
      told(await findPictures([join(folder, pattern)]), folder)
    expect(await find("*.png")).toEqual(["file a.png"])
    expect(await find("**/*.{png,txt}")).toEqual(["file a.png", "file c.txt", "file deep/d.png"])
    expect(await find("*")).toEqual(["file a.png", "file b.jpg"])
    expect(await find("*.gif")).toEqual(["no picture file matches FOLDER/*.gif"])
  })

  it("takes a file whose name looks like a pattern as that file", async () => {
    const folder = folderWith("cat[1].png", "cat1.png")
    expect(told(await findPictures([join(folder, "cat[1].png")]), folder)).toEqual(["file cat[1].png"])
  })

  it("takes https addresses, file addresses and standard input", async () => {
    const folder = folderWith("a b.png")
    const words = ["https://example.org/cat.png", pathToFileURL(join(folder, "a b.png")).href, "-", "-"]
    const sources = await findPictures(words)
    expect(told(sources, folder)).toEqual(["web https://example.org/cat.png", "file a b.png", "input standard input"])
    expect(sources[0]).toMatchObject({ address: new URL("https://example.org/cat.png") })
  })

  it("refuses addresses that are not https, before anything is opened", async () => {
    for (const word of ["http://example.org/cat.png", "ftp://example.org/cat.png", "https://"])
      expect(await problemOf(() => findPictures([word]))).toBe(
        `RangeError: an address must begin with https:// (http:// only on this computer), got ${word}`,
      )
  })
})
