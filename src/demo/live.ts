import { stripVTControlCharacters } from "node:util";
import { inParts, type Point, scaleOf, sparkline } from "./chart.ts";
import type { Progress } from "./news.ts";
import type { Kill } from "./run.ts";
import { CONTENDERS } from "./scores.ts";
import { counted, grouped, percent, type Style } from "./style.ts";
import type { Output, View } from "./view.ts";

const HIDE_CURSOR = "\u001b[?25l";
const SHOW_CURSOR = "\u001b[?25h";
const CLEAR_BELOW = "\u001b[0J";
const LABEL_COLUMNS = Math.max(...CONTENDERS.map((name) => name.length));
const VALUE_COLUMNS = 7;
const MARGIN = 2;
const KILLED = "▲";
const MOST_BARS = 72;
const LEAST_BARS = 8;

/** A small chart that grows with the stream, drawn over itself. */
export class LiveView implements View {
  readonly #output: Output;
  readonly #rows: number;
  readonly #style: Style;
  readonly #history: Progress[] = [];
  readonly #kills: Kill[] = [];
  readonly #redraw = (): void => this.#draw();
  #drawn: string[] = [];
  #live = false;

  constructor(output: Output, rows: number, style: Style) {
    this.#output = output;
    this.#rows = rows;
    this.#style = style;
  }

  progress(progress: Progress): void {
    this.#history.push(progress);
    if (!this.#live) {
      this.#live = true;
      this.#output.write(HIDE_CURSOR);
      this.#output.on("resize", this.#redraw);
    }
    this.#draw();
  }

  kill(kill: Kill): void {
    if (!this.#kills.includes(kill)) this.#kills.push(kill);
    if (this.#live) this.#draw();
  }

  end(): void {
    if (!this.#live) return;
    this.#live = false;
    this.#output.off("resize", this.#redraw);
    this.#output.write(SHOW_CURSOR);
  }

  #draw(): void {
    const columns = this.#output.columns || 80;
    // A terminal made narrower has wrapped what was drawn: that many more lines to go back.
    const back = this.#drawn.reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / columns)), 0);
    // One column stays free, and one line for the cursor, or the terminal would scroll or wrap by itself.
    const lines = frame(this.#history, this.#kills, this.#rows, columns - 1, this.#style).slice(
      0,
      (this.#output.rows || 24) - 1,
    );
    this.#drawn = lines.map((line) => stripVTControlCharacters(line));
    this.#output.write(`${back > 0 ? `\u001b[${back}A\r` : ""}${CLEAR_BELOW}${lines.join("\n")}\n`);
  }
}

/** The chart as lines of at most `columns` columns: bars a contender, when the gateway was killed, where the stream is. */
export function frame(
  history: readonly Progress[],
  kills: readonly Kill[],
  rows: number,
  columns: number,
  style: Style,
): string[] {
  const latest = history.at(-1);
  if (!latest) return [];
  const room = columns - LABEL_COLUMNS - VALUE_COLUMNS - 3 * MARGIN;
  const bars = room < LEAST_BARS ? 0 : Math.min(MOST_BARS, room);
  const parts = CONTENDERS.map((_, i) => inParts(pointsOf(history, i), rows, bars));
  const scale = scaleOf(parts.flat());
  const gap = " ".repeat(MARGIN);
  const chart = CONTENDERS.map((contender, i) => {
    const line = sparkline(parts[i] ?? [], scale);
    const reached = parts[i]?.filter((part) => part !== undefined).length ?? 0;
    const drawn = bars === 0 ? "" : gap + style.of(contender, line.slice(0, reached)) + style.dim(line.slice(reached));
    const value = percent(latest.standings[i]?.accuracy ?? null).padStart(VALUE_COLUMNS);
    return `${gap}${style.of(contender, contender.padEnd(LABEL_COLUMNS))}${drawn}${gap}${style.bold(value)}`;
  });
  const legend = `share right over the last 30 days, fewer at first; bars span ${whole(scale.floor)} to ${whole(scale.ceiling)} %`;
  const below = [where(latest, rows), ...(bars > 0 ? [legend] : [])];
  const marks = killLine(kills, rows, bars, columns);
  return [
    ...chart,
    style.alarm(marks),
    ...(marks === "" ? [] : [""]),
    ...below.map((text) => style.dim(cut(gap + text, columns))),
  ];
}

// ---

function pointsOf(history: readonly Progress[], contender: number): Point[] {
  return history.map(({ scored, standings }) => ({ row: scored, value: standings[contender]?.accuracy ?? null }));
}

/** A mark below the bars for each kill, with what is said of the last one where there is room. */
function killLine(kills: readonly Kill[], rows: number, bars: number, columns: number): string {
  const last = kills.at(-1);
  if (!last) return "";
  const { row, seconds } = last;
  const text = `killed at row ${grouped(row)}, ${seconds === undefined ? "starting again" : `back after ${seconds.toFixed(1)} s`}`;
  const begin = LABEL_COLUMNS + 2 * MARGIN;
  const places = kills.map((kill) => begin + Math.min(bars - 1, Math.floor((kill.row / rows) * bars)));
  if (bars === 0) return cut(`${" ".repeat(MARGIN)}${text}`, columns);
  const [first, end] = [Math.min(...places), Math.max(...places)];
  const line = Array.from({ length: end + 1 }, (_, i) => (places.includes(i) ? KILLED : " ")).join("");
  if (end + 2 + text.length <= columns) return `${line} ${text}`;
  if (first >= text.length + MARGIN + 1) return `${text.padStart(first - 1)}${line.slice(first - 1)}`;
  return line;
}

function where({ scored, seconds, standings }: Progress, rows: number): string {
  const speed = seconds > 0 ? ` · ${grouped(scored / seconds)} rows/s` : "";
  const loss = standings.at(-1)?.loss;
  return `${grouped(scored)} of ${counted(rows, "row")}${speed}${loss == null ? "" : ` · log loss ${loss.toFixed(3)}`}`;
}

function whole(share: number): number {
  return Math.round(100 * share);
}

function cut(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, Math.max(0, columns - 1))}…`;
}
