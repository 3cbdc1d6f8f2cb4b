import type { Contender } from "./scores.ts";
import type { Output } from "./view.ts";

export { counted, grouped, hexadecimal, percent } from "../text.ts";

/** Marks text for a terminal, or leaves it alone. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  alarm(text: string): string;
  /** The contender's own colour, the same wherever it appears. */
  of(contender: Contender, text: string): string;
}

const COLOURS: Record<Contender, number> = { "last known label": 33, "frozen net": 36, "learning net": 32 };

/** Colours where `stream` is a terminal that has them and nobody forbids it (NO_COLOR, TERM=dumb). */
export function styleOf(stream: Output): Style {
  const coloured = Boolean(stream.isTTY && stream.hasColors?.() && !process.env.NO_COLOR);
  const mark = (open: number, close: number) => (text: string) =>
    coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: mark(1, 22),
    dim: mark(2, 22),
    alarm: mark(31, 39),
    of: (contender, text) => mark(COLOURS[contender], 39)(text),
  };
}
