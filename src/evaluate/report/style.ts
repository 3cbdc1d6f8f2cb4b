/** How many colours there are for models, and for the members of a committee. */
export const TINTS = 6;
export const LAYER_TINTS = 8;

/** The whole stylesheet: light and dark, on a screen and on paper. */
export const STYLE: string = `
:root {
  color-scheme: light dark;
  --page: #f7f5f0; --card: #fffefb; --ink: #23272e; --soft: #667080; --faint: #e6e2d8; --rule: #c9c4b8;
  --s0: #1f6fb2; --s1: #d1651f; --s2: #2f8f5b; --s3: #a8458f; --s4: #7a5bd0; --s5: #b08a00;
  --b0: #9aa1ab; --b1: #6d7581; --drift: #c2352b; --warning: #c98a12; --note: #667080; --good: #2f8f5b;
  --m0: #1f6fb2; --m1: #5aa3d6; --m2: #2f8f5b; --m3: #8cc084; --m4: #d1651f; --m5: #efaa6d; --m6: #a8458f; --m7: #d394c4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --card: #1b1f26; --ink: #e7e9ec; --soft: #98a2b0; --faint: #2a303a; --rule: #465062;
    --s0: #63aee6; --s1: #f0935a; --s2: #66c392; --s3: #d98bc4; --s4: #a994ee; --s5: #dcb93c;
    --b0: #6f7887; --b1: #99a2af; --drift: #f0736a; --warning: #e6b04a; --note: #98a2b0; --good: #66c392;
    --m0: #4b97d1; --m1: #8cc4ec; --m2: #4fae7c; --m3: #a9d6a2; --m4: #e08450; --m5: #f4c295; --m6: #c473ae; --m7: #e3b3d7;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1080px; margin: 0 auto; padding: 56px 28px 72px; }
header { margin-bottom: 36px; }
h1 { font-size: 15px; font-weight: 600; letter-spacing: .02em; color: var(--soft); margin: 0 0 10px; }
.verdict { font-size: 30px; line-height: 1.25; font-weight: 650; letter-spacing: -.012em; max-width: 24em; margin: 0 0 14px; text-wrap: balance; }
.facts { color: var(--soft); margin: 0; }
section { background: var(--card); border: 1px solid var(--faint); border-radius: 14px; padding: 24px 28px 20px; margin: 0 0 22px; break-inside: avoid; }
h2 { font-size: 18px; font-weight: 650; margin: 0 0 2px; letter-spacing: -.005em; }
h3 { font-size: 14px; font-weight: 650; margin: 18px 0 6px; }
h3 small { font-weight: 400; font-size: 13px; color: var(--soft); margin-left: 6px; }
.says { color: var(--soft); font-size: 14px; margin: 0 0 14px; max-width: 52em; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14.5px; }
th { font-weight: 500; color: var(--soft); text-align: right; padding: 6px 0 6px 18px; border-bottom: 1px solid var(--rule); white-space: nowrap; }
td { text-align: right; padding: 8px 0 8px 18px; border-bottom: 1px solid var(--faint); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tr:last-child td { border-bottom: 0; }
td.best { font-weight: 700; }
tr.quiet td { color: var(--soft); }
.dot { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 9px; background: currentColor; }
.grid { stroke: var(--faint); }
.axis { stroke: var(--rule); }
.tick { fill: var(--soft); font-size: 12px; }
.line { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.baseline { stroke-width: 1.4; stroke-dasharray: 5 4; }
.label { fill: currentColor; font-size: 13px; font-weight: 600; }
.label.quiet { font-weight: 400; }
.label .value { font-weight: 400; }
.member { fill: var(--ink); font-size: 12px; }
.member .value { fill: var(--soft); }
.mark line { stroke-width: 1.2; stroke-dasharray: 2 3; stroke: currentColor; }
.mark.many line { opacity: .45; stroke-width: 1; }
.legend { font-size: 13px; color: var(--soft); margin: -8px 0 4px; }
.swatch { display: inline-block; height: 12px; border-left: 2px dotted currentColor; margin-right: 7px; vertical-align: -1px; }
.mark text { font-size: 11px; fill: currentColor; }
.drift { color: var(--drift); } .warning { color: var(--warning); } .note { color: var(--note); }
${tints("s", TINTS)}
${tints("b", 2)}
${tints("m", LAYER_TINTS)}
.area { fill: currentColor; stroke: var(--card); stroke-width: .8; }
.health { display: grid; grid-template-columns: minmax(120px, 1.1fr) repeat(3, minmax(150px, 2fr)); gap: 6px 26px; align-items: center; font-size: 14px; }
.health .head { color: var(--soft); font-size: 13px; border-bottom: 1px solid var(--rule); padding-bottom: 4px; }
.spark { display: flex; align-items: center; gap: 10px; }
.spark svg { flex: 1; min-width: 0; height: 34px; }
.spark span { width: 58px; text-align: right; }
.spark .line { stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.spark .fill { fill: currentColor; opacity: .22; }
.said { font-size: 14px; margin: 0 0 10px; color: var(--soft); max-width: 62em; }
.said b { margin-right: 4px; } .good { color: var(--good); }
.none { color: var(--rule); }
.alarm { color: var(--drift); font-weight: 650; }
summary { cursor: pointer; color: var(--soft); font-size: 14px; margin-top: 14px; }
.matrices { display: flex; flex-wrap: wrap; gap: 20px 44px; }
.matrices svg { width: auto; max-width: 100%; }
.cell { fill: currentColor; }
.count { fill: var(--ink); font-size: 12px; text-anchor: middle; }
.count.on { fill: var(--card); }
footer { color: var(--soft); font-size: 13px; padding: 8px 4px; }
@media (max-width: 720px) { main { padding: 28px 14px; } section { padding: 18px 16px; overflow-x: auto; } section > svg { min-width: 640px; } .verdict { font-size: 23px; } .health { grid-template-columns: 1fr; } .health .head { display: none; } }
@media print { body { background: #fff; } section { border-color: #ddd; } }
`;

function tints(letter: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `.${letter}${i} { color: var(--${letter}${i}); }`).join(" ");
}
