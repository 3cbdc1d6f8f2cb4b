import { KIND_DROP } from "../records.ts";
import type { Cell } from "./cell.ts";
import type { Cells } from "./cells.ts";
import { type Draft, dropDraft, type Plan } from "./decide.ts";
import { labelBytes, sampleBytes } from "./source.ts";

/** Records that drop the oldest of what waits, of any model, to make room for what a plan adds to it. */
export function roomFor(cells: Cells, cell: Cell, { drafts, x }: Plan): Draft[] {
  const own = drafts.at(-1);
  if (own === undefined) return [];
  const { outputs } = cell.plan.model;
  const isWaiting = "waits" in own && own.waits;
  const isEarly = "joins" in own && own.joins === undefined;
  const added = isWaiting ? sampleBytes(x?.length ?? 0, outputs) : isEarly ? labelBytes(outputs) : 0;
  const over = cells.pendingBytes + added - cells.budget.maxBytes;
  if (added === 0 || over <= 0) return [];
  const oldest = cells.budget.oldest(over, sizeOfOldest, spared(cell, drafts));
  return oldest.map((one) => dropDraft(one.cell.plan.stream, one.cell.key, one.source.name, "budget", one));
}

// ---

/** Samples are larger than labels: counting them as such drops no fewer than are needed. */
function sizeOfOldest({ plan }: Cell): number {
  return labelBytes(plan.model.outputs);
}

/** What the plan itself takes away or joins, by seq. */
function spared(cell: Cell, drafts: readonly Draft[]): Set<number> {
  const seqs = new Set<number>();
  for (const draft of drafts) {
    const source = cell.sources.get(draft.source);
    const spare = (id: number): void => {
      const seq = source?.waiting.get(id)?.seq;
      if (seq !== undefined) seqs.add(seq);
    };
    if (draft.kind === KIND_DROP && "samples" in draft) {
      for (const id of draft.samples) spare(id);
      for (const seq of draft.labels) seqs.add(seq);
    }
    if ("label" in draft && draft.label?.from === "early") seqs.add(draft.label.id);
    if ("label" in draft && draft.label?.from === "older") spare(draft.label.id);
  }
  return seqs;
}
