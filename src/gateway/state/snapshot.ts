import type { Core } from "../../core.ts";
import { crc32 } from "../../crc.ts";
import { MillraceError } from "../../errors.ts";
import { readTrailer, splitFile, writeFile } from "../../image.ts";
import { Model } from "../../model.ts";
import type { FullSpec } from "../../spec.ts";
import type { ModelCounts } from "../types.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { Cell } from "./cell.ts";
import { emptyCounts } from "./counts.ts";
import { FleetPart } from "./fleet-part.ts";
import type { CellPlan } from "./plan.ts";
import { ScoreSums } from "./scores.ts";
import { SourceState } from "./source.ts";

/** Of the part beside the model: 2 where it takes part in a fleet. A reader takes its own version and those before. */
const VERSION = 2;

/** What a snapshot says of itself, in the provenance of its trailer. */
export interface SnapshotHead {
  readonly v: number;
  readonly stream: string;
  readonly key: string;
  /** The last record that is in it. */
  readonly appliedSeq: number;
  /** The same of the generation it took the place of; 0 where there was none. */
  readonly previousSeq: number;
  readonly fingerprint: string;
}

/** A snapshot that has been found whole. */
export interface Snapshot {
  readonly head: SnapshotHead;
  readonly core: Uint8Array;
  readonly spec: FullSpec;
  readonly state: Uint8Array;
}

/**
 * A `.millrace` file of the model as it is, with all that belongs to it in the trailer: one file, one rename.
 * @param previousSeq `appliedSeq` of the file it takes the place of
 */
export function snapshotOf(cell: Cell, fingerprint: string, previousSeq: number): Uint8Array<ArrayBuffer> {
  const { core } = splitFile(cell.model.toBytes());
  const head = {
    v: cell.fleet ? VERSION : 1,
    stream: cell.plan.stream,
    key: cell.key,
    appliedSeq: cell.appliedSeq,
    previousSeq,
    fingerprint,
  };
  return wholeFile(core, cell.model.spec as FullSpec, head, stateOf(cell));
}

/** The same snapshot, said to have taken the place of itself. */
export function confirmed({ core, spec, head, state }: Snapshot): Uint8Array<ArrayBuffer> {
  return wholeFile(core, spec, { ...head, previousSeq: head.appliedSeq }, state);
}

/**
 * Reads a file of `snapshotOf` and checks it from end to end.
 * @throws MillraceError `E_FORMAT`, `E_CRC`; `E_VERSION` for one of a newer program
 */
export function readSnapshot(bytes: Uint8Array): Snapshot {
  const { core, trailer } = splitFile(bytes);
  const content = readTrailer(trailer, core);
  const gateway = (content?.provenance as { gateway?: Partial<SnapshotHead> & { core?: number; state?: string } })
    ?.gateway;
  if (content === undefined || typeof gateway?.v !== "number") throw damaged("it is no snapshot of a gateway");
  if (gateway.v > VERSION) {
    throw new MillraceError("E_VERSION", "the snapshot is of another version", {
      expected: VERSION,
      actual: gateway.v,
      remedy: "Open the state with the version of this program that wrote it, or a newer one",
    });
  }
  const { v, stream, key, appliedSeq, previousSeq, fingerprint, state } = gateway;
  const isHead = typeof stream === "string" && typeof key === "string" && typeof fingerprint === "string";
  if (!isHead || typeof appliedSeq !== "number" || typeof previousSeq !== "number" || typeof state !== "string") {
    throw damaged("its head is not whole");
  }
  if (gateway.core !== crc32(core)) throw damaged("the model in it has another check sum");
  const head = { v, stream, key, appliedSeq, previousSeq, fingerprint };
  return { head, core, spec: content.spec, state: new Uint8Array(Buffer.from(state, "base64")) };
}

/** Whether the bytes are a whole snapshot. @throws MillraceError `E_VERSION` for one of a newer program */
export function isSnapshot(bytes: Uint8Array): boolean {
  try {
    readSnapshot(bytes);
    return true;
  } catch (error) {
    if (!(error instanceof MillraceError) || error.code === "E_VERSION") throw error;
    return false;
  }
}

/** A cell that goes on from a snapshot. @throws MillraceError `E_MEMORY`, `E_FORMAT` */
export async function openSnapshot(snapshot: Snapshot, plan: CellPlan, core: Core): Promise<Cell> {
  // Without the rest of the trailer: the model would keep it in memory.
  const model = await Model.load(writeFile(snapshot.core, { spec: snapshot.spec }), { core });
  try {
    return readState(snapshot, plan, model);
  } catch (error) {
    model.dispose();
    throw error;
  }
}

// ---

function wholeFile(core: Uint8Array, spec: FullSpec, head: SnapshotHead, state: Uint8Array): Uint8Array<ArrayBuffer> {
  const gateway = { ...head, core: crc32(core), state: Buffer.from(state).toString("base64") };
  return writeFile(core, { spec, provenance: { gateway } });
}

function stateOf(cell: Cell): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(cell.turn);
  const names = Object.keys(cell.counts) as (keyof ModelCounts)[];
  writer.varint(names.length);
  for (const name of names) {
    writer.text(name);
    writer.varint(cell.counts[name]);
  }
  cell.scores.write(writer);
  writer.varint(cell.sources.size);
  for (const source of cell.sources.values()) source.write(writer);
  if (cell.fleet) {
    cell.fleet.write(writer);
    writeHeldBack(cell, writer);
  }
  return writer.take();
}

/** Which of the waiting samples are set aside to judge by. */
function writeHeldBack({ sources }: Cell, writer: ByteWriter): void {
  const all = [...sources.values()].flatMap(({ name, waiting }) =>
    [...waiting.values()].filter(({ heldBack }) => heldBack).map(({ id }) => ({ name, id })),
  );
  writer.varint(all.length);
  for (const { name, id } of all) {
    writer.text(name);
    writer.varint(id);
  }
}

function readHeldBack(sources: ReadonlyMap<string, SourceState>, reader: ByteReader): void {
  for (let left = reader.count(2); left > 0; left--) {
    const waiting = sources.get(reader.text())?.waiting;
    const sample = waiting?.get(reader.varint());
    if (sample) waiting?.set(sample.id, { ...sample, heldBack: true });
  }
}

function readState({ head, state }: Snapshot, plan: CellPlan, model: Model): Cell {
  const reader = new ByteReader(state, "the snapshot's state");
  const turn = reader.varint();
  const counts = emptyCounts();
  for (let left = reader.count(2); left > 0; left--) {
    const name = reader.text();
    const count = reader.varint();
    if (Object.hasOwn(counts, name)) counts[name as keyof ModelCounts] = count;
  }
  const scores = ScoreSums.read(reader, plan.targets.classCount > 0);
  const sources = new Map<string, SourceState>();
  for (let left = reader.count(8); left > 0; left--) {
    const source = SourceState.read(reader, plan.features);
    sources.set(source.name, source);
  }
  let fleet: FleetPart | undefined;
  if (head.v >= 2) {
    fleet = FleetPart.read(reader, model, plan.fleet);
    readHeldBack(sources, reader);
  }
  reader.end();
  return new Cell(plan, head.key, model, { appliedSeq: head.appliedSeq, turn, counts, scores, sources, fleet });
}

function damaged(what: string): MillraceError {
  return new MillraceError("E_FORMAT", "the snapshot cannot be read", { where: what });
}
