import type { Contender } from "./scores.ts";
import type { Output } from "./view.ts";

/** Marks text for a terminal, or leaves it alone. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
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
    of: (contender, text) => mark(COLOURS[contender], 39)(text),
  };
}

/** 45312 as 45,312. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

/** .79812 as 79.8 %; nothing known as a dash. */
export function percent(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

/** 96 rows as "96 rows", one as "1 row". */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** A u32 as eight hexadecimal digits. */
export function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
