// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/page_style.h"

namespace paydown::cli {

const char* const kPageStyle = R"css(
:root {
  color-scheme: light dark;
  --base: #ffffff; --window: #f4f5f7; --line: #d8dde3; --text: #1b1f24; --muted: #566069; --accent: #0a5cc0;
  --reckless: #c0221a; --prudent: #0b6b63; --plain: #8a939c; --amber: #d98a1a; --good: #16702f; --live: #6d45ab;
  --bar: #cfd6de;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --base: #16191d; --window: #1c1f24; --line: #333940; --text: #e4e7eb; --muted: #a3adb8; --accent: #79b8ff;
    --reckless: #ff8379; --prudent: #54c8ba; --plain: #7b8794; --amber: #f2b85c; --good: #6bd684; --live: #c7a1ff;
    --bar: #3d444d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 68rem; background: var(--base); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
h1 { font-size: 1.9rem; line-height: 1.25; margin: .4rem 0 .6rem; font-weight: 650; max-width: 46rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.6rem 0 .5rem; padding-top: .9rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.3rem 0 .4rem; }
p { margin: .4rem 0; max-width: 50rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
code, .hash, .place { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, monospace; font-size: .86em; }
.muted, .place, .hash, figcaption, footer { color: var(--muted); }
.lead { font-size: 1.1rem; }
.over { color: var(--muted); margin: 0; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 1rem 0 0; }
.counts { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin: 1rem 0; padding: 0; list-style: none; }
.counts b { display: block; font-size: 1.45rem; font-weight: 600; line-height: 1.2; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: .85rem; }
th, td { padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
h1 .date { white-space: nowrap; }
td.rank, td.id, td.hash { white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
td.id { width: 6.5rem; } td.rank { width: 2.6rem; text-align: right; }
td .title { display: block; }
td .place, td .facts { display: block; }
.facts { color: var(--muted); font-size: .92em; }
details { margin: .15rem 0; }
summary { cursor: pointer; color: var(--accent); }
td.number summary { list-style-position: outside; }
.wide { padding: .2rem 0 .5rem; }
.commits { margin: .3rem 0 .5rem; padding: 0; list-style: none; font-size: .92em; }
.commits li { padding: .12rem 0; overflow-wrap: anywhere; }
.commits .hash { margin-right: .5rem; }
.tag { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: .6em; font-size: .8em; }
.reckless { color: var(--reckless); } .prudent { color: var(--prudent); } .good { color: var(--good); }
.amber { color: var(--amber); } .live { color: var(--live); }
figure { margin: 1rem 0; }
figcaption { font-size: .88rem; margin-top: .2rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 2rem; }
svg { display: block; width: 100%; height: auto; }
svg.spark { width: 7rem; height: 1.5rem; }
svg text { font: 11px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: var(--muted); }
svg .axis { stroke: var(--line); fill: none; }
svg .bar { fill: var(--bar); } svg .taxed { fill: var(--amber); }
svg .came { fill: var(--plain); } svg .paid { fill: var(--good); } svg .dropped { fill: var(--prudent); }
svg .erased { fill: var(--reckless); } svg .other { fill: var(--live); }
svg .area-reckless { fill: var(--reckless); } svg .area-prudent { fill: var(--prudent); } svg .area-plain { fill: var(--bar); }
svg .line { fill: none; stroke: var(--accent); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.key { display: inline-block; width: .75em; height: .75em; margin-right: .3em; border-radius: 2px; vertical-align: -1px; }
.label { display: inline-block; margin-right: .8em; }
.key.came { background: var(--plain); } .key.paid { background: var(--good); } .key.dropped { background: var(--prudent); }
.key.erased { background: var(--reckless); } .key.other { background: var(--live); } .key.taxed { background: var(--amber); }
.key.bar { background: var(--bar); } .key.area-reckless { background: var(--reckless); }
.key.area-prudent { background: var(--prudent); } .key.area-plain { background: var(--bar); }
footer { margin-top: 3rem; padding-top: .9rem; border-top: 1px solid var(--line); font-size: .9rem; }
.paper { display: none; }
@media (max-width: 44rem) {
  body { padding: 1.2rem .9rem 3rem; font-size: 14px; }
  h1 { font-size: 1.45rem; }
  .roomy { display: none; }
  th, td { padding-right: .6rem; }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav { display: none; }
  a { color: inherit; }
  h1 { font-size: 17pt; } h2 { font-size: 13pt; break-after: avoid; margin-top: 1.6rem; } h3 { break-after: avoid; }
  tr, figure, .commits li { break-inside: avoid; }
  .pair { grid-template-columns: 1fr 1fr; }
  .counts { gap: .4rem 1.4rem; }
  thead { display: table-header-group; }
  details:not(.long)::details-content { content-visibility: visible; height: auto; }
  details.long { display: none; }
  summary { list-style: none; color: inherit; }
  .paper { display: block; }
  svg, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

} // namespace paydown::cli
