import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

/** So many processes must have ended at the same record before it is set aside. */
export const DEATHS_LIMIT = 3;

/**
 * Notes on disk which record is applied next while starting. A record that ends the process each time is found out by
 * it; a kill from outside hits the same one three times by no chance worth counting.
 */
export class DeathMark {
  readonly #path: string;
  readonly #before: { seq: number; deaths: number } | undefined;
  readonly #bytes: DataView = new DataView(new ArrayBuffer(16));
  #file: number | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#before = existsSync(path) ? read(readFileSync(path)) : undefined;
  }

  /** To be called before a record is applied. */
  next(seq: number): "apply" | "setAside" {
    const deaths = this.#before?.seq === seq ? this.#before.deaths : 0;
    if (deaths >= DEATHS_LIMIT) return "setAside";
    this.#bytes.setFloat64(0, seq, true);
    this.#bytes.setFloat64(8, deaths + 1, true);
    this.#file ??= openSync(this.#path, "w");
    writeSync(this.#file, new Uint8Array(this.#bytes.buffer), 0, 16, 0);
    return "apply";
  }

  /** The start is over: nothing died. */
  clear(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    rmSync(this.#path, { force: true });
  }
}

function read(bytes: Uint8Array): { seq: number; deaths: number } | undefined {
  if (bytes.length !== 16) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { seq: view.getFloat64(0, true), deaths: view.getFloat64(8, true) };
}
