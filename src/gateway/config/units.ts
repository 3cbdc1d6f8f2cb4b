import { z } from "zod";
import { grouped } from "../../text.ts";

/** Milliseconds of a unit of time. */
const TIMES = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const SIZES = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 } as const;

type Quantity = z.ZodType<number, string>;
type Count = z.ZodType<number, number>;

/** "60s", "1.5h", "500ms" as milliseconds, a whole number from `least` to `most`, which are written alike. */
export function duration(least: string, most: string): Quantity {
  return quantity(/^\d{1,15}(\.\d{1,3})?(ms|s|m|h|d)$/, timeOf, [least, most], "a duration, in ms, s, m, h or d");
}

/** "64KiB", "1GiB" as bytes, from `least` to `most`, which are written alike. */
export function size(least: string, most: string): Quantity {
  return quantity(/^\d{1,15}(\.\d{1,3})?(B|KiB|MiB|GiB|TiB)$/, sizeOf, [least, most], "a size, in B, KiB, MiB or GiB");
}

export function wholeNumber(least: number, most: number): Count {
  const error = `a whole number from ${grouped(least)} to ${grouped(most)}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** A text of `least` to `most` characters. `expected` says what it is for. */
export function text(expected: string, most = 256, least = 1): z.ZodType<string, string> {
  return z.string({ error: expected }).min(least, { error: expected }).max(most, { error: expected });
}

/** One of some values, in the order they are offered. */
export function choice<const Value extends string | number>(values: readonly Value[]): z.ZodType<Value, Value> {
  return z.literal(values, { error: `one of ${values.join(", ")}` });
}

export function flag(): z.ZodType<boolean, boolean> {
  return z.boolean({ error: "true or false" });
}

/** 90,000 ms as "1.5m": the largest unit that leaves no more than a digit behind the point. */
export function asDuration(ms: number): string {
  return written(ms, TIMES);
}

export function asSize(bytes: number): string {
  return written(bytes, SIZES);
}

// ---

function quantity(form: RegExp, read: (text: string) => number, bounds: [string, string], what: string): Quantity {
  const [least, most] = bounds.map(read) as [number, number];
  const error = `${what}, from ${bounds[0]} to ${bounds[1]}`;
  return z
    .string({ error })
    .regex(form, { error })
    .transform(read)
    .refine((value) => value >= least && value <= most, { error })
    .meta({ $comment: bounds.join(" to ") });
}

function timeOf(text: string): number {
  return numberOf(text, TIMES);
}

function sizeOf(text: string): number {
  return numberOf(text, SIZES);
}

function numberOf(text: string, units: Readonly<Record<string, number>>): number {
  const unit = /[A-Za-z]+$/.exec(text)?.[0] ?? "";
  return Math.round(Number.parseFloat(text) * (units[unit] ?? Number.NaN));
}

function written(value: number, units: Readonly<Record<string, number>>): string {
  const descending = Object.entries(units).reverse();
  const [unit, factor] = descending.find(([, by]) => value >= by) ?? (descending.at(-1) as [string, number]);
  return `${Number((value / factor).toFixed(1))}${unit}`;
}
