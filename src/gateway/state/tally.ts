import { KIND_DROP } from "../records.ts";
import type { Learnt, MessageCounts, Received, StateEvent, Verdict } from "../types.ts";
import { emptyMessageCounts } from "./counts.ts";
import type { Draft } from "./decide.ts";

/** What there is to tell: counters of messages that are no records, and what has happened since it was last asked. */
export class Tally {
  readonly #counts: Map<string, MessageCounts> = new Map();
  #events: StateEvent[] = [];
  #learnt: Learnt[] = [];

  /** Messages of a stream that were no records, since the start. */
  counts(stream: string): Readonly<MessageCounts> {
    return this.#counts.get(stream) ?? emptyMessageCounts();
  }

  count(stream: string, verdict: Verdict): void {
    const counter = COUNTERS[verdict];
    if (counter === undefined) return;
    const counts = this.#counts.get(stream) ?? emptyMessageCounts();
    this.#counts.set(stream, counts);
    counts[counter]++;
  }

  tell(event: StateEvent): void {
    this.#events.push(event);
  }

  learnt(learnt: readonly Learnt[]): void {
    for (const one of learnt) this.#learnt.push(one);
  }

  /** What a decision brought about besides its records. */
  tellOf(
    { stream, message }: Received,
    key: string,
    verdict: Verdict,
    isNewSession: boolean,
    drafts: readonly Draft[],
  ): void {
    if (!isNewSession && drafts.length === 1 && COUNTERS[verdict] === undefined) return;
    const place = { stream: stream.name, key, ...(message.source && { source: message.source }) };
    if (isNewSession) this.tell({ type: "newSession", ...place, detail: `it counts from ${message.order} again` });
    if (verdict === "lateOrder") this.tell({ type: verdict, ...place, detail: `order ${message.order}` });
    if (verdict === "refusedKey") {
      const detail = `a stream has at most ${stream.maxKeys} keys, of 1 to 128 bytes each`;
      this.tell({ type: verdict, ...place, detail });
    }
    const isOverflow = drafts.some(
      (draft) => draft.kind === KIND_DROP && "reason" in draft && draft.reason === "budget",
    );
    if (isOverflow) this.tell({ type: "overflow", ...place, detail: "the oldest samples that waited are dropped" });
  }

  /** What has been told and learnt since the last call. */
  take(): { learnt: readonly Learnt[]; events: readonly StateEvent[] } {
    const told = { learnt: NONE as readonly Learnt[], events: NONE as readonly StateEvent[] };
    if (this.#learnt.length > 0) {
      told.learnt = this.#learnt;
      this.#learnt = [];
    }
    if (this.#events.length > 0) {
      told.events = this.#events;
      this.#events = [];
    }
    return told;
  }
}

// ---

const NONE: readonly never[] = [];

const COUNTERS: Partial<Record<Verdict, keyof MessageCounts>> = {
  duplicate: "duplicates",
  retained: "retained",
  lateOrder: "lateOrders",
  secondLabel: "secondLabels",
  lateLabel: "lateLabels",
  unknownTicket: "unknownTickets",
  refusedKey: "refusedKeys",
  lostModel: "lostModels",
};
