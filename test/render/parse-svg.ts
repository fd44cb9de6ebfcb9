import { untied } from "../../src/words/fill-in.ts"

/** An element of an SVG with the attributes that it has or inherits. */
export interface SvgNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly SvgNode[]
  /** The words directly inside, with entities resolved. */
  readonly text: string
}

const inherited = ["fill", "font-size", "text-anchor", "stroke", "stroke-width", "paint-order", "class"]

/** A strict little parser: throws where tags do not close, attributes repeat, or a bare `<` or `&` is left over. */
export function parseSvg(svg: string): SvgNode {
  const stack: { node: SvgNode & { children: SvgNode[]; text: string } }[] = []
  let root: SvgNode | undefined
  const tags = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy
  let end = 0
  for (const match of svg.matchAll(tags)) {
    end = match.index + match[0].length
    const [, closing, name = "", written = "", empty, text] = match
    if (text !== undefined) {
      const open = stack.at(-1)
      if (open !== undefined) open.node.text += unescapeXml(text)
      else if (text.trim() !== "") throw new Error(`words outside of the drawing: ${text}`)
    } else if (closing === "/") {
      const open = stack.pop()
      if (open?.node.name !== name) throw new Error(`</${name}> closes <${open?.node.name}>`)
    } else {
      const node = { name, attributes: attributesOf(written, stack.at(-1)?.node.attributes), children: [], text: "" }
      stack.at(-1)?.node.children.push(node)
      root ??= node
      if (empty !== "/") stack.push({ node })
    }
  }
  if (end !== svg.length || stack.length > 0 || root === undefined)
    throw new Error(`not an SVG: ${svg.slice(end, end + 60)}`)
  return root
}

/** All elements of a name, in the order in which they are painted. */
export function all(node: SvgNode, name?: string): readonly SvgNode[] {
  return [
    ...(name === undefined || node.name === name ? [node] : []),
    ...node.children.flatMap((child) => all(child, name)),
  ]
}

/** An attribute as a number; 0 where it is absent. */
export function num(node: SvgNode, attribute: string): number {
  const value = Number(node.attributes[attribute] ?? 0)
  if (!Number.isFinite(value)) throw new Error(`${attribute} of <${node.name}> is ${node.attributes[attribute]}`)
  return value
}

function attributesOf(written: string, parent: Readonly<Record<string, string>> = {}): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, key = "", value = ""] of written.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)) {
    if (key in attributes) throw new Error(`${key} is there twice`)
    attributes[key] = unescapeXml(value)
  }
  const passed = inherited.flatMap((key) => (parent[key] === undefined ? [] : [[key, parent[key]] as const]))
  return { ...Object.fromEntries(passed), ...attributes }
}

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

/** A space at which no line breaks reads like any other. */
function unescapeXml(text: string): string {
  return untied(text).replace(/&([^;]*;?)/g, (_, name: string) => {
    const sign = signs[name.slice(0, -1)]
    if (sign === undefined || !name.endsWith(";")) throw new Error(`a bare & in: ${text.slice(0, 60)}`)
    return sign
  })
}
