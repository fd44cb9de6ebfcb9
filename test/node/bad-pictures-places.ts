import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, rmdirSync, symlinkSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { dirname, join } from "node:path"
import type { BadPicture } from "./bad-pictures.ts"
import { makePng } from "./support/make-files.ts"

/** Paths where there is nothing to read. */
export const placesWithoutPicture: readonly BadPicture[] = [
  { what: "an empty file", file: "empty.jpg", content: "" },
  { what: "a file that is not there", file: "absent.jpg" },
  { what: "a file in a folder that is not there", file: "nowhere/photo.jpg" },
  {
    what: "a file under something that is no folder",
    file: "file.jpg/photo.jpg",
    place: (path) => {
      rmdirSync(dirname(path))
      writeFileSync(dirname(path), makePng())
    },
  },
  { what: "a folder without pictures", file: "folder.jpg", place: (path) => mkdirSync(path) },
  {
    what: "a folder of folders",
    file: "album",
    place: (path) => void mkdirSync(join(path, "2024"), { recursive: true }),
  },
  {
    what: "a file that only others may read",
    file: "private.jpg",
    needsNoRights: true,
    place: (path) => {
      writeFileSync(path, makePng())
      chmodSync(path, 0)
    },
  },
  { what: "a link that leads nowhere", file: "dangling.jpg", place: (path) => symlinkSync("gone.jpg", path) },
  { what: "a link to itself", file: "circle.jpg", place: (path) => symlinkSync("circle.jpg", path) },
  { what: "a pipe that nobody writes into", file: "pipe.jpg", place: (path) => void execFileSync("mkfifo", [path]) },
  {
    what: "a socket",
    file: "socket.jpg",
    serve: async (path) => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(path, resolve))
      return () => void server.close()
    },
  },
  { what: "a device without end", file: "endless.jpg", place: (path) => symlinkSync("/dev/zero", path) },
]

/** Files that are no pictures, under names that are hard to say. */
export const namedPictures: readonly BadPicture[] = [
  ...(
    [
      ["spaces", "my holiday photo.jpg"],
      ["letters of other scripts", "写真 фото ñ.jpg"],
      ["an emoji", "cat 🐈.jpg"],
      ["a leading dash, as a path", "-photo.jpg"],
      ["quotes", 'it\'s "mine".jpg'],
      ["signs of Markdown and HTML", "a*b_c|d<e>.jpg"],
      ["signs of patterns", "cat[1]{a,b}.jpg"],
      ["no ending", "photo"],
    ] as const
  ).map(([what, file]) => ({ what: `a text file whose name has ${what}`, file, content: "text\n" })),
  {
    what: "a text file whose name has a line break",
    file: "two\nlines.jpg",
    content: "text\n",
    shown: "two lines.jpg",
  },
  {
    what: "a text file whose name would colour the terminal",
    file: "red\u001b[31m.jpg",
    content: "text\n",
    shown: "red[31m.jpg",
  },
  {
    what: "a text file whose name turns the direction of writing",
    file: "photo\u202egpj.exe",
    content: "text\n",
    shown: "photogpj.exe",
  },
  { what: "a name of 300 letters", file: `${"n".repeat(296)}.jpg`, shown: "nnnn" },
  { what: "a name with a zero byte", file: "a\0b.jpg", shown: "ab.jpg" },
  {
    what: "a name that looks like an option",
    file: "--photo.jpg",
    words: ["predict", "--photo.jpg"],
    exitCode: 2,
  },
  { what: "no name at all", file: "", words: ["predict"], exitCode: 2 },
]
