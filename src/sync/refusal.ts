import { type ErrorCode, type ErrorDetails, MillraceError } from "../errors.ts";
import type { Envelope } from "./types.ts";

/** Why a message was refused, in the order of the checks. */
export type RefusalReason =
  | "length"
  | "format"
  | "unknown"
  | "crc"
  | "certificate"
  | "epoch"
  | "role"
  | "signature"
  | "id"
  | "expired"
  | "term"
  | "replayed"
  | "fingerprint"
  | "payload"
  | "hash"
  | "value"
  | "norm";

const CODES: Readonly<Record<RefusalReason, ErrorCode>> = {
  length: "E_FORMAT",
  format: "E_FORMAT",
  unknown: "E_VERSION",
  crc: "E_CRC",
  certificate: "E_TRUST",
  epoch: "E_TRUST",
  role: "E_TRUST",
  signature: "E_TRUST",
  id: "E_TRUST",
  expired: "E_STALE",
  term: "E_STALE",
  replayed: "E_STALE",
  fingerprint: "E_SHAPE",
  payload: "E_FORMAT",
  hash: "E_CRC",
  value: "E_VALUE",
  norm: "E_VALUE",
};

/** A message of the fleet that was refused. Nothing has changed. */
export class Refusal extends MillraceError {
  override readonly name: string = "Refusal";
  readonly reason: RefusalReason;
  /** There once the signature and the ids were found right: whom to answer. */
  readonly envelope: Envelope | undefined;

  constructor(reason: RefusalReason, what: string, details: ErrorDetails & { envelope?: Envelope | undefined } = {}) {
    super(CODES[reason], what, details);
    this.reason = reason;
    this.envelope = details.envelope;
  }
}
