import type { Rejection } from "../config/types.ts";
import { type Cell, rejection } from "./codec.ts";

/** A number as texts write it: no "0x10", no "Infinity", no blanks. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NO_NUMBER = /^[+-]?nan$/i;
const INFINITE = /^[+-]?inf(inity)?$/i;

export function isMissing(cell: Cell): cell is null | undefined {
  return cell === undefined || cell === null;
}

/** A finite number of magnitude below `limit` once it is float32; NaN where it is missing and may be. */
export function numberOf(
  cell: Cell,
  isTextual: boolean,
  limit: number,
  mayMiss: boolean,
  field: string,
): number | Rejection {
  if (isMissing(cell)) return mayMiss ? Number.NaN : rejection("missing", "not there", field);
  const value = typeof cell === "string" && isTextual ? numeral(cell) : cell;
  if (typeof value !== "number") return rejection("notANumber", `${kindOf(cell)} instead of a number`, field);
  if (Number.isNaN(value)) return mayMiss ? value : rejection("notFinite", "NaN", field);
  if (Math.abs(Math.fround(value)) < limit) return value;
  return rejection("notFinite", `${value} instead of a number of magnitude below ${limit.toPrecision(3)}`, field);
}

/** A whole number that tells messages of a source apart; of times in ISO 8601 their milliseconds. */
export function orderOf(cell: Cell, isTextual: boolean, type: "counter" | "time", field: string): number | Rejection {
  if (isMissing(cell)) return rejection("missing", "not there", field);
  if (type === "time" && typeof cell === "string" && !NUMBER.test(cell)) return isoOf(cell, field);
  const value = typeof cell === "string" && isTextual ? numeral(cell) : cell;
  if (Number.isSafeInteger(value) && (value as number) >= 0) return (value as number) + 0;
  if (type === "time" && typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  return rejection("order", `${shown(cell)} instead of a whole number from 0 to 2^53 - 1`, field);
}

const PER_MS = { ms: 1, s: 0.001, us: 1_000, ns: 1_000_000 } as const;
const LAST_MS = 8.64e15;

/** Whole milliseconds since 1970. */
export function timeOf(
  cell: Cell,
  isTextual: boolean,
  unit: "s" | "ms" | "us" | "ns" | "iso",
  field: string,
): number | Rejection {
  if (isMissing(cell)) return rejection("missing", "not there", field);
  if (unit === "iso") return isoOf(cell, field);
  const value = typeof cell === "string" && isTextual ? numeral(cell) : cell;
  // Multiplied for seconds, divided for what is shorter: each is rounded once.
  const ms = typeof value === "number" ? Math.floor(unit === "s" ? value * 1_000 : value / PER_MS[unit]) : Number.NaN;
  if (ms >= 0 && ms <= LAST_MS) return ms;
  return rejection("time", `${shown(cell)} instead of a time since 1970 in ${unit}`, field);
}

/** A name of something: a text, or a whole number's digits. */
export function nameOf(cell: Cell, most: number, field: string): string | Rejection {
  if (isMissing(cell)) return rejection("missing", "not there", field);
  const text = Number.isSafeInteger(cell) ? String(cell) : cell;
  if (typeof text !== "string") return rejection("notText", `${kindOf(cell)} instead of a text`, field);
  const bytes = Buffer.byteLength(text);
  if (bytes >= 1 && bytes <= most && !/\p{Surrogate}/u.test(text)) return text;
  return rejection("notText", `${bytes} bytes instead of 1 to ${most}`, field);
}

/** A weight of a sample; 1 where it is missing. */
export function weightOf(cell: Cell, isTextual: boolean, field: string): number | undefined | Rejection {
  if (isMissing(cell)) return undefined;
  const value = typeof cell === "string" && isTextual ? numeral(cell) : cell;
  if (typeof value === "number" && value >= 0 && Math.fround(value) < Math.fround(1e18)) return value + 0;
  return rejection("weight", `${shown(cell)} instead of a weight from 0 to below 1e18`, field);
}

export function isRejection(value: unknown): value is Rejection {
  return typeof value === "object" && value !== null && (value as Partial<Rejection>).kind === "rejection";
}

/** A cell in a few letters. */
export function shown(cell: Cell): string {
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  if (typeof cell !== "string") return kindOf(cell);
  return JSON.stringify(cell.length > 40 ? `${cell.slice(0, 37)}...` : cell);
}

export function kindOf(cell: Cell): string {
  if (isMissing(cell)) return "nothing";
  if (Array.isArray(cell)) return "a list";
  if (typeof cell === "object") return "an object";
  return typeof cell === "string" ? "a text" : typeof cell === "boolean" ? `${cell}` : "a number";
}

// ---

/** The number a text writes; the text itself where it writes none. */
function numeral(text: string): number | string {
  if (NUMBER.test(text)) return Number(text);
  if (NO_NUMBER.test(text)) return Number.NaN;
  return INFINITE.test(text) ? Number.POSITIVE_INFINITY : text;
}

const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:\d\d)$/;

function isoOf(cell: Cell, field: string): number | Rejection {
  const [, minutes, seconds = "00", fraction = "", zone] = (typeof cell === "string" && ISO.exec(cell)) || [];
  // Digits beyond the millisecond are cut here, not by the engine.
  const ms =
    minutes === undefined ? Number.NaN : Date.parse(`${minutes}:${seconds}.${`${fraction}000`.slice(0, 3)}${zone}`);
  return ms >= 0 ? ms : rejection("time", `${shown(cell)} instead of a time such as 2026-01-31T12:00:00Z`, field);
}
