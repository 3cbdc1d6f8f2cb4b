import { PayloadReader, PayloadWriter } from "./bytes.ts";
import { ENCODINGS } from "./encodings.ts";
import { FLAGS } from "./layout.ts";
import type { Body, EncodingName, Hex, Included } from "./types.ts";
import { type Lengths, readMoments, readWeights } from "./vectors.ts";
import type { WeightSpace } from "./weights.ts";

const ENTRY_BYTES = 20;

export interface EncodedBody {
  readonly payload: Buffer;
  /** What devices will read: what the aggregator's own model has to be from here on. */
  readonly sent: Float32Array<ArrayBuffer>;
  /** For the envelope. */
  readonly flags: number;
  readonly encoding: EncodingName;
}

/** Equal bodies give equal bytes: the table is sorted by node. @throws MillraceError `E_VALUE` */
export function encodeBody(body: Body, encoding: EncodingName, space: WeightSpace): EncodedBody {
  const { bytes, sent } = ENCODINGS[encoding].encode(space, body.weights);
  const moments = body.moments;
  const momentBytes = moments ? 4 + 4 * moments.length : 0;
  const writer = new PayloadWriter(4 + bytes.length + momentBytes + 4 + ENTRY_BYTES * body.included.size);
  writer.u32(body.weights.length).block(bytes);
  if (moments) writer.u32(moments.length / 3).floats(moments);
  writer.u32(body.included.size);
  for (const [node, { session, seq }] of [...body.included].sort(([a], [b]) => (a < b ? -1 : 1))) {
    writer.hex(node).u32(session).u64(seq);
  }
  return { payload: writer.bytes, sent, flags: moments ? FLAGS.moments : 0, encoding };
}

/**
 * @param envelope flags and encoding of the body's chunks
 * @param lengths what the own model has
 * @throws Refusal `payload`, `format`; `value` for a weight that is no legal number
 */
export function decodeBody(
  payload: Uint8Array,
  envelope: { readonly flags: number; readonly encoding: EncodingName },
  lengths: Lengths,
  space: WeightSpace,
): Body {
  const reader = new PayloadReader(payload, "a body");
  const weights = readWeights(reader, envelope.encoding, lengths.values, space);
  const moments = envelope.flags & FLAGS.moments ? readMoments(reader, lengths.inputs, space) : undefined;
  const count = reader.u32();
  if (count * ENTRY_BYTES !== reader.left) throw reader.refused("the table has another length", `${count} nodes`);
  const included = new Map<Hex, Included>();
  let last = "";
  for (let i = 0; i < count; i++) {
    const node = reader.hex(8);
    if (node <= last) throw reader.refused("the table is not sorted by node");
    included.set(node, { session: reader.u32(), seq: reader.u64() });
    last = node;
  }
  return { weights, moments, included };
}

/** Whether a table covers an update: of the same session, at least as far. */
export function includes(table: Body["included"], node: Hex, { session, seq }: Included): boolean {
  const upTo = table.get(node);
  return upTo !== undefined && upTo.session === session && upTo.seq >= seq;
}
