/** A picture of one to three charts side by side, as SVG that fits a light and a dark page. */
import { at, niceRange, place, range, spread } from "../../dist/evaluate/report/scale.js";

const WIDTH = 960;
const HEIGHT = 350;
const PAD = 28;
const GAP = 34;
const TOP = 118;
const BOTTOM = 62;
/** Room for the numbers of the upward axis, and for the names of the lines. */
const AXIS = 46;
const NAMES = 116;

const STYLE = `
:root { --card: #fffefb; --edge: #e6e2d8; --ink: #23272e; --soft: #667080; --faint: #eeeae1; --rule: #c9c4b8; --a: #d1651f; --b: #1f6fb2; --c: #2f8f5b; --d: #a8458f; }
@media (prefers-color-scheme: dark) { :root { --card: #1b1f26; --edge: #2a303a; --ink: #e7e9ec; --soft: #98a2b0; --faint: #262c35; --rule: #465062; --a: #f0935a; --b: #63aee6; --c: #66c392; --d: #d98bc4; } }
text { font: 13px ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; fill: var(--soft); }
.card { fill: var(--card); stroke: var(--edge); } .title { font-size: 18px; font-weight: 650; fill: var(--ink); } .says { font-size: 13.5px; }
.panel { font-weight: 600; fill: var(--ink); } .tick { font-size: 12px; } .grid { stroke: var(--faint); } .axis { stroke: var(--rule); }
.a { color: var(--a); } .b { color: var(--b); } .c { color: var(--c); } .d { color: var(--d); }
.line { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round; } .line.dashed { stroke-width: 1.8; stroke-dasharray: 6 5; } .dot { fill: currentColor; }
.band { fill: currentColor; opacity: .15; } .name { fill: currentColor; font-weight: 600; } .value { font-weight: 400; }
`.trim();

/**
 * @param title, says a headline and the line under it
 * @param panels `{ title, x: { title, ticks?, format?, log? }, y: { format, label?, range?, log? }, points, lines, names? }`: formats of ticks
 *   and of the values lines end with, room for their names; a line is
 *   `{ name, tint: "a" to "d", runs: number[][], dashed?, dots? }`: its mean over the runs, within what they reach
 */
export function picture({ title, says, panels }) {
  const each = (WIDTH - 2 * PAD - GAP * (panels.length - 1)) / panels.length;
  const charts = panels.map((panel, i) => chart(panel, PAD + i * (each + GAP), each));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}</style>
<rect class="card" x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="14"/>
<text class="title" x="${PAD}" y="40">${escaped(title)}</text>
<text class="says" x="${PAD}" y="62">${escaped(says)}</text>
${charts.join("\n")}
</svg>
`;
}

// ---

function chart({ title, x, y, points, lines, names: room = NAMES }, start, width) {
  const [left, right] = [start + AXIS, start + width - room];
  const [top, bottom] = [TOP, HEIGHT - BOTTOM];
  const means = lines.map(({ runs }) => points.map((_, i) => mean(runs.map((run) => run[i]))));
  const all = lines.flatMap(({ runs }) => runs.flat()).filter(Number.isFinite);
  const [low, high, upTicks] = upScale(y, all);
  const up = (value) => place(scaled(value, y.log), scaled(low, y.log), scaled(high, y.log), bottom, top);
  const across = (value) =>
    place(scaled(value, x.log), scaled(points[0], x.log), scaled(points.at(-1), x.log), left, right);
  const levels = upTicks.map(
    (value) =>
      `<line class="grid" x1="${at(left)}" x2="${at(right)}" y1="${at(up(value))}" y2="${at(up(value))}"/>` +
      `<text class="tick" x="${at(left - 9)}" y="${at(up(value) + 4)}" text-anchor="end">${y.format(value)}</text>`,
  );
  const marks = (x.ticks ?? acrossTicks(points)).map(
    (value) =>
      `<line class="axis" x1="${at(across(value))}" x2="${at(across(value))}" y1="${bottom}" y2="${bottom + 4}"/>` +
      `<text class="tick" x="${at(across(value))}" y="${bottom + 19}" text-anchor="middle">${x.format?.(value) ?? value.toLocaleString("en")}</text>`,
  );
  const bounded = (value) => Math.min(bottom, Math.max(top, up(value)));
  const drawn = lines.map(({ runs, tint, dashed, dots }, k) => {
    const [upper, lower] = [Math.max, Math.min].map((end) =>
      points.map((point, i) => `${at(across(point))} ${at(bounded(end(...runs.map((run) => run[i]))))}`),
    );
    const path = means[k].map((value, i) => `${at(across(points[i]))} ${at(bounded(value))}`);
    return [
      `<path class="band ${tint}" d="M${[...upper, ...lower.reverse()].join("L")}Z"/>`,
      `<path class="line ${tint}${dashed ? " dashed" : ""}" d="M${path.join("L")}"/>`,
      ...(dots
        ? means[k].map(
            (value, i) =>
              `<circle class="dot ${tint}" cx="${at(across(points[i]))}" cy="${at(bounded(value))}" r="3.5"/>`,
          )
        : []),
    ].join("");
  });
  const heights = spread(
    means.map((values) => bounded(values.at(-1))),
    17,
    top,
    bottom,
  );
  const names = lines.map(
    ({ name, tint }, k) =>
      `<g class="${tint}"><text class="name" x="${at(right + 9)}" y="${at(heights[k] + 4)}">${escaped(name)} <tspan class="value">${(y.label ?? y.format)(means[k].at(-1))}</tspan></text></g>`,
  );
  return [
    `<text class="panel" x="${at(start)}" y="96">${escaped(title)}</text>`,
    ...levels,
    `<line class="axis" x1="${at(left)}" x2="${at(right)}" y1="${bottom}" y2="${bottom}"/>`,
    ...marks,
    `<text class="tick" x="${at((left + right) / 2)}" y="${bottom + 40}" text-anchor="middle">${escaped(x.title)}</text>`,
    ...drawn,
    ...names,
  ].join("\n");
}

/** Ends of the upward axis and what is written beside it. */
function upScale({ range: given, log }, values) {
  if (log) {
    const [low, high] = given ?? [Math.min(...values), Math.max(...values)];
    const powers = range(Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9), 1).map((p) => 10 ** p);
    return [powers[0], powers.at(-1), powers];
  }
  const [low, high, step] = niceRange(given ?? [Math.min(...values), Math.max(...values)]);
  return [low, high, range(low, high, step)];
}

function acrossTicks(points) {
  const [, , step] = niceRange([0, points.at(-1)], undefined, 4);
  return range(0, points.at(-1), step).filter((value) => value >= points[0]);
}

function scaled(value, log) {
  return log ? Math.log10(Math.max(value, 1e-12)) : value;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
