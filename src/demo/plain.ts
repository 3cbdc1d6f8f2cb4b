import { TRAINING_ROWS, WINDOW } from "./electricity.ts";
import type { Progress } from "./news.ts";
import { lineDistance } from "./pace.ts";
import type { Kill } from "./run.ts";
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
    this.#head();
    this.#line(
      grouped(scored),
      standings.map(({ accuracy }) => percent(accuracy)),
    );
  }

  kill({ row, seconds }: Kill): void {
    if (seconds === undefined) return;
    this.#head();
    const back = `back after ${seconds.toFixed(1)} s`;
    this.#output.write(
      `  ${grouped(row).padStart(6)}  the gateway is killed with SIGKILL and started again: ${back}\n`,
    );
  }

  end(): void {}

  #head(): void {
    if (this.#headed) return;
    this.#headed = true;
    const begins = `;\n  the frozen net's begin at row ${grouped(TRAINING_ROWS)}, where it stops learning`;
    const heading = `  share right over the last ${counted(WINDOW, "row")} (30 days), fewer at first`;
    this.#output.write(`${heading}${this.#rows > TRAINING_ROWS ? begins : ""}\n`);
    this.#line("row", CONTENDERS);
  }

  #line(row: string, cells: readonly string[]): void {
    this.#output.write(`  ${row.padStart(6)}${cells.map((cell) => cell.padStart(18)).join("")}\n`);
  }
}
