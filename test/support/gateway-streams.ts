import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { FeaturesMessage, LabelMessage, LabelPlan, StreamPlan, SyncPlan } from "../../src/gateway/config/types.ts";
import { type Feature, planFeatures } from "../../src/gateway/features.ts";
import type { GatewayState, StateOptions } from "../../src/gateway/state.ts";
import { hashOf } from "../../src/gateway/state.ts";
import { compileTemplate, compileTopic } from "../../src/gateway/topics.ts";
import type { Outcome, Received } from "../../src/gateway/types.ts";
import { fullSpec } from "../../src/spec.ts";

export interface StreamOptions {
  name?: string;
  /** Without a key there is one shared model. */
  key?: string | undefined;
  order?: "counter" | "time" | undefined;
  label?: Partial<Extract<LabelPlan, { from: "topic" }>> | { from: "message" } | { from: "future"; ahead: number };
  features?: Feature[];
  maxKeys?: number;
  learnRetained?: boolean;
  fingerprint?: string;
  seed?: number;
  sync?: SyncPlan;
}

const FEATURES: Feature[] = [
  { kind: "value", field: "a" },
  { kind: "value", field: "b" },
  { kind: "lag", field: "a", span: 1 },
  { kind: "mean", field: "b", span: 3 },
];

/** A stream as a configuration compiles to: topic `site/+room/climate`, labels on `site/+room/occupied`. */
export function streamPlan(options: StreamOptions = {}): StreamPlan {
  const { name = "climate", maxKeys = 100_000, learnRetained = false, fingerprint = "00000001", seed = 1 } = options;
  const key = "key" in options ? options.key : "room";
  const order = "order" in options ? options.order : "counter";
  const features = planFeatures(options.features ?? FEATURES, "mean");
  const topicLabel = {
    from: "topic",
    topic: compileTopic("site/+room/occupied"),
    qos: 1,
    match: "order",
    withinMs: 3_600_000,
    earlyMs: 120_000,
  } as const;
  const given = options.label ?? {};
  const unused = () => ({ kind: "rejection", reason: "malformed", field: undefined, detail: "" }) as const;
  return {
    name,
    topic: compileTopic("site/+room/climate"),
    qos: 1,
    key,
    order: order && { type: order },
    sync: options.sync,
    features,
    label:
      "from" in given && given.from !== "topic" ? (given as LabelPlan) : ({ ...topicLabel, ...given } as LabelPlan),
    model: fullSpec({
      inputs: [...features.names],
      classes: ["no", "yes"],
      missing: "mean",
      layers: [
        { type: "standardize", decay: 0.99 },
        { type: "dense", units: 4, activation: "tanh" },
        { type: "dense", units: 2, activation: "softmax" },
      ],
      loss: "crossEntropy",
      optimizer: { type: "adam", learningRate: 0.01 },
      seed,
    }),
    publish: { topic: compileTemplate("site/{room}/prediction", ["room"]), qos: 0, retain: false },
    learnRetained,
    maxKeys,
    maxPayloadBytes: 65_536,
    fingerprint,
    decodeFeatures: unused,
    decodeLabel: unused,
  };
}

/** What MQTT would say of a message; a payload stands for the whole of it. */
export type Delivery = Partial<Pick<Received, "arrivalMs" | "qos" | "dup" | "retained" | "packetId" | "hash">>;

export function featuresOf(
  stream: StreamPlan,
  room: string,
  message: { order?: number; values?: number[]; timeMs?: number; y?: number; source?: string },
  delivery: Delivery = {},
): Received {
  const { order, values = [0.5, -0.5], y, source = `site/${room}/climate` } = message;
  const arrivalMs = delivery.arrivalMs ?? 1_000;
  const features: FeaturesMessage = {
    kind: "features",
    source,
    key: stream.key === undefined ? "" : room,
    order,
    timeMs: message.timeMs ?? arrivalMs,
    values: Float32Array.from(values),
    y: y === undefined ? undefined : oneHot(y),
    weight: undefined,
    names: { room },
  };
  return received(stream, features, { order, values, y, timeMs: message.timeMs }, delivery);
}

export function labelOf(
  stream: StreamPlan,
  room: string,
  message: { order?: number; y?: number; timeMs?: number; ticket?: string; weight?: number; source?: string },
  delivery: Delivery = {},
): Received {
  const { order, y = 1, ticket, weight } = message;
  const arrivalMs = delivery.arrivalMs ?? 1_000;
  const label: LabelMessage = {
    kind: "label",
    ticket,
    source: ticket === undefined ? (message.source ?? `site/${room}/climate`) : undefined,
    key: stream.key === undefined ? "" : undefined,
    order,
    timeMs: message.timeMs ?? arrivalMs,
    y: oneHot(y),
    weight,
  };
  return received(stream, label, { order, y, ticket, timeMs: message.timeMs }, delivery);
}

/** Serves a message as the gateway does. */
export async function serve(state: GatewayState, message: Received): Promise<Outcome> {
  await state.prepare(message);
  return state.commit(state.receive(message));
}

/** A folder that goes with its test; in memory where the system has such a place, since syncing is not what is tested. */
export function folder(): string {
  const path = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "millrace-state-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What every state of these tests is opened with. */
export function stateOptions(directory: string, streams: StreamPlan[], more: Partial<StateOptions> = {}): StateOptions {
  return { directory, streams, now: () => 1_000, ...more };
}

// ---

function received(
  stream: StreamPlan,
  message: FeaturesMessage | LabelMessage,
  content: object,
  delivery: Delivery,
): Received {
  const { arrivalMs = 1_000, qos = 1, dup = false, retained = false, packetId = qos === 0 ? undefined : 1 } = delivery;
  const hash = delivery.hash ?? hashOf(new TextEncoder().encode(JSON.stringify(content)));
  return { stream, message, arrivalMs, hash, qos, dup, retained, packetId };
}

function oneHot(index: number): Float32Array {
  return Float32Array.from([0, 1], (at) => (at === index ? 1 : 0));
}
