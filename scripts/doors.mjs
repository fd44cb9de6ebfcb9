import { readFileSync } from "node:fs"

const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))

/**
 * The doors of the package: what people import, and the file behind it.
 *
 * @type {readonly { readonly name: string, readonly file: string }[]}
 */
export const doors = Object.entries(exports).flatMap(([path, { default: built }]) =>
  built === undefined
    ? []
    : [
        {
          name: path.replace(".", "gridexplainer"),
          file: built.replace("./dist/", "src/").replace(/\.js$/, ".ts"),
        },
      ],
)
