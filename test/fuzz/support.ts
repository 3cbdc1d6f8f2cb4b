import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Seeded } from "../support/seeded.ts";

/** Payloads a codec: `MILLRACE_FUZZ`, or a million; everything else goes in proportion. */
const FULL = 1_000_000;
const PAYLOADS = Number(process.env.MILLRACE_FUZZ ?? FULL);

/** How many cases this run tries where a full one tries `full`. */
export function cases(full: number): number {
  if (!(PAYLOADS >= 1 && PAYLOADS <= FULL)) {
    throw new Error(`MILLRACE_FUZZ: expected a number from 1 to ${FULL}, got ${process.env.MILLRACE_FUZZ}`);
  }
  return Math.max(100, Math.round((full * PAYLOADS) / FULL));
}

/** Bytes of the heap after a collection, and of what lies outside of it. */
export function settledBytes(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

/** Milliseconds of the processor's time since the process began: a busy machine's waiting is not in it. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Spoils texts and bytes: flips, cuts, repeats, and puts in what is known to hurt. */
export class Spoiler {
  readonly #random: Seeded;
  readonly #words: readonly Uint8Array[];

  constructor(seed: number, words: readonly (string | Uint8Array)[]) {
    this.#random = new Seeded(seed);
    this.#words = words.map((word) => (typeof word === "string" ? Buffer.from(word) : word));
  }

  pick<Item>(list: readonly Item[]): Item {
    return list[this.#random.index(list.length)] as Item;
  }

  spoil(bytes: Uint8Array): Uint8Array {
    let spoilt = bytes;
    for (let n = 1 + this.#random.index(3); n > 0; n--) spoilt = this.#once(spoilt);
    return spoilt;
  }

  #once(bytes: Uint8Array): Uint8Array {
    const at = this.#random.index(bytes.length + 1);
    const to = Math.min(bytes.length, at + 1 + this.#random.index(8));
    const [head, tail] = [bytes.subarray(0, at), bytes.subarray(to)];
    switch (this.#random.index(7)) {
      case 0:
        return head;
      case 1:
        return Buffer.concat([head, tail]);
      case 2:
        return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
      case 3:
        return Buffer.concat([
          head,
          Uint8Array.of(this.#random.index(256)),
          bytes.subarray(Math.min(bytes.length, at + 1)),
        ]);
      case 4:
        return Buffer.concat([head, this.pick(this.#words), tail]);
      case 5:
        return Buffer.concat([head, this.pick(this.#words), bytes.subarray(at)]);
      default:
        return Buffer.concat(Array.from({ length: 1 + this.#random.index(40) }, () => this.pick(this.#words)));
    }
  }
}
