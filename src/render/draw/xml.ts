const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Escapes text for use between tags and inside quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!)
}

/** One element. Numbers are rounded to hundredths, texts escaped; `children` are finished elements. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>>, children = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : escapeXml(value)}"`,
  )
  return `<${name}${written.join("")}${children === "" ? "/>" : `>${children}</${name}>`}`
}

/** A number as SVG writes it: at most two decimals, never `-0`, never an exponent in the sizes of a drawing. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}
