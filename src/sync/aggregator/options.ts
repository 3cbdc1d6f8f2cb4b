import type { Core } from "../../core.ts";
import type { StoreStep } from "../../journal.ts";
import type { Model } from "../../model.ts";
import type { Credentials } from "../keys.ts";
import type { StrategyName, StrategyOptions } from "../strategies.ts";
import type { EncodingName, Hex, NodeId } from "../types.ts";
import type { ServerStep } from "./merge.ts";

export interface AggregatorOptions extends Partial<StrategyOptions> {
  readonly fleet: NodeId;
  /** Name of the model in the fleet. */
  readonly model: NodeId;
  /** What the fleet begins with, and whose architecture it has. It is not changed. */
  readonly initial: Model;
  /** Where all arithmetic runs; that of `initial` where it is left out. */
  readonly core?: Core;
  readonly credentials: Credentials;
  /** Its own folder: journal, global model, those before it. */
  readonly directory: string;
  /** Default `"fedBuff"`. */
  readonly strategy?: StrategyName;
  /** Default 1: always safe. */
  readonly serverStep?: ServerStep;
  /** Of the global model on the wire, default `"f32"`. */
  readonly encoding?: EncodingName;
  readonly shareScaler?: boolean;
  /** Default 10 s: a third of what others wait before they lead. */
  readonly heartbeatMs?: number;
  readonly now?: () => number;
  /** Drawn at each start. 32 digits. */
  readonly instance?: Hex;
  /** Called before each step of storing a global model; what it throws ends it there, as a power cut would. */
  readonly beforeStep?: (step: StoreStep) => void;
  /** Something was refused, failed, or came to pass. */
  readonly onEvent?: (event: AggregatorEvent) => void;
}

export interface AggregatorEvent {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** Counted since the start. */
export interface AggregatorCounts {
  received: number;
  /** Updates that came again. */
  repeated: number;
  merges: number;
  /** Messages that were refused, by reason. */
  readonly refused: Record<string, number>;
  /** Updates that could not be written, and were not answered for that. */
  unwritten: number;
  /** Messages that could not be published. */
  unsent: number;
}
