import { join } from "node:path";
import { Core } from "../../core.ts";
import { FileStore, Journal, type Recovery } from "../../journal.ts";
import type { ModelSummary } from "../types.ts";
import { fleetSource } from "./fleet-part.ts";
import { cellPlan, parseReplayPlan } from "./plan.ts";
import { replayEach } from "./replay.ts";
import { isSnapshot, openSnapshot, readSnapshot, type Snapshot } from "./snapshot.ts";
import { StateIndex } from "./state-index.ts";

export interface ModelCheck {
  readonly stream: string;
  readonly key: string;
  readonly appliedSeq: number;
  readonly checksum: number;
  /** `same`: snapshot before it and journal lead to it; `unreachable`: they do not reach back so far. */
  readonly result: "same" | "different" | "unreachable";
}

export interface StateCheck {
  readonly journal: Pick<Recovery, "records" | "gaps" | "earlierGaps" | "damagedBytes" | "truncatedTail">;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly snapshots: number;
  /** Snapshots of which no generation is whole. */
  readonly damaged: readonly string[];
  readonly models: readonly ModelCheck[];
}

/**
 * Reads all of a state and feeds the journal to fresh learners: each model's newest snapshot must be what they come to.
 * Changes nothing.
 * @param directory the folder of the partition
 * @throws MillraceError `E_JOURNAL`, `E_FORMAT`, `E_VERSION`
 */
export async function verifyState(directory: string): Promise<StateCheck> {
  const store = new FileStore(directory, { readOnly: true });
  const core = await Core.load();
  const damaged: string[] = [];
  const saved: ModelSummary[] = [];
  const files = [...store.list("models"), ...store.list("kept")];
  for (const { name } of files) {
    let snapshot: Snapshot | undefined;
    store.read(name, (bytes) => {
      if (!isSnapshot(bytes)) return false;
      snapshot = readSnapshot(bytes);
      return true;
    });
    if (snapshot === undefined) damaged.push(name);
    else if (name.startsWith("models/")) saved.push(await summaryOf(store, snapshot, core));
  }
  const spans = new Map(saved.map(({ stream, key, appliedSeq }) => [`${stream}/${key}`, appliedSeq]));
  const { models } = await replayEach(
    directory,
    (stream, key) => {
      const seq = spans.get(`${stream}/${key}`);
      return seq === undefined ? undefined : { until: seq, baseUntil: seq - 1 };
    },
    core,
  );
  const replayed = new Map(models.map(({ summary }) => [`${summary.stream}/${summary.key}`, JSON.stringify(summary)]));
  const results = saved.map((summary): ModelCheck => {
    const { stream, key, appliedSeq, checksum } = summary;
    const other = replayed.get(`${stream}/${key}`);
    const result = other === undefined ? "unreachable" : other === JSON.stringify(summary) ? "same" : "different";
    return { stream, key, appliedSeq, checksum, result };
  });
  const journal = Journal.open(join(directory, "journal"), { readOnly: true });
  for (const _ of journal.read(journal.firstSeq));
  const { records, gaps, earlierGaps, damagedBytes, truncatedTail } = journal.recovery;
  const [firstSeq, lastSeq] = [journal.firstSeq, journal.nextSeq - 1];
  journal.close();
  const found = { records, gaps, earlierGaps, damagedBytes, truncatedTail };
  return { journal: found, firstSeq, lastSeq, snapshots: files.length, damaged, models: results };
}

// ---

async function summaryOf(store: FileStore, snapshot: Snapshot, core: Core): Promise<ModelSummary> {
  const { stream } = snapshot.head;
  const saved = StateIndex.open(store).streams.get(stream)?.plan;
  const plan =
    saved === undefined
      ? { model: snapshot.spec, order: "none" as const, byTime: false }
      : parseReplayPlan(saved, stream);
  const fleet = fleetSource(stream, { directory: store.directory, samples: () => [], readOnly: true });
  const cell = await openSnapshot(snapshot, cellPlan(stream, plan, undefined, fleet), core);
  const summary = cell.summary();
  cell.model.dispose();
  return summary;
}
