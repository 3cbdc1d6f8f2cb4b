import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface WriteGuardOptions {
  /** A folder on the disk of the journal. */
  readonly folder: string;
  /** Brings to the journal what still waits to be written. Throws where it cannot. */
  flush(): void;
  blocked(error: unknown): void;
  /** It has been blocked for `PATIENCE_MS`. */
  longBlocked(until: Promise<void>): void;
  opened(blockedMs: number): void;
}

/** Holds messages back while the journal cannot be written, and finds out when it can be again. */
export class WriteGuard {
  readonly #options: WriteGuardOptions;
  #error: unknown;
  #sinceMs: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #waiting: ((open: boolean) => void)[] = [];
  #left = false;

  constructor(options: WriteGuardOptions) {
    this.#options = options;
  }

  get isBlocked(): boolean {
    return this.#sinceMs !== undefined;
  }

  /** Why it is blocked. */
  get error(): unknown {
    return this.#error;
  }

  block(error: unknown): void {
    this.#error = error;
    if (this.isBlocked || this.#closed) return;
    this.#sinceMs = Date.now();
    this.#left = false;
    this.#timer = setInterval(() => this.#look(), RETRY_MS);
    this.#options.blocked(error);
  }

  /** Resolves with true when writing works, with false when the gateway closes. */
  open(): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    if (!this.isBlocked) return Promise.resolve(true);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#release(false);
  }

  #look(): void {
    const blockedMs = Date.now() - (this.#sinceMs ?? 0);
    try {
      probe(this.#options.folder);
      this.#options.flush();
    } catch (error) {
      this.#error = error;
      if (blockedMs >= PATIENCE_MS && !this.#left) {
        this.#left = true;
        this.#options.longBlocked(this.open().then(() => undefined));
      }
      return;
    }
    clearInterval(this.#timer);
    this.#sinceMs = undefined;
    this.#error = undefined;
    this.#options.opened(blockedMs);
    this.#release(true);
  }

  #release(open: boolean): void {
    for (const resolve of this.#waiting.splice(0)) resolve(open);
  }
}

const RETRY_MS = 1_000;
const PATIENCE_MS = 30_000;
const PROBE_BYTES = 16_384;

/** Writes and removes a file: a disk that takes it takes a record. */
function probe(folder: string): void {
  const file = join(folder, "probe");
  try {
    writeFileSync(file, new Uint8Array(PROBE_BYTES), { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}
