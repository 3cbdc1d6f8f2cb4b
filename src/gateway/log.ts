import { destination, pino } from "pino";
import type { LogLevel } from "./config/types.ts";

/** What the gateway writes its log to; a pino logger is one. */
export interface Logger {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Lines of JSON on stderr, written before the call returns: a kill takes none of them. */
export function standardLog(id: string, level: LogLevel): Logger {
  return pino(
    { level, base: { gateway: id }, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
}

/** Lets one in `everyMs` through for each kind, with how many there were in between. */
export class Throttle {
  readonly #everyMs: number;
  readonly #now: () => number;
  readonly #kinds: Map<string, { nextMs: number; held: number }> = new Map();

  constructor(everyMs = 10_000, now: () => number = Date.now) {
    this.#everyMs = everyMs;
    this.#now = now;
  }

  /** @returns how many were held back since the last one that went through; undefined: hold this one back too */
  admit(kind: string): number | undefined {
    const now = this.#now();
    const known = this.#kinds.get(kind);
    if (known && now < known.nextMs) {
      known.held++;
      return undefined;
    }
    if (!known && this.#kinds.size >= KINDS) this.#kinds.clear();
    this.#kinds.set(kind, { nextMs: now + this.#everyMs, held: 0 });
    return known?.held ?? 0;
  }
}

const KINDS = 1_000;
