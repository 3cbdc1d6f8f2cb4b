/** The first thing that goes wrong, as a promise to race against. */
export class Trouble {
  raise: (error: unknown) => void = () => {};
  readonly #first: Promise<never>;
  readonly #interrupted: AbortSignal;
  readonly #interrupt = (): void => this.raise(new Error("interrupted"));

  constructor(interrupted: AbortSignal) {
    this.#first = new Promise((_, reject) => {
      this.raise = reject;
    });
    this.#first.catch(() => {});
    this.#interrupted = interrupted;
    if (interrupted.aborted) this.#interrupt();
    else interrupted.addEventListener("abort", this.#interrupt);
  }

  or<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([work, this.#first]);
  }

  over(): void {
    this.#interrupted.removeEventListener("abort", this.#interrupt);
  }
}
