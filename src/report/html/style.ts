/** How a report looks: light and dark, wide and narrow, on screen and on paper. Kept as text, since its hash stands in the page. */
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1c1b22; --quiet: #5b5966; --line: #d5d3dd; --soft: #f4f3f7; --strong: #8a3d00; --focus: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17161c; --ink: #f1eff7; --quiet: #b3b0c0; --line: #413f4c; --soft: #22202a; --strong: #ffb26b; --focus: #8ab4ff; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 76rem; padding: 1.25rem clamp(0.9rem, 3vw, 2rem) 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
[hidden] { display: none !important; }
.stored { position: absolute; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.4rem 0.8rem; background: var(--paper); z-index: 1; }
a { color: var(--focus); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
header { margin-bottom: 1rem; }
.kicker { margin: 0; color: var(--quiet); }
h1 { margin: 0.1rem 0 0; font-size: clamp(1.3rem, 2.6vw, 1.75rem); line-height: 1.25; }
h2 { margin: 0 0 0.7rem; font-size: 1.3rem; line-height: 1.25; }
h3 { margin: 1.3rem 0 0.4rem; font-size: 1.02rem; }
section { margin: 0; padding: 1.7rem 0 0.3rem; }
section + section { border-top: 1px solid var(--line); margin-top: 1.4rem; }
#summary { padding-top: 0; }
#summary > h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
p, ul, ol, dl, table, figure { margin: 0 0 0.8rem; }
ul.said, ol.said { max-width: 46rem; padding: 0; list-style: none; }
.said > li { margin: 0 0 0.45rem; }
ol.said { padding-left: 1.5rem; list-style: decimal; }
.warning { margin: 0 0 1rem; padding: 0.6rem 0.9rem; border-left: 6px solid var(--strong); background: var(--soft); font-size: 1.06rem; }
.caution { margin: 0 0 0.8rem; padding: 0.4rem 0.9rem; border-left: 6px solid var(--quiet); background: var(--soft); }
.warning b { color: var(--strong); }
svg { display: block; max-width: 100%; }
figure > svg { width: 100%; height: auto; max-height: 34rem; }
figcaption { margin-top: 0.3rem; color: var(--quiet); font-size: 0.92rem; }
figcaption b { color: var(--ink); }
.first { display: grid; gap: 1rem 1.6rem; align-items: start; }
.first > * { min-width: 0; }
.words li:first-child { font-size: 1.08rem; }
.limits { padding: 0.7rem 1rem 0.4rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--soft); }
.limits h3 { margin: 0 0 0.3rem; }
.legend { font-size: 0.88rem; color: var(--ink); max-width: 34rem; }
.legend > svg { width: 100%; height: auto; }
.ends { display: flex; justify-content: space-between; margin: 0.1rem 0 0.3rem; }
.legend ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.swatch { flex: none; width: 22px; height: 13px; }
dl.facts { display: grid; gap: 0.35rem 1.6rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
.facts > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0.6rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
dl.long { grid-template-columns: 1fr; }
.long > div { grid-template-columns: 15rem 1fr; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.blank { display: block; height: 1.4em; border-bottom: 1px solid var(--ink); }
code { font: 0.86em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.4rem; text-align: left; font-weight: 600; }
caption small { display: block; font-weight: 400; color: var(--quiet); }
th, td { padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--quiet); white-space: nowrap; }
.top th[scope="row"], .ranking th[scope="row"] { font-weight: 600; }
.ranking th[scope="row"], .ranking td:not(:last-child), .top td { white-space: nowrap; }
.ranking thead th { white-space: normal; }
.bar { width: 9rem; vertical-align: middle; }
.bar svg { width: 100%; height: 0.6rem; fill: var(--quiet); }
.scroll { overflow-x: auto; max-width: 100%; margin-bottom: 0.8rem; }
.values td, .values th { text-align: center; white-space: nowrap; padding: 0.2rem 0.45rem; border: 1px solid var(--line); }
.values td > * { display: block; }
.values small { color: var(--quiet); font-size: 0.76rem; line-height: 1.25; }
.values .quiet b { font-weight: 400; color: var(--quiet); }
summary { cursor: pointer; padding: 0.3rem 0; font-weight: 600; }
.list table { font-size: 0.92rem; }
.list td { white-space: nowrap; }
button { font: inherit; color: inherit; min-height: 2rem; padding: 0.2rem 0.8rem; border: 1px solid var(--quiet); border-radius: 0.35rem; background: var(--paper); cursor: pointer; }
thead button { min-height: 1.8rem; padding: 0.1rem 0.4rem; color: var(--quiet); }
[aria-sort="descending"] button::after { content: " ↓"; }
[aria-sort="ascending"] button::after { content: " ↑"; }
.choice { display: flex; gap: 0.5rem; margin-bottom: 0.8rem; }
[aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4rem 2.4rem; align-items: start; }
.two table { justify-self: start; }
.maps { display: grid; gap: 1rem 1.6rem; align-items: start; }
.parts [data-region] { fill: transparent; pointer-events: all; }
.parts [role="gridcell"] { cursor: pointer; outline: none; }
.parts [aria-selected="true"] { stroke: #0b57d0; stroke-width: 3px; vector-effect: non-scaling-stroke; }
.parts :focus-visible { stroke-width: 5px; }
.parts path[aria-selected="true"] { fill: rgb(11 87 208 / 45%); stroke: none; }
.parts path:focus-visible { fill: rgb(11 87 208 / 75%); }
.chosen { min-width: 0; }
.chosen h3 { margin-top: 0; }
.chosen h3:empty, .chosen dl:empty { display: none; }
.chosen > svg { width: 100%; max-width: 17rem; height: auto; margin-bottom: 0.7rem; }
.chosen .covered { visibility: hidden; }
.chosen .covers .covered { visibility: visible; }
.help { color: var(--quiet); }
.figures { display: grid; gap: 1rem 1.4rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); max-width: 62rem; margin-top: 1rem; }
.boxes { display: grid; gap: 0.8rem 1.4rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.box { display: flex; flex-direction: column; justify-content: space-between; }
.box h3 { margin: 0 0 0.25rem; font-weight: 400; color: var(--quiet); font-size: 0.95rem; }
.room { height: 4.2rem; border: 1px solid var(--quiet); border-radius: 0.3rem; }
.commands { padding-left: 1.1rem; }
dl.glossary { display: grid; gap: 0.5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.glossary dt { color: var(--ink); font-weight: 600; }
@media (min-width: 46rem) {
  .first { grid-template-columns: 1fr 1fr; }
  .maps { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
}
@media (min-width: 66rem) {
  .first { grid-template-columns: 0.85fr 1.35fr 1fr; grid-template-areas: "picture map words" "limits map words"; grid-template-rows: auto 1fr; }
  .first > .picture { grid-area: picture; }
  .first > .first-map { grid-area: map; }
  .first > .words { grid-area: words; }
  .first > .limits { grid-area: limits; }
  .two { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
}
@media (max-width: 30rem) {
  .facts > div { grid-template-columns: 1fr; gap: 0; }
  .bar { width: 4rem; }
  .ranking th[scope], .ranking td:not(:last-child) { white-space: normal; }
  .ranking th, .ranking td { padding: 0.25rem; font-size: 0.84rem; }
  .ranking th[scope="row"] { min-width: 4.4rem; }
  button { min-height: 2.75rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@page { size: A4; margin: 11mm 12mm; }
@media print {
  :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #bbbbbb; --soft: #f4f3f7; --strong: #8a3d00; }
  html { font-size: 8pt; }
  body { max-width: none; padding: 0 0.3mm; line-height: 1.28; }
  .two { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 0 5mm; }
  .scripted, .skip, details, .help { display: none !important; }
  section { padding-top: 1.8mm; }
  section + section { margin-top: 1.4mm; }
  h1 { font-size: 15pt; }
  h2 { font-size: 11pt; margin-bottom: 1.2mm; break-after: avoid; }
  h3 { font-size: 9pt; margin: 1.6mm 0 0.8mm; break-after: avoid; }
  p, ul, ol, dl, table, figure { margin-bottom: 1.4mm; }
  .said > li { margin-bottom: 0.5mm; }
  ul.said, ol.said { max-width: none; }
  figure, table, tr, li, .box, .limits, .warning, .caution, dl.facts > div { break-inside: avoid; }
  .first { grid-template-columns: 1fr 1fr; grid-template-areas: "picture map" "words map" "limits limits"; grid-template-rows: auto 1fr; gap: 2mm 6mm; }
  .first > .picture { grid-area: picture; }
  .first > .first-map { grid-area: map; }
  .first > .words { grid-area: words; }
  .first > .limits { grid-area: limits; }
  figure > svg { max-height: 74mm; }
  .maps { display: block; }
  figure.map { display: none; }
  .figures { grid-template-columns: repeat(3, 1fr); margin-top: 1.5mm; max-width: none; }
  .figures figure > svg { max-height: 37mm; width: auto; }
  dl.facts { grid-template-columns: 1fr 1fr; gap: 0.4mm 6mm; }
  dl.long { grid-template-columns: 1fr; }
  .facts > div { grid-template-columns: 30mm 1fr; padding-bottom: 0.3mm; }
  .long > div { grid-template-columns: 48mm 1fr; }
  th, td { padding: 0.3mm 1.6mm; }
  .values { width: 100%; table-layout: fixed; font-size: 7.4pt; }
  .values th, .values td { padding: 0.3mm 0.4mm; }
  .values small { font-size: 5.6pt; white-space: nowrap; }
  .values small + small::before { content: " | "; }
  .values td > small { display: inline; }
  .ranking tr:nth-child(n + 8) { display: none; }
  .ranking td { white-space: nowrap; }
  .ranking th, .ranking td { padding: 0.3mm 1mm; }
  .scroll { overflow: visible; }
  .boxes { grid-template-columns: 1fr 1fr 1fr; gap: 1.5mm 5mm; }
  .room { height: 8mm; }
  dl.glossary { display: block; columns: 3; column-gap: 6mm; }
  .glossary > div { break-inside: avoid; margin-bottom: 0.8mm; }
  code { font-size: 6.4pt; }
  dl.long { gap: 0; }
  .commands { padding-left: 4mm; }
}
`
