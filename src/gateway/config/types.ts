/** What a configuration compiles to: defaults filled in, times in milliseconds, sizes in bytes, paths absolute. */
import type { FullSpec } from "../../spec.ts";
import type { FeaturePlan } from "../features/plan.ts";
import type { TopicPattern, TopicTemplate } from "../topics.ts";
import type { Secret } from "./secret.ts";

export interface GatewayConfiguration {
  readonly id: string;
  readonly broker: BrokerSettings;
  readonly streams: readonly StreamPlan[];
  /** One a filter; a message goes to each consumer in turn. */
  readonly subscriptions: readonly Subscription[];
  readonly state: StateSettings;
  readonly pending: { readonly maxBytes: number };
  /** Memory all models together may take; undefined: what the core can have. */
  readonly memoryBytes: number | undefined;
  /** Undefined: no address is opened. */
  readonly http: { readonly host: string; readonly port: number } | undefined;
  readonly log: { readonly level: LogLevel };
  /** What deserves a word although it is legal. */
  readonly warnings: readonly string[];
}

export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";
export type Qos = 0 | 1;

export interface BrokerSettings {
  /** Without user and password; several only for one cluster that shares sessions. */
  readonly urls: readonly string[];
  readonly username: string | undefined;
  readonly password: Secret | undefined;
  readonly protocol: "3.1.1" | "5";
  readonly keepAliveMs: number;
  readonly connectTimeoutMs: number;
  readonly maxBackoffMs: number;
  readonly tls: TlsSettings | undefined;
  readonly inbox: { readonly messages: number; readonly overflow: Overflow };
  readonly outbox: { readonly messages: number; readonly bytes: number; readonly overflow: Overflow };
}

/** Which message is dropped, and counted, when there is no place: of QoS 0 inwards, of anything outwards. */
export type Overflow = "oldest" | "newest";

/** Files in PEM. */
export interface TlsSettings {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly passphrase: Secret | undefined;
  readonly serverName: string | undefined;
  readonly verify: boolean;
}

export interface StateSettings {
  readonly directory: string;
  readonly snapshotEveryMs: number;
  readonly fsync: "interval" | "always";
  readonly keep: { readonly ageMs: number; readonly bytes: number };
}

export interface Subscription {
  readonly filter: string;
  readonly qos: Qos;
  readonly consumers: readonly { readonly stream: StreamPlan; readonly role: "features" | "label" }[];
}

export interface StreamPlan {
  readonly name: string;
  readonly topic: TopicPattern;
  readonly qos: Qos;
  /** The wildcard whose text is the key; undefined: one shared model. */
  readonly key: string | undefined;
  readonly order: { readonly type: "counter" | "time" } | undefined;
  /** For `new FeatureWindows(features)`; its names are the inputs of the model. */
  readonly features: FeaturePlan;
  readonly label: LabelPlan | undefined;
  /** Of a shared model that takes part in a fleet. */
  readonly sync: SyncPlan | undefined;
  /** Written out in full: what `Model.create` takes. */
  readonly model: FullSpec;
  /** Filled with the stream's wildcards and `id`, `stream`, `key`. */
  readonly publish: { readonly topic: TopicTemplate; readonly qos: Qos; readonly retain: boolean };
  readonly learnRetained: boolean;
  readonly maxKeys: number;
  readonly maxPayloadBytes: number;
  /** Eight hexadecimal digits; others when what is saved of the stream would mean something else. */
  readonly fingerprint: string;
  /** A message of `topic` with made-up values. */
  readonly example?: Uint8Array;
  /** Reads a message of `topic`. Never throws: what cannot be used comes back as a rejection. Pure. */
  decodeFeatures(topic: string, payload: Uint8Array, arrivalMs: number): FeaturesMessage | Rejection;
  /** Reads a message of `label.topic`, where there is one. Never throws. Pure. */
  decodeLabel(topic: string, payload: Uint8Array, arrivalMs: number): LabelMessage | Rejection;
}

/** A shared model's part in a fleet. */
export interface SyncPlan {
  readonly fleet: string;
  /** Its name there. */
  readonly model: string;
  /** File of the device's credentials. */
  readonly credentials: string;
  readonly everyMs: number;
  readonly encoding: "f32" | "int8";
  readonly shareScaler: boolean;
  /** Share of the labelled samples that models of the fleet are judged by. */
  readonly holdBack: number;
}

export type LabelPlan =
  /** `y` comes in the features' own message. */
  | { readonly from: "message" }
  /** `y` of a message is the label of the one `ahead` messages of its source before. */
  | { readonly from: "future"; readonly ahead: number }
  | {
      readonly from: "topic";
      readonly topic: TopicPattern;
      readonly qos: Qos;
      /** How it joins where it carries no ticket. */
      readonly match: "ticket" | "order" | "time";
      readonly withinMs: number;
      /** How long a label that comes first waits for its features. */
      readonly earlyMs: number;
    };

export interface FeaturesMessage {
  readonly kind: "features";
  /** What duplicates, windows and tickets go by: the topic, or the field named by `order.source`. */
  readonly source: string;
  /** "" where the stream has one shared model. */
  readonly key: string;
  /** A whole number from 0 on; undefined: the stream has no order field. */
  readonly order: number | undefined;
  readonly timeMs: number;
  /** One for each of `features.fields`; NaN where it is missing and the model allows that. */
  readonly values: Float32Array;
  /** As `Model.learn` takes it: a value for each output, a class as the probabilities of the classes. */
  readonly y: Float32Array | undefined;
  readonly weight: number | undefined;
  /** Text of the topic's wildcards, for `publish.topic`. */
  readonly names: Readonly<Record<string, string>>;
}

export interface LabelMessage {
  readonly kind: "label";
  readonly ticket: string | undefined;
  /** Undefined: only a ticket can say whose it is. */
  readonly source: string | undefined;
  /** "" where the stream has one shared model; undefined: the ticket's source says it. */
  readonly key: string | undefined;
  readonly order: number | undefined;
  readonly timeMs: number;
  readonly y: Float32Array;
  readonly weight: number | undefined;
}

export const REJECTION_REASONS = [
  "tooLong", // more bytes than the stream allows
  "notUtf8",
  "malformed", // not what the codec reads
  "tooDeep",
  "wrongLength", // too few or too many values, or bytes
  "missing", // a field is not there, null, or an empty cell
  "notANumber", // text, true, false, an object, a list
  "notFinite", // NaN, infinity, beyond what a model takes
  "notText", // a source, ticket or class is a list or an object
  "order", // not a whole number from 0 on
  "time", // not a moment between 1970 and the year 275760
  "class", // no class of the model
  "weight", // not a sample weight
  "topic", // does not match, or a name in it is too long
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** A message that cannot be used, and why. */
export interface Rejection {
  readonly kind: "rejection";
  readonly reason: RejectionReason;
  /** As the configuration names it. */
  readonly field: string | undefined;
  /** For people. */
  readonly detail: string;
}
