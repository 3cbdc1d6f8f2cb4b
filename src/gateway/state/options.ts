import type { Core } from "../../core.ts";
import type { JournalOptions } from "../../journal.ts";
import type { Learnt, StateEvent, StreamPlan } from "../types.ts";
import type { Joined } from "./fleet-step.ts";
import type { Keep } from "./upkeep.ts";

export interface StateOptions {
  /** The folder of the partition. Whoever opens it holds its lock. */
  readonly directory: string;
  readonly streams: readonly StreamPlan[];
  /** Of streams whose model takes part in a fleet. */
  readonly seats?: ReadonlyMap<string, Joined> | undefined;
  /** Waiting samples, early labels and feature windows together; default 64 MiB. */
  readonly maxPendingBytes?: number | undefined;
  /** Left out, the one all models share. */
  readonly core?: Core | undefined;
  readonly journal?: Pick<JournalOptions, "fsync" | "segmentBytes" | "segmentAgeMs"> | undefined;
  /** Of journal and kept snapshots together; default 7 days and 1 GiB. */
  readonly keep?: Keep | undefined;
  /** Streams that begin anew; what was saved is put aside. */
  readonly reset?: readonly string[] | undefined;
  /** Streams that go on from what is saved although their configuration has changed. */
  readonly fork?: readonly string[] | undefined;
  /** ms since 1970 UTC, for records that no message brings about. */
  readonly now?: (() => number) | undefined;
}

/** What a flush brought about. */
export interface Flushed {
  readonly learnt: readonly Learnt[];
  readonly events: readonly StateEvent[];
}
