import { nodeHashOf } from "../certificate.ts";
import type { Hex, Included, NodeId, Verdict } from "../types.ts";
import { NOT_YET } from "./answers.ts";
import type { Publisher } from "./publisher.ts";
import type { AggregatorState } from "./state.ts";

/** Whose update is answered, and which it is. */
export interface Answered extends Included {
  readonly node: NodeId;
  readonly payloadHash: Hex;
}

/** Answers updates, once what it says is on the disk: those that wait are brought there together. */
export class Answering {
  readonly #state: AggregatorState;
  #waiting: Answered[] = [];
  #isSending = false;

  constructor(state: AggregatorState) {
    this.#state = state;
  }

  /** Nobody is answered any more. */
  clear(): void {
    this.#waiting = [];
  }

  /** @returns whether `send` is to be called */
  add(answered: Answered): boolean {
    if (this.#verdictOf(answered) === undefined) return false;
    this.#waiting.push(answered);
    return !this.#isSending;
  }

  /** @throws MillraceError `E_JOURNAL`: who is not answered sends again */
  async send(publisher: () => Publisher | undefined): Promise<void> {
    this.#isSending = true;
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.splice(0);
        await this.#state.synced();
        await Promise.all(batch.map((answered) => this.#answer(answered, publisher())));
      }
    } finally {
      this.#isSending = false;
    }
  }

  #answer(answered: Answered, publisher: Publisher | undefined): Promise<void> | undefined {
    const { ledger, global } = this.#state;
    const { node, session, seq } = answered;
    const verdict = this.#verdictOf(answered);
    if (verdict === undefined) return undefined;
    const answer = ledger.answers.find(nodeHashOf(node), { session, seq });
    const includedFrom = verdict === "ok" ? (answer?.includedFrom ?? global.record) : NOT_YET;
    const said = { verdict, includedFrom, newest: ledger.newest(nodeHashOf(node)) };
    return publisher?.acknowledge(node, { session, seq }, global.record.version, said);
  }

  /** Undefined before its round is closed. */
  #verdictOf({ node, session, seq, payloadHash }: Answered): Verdict | undefined {
    const { ledger, global } = this.#state;
    const hash = nodeHashOf(node);
    const answer = ledger.answers.find(hash, { session, seq });
    if (answer) return answer.payloadHash === payloadHash ? answer.verdict : "stale";
    // Answered by another leader; or of a life of the device that is over: void, and it learns where to go on.
    return global.includes(hash, { session, seq }) ? "ok" : "stale";
  }
}
