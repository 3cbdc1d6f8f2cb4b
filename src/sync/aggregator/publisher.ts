import { randomBytes } from "node:crypto";
import { encodeAcknowledgement } from "../acknowledgement.ts";
import { baseOf, type SealedFields, seal, sealMessage } from "../envelope.ts";
import { ALL_DEVICES, encodeHead } from "../head.ts";
import type { Credentials } from "../keys.ts";
import { chunksOf } from "../layout.ts";
import { encodeLeader } from "../status.ts";
import type { Topics } from "../topics.ts";
import type { Acknowledgement, Hex, Included, Leading, NodeId, SyncTransport, Will } from "../types.ts";
import type { GlobalModel } from "./global-model.ts";

/** A head that nobody has signed again for so long is not believed any more. */
const HEAD_LIFE_MS = 86_400_000;

export interface Voice {
  readonly topics: Topics;
  readonly fingerprint: Hex;
  readonly credentials: Credentials;
  readonly instance: Hex;
  readonly now: () => number;
}

export function newInstance(): Hex {
  return randomBytes(16).toString("hex");
}

/** What the broker says when the connection of this instance breaks. */
export function leaderWill(voice: Voice, term: number): Will {
  return { topic: voice.topics.leader, bytes: leaderMessage(voice, term, "offline") };
}

/** What a leader says, over one connection. */
export class Publisher {
  readonly #voice: Voice;
  readonly #transport: SyncTransport;
  readonly #term: number;
  readonly #failed: (what: string, error: unknown) => void;
  #chunks: { readonly of: Hex; readonly messages: readonly Buffer[] } | undefined;
  #isClosed = false;

  constructor(voice: Voice, transport: SyncTransport, term: number, failed: (what: string, error: unknown) => void) {
    this.#voice = voice;
    this.#transport = transport;
    this.#term = term;
    this.#failed = failed;
  }

  /** Nothing more is said. */
  close(): void {
    this.#isClosed = true;
  }

  leader(state: Leading): Promise<void> {
    return this.#say(this.#voice.topics.leader, leaderMessage(this.#voice, this.#term, state), true);
  }

  head({ record, payload }: GlobalModel, round: number): Promise<void> {
    const { hash, parent, version } = record;
    const cut = { bytes: payload.length, chunks: chunksOf(payload.length) };
    const said = encodeHead({ hash, parent, ...cut, cohort: ALL_DEVICES, nextWindowMs: 0, windowMs: 0, round });
    const nowMs = this.#voice.now();
    const times = { createdMs: nowMs, expiresMs: nowMs + HEAD_LIFE_MS };
    const fields = this.#fields({ kind: "head", version, baseHash: baseOf(parent), ...times });
    return this.#say(this.#voice.topics.head, seal(fields, said, this.#voice.credentials), true);
  }

  /** All chunks, one after the other: other messages go in between. */
  async body(global: GlobalModel): Promise<void> {
    const { topics } = this.#voice;
    for (const [chunk, message] of this.#chunksOf(global).entries()) {
      await this.#say(topics.body(global.record.version, chunk), message);
    }
  }

  /** @param chunks none: all of them */
  async answer(node: NodeId, global: GlobalModel, chunks: readonly number[]): Promise<void> {
    const messages = this.#chunksOf(global);
    for (const chunk of chunks.length > 0 ? chunks : messages.keys()) {
      const message = messages[chunk];
      if (message) await this.#say(this.#voice.topics.answer(node, chunk), message);
    }
  }

  acknowledge(node: NodeId, update: Included, version: number, acknowledgement: Acknowledgement): Promise<void> {
    const { session, seq } = update;
    const fields = this.#fields({ kind: "acknowledgement", session, seq, version });
    const message = seal(fields, encodeAcknowledgement(acknowledgement), this.#voice.credentials, node);
    return this.#say(this.#voice.topics.acknowledgement(node), message);
  }

  #chunksOf({ record, payload }: GlobalModel): readonly Buffer[] {
    const { hash, version, flags, encoding } = record;
    const name = `${version} ${hash}`;
    if (this.#chunks?.of !== name) {
      const fields = this.#fields({ kind: "body", version, baseHash: baseOf(hash), flags, encoding });
      this.#chunks = { of: name, messages: sealMessage(fields, payload, this.#voice.credentials) };
    }
    return this.#chunks.messages;
  }

  #fields(fields: Partial<SealedFields> & Pick<SealedFields, "kind">): SealedFields {
    return { fingerprint: this.#voice.fingerprint, createdMs: this.#voice.now(), term: this.#term, ...fields };
  }

  /** What does not arrive is said again or asked for: a failure is counted and no more. */
  async #say(topic: string, bytes: Uint8Array, retain = false): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.#transport.publish(topic, bytes, { qos: 1, retain });
    } catch (error) {
      this.#failed(topic, error);
    }
  }
}

export function leaderMessage(
  { fingerprint, credentials, instance, now }: Voice,
  term: number,
  state: Leading,
): Buffer {
  const said = encodeLeader({ state, instance, software: SOFTWARE });
  return seal({ kind: "leader", fingerprint, createdMs: now(), term }, said, credentials);
}

const SOFTWARE = "millrace";
