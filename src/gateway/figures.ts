import type { GatewayConfiguration } from "./config/types.ts";
import type { Fleets } from "./fleet/fleets.ts";
import type { IntakeCounts } from "./mqtt/intake.ts";
import type { OutboxCounts } from "./mqtt/outbox.ts";
import type { StatusMessage } from "./mqtt/presence.ts";
import type { Network } from "./network.ts";
import type { OpenState } from "./open-state.ts";
import type { Pipeline } from "./pipeline.ts";
import type { MessageCounts, ModelCounts, ModelFigures, ModelSummary, SyncHealth } from "./types.ts";

/**
 * The answer of `/healthz`; the message on `millrace/<id>/health` is the same without `streams`, and that of a stream
 * without the models' checksums.
 */
export interface GatewayHealth {
  readonly v: 1;
  readonly id: string;
  readonly time: number;
  readonly status: StatusMessage;
  readonly connections: {
    readonly data: { readonly up: boolean } & Partial<IntakeCounts>;
    readonly control: { readonly up: boolean } & Partial<OutboxCounts>;
  };
  /** Messages on no stream's topic. */
  readonly unmatched: number;
  readonly journal: { readonly firstSeq: number; readonly nextSeq: number; readonly gathered: number } | undefined;
  /** Models that have changed since they were saved. */
  readonly unsaved: number;
  readonly pendingBytes: number;
  readonly memory: { readonly residentBytes: number; readonly heapBytes: number; readonly externalBytes: number };
  readonly streams: Readonly<Record<string, StreamHealth>>;
}

/** The message on `millrace/<id>/<stream>/health`. */
export interface StreamHealth {
  /** Messages that could not be used, by reason; reasons that never occurred are left out. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Messages that are no records, since the start. */
  readonly messages: Readonly<Partial<MessageCounts>>;
  /** Sums over the models in memory, from their beginning on. */
  readonly counts: Readonly<Partial<ModelCounts>>;
  /** Of a model in a fleet. */
  readonly sync?: SyncHealth;
  readonly models: number;
  /** The models in memory, the first 50. */
  readonly keys: readonly (ModelFigures & Partial<Pick<ModelSummary, "checksum">>)[];
}

export interface FigureSources {
  readonly network: Network | undefined;
  readonly pipeline: Pipeline | undefined;
  readonly open: OpenState | undefined;
  readonly fleets: Fleets | undefined;
  /** Whether to read every weight of the models that are named. */
  readonly checksums: boolean;
}

export function gatewayHealth(
  status: StatusMessage,
  { id, streams }: GatewayConfiguration,
  sources: FigureSources,
): GatewayHealth {
  const { network, pipeline, open } = sources;
  const journal = open?.state.journal;
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    v: 1,
    id,
    time: Date.now(),
    status,
    connections: {
      data: { up: network?.data.isUp === true, ...network?.data.counts() },
      control: { up: network?.control.isUp === true, ...network?.control.counts() },
    },
    unmatched: pipeline?.counts.unmatched ?? 0,
    journal: journal && { firstSeq: journal.firstSeq, nextSeq: journal.nextSeq, gathered: open?.state.gathered ?? 0 },
    unsaved: open?.state.dirty ?? 0,
    pendingBytes: open?.state.pendingBytes ?? 0,
    memory: { residentBytes: rss, heapBytes: heapUsed, externalBytes: external },
    streams: Object.fromEntries(streams.map(({ name }) => [name, streamHealth(name, sources)])),
  };
}

/** Retained at QoS 0: the newest is what counts. */
export function publishHealth(
  { streams, ...health }: GatewayHealth,
  { topics, put }: Pick<Network, "topics" | "put">,
): void {
  put({ topic: topics.health, payload: JSON.stringify(health), qos: 0, retain: true });
  for (const [name, stream] of Object.entries(streams)) {
    const message = { v: 1, time: health.time, ...stream };
    put({ topic: topics.streamHealth(name), payload: JSON.stringify(message), qos: 0, retain: true });
  }
}

// ---

const KEYS = 50;

function streamHealth(name: string, { pipeline, open, fleets, checksums }: FigureSources): StreamHealth {
  const sync = fleets?.health(name);
  const rejected = Object.entries(pipeline?.counts.rejected.get(name) ?? {}).filter(([, count]) => count > 0);
  const figures = open?.state.figures().filter(({ stream }) => stream === name) ?? [];
  const counts: Record<string, number> = {};
  for (const model of figures) {
    for (const [what, count] of Object.entries(model.counts)) counts[what] = (counts[what] ?? 0) + count;
  }
  return {
    rejected: Object.fromEntries(rejected),
    messages: { ...open?.state.counts(name) },
    counts,
    ...(sync ? { sync } : {}),
    models: open?.state.models(name) ?? 0,
    keys: figures.slice(0, KEYS).map((model) => (checksums ? (open?.state.summary(name, model.key) ?? model) : model)),
  };
}
