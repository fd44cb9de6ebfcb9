/** How a report looks: light and dark, wide and narrow, on screen and on paper. Kept as text, since its hash is in the page. */
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1c1b22; --quiet: #5b5966; --line: #d5d3dd; --soft: #f4f3f7; --strong: #8a3d00; --focus: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17161c; --ink: #f1eff7; --quiet: #b3b0c0; --line: #413f4c; --soft: #22202a; --strong: #ffb26b; --focus: #8ab4ff; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 88rem; padding: 1.25rem clamp(0.9rem, 3vw, 2.4rem) 2.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
[hidden] { display: none !important; }
.stored { position: absolute; }
.spoken { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: var(--focus); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
p, ul, ol, dl, table, figure { margin: 0 0 0.8rem; }
svg { display: block; max-width: 100%; }
header { margin-bottom: 1rem; }
h1 { margin: 0 0 0.35rem; font-size: clamp(1.3rem, 2.2vw, 1.7rem); line-height: 1.25; text-wrap: pretty; }
h2 { margin: 0; font-size: 1.1rem; line-height: 1.3; display: inline; }
h3 { margin: 1.2rem 0 0.35rem; font-size: 1rem; }
.inside > h3:first-child { margin-top: 0; }
.next { margin: 0 0 0.35rem; }
.meta { display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; padding: 0; list-style: none; color: var(--quiet); font-size: 0.94rem; }
.meta li:first-child { color: var(--ink); }
.about, .model-caution { margin: 0.25rem 0 0; font-size: 0.94rem; }
.model-caution { color: var(--strong); }
.plain { margin: 0; padding: 0; list-style: none; }
.warning, .caution { padding: 0.5rem 0.9rem; border-left: 5px solid var(--quiet); background: var(--soft); }
.warning { margin: 0.8rem 0 0; border-color: var(--strong); }
.warning > b { color: var(--strong); }
.caution { max-width: 62rem; margin: 1rem 0 0; font-size: 0.94rem; }
.caution li { margin: 0.15rem 0; }
.answer { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.9rem 2rem; align-items: start; }
.answer > * { min-width: 0; }
.map { margin: 0; }
.map-drawing { width: 100%; height: auto; overflow: visible; }
.map + .map { margin-top: 0.8rem; }
figcaption { margin-top: 0.3rem; line-height: 1.35; font-size: 0.94rem; }
.map figcaption { color: var(--quiet); }
figcaption small, .sets small { display: block; color: var(--quiet); font-size: 0.86rem; }
.sets { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.8rem 1.2rem; align-items: start; }
.sets > p { margin: 0; padding-left: 0.7rem; border-left: 3px solid var(--line); }
.sets > p:only-child, .sets:not(:has(figure)) > p { grid-column: 1 / -1; }
.sets figure { margin: 0; }
.sets figcaption > span { font-weight: 600; }
.sets svg, .strip svg { width: 100%; height: auto; border-radius: 3px; }
.line { fill: none; stroke: #ffffff; stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.line.under { stroke: #000000; stroke-width: 4px; stroke-opacity: 0.75; }
.strip .line { stroke-width: 1px; }
.strip .line.under { stroke-width: 2.5px; }
.strip h3 { margin: 1.1rem 0 0.4rem; }
.strip ol { margin: 0; padding: 0; list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.2rem 0.7rem; }
.strip ol.pictured { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 0.7rem; }
.strip .pictured li { max-width: 10rem; }
.strip li { font-size: 0.86rem; line-height: 1.3; }
.strip li span { display: block; margin-top: 0.2rem; }
.strip .changed span { font-weight: 650; }
.legend { font-size: 0.86rem; max-width: 40rem; }
.legend > svg { width: 100%; max-width: 22rem; height: auto; }
.ends { display: flex; justify-content: space-between; max-width: 22rem; margin: 0 0 0.2rem; }
.legend ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.05rem 1rem; }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.swatch { flex: none; width: 22px; height: 13px; }
.choice { display: flex; gap: 0.5rem; margin-top: 0.4rem; }
.choice button { font-size: 0.9rem; }
[aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button { font: inherit; color: inherit; min-height: 2rem; padding: 0.2rem 0.8rem; border: 1px solid var(--quiet); border-radius: 0.35rem; background: var(--paper); cursor: pointer; }
thead button { min-height: 1.8rem; padding: 0.1rem 0.4rem; color: var(--quiet); }
[aria-sort="descending"] button::after { content: " ↓"; }
[aria-sort="ascending"] button::after { content: " ↑"; }
.parts [data-region] { fill: transparent; pointer-events: all; }
.parts [role="gridcell"] { cursor: pointer; outline: none; }
.parts [aria-selected="true"] { stroke: #0b57d0; stroke-width: 3px; vector-effect: non-scaling-stroke; }
.parts :focus-visible { stroke-width: 5px; }
.parts path[aria-selected="true"] { fill: rgb(11 87 208 / 45%); stroke: none; }
.parts path:focus-visible { fill: rgb(11 87 208 / 75%); }
.stored-map .marks path, .stored-map .marks rect { vector-effect: non-scaling-stroke; }
.chosen { min-height: 3rem; padding: 0.7rem 0.9rem; border-radius: 0.4rem; background: var(--soft); }
.chosen h3 { margin: 0 0 0.3rem; }
.chosen > svg { display: none; width: 8.5rem; height: auto; }
.chosen:has(h3:not(:empty)) { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.4rem 1rem; align-items: start; }
.chosen:has(h3:not(:empty)) > svg { display: block; }
.chosen:has(h3:not(:empty)) > .help { display: none; }
.chosen h3:empty, .chosen dl:empty { display: none; }
.chosen dl { grid-template-columns: 1fr; gap: 0.1rem; margin: 0; font-size: 0.94rem; line-height: 1.3; }
.chosen .facts > div { border: 0; padding: 0; }
.chosen .covered { visibility: hidden; }
.chosen .covers .covered { visibility: visible; }
.help { margin: 0; color: var(--quiet); font-size: 0.94rem; }
section + section { border-top: 1px solid var(--line); }
#summary { margin-bottom: 1.4rem; }
summary { cursor: pointer; font-weight: 600; }
.fold > summary { padding: 0.7rem 0; }
.fold[open] > summary { padding-bottom: 0.4rem; }
.inside { padding: 0 0 1.2rem; scroll-margin-top: 4rem; }
.picture { max-width: 20rem; }
.picture figcaption { color: var(--quiet); }
ul.said, ol.said { max-width: 46rem; padding: 0; list-style: none; }
.said > li { margin: 0 0 0.45rem; }
ol.said { padding-left: 1.5rem; list-style: decimal; }
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
.scroll { overflow-x: auto; max-width: 100%; margin-bottom: 0.8rem; scrollbar-width: thin; }
.values td, .values th { text-align: center; white-space: nowrap; padding: 0.2rem 0.45rem; border: 1px solid var(--line); }
.values td > * { display: block; }
.values small { color: var(--quiet); font-size: 0.76rem; line-height: 1.25; }
.values .quiet b { font-weight: 400; color: var(--quiet); }
.list > summary { padding: 0.3rem 0; }
.list table { font-size: 0.92rem; }
.list td { white-space: nowrap; }
.two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4rem 2.4rem; align-items: start; }
.two table { justify-self: start; }
.boxes { display: grid; gap: 0.8rem 1.4rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.box { display: flex; flex-direction: column; justify-content: space-between; }
.box h3 { margin: 0 0 0.25rem; font-weight: 400; color: var(--quiet); font-size: 0.95rem; }
.room { height: 2.6rem; border-bottom: 1px dashed var(--quiet); }
.commands { padding-left: 1.1rem; }
dl.glossary { display: grid; gap: 0.5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.glossary dt { color: var(--ink); font-weight: 600; }
@media (min-width: 52rem) {
  .answer { grid-template-rows: auto auto auto 1fr; }
  .map-side { grid-column: 1; grid-row: 1 / 5; }
  .sets { grid-row: 1; }
  .answer > .picture { grid-row: 2; margin: 0; }
  .legend { grid-row: 3; }
  .chosen { grid-row: 4; }
  .sets, .answer > .picture, .legend, .chosen { grid-column: 2; }
  .answer.flat { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
  .answer.square { grid-template-columns: minmax(0, min(50%, 60vh)) minmax(0, 1fr); }
  .answer.tall { grid-template-columns: minmax(0, min(38%, 42vh)) minmax(0, 1fr); }
  .stored-map.everywhere .edges, .stored-map.none .edges { font-size: 8.5px; }
  .sets { max-width: 46rem; }
  .chosen:has(h3:not(:empty)) { min-height: 12rem; }
}
@media (min-width: 66rem) {
  .two { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
}
@media screen and (max-width: 52rem) {
  .stored-map.wide .numbers { display: none; }
  .stored-map.wide .edges { font-size: 22px; }
}
@media screen and (max-width: 30rem) {
  .strip ol.pictured { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.6rem 0.5rem; }
  .strip li { font-size: 0.78rem; }
  .facts > div, .long > div { grid-template-columns: 1fr; gap: 0; }
  .chosen > svg { width: 6.5rem; }
  .bar { width: 4rem; }
  .ranking th[scope], .ranking td:not(:last-child) { white-space: normal; }
  .ranking th, .ranking td { padding: 0.25rem; font-size: 0.84rem; }
  .ranking th[scope="row"] { min-width: 4.4rem; }
  button { min-height: 2.75rem; }
  .fold > summary { padding: 0.75rem 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@page { size: A4; margin: 11mm 12mm; }
@media print {
  :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #bbbbbb; --soft: #f4f3f7; --strong: #8a3d00; }
  html { font-size: 8pt; }
  body { max-width: none; padding: 0 0.3mm; line-height: 1.28; }
  .two { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 0 5mm; }
  .scripted, .list, .help, .on-screen { display: none !important; }
  .fold::details-content { content-visibility: visible; display: block; height: auto; }
  .fold > summary { padding: 0; list-style: none; break-after: avoid; }
  .fold > summary::-webkit-details-marker { display: none; }
  section + section { margin-top: 1.4mm; padding-top: 1.8mm; }
  #summary { margin-bottom: 2mm; }
  .inside { padding: 1mm 0 0; }
  h1 { font-size: 14pt; }
  h2 { font-size: 11pt; break-after: avoid; }
  h3 { font-size: 9pt; margin: 1.6mm 0 0.8mm; break-after: avoid; }
  p, ul, ol, dl, table, figure { margin-bottom: 1.4mm; }
  .said > li { margin-bottom: 0.5mm; }
  ul.said, ol.said { max-width: none; }
  figure, table, tr, li, .box, .warning, .caution, dl.facts > div { break-inside: avoid; }
  .answer, .answer.flat, .answer.square, .answer.tall { grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); gap: 2mm 6mm; }
  .answer { grid-template-rows: auto auto 1fr; }
  .map-side { grid-column: 1; grid-row: 1 / 4; }
  .sets { grid-column: 2; grid-row: 1; gap: 2mm 4mm; }
  .answer > .picture { grid-column: 2; grid-row: 2; }
  .legend { grid-column: 2; grid-row: 3; }
  .meta li:last-child { display: none; }
  .stored-map .edges { font-size: 12px; }
  .map-drawing { max-height: 88mm; }
  .map.alone { display: none; }
  .strip h3 { margin-top: 2mm; }
  .strip ol.pictured { grid-template-columns: repeat(8, minmax(0, 1fr)); gap: 2mm; }
  .picture > svg { max-height: 34mm; width: auto; }
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
  .room { height: 8mm; border: 1px solid var(--quiet); border-radius: 0.3rem; }
  dl.glossary { display: block; columns: 3; column-gap: 6mm; }
  .glossary > div { break-inside: avoid; margin-bottom: 0.8mm; }
  code { font-size: 6.4pt; }
  dl.long { gap: 0; }
  .commands { padding-left: 4mm; }
}
`
