/** Points along a stream of unknown length, evenly spaced, in fixed memory: when it is full every other one goes. */
export class Curve<Point> {
  readonly #limit: number;
  #points: Point[] = [];
  #stride = 1;

  /** @param limit most points, an even number */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether the row (counted from 1) is one of those that are kept. */
  wants(row: number): boolean {
    return row % this.#stride === 0;
  }

  add(point: Point): void {
    this.#points.push(point);
    if (this.#points.length < this.#limit) return;
    // Points lie at stride, 2 stride, 3 stride ...: those at even multiples fit the doubled stride.
    this.#points = this.#points.filter((_, i) => i % 2 === 1);
    this.#stride *= 2;
  }

  get points(): readonly Point[] {
    return this.#points;
  }
}
