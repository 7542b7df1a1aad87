/**
 * The one style sheet of the HTML report. Directions are logical, so that it serves languages written from right to left;
 * colours only repeat what words say; on paper it is black on white, whatever the screen was.
 */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2329; --soft: #545b66; --line: #c4cad3; --paper: #fff; --shade: #f4f5f7; --link: #0b57a8; --yes: #9b1325; --limited: #7a4a00; --unknown: #4b3a8f; --no: #1a6334; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #b0b7c3; --line: #4a505a; --paper: #16181c; --shade: #22252b; --link: #8ab8f5; --yes: #ff9ba3; --limited: #f0c067; --unknown: #c3b5ff; --no: #86d39a; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 64rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h1 { margin-block: 0 1rem; font-size: 1.75rem; }
h2 { margin-block: 2.5rem 0.75rem; border-block-end: 2px solid var(--line); font-size: 1.35rem; }
h3 { margin-block: 1.5rem 0.5rem; font-size: 1.1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-block-start: -10rem; inset-inline-start: 1rem; padding: 0.5rem; background: var(--paper); }
.skip:focus { inset-block-start: 0; }
code { padding-inline: 0.2em; border-radius: 3px; background: var(--shade); font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
h3 code { background: none; padding: 0; }
ul { margin-block: 0; padding-inline-start: 1.25rem; }
nav ul { columns: 2 14rem; }
header p { font-size: 1.15rem; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); column-gap: 1rem; padding-block: 0.3rem; border-block-end: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
.wide { margin-block: 1rem; overflow-x: auto; }
table { width: 100%; min-width: 40rem; border-collapse: collapse; }
caption { padding-block-end: 0.3rem; color: var(--soft); text-align: start; }
th, td { padding: 0.35rem 0.5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--shade); }
b { padding-inline: 0.3em; border: 1px solid; border-radius: 3px; }
.yes { color: var(--yes); }
.limited { color: var(--limited); border-style: dashed; }
.unknown { color: var(--unknown); border-style: dotted; }
.no { color: var(--no); border-color: transparent; font-weight: normal; }
footer { color: var(--soft); }
@media (max-width: 40rem) { body { padding: 1rem; } dl > div { grid-template-columns: minmax(0, 1fr); } dt { font-size: 0.9rem; } }
@page { margin: 18mm 15mm; @bottom-center { content: counter(page) " / " counter(pages); } }
@media print {
:root { color-scheme: light; --ink: #000; --soft: #000; --line: #888; --paper: #fff; --shade: #fff; --link: #000; --yes: #000; --limited: #000; --unknown: #000; --no: #000; }
body { padding: 0; max-width: none; font-size: 10pt; }
h2 { margin-block-start: 1.5rem; }
.skip { display: none; }
.wide { overflow: visible; }
table { min-width: 0; }
thead { display: table-header-group; }
h1, h2, h3, caption { break-after: avoid; }
tr, dl > div, li { break-inside: avoid; }
article:has(> dl) { break-inside: avoid; }
}
`;
