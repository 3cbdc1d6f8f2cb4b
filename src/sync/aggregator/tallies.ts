import type { NodeId, Verdict } from "../types.ts";
import type { UpdateRecord } from "./records.ts";

/** What came from one node so far. */
export interface Tally {
  readonly taken: number;
  readonly merged: number;
  /** Samples in what was merged: nothing learnt may be missing or doubled. */
  readonly samples: number;
  readonly clipped: number;
  readonly verdicts: Readonly<Partial<{ [Name in Verdict]: number }>>;
  readonly lossBefore: number | null;
  readonly lossAfter: number | null;
  readonly seenMs: number;
}

const NOTHING: Tally = {
  taken: 0,
  merged: 0,
  samples: 0,
  clipped: 0,
  verdicts: {},
  lossBefore: null,
  lossAfter: null,
  seenMs: 0,
};

export class Tallies {
  readonly #nodes: Map<NodeId, Tally>;

  constructor(saved: readonly (readonly [NodeId, Tally])[] = []) {
    this.#nodes = new Map(saved);
  }

  get entries(): [NodeId, Tally][] {
    return [...this.#nodes].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  of(node: NodeId): Tally {
    return this.#nodes.get(node) ?? NOTHING;
  }

  taken({ node, lossBefore, lossAfter }: UpdateRecord, seenMs: number): void {
    const tally = this.of(node);
    this.#nodes.set(node, { ...tally, taken: tally.taken + 1, lossBefore, lossAfter, seenMs });
  }

  answered(node: NodeId, verdict: Verdict): void {
    const tally = this.of(node);
    const verdicts = { ...tally.verdicts, [verdict]: (tally.verdicts[verdict] ?? 0) + 1 };
    this.#nodes.set(node, { ...tally, verdicts });
  }

  merged(node: NodeId, samples: number, isClipped: boolean): void {
    const tally = this.of(node);
    const { merged, clipped } = tally;
    const next = { merged: merged + 1, samples: tally.samples + samples, clipped: clipped + Number(isClipped) };
    this.#nodes.set(node, { ...tally, ...next });
  }
}
