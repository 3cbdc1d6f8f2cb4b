import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "../../crc.ts";
import { MillraceError } from "../../errors.ts";
import { type FileStore, fileNameOf, type Journal, KIND_GAP } from "../../journal.ts";
import { decodeRecord, encodeRecord, KIND_CONFIGURATION, KIND_SET_ASIDE } from "../records.ts";

/** What is known of a stream besides its models. */
export interface StreamEntry {
  fingerprint: string;
  /** JSON of `ReplayPlan`. */
  plan: string;
  /** Its latest configuration record. */
  seq: number;
  /** Records before this one are of a state that was reset. */
  resetSeq: number;
  /** Whether the models of before the reset have been put out of the way. */
  isRetired: boolean;
  /** Every model of the stream has its records up to here in its newest snapshot. */
  floorSeq: number;
}

const FILE = "state.json";
const VERSION = 1;

/** The small file beside the models: where to begin reading the journal, and what of it is no longer to be read. */
export class StateIndex {
  readonly streams: Map<string, StreamEntry> = new Map();
  /** Records that are never applied. */
  readonly setAside: Map<number, { stream: string; key: string; reason: string }> = new Map();
  readonly #store: FileStore;
  #isKnown: boolean;

  private constructor(store: FileStore) {
    this.#store = store;
    this.#isKnown = this.#read();
  }

  static open(store: FileStore): StateIndex {
    return new StateIndex(store);
  }

  /** Where a journal must be read from, for these streams. */
  floorSeq(streams: readonly string[]): number {
    return Math.min(...streams.map((stream) => this.streams.get(stream)?.floorSeq ?? 0));
  }

  /**
   * Takes in what was set aside since the file was written. Where both generations of it are gone, all of it but the
   * floors stands in the journal too.
   */
  completeFrom(journal: Journal, streams: readonly string[]): void {
    const isKnown = this.#isKnown;
    for (const { seq, kind, arrivalMs, body } of journal.read(
      isKnown ? this.floorSeq(streams) + 1 : journal.firstSeq,
    )) {
      if (kind !== KIND_CONFIGURATION && kind !== KIND_SET_ASIDE) continue;
      const record = decodeRecord(kind, arrivalMs, body);
      if (record.kind === KIND_SET_ASIDE) this.setAside.set(record.seq, record);
      if (record.kind !== KIND_CONFIGURATION || isKnown) continue;
      const { stream, fingerprint, plan, isReset } = record;
      const resetSeq = isReset ? seq : (this.streams.get(stream)?.resetSeq ?? 0);
      this.streams.set(stream, { fingerprint, plan, seq, resetSeq, isRetired: true, floorSeq: 0 });
    }
    this.#isKnown = true;
  }

  /**
   * Brings a stream's configuration into the journal. The file comes first: it names the record that follows.
   * @throws MillraceError `E_FILE`, `E_JOURNAL`
   */
  async configure(
    journal: Journal,
    stream: string,
    { fingerprint, plan }: { fingerprint: string; plan: string },
    isReset: boolean,
    nowMs: number,
  ): Promise<void> {
    const seq = journal.nextSeq;
    const before = this.streams.get(stream);
    const resetSeq = isReset ? seq : (before?.resetSeq ?? 0);
    const floorSeq = isReset ? seq - 1 : (before?.floorSeq ?? seq - 1);
    const isRetired = !isReset && (before?.isRetired ?? true);
    this.streams.set(stream, { fingerprint, plan, seq, resetSeq, isRetired, floorSeq });
    await this.save();
    const record = { kind: KIND_CONFIGURATION, stream, fingerprint, plan, isReset } as const;
    journal.append(KIND_CONFIGURATION, nowMs, encodeRecord(record, nowMs));
  }

  /** Puts the models of a stream that was reset out of the way. Old state is kept, never wiped. */
  async retire(stream: string): Promise<void> {
    const entry = this.streams.get(stream);
    if (entry === undefined || entry.isRetired) return;
    for (const folder of ["models", "kept", "sync"]) {
      const from = join(this.#store.directory, folder, fileNameOf(stream));
      const to = join(this.#store.directory, "reset", `${fileNameOf(stream)}-${entry.resetSeq}`, folder);
      if (!existsSync(from) || existsSync(to)) continue;
      try {
        mkdirSync(dirname(to), { recursive: true });
        renameSync(from, to);
      } catch (cause) {
        throw new MillraceError("E_FILE", "the models of a stream cannot be put aside", { where: from, cause });
      }
    }
    entry.isRetired = true;
    await this.save();
  }

  async save(): Promise<void> {
    const content = JSON.stringify({
      v: VERSION,
      streams: Object.fromEntries(this.streams),
      setAside: [...this.setAside].map(([seq, { stream, key, reason }]) => ({ seq, stream, key, reason })),
    });
    const bytes = new TextEncoder().encode(content);
    await this.#store.write(FILE, new TextEncoder().encode(`${content}\n${crc32(bytes)}\n`));
  }

  #read(): boolean {
    const { bytes } = this.#store.read(FILE, (candidate) => parsed(candidate) !== undefined);
    if (bytes === undefined) return false;
    const { streams, setAside } = parsed(bytes) as Content;
    for (const [name, entry] of Object.entries(streams)) this.streams.set(name, entry);
    for (const { seq, ...rest } of setAside) this.setAside.set(seq, rest);
    return true;
  }
}

/** Every configuration of the journal, in order, and what is set aside: for a replay, which has only the journal. */
export function configurationsOf(journal: Journal): {
  configurations: { seq: number; stream: string; fingerprint: string; plan: string; isReset: boolean }[];
  setAside: Set<number>;
} {
  const configurations = [];
  const setAside = new Set<number>();
  for (const { seq, kind, arrivalMs, body } of journal.read(journal.firstSeq)) {
    if (kind === KIND_GAP || (kind !== KIND_CONFIGURATION && kind !== KIND_SET_ASIDE)) continue;
    const record = decodeRecord(kind, arrivalMs, body);
    if (record.kind === KIND_SET_ASIDE) setAside.add(record.seq);
    if (record.kind === KIND_CONFIGURATION) configurations.push({ ...record, seq });
  }
  return { configurations, setAside };
}

// ---

interface Content {
  v: number;
  streams: Record<string, StreamEntry>;
  setAside: { seq: number; stream: string; key: string; reason: string }[];
}

function parsed(bytes: Uint8Array): Content | undefined {
  const [content = "", sum] = new TextDecoder().decode(bytes).split("\n");
  if (Number(sum) !== crc32(new TextEncoder().encode(content))) return undefined;
  const value = JSON.parse(content) as Content;
  if (value.v <= VERSION) return value;
  throw new MillraceError("E_VERSION", "the state was written by a newer program", {
    where: FILE,
    expected: VERSION,
    actual: value.v,
    remedy: "Open it with that program; nothing was changed",
  });
}
