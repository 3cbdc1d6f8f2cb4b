/**
 * What the MQTT side and the state machine say to each other. For each inbound message, one after the other:
 *
 *   const message = stream.decodeFeatures(topic, payload, arrivalMs)          // a rejection never comes here
 *   const received = { stream, message, arrivalMs, hash: hashOf(payload), qos, dup, retained, packetId }
 *   const loading = state.prepare(received); if (loading) await loading;      // undefined: its model is in memory
 *   const outcome = state.commit(state.receive(received));                    // decide; journal, then apply
 *   acknowledge; publish outcome.prediction and outcome.events
 *
 * `receive` changes nothing but the counters of messages that are no records. `commit` throws MillraceError
 * `E_JOURNAL` where the journal cannot be written: nothing has been applied then, do not acknowledge, and come again
 * with `receive` (a decision is good until the next commit or flush only).
 * QoS 0: `commit` gathers; `flush()` within 50 ms writes the block and learns from it. Everything else that writes
 * flushes first. At QoS 0 `outcome.learnt` comes with the flush, as its result.
 */

import type { MessageCounts as SyncCounts } from "../sync/device/events.ts";
import type { MemberCounts } from "../sync/device/member-state.ts";
import type { NodeId, Stance } from "../sync/types.ts";
import type { FeaturesMessage, LabelMessage, StreamPlan } from "./config/types.ts";

export type { FeaturesMessage, LabelMessage, LabelPlan, StreamPlan } from "./config/types.ts";

/** A message that has been decoded, with what MQTT says about it. */
export interface Received {
  readonly stream: StreamPlan;
  readonly message: FeaturesMessage | LabelMessage;
  /** The clock when it came, ms since 1970; the only clock there is. */
  readonly arrivalMs: number;
  /** `hashOf(payload)`. */
  readonly hash: number;
  readonly qos: 0 | 1;
  readonly dup: boolean;
  readonly retained: boolean;
  /** Undefined at QoS 0. */
  readonly packetId: number | undefined;
}

/** What is to become of a message. */
export type Verdict =
  // Records.
  | "predict" // features; they wait for their label where the stream has one
  | "predictAndLearn" // features with their own label, with one that came first, or with that of an earlier message
  | "warmingUp" // features whose windows are not full yet: no input for the model, no prediction
  | "learn" // a label that found its features
  | "waitsForFeatures" // a label that came first
  // No records: answered and counted.
  | "duplicate" // features that came before; predicted again
  | "retained" // predicted, never learnt; a retained label is only counted
  | "lateOrder" // older than what duplicates are known by: neither predicted nor learnt
  | "secondLabel" // its features are labelled already
  | "lateLabel" // its features have been given up
  | "unknownTicket" // no ticket of this gateway, or no key to find the model by
  | "refusedKey" // above maxKeys, or no legal key
  | "lostModel"; // the model's files are all damaged: see `lost`

/** Made by `receive`, taken by `commit`. */
export interface Decision {
  readonly verdict: Verdict;
  readonly received: Received;
  /** Whether `commit` writes to the journal. */
  readonly writes: boolean;
}

export interface Outcome {
  readonly verdict: Verdict | "setAside";
  /** Journal number of the message's own record; undefined where it is none. */
  readonly seq: number | undefined;
  readonly prediction: Prediction | undefined;
  /** What was learnt by this message, at QoS 1. */
  readonly learnt: readonly Learnt[];
  readonly events: readonly StateEvent[];
}

export interface Prediction {
  readonly stream: string;
  /** "" where the stream has one shared model. */
  readonly key: string;
  readonly source: string;
  /** `<stream>/<source>/<order>`, or `<stream>/<source>/~<seq>`; undefined where no label may come for it. */
  readonly ticket: string | undefined;
  readonly order: number | undefined;
  readonly timeMs: number;
  readonly output: Float32Array;
  /** Of classifiers. */
  readonly class: { readonly label: string; readonly index: number; readonly probability: number } | undefined;
  /** Updates of the weights so far. */
  readonly steps: number;
  readonly duplicate: boolean;
}

export interface Learnt {
  readonly stream: string;
  readonly key: string;
  readonly source: string;
  readonly ticket: string;
  /** Before the step; null while a batch fills, or where the model refused the sample (counted). */
  readonly loss: number | null;
}

/** What deserves an event on `<stream>/<key>/event`; `detail` is for people. */
export interface StateEvent {
  readonly type: StateEventType;
  readonly stream: string;
  readonly key: string;
  readonly source?: string;
  readonly detail: string;
}

export type StateEventType =
  | "newSession" // a sensor that counts from the start again
  | "lateOrder"
  | "refusedKey"
  | "setAside" // a record the core cannot take
  | "overflow" // pending samples dropped since the budget is full
  | "lostModel";

/** Of a model, in its snapshot: a function of the journal. */
export interface ModelCounts {
  /** Records applied. */
  records: number;
  predicted: number;
  warmingUp: number;
  learnt: number;
  /** Labels the model refused. */
  refused: number;
  /** Samples whose label did not come in time. */
  expired: number;
  /** Samples whose label cannot come any more: their future message had none, or the order began again. */
  unlabelled: number;
  /** Samples and labels the budget had no place for. */
  dropped: number;
  /** Labels that came first and whose features did not come in time: unknown tickets. */
  orphaned: number;
  newSessions: number;
  /** Orders in gaps that were closed: they never came. */
  missingOrders: number;
  /** Records of this model that were in a damaged stretch of the journal. */
  lostRecords: number;
  setAside: number;
  /** Labelled samples of a model in a fleet, set aside to judge models of the fleet by: scored, not learnt. */
  heldBack: number;
}

/** Of a stream, since the start: messages that are no records. */
export interface MessageCounts {
  duplicates: number;
  retained: number;
  lateOrders: number;
  secondLabels: number;
  lateLabels: number;
  unknownTickets: number;
  refusedKeys: number;
  lostModels: number;
}

/** Prequential: each prediction is held against its label when that is learnt, before the step. */
export interface Scores {
  scored: number;
  /** Means over all; null before the first. `accuracy` of classes, `mae` and `rmse` of values. */
  loss: number | null;
  accuracy: number | null;
  mae: number | null;
  rmse: number | null;
  /** The same figures, fading by .999 a sample. */
  fading: { loss: number | null; accuracy: number | null; mae: number | null; rmse: number | null };
}

/** A model of the gateway as `millrace state` shows it. */
export interface ModelSummary extends ModelFigures {
  /** Of the weights and everything else that learning changes. */
  readonly checksum: number;
}

/** A model of the gateway as health shows it. */
export interface ModelFigures {
  readonly stream: string;
  readonly key: string;
  readonly appliedSeq: number;
  /** Updates of the weights. */
  readonly steps: number;
  readonly counts: Readonly<ModelCounts>;
  readonly scores: Scores;
  /** Samples that wait for their label, labels that wait for their features. */
  readonly pending: number;
  readonly early: number;
  readonly sources: number;
  /** Of a shared model that takes part in a fleet. */
  readonly fleet?: FleetFigures;
}

/** A model's part in its fleet, as health shows it. */
export interface FleetFigures {
  readonly fleet: NodeId;
  readonly model: NodeId;
  readonly node: NodeId;
  readonly session: number;
  /** The global model its weights come from; 0: none yet. */
  readonly term: number;
  readonly version: number;
  readonly stance: Stance;
  /** Updates that no accepted global model includes yet, and the samples of them. */
  readonly kept: number;
  readonly keptSamples: number;
  /** Samples learnt since the last update was cut. */
  readonly uncutSamples: number;
  readonly counts: Readonly<MemberCounts>;
}

/** How a stream's model stands with its fleet, since the start. */
export type SyncHealth = { readonly up: boolean } & SyncCounts;

/** What is gone for good; for status. */
export interface DataLoss {
  /** Records of the journal. */
  readonly records: number;
  /** False: at least so many. */
  readonly exact: boolean;
}
