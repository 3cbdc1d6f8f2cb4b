import { counted, grouped } from "../text.ts";

/** Where it is drawn: a terminal, if it says so. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const BAR = 20;
const REDRAW = 80;

/** A bar that fills with the rows, on a terminal; nothing anywhere else. */
export class ProgressBar {
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #start: number = performance.now();
  readonly #isShown: boolean;
  #drawnAt = Number.NEGATIVE_INFINITY;

  /** @param total rows there will be */
  constructor(terminal: Terminal, total: number) {
    this.#terminal = terminal;
    this.#total = total;
    this.#isShown = terminal.isTTY === true && process.env.TERM !== "dumb";
  }

  update(rows: number): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#drawnAt < REDRAW) return;
    this.#drawnAt = now;
    const seconds = (now - this.#start) / 1_000;
    const line = barLine(rows, this.#total, seconds).slice(0, (this.#terminal.columns || 80) - 1);
    this.#terminal.write(`\r\u001b[K${line}`);
  }

  /** Takes the bar away again. */
  end(): void {
    if (this.#isShown) this.#terminal.write("\r\u001b[K");
  }
}

/** The bar as text: how far, how fast, how long still. */
export function barLine(rows: number, total: number, seconds: number): string {
  const speed = seconds > 0 ? rows / seconds : 0;
  const share = Math.min(1, rows / Math.max(1, total));
  const full = Math.round(share * BAR);
  const left = speed > 0 ? ` · ${Math.ceil(Math.max(0, total - rows) / speed)} s left` : "";
  const bar = "█".repeat(full) + "░".repeat(BAR - full);
  return `${bar} ${Math.floor(100 * share)} % · ${grouped(rows)} of ${counted(total, "row")} · ${grouped(speed)} rows/s${left}`;
}
