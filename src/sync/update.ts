import { PayloadReader, PayloadWriter } from "./bytes.ts";
import { ENCODINGS, type Encoded } from "./encodings.ts";
import { FLAGS } from "./layout.ts";
import { Refusal } from "./refusal.ts";
import type { EncodingName, Update } from "./types.ts";
import { type Lengths, readMoments, readWeights } from "./vectors.ts";
import type { WeightSpace } from "./weights.ts";

export interface EncodedUpdate extends Omit<Encoded, "bytes"> {
  readonly payload: Buffer;
  /** For the envelope. */
  readonly flags: number;
  readonly encoding: EncodingName;
}

/** @returns with it the delta as it will be read, and what to carry into the next one @throws MillraceError `E_VALUE` */
export function encodeUpdate({ delta, moments }: Update, encoding: EncodingName, space: WeightSpace): EncodedUpdate {
  const { bytes, sent, remainder } = ENCODINGS[encoding].encode(space, delta);
  const writer = new PayloadWriter(4 + bytes.length + (moments ? 4 + 4 * moments.length : 0));
  writer.u32(delta.length).block(bytes);
  if (moments) writer.u32(moments.length / 3).floats(moments);
  return { payload: writer.bytes, sent, remainder, flags: moments ? FLAGS.moments : 0, encoding };
}

/**
 * @param envelope of the update
 * @param lengths what the own model has
 * @param into where the delta goes to, spoilt where it throws; left out, a new vector
 * @throws Refusal `payload`, `format`; `value` for a number that is not legal, or moments of more samples than the envelope says
 */
export function decodeUpdate(
  payload: Uint8Array,
  envelope: { readonly flags: number; readonly encoding: EncodingName; readonly samples: number },
  lengths: Lengths,
  space: WeightSpace,
  into?: Float32Array<ArrayBuffer>,
): Update {
  const reader = new PayloadReader(payload, "an update");
  const delta = readWeights(reader, envelope.encoding, lengths.values, space, into);
  const moments = envelope.flags & FLAGS.moments ? readMoments(reader, lengths.inputs, space) : undefined;
  reader.end();
  const most = moments?.subarray(0, lengths.inputs).findIndex((count) => count > envelope.samples) ?? -1;
  if (most < 0) return { delta, moments };
  throw new Refusal("value", "moments of more samples than were learnt", {
    where: `moment ${most}`,
    expected: `at most ${envelope.samples}`,
    actual: moments?.[most],
  });
}
