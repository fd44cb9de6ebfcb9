import { drawings, sections } from "./drawings.mjs"

/** The page that shows the gallery, in Markdown. */
export function indexPage() {
  const chapters = Object.entries(sections).map(([key, [title, meaning]]) => {
    const own = drawings.filter(({ section }) => section === key)
    return `## ${title}\n\n${meaning}\n\n${own.map(entry).join("\n\n")}`
  })
  return `${[beginning, ...chapters].join("\n\n")}\n`
}

const beginning = `# Gallery

Everything that the package draws: each layout, theme and size, and the cases in which drawings go wrong. \`npm run gallery\` writes this page and its pictures, two thirds as wide as
the drawings are, and the tests draw each again and compare.

The photos are those of \`examples\`; the skin lesion is drawn by a program and shows nobody. The models were asked once; their answers lie in \`test/gallery/records\`.`

/** @param {import("./drawings.mjs").Drawing} drawing */
function entry({ name, what, look }) {
  return `**${what}.** ${look}\n\n![${what}](./${name}.webp)`
}
