import { MillraceError } from "../../errors.ts";
import { gapOf, type Journal } from "../../journal.ts";
import type { StreamPlan } from "../types.ts";
import type { Cells } from "./cells.ts";
import { fleetSource } from "./fleet-part.ts";
import { samplesOf } from "./learnt-samples.ts";
import { isExplained, type Loader, lastSeqOf, modelRecordOf } from "./loader.ts";
import { cellPlan, replayPlanOf } from "./plan.ts";
import type { Snapshots } from "./snapshots.ts";
import type { StateIndex } from "./state-index.ts";

export interface StartParts {
  readonly journal: Journal;
  readonly index: StateIndex;
  readonly snapshots: Snapshots;
  readonly loader: Loader;
  readonly cells: Cells;
  readonly streams: readonly StreamPlan[];
  /** The partition. */
  readonly directory: string;
  readonly reset: readonly string[];
  readonly fork: readonly string[];
  readonly now: () => number;
}

/**
 * Applies what the journal holds behind the snapshots; only the models it names come into memory.
 * @throws MillraceError `E_STATE` where the saved models are of another configuration
 */
export async function start(parts: StartParts): Promise<void> {
  const { journal, index, snapshots, cells, streams, directory, reset, now } = parts;
  index.completeFrom(
    journal,
    streams.map(({ name }) => name),
  );
  for (const stream of streams) refuseOther(parts, stream);
  for (const stream of streams) {
    await configure(parts, stream, reset.includes(stream.name), now());
    await index.retire(stream.name);
    const { name, features } = stream;
    const fleet = fleetSource(name, { directory, samples: samplesOf(journal, name, index.setAside) });
    cells.addStream(cellPlan(name, replayPlanOf(stream), features, fleet), snapshots.names(name));
  }
  await applyJournal(parts);
  for (const cell of cells.all()) cell.learnDeferred();
}

// ---

async function applyJournal({ journal, index, loader, cells, streams }: StartParts): Promise<void> {
  let next = index.floorSeq(streams.map(({ name }) => name)) + 1;
  for (const entry of journal.read(next)) {
    next = lastSeqOf(entry) + 1;
    const record = gapOf(entry) === undefined ? modelRecordOf(entry) : undefined;
    if (record === undefined || !cells.hasStream(record.stream)) continue;
    const { stream, key } = record;
    if (entry.seq <= (index.streams.get(stream)?.resetSeq ?? 0) || cells.isLost(stream, key)) continue;
    let cell = cells.get(stream, key) ?? (await cells.load(stream, key, entry.seq - 1, true));
    if (cell === undefined || entry.seq <= cell.appliedSeq) continue;
    if (!isExplained(journal, cell, record, entry.seq)) {
      // Its file is older than the index: a copy that was brought back. The journal may hold what came between.
      cells.forget(cell, true);
      cell = await cells.load(stream, key, entry.seq - 1, true);
      if (cell === undefined) continue;
    }
    const before = cell.pendingBytes;
    try {
      const after = await loader.apply(cell, record, entry);
      if (after !== cell) cells.put(after);
      cells.changed(after, record.source, entry.seq, after === cell ? before : after.pendingBytes);
    } catch (error) {
      cells.lose(stream, key, error);
    }
  }
}

function refuseOther({ index, reset, fork }: StartParts, { name, fingerprint }: StreamPlan): void {
  const saved = index.streams.get(name)?.fingerprint ?? fingerprint;
  if (saved === fingerprint || reset.includes(name) || fork.includes(name)) return;
  throw new MillraceError("E_STATE", "the saved models are of another configuration", {
    where: `stream ${name}`,
    expected: `fingerprint ${saved}`,
    actual: fingerprint,
    remedy: `Put the configuration back; begin anew with --reset ${name}, which keeps the old models aside; or go on with them with --fork ${name}`,
  });
}

/** A stream's configuration stands in the journal before its first record. */
async function configure(
  { index, journal }: StartParts,
  stream: StreamPlan,
  isReset: boolean,
  nowMs: number,
): Promise<void> {
  const { name, fingerprint } = stream;
  const entry = index.streams.get(name);
  // The index names a record before it is written: one that is not there was to be written when the process ended.
  const isUnwritten = entry !== undefined && entry.seq >= journal.nextSeq;
  const isGone = entry !== undefined && entry.seq < journal.firstSeq;
  if (entry?.fingerprint === fingerprint && !isReset && !isUnwritten && !isGone) return;
  const resets = entry !== undefined && (isReset || (isUnwritten && entry.resetSeq === entry.seq));
  const plan = JSON.stringify(replayPlanOf(stream));
  await index.configure(journal, name, { fingerprint, plan }, resets, nowMs);
}
