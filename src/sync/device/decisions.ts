import { MillraceError } from "../../errors.ts";
import type { Hex, Included, Verdict, Version } from "../types.ts";

/** Of records of a device's journal. A gateway that syncs keeps decisions under a kind of its own, with the same body. */
export const RECORD_SAMPLE = 1;
export const RECORD_DECISION = 2;

/** A global model, and which body it is. */
export interface Named extends Version {
  /** SHA-256 of the body. */
  readonly hash: Hex;
}

/** An update was cut. With the state before it, this is all that its bytes depend on. */
export interface Cut extends Included {
  readonly decided: "cut";
  readonly base: Named;
  readonly samples: number;
  readonly weightSum: number;
  /** Null where no samples are held back. */
  readonly lossBefore: number | null;
  readonly lossAfter: number | null;
  readonly createdMs: number;
  /** SHA-256 of the payload. */
  readonly payloadHash: Hex;
}

/** An update was answered. */
export interface Answered extends Included {
  readonly decided: "answered";
  readonly verdict: Verdict;
  readonly includedFrom: Version;
  /** Of the aggregator that answered. */
  readonly term: number;
}

/** A device begins, or the fleet knows a later life of it: its updates are numbered anew, in a session of their own. */
export interface Renumbered {
  readonly decided: "renumbered";
  readonly session: number;
}

export interface Accepted extends Named {
  readonly decided: "accepted";
  /** Not judged, for lack of held-back samples. */
  readonly unproven: boolean;
  /** The model before, as it stood behind record `seq`: what a rollback goes back to. Absent while an older one is kept. */
  readonly saved?: { readonly file: string; readonly seq: number } | undefined;
  readonly atMs: number;
}

export interface Refused extends Named {
  readonly decided: "refused";
  /** Mean loss on held-back samples with it, without it, and what the difference may be. */
  readonly loss: number;
  readonly lossWithout: number;
  readonly allowed: number;
}

/** The time to judge what was accepted was over. */
export interface Judged {
  readonly decided: "judged";
  readonly outcome: "kept" | "rolledBack" | "unjudged";
  readonly loss: number | null;
  readonly lossWithout: number | null;
}

export type Decision = Cut | Answered | Renumbered | Accepted | Refused | Judged;

export function encodeDecision(decision: Decision): Buffer {
  return Buffer.from(JSON.stringify(decision));
}

/** @throws MillraceError `E_FORMAT` */
export function decodeDecision(body: Uint8Array): Decision {
  try {
    const decision = JSON.parse(Buffer.from(body).toString()) as Decision;
    if (KNOWN.has(decision.decided)) return decision;
  } catch {}
  throw new MillraceError("E_FORMAT", "a record of the journal is no decision this version knows", {
    actual: Buffer.from(body).toString("latin1").slice(0, 80),
    remedy: "Go on with the version that wrote it, or a newer one",
  });
}

const KNOWN: ReadonlySet<string> = new Set<Decision["decided"]>([
  "cut",
  "answered",
  "renumbered",
  "accepted",
  "refused",
  "judged",
]);
