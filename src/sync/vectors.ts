import { MillraceError } from "../errors.ts";
import type { PayloadReader } from "./bytes.ts";
import { ENCODINGS } from "./encodings.ts";
import { Refusal } from "./refusal.ts";
import type { EncodingName } from "./types.ts";
import type { WeightSpace } from "./weights.ts";

/** What a model has: how many shared values, how many inputs. A message with other counts is refused. */
export interface Lengths {
  readonly values: number;
  readonly inputs: number;
}

/** A count and so many weights. @throws Refusal `payload`, `value` */
export function readWeights(
  reader: PayloadReader,
  encoding: EncodingName,
  expected: number,
  space: WeightSpace,
  into?: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  const count = reader.u32();
  if (count !== expected) throw reader.refused(`${count} weights`, `${expected} weights`);
  const bytes = reader.block(ENCODINGS[encoding].bytesOf(count));
  return valued(() => ENCODINGS[encoding].decode(space, bytes, count, into));
}

/** A count of inputs and their moments: counts, means, variances. @throws Refusal `payload`, `value` */
export function readMoments(reader: PayloadReader, inputs: number, space: WeightSpace): Float32Array<ArrayBuffer> {
  const count = reader.u32();
  if (count !== inputs) throw reader.refused(`moments of ${count} inputs`, `${inputs} inputs`);
  const moments = reader.floats(3 * count);
  const illegal = space.firstIllegal(moments);
  const negative = moments.findIndex((value, i) => value < 0 && (i < count || i >= 2 * count));
  if (illegal < 0 && negative < 0) return moments;
  throw new Refusal("value", "a moment is no legal number", { where: `moment ${Math.max(illegal, negative)}` });
}

// ---

function valued<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MillraceError) || error.code !== "E_VALUE") throw error;
    throw new Refusal("value", error.message, { cause: error });
  }
}
