import { createHash } from "node:crypto";
import { PayloadReader, PayloadWriter } from "./bytes.ts";
import { chunksOf } from "./layout.ts";
import type { Head, NodeId } from "./types.ts";

export const HEAD_PAYLOAD_BYTES = 96;
/** A cohort that is all devices. */
export const ALL_DEVICES = 65_536;

export function encodeHead({ hash, parent, bytes, chunks, cohort, nextWindowMs, windowMs, round }: Head): Buffer {
  return new PayloadWriter(HEAD_PAYLOAD_BYTES)
    .hex(hash)
    .hex(parent)
    .u32(bytes)
    .u16(chunks)
    .skip(2)
    .u32(cohort)
    .u64(nextWindowMs)
    .u32(windowMs)
    .u64(round).bytes;
}

/** @throws Refusal `payload`, `format` */
export function decodeHead(payload: Uint8Array): Head {
  const reader = new PayloadReader(payload, "a head");
  const hash = reader.hex(32);
  const parent = reader.hex(32);
  const bytes = reader.u32();
  const chunks = reader.u16();
  reader.reserved(2);
  const cohort = reader.u32();
  const nextWindowMs = reader.u64();
  const windowMs = reader.u32();
  const round = reader.u64();
  reader.end();
  if (chunks !== chunksOf(bytes)) throw reader.refused("the count of chunks is not that of the body");
  if (cohort > ALL_DEVICES) throw reader.refused("a cohort is larger than all");
  return { hash, parent, bytes, chunks, cohort, nextWindowMs, windowMs, round };
}

/** Whether a device takes part in a head's cohort: drawn from its id and the version, the same at every look. */
export function isInCohort(cohort: number, id: NodeId, version: number): boolean {
  const drawn = createHash("sha256").update(id, "utf8").update(new PayloadWriter(8).u64(version).bytes).digest();
  return drawn.readUInt16LE(0) < cohort;
}
