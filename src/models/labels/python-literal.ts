const token = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?![\w.])|[[\]{}(),:]|\S/gs

/** The value of what Python prints for dicts, lists and tuples of texts and whole numbers; undefined for anything else. */
export function pythonLiteral(text: string): unknown {
  const tokens = text.match(token) ?? []
  const json = tokens.map((part, i) => {
    const next = tokens[i + 1] ?? ""
    if (/^['"]/.test(part) && part.length > 1) return JSON.stringify(textOf(part))
    if (part === ",") return "]})".includes(next) ? "" : ","
    if (part === "(") return "["
    if (part === ")") return "]"
    return next === ":" && /^\d+$/.test(part) ? `"${part}"` : part
  })
  try {
    return JSON.parse(json.join("")) as unknown
  } catch {
    return undefined
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" }

function textOf(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(?:x[\da-f]{2}|u[\da-f]{4}|.)/gis, (escaped) => {
    if (escaped.length > 2) return String.fromCharCode(Number.parseInt(escaped.slice(2), 16))
    return escapes[escaped.slice(1)] ?? escaped.slice(1)
  })
}
