import ts from "typescript"

/** One fenced ```ts block of a page or a docstring. */
export interface Block {
  /** `src/regions/grid.ts:12`, the line of its fence. */
  readonly where: string
  readonly code: string
  /** False for ```ts no-run: such a block is type-checked only. */
  readonly runs: boolean
}

const fence = /^(?<prefix>\s*(?:\* ?)?)```(?<info>.*)$/

/** The ```ts blocks of a Markdown page or of the docstrings of a source file. Code is `ts` or `ts no-run`, never js. */
export function blocksOf(file: string, text: string): Block[] {
  const blocks: Block[] = []
  let open: { where: string; info: string; code: string[] } | undefined
  for (const [i, line] of text.split("\n").entries()) {
    const { prefix = "", info = "" } = fence.exec(line)?.groups ?? {}
    if (!fence.test(line)) open?.code.push(file.endsWith(".md") ? line : line.replace(/^\s*\* ?/, ""))
    else if (open === undefined && isCodeFence(file, prefix)) open = { where: `${file}:${i + 1}`, info, code: [] }
    else if (open !== undefined) {
      if (/^(js|javascript|typescript|tsx|jsx|mjs)\b/.test(open.info)) throw new Error(`${open.where}: write \`\`\`ts`)
      if (/^ts\b/.test(open.info))
        blocks.push({ where: open.where, code: open.code.join("\n"), runs: open.info === "ts" })
      open = undefined
    }
  }
  if (open !== undefined) throw new Error(`${open.where}: the block is never closed`)
  return blocks
}

/** In source files only docstrings hold blocks: their lines begin with a star. */
function isCodeFence(file: string, prefix: string): boolean {
  return file.endsWith(".md") || prefix.includes("*")
}

/** The block as a program in which every `expression // => value` calls `is(expression, value, where)`. */
export function withChecks({ code, where }: Block): string {
  const [file = "", first = "0"] = where.split(":")
  const source = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true)
  const changes: { start: number; end: number; text: string }[] = []
  const visit = (node: ts.Node): void => {
    const value = valueBehind(node, code)
    if (value !== undefined) {
      const line = Number(first) + 1 + source.getLineAndCharacterOfPosition(node.getStart()).line
      const place = JSON.stringify(`${file}:${line}`)
      if (!isExpression(value)) throw new Error(`${file}:${line}: not a value that can be compared: ${value}`)
      if (ts.isExpressionStatement(node))
        changes.push({
          start: node.getStart(),
          end: node.end,
          text: `;is(${node.expression.getText()}, ${value}, ${place})`,
        })
      else changes.push({ start: node.end, end: node.end, text: `;is(${nameOf(node)}, ${value}, ${place})` })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  const checked = changes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: check }) => text.slice(0, start) + check + text.slice(end), code)
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
  return ts.transpileModule(checked, { compilerOptions: options }).outputText
}

/** `[1, 2]` for a statement that ends in `// => [1, 2]`. */
function valueBehind(node: ts.Node, code: string): string | undefined {
  if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return undefined
  const comments = ts.getTrailingCommentRanges(code, node.end) ?? []
  const texts = comments.map(({ pos, end }) => code.slice(pos, end))
  return texts.find((text) => text.startsWith("// => "))?.slice("// => ".length)
}

function isExpression(text: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(`void (${text})`, { reportDiagnostics: true })
  return diagnostics.length === 0
}

/** The variable that `const width = 3` declares. */
function nameOf(node: ts.Node): string {
  const [declaration] = ts.isVariableStatement(node) ? node.declarationList.declarations : []
  if (declaration === undefined || !ts.isIdentifier(declaration.name)) throw new Error("// => needs one plain name")
  return declaration.name.text
}
