import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { MillraceError } from "../errors.ts";
import { decodeRecord, KIND_FEATURES, KIND_LABEL, KIND_SAMPLE } from "../gateway/records.ts";
import { replayUntil } from "../gateway/state/replay.ts";
import { Journal } from "../journal.ts";
import { writeFileWhole } from "../model/files.ts";
import { Model } from "../model.ts";
import { hexadecimal } from "../text.ts";
import { SPEC } from "./configuration.ts";
import type { Standstill } from "./news.ts";

/** What is shown of a run: the same weights by three ways, and every row learnt exactly once. */
export interface Proof {
  /** Of the gateway that ran. */
  checksum: number;
  /** Of a fresh model fed its journal. */
  replayed: number;
  /** Of a gateway beside it that nobody killed; undefined: there was none. */
  unkilled: number | undefined;
  /** Rows of the stream that were not learnt, and labels that were learnt a second time. */
  lost: number;
  doubled: number;
}

/** Whoever says what a gateway has come to. */
export interface Asked {
  ask(): Promise<Standstill | undefined>;
}

/** What the journal of a gateway says happened. */
export interface Ledger {
  /** Of a fresh model that learns what the journal holds, record by record. */
  checksum: number;
  /** Rows of the stream that were learnt. */
  rows: number;
  /** Labels learnt of samples that were learnt before. */
  doubled: number;
}

/** A model as a run left it. */
export interface Saved {
  /** Labels it has learnt. */
  rows: number;
  /** Bytes it takes in the core, and on disk. */
  modelBytes: number;
  fileBytes: number;
  checksum: number;
  path: string;
}

/**
 * Gathers the proof when the stream is over.
 * @param rows of the stream
 * @param state the folder of the partition of `gateway`
 */
export async function prove(rows: number, state: string, gateway: Asked, twin: Asked | undefined): Promise<Proof> {
  const { checksum, steps } = await standstill(gateway, rows);
  const unkilled = twin && (await standstill(twin, steps)).checksum;
  const ledger = await readLedger(join(state, "journal"), rows);
  return { checksum, replayed: ledger.checksum, unkilled, lost: rows - ledger.rows, doubled: ledger.doubled };
}

/** @throws MillraceError `E_STATE` where the run is not what was promised */
export function checkProof({ checksum, replayed, unkilled = checksum, lost, doubled }: Proof, saved: Saved): void {
  const isSame = [replayed, unkilled, saved.checksum].every((other) => other === checksum);
  if (isSame && lost === 0 && doubled === 0) return;
  throw new MillraceError("E_STATE", "the weights are not those of a learner that was never killed", {
    expected: `${hexadecimal(replayed)} from the journal, ${hexadecimal(unkilled)} without a kill, 0 rows lost or doubled`,
    actual: `${hexadecimal(checksum)}, ${lost} lost, ${doubled} doubled`,
  });
}

/**
 * Feeds a journal to a fresh model, by nothing but what its records say. A gateway may be writing it.
 * @param rows of the stream; what comes after them is learnt, but is no row
 */
export async function readLedger(journalFolder: string, rows: number): Promise<Ledger> {
  const model = await Model.create(SPEC);
  const journal = Journal.open(journalFolder, { readOnly: true });
  const waiting = new Map<number, Float32Array>();
  const [learnt, ofSession] = [new Set<number>(), new Set<number>()];
  let doubled = 0;
  const learn = (order: number, x: Float32Array | undefined, y: Float32Array) => {
    if (ofSession.has(order)) doubled += 1;
    if (x === undefined) return;
    model.learn(x, y);
    ofSession.add(order);
    if (order < rows) learnt.add(order);
    waiting.delete(order);
  };
  try {
    for (const { kind, arrivalMs, body } of journal.read(journal.firstSeq)) {
      if (kind !== KIND_FEATURES && kind !== KIND_SAMPLE && kind !== KIND_LABEL) continue;
      const record = decodeRecord(kind, arrivalMs, body);
      if (record.kind === KIND_LABEL) {
        if (record.joins !== undefined) learn(record.joins, waiting.get(record.joins), record.y);
      } else if ("x" in record && record.order !== undefined) {
        // Somebody counted from the start again: an order of before names another sample now.
        if (record.isNewSession) ofSession.clear();
        if (record.label) learn(record.order, record.x, record.label.y);
        else if (record.x) waiting.set(record.order, record.x);
      }
    }
    return { checksum: model.checksum(), rows: learnt.size, doubled };
  } finally {
    journal.close();
    model.dispose();
  }
}

/**
 * Writes the model of a gateway as its state has it, running or not.
 * @param state the folder of the partition
 * @returns null where nothing has been learnt
 */
export async function saveModel(state: string, path: string): Promise<Saved | null> {
  if (!existsSync(state)) return null;
  const { models } = await replayUntil(state, { until: { timeMs: Date.now() } });
  const [replayed] = models;
  if (replayed === undefined || replayed.summary.steps === 0) return null;
  const bytes = replayed.toBytes();
  await writeFileWhole(path, bytes, "the model");
  const model = await Model.load(bytes);
  const { steps: rows, bytes: modelBytes } = model;
  const saved = { rows, modelBytes, fileBytes: bytes.length, checksum: model.checksum(), path };
  model.dispose();
  if (saved.checksum === replayed.summary.checksum) return saved;
  throw new MillraceError("E_STATE", "the saved model is not what the state holds", { where: path });
}

// ---

const ASK_MS = 50;
const PATIENCE_MS = 30_000;

/** Waits until a gateway has learnt so many labels. */
async function standstill(gateway: Asked, steps: number): Promise<Standstill> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) {
    const reached = await gateway.ask();
    if (reached && reached.steps >= steps) return reached;
    await pause(ASK_MS);
  }
  throw new MillraceError("E_BROKER", "a gateway has not learnt all labels", { expected: steps });
}
