import type { MillraceError } from "../../errors.ts";
import type { RefusalReason } from "../refusal.ts";
import type { Verdict, Version } from "../types.ts";
import type { Decision } from "./decisions.ts";

/** What a device tells whoever runs it. Decisions are in the journal besides. */
export type DeviceEvent =
  | { readonly event: "decision"; readonly decision: Decision }
  /** A message was refused; nothing has changed. */
  | { readonly event: "refusedMessage"; readonly reason: RefusalReason; readonly topic: string; readonly error: Error }
  /** No fresh head has come for a day: the local model goes on alone. */
  | { readonly event: "headExpired"; readonly at: Version }
  /** An own update was not taken. */
  | { readonly event: "updateRefused"; readonly verdict: Verdict; readonly seq: number }
  | { readonly event: "cannotPublish"; readonly topic: string; readonly error: Error }
  /** It could not be stored: it is tried again. */
  | { readonly event: "cannotStore"; readonly error: MillraceError };

export interface MessageCounts {
  /** Messages that were refused, by reason. */
  readonly refused: Partial<Record<RefusalReason, number>>;
  /** Chunks, heads and answers that say nothing new. */
  ignored: number;
  published: number;
  failed: number;
  /** Updates sent more than once. */
  resent: number;
  /** Requests for chunks or a head. */
  asked: number;
}
