import type { StreamEvaluation } from "../result.ts";
import { markLines, rowAxis } from "./axis.ts";
import { at, FRAME, scaleAcross, spread } from "./scale.ts";
import { LAYER_TINTS } from "./style.ts";
import { escaped } from "./text.ts";

const LEAST_LABELLED = 0.005;
/** Points of a picture that mean something to the eye: weights change from row to row. */
const POINTS = 64;

/** Each member's share of a committee's answer over the rows, one on the other; undefined where there are no members. */
export function memberChart({ curve, models, marks }: StreamEvaluation, model: number): string | undefined {
  const sampled = curve.map(({ models: all }) => all[model]?.members ?? []);
  const count = Math.max(0, ...sampled.map(({ length }) => length));
  if (count === 0) return undefined;
  const shares = smoothed(sampled, count);
  const rows = curve.map(({ row }) => row);
  const across = scaleAcross(rows);
  const bottom = FRAME.height - FRAME.bottom;
  const up = (share: number) => bottom - share * (bottom - FRAME.top);
  // Below member k lie the members before it.
  const heights = shares.map((all) => {
    let sum = 0;
    return [0, ...Array.from({ length: count }, (_, k) => (sum += all[k] ?? 0))];
  });
  const edge = (k: number) => heights.map((sums, i) => `${at(across(rows[i] as number))} ${at(up(sums[k] ?? 0))}`);
  const areas = Array.from({ length: count }, (_, k) => {
    const outline = [...edge(k + 1), ...edge(k).reverse()].join("L");
    return `<path class="area m${k % LAYER_TINTS}" d="M${outline}Z"><title>${escaped(models[model]?.members[k] ?? `member ${k + 1}`)}</title></path>`;
  });
  const last = heights.at(-1) ?? [];
  const ends = Array.from({ length: count }, (_, k) => ({ k, share: (last[k + 1] ?? 0) - (last[k] ?? 0) })).filter(
    ({ share }) => share >= LEAST_LABELLED,
  );
  const places = spread(
    ends.map(({ k }) => up(((last[k] ?? 0) + (last[k + 1] ?? 0)) / 2)),
    17,
    FRAME.top + 4,
    bottom - 4,
  );
  const names = models[model]?.members ?? [];
  const nameOf = (k: number) => escaped(names[k] ?? `member ${k + 1}`);
  const x = FRAME.width - FRAME.right + 10;
  const labels = ends.map(({ k, share }, i) => {
    const y = places[i] as number;
    const swatch = `<rect class="area m${k % LAYER_TINTS}" x="${x}" y="${at(y - 5)}" width="10" height="10" rx="3"/>`;
    return `${swatch}<text class="member" x="${x + 15}" y="${at(y + 4)}">${nameOf(k)} <tspan class="value">${Math.round(100 * share)} %</tspan></text>`;
  });
  const ticks = [0, 0.5, 1].map(
    (share) =>
      `<text class="tick" x="${FRAME.left - 10}" y="${at(up(share) + 4)}" text-anchor="end">${100 * share} %</text>`,
  );
  const name = models[model]?.name ?? "";
  const own = marks.filter((mark) => mark.model === undefined || mark.model === name);
  return [
    `<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label="Weight of each member of ${escaped(name)}">`,
    ...ticks,
    ...areas,
    rowAxis(rows, across),
    ...markLines(own, across),
    ...labels,
    "</svg>",
  ].join("\n");
}

// ---

/** Means over the points around each. */
function smoothed(shares: readonly (readonly number[])[], count: number): number[][] {
  const reach = Math.floor(shares.length / POINTS / 2);
  return shares.map((_, i) => {
    const near = shares.slice(Math.max(0, i - reach), i + reach + 1);
    return Array.from({ length: count }, (_, k) => near.reduce((sum, all) => sum + (all[k] ?? 0), 0) / near.length);
  });
}
