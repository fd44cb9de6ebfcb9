import { codeHash } from "./code-hash.ts"
import { type AllowedCode, policy } from "./html/policy.ts"
import { knownCode } from "./known-code.ts"
import { type PageTag, pageTags } from "./page-tags.ts"
import { isPictureAddress } from "./picture-address.ts"

/** The tags that a report may contain: none of them loads or runs anything. */
const tags: ReadonlySet<string> = new Set(
  `html head meta title style body svg defs g image use path rect line circle text tspan clipPath filter feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB
  header main section aside h1 h2 h3 h4 p span b i em strong small code br hr a ul ol li dl dt dd div figure figcaption button table caption thead tbody tr th td
  details summary script`.split(/\s+/),
)
const attributes: ReadonlySet<string> = new Set(
  `class clip-path color-interpolation-filters content d dir fill fill-opacity filter focusable font-size font-weight height hidden href http-equiv charset id
  intercept lang name open opacity preserveAspectRatio role scope colspan rowspan shape-rendering slope stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width
  tabindex text-anchor transform type values viewBox width x y x1 x2 y1 y2 r cx cy rx ry title`.split(/\s+/),
)
const metaNames: ReadonlySet<string> = new Set(["viewport", "color-scheme", "referrer", "generator"])
const dataBlocks: ReadonlySet<string> = new Set(["gridexplainer-explanation", "gridexplainer-seal"])
const DOCTYPE = "<!doctype html>\n"

/**
 * What in a page could run, load or paint besides the style and script of some version of this package; undefined if there is nothing, whichever version wrote
 * it.
 *
 * @param known pairs of style and script that are allowed
 */
export async function codeProblem(
  html: string,
  known: readonly AllowedCode[] = knownCode,
): Promise<string | undefined> {
  if (!html.startsWith(DOCTYPE)) return "the file does not begin as a report does"
  const found: { style: string[]; script: string[]; policy: string[]; data: string[] } = {
    style: [],
    script: [],
    policy: [],
    data: [],
  }
  for (const tag of pageTags(html.slice(DOCTYPE.length))) {
    if (tag === undefined) return "something in the page is not a tag as a report writes it"
    const problem = tag.isEnd ? undefined : tagProblem(tag)
    if (problem !== undefined) return problem
    if (tag.isEnd) continue
    const type = tag.attributes.get("type")
    if (tag.name === "style" || (tag.name === "script" && type === undefined))
      found[tag.name].push(contentOf(html, tag))
    if (tag.name === "script" && type !== undefined) found.data.push(tag.attributes.get("id") ?? "")
    if (tag.attributes.has("http-equiv")) {
      if (found.style.length > 0) return "the policy comes after the style"
      found.policy.push(tag.attributes.get("content") ?? "")
    }
  }
  return wholeProblem(found, known)
}

function contentOf(html: string, { name, to }: PageTag): string {
  const from = DOCTYPE.length + to
  return html.slice(from, html.indexOf(`</${name}>`, from))
}

function tagProblem({ name, attributes: own }: PageTag): string | undefined {
  if (!tags.has(name)) return `no report has a <${name}>`
  for (const [key, value] of own) {
    if (!attributes.has(key) && !/^(data|aria)-/.test(key)) return `no report has ${key} in a tag, as <${name}> has`
    if (value.includes("url(") && !/^url\(#[\w-]+\)$/.test(value) && !isWords(key))
      return `${key} of <${name}> leads out of the page`
  }
  const href = own.get("href")
  if (href !== undefined && !(name === "image" ? isPictureAddress(href) : href.startsWith("#")))
    return `href of <${name}> leads out of the page`
  if (name === "script" && own.size > 0 && !isData(own)) return "a script has attributes that no report writes"
  if (name === "style" && own.size > 0) return "the style has attributes that no report writes"
  if (name !== "meta") return undefined
  const equivalent = own.get("http-equiv")
  if (equivalent !== undefined)
    return equivalent === "Content-Security-Policy" ? undefined : `no report has <meta http-equiv="${equivalent}">`
  return own.has("charset") || metaNames.has(own.get("name") ?? "") ? undefined : "a <meta> says what no report says"
}

/** Whether an attribute holds words, such as names of classes and files, which may look like anything. */
function isWords(key: string): boolean {
  return key === "content" || key === "title" || key === "aria-label" || key.startsWith("data-")
}

function isData(own: PageTag["attributes"]): boolean {
  return own.size === 2 && own.get("type") === "application/json" && dataBlocks.has(own.get("id") ?? "")
}

async function wholeProblem(
  found: Readonly<Record<"style" | "script" | "policy" | "data", readonly string[]>>,
  known: readonly AllowedCode[],
): Promise<string | undefined> {
  for (const name of ["style", "script", "policy"] as const)
    if (found[name].length !== 1) return `a report has one ${name}, this one has ${found[name].length}`
  if (found.data.length !== 2 || new Set(found.data).size !== 2)
    return "a report has its record and its seal as data, and no other"
  const style = await codeHash(found.style[0]!)
  const script = await codeHash(found.script[0]!)
  if (!known.some((one) => one.style === style && one.script === script))
    return "its style and script are not those of any version that this one knows: a newer one may know them"
  const wanted = policy({ style, script })
  // Quotes stand escaped in an attribute.
  return found.policy[0]!.replaceAll("&#39;", "'") === wanted ? undefined : `its policy is not ${wanted}`
}
