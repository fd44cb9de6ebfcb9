/** An attribute of a node, by ONNX's kinds: whole number, float, text, list of whole numbers. */
export type Attribute =
  | { readonly i: number }
  | { readonly f: number }
  | { readonly s: string }
  | { readonly ints: readonly number[] }

export type Attributes = Readonly<Record<string, Attribute>>

/** One operator with one output, which has the node's name. */
export interface Node {
  readonly name: string
  readonly op: string
  readonly inputs: readonly string[]
  readonly attributes: Attributes
}

/** A fixed tensor: 32-bit floats, or 64-bit whole numbers for shapes and the like. */
export interface Constant {
  readonly name: string
  readonly dims: readonly number[]
  readonly values: Float32Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>
}

/** An ONNX graph while it grows: nodes by name in the order in which they compute, and constants by name. */
export interface Graph {
  readonly nodes: Map<string, Node>
  readonly constants: Map<string, Constant>
}

/** Adds a node under its name, or `name_2`, `name_3`, ... if a layer is called again. Returns the name of its output. */
export function addNode(graph: Graph, node: Node): string {
  const name = firstFree(node.name, (candidate) => !graph.nodes.has(candidate))
  graph.nodes.set(name, { ...node, name })
  return name
}

/** Adds a constant, or finds the equal one that an earlier call of the same layer added. Returns its name. */
export function addConstant(graph: Graph, constant: Constant): string {
  const name = firstFree(constant.name, (candidate) => {
    const other = graph.constants.get(candidate)
    return other === undefined || isEqual(other, constant)
  })
  graph.constants.set(name, { ...constant, name })
  return name
}

function firstFree(name: string, isFree: (candidate: string) => boolean): string {
  if (isFree(name)) return name
  for (let i = 2; ; i++) if (isFree(`${name}_${i}`)) return `${name}_${i}`
}

function isEqual(a: Constant, b: Constant): boolean {
  return (
    a.dims.join() === b.dims.join() &&
    a.values.length === b.values.length &&
    a.values.every((value, i) => Object.is(value, b.values[i]))
  )
}
