/** What a row of the page says. */
export interface PageRow {
  readonly what: string
  readonly exitCode: number
  readonly message: string
}

/** What happened, by heading; `odd` are the pictures that can be read. */
export interface PageContent {
  readonly bad: Readonly<Record<string, readonly PageRow[]>>
  readonly odd: readonly PageRow[]
}

/** The documentation's page about pictures that are odd or cannot be read. */
export function badInputPage({ bad, odd }: PageContent): string {
  const count = Object.values(bad).flat().length
  const tables = Object.entries(bad).map(
    ([heading, rows]) =>
      `## ${heading}\n\n| What came | Exit code | What the command says |\n|---|---|---|\n${rows.map(badRow).join("")}`,
  )
  return `# Pictures that are odd, broken or none

Below are ${count} things that cannot be explained and ${odd.length} odd ones that can, with what the command says to each. Nothing here is typed by hand: a
test makes every file, gives it to \`gridexplainer predict\`, and compares with this page. \`npm run docs:bad-input\` writes it anew.

The exit code is 1 where a picture cannot be read (the others of the same command are done all the same) and 2 where the command itself is
wrong. The command writes \`error:\` before the message; the library throws the same words as a \`GridExplainerError\` with a code: \`FILE_UNREADABLE\`, \`IMAGE_UNSUPPORTED\` or \`IMAGE_UNREADABLE\`.

${rules}
${tables.join("\n")}
## Damaged at random

\`npm run fuzz:pictures\` damages 2 000 pictures of every format, the same ones for the same seed, and reads each twice in processes of their own.
Every one must be decoded, the same both times, or be refused with one of the messages above: no crash, no hang, no file left behind. A short
version runs with the tests.

## Odd, but fine

These are read. Remarks go to standard error.

| What came | Remark |
|---|---|
${odd.map(({ what, message }) => `| ${what} | ${escaped(message) || "none"} |\n`).join("")}`
}

const rules = `## The rules

- What a file is, is told by its first bytes, never by its name. JPEG, PNG, WebP, AVIF, GIF and TIFF are read.
- Pictures are turned upright, and become three channels of 8 bits. Of 16 bits the upper 8 count; where a picture uses few of them, \`--stretch\` spreads those from black to white. Of several frames or pages the first counts.
- A colour profile is converted to sRGB, as in a browser; \`colorManagement: "ignore"\` leaves it aside, as in Pillow. CMYK without a profile is
  converted as in Pillow.
- Transparent pixels are laid on white, or on \`background\`.
- The header is judged first: at most 50 million pixels (\`maxPixels\`), 65 535 pixels a side, 64 MB (\`maxBytes\`), 10 000 pages.
- A picture that is cut short or damaged is refused whole. Half a picture would be explained as if it were one.
- Damage is seen as far as the format shows it. PNG has checksums, and no damage to its pixels passes. In a baseline JPEG most losses are seen (the decoder runs out of data, or
  meets a code that there is not), but wrong bits that make other valid codes are not: of single flipped bits most pass, as in WebP and GIF,
  which have no checksums either. Only a hash of the file shows those (\`fetchFile\` takes one).
- With \`colorManagement: "ignore"\` the pixels are those of Pillow 12, to the byte, for all of these but AVIF (another decoder: where colours are
  stored at half size, they differ at edges) and 16-bit grey (Pillow's \`convert("RGB")\` makes all levels above 255 of 65535 white).
`

function badRow({ what, exitCode, message }: PageRow): string {
  return `| ${what} | ${exitCode} | ${escaped(message)} |\n`
}

/** Text that Markdown and HTML show as it is. */
function escaped(text: string): string {
  return text
    .replace(/n{40,}/g, "nnn…")
    .replace(/[\\`*_{}[\]|]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
}
