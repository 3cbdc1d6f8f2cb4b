import { readFileSync } from "node:fs";
import { TRACE_INDEX, type Trace } from "./trace-files.ts";

export type { Trace } from "./trace-files.ts";

// Written by the global setup, before any test file is loaded.
const recorded: Trace[] = JSON.parse(readFileSync(TRACE_INDEX, "utf8"));
const named = (file: string) => recorded.find((trace) => trace.file.endsWith(`/${file}`)) as Trace;

/** Real rows: batches with a set and a flush; adam, dropout and batch normalisation; a regression with missing inputs. */
export const TRACES: readonly Trace[] = ["electricity.trace", "layers.trace", "chick-weights.trace"].map(named);
/** 20,000 single-sample steps of 16-32-16-4 with plain SGD, of drawn rows. */
export const SPEED: Trace = named("speed.trace");
/** The first 50 rows of the electricity stream, for where a trace is compiled in. */
export const SMALL: Trace = named("small.trace");

/** FNV-1a, u32. */
export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
