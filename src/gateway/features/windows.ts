import { MillraceError } from "../../errors.ts";
import { cosineOfTurn, phase, sineOfTurn } from "./cycles.ts";
import type { FeaturePlan, InputRule } from "./plan.ts";
import { Ring } from "./ring.ts";

/** Layout of `toBytes`: version u8, zero u8, windows u16, then for each its size u32 and its values f32, oldest first. */
const VERSION = 1;

/**
 * The past of one source, from which the inputs of its model are made. A function of what was pushed alone: no clock,
 * and every number by operations that all engines round alike.
 */
export class FeatureWindows {
  readonly plan: FeaturePlan;
  readonly #rings: readonly Ring[];

  constructor(plan: FeaturePlan) {
    this.plan = plan;
    this.#rings = plan.windows.map(({ length }) => new Ring(length));
  }

  /** Goes on from what `toBytes` gave. @throws MillraceError `E_FORMAT`, `E_VERSION` where the bytes do not fit the plan */
  static restore(plan: FeaturePlan, bytes: Uint8Array): FeatureWindows {
    const windows = new FeatureWindows(plan);
    windows.#read(bytes);
    return windows;
  }

  /**
   * The model's inputs for a message with these values, before it is pushed. Changes nothing.
   * @param values one for each of `plan.fields`
   * @returns undefined while an input looks further back than there is a past and the model takes no missing values
   */
  inputs(values: ArrayLike<number>, timeMs: number): Float32Array<ArrayBuffer> | undefined {
    const { inputs } = this.plan;
    const refuses = this.plan.missing === "refuse";
    const x = new Float32Array(inputs.length);
    for (let i = 0; i < inputs.length; i++) {
      const rule = inputs[i] as InputRule;
      const value =
        rule.kind === "value" ? Math.fround(values[rule.field] as number) : this.#input(rule, values, timeMs);
      if (refuses && Number.isNaN(value)) return undefined;
      x[i] = value;
    }
    return x;
  }

  /** The part of the values that `push` takes: what a journal must hold to build the windows again. */
  windowInputs(values: ArrayLike<number>): Float32Array<ArrayBuffer> {
    const { windows } = this.plan;
    if (windows.length === 0) return NOTHING;
    const kept = new Float32Array(windows.length);
    for (let i = 0; i < windows.length; i++) kept[i] = values[(windows[i] as { field: number }).field] as number;
    return kept;
  }

  /** Takes a message into the past. @param windowInputs what `windowInputs` gave */
  push(windowInputs: ArrayLike<number>): void {
    for (let i = 0; i < this.#rings.length; i++) (this.#rings[i] as Ring).push(windowInputs[i] as number);
  }

  /** Bytes it takes now: those of the values kept and about what the objects around them take. */
  get bytes(): number {
    return this.#rings.reduce((sum, ring) => sum + ring.bytes + OBJECT_BYTES, OBJECT_BYTES);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(4 + this.#rings.reduce((sum, { size }) => sum + 4 + 4 * size, 0));
    const view = new DataView(bytes.buffer);
    view.setUint8(0, VERSION);
    view.setUint16(2, this.#rings.length, true);
    let at = 4;
    for (const ring of this.#rings) {
      view.setUint32(at, ring.size, true);
      at += 4;
      for (const value of ring.values()) {
        view.setFloat32(at, value, true);
        at += 4;
      }
    }
    return bytes;
  }

  #input(rule: Exclude<InputRule, { kind: "value" }>, values: ArrayLike<number>, timeMs: number): number {
    if ("part" in rule) {
      const share = phase(rule.kind, timeMs, rule.offsetMs);
      return rule.part === "sin" ? sineOfTurn(share) : cosineOfTurn(share);
    }
    const now = Math.fround(values[rule.field] as number);
    const ring = this.#rings[rule.window] as Ring;
    if (rule.kind === "lag") return ring.at(rule.span);
    if (rule.kind === "difference") return now - ring.at(rule.span);
    return ring.size < rule.span - 1 ? Number.NaN : OVER[rule.kind](ring, rule.span, now);
  }

  #read(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 4) throw misfit("at least 4 bytes", `${bytes.length}`);
    if (view.getUint8(0) !== VERSION) {
      throw new MillraceError("E_VERSION", "feature windows of another version", {
        expected: VERSION,
        actual: view.getUint8(0),
        remedy: "Open them with the version of Millrace that wrote them, or a newer one",
      });
    }
    if (view.getUint16(2, true) !== this.#rings.length) {
      throw misfit(`${this.#rings.length} windows`, `${view.getUint16(2, true)}`);
    }
    let at = 4;
    for (const [i, ring] of this.#rings.entries()) {
      const length = (this.plan.windows[i] as { length: number }).length;
      const size = at + 4 <= bytes.length ? view.getUint32(at, true) : Number.POSITIVE_INFINITY;
      at += 4;
      if (size > length || at + 4 * size > bytes.length) {
        throw misfit(`at most ${length} values, all there`, `${size} in ${bytes.length} bytes`);
      }
      for (let k = 0; k < size; k++, at += 4) ring.push(view.getFloat32(at, true));
    }
    if (at !== bytes.length) throw misfit(`${at} bytes`, `${bytes.length}`);
  }
}

// ---

const NOTHING: Float32Array<ArrayBuffer> = new Float32Array(0);

/** An object of ours with its share of a typed array's head. */
const OBJECT_BYTES = 160;

/** Over the present value and the `span - 1` before it; missing ones are left out, and nothing is left of none. */
const OVER: Readonly<Record<"mean" | "min" | "max" | "std", (ring: Ring, span: number, now: number) => number>> = {
  mean,
  min: (ring, span, now) => extreme(ring, span, now, (value, best) => value < best),
  max: (ring, span, now) => extreme(ring, span, now, (value, best) => value > best),
  std(ring, span, now) {
    const centre = mean(ring, span, now);
    let sum = 0;
    let count = 0;
    for (let back = span - 1; back >= 0; back--) {
      const distance = (back === 0 ? now : ring.at(back)) - centre;
      if (Number.isNaN(distance)) continue;
      sum += distance * distance;
      count++;
    }
    return Math.sqrt(sum / count);
  },
};

function mean(ring: Ring, span: number, now: number): number {
  let sum = 0;
  let count = 0;
  for (let back = span - 1; back >= 0; back--) {
    const value = back === 0 ? now : ring.at(back);
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}

function extreme(ring: Ring, span: number, now: number, isBetter: (value: number, best: number) => boolean): number {
  let best = now;
  for (let back = span - 1; back > 0; back--) {
    const value = ring.at(back);
    if (Number.isNaN(best) || isBetter(value, best)) best = value;
  }
  return best;
}

function misfit(expected: string, actual: string): MillraceError {
  return new MillraceError("E_FORMAT", "feature windows that do not fit the features", {
    expected,
    actual,
    remedy: "The features of the stream have changed since: start it afresh with --reset",
  });
}
