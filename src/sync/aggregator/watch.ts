import { Assemblies } from "../chunks.ts";
import { ENCODINGS } from "../encodings.ts";
import { openEnvelope } from "../envelope.ts";
import { decodeHead } from "../head.ts";
import { compareVersions, LARGEST_TERM_JUMP } from "../order.ts";
import { Refusal } from "../refusal.ts";
import { decodeLeader } from "../status.ts";
import type { Trust } from "../trust.ts";
import type { Delivery, Envelope, Hex, Leader, Version } from "../types.ts";
import type { Lengths } from "../vectors.ts";
import type { Voice } from "./publisher.ts";
import type { GlobalRecord } from "./records.ts";

export interface SeenLeader extends Leader {
  readonly term: number;
  /** As the broker kept it: whoever said it may be gone. */
  readonly retained: boolean;
}

export interface WatchHandlers {
  leader(leader: SeenLeader): void;
  /** Another aggregator's global model. */
  body(record: GlobalRecord, payload: Uint8Array): void;
  refused(refusal: Refusal): void;
}

interface SeenHead extends Version {
  readonly hash: Hex;
  readonly parent: Hex;
}

/** What an aggregator hears of the others: their terms, their heads, and the bodies of those. */
export class Watch {
  readonly filters: readonly string[];
  readonly #voice: Voice;
  readonly #trust: Trust;
  readonly #handlers: WatchHandlers;
  readonly #bodies: Assemblies;
  #term: number;
  #head: SeenHead | undefined;

  /** @param term the highest that is known */
  constructor(voice: Voice, trust: Trust, lengths: Lengths, term: number, handlers: WatchHandlers) {
    this.#voice = voice;
    this.#trust = trust;
    this.#term = term;
    this.#handlers = handlers;
    // Weights, moments, and room for a table of a million nodes.
    this.#bodies = new Assemblies(ENCODINGS.f32.bytesOf(lengths.values) + 12 * lengths.inputs + 20 * 1_000_000 + 12);
    const { head, leader, fleet, model } = voice.topics;
    this.filters = [head, leader, `mr/1/${fleet}/${model}/g/+/+`];
  }

  /** The highest that was said by anybody. */
  get term(): number {
    return this.#term;
  }

  /** The newest head. */
  get head(): SeenHead | undefined {
    return this.#head;
  }

  /** Messages on other topics are passed over. Throws nothing. */
  receive(delivery: Delivery): void {
    try {
      const address = this.#voice.topics.parse(delivery.topic);
      const { kind } = address;
      if (kind !== "head" && kind !== "leader" && kind !== "body") return;
      const { fingerprint, now } = this.#voice;
      const opening = { address, nowMs: now(), fingerprint, order: this.#checkTerm };
      const envelope = openEnvelope(delivery.bytes, this.#trust, opening);
      if (kind === "head") this.#headCame(envelope);
      else if (kind === "body") this.#bodyCame(envelope);
      else {
        this.#term = Math.max(this.#term, envelope.term);
        const { term } = envelope;
        this.#handlers.leader({ ...decodeLeader(envelope.payload), term, retained: delivery.retained });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#expired(error);
      this.#handlers.refused(error);
    }
  }

  readonly #checkTerm = (envelope: Envelope): void => {
    if (this.#term === 0 || envelope.term - this.#term <= LARGEST_TERM_JUMP) return;
    throw new Refusal("term", `a jump of more than ${LARGEST_TERM_JUMP} terms`, {
      expected: this.#term,
      actual: envelope.term,
      envelope,
    });
  };

  #headCame(envelope: Envelope): void {
    const { hash, parent } = decodeHead(envelope.payload);
    const { term, version } = envelope;
    this.#term = Math.max(this.#term, term);
    if (this.#head === undefined || compareVersions(envelope, this.#head) > 0) {
      this.#head = { term, version, hash, parent };
    }
  }

  /** A head of a leader that is gone for a day names the fleet's newest model all the same. */
  #expired({ reason, envelope }: Refusal): void {
    if (reason !== "expired" || envelope?.kind !== "head" || envelope.fingerprint !== this.#voice.fingerprint) return;
    try {
      this.#checkTerm(envelope);
      this.#headCame(envelope);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  #bodyCame(envelope: Envelope): void {
    const { hash, parent, term, version } = this.#head ?? { hash: "", parent: "", term: 0, version: 0 };
    if (envelope.payloadHash !== hash || envelope.term !== term || envelope.version !== version) return;
    const whole = this.#bodies.add("body", envelope);
    if (!whole) return;
    const { flags, encoding, createdMs } = whole.envelope;
    this.#handlers.body({ term, version, hash, parent, flags, encoding, mergedMs: createdMs }, whole.payload);
  }
}
