import { WINDOW } from "./electricity.ts";
import type { Progress } from "./messages.ts";
import { lineDistance } from "./pace.ts";
import { CONTENDERS } from "./scores.ts";
import { counted, grouped, percent } from "./style.ts";
import type { Output, View } from "./view.ts";

/** One line every few thousand rows, for logs and pipes. */
export class PlainView implements View {
  readonly #output: Output;
  readonly #rows: number;
  readonly #distance: number;
  #headed = false;

  constructor(output: Output, rows: number, rate: number | undefined) {
    this.#output = output;
    this.#rows = rows;
    this.#distance = lineDistance(rows, rate);
  }

  progress({ scored, standings }: Progress): void {
    if (scored % this.#distance !== 0 && scored !== this.#rows) return;
    if (!this.#headed) {
      this.#headed = true;
      this.#output.write(`  share right over the last ${counted(WINDOW, "row")} (30 days)\n`);
      this.#line("row", CONTENDERS);
    }
    this.#line(
      grouped(scored),
      standings.map(({ accuracy }) => percent(accuracy)),
    );
  }

  end(): void {}

  #line(row: string, cells: readonly string[]): void {
    this.#output.write(`  ${row.padStart(6)}${cells.map((cell) => cell.padStart(18)).join("")}\n`);
  }
}
