import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Model } from "../../src/model.ts";
import type { ModelSpec, NetworkSpec } from "../../src/spec.ts";
import { decodeAcknowledgement } from "../../src/sync/acknowledgement.ts";
import { Aggregator, type AggregatorOptions } from "../../src/sync/aggregator.ts";
import { decodeBody } from "../../src/sync/body.ts";
import { baseOf, openEnvelope, sealMessage } from "../../src/sync/envelope.ts";
import { fingerprintOf } from "../../src/sync/fingerprint.ts";
import { decodeHead } from "../../src/sync/head.ts";
import type { Credentials, Root } from "../../src/sync/keys.ts";
import { Topics } from "../../src/sync/topics.ts";
import type { Acknowledgement, Body, EncodingName, Envelope, Fields, Head } from "../../src/sync/types.ts";
import { encodeUpdate } from "../../src/sync/update.ts";
import { WeightSpace } from "../../src/sync/weights.ts";
import { issued, NOW_MS, testRoot } from "./fleet.ts";
import { MemoryBroker, type MemoryLink } from "./memory-broker.ts";
import { until } from "./waiting.ts";

export const SPEC: NetworkSpec = {
  inputs: 2,
  layers: [
    { type: "dense", units: 3, activation: "tanh" },
    { type: "dense", units: 1, activation: "sigmoid" },
  ],
  loss: "binaryCrossEntropy",
  seed: 7,
};
/** 3 x 2 + 3, 3 + 1. */
export const SIZE = 13;

/** A fleet without devices: a broker, a model, an aggregator that can be started again, and a clock that stands. */
export class Bench {
  static async open(options: Partial<AggregatorOptions> = {}, spec: ModelSpec = SPEC): Promise<Bench> {
    return new Bench(await Model.create(spec), options);
  }

  readonly root: Root = testRoot();
  readonly broker: MemoryBroker = new MemoryBroker();
  readonly topics: Topics = new Topics("plant", "climate");
  readonly model: Model;
  readonly space: WeightSpace;
  readonly folder: string = mkdtempSync(join(tmpdir(), "aggregator-"));
  readonly events: string[] = [];
  readonly fingerprint: string;
  nowMs: number = NOW_MS;
  readonly #options: Partial<AggregatorOptions>;
  readonly #open = new Set<Aggregator>();

  private constructor(model: Model, options: Partial<AggregatorOptions>) {
    this.model = model;
    this.space = new WeightSpace(model.core);
    this.#options = options;
    const { shareScaler = false } = options;
    this.fingerprint = fingerprintOf(model.spec, { fleet: "plant", model: "climate", shareScaler });
  }

  /** @param id of the instance, which has a folder of its own */
  aggregator(id = "a", more: Partial<AggregatorOptions> = {}): Aggregator {
    const aggregator = Aggregator.open({
      fleet: "plant",
      model: "climate",
      initial: this.model,
      credentials: issued(this.root, "aggregator", id),
      directory: join(this.folder, id),
      now: () => this.nowMs,
      onEvent: ({ message }) => this.events.push(message),
      ...this.#options,
      ...more,
    });
    this.#open.add(aggregator);
    return aggregator;
  }

  async leading(id = "a", more: Partial<AggregatorOptions> = {}): Promise<Aggregator> {
    const aggregator = this.aggregator(id, more);
    await aggregator.lead(this.broker.connect());
    return aggregator;
  }

  /** As a kill would. */
  async kill(aggregator: Aggregator): Promise<void> {
    this.#open.delete(aggregator);
    await aggregator.abandon();
  }

  /** Somebody else has closed it. */
  forget(aggregator: Aggregator): void {
    this.#open.delete(aggregator);
  }

  device(id: string): HandDevice {
    return new HandDevice(this, id);
  }

  /** The newest head that was published. */
  head(): { envelope: Envelope; head: Head } {
    const bytes = this.broker.said("/head").at(-1) as Uint8Array;
    const envelope = this.opened(bytes, this.topics.head);
    return { envelope, head: decodeHead(envelope.payload) };
  }

  /** The newest body, of one chunk. */
  body(): { envelope: Envelope; body: Body } {
    const { topic, bytes } = this.broker.log.findLast((one) =>
      one.topic.includes("/g/"),
    ) as (typeof this.broker.log)[0];
    const envelope = this.opened(bytes, topic);
    return { envelope, body: decodeBody(envelope.payload, envelope, { values: SIZE, inputs: 2 }, this.space) };
  }

  opened(bytes: Uint8Array, topic: string): Envelope {
    const address = this.topics.parse(topic);
    return openEnvelope(bytes, issued(this.root, "device", "reader").trust(), { address, nowMs: this.nowMs });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((aggregator) => this.kill(aggregator)));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type Sent = Partial<Fields> & { delta?: readonly number[]; encoding?: EncodingName; moments?: Float32Array };

/** A device whose updates a test writes by hand. */
export class HandDevice {
  readonly id: string;
  readonly credentials: Credentials;
  readonly acknowledgements: (Acknowledgement & { seq: number; session: number; term: number })[] = [];
  readonly #bench: Bench;
  readonly link: MemoryLink;

  constructor(bench: Bench, id: string) {
    this.id = id;
    this.#bench = bench;
    this.credentials = issued(bench.root, "device", id);
    this.link = bench.broker.connect();
    const topic = bench.topics.acknowledgement(id);
    this.link.subscribe([topic], ({ bytes }) => {
      const envelope = bench.opened(bytes, topic);
      const { seq, session, term } = envelope;
      this.acknowledgements.push({ ...decodeAcknowledgement(envelope.payload), seq, session, term });
    });
  }

  /** Messages of an update against the newest head. */
  update(seq: number, { delta = [1], encoding = "f32", moments, ...more }: Sent = {}): Buffer[] {
    const { envelope, head } = this.#bench.head();
    const values = new Float32Array(SIZE);
    values.set(delta);
    const encoded = encodeUpdate({ delta: values, moments }, encoding, this.#bench.space);
    const fields = {
      kind: "update" as const,
      fingerprint: this.#bench.fingerprint,
      createdMs: this.#bench.nowMs,
      session: 1,
      seq,
      version: envelope.version,
      term: envelope.term,
      baseHash: baseOf(head.hash),
      samples: 10,
      flags: encoded.flags,
      encoding,
      ...more,
    };
    return sealMessage(fields, encoded.payload, this.credentials);
  }

  /** Sends, and waits for the answer. */
  async sent(seq: number, sent: Sent = {}): Promise<string> {
    const before = this.acknowledgements.length;
    await this.send(seq, sent);
    return until(`an answer to ${this.id}/${seq}`, () => this.acknowledgements[before]?.verdict);
  }

  async send(seq: number, sent: Sent = {}): Promise<void> {
    await this.resend(seq, this.update(seq, sent));
  }

  async resend(seq: number, messages: readonly Uint8Array[]): Promise<void> {
    for (const [chunk, message] of messages.entries()) {
      await this.link.publish(this.#bench.topics.update(this.id, seq, chunk), message, { qos: 1, retain: false });
    }
  }

  get verdicts(): string[] {
    return this.acknowledgements.map(({ seq, verdict }) => `${seq} ${verdict}`);
  }
}
