import { join } from "node:path";
import { Core } from "../../core.ts";
import { MillraceError } from "../../errors.ts";
import { FileStore, fileNameOf, gapOf, Journal, type JournalRecord } from "../../journal.ts";
import { Model } from "../../model.ts";
import { KIND_SYNC, type ModelRecord } from "../records.ts";
import type { ModelSummary } from "../types.ts";
import { Cell } from "./cell.ts";
import { fleetSource } from "./fleet-part.ts";
import { samplesOf } from "./learnt-samples.ts";
import { isExplained, modelRecordOf } from "./loader.ts";
import { type CellPlan, cellPlan, parseReplayPlan } from "./plan.ts";
import { isSnapshot, openSnapshot, readSnapshot, type Snapshot } from "./snapshot.ts";
import { fileOf } from "./snapshots.ts";
import { configurationsOf, StateIndex } from "./state-index.ts";

/** The moment a replay stops at: behind a record, or behind the last one that had come by a time. */
export type Moment = { readonly seq: number } | { readonly timeMs: number };

export interface ReplayOptions {
  readonly until: Moment;
  /** Left out: every stream, every model. */
  readonly stream?: string | undefined;
  readonly key?: string | undefined;
  readonly core?: Core | undefined;
}

/** Where the replay of one model ends, and up to where a snapshot may be what it begins with. */
export interface Span {
  readonly until: number;
  readonly baseUntil: number;
}

export interface ReplayedModel {
  readonly summary: ModelSummary;
  /** A `.millrace` file of the model as it was. */
  toBytes(): Uint8Array;
}

export interface Replay {
  /** The last record that had come by the moment; 0: none. */
  readonly seq: number;
  readonly models: readonly ReplayedModel[];
  /** Models whose snapshots and records do not reach back to the moment any more. */
  readonly unavailable: readonly { readonly stream: string; readonly key: string; readonly reason: string }[];
}

/**
 * Weights and metrics of any moment the journal still covers, from the newest snapshot before it and the records that
 * follow. Reads alone: a gateway may be running on the folder.
 * @param directory the folder of the partition
 * @throws MillraceError `E_VALUE` for a moment outside the journal, `E_JOURNAL`, `E_FORMAT`, `E_VERSION`
 */
export async function replayUntil(directory: string, options: ReplayOptions): Promise<Replay> {
  const archive = openArchive(directory);
  try {
    const seq = seqOf(archive.journal, options.until);
    const isWanted = (stream: string, key: string): boolean =>
      (options.stream ?? stream) === stream && (options.key ?? key) === key;
    const spanOf = (stream: string, key: string) =>
      isWanted(stream, key) ? { until: seq, baseUntil: seq } : undefined;
    return await replaySpans(archive, seq, spanOf, options.core ?? (await Core.load()));
  } finally {
    archive.journal.close();
  }
}

/** As `replayUntil`, each model to an end of its own. @param spanOf undefined for a model that is not wanted */
export async function replayEach(
  directory: string,
  spanOf: (stream: string, key: string) => Span | undefined,
  core: Core,
): Promise<Replay> {
  const archive = openArchive(directory);
  try {
    return await replaySpans(archive, archive.journal.nextSeq - 1, spanOf, core);
  } finally {
    archive.journal.close();
  }
}

// ---

async function replaySpans(
  archive: Archive,
  seq: number,
  spanOf: (stream: string, key: string) => Span | undefined,
  core: Core,
): Promise<Replay> {
  const { journal } = archive;
  const plans = plansAt(archive, seq);
  const cells = new Map<string, Cell>();
  const failed = new Map<string, { stream: string; key: string; reason: string }>();
  const bases = new Map<string, Snapshot>();
  for (const [stream, { root }] of plans) {
    const limitOf = (key: string) => spanOf(stream, key)?.baseUntil ?? -1;
    for (const base of basesOf(archive, root, stream, limitOf)) bases.set(nameOf(stream, base.head.key), base);
  }
  const applyOrFail = (cell: Cell, record: ModelRecord, { seq: at, arrivalMs }: JournalRecord): void => {
    try {
      cell.apply(record, at, arrivalMs);
    } catch (error) {
      // What a step of a fleet names may be gone, of moments before the oldest that are kept.
      if (!(error instanceof MillraceError) || record.kind !== KIND_SYNC) throw error;
      const name = nameOf(record.stream, record.key);
      failed.set(name, { stream: record.stream, key: record.key, reason: error.message });
      cells.delete(name);
      cell.model.dispose();
    }
  };
  const cellOf = async ({ stream, key }: { stream: string; key: string }): Promise<Cell> => {
    const name = nameOf(stream, key);
    const { plan } = plans.get(stream) as PlanAt;
    const base = bases.get(name);
    const cell = base
      ? await openSnapshot(base, plan, core)
      : Cell.fresh(plan, key, await Model.create(plan.model, { core }));
    cells.set(name, cell);
    return cell;
  };
  // From the start: a model without a snapshot needs all there is.
  for (const entry of journal.read(journal.firstSeq)) {
    if (entry.seq > seq) break;
    const record = gapOf(entry) === undefined ? modelRecordOf(entry) : undefined;
    const at = record && plans.get(record.stream);
    if (record === undefined || at === undefined || entry.seq <= at.resetSeq) continue;
    const name = nameOf(record.stream, record.key);
    const span = spanOf(record.stream, record.key);
    if (span === undefined || entry.seq > span.until || failed.has(name)) continue;
    if (entry.seq <= (bases.get(name)?.head.appliedSeq ?? 0)) continue;
    const cell = cells.get(name) ?? (await cellOf(record));
    if (!isExplained(journal, cell, record, entry.seq)) {
      failed.set(name, { stream: record.stream, key: record.key, reason: unreachable(cell, record, entry.seq) });
      cells.delete(name);
      cell.model.dispose();
    } else if (archive.setAside.has(entry.seq)) cell.skip(record, entry.seq);
    else applyOrFail(cell, record, entry);
  }
  for (const [name, { head }] of bases) if (!cells.has(name) && !failed.has(name)) await cellOf(head);
  for (const cell of cells.values()) cell.learnDeferred();
  const models = [...cells.values()].sort((a, b) =>
    nameOf(a.plan.stream, a.key) < nameOf(b.plan.stream, b.key) ? -1 : 1,
  );
  return {
    seq,
    models: models.map((cell) => ({ summary: cell.summary(), toBytes: () => cell.model.toBytes() })),
    unavailable: [...failed.values()],
  };
}

interface Archive {
  readonly journal: Journal;
  readonly store: FileStore;
  readonly index: StateIndex;
  readonly configurations: ReturnType<typeof configurationsOf>["configurations"];
  readonly setAside: ReadonlySet<number>;
}

interface PlanAt {
  readonly plan: CellPlan;
  readonly resetSeq: number;
  /** Where its snapshots lie: in another folder where the stream was reset since. */
  readonly root: string;
}

function openArchive(directory: string): Archive {
  const store = new FileStore(directory, { readOnly: true });
  const index = StateIndex.open(store);
  const journal = Journal.open(join(directory, "journal"), { readOnly: true });
  const { configurations, setAside } = configurationsOf(journal);
  return { journal, store, index, configurations, setAside: new Set([...setAside, ...index.setAside.keys()]) };
}

function seqOf(journal: Journal, moment: Moment): number {
  const [first, last] = [journal.firstSeq, journal.nextSeq - 1];
  if ("seq" in moment) {
    if (Number.isSafeInteger(moment.seq) && moment.seq >= first - 1 && moment.seq <= last) return moment.seq;
    throw new MillraceError("E_VALUE", "the journal does not hold this record", {
      where: "until",
      expected: `a record from ${first - 1} to ${last}`,
      actual: moment.seq,
    });
  }
  let seq = first - 1;
  for (const entry of journal.read(first)) {
    if (gapOf(entry) !== undefined) continue;
    if (entry.arrivalMs > moment.timeMs) break;
    seq = entry.seq;
  }
  if (seq >= first || first === 1) return seq;
  throw new MillraceError("E_VALUE", "the journal does not reach back so far", {
    where: "until",
    actual: moment.timeMs,
  });
}

/** Each stream as it was configured at a moment. */
function plansAt({ configurations, index, store, journal, setAside }: Archive, seq: number): Map<string, PlanAt> {
  const plans = new Map<string, PlanAt>();
  const names = new Set([...configurations.map(({ stream }) => stream), ...index.streams.keys()]);
  for (const name of names) {
    const own = configurations.filter(({ stream }) => stream === name);
    const at = own.findLast((one) => one.seq <= seq);
    // Retention may have taken the record: then the stream has not been configured otherwise since.
    const plan = at?.plan ?? own[0]?.plan ?? index.streams.get(name)?.plan;
    if (plan === undefined) continue;
    const laterReset = own.find((one) => one.isReset && one.seq > seq)?.seq;
    const root = laterReset === undefined ? "" : `reset/${fileNameOf(name)}-${laterReset}/`;
    const resetSeq = own.findLast((one) => one.isReset && one.seq <= seq)?.seq ?? 0;
    const samples = samplesOf(journal, name, setAside);
    const fleet = fleetSource(name, { directory: join(store.directory, root), samples, readOnly: true });
    plans.set(name, { plan: cellPlan(name, parseReplayPlan(plan, name), undefined, fleet), resetSeq, root });
  }
  return plans;
}

/** The newest whole snapshot of each model of a stream that is not beyond its limit. */
function* basesOf(
  { store }: Archive,
  root: string,
  stream: string,
  limitOf: (key: string) => number,
): Generator<Snapshot> {
  const names = (folder: string) => store.list(`${root}${folder}/${fileNameOf(stream)}`).map(({ name }) => name);
  const found = new Map<string, Snapshot>();
  const take = (bytes: Uint8Array): boolean => {
    if (!isSnapshot(bytes)) return false;
    const snapshot = readSnapshot(bytes);
    const { key, appliedSeq } = snapshot.head;
    if (appliedSeq > limitOf(key)) return false;
    if (appliedSeq > (found.get(key)?.head.appliedSeq ?? -1)) found.set(key, snapshot);
    return true;
  };
  for (const name of names("models")) store.read(name, take);
  const done = new Set<string>();
  for (const name of names("kept").sort((a, b) => keptSeq(b) - keptSeq(a))) {
    const folder = name.slice(0, name.lastIndexOf("/"));
    if (!done.has(folder) && store.read(name, take).bytes !== undefined) done.add(folder);
  }
  yield* found.values();
}

function keptSeq(name: string): number {
  return Number(/(\d+)\.millrace$/.exec(name)?.[1] ?? Number.NaN);
}

function unreachable({ turn }: Cell, record: ModelRecord, seq: number): string {
  return `record ${seq} is its ${record.turn}th and the snapshot before it holds ${turn}: choose a later moment`;
}

function nameOf(stream: string, key: string): string {
  return `${stream}/${fileOf(key)}`;
}
