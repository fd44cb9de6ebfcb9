import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitepress"
import { doors } from "../../scripts/doors.mjs"

/** @typedef {import("vitepress").DefaultTheme.SidebarItem} SidebarItem */

const docs = fileURLToPath(new URL("..", import.meta.url))

/**
 * Pages in their order.
 *
 * @type {SidebarItem[]}
 */
const sidebar = [
  {
    text: "Begin",
    items: [
      { text: "Start in 5 minutes", link: "/start" },
      { text: "Read the picture", link: "/read-the-picture" },
      { text: "Read and check a report", link: "/the-report" },
      { text: "Choose a grid, a fill, a target", link: "/choose" },
      { text: "Your own model", link: "/your-own-model" },
      { text: "Is it wired right?", link: "/check" },
      ...ifThere("Gallery", "/gallery/"),
    ],
  },
  {
    text: "Understand",
    items: [
      { text: "What the numbers mean", link: "/what-the-numbers-mean" },
      { text: "How sure?", link: "/how-sure" },
      { text: "What changed?", link: "/compare" },
      { text: "What the original's pictures show", link: "/the-original" },
      { text: "From Captum, SHAP, LIME", link: "/from-other-tools" },
      { text: "Glossary", link: "/glossary" },
    ],
  },
  {
    text: "Write your own",
    items: [
      { text: "Regions", link: "/write-your-own/regions" },
      { text: "Fill", link: "/write-your-own/fill" },
      { text: "Design", link: "/write-your-own/design" },
      { text: "Estimator", link: "/write-your-own/estimator" },
      { text: "Model", link: "/write-your-own/model" },
    ],
  },
  {
    text: "Reference",
    items: [
      { text: "Command", link: "/reference/command" },
      {
        text: "API",
        link: "/reference/api/",
        collapsed: true,
        items: doors.map(({ name }) => ({ text: name, link: `/reference/api/${name}` })),
      },
      ...ifThere("Bad input", "/bad-input"),
      { text: "Benchmarks", link: "/benchmarks" },
    ],
  },
  {
    text: "Project",
    items: [
      { text: "How it is built", link: "/project/architecture" },
      { text: "Security", link: "/project/security" },
      { text: "Changes", link: "/project/changelog" },
    ],
  },
]

export default defineConfig({
  title: "GridExplainer",
  description: "Shows which parts of a picture an image classifier relies on.",
  lang: "en",
  head: [["link", { rel: "icon", href: "data:," }]],
  lastUpdated: false,
  markdown: { config: showTwins, languageAlias: { mjs: "js" } },
  themeConfig: {
    nav: [
      { text: "Start", link: "/start" },
      { text: "Command", link: "/reference/command" },
      { text: "API", link: "/reference/api/" },
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: "local" },
    docFooter: { prev: "Before", next: "Next" },
  },
})

/**
 * A page that is made elsewhere may not be there yet.
 *
 * @param {string} text
 * @param {string} link
 */
function ifThere(text, link) {
  const file = link.endsWith("/") ? `${link}index.md` : `${link}.md`
  return existsSync(join(docs, file)) ? [{ text, link }] : []
}

/**
 * Where `x-dark.webp` lies beside `x.webp`, a page gets both, and its style sheet shows the one that suits; where `x-phone.webp` does, a narrow page shows that.
 *
 * @param {import("vitepress").MarkdownRenderer} markdown
 */
function showTwins(markdown) {
  const draw = markdown.renderer.rules.image
  if (draw === undefined) return
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index]
    const light = token?.attrGet("src") ?? ""
    const page = env.path
    const isThere = (/** @type {string} */ src) => typeof page === "string" && existsSync(join(dirname(page), src))
    const twin = (/** @type {string} */ kind) => light.replace(/\.webp$/, `-${kind}.webp`)
    if (token === undefined || !light.endsWith(".webp") || !isThere(twin("dark")))
      return draw(tokens, index, options, env, self)
    const one = (/** @type {string} */ src, /** @type {string} */ phone, /** @type {string} */ name) => {
      token.attrSet("src", src)
      token.attrSet("class", name)
      const image = draw(tokens, index, options, env, self)
      if (!isThere(phone)) return image
      return `<picture><source media="(max-width: 640px)" srcset="./${phone}">${image}</picture>`
    }
    return one(light, twin("phone"), "on-light") + one(twin("dark"), twin("phone-dark"), "on-dark")
  }
}
