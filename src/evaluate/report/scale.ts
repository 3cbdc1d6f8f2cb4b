/** Of every wide chart, in units of its picture: the plot lies within, labels right of it, names of marks above. */
export const FRAME = { width: 960, height: 300, left: 56, right: 170, top: 38, bottom: 34 } as const;

/** From a row to its place. */
export function scaleAcross(rows: readonly number[]): (row: number) => number {
  const last = rows.at(-1) ?? 1;
  return (row) => place(row, 0, last, FRAME.left, FRAME.width - FRAME.right);
}

/** Round numbers around a range, and the step between them. */
export function niceRange(
  [low, high]: [number, number],
  within?: [number, number],
  steps = 5,
): [number, number, number] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const floor = Math.floor(low / step + 1e-9) * step;
  const ceiling = Math.ceil(high / step - 1e-9) * step;
  return [
    Math.max(floor, within?.[0] ?? floor),
    Math.min(Math.max(ceiling, floor + step), within?.[1] ?? Number.POSITIVE_INFINITY),
    step,
  ];
}

/** From low to high, both included. */
export function range(low: number, high: number, step: number): number[] {
  const count = Math.floor((high - low) / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, i) => low + i * step);
}

/** A value between `low` and `high` between `from` and `to`. */
export function place(value: number, low: number, high: number, from: number, to: number): number {
  return from + ((value - low) / (high - low || 1)) * (to - from);
}

/** Places for labels at about their heights, none on another, all in the frame. */
export function spread(heights: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const placed = [...heights];
  let least = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i] as number, least);
    least = (placed[i] as number) + gap;
  }
  let most = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] as number, most);
    most = (placed[i] as number) - gap;
  }
  return placed;
}

/** A path through what is known; a gap where nothing is. */
export function path(
  values: readonly (number | null)[],
  rows: readonly number[],
  across: (row: number) => number,
  up: (value: number) => number,
): string {
  let isDown = false;
  return values
    .map((value, i) => {
      if (value === null || !Number.isFinite(value)) {
        isDown = false;
        return "";
      }
      const command = isDown ? "L" : "M";
      isDown = true;
      return `${command}${at(across(rows[i] as number))} ${at(up(value))}`;
    })
    .join("");
}

/** A coordinate as short as a picture needs it. */
export function at(value: number): string {
  return String(Math.round(10 * value) / 10);
}
