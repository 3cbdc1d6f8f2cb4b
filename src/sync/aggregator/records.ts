/** What the aggregator keeps on the disk: a head of JSON, and the bytes it speaks of. */
import { crc32 } from "node:zlib";
import { MillraceError } from "../../errors.ts";
import type { EncodingName, Hex, Included, NodeId, Verdict, Version } from "../types.ts";
import type { Answer } from "./answers.ts";
import type { Measure } from "./norms.ts";
import type { Record as RejectRecord } from "./rejects.ts";
import type { Tally } from "./tallies.ts";

export const RECORD_UPDATE = 1;

/** An update, and what was decided about it. */
export interface UpdateRecord extends Included {
  readonly node: NodeId;
  /** Undefined: decided when the round is closed. */
  readonly verdict: Verdict | undefined;
  /** Version of the global model it was measured against. */
  readonly baseVersion: number;
  readonly flags: number;
  readonly encoding: EncodingName;
  readonly samples: number;
  /** Null where no samples are held back. */
  readonly lossBefore: number | null;
  readonly lossAfter: number | null;
  readonly payloadHash: Hex;
}

/** All there is to know when the record `appliedSeq` has been applied. */
export interface Checkpoint {
  readonly millrace: "aggregator";
  readonly format: number;
  readonly fingerprint: Hex;
  readonly term: number;
  /** Certificates of an epoch before this one are revoked. */
  readonly epoch: number;
  readonly global: GlobalRecord;
  readonly appliedSeq: number;
  /** Records up to `appliedSeq` whose updates are not merged. */
  readonly pending: readonly number[];
  readonly windows: string;
  readonly answers: readonly (readonly [Hex, readonly Answer[]])[];
  readonly rejects: readonly (readonly [Hex, RejectRecord])[];
  readonly norms: readonly Measure[];
  /** Hashes of the newest global models, as bases are named, with their versions. */
  readonly bases: readonly (readonly [Hex, number])[];
  readonly tallies: readonly (readonly [NodeId, Tally])[];
  readonly stance: OperatorStance;
}

export interface GlobalRecord extends Version {
  readonly hash: Hex;
  readonly parent: Hex;
  readonly flags: number;
  readonly encoding: EncodingName;
  readonly mergedMs: number;
}

/** What whoever runs the fleet has ordered. */
export interface OperatorStance {
  readonly paused: boolean;
  readonly pinned: boolean;
  readonly rolledBack: number;
  /** When the newest order was made: an older one is over. */
  readonly commandMs: number;
}

export const CHECKPOINT_FORMAT = 1;

export function pack(head: object, bytes: Uint8Array = new Uint8Array()): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const packed = Buffer.alloc(4 + text.length + bytes.length + 4);
  packed.writeUInt32LE(text.length);
  packed.set(text, 4);
  packed.set(bytes, 4 + text.length);
  const end = packed.length - 4;
  packed.writeUInt32LE(crc32(packed.subarray(0, end)), end);
  return packed;
}

/** @returns undefined where the bytes are not whole */
export function unpack<Head>(packed: Uint8Array): { head: Head; bytes: Uint8Array } | undefined {
  const view = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = view.length - 4;
  if (end < 4 || view.readUInt32LE(end) !== crc32(view.subarray(0, end))) return undefined;
  const start = 4 + view.readUInt32LE(0);
  if (start > end) return undefined;
  return { head: JSON.parse(view.toString("utf8", 4, start)) as Head, bytes: view.subarray(start, end) };
}

/** @throws MillraceError `E_VERSION`, `E_SHAPE` where it is of another fleet, model or architecture */
export function checkCheckpoint(checkpoint: Checkpoint, fingerprint: Hex, where: string): void {
  const { format } = checkpoint;
  if (format !== CHECKPOINT_FORMAT) {
    const remedy = "Go on with the version that wrote it, or a newer one";
    throw new MillraceError("E_VERSION", "a newer aggregator wrote this", {
      where,
      expected: CHECKPOINT_FORMAT,
      actual: format,
      remedy,
    });
  }
  if (checkpoint.fingerprint === fingerprint) return;
  throw new MillraceError("E_SHAPE", "the folder holds another fleet, model or architecture", {
    where,
    expected: fingerprint,
    actual: checkpoint.fingerprint,
    remedy: "Give each its own folder",
  });
}
