import type { Cell } from "./cell.ts";
import type { SourceState } from "./source.ts";

/** What is to be dropped of a source. */
export interface Oldest {
  readonly cell: Cell;
  readonly source: SourceState;
  readonly samples: number[];
  readonly labels: number[];
}

/** Finds what has waited longest, over all models: a heap of sources, put right only when it is asked. */
export class Budget {
  readonly maxBytes: number;
  readonly #heap: Entry[] = [];
  readonly #known: Set<SourceState> = new Set();

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** To be called when something begins to wait. Often is as good as once. */
  note(cell: Cell, source: SourceState): void {
    if (source.waiting.size + source.early.size === 0 || this.#known.has(source)) return;
    const seq = oldestOf(source, 0, 0)?.seq;
    if (seq === undefined) return;
    this.#known.add(source);
    this.#push({ cell, source, seq });
  }

  /** Forgets the sources of a model that leaves memory. */
  forget(cell: Cell): void {
    if (![...cell.sources.values()].some((source) => this.#known.has(source))) return;
    const rest = this.#heap.splice(0).filter((entry) => entry.cell !== cell);
    for (const source of cell.sources.values()) this.#known.delete(source);
    for (const entry of rest) this.#push(entry);
  }

  /**
   * The oldest that make so many bytes together, a sample or label of `bytesOf` each. Changes no state.
   * @param spared what must not be dropped, by the seq it came with; its source is left alone from there on
   */
  oldest(bytes: number, bytesOf: (cell: Cell) => number, spared: ReadonlySet<number>): Oldest[] {
    const taken: Taken[] = [];
    for (let left = bytes; left > 0; ) {
      const source = this.#next(taken, spared);
      const one = source && nextOf(source);
      if (source === undefined || one === undefined) break;
      (one.isLabel ? source.labels : source.samples).push(one.id);
      left -= bytesOf(source.cell);
    }
    for (const { cell, source } of taken) {
      this.#known.delete(source);
      this.note(cell, source);
    }
    return taken.filter(({ samples, labels }) => samples.length + labels.length > 0);
  }

  /** The source with the oldest that is not chosen yet: one taken from the heap already, or the top. */
  #next(taken: Taken[], spared: ReadonlySet<number>): Taken | undefined {
    const top = this.#top();
    let best: Taken | undefined;
    let least = top?.seq ?? Number.POSITIVE_INFINITY;
    for (const source of taken) {
      const seq = nextOf(source)?.seq ?? Number.POSITIVE_INFINITY;
      if (seq >= least || spared.has(seq)) continue;
      [best, least] = [source, seq];
    }
    if (best !== undefined || top === undefined) return best;
    this.#pop();
    const fresh: Taken = { cell: top.cell, source: top.source, samples: [], labels: [] };
    taken.push(fresh);
    return spared.has(top.seq) ? this.#next(taken, spared) : fresh;
  }

  /** The entry with the oldest. What has left its source since it was looked at is put right. */
  #top(): Entry | undefined {
    for (;;) {
      const entry = this.#heap[0];
      if (entry === undefined) return undefined;
      const seq = oldestOf(entry.source, 0, 0)?.seq;
      if (seq === entry.seq) return entry;
      this.#pop();
      if (seq === undefined) this.#known.delete(entry.source);
      else this.#push({ ...entry, seq });
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heap[parent] as Entry).seq <= entry.seq) break;
      heap[at] = heap[parent] as Entry;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const [top, last] = [heap[0], heap.pop()];
    if (heap.length === 0 || last === undefined) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as Entry).seq < (heap[child] as Entry).seq) child++;
      if ((heap[child] as Entry).seq >= last.seq) break;
      heap[at] = heap[child] as Entry;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

// ---

interface Entry {
  cell: Cell;
  source: SourceState;
  /** Of its oldest when it was last looked at: never above the true one. */
  seq: number;
}

type Taken = Oldest;

function nextOf({ source, samples, labels }: Taken): Pending | undefined {
  return oldestOf(source, samples.length, labels.length);
}

interface Pending {
  id: number;
  seq: number;
  isLabel: boolean;
}

/** What has waited longest in a source, behind the first so many samples and labels. */
function oldestOf({ waiting, early }: SourceState, samples: number, labels: number): Pending | undefined {
  const [sample, label] = [nth(waiting.values(), samples), nth(early.values(), labels)];
  if (sample && sample.seq < (label?.seq ?? Number.POSITIVE_INFINITY)) {
    return { id: sample.id, seq: sample.seq, isLabel: false };
  }
  return label && { id: label.seq, seq: label.seq, isLabel: true };
}

function nth<Of>(values: IterableIterator<Of>, index: number): Of | undefined {
  let left = index;
  for (const value of values) if (left-- === 0) return value;
  return undefined;
}
