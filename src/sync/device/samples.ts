import { createHash } from "node:crypto";
import { LIMIT } from "../../abi.ts";
import { MillraceError, show } from "../../errors.ts";
import { type Inputs, InputWriter } from "../../model/inputs.ts";
import { type Target, TargetWriter } from "../../model/targets.ts";
import { countOf, type FullSpec } from "../../spec.ts";
import { PayloadReader, PayloadWriter } from "../bytes.ts";

/** A labelled sample, as it stands in the journal. */
export interface Sample {
  readonly x: Float32Array;
  /** Values, probabilities, the index of a class; absent where a model learns its own inputs. */
  readonly y?: Float32Array | number | undefined;
  readonly weight: number;
  /** Set aside to judge by: scored and never learnt. */
  readonly heldBack: boolean;
}

const [NONE, CLASS, VALUES] = [0, 1, 2] as const;
const HELD_BACK = 1;

/** Reads what a caller hands over as one model's samples, all checked: what has passed can be learnt after any restart. */
export class SampleReader {
  readonly #spec: FullSpec;
  readonly #inputs: InputWriter;
  readonly #targets: TargetWriter;

  constructor(spec: FullSpec) {
    this.#spec = spec;
    this.#inputs = new InputWriter(spec);
    this.#targets = new TargetWriter(spec);
  }

  /** @throws MillraceError `E_SHAPE`, `E_VALUE`, `E_CLASS` */
  read(x: Inputs, y: Target | undefined, weight: number): Omit<Sample, "heldBack"> {
    const values = new Float32Array(countOf(this.#spec.inputs));
    this.#inputs.write(x, values);
    const mayMiss = this.#spec.missing === "mean";
    checkNumbers(values, "input", (value) => mayMiss && Number.isNaN(value));
    const target = new Float32Array(this.#spec.outputs);
    const index = this.#targets.write(y, target);
    checkNumbers(target, "target");
    checkNumbers([weight], "weight");
    if (weight < 0) throw illegal("weight", 0, weight);
    const read = { x: values, weight: Math.fround(weight) };
    if (this.#spec.anomaly) return read;
    return { ...read, y: index < 0 ? target : index };
  }
}

export function encodeSample({ x, y, weight, heldBack }: Sample): Buffer {
  const kind = y === undefined ? NONE : typeof y === "number" ? CLASS : VALUES;
  const length = kind === VALUES ? (y as Float32Array).length : 1;
  const writer = new PayloadWriter(14 + 4 * x.length + 4 * length);
  writer
    .u8(heldBack ? HELD_BACK : 0)
    .u8(kind)
    .u32(x.length)
    .u32(length);
  writer.floats(Float32Array.of(weight)).floats(x);
  if (kind === VALUES) writer.floats(y as Float32Array);
  else writer.u32(kind === CLASS ? (y as number) : 0);
  return writer.bytes;
}

/** @throws MillraceError `E_FORMAT` */
export function decodeSample(body: Uint8Array): Sample {
  const reader = new PayloadReader(body, "a sample of the journal");
  const [flags, kind, inputs, length] = [reader.u8(), reader.u8(), reader.u32(), reader.u32()];
  const weight = reader.floats(1)[0] as number;
  const x = reader.floats(inputs);
  const y = kind === VALUES ? reader.floats(length) : kind === CLASS ? reader.u32() : undefined;
  return { x, y, weight, heldBack: (flags & HELD_BACK) !== 0 };
}

/**
 * Whether a sample is set aside. The same everywhere and at every delivery: by what names it, else by what it holds.
 * @param share 0 to 1
 */
export function isHeldBack(share: number, sample: Omit<Sample, "heldBack">, name?: string): boolean {
  return isNamedHeldBack(share, name ?? encodeSample({ ...sample, heldBack: false }));
}

/** @param share 0 to 1 */
export function isNamedHeldBack(share: number, name: string | Uint8Array): boolean {
  return share > 0 && createHash("sha256").update(name).digest().readUInt32LE(0) < share * 2 ** 32;
}

// ---

function checkNumbers(
  values: ArrayLike<number>,
  what: string,
  isLegal: (value: number) => boolean = () => false,
): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(Math.abs(value) < Math.fround(LIMIT)) && !isLegal(value)) throw illegal(what, i, value);
  }
}

function illegal(what: string, index: number, value: number): MillraceError {
  return new MillraceError("E_VALUE", `no ${what} to learn from`, {
    where: `${what} ${index}`,
    expected: what === "weight" ? "a number from 0 to below 1e18" : "a finite number of magnitude below 1e18",
    actual: show(value),
  });
}
