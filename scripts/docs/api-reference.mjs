/** Writes `docs/reference/api` from the docstrings, one page a door of the package. The folder is made anew and not kept in git. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Application, Converter, ReflectionKind } from "typedoc"
import { doors } from "../doors.mjs"

const root = fileURLToPath(new URL("../..", import.meta.url))
const folder = join(root, "docs", "reference", "api")

/** @throws Error where typedoc complains: a link to nothing, a file that does not compile. */
export async function writeApiReference() {
  const app = await Application.bootstrapWithPlugins(options())
  // typedoc names a module after its file or folder.
  const names = new Map(doors.map(({ file, name }) => [file.replace(/^src\/|(?<=\w)(\/index)?\.ts$/g, ""), name]))
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = names.get(module.name) ?? module.name
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter))
      if (parameter.name === "__namedParameters" && parameter.isParameter()) parameter.name = nameAfter(parameter.type)
  })
  const project = await app.convert()
  if (project === undefined) throw new Error("typedoc could not read the sources")
  rmSync(folder, { recursive: true, force: true })
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("typedoc has complaints, see above")
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md")))
    addFrontmatter(join(folder, name))
}

/**
 * A name for a parameter that is taken apart at once and has none: `SaliencyMapOptions` are `options`, a `Pick` of `Explanation` is `explanation`.
 *
 * @param {import("typedoc").SomeType | undefined} type
 * @returns {string}
 */
function nameAfter(type) {
  if (type?.type !== "reference") return "options"
  if (["Pick", "Omit", "Partial", "Readonly"].includes(type.name)) return nameAfter(type.typeArguments?.[0])
  return type.name.endsWith("Options") ? "options" : type.name.charAt(0).toLowerCase() + type.name.slice(1)
}

/** @returns {import("typedoc").TypeDocOptions & Record<string, unknown>} */
function options() {
  return {
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: doors.map(({ file }) => join(root, file)),
    tsconfig: join(root, "tsconfig.build.json"),
    skipErrorChecking: true, // `npm run types` judges types.
    out: folder,
    readme: "none",
    name: "API reference",
    router: "module",
    logLevel: "Warn",
    sort: ["source-order"],
    groupOrder: ["Functions", "Classes", "Variables", "Interfaces", "Type Aliases"],
    disableSources: true,
    excludePrivate: true,
    excludeExternals: true,
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    entryFileName: "index",
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    useHTMLEncodedBrackets: true,
    sanitizeComments: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeDeclarationFormat: "table",
    expandParameters: true,
  }
}

/**
 * Search and outline belong to the parts of a page; nobody edits a page that is made.
 *
 * @param {string} file
 */
function addFrontmatter(file) {
  writeFileSync(file, `---\noutline: [2, 3]\neditLink: false\n---\n\n${readFileSync(file, "utf8")}`)
}
