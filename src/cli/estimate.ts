import type { Core } from "../core.ts";
import type { GatewayConfiguration, StreamPlan } from "../gateway/config.ts";
import { FeatureWindows } from "../gateway/features.ts";
import { encodeRecord, KIND_FEATURES, KIND_LABEL } from "../gateway/records.ts";
import { sampleBytes } from "../gateway/state/source.ts";
import { RECORD_HEAD_BYTES } from "../journal/format.ts";
import { Model } from "../model.ts";

/** Bytes a stream takes, by what they are taken for. */
export interface StreamEstimate {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: number;
  readonly parameters: number;
  /** Of the core's memory, one key's. */
  readonly modelBytes: number;
  /** Of one source: its windows when they are full, and what its duplicates are known by. */
  readonly pastBytes: number;
  /** Of one sample that waits for its label; 0 where none waits. */
  readonly waitingBytes: number;
  /** Of the journal, one message with its label. */
  readonly journalBytes: number;
  /** Of one model's file. */
  readonly snapshotBytes: number;
}

export interface Assumptions {
  /** Keys of each stream that has a key, each with one source. */
  readonly keys: number;
  /** Between two messages of a key, all of them labelled. */
  readonly everyMs: number;
}

export interface Estimate {
  readonly streams: readonly StreamEstimate[];
  readonly memoryBytes: { readonly models: number; readonly pasts: number; readonly pendingMost: number };
  /** Written to disk, in bytes. */
  readonly perDay: { readonly journal: number; readonly snapshots: number };
}

/**
 * What a configuration will take, from its own models and records.
 * @throws MillraceError `E_MEMORY` where the core has no room for one of the models
 */
export async function estimate(
  configuration: GatewayConfiguration,
  assumed: Assumptions,
  core: Core,
): Promise<Estimate> {
  const streams: StreamEstimate[] = [];
  for (const plan of configuration.streams) streams.push(await estimateStream(plan, core));
  const keysOf = (i: number) => (configuration.streams[i]?.key === undefined ? 1 : assumed.keys);
  const sum = (of: (stream: StreamEstimate) => number) =>
    streams.reduce((total, stream, i) => total + keysOf(i) * of(stream), 0);
  const messages = DAY_MS / assumed.everyMs;
  const saves = Math.min(messages, DAY_MS / configuration.state.snapshotEveryMs);
  return {
    streams,
    memoryBytes: {
      models: sum(({ modelBytes }) => modelBytes),
      pasts: sum(({ pastBytes }) => pastBytes),
      pendingMost: configuration.pending.maxBytes,
    },
    perDay: {
      journal: sum(({ journalBytes }) => messages * journalBytes),
      snapshots: sum(({ snapshotBytes }) => saves * snapshotBytes),
    },
  };
}

// ---

const DAY_MS = 86_400_000;
/** An order and a hash of each of the last 1,024 messages, and of the labels once more. */
const DUPLICATES_BYTES = 2 * 1_024 * 16;
/** In a file they stand as base64. */
const FILE_SHARE = 4 / 3;

async function estimateStream(plan: StreamPlan, core: Core): Promise<StreamEstimate> {
  const { features, label, model: spec, order } = plan;
  using model = await Model.create(spec, { core });
  const windows = new FeatureWindows(features);
  const longest = Math.max(0, ...features.windows.map(({ length }) => length));
  const windowInputs = new Float32Array(features.windows.length);
  for (let i = 0; i < longest; i++) windows.push(windowInputs);
  const duplicates = order ? DUPLICATES_BYTES : 0;
  return {
    name: plan.name,
    inputs: features.names,
    outputs: spec.outputs,
    parameters: model.stats().parameters,
    modelBytes: model.bytes,
    pastBytes: windows.bytes + duplicates,
    waitingBytes:
      label === undefined || label.from === "message" ? 0 : sampleBytes(features.names.length, spec.outputs),
    journalBytes: journalBytes(plan),
    snapshotBytes: model.toBytes().length + Math.ceil(FILE_SHARE * (windows.toBytes().length + duplicates)),
  };
}

/** Of a message in the middle of a long life, and of the label that comes for it. */
function journalBytes({ name, topic, features, label, model, key }: StreamPlan): number {
  const timeMs = 1.8e12;
  const shared = {
    stream: name,
    key: key === undefined ? "" : "a-key-of-16-bytes",
    source: topic.text,
    turn: 1e6,
    back: 0,
    timeMs,
  };
  const common = { order: 1e6, packetId: undefined, hash: 2 ** 31 };
  const y = new Float32Array(model.outputs);
  const message = encodeRecord(
    {
      ...shared,
      ...common,
      kind: KIND_FEATURES,
      isNewSession: false,
      windowInputs: new Float32Array(features.windows.length),
      x: new Float32Array(features.names.length),
      waits: label !== undefined,
      label: undefined,
    },
    timeMs,
  );
  if (label?.from !== "topic") return RECORD_HEAD_BYTES + message.length + (label ? 4 * y.length : 0);
  const answer = encodeRecord({ ...shared, ...common, kind: KIND_LABEL, joins: 1e6, y, weight: undefined }, timeMs);
  return 2 * RECORD_HEAD_BYTES + message.length + answer.length;
}
