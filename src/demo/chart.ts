/** A value at a place of the stream; null where nothing is known there. */
export interface Point {
  row: number;
  value: number | null;
}

const BARS = [..."▁▂▃▄▅▆▇█"];
/** Where the stream has not come yet. */
const AHEAD = "·";

/** Values at and below the floor are the lowest bar, at and above the ceiling the highest. */
export interface Scale {
  floor: number;
  ceiling: number;
}

/**
 * The points averaged into `width` equal parts of rows 1 to `rows`. A part of the stream that lies ahead is undefined;
 * null is one the stream has passed without a value. Parts too short to hold a point take the value before them.
 */
export function inParts(points: readonly Point[], rows: number, width: number): (number | null | undefined)[] {
  const sums = Array.from({ length: Math.max(0, width) }, () => ({ sum: 0, known: 0, points: 0 }));
  for (const { row, value } of points) {
    const part = sums[Math.min(width - 1, Math.floor(((row - 1) / rows) * width))];
    if (!part) continue;
    part.points += 1;
    part.known += value === null ? 0 : 1;
    part.sum += value ?? 0;
  }
  const reached = sums.findLastIndex((part) => part.points > 0);
  let latest: number | null = null;
  return sums.map(({ sum, known, points: count }, i) => {
    if (i > reached) return undefined;
    if (count > 0) latest = known > 0 ? sum / known : null;
    return latest;
  });
}

/** One bar a part, so that the line grows from left to right as the stream goes by. */
export function sparkline(parts: readonly (number | null | undefined)[], scale: Scale): string {
  return parts
    .map((value) => {
      if (value === undefined) return AHEAD;
      return value === null ? " " : barOf(value, scale);
    })
    .join("");
}

/** The scale that shows the differences: whole steps of 5 % around everything known, at least four of them. */
export function scaleOf(parts: readonly (number | null | undefined)[]): Scale {
  const values = parts.filter((value) => value != null);
  if (values.length === 0) return { floor: 0.5, ceiling: 1 };
  const floor = Math.min(Math.floor(Math.min(...values) * 20), 16) / 20;
  const ceiling = Math.ceil(Math.max(...values) * 20) / 20;
  return { floor, ceiling: Math.max(ceiling, floor + 0.2) };
}

// ---

function barOf(value: number, { floor, ceiling }: Scale): string {
  const height = Math.floor(((value - floor) / (ceiling - floor)) * BARS.length);
  return BARS[Math.max(0, Math.min(BARS.length - 1, height))] as string;
}
