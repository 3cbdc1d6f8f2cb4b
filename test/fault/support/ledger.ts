import {
  decodeRecord,
  KIND_CONFIGURATION,
  KIND_DROP,
  KIND_LABEL,
  KIND_SET_ASIDE,
  KIND_SYNC,
} from "../../../src/gateway/records.ts";
import { Model } from "../../../src/index.ts";
import { Journal } from "../../../src/journal.ts";
import type { FullSpec } from "../../../src/spec.ts";

/** What a journal says, read by nothing of the gateway but its record format. */
export interface Ledger {
  /** Of a learner fed the journal in journal order, by key. */
  readonly checksums: Readonly<Record<string, number>>;
  /** Samples with an input for the model. */
  readonly samples: number;
  readonly learnt: number;
  readonly warmingUp: number;
  /** Samples or labels that stand in the journal twice. */
  readonly doubled: readonly string[];
  /** Samples that were never learnt, and orders that never came. */
  readonly lost: readonly string[];
  readonly setAside: number;
  readonly gaps: number;
}

/** @param orders how many samples each key has sent, counted from 0 */
export async function readLedger(
  journalFolder: string,
  spec: FullSpec,
  orders: ReadonlyMap<string, number>,
): Promise<Ledger> {
  const models: Map<string, Model> = new Map();
  const waiting: Map<string, Float32Array> = new Map();
  const seen: Set<string> = new Set();
  const taught: Set<string> = new Set();
  const doubled: string[] = [];
  let [warmingUp, samples, learnt, setAside, gaps] = [0, 0, 0, 0, 0];
  const learn = (key: string, id: number, y: Float32Array, weight: number | undefined) => {
    const x = waiting.get(`${key}/${id}`);
    if (!x || taught.has(`${key}/${id}`)) doubled.push(`label ${key}/${id}`);
    if (!x) return;
    taught.add(`${key}/${id}`);
    waiting.delete(`${key}/${id}`);
    models.get(key)?.learn(x, y, weight === undefined ? {} : { weight });
    learnt++;
  };
  const journal = Journal.open(journalFolder, { readOnly: true });
  try {
    for (const { seq, kind, arrivalMs, body } of journal.read(journal.firstSeq)) {
      if (kind === 0) {
        gaps++;
        continue;
      }
      const record = decodeRecord(kind, arrivalMs, body);
      if (record.kind === KIND_SET_ASIDE) setAside++;
      if (record.kind === KIND_CONFIGURATION || record.kind === KIND_SET_ASIDE || record.kind === KIND_DROP) continue;
      if (record.kind === KIND_SYNC) continue;
      const { key, order } = record;
      if (!models.has(key)) models.set(key, await Model.create(spec));
      if (record.kind === KIND_LABEL) {
        if (record.joins !== undefined) learn(key, record.joins, record.y, record.weight);
        continue;
      }
      const own = order ?? seq;
      const id = `${key}/${own}`;
      if (seen.has(id)) doubled.push(`sample ${id}`);
      seen.add(id);
      if (!record.x) {
        warmingUp++;
        continue;
      }
      samples++;
      waiting.set(id, record.x);
      const { label } = record;
      if (!label) continue;
      learn(key, label.from === "older" ? label.id : own, label.y, label.weight);
    }
  } finally {
    journal.close();
  }
  const lost = [...waiting.keys()].map((id) => `label ${id}`);
  for (const [key, count] of orders) {
    for (let order = 0; order < count; order++) if (!seen.has(`${key}/${order}`)) lost.push(`sample ${key}/${order}`);
  }
  const checksums = Object.fromEntries([...models].map(([key, model]) => [key, model.checksum()]));
  for (const model of models.values()) model.dispose();
  return { checksums, samples, learnt, warmingUp, doubled, lost, setAside, gaps };
}
