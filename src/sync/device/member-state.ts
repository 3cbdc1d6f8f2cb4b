import { MillraceError } from "../../errors.ts";
import { PayloadReader, PayloadWriter } from "../bytes.ts";
import type { Included, Stance, Version } from "../types.ts";
import type { Named } from "./decisions.ts";
import type { Sample } from "./samples.ts";
import { decodeSample, encodeSample } from "./samples.ts";

/** An update of one's own that no accepted head includes. */
export interface Kept extends Included {
  /** As the aggregator reads it. */
  readonly delta: Float32Array;
  readonly moments: Float32Array | undefined;
  readonly samples: number;
  readonly weightSum: number;
  readonly payloadHash: string;
  /** Without a verdict yet, or to be sent again: nothing else is sent before it has one. */
  pending: boolean;
  includedFrom: Version;
  /** Of the aggregator that acknowledged it. */
  term: number;
}

/** From the first head that is not yet proven until the judgement. */
export interface Probation {
  /** The model before. */
  readonly file: string;
  /** The last record that is in it. */
  readonly seq: number;
  readonly version: Named;
  readonly stance: Stance;
  readonly startedMs: number;
  /** What `base` is once it is rolled back. */
  base: Float32Array;
  /** Held-back samples since. */
  rows: number;
  /** The head layer was reset since. */
  reset: boolean;
}

export interface MemberCounts {
  /** Samples learnt, and samples held back. */
  learnt: number;
  heldBack: number;
  cuts: number;
  accepted: number;
  unproven: number;
  refused: number;
  rolledBack: number;
  /** Updates that were void and went into later ones. */
  voided: number;
  /** Updates whose learning stays here, and the samples of them. */
  local: number;
  localSamples: number;
  /** Samples in accepted heads: what of one's own learning has arrived. */
  included: number;
}

/** All that a device's part in a fleet comes to, the model aside: a function of the journal. */
export interface MemberState {
  /** 0: none is drawn yet. */
  session: number;
  /** Of the last cut. */
  seq: number;
  /** What of the model's weights is global, kept or local; the rest is to be cut. */
  base: Float32Array;
  /** Sum of what was refused of one's own. */
  local: Float32Array | undefined;
  /** Of the inputs learnt since the last cut. */
  moments: Float32Array | undefined;
  /** Of those that wait in a batch. */
  waiting: Float32Array | undefined;
  /** Since the last cut: stepped, waiting in a batch, weights of both, labelled at all. */
  samples: number;
  buffered: number;
  weightSum: number;
  labelled: number;
  kept: Kept[];
  /** The head that the weights come from. */
  at: Named;
  /** The last head that was decided on. */
  decided: Named;
  stance: Stance;
  probation: Probation | undefined;
  /** Of the last own updates. */
  norms: number[];
  rows: Sample[];
  /** Drifts that reset the head layer. */
  resets: number;
  /** Nothing is cut until a head is decided on. */
  wantsHead: boolean;
  counts: MemberCounts;
}

export const NO_MODEL: Named = { term: 0, version: 0, hash: "" };

/** @param base the weights of a new model */
export function newState(base: Float32Array, moments: Float32Array | undefined): MemberState {
  const none = { learnt: 0, heldBack: 0, cuts: 0, accepted: 0, unproven: 0, refused: 0, rolledBack: 0 };
  return {
    session: 0,
    seq: 0,
    base,
    local: undefined,
    moments,
    waiting: undefined,
    samples: 0,
    buffered: 0,
    weightSum: 0,
    labelled: 0,
    kept: [],
    at: NO_MODEL,
    decided: NO_MODEL,
    stance: "none",
    probation: undefined,
    norms: [],
    rows: [],
    resets: 0,
    wantsHead: false,
    counts: { ...none, voided: 0, local: 0, localSamples: 0, included: 0 },
  };
}

/** Version 1: a length and JSON, then vectors one behind another as the JSON says, then held-back samples. */
export function encodeState(state: MemberState): Buffer {
  const vectors: Float32Array[] = [];
  const put = (vector: Float32Array | undefined): number | null => (vector ? vectors.push(vector) - 1 : null);
  const { base, local, moments, waiting, kept, probation, rows, ...rest } = state;
  const text = Buffer.from(
    JSON.stringify({
      version: VERSION,
      ...rest,
      base: put(base),
      local: put(local),
      moments: put(moments),
      waiting: put(waiting),
      kept: kept.map((one) => ({ ...one, delta: put(one.delta), moments: put(one.moments) })),
      probation: probation && { ...probation, base: put(probation.base) },
      lengths: vectors.map(({ length }) => length),
      rows: rows.length,
    }),
  );
  const samples = rows.map(encodeSample);
  const floats = vectors.reduce((sum, { length }) => sum + length, 0);
  const sampleBytes = samples.reduce((sum, { length }) => sum + 4 + length, 0);
  const writer = new PayloadWriter(4 + text.length + 4 * floats + sampleBytes);
  writer.u32(text.length).block(text);
  for (const vector of vectors) writer.floats(vector);
  for (const sample of samples) writer.u32(sample.length).block(sample);
  return writer.bytes;
}

/** @throws MillraceError `E_FORMAT`, `E_VERSION` */
export function decodeState(bytes: Uint8Array): MemberState {
  const reader = new PayloadReader(bytes, "the state of a device");
  const read = JSON.parse(reader.text(reader.u32())) as Written;
  const { version, lengths, rows, base, local, moments, waiting, kept, probation, ...rest } = read;
  if (version !== VERSION) {
    throw new MillraceError("E_VERSION", "another version of a device's state", { expected: VERSION, actual: version });
  }
  const vectors = lengths.map((length) => reader.floats(length));
  const take = (index: number | null): Float32Array | undefined => (index === null ? undefined : vectors[index]);
  const state: MemberState = {
    ...rest,
    base: take(base) as Float32Array,
    local: take(local),
    moments: take(moments),
    waiting: take(waiting),
    kept: kept.map((one) => ({ ...one, delta: take(one.delta) as Float32Array, moments: take(one.moments) })),
    probation: probation && { ...probation, base: take(probation.base) as Float32Array },
    rows: Array.from({ length: rows }, () => decodeSample(reader.block(reader.u32()))),
  };
  reader.end();
  return state;
}

// ---

const VERSION = 1;

type Index = number | null;
interface Written extends Omit<MemberState, "base" | "local" | "moments" | "waiting" | "kept" | "probation" | "rows"> {
  readonly version: number;
  readonly lengths: number[];
  readonly rows: number;
  readonly base: Index;
  readonly local: Index;
  readonly moments: Index;
  readonly waiting: Index;
  readonly kept: (Omit<Kept, "delta" | "moments"> & { delta: Index; moments: Index })[];
  readonly probation?: Omit<Probation, "base"> & { base: Index };
}
