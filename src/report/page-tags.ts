/** One tag of a page. */
export interface PageTag {
  readonly name: string
  readonly isEnd: boolean
  /** Values as written; empty if an attribute has none. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where the tag begins, and where it ends. */
  readonly from: number
  readonly to: number
}

/** The most characters of a tag, not counting `data:` addresses. */
const LONGEST = 2 ** 20

/** Tags as reports write them: one space before each attribute, double quotes, no character that would have to be escaped. */
const form = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)(\/?)>$/

/**
 * The tags of a page one after the other, without the contents of styles and scripts. It ends with undefined at the first thing that a report would not
 * write: a comment, other quotes, a tag without an end. Each character is looked at only a few times, whatever the page contains.
 */
export function* pageTags(html: string): Generator<PageTag | undefined> {
  for (let from = html.indexOf("<"); from >= 0; ) {
    const end = html.indexOf(">", from)
    const tag = end < 0 ? undefined : tagOf(html.slice(from, end + 1), from)
    yield tag
    if (tag === undefined) return
    const isRaw = !tag.isEnd && (tag.name === "style" || tag.name === "script")
    const next = isRaw ? html.indexOf(`</${tag.name}>`, tag.to) : tag.to
    from = next < 0 ? next : html.indexOf("<", next)
  }
}

function tagOf(text: string, from: number): PageTag | undefined {
  const [short, address] = withoutAddress(text)
  if (short.length > LONGEST) return undefined
  const [, slash, name, list] = form.exec(short) ?? []
  if (name === undefined) return undefined
  const attributes = new Map<string, string>()
  for (const [, key, value = ""] of list!.matchAll(/ ([^ ="]+)(?:="([^"]*)")?/g)) {
    if (attributes.has(key!)) return undefined
    attributes.set(key!, key === "href" && address !== undefined ? address : value)
  }
  return { name, isEnd: slash === "/", attributes, from, to: from + text.length }
}

/** A tag without its picture's address, which may be megabytes long, and that address. */
function withoutAddress(text: string): readonly [string, string | undefined] {
  const place = ' href="'
  const at = text.indexOf(`${place}data:`)
  const from = at + place.length
  const end = text.indexOf('"', from)
  return at < 0 || end < 0 ? [text, undefined] : [text.slice(0, from) + text.slice(end), text.slice(from, end)]
}
