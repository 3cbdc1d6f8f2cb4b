/** P-square in float64, from Jain & Chlamtac 1985: five markers, of which the middle one is the quantile. */
export class StreamingQuantile {
  readonly #shares: readonly number[];
  readonly #heights: number[] = [];
  readonly #places: number[] = [0, 1, 2, 3, 4];
  #count = 0;

  constructor(quantile: number) {
    this.#shares = [0, quantile / 2, quantile, (1 + quantile) / 2, 1];
  }

  get value(): number {
    return this.#heights[2] ?? Number.NaN;
  }

  add(value: number): void {
    const [heights, places] = [this.#heights, this.#places];
    this.#count++;
    if (this.#count <= 5) {
      heights.push(value);
      heights.sort((a, b) => a - b);
      return;
    }
    heights[0] = Math.min(heights[0] as number, value);
    heights[4] = Math.max(heights[4] as number, value);
    for (let i = 1; i < 5; i++) if (i === 4 || value < (heights[i] as number)) (places[i] as number)++;
    for (let i = 1; i < 4; i++) this.#adjust(i);
  }

  #adjust(i: number): void {
    const [left, height, right] = this.#heights.slice(i - 1, i + 2) as [number, number, number];
    const [before, place, after] = this.#places.slice(i - 1, i + 2) as [number, number, number];
    const off = (this.#count - 1) * (this.#shares[i] as number) - place;
    const step = off >= 1 && after - place > 1 ? 1 : off <= -1 && place - before > 1 ? -1 : 0;
    if (step === 0) return;
    const rise = (right - height) / (after - place);
    const fall = (height - left) / (place - before);
    const parabola =
      height + (step / (after - before)) * ((place - before + step) * rise + (after - place - step) * fall);
    const line = height + step * (step > 0 ? rise : fall);
    this.#heights[i] = parabola > left && parabola < right ? parabola : line;
    this.#places[i] = place + step;
  }
}

/** The exact one: so much of the values is at most this, with a line between neighbours. */
export function quantileOf(values: readonly number[], quantile: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = quantile * (sorted.length - 1);
  const low = sorted[Math.floor(place)] as number;
  return low + (place % 1) * ((sorted[Math.ceil(place)] as number) - low);
}
