import { Core, Model } from "../../src/index.ts";
import { countOf, type ModelSpec } from "../../src/spec.ts";
import { encodeAcknowledgement } from "../../src/sync/acknowledgement.ts";
import { encodeBody } from "../../src/sync/body.ts";
import { nodeHashOf } from "../../src/sync/certificate.ts";
import { Assemblies } from "../../src/sync/chunks.ts";
import { baseOf, hashOf, openEnvelope, seal, sealMessage } from "../../src/sync/envelope.ts";
import { fingerprintOf } from "../../src/sync/fingerprint.ts";
import { decodeGet } from "../../src/sync/get.ts";
import { ALL_DEVICES, encodeHead } from "../../src/sync/head.ts";
import type { Credentials } from "../../src/sync/keys.ts";
import { Topics } from "../../src/sync/topics.ts";
import type { Envelope, Head, Included, Update, Verdict, Version } from "../../src/sync/types.ts";
import { decodeUpdate } from "../../src/sync/update.ts";
import { WeightSpace } from "../../src/sync/weights.ts";
import type { Hub, Line } from "./sync-hub.ts";

export interface Got {
  envelope: Envelope;
  update: Update;
}

/**
 * The wire of an aggregator, and nothing of its judgement: each test says what it publishes and answers. It keeps what
 * came, and counts what a global model is made of.
 */
export class Lead {
  static async over(hub: Hub, credentials: Credentials, spec: ModelSpec, now: () => number): Promise<Lead> {
    const model = await Model.create(spec, { core: await Core.shared() });
    const lead = new Lead(hub, credentials, model, now);
    await lead.line.subscribe(lead.topics.aggregatorFilters(), ({ topic, bytes }) => lead.#take(topic, bytes));
    return lead;
  }

  readonly line: Line;
  readonly topics: Topics;
  readonly space: WeightSpace;
  readonly got: Got[] = [];
  readonly gets: Envelope[] = [];
  weights: Float32Array;
  moments: Float32Array | undefined;
  term = 1;
  version = 0;
  included: Map<string, Included> = new Map();
  shareScaler: boolean = false;
  /** Answers each update at once. */
  verdict: Verdict | undefined = "ok";
  /** Chunks are sent behind the head. */
  sendsChunks: boolean = true;
  cohort: number = ALL_DEVICES;
  headLifeMs = 86_400_000;
  chunks: Buffer[] = [];
  readonly #hub: Hub;
  readonly #credentials: Credentials;
  readonly #model: Model;
  readonly #now: () => number;
  readonly #assemblies = new Assemblies(1 << 24);

  private constructor(hub: Hub, credentials: Credentials, model: Model, now: () => number) {
    this.#hub = hub;
    this.line = hub.connect();
    this.#credentials = credentials;
    this.#model = model;
    this.#now = now;
    this.topics = new Topics(credentials.fleet, "room");
    this.space = new WeightSpace(model.core);
    this.weights = this.space.read(model);
  }

  get fingerprint(): string {
    const { fleet } = this.#credentials;
    return fingerprintOf(this.#model.spec, { fleet, model: "room", shareScaler: this.shareScaler });
  }

  /** Publishes the weights as the next version. */
  publish({ by = this.#credentials, head: change = {} }: { by?: Credentials; head?: Partial<Head> } = {}): Buffer {
    this.version++;
    const body = { weights: this.weights, moments: this.moments, included: this.included };
    const { payload, flags, encoding } = encodeBody(body, "f32", this.space);
    const place = { fingerprint: this.fingerprint, term: this.term, version: this.version, createdMs: this.#now() };
    const hash = hashOf(payload);
    this.chunks = sealMessage({ kind: "body", ...place, flags, encoding, baseHash: baseOf(hash) }, payload, by);
    const head = encodeHead({
      hash,
      parent: "0".repeat(64),
      bytes: payload.length,
      chunks: this.chunks.length,
      cohort: this.cohort,
      nextWindowMs: 0,
      windowMs: 0,
      round: 0,
      ...change,
    });
    const expiresMs = this.#now() + this.headLifeMs;
    const bytes = seal({ kind: "head", ...place, expiresMs }, head, by);
    this.#hub.publish(this.topics.head, bytes, true);
    if (this.sendsChunks) this.sendBody();
    return bytes;
  }

  sendBody(): void {
    for (const [i, chunk] of this.chunks.entries()) this.#hub.publish(this.topics.body(this.version, i), chunk);
  }

  /** Takes an update into the weights, whole. */
  merge({ envelope, update }: Got): void {
    this.weights = this.space.sum(this.weights, update.delta);
    this.include(envelope);
    if (update.moments) {
      const empty = new Float32Array(update.moments.length);
      this.moments = this.space.joined(this.moments ?? empty, update.moments);
    }
  }

  include({ nodeHash, session, seq }: Envelope): void {
    this.included = new Map(this.included).set(nodeHash, { session, seq });
  }

  answer(node: string, { session, seq }: Included, verdict: Verdict, more: Partial<Answer> = {}): void {
    const { includedFrom = { term: 0, version: 0 }, newest = { session, seq } } = more;
    const place = { fingerprint: this.fingerprint, term: this.term, version: this.version };
    const fields = { kind: "acknowledgement" as const, session, seq, ...place, createdMs: this.#now() };
    const payload = encodeAcknowledgement({ verdict, includedFrom, newest });
    this.#hub.publish(this.topics.acknowledgement(node), seal(fields, payload, this.#credentials, node));
  }

  #take(topic: string, bytes: Uint8Array): void {
    const address = this.topics.parse(topic);
    if (address.kind !== "update" && address.kind !== "get") return;
    const envelope = openEnvelope(bytes, this.#credentials.trust(), { address, nowMs: this.#now() });
    if (address.kind === "get") {
      this.gets.push(envelope);
      const { wanted, chunks } = decodeGet(envelope.payload);
      const all = this.chunks.map((_, i) => i);
      for (const chunk of wanted.version !== this.version ? [] : chunks.length > 0 ? chunks : all) {
        const answer = this.chunks[chunk];
        if (answer) this.#hub.publish(this.topics.answer(envelope.sender.id, chunk), answer);
      }
      return;
    }
    const whole = this.#assemblies.add(envelope.sender.id, envelope);
    if (!whole) return;
    const lengths = { values: this.weights.length, inputs: countOf(this.#model.spec.inputs) };
    this.got.push({
      envelope: whole.envelope,
      update: decodeUpdate(whole.payload, whole.envelope, lengths, this.space),
    });
    if (this.verdict) this.answer(envelope.sender.id, envelope, this.verdict);
  }
}

interface Answer {
  includedFrom: Version;
  newest: Included;
}

export { nodeHashOf };
