import { type Expiry, LabelQueue, type Overflow } from "./labels/queue.ts";
import { type Inputs, InputWriter } from "./model/inputs.ts";
import type { Target } from "./model/targets.ts";
import type { LearnOptions, Model } from "./model.ts";
import { countOf } from "./spec.ts";

export type { Expiry, Overflow } from "./labels/queue.ts";

/** What became of a ticket that waits no longer. */
export type Fate = "learnt" | "expired" | "dropped" | "withdrawn";

export interface PendingOptions {
  /** Most samples that wait at one time; 1024 where it is left out. */
  capacity?: number;
  /** What a sample meets when all places are taken: it pushes the oldest out, is dropped itself, or is refused. */
  overflow?: Overflow;
  /** When a waiting sample is given up; left out, never. */
  expiry?: Expiry;
  /** How many tickets are known by their fate after they have gone; four times the capacity where it is left out. */
  remembered?: number;
}

export interface Timed {
  /** Now, in the units of `expiry.time`; the clock is the caller's, and one that goes back stands still. */
  time?: number;
}

export interface Pending {
  output: Float32Array<ArrayBuffer>;
  /** Whole numbers from 0 on, in the order of the predictions. */
  ticket: number;
}

/** `duplicate`: its label came before; `unknown`: never given out, or gone so long ago that its fate is forgotten. */
export type LabelOutcome =
  | { status: "learnt"; loss: number | null; output: Float32Array<ArrayBuffer> }
  | { status: "duplicate" | "unknown" | Exclude<Fate, "learnt"> };

export interface PendingCounts {
  waiting: number;
  predicted: number;
  learnt: number;
  /** Given up: their time was over, all places were taken, the caller took them back. */
  expired: number;
  dropped: number;
  withdrawn: number;
  /** Labels that taught nothing: a second one, one for a sample given up, one for no known ticket, one the model refused. */
  duplicateLabels: number;
  lateLabels: number;
  unknownLabels: number;
  refusedLabels: number;
}

/**
 * Samples that are predicted now and learnt when their label comes, in any order, in fixed memory.
 * The inputs are kept as they were given (float32): they are scaled with the statistics of the day they are learnt.
 */
export class PendingLabels {
  readonly model: Model;
  readonly #inputs: InputWriter;
  readonly #row: Float32Array;
  readonly #queue: LabelQueue;
  readonly #fates: Map<number, Fate> = new Map();
  readonly #gone: Float64Array;
  readonly #counts = { predicted: 0, learnt: 0, expired: 0, dropped: 0, withdrawn: 0 };
  readonly #labels = { duplicate: 0, late: 0, unknown: 0, refused: 0 };
  #forgotten = 0;

  /** @throws MillraceError `E_VALUE` where an option is no number it can be */
  constructor(model: Model, options: PendingOptions = {}) {
    this.model = model;
    this.#inputs = new InputWriter(model.spec);
    this.#row = new Float32Array(countOf(model.spec.inputs));
    this.#queue = new LabelQueue(model.spec, options);
    this.#gone = new Float64Array(options.remembered ?? 4 * this.#queue.capacity).fill(-1);
  }

  /**
   * Predicts, and keeps the sample until its label comes.
   * @throws MillraceError what `Model.predict` throws; `E_FULL` under `overflow: "refuse"`; nothing waits then
   */
  predict(x: Inputs, { time }: Timed = {}): Pending {
    this.expire(time);
    this.#queue.admit(this.#counts.predicted);
    // Read once: what is learnt later is what was predicted on.
    this.#inputs.write(x, this.#row);
    const output = this.model.predict(this.#row);
    const ticket = this.#counts.predicted++;
    for (const old of this.#queue.expiredBy(ticket)) this.#leave(old, "expired");
    const room = this.#queue.room();
    if (room !== undefined) this.#leave(room, "dropped");
    const place = this.#queue.enter(ticket);
    if (place === undefined) {
      this.#remember(ticket, "dropped");
    } else {
      place.x.set(this.#row);
      place.output.set(output);
    }
    return { output, ticket };
  }

  /**
   * Learns the sample of a ticket. A ticket that does not wait changes nothing and is counted.
   * @throws MillraceError what `Model.learn` throws for the label; the sample goes on waiting then
   */
  learn(ticket: number, y: Target, { time, ...options }: LearnOptions & Timed = {}): LabelOutcome {
    this.expire(time);
    const place = this.#queue.find(ticket);
    if (place === undefined) return { status: this.#missed(ticket) };
    let loss: number | null;
    try {
      loss = this.model.learn(place.x, y, options);
    } catch (error) {
      this.#labels.refused++;
      throw error;
    }
    const output = place.output.slice();
    this.#leave(ticket, "learnt");
    return { status: "learnt", loss, output };
  }

  /** Takes a sample back whose label will not come. @returns whether it waited */
  withdraw(ticket: number): boolean {
    if (this.#queue.find(ticket) === undefined) return false;
    this.#leave(ticket, "withdrawn");
    return true;
  }

  /** Gives up what has waited too long at `time`. `predict` and `learn` do so by themselves. @returns how many */
  expire(time?: number): number {
    let count = 0;
    for (const ticket of this.#queue.expiredAt(time)) {
      this.#leave(ticket, "expired");
      count++;
    }
    return count;
  }

  /** Samples that wait. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Bytes of the samples kept: fixed from the start. */
  get bytes(): number {
    return this.#queue.bytes + this.#gone.byteLength;
  }

  counts(): PendingCounts {
    const { duplicate, late, unknown, refused } = this.#labels;
    return {
      waiting: this.waiting,
      ...this.#counts,
      duplicateLabels: duplicate,
      lateLabels: late,
      unknownLabels: unknown,
      refusedLabels: refused,
    };
  }

  #leave(ticket: number, fate: Fate): void {
    this.#queue.leave(ticket);
    this.#remember(ticket, fate);
  }

  #remember(ticket: number, fate: Fate): void {
    this.#counts[fate]++;
    if (this.#gone.length === 0) return;
    this.#fates.delete(this.#gone[this.#forgotten] as number);
    this.#gone[this.#forgotten] = ticket;
    this.#forgotten = (this.#forgotten + 1) % this.#gone.length;
    this.#fates.set(ticket, fate);
  }

  #missed(ticket: number): Exclude<LabelOutcome["status"], "learnt"> {
    const fate = this.#fates.get(ticket);
    if (fate === undefined) {
      this.#labels.unknown++;
      return "unknown";
    }
    if (fate === "learnt") {
      this.#labels.duplicate++;
      return "duplicate";
    }
    this.#labels.late++;
    return fate;
  }
}
