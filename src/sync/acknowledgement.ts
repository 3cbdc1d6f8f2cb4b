import { PayloadReader, PayloadWriter } from "./bytes.ts";
import type { Acknowledgement, Verdict } from "./types.ts";

const BYTES = 28;
/** By their numbers on the wire. */
export const VERDICTS: readonly Verdict[] = [
  "ok",
  "stale",
  "rebase",
  "badNorm",
  "badArchitecture",
  "badSignature",
  "quarantined",
];

export function encodeAcknowledgement({ verdict, includedFrom, newest }: Acknowledgement): Buffer {
  return new PayloadWriter(BYTES)
    .u8(VERDICTS.indexOf(verdict))
    .skip(3)
    .u32(includedFrom.term)
    .u64(includedFrom.version)
    .u32(newest.session)
    .u64(newest.seq).bytes;
}

/** @throws Refusal `payload`, `format` */
export function decodeAcknowledgement(payload: Uint8Array): Acknowledgement {
  const reader = new PayloadReader(payload, "an acknowledgement");
  const verdict = VERDICTS[reader.u8()];
  if (verdict === undefined) throw reader.refused("a verdict this version does not know");
  reader.reserved(3);
  const includedFrom = { term: reader.u32(), version: reader.u64() };
  const newest = { session: reader.u32(), seq: reader.u64() };
  reader.end();
  return { verdict, includedFrom, newest };
}
