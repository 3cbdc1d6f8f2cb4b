import type { Writable } from "node:stream";

/** Gathers what one turn of the event loop writes to a socket, up to `BATCH_BYTES`, into one call of the system. */
export class TurnCork {
  #corked: Writable | undefined;

  /** To be called before something is written to the socket. */
  gather(stream: Writable): void {
    if (this.#corked === stream && stream.writableLength < BATCH_BYTES) return;
    this.#uncork();
    stream.cork();
    this.#corked = stream;
    setImmediate(this.#uncork);
  }

  readonly #uncork = (): void => {
    this.#corked?.uncork();
    this.#corked = undefined;
  };
}

const BATCH_BYTES = 2 ** 16;
