/** @typedef {{ name: string, part: "code" | "text" | "picture", forge: (html: string) => string }} Forgery */

const inHead = (/** @type {string} */ words) => (/** @type {string} */ html) =>
  html.replace("</head>", `${words}</head>`)
const inBody = (/** @type {string} */ words) => (/** @type {string} */ html) => html.replace("<main>", `<main>${words}`)
const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n/

/** Changes of the page that could run, load or paint something: never right, whichever version wrote it. @type {readonly [string, (html: string) => string][]} */
const code = [
  ["no policy", (html) => html.replace(policy, "")],
  ["a policy that allows all scripts", (html) => html.replace("script-src ", "script-src &#39;unsafe-inline&#39; ")],
  ["a policy that allows pictures of the web", (html) => html.replace("img-src data:", "img-src data: https:")],
  ["an empty policy", (html) => html.replace(policy, '<meta http-equiv="Content-Security-Policy" content="">\n')],
  ["a second policy", (html) => html.replace(policy, (all) => all + all)],
  ["a policy in the body", (html) => inBody(policy.exec(html)?.[0] ?? "")(html.replace(policy, ""))],
  ["a script more", inHead("<script>alert(1)</script>")],
  ["a script in the body", inBody("<script>alert(1)</script>")],
  ["a script of the web", inHead('<script src="https://evil.test/x.js"></script>')],
  ["a module", inHead('<script type="module">alert(1)</script>')],
  ["another script", (html) => html.replace('"use strict"', '"use strict";alert(1)')],
  ["no script", (html) => html.replace(/<script>[\s\S]*?<\/script>/, "")],
  ["data more", inBody('<script type="application/json" id="more">{}</script>')],
  ["onload", (html) => html.replace("<body>", '<body onload="alert(1)">')],
  ["onclick in capitals", (html) => html.replace("<h1>", '<h1 onClick="alert(1)">')],
  ["a slash for a space", inBody("<svg/onload=alert(1)>")],
  ["a picture of the web", inBody('<img src="https://evil.test/a.png">')],
  ["a picture in a drawing", inBody('<svg><image href="https://evil.test/a.png"></image></svg>')],
  ["an SVG as picture", inBody('<svg><image href="data:image/svg+xml;base64,AAAA"></image></svg>')],
  ["a link to the web", inBody('<a href="https://evil.test">here</a>')],
  ["a link that runs", inBody('<a href="javascript:alert(1)">here</a>')],
  ["an animation", inBody('<svg><animate attributeName="href" values="javascript:alert(1)"></animate></svg>')],
  ["a foreign object", inBody("<svg><foreignObject></foreignObject></svg>")],
  ["a frame", inBody('<iframe srcdoc="x"></iframe>')],
  ["an object", inBody('<object data="x"></object>')],
  ["a form", inBody('<form action="https://evil.test"></form>')],
  ["a refresh", inHead('<meta http-equiv="refresh" content="0;url=https://evil.test">')],
  ["a base", inHead('<base href="https://evil.test">')],
  ["a style sheet of the web", inHead('<link rel="stylesheet" href="https://evil.test/x.css">')],
  ["a style more", inHead("<style>h1{display:none}</style>")],
  ["another style", (html) => html.replace("<style>", "<style>.warning{display:none}")],
  ["a style in a tag", (html) => html.replace("<h1>", '<h1 style="display:none">')],
  ["a fill of the web", inBody('<svg><path d="M0 0" fill="url(https://evil.test/x)"></path></svg>')],
  ["a comment", inBody("<!-- approved -->")],
  ["single quotes", (html) => html.replace('lang="en"', "lang='en'")],
  ["a tag without an end", (html) => `${html}<b`],
  ["another doctype", (html) => html.replace("<!doctype html>", "<!doctype html public>")],
  ["no doctype", (html) => html.replace("<!doctype html>\n", "")],
  ["a byte order mark", (html) => `\ufeff${html}`],
  ["a template", inBody("<template></template>")],
  ["a noscript", inBody("<noscript>no</noscript>")],
  ["a text area that swallows the page", inBody("<textarea>")],
  ["an attribute twice", (html) => html.replace('<html lang="en"', '<html lang="en" lang="de"')],
]

/** Changes of what a page says. @type {readonly [string, (html: string) => string][]} */
const text = [
  ["all percentages", (html) => html.replace(/\d+(\.\d)?(?=[\u00a0 ]%)/g, "99.9")],
  ["the heading", (html) => html.replace(/<h1>[\s\S]*?<\/h1>/, "<h1>All is well.</h1>")],
  ["the title", (html) => html.replace(/<title>[^<]*/, "<title>Another")],
  [
    "a warning taken out",
    (html) => html.replace(/<div class="warning">[\s\S]*?<\/div>/, "").replace("<main>", "<main>\n"),
  ],
  ["a sentence more", inBody("<p>Approved.</p>")],
  ["a sentence behind the page", (html) => `${html}<p>Approved.</p>`],
  ["a value of a table", (html) => html.replace(/(<td[^>]*>)([^<]+)/, "$1+80")],
  ["a hash that is shown", (html) => html.replace(/<code>[0-9a-f]{64}/, `<code>${"a".repeat(64)}`)],
  ["a path of the map", (html) => html.replace(/ d="M/, ' d="M9 9M')],
  ["a colour of the map", (html) => html.replace(/fill="#[0-9a-f]{6}"/, 'fill="#123456"')],
  ["the command that asks again", (html) => html.replace("npx gridexplainer@", "npx evilexplainer@")],
  ["a place in the record", (html) => html.replace(/data-path="[^"]*"/, 'data-path="seed"')],
  [
    "the order of two sections",
    (html) => html.replace(/(<section[\s\S]*?<\/section>)([\s\S]*?)(<section[\s\S]*?<\/section>)/, "$3$2$1"),
  ],
  ["a folded part that is hidden", (html) => html.replace('<details class="', '<details hidden class="')],
  ["spaces at the end", (html) => `${html}   \n`],
]

/** @type {readonly Forgery[]} */
export const forgeries = [
  ...code.map(([name, forge]) => ({ name, part: /** @type {const} */ ("code"), forge })),
  ...text.map(([name, forge]) => ({ name, part: /** @type {const} */ ("text"), forge })),
]
