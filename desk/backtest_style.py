"""The look of the page of a look back: one sheet, light and dark, nothing fetched."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark;
  --ground: #fbfaf8; --card: #ffffff; --ink: #1d2329; --soft: #5d6770; --line: #e2e0db;
  --accent: #1f6f8b; --good: #2e7d4f; --bad: #b3402e; --open: #8a6d1f; --cell: 31 111 139; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #15191d; --card: #1d2328; --ink: #e7e9ea; --soft: #9aa5ad; --line: #313a41;
  --accent: #6bb6d0; --good: #6cc08f; --bad: #e58a78; --open: #d6b45c; --cell: 107 182 208; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .7rem; }
p, .soft { color: var(--soft); margin: .2rem 0 .8rem; max-width: 46rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
  gap: .8rem; margin: 1.4rem 0; }
.figure { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: .8rem 1rem; }
.figure b { display: block; font-size: 1.6rem; white-space: nowrap; line-height: 1.2;
  font-variant-numeric: tabular-nums; }
.figure span { color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; min-width: min(30rem, 100%);
  font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { color: var(--soft); font-weight: 600; font-size: .88rem; }
th, td { white-space: nowrap; }
td.n, th.n { text-align: right; }
details { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: .45rem 0; overflow-wrap: anywhere; }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
details details { margin-left: 1.2rem; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; }
.letter { margin: 0 0 1rem 1.2rem; }
.letter p { margin: .2rem 0; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: .8rem 1rem; margin: .4rem 0; white-space: pre-wrap; overflow-wrap: anywhere;
  font: inherit; }
.kept { color: var(--good); } .broken { color: var(--bad); } .open { color: var(--open); }
svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--soft); font: 10px system-ui, sans-serif; }
svg rect { fill: rgb(var(--cell)); stroke: var(--line); stroke-width: .5; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem; }
@media print { details { break-inside: avoid; } }
"""
