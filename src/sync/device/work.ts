import { MillraceError } from "../../errors.ts";

/** Work that has to be stored, one piece after the other. What cannot be stored is told, and the next piece goes on. */
export class WorkQueue {
  readonly #onFailure: (error: MillraceError) => void;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(onFailure: (error: MillraceError) => void) {
    this.#onFailure = onFailure;
  }

  add(work: () => Promise<void>): void {
    this.#last = this.#last.then(async () => {
      if (this.#isClosed) return;
      try {
        await work();
      } catch (error) {
        this.failed(error);
      }
    });
  }

  /** Does it at once. */
  try(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failed(error);
    }
  }

  failed(error: unknown): void {
    if (!(error instanceof MillraceError)) throw error;
    this.#onFailure(error);
  }

  /** Resolves when all that was added is done. */
  async settled(): Promise<void> {
    let seen: Promise<void> | undefined;
    while (seen !== this.#last) {
      seen = this.#last;
      await seen;
    }
  }

  /** What has not begun is left. */
  close(): void {
    this.#isClosed = true;
  }
}
