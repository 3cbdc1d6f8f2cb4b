import { join } from "node:path";
import { CACHE } from "./report.ts";

/** A recorded run, and what every replay of it must come to. */
export interface Trace {
  title: string;
  file: string;
  /** The state behind the last call, as Node's scalar build left it. */
  stateFile: string;
  /** FNV-1a of that state, u32. */
  checksum: number;
  /** FNV-1a over all predictions, u32. */
  answers: number;
  calls: number;
}

export const TRACE_FOLDER: string = join(CACHE, "traces");
export const TRACE_INDEX: string = join(TRACE_FOLDER, "index.json");
