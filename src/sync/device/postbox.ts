import { baseOf, seal, sealMessage } from "../envelope.ts";
import { encodeGet } from "../get.ts";
import type { Credentials } from "../keys.ts";
import { encodeStatus } from "../status.ts";
import type { Topics } from "../topics.ts";
import type { Hex, Included, Presence, SyncTransport, Will } from "../types.ts";
import type { EncodedUpdate } from "../update.ts";
import type { Cut, Named } from "./decisions.ts";
import type { MessageCounts } from "./events.ts";
import type { MemberState } from "./member-state.ts";

export interface PostboxOptions {
  readonly credentials: Credentials;
  readonly topics: Topics;
  readonly fingerprint: Hex;
  readonly software: string;
  readonly counts: Omit<MessageCounts, "resent">;
  readonly onFailure: (topic: string, error: Error) => void;
}

/** Signs what a device says and hands it to the broker. */
export class Postbox {
  transport: SyncTransport | undefined;
  readonly #options: PostboxOptions;
  #sending = false;

  constructor(options: PostboxOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.transport?.connected === true;
  }

  /** Whether chunks of an update are on their way. */
  get sending(): boolean {
    return this.#sending;
  }

  /** The messages of an update: the same bytes whenever they are made. */
  sealUpdate(cut: Cut, { flags, encoding, payload }: EncodedUpdate): Buffer[] {
    const { session, seq, base, samples, weightSum, createdMs } = cut;
    const [lossBefore, lossAfter] = [cut.lossBefore ?? Number.NaN, cut.lossAfter ?? Number.NaN];
    const fields = { session, seq, ...this.#based(base), samples, weightSum, lossBefore, lossAfter, createdMs };
    return sealMessage({ kind: "update", ...fields, flags, encoding }, payload, this.#options.credentials);
  }

  /** One chunk after the other, so that other messages get through between them. @param isWanted asked before each */
  async sendUpdate({ seq }: Included, frames: readonly Uint8Array[], isWanted: () => boolean): Promise<void> {
    const { topics, credentials } = this.#options;
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (const [chunk, frame] of frames.entries()) {
        if (!isWanted() || !(await this.#publish(topics.update(credentials.id, seq, chunk), frame, false))) return;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** @param named with no chunks all of them are meant; version 0 asks for a head */
  ask(state: MemberState, named: Named, chunks: readonly number[], createdMs: number): Promise<boolean> {
    const { topics, credentials, counts } = this.#options;
    counts.asked++;
    const fields = {
      kind: "get" as const,
      session: state.session,
      seq: state.seq,
      ...this.#based(state.at),
      createdMs,
    };
    const { term, version } = named;
    const bytes = seal(fields, encodeGet({ wanted: { term, version }, chunks }), credentials);
    return this.#publish(topics.get(credentials.id), bytes, false);
  }

  status(state: MemberState, loss: number | null, createdMs: number, presence: Presence = "online"): Will {
    const { topics, credentials, software } = this.#options;
    const { stance, counts, kept } = state;
    const { unproven, refused, rolledBack } = counts;
    const payload = encodeStatus({ presence, stance, unproven, refused, rolledBack, kept: kept.length, software });
    const place = { session: state.session, seq: state.seq, ...this.#based(state.at) };
    const figures = { samples: counts.learnt % 2 ** 32, lossAfter: loss ?? Number.NaN };
    const bytes = seal({ kind: "status", ...place, ...figures, createdMs }, payload, credentials);
    return { topic: topics.status(credentials.id), bytes };
  }

  sendStatus({ topic, bytes }: Will): Promise<boolean> {
    return this.#publish(topic, bytes, true);
  }

  #based({ term, version, hash }: Named): { fingerprint: Hex; term: number; version: number; baseHash: Hex } {
    return { fingerprint: this.#options.fingerprint, term, version, baseHash: baseOf(hash || "0".repeat(64)) };
  }

  async #publish(topic: string, bytes: Uint8Array, retain: boolean): Promise<boolean> {
    const { counts, onFailure } = this.#options;
    try {
      if (!this.transport?.connected) return false;
      await this.transport.publish(topic, bytes, { qos: 1, retain });
      counts.published++;
      return true;
    } catch (error) {
      counts.failed++;
      onFailure(topic, error as Error);
      return false;
    }
  }
}
