import { createHash } from "node:crypto";
import { decodeAcknowledgement } from "../acknowledgement.ts";
import { decodeBody } from "../body.ts";
import { nodeHashOf } from "../certificate.ts";
import { Assembly, type Whole } from "../chunks.ts";
import { openEnvelope } from "../envelope.ts";
import { decodeHead } from "../head.ts";
import { compareVersions, Fence } from "../order.ts";
import type { Topics } from "../topics.ts";
import type { Trust } from "../trust.ts";
import type { Acknowledgement, Body, Delivery, EncodingName, Envelope, Head, Hex, NodeId, Version } from "../types.ts";
import type { Lengths } from "../vectors.ts";
import type { WeightSpace } from "../weights.ts";
import type { Named } from "./decisions.ts";
import { decodeFrames, encodeFrames } from "./frames.ts";

export interface InboxOptions {
  readonly topics: Topics;
  readonly node: NodeId;
  readonly trust: Trust;
  readonly fingerprint: Hex;
  readonly lengths: Lengths;
  readonly space: WeightSpace;
  readonly spreadMs: number;
  /** The last head that was decided on. */
  readonly decided: () => Named;
}

/** What a message, with those before it, came to. */
export interface BodyArrival {
  readonly came: "body";
  readonly named: Named;
  readonly body: Body;
  /** To be stored. */
  readonly content: Buffer;
}
export type Arrival =
  | {
      readonly came: "head";
      readonly expiresMs: number;
      readonly head: Head;
      /** The one that was decided on, signed again. */
      readonly isKnown: boolean;
      /** Where all its chunks came before it. */
      readonly body: BodyArrival | undefined;
    }
  | BodyArrival
  | { readonly came: "answer"; readonly envelope: Envelope; readonly acknowledgement: Acknowledgement };

interface Wanted {
  readonly named: Named;
  readonly head: Head;
  assembly: Assembly | undefined;
  askMs: number;
}

/** Nodes that a body's table may name, before it is too long to be one. */
const MOST_NODES = 200_000;
const ASK_AGAIN_MS = 60_000;

/** Opens what comes from the broker, and gathers the newest global model out of its chunks. */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #mostBytes: number;
  readonly #delayMs: number;
  #wanted: Wanted | undefined;
  /** Chunks that came before their head. */
  #early: { readonly named: Version; readonly assembly: Assembly; whole: Whole | undefined } | undefined;

  constructor(options: InboxOptions) {
    this.#options = options;
    const { values, inputs } = options.lengths;
    this.#mostBytes = 4 * values + 12 * inputs + 20 * MOST_NODES + 64;
    const hash = Number.parseInt(nodeHashOf(options.node).slice(0, 12), 16);
    this.#delayMs = options.spreadMs > 0 ? hash % options.spreadMs : 0;
  }

  /** @returns undefined where there is nothing to do about it @throws Refusal, and nothing has changed */
  take({ topic, bytes }: Delivery, nowMs: number): Arrival | undefined {
    const { topics, trust, fingerprint, decided } = this.#options;
    const address = topics.parse(topic);
    // What an aggregator says of itself, and messages of devices, are none of ours.
    if (address.kind !== "head" && address.kind !== "body" && address.kind !== "acknowledgement") return undefined;
    const fence = new Fence(decided());
    // A head's own order needs its payload: the hash is in it.
    const order = (envelope: Envelope): void => (envelope.kind === "head" ? undefined : fence.checkTerm(envelope));
    const envelope = openEnvelope(bytes, trust, { address, nowMs, fingerprint, order });
    switch (envelope.kind) {
      case "head":
        return this.#takeHead(envelope, fence, nowMs);
      case "body":
        return this.#takeChunk(envelope, nowMs);
      default:
        return { came: "answer", envelope, acknowledgement: decodeAcknowledgement(envelope.payload) };
    }
  }

  /** What to ask for now: chunks of a body. @returns undefined where nothing is missing, or it is not yet time */
  ask(nowMs: number): { named: Named; chunks: number[] } | undefined {
    const wanted = this.#wanted;
    if (!wanted || nowMs < wanted.askMs) return undefined;
    wanted.askMs = nowMs + ASK_AGAIN_MS;
    return { named: wanted.named, chunks: wanted.assembly?.missing ?? [] };
  }

  /** A body was decided on, or could not be stored: it is no longer waited for. */
  forget(named: Named): void {
    if (this.#wanted && compareVersions(this.#wanted.named, named) <= 0) this.#wanted = undefined;
    if (this.#early && compareVersions(this.#early.named, named) <= 0) this.#early = undefined;
  }

  #takeHead(envelope: Envelope, fence: Fence, nowMs: number): Arrival {
    const head = decodeHead(envelope.payload);
    const isKnown = fence.check(envelope, head.hash) === "same";
    const arrival = { came: "head", expiresMs: envelope.expiresMs, head, isKnown, body: undefined } as const;
    const named = { term: envelope.term, version: envelope.version, hash: head.hash };
    if (isKnown || !this.#takesPart(named, head.cohort)) return arrival;
    if (this.#wanted && compareVersions(named, this.#wanted.named) <= 0) {
      // An older one than is being fetched, or the same again.
      if (compareVersions(named, this.#wanted.named) < 0 || named.hash === this.#wanted.named.hash) return arrival;
    }
    const early = this.#early;
    this.#early = undefined;
    const isEarly = early && compareVersions(early.named, named) === 0 && early.assembly.payloadHash === head.hash;
    const assembly = isEarly ? early.assembly : undefined;
    this.#wanted = { named, head, assembly, askMs: nowMs + this.#delayMs };
    const whole = isEarly ? early.whole : undefined;
    return whole ? { ...arrival, body: this.#body(named, whole.envelope, whole.payload) } : arrival;
  }

  #takeChunk(envelope: Envelope, nowMs: number): Arrival | undefined {
    const { decided } = this.#options;
    const wanted = this.#wanted;
    if (compareVersions(envelope, decided()) <= 0) return undefined;
    if (wanted && envelope.payloadHash === wanted.named.hash && compareVersions(envelope, wanted.named) === 0) {
      wanted.assembly ??= new Assembly(envelope, this.#mostBytes);
      const whole = wanted.assembly.add(envelope);
      wanted.askMs = Math.max(wanted.askMs, Math.min(nowMs + this.#delayMs, wanted.askMs + ASK_AGAIN_MS));
      return whole && this.#body(wanted.named, whole.envelope, whole.payload);
    }
    if (wanted && compareVersions(envelope, wanted.named) <= 0) return undefined;
    const { term, version } = envelope;
    const isOther = !this.#early || this.#early.assembly.payloadHash !== envelope.payloadHash;
    if (isOther && this.#early && compareVersions(envelope, this.#early.named) <= 0) return undefined;
    if (isOther) {
      this.#early = { named: { term, version }, assembly: new Assembly(envelope, this.#mostBytes), whole: undefined };
    }
    if (this.#early) this.#early.whole = this.#early.assembly.add(envelope);
    return undefined;
  }

  #body(named: Named, { flags, encoding }: Envelope, payload: Uint8Array): BodyArrival {
    const { lengths, space } = this.#options;
    const body = decodeBody(payload, { flags, encoding }, lengths, space);
    return { came: "body", named, body, content: bodyContent(payload, { flags, encoding }) };
  }

  #takesPart({ version }: Named, cohort: number): boolean {
    return drawOf(this.#options.node, version) < cohort;
  }
}

/** Which devices take a version first: a draw from 0 to 65,535, another one for each version. */
export function drawOf(node: NodeId, version: number): number {
  return createHash("sha256")
    .update(`${nodeHashOf(node)}/${version}`, "utf8")
    .digest()
    .readUInt16LE(0);
}

type Form = { readonly flags: number; readonly encoding: EncodingName };

function bodyContent(payload: Uint8Array, form: Form): Buffer {
  return encodeFrames([Buffer.from(JSON.stringify(form)), payload]);
}

/** A body as it was stored. @throws Refusal, MillraceError `E_FORMAT` */
export function readBody(content: Uint8Array, lengths: Lengths, space: WeightSpace): Body {
  const [form, payload] = decodeFrames(content) as [Uint8Array, Uint8Array];
  return decodeBody(payload, JSON.parse(Buffer.from(form).toString()) as Form, lengths, space);
}
