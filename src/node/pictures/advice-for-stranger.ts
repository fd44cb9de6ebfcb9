/** What to do about something that is no picture of a kind that is read; keys are words in what `sniffFormat` says. */
const advice: readonly (readonly [words: RegExp, advice: string])[] = [
  [/HEIC/, "Save it as JPEG first; iPhones do so with Settings > Camera > Formats > Most Compatible."],
  [/camera raw/, "Develop it to JPEG or PNG first."],
  [/DICOM/, "Export it as PNG first, with the window that a reader would choose."],
  [/SVG/, "Export it as PNG first, as large as it should be looked at."],
  [/PDF/, "Export the page as PNG first."],
  [/video|MNG/, "Save one picture of it as PNG first."],
  [/Git LFS/, "Run: git lfs pull"],
  [/HTML|JSON|XML|text/, "If it was downloaded, open it in an editor to see what the server said."],
  [/archive/, "Unpack it first."],
  [/array|HDF5/, "Save it as PNG first."],
  [/picture|icon|cursor/, "Save it as PNG or JPEG first."],
  [/empty/, "Copy or download it again."],
]

/** The next step for somebody who gave `what`, in the words of `sniffFormat`. */
export function adviceForStranger(what: string): string {
  return advice.find(([words]) => words.test(what))?.[1] ?? "Check that it is the file you mean."
}
