/**
 * The one style sheet of the HTML report. Directions are logical, so that it serves languages written from right to left;
 * colours only repeat what words say; on paper it is black on white, whatever the screen was.
 */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2329; --soft: #545b66; --line: #c4cad3; --paper: #fff; --shade: #f4f5f7; --link: #0b57a8; --yes: #9b1325; --limited: #7a4a00; --unknown: #4b3a8f; --no: #1a6334; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #b0b7c3; --line: #4a505a; --paper: #16181c; --shade: #22252b; --link: #8ab8f5; --yes: #ff9ba3; --limited: #f0c067; --unknown: #c3b5ff; --no: #86d39a; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 64rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h1 { margin-block: 0 0.5rem; font-size: 1.25rem; }
h2 { margin-block: 2rem 0.75rem; border-block-end: 2px solid var(--line); font-size: 1.35rem; }
h3 { margin-block: 1.5rem 0.25rem; font-size: 1.1rem; }
p { margin-block: 0 0.5rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-block-start: -10rem; inset-inline-start: 1rem; padding: 0.5rem; background: var(--paper); }
.skip:focus { inset-block-start: 0; }
:lang(ja) { line-break: strict; word-break: auto-phrase; }
code { padding-inline: 0.2em; border-radius: 3px; background: var(--shade); font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
small, small code { padding: 0; background: none; color: var(--soft); font-size: 0.9em; font-weight: normal; }
ul { margin-block: 0; padding-inline-start: 1.25rem; }
nav ul { columns: 2 14rem; }
header p { font-size: 1.6rem; font-weight: bold; line-height: 1.25; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 1rem; padding-block: 0.3rem; border-block-end: 1px solid var(--line); }
header dl { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; }
header dl > div { display: block; border: 0; }
header ul { padding: 0; list-style: none; }
dt, figcaption, caption, footer { color: var(--soft); text-align: start; }
dd, figure { margin: 0; }
svg { display: block; width: 100%; max-width: 34rem; margin-inline: auto; }
rect { fill: var(--paper); stroke: var(--soft); }
text { fill: var(--ink); text-anchor: middle; }
path { fill: none; stroke: var(--soft); }
.tip { fill: var(--soft); }
.ring { stroke: var(--no); stroke-width: 2; }
.attempted { stroke-dasharray: 6 4; }
svg .unknown { stroke-dasharray: 1 4; stroke-linecap: round; }
.blanks p { display: inline-flex; gap: 0.5rem; width: 45%; min-width: 16rem; margin-block: 1.5rem 0; margin-inline-end: 1rem; }
.blanks p::after { content: ''; flex: 1; border-block-end: 1px solid; }
#checked, .matrix caption { position: absolute; clip-path: inset(50%); }
table { width: 100%; margin-block: 0.5rem 1rem; border-collapse: collapse; }
th, td { padding: 0.35rem 0.5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--shade); }
b { font-weight: normal; }
b::before { content: '● ' / ''; }
.yes { color: var(--yes); font-weight: bold; }
.limited { color: var(--limited); }
.limited::before { content: '◐ ' / ''; }
.unknown { color: var(--unknown); }
.unknown::before { content: '? ' / ''; }
.no { color: var(--no); }
.no::before { content: '○ ' / ''; }
@media (max-width: 600px) {
body { padding: 1rem; }
dl > div { display: block; }
table, tbody, tr, tbody th, td, caption { display: block; }
thead, td:empty { display: none; }
tr { margin-block-end: 0.75rem; border: 1px solid var(--line); }
tbody th, td { border: 0; padding-block: 0.15rem; }
td { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0.5rem; }
td::before { content: attr(data-label); color: var(--soft); font-size: 0.9rem; }
}
@media (min-width: 60rem), print {
.summary { display: grid; grid-template: auto 1fr / minmax(0, 5fr) minmax(0, 4fr); column-gap: 1.5rem; }
.picture { grid-area: 1 / 2 / span 2; }
.leaving, .checked { grid-column: 1 / -1; }
.matrix table { table-layout: fixed; font-size: 0.9em; overflow-wrap: anywhere; hyphens: auto; }
.matrix :is(th, td) { padding-inline: 0.2em; }
:is(.matrix, .leaving, .exposure) th:first-child { width: 25%; }
.leaving th:nth-child(n + 2) { width: 27%; }
.exposure th:nth-child(2) { width: 15%; }
.evidence th:first-child { width: 55%; }
.others th:first-child { width: 30%; }
}
@page { margin: 10mm 12mm 12mm; @bottom-center { content: counter(page) " / " counter(pages); } }
@media print {
:root { color-scheme: light; --ink: #000; --soft: #000; --line: #888; --paper: #fff; --shade: #fff; --link: #000; --yes: #000; --limited: #000; --unknown: #000; --no: #000; }
body { padding: 0; max-width: none; font-size: 8pt; line-height: 1.25; }
h1 { font-size: 10pt; }
header p { margin: 0; font-size: 14pt; }
h2 { margin-block: 5mm 1.5mm; font-size: 11pt; }
h3 { margin-block: 2.5mm 0; font-size: 9.5pt; }
p { margin-block: 0 1mm; }
a { text-decoration: none; }
.skip, nav { display: none; }
.summary { break-after: page; }
.summary h2 { margin-block: 2mm 1mm; }
.summary :is(table, figcaption) { font-size: 7.2pt; }
.summary td code { font-size: 0.8em; padding: 0; }
.blanks p { margin-block-start: 5mm; }
.flows, .unseen, .words { columns: 2; column-gap: 6mm; }
section > h2 { column-span: all; }
dl > div { display: block; padding: 0; border: 0; }
dt, dd, dd ul, dd li, .summary td ul, .summary td li { display: inline; padding: 0; }
header dd, header ul { display: block; }
dt { font-weight: bold; }
dt::after { content: ': '; }
dd li + li::before, .summary td li + li::before { content: ' · '; }
table { margin-block: 1mm 2mm; }
th, td { padding: 0.4mm 1mm; }
h1, h2, h3, thead, caption, article > p, dl > div:first-child { break-after: avoid; }
:is(.summary, .others) tr, li, svg { break-inside: avoid; }
}
`;
