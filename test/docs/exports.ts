import { join } from "node:path"
import ts from "typescript"
import { doors } from "../../scripts/doors.mjs"

/** An exported name and what its documentation lacks. */
export interface Gap {
  readonly name: string
  readonly missing: "docstring" | "example"
}

/**
 * Every export without a docstring, and every exported function or class without an `@example` that holds a ```ts block.
 * Options need no sentence of their own: their function has one, and so has each field.
 */
export function documentationGaps(root: string): Gap[] {
  const files = doors.map(({ file }) => join(root, file))
  const program = ts.createProgram(files, { ...optionsOf(root), noEmit: true })
  const checker = program.getTypeChecker()
  const gaps = new Map<string, Gap>()
  for (const file of files) {
    const door = program.getSourceFile(file)
    const symbol = door === undefined ? undefined : checker.getSymbolAtLocation(door)
    if (symbol === undefined) gaps.set(file, { name: `${file} exports nothing`, missing: "docstring" })
    for (const exported of symbol === undefined ? [] : checker.getExportsOfModule(symbol)) {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
      const target = isAlias ? checker.getAliasedSymbol(exported) : exported
      const name = `${exported.name} (${placeOf(target, root)})`
      if (/Options$/.test(exported.name)) continue
      if (target.getDocumentationComment(checker).length === 0) gaps.set(name, { name, missing: "docstring" })
      else if (isCallable(target) && !hasExample(target)) gaps.set(name, { name, missing: "example" })
    }
  }
  return [...gaps.values()]
}

/** The compiler options of the checkout. */
export function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path))
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root).options
}

function isCallable(symbol: ts.Symbol): boolean {
  return (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0
}

function hasExample(symbol: ts.Symbol): boolean {
  return symbol
    .getJsDocTags()
    .some(({ name, text = [] }) => name === "example" && ts.displayPartsToString(text).includes("```ts"))
}

function placeOf(symbol: ts.Symbol, root: string): string {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? "nowhere"
  return file.replace(root, "")
}
