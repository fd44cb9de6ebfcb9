import { escapeXml } from "../../render/draw/xml.ts"

const withoutEnd: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "meta"])

/** Escapes text for use between tags and inside quotes. */
export function text(words: string | number): string {
  return escapeXml(String(words))
}

/** One element of HTML. Attributes are escaped, and left out if they are undefined; children are finished HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [value === "" ? ` ${key}` : ` ${key}="${text(value)}"`],
  )
  const opening = `<${name}${written.join("")}>`
  return withoutEnd.has(name) ? opening : `${opening}${children.join("")}</${name}>`
}
