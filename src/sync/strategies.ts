import { fedAvg } from "./strategies/fed-avg.ts";
import { fedBuff } from "./strategies/fed-buff.ts";
import type { NodeId } from "./types.ts";

/** When updates become a global model, and what each of them weighs. */
export interface Strategy {
  readonly name: StrategyName;
  /** True: an update is answered once it is on the disk; false: when its round is closed. */
  readonly answersAtOnce: boolean;
  /** Versions an update may lie behind. */
  readonly mostLag: number;
  /** What an update further behind is answered; its delta goes into the next one either way. */
  readonly beyond: "stale" | "rebase";
  isDue(waiting: Waiting): boolean;
  /** Before the weights of a merge are brought to a sum of 1. @param lag versions behind the current one */
  weightOf(lag: number): number;
}

export type StrategyName = "fedBuff" | "fedAvg";

/** What lies in the buffer. */
export interface Waiting {
  /** Those that have sent, each once. */
  readonly nodes: ReadonlySet<NodeId>;
  /** How many devices are there at all. */
  readonly active: number;
  /** Since the buffer or round began with its first update. */
  readonly ageMs: number;
}

export interface StrategyOptions {
  /** Of fedBuff: how long a buffer waits at most. */
  readonly intervalMs: number;
  /** Of fedAvg: the nodes of each round. */
  readonly nodes?: readonly NodeId[] | undefined;
  /** Of fedAvg: how long a round waits at most; left out, until all have sent. */
  readonly roundTimeoutMs?: number | undefined;
}

/** @throws MillraceError `E_CONFIG` where an option it needs is missing */
export const STRATEGIES: Readonly<Record<StrategyName, (options: StrategyOptions) => Strategy>> = { fedBuff, fedAvg };
