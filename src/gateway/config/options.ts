/**
 * A configuration as it is written, in YAML, JSON or TypeScript. docs/configuration.md says what each key means.
 * Durations are texts such as "60s", sizes texts such as "64MiB".
 */
import type { CodecName } from "../codecs.ts";
import type { Cycle } from "../features.ts";
import type { LogLevel, Overflow, Qos, SyncPlan } from "./types.ts";

export interface GatewayOptions {
  id: string;
  broker: BrokerOptions;
  streams: Record<string, StreamOptions>;
  state?:
    | {
        directory?: string | undefined;
        snapshotEvery?: string | undefined;
        fsync?: "interval" | "always" | undefined;
        keep?: { age?: string | undefined; bytes?: string | undefined } | undefined;
      }
    | undefined;
  pending?: { maxBytes?: string | undefined } | undefined;
  memory?: string | undefined;
  http?: { host?: string | undefined; port?: number | undefined } | undefined;
  log?: { level?: LogLevel | undefined } | undefined;
}

export interface BrokerOptions {
  url: string | string[];
  username?: string | undefined;
  password?: string | undefined;
  protocol?: "3.1.1" | 5 | undefined;
  keepAlive?: string | undefined;
  connectTimeout?: string | undefined;
  maxBackoff?: string | undefined;
  tls?:
    | {
        ca?: string | undefined;
        cert?: string | undefined;
        key?: string | undefined;
        passphrase?: string | undefined;
        serverName?: string | undefined;
        verify?: boolean | undefined;
      }
    | undefined;
  inbox?: { messages?: number | undefined; overflow?: Overflow | undefined } | undefined;
  outbox?: { messages?: number | undefined; bytes?: string | undefined; overflow?: Overflow | undefined } | undefined;
}

export interface StreamOptions {
  topic: string;
  qos?: Qos | undefined;
  codec?: CodecOption | undefined;
  fields?: string[] | number | undefined;
  key?: string | undefined;
  order?: { field: string; type?: "counter" | "time" | undefined; source?: string | undefined } | undefined;
  time?: TimeOptions | undefined;
  features?: (string | FeatureOptions)[] | undefined;
  label?: LabelOptions | undefined;
  /** A model spec without its inputs, which are the features. */
  model: Record<string, unknown>;
  sync?: SyncOptions | undefined;
  publish?: string | { topic?: string | undefined; qos?: Qos | undefined; retain?: boolean | undefined } | undefined;
  learnRetained?: boolean | undefined;
  maxKeys?: number | undefined;
  maxPayload?: string | undefined;
}

export type CodecOption =
  | CodecName
  | { type: CodecName; separator?: string | undefined; byteOrder?: "little" | "big" | undefined };

export type TimeUnit = "s" | "ms" | "us" | "ns" | "iso";

export interface TimeOptions {
  field: string;
  unit?: TimeUnit | undefined;
}

/** A field with at most one of the others, or a `time`. */
export interface FeatureOptions {
  field?: string | undefined;
  size?: number | undefined;
  lag?: number | undefined;
  difference?: number | undefined;
  mean?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  std?: number | undefined;
  time?: Cycle | undefined;
  utcOffset?: string | undefined;
}

/** With `topic` from another topic, with `ahead` from the stream's own future, else from the features' own message. */
export interface LabelOptions {
  field?: string | string[] | undefined;
  weight?: string | undefined;
  ahead?: number | undefined;
  topic?: string | undefined;
  qos?: Qos | undefined;
  codec?: CodecOption | undefined;
  fields?: string[] | number | undefined;
  match?: "ticket" | "order" | "time" | undefined;
  ticket?: string | undefined;
  order?: string | undefined;
  source?: string | undefined;
  time?: TimeOptions | undefined;
  within?: string | undefined;
  early?: string | undefined;
}

export interface SyncOptions {
  fleet: string;
  model: string;
  credentials: string;
  every?: string | undefined;
  encoding?: "f32" | "int8" | undefined;
  shareScaler?: boolean | undefined;
  holdBack?: number | undefined;
}

// --- Checked: defaults of single keys filled in, durations in ms, sizes in bytes ---

export type Filled<Options, Keys extends keyof Options> = Omit<Options, Keys> & {
  [Key in Keys]-?: Exclude<Options[Key], undefined>;
};

export interface CheckedTime {
  field: string;
  unit: TimeUnit;
}

export type CheckedLabel = Omit<Filled<LabelOptions, "ticket">, "within" | "early" | "time"> & {
  time?: CheckedTime | undefined;
  within?: number | undefined;
  early?: number | undefined;
};

export type CheckedStream = Omit<
  Filled<StreamOptions, "qos" | "codec" | "learnRetained" | "maxKeys">,
  "maxPayload" | "label" | "time" | "order" | "sync"
> & {
  sync?: SyncPlan | undefined;
  order?: { field: string; type: "counter" | "time"; source?: string | undefined } | undefined;
  time?: CheckedTime | undefined;
  label?: CheckedLabel | undefined;
  maxPayload: number;
};
