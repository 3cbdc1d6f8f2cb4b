import { isNamedHeldBack } from "../../sync/device/samples.ts";
import { FeatureWindows } from "../features.ts";
import {
  type DropReason,
  type DropRecord,
  type FeaturesRecord,
  type JoinedLabel,
  KIND_DROP,
  KIND_FEATURES,
  KIND_LABEL,
  KIND_SAMPLE,
  type LabelRecord,
  type SampleInputs,
  type SyncRecord,
} from "../records.ts";
import type { FeaturesMessage, LabelMessage, LabelPlan, Received, StreamPlan, Verdict } from "../types.ts";
import type { Cell } from "./cell.ts";
import { Duplicates } from "./duplicates.ts";
import type { EarlyLabel, SourceState, WaitingSample } from "./source.ts";
import { readTicket } from "./tickets.ts";

/** A record before it has a place in the journal: `turn` and `back` are filled in with it. */
export type Draft = Unplaced<FeaturesRecord> | Unplaced<LabelRecord> | Unplaced<DropRecord> | Unplaced<SyncRecord>;
type Unplaced<Record> = Omit<Record, "turn" | "back"> & { turn: number; back: number };

/** What is to become of a message; nothing has changed yet. */
export interface Plan {
  readonly verdict: Verdict;
  /** In the order they are to be journalled; the message's own is the last. */
  readonly drafts: readonly Draft[];
  /** The model's inputs, where the message is predicted without a record. */
  readonly x: Float32Array | undefined;
  readonly isNewSession: boolean;
}

/** What the message is for its model, by what the records so far have made of it. */
export function decideFeatures(cell: Cell, received: Received, message: FeaturesMessage): Plan {
  const { stream, arrivalMs, hash, retained, dup } = received;
  const { order, timeMs, values } = message;
  const source = cell.sources.get(message.source);
  const windows = source?.windows ?? new FeatureWindows(stream.features);
  const x = windows.inputs(values, timeMs);
  if (retained && !stream.learnRetained) return answered("retained", x);
  const identity = { order, packetId: received.packetId, hash, arrivalMs };
  const freshness = (source?.duplicates ?? UNKNOWN).check(identity, dup);
  if (freshness === "duplicate") {
    return answered("duplicate", (order === undefined ? undefined : source?.waiting.get(order)?.x) ?? x);
  }
  if (freshness === "late") return answered("lateOrder", undefined);
  const given = givenUp(stream.label, source, arrivalMs);
  const isMember = cell.fleet !== undefined;
  const { label, waits, unlabelled } = joined(stream, source, message, { hasInputs: x !== undefined, isMember }, given);
  const draft: Unplaced<FeaturesRecord> = {
    kind: label ? KIND_SAMPLE : KIND_FEATURES,
    stream: stream.name,
    key: message.key,
    turn: 0,
    back: 0,
    source: message.source,
    timeMs,
    order,
    packetId: order === undefined ? received.packetId : undefined,
    hash,
    isNewSession: freshness === "newSession",
    windowInputs: windows.windowInputs(values),
    x,
    waits: waits && x !== undefined,
    label,
    ...(isMember && x !== undefined && isHeldBack(received, message) ? { heldBack: true } : {}),
  };
  const verdict = x === undefined ? "warmingUp" : label ? "predictAndLearn" : "predict";
  const drafts: Draft[] = [draft];
  if (given !== NOTHING || unlabelled !== NOTHING) {
    const expired = drops(stream, message, "expired", given);
    drafts.unshift(...expired, ...drops(stream, message, "unlabelled", unlabelled));
  }
  return { verdict, drafts, x, isNewSession: draft.isNewSession };
}

/** @param nextSeq what the next record of the journal will be called */
export function decideLabel(
  cell: Cell,
  received: Received,
  message: LabelMessage,
  whose: Whose,
  nextSeq: number,
): Plan {
  const { stream, arrivalMs, hash, retained, dup } = received;
  const packetId = whose.id === undefined ? received.packetId : undefined;
  if (retained && !stream.learnRetained) return answered("retained", undefined);
  const source = cell.sources.get(whose.source);
  const given = givenUp(stream.label, source, arrivalMs);
  const place = { stream: stream.name, key: cell.key, source: whose.source };
  const dropped = drops(stream, { ...place, ...whose }, "expired", given);
  const isAgain = dup && packetId !== undefined && source?.labelPackets?.hashOf(packetId) === hash;
  if (isAgain) return written("secondLabel", dropped);
  const found = find(stream.label, source, message, whose, { nextSeq, hash, dup });
  if (typeof found === "object" && !given.samples.includes(found.id)) {
    return written("learn", [
      ...dropped,
      labelDraft(place, message, { hash, packetId, joins: found.id, order: undefined, ...inputsOf(cell, found) }),
    ]);
  }
  if (found === "early") {
    const order = whose.id;
    return written("waitsForFeatures", [
      ...dropped,
      labelDraft(place, message, { hash, packetId, joins: undefined, order }),
    ]);
  }
  return written(typeof found === "object" ? "lateLabel" : found, dropped);
}

/** Whose sample a label is for: by its ticket, or by what else it says. */
export interface Whose {
  readonly source: string;
  readonly key: string;
  /** Undefined: it goes by time. */
  readonly id: number | undefined;
  readonly isSeq: boolean;
}

/** Undefined where the label does not say it. */
export function whoseLabel(stream: StreamPlan, message: LabelMessage): Whose | undefined {
  const plan = stream.label;
  if (plan?.from !== "topic") return undefined;
  const ticket = message.ticket === undefined ? undefined : readTicket(message.ticket);
  if (message.ticket !== undefined && (ticket === undefined || ticket.stream !== stream.name)) return undefined;
  const source = ticket?.source ?? message.source;
  if (source === undefined) return undefined;
  const key = stream.key === undefined ? "" : (ticket?.key ?? message.key ?? keyOfTopic(stream, source));
  if (key === undefined) return undefined;
  if (ticket) return { source, key, id: ticket.id, isSeq: ticket.isSeq };
  if (plan.match === "time") return { source, key, id: undefined, isSeq: false };
  return message.order === undefined ? undefined : { source, key, id: message.order, isSeq: false };
}

/** Samples and labels of a source whose time is over. */
function givenUp(plan: LabelPlan | undefined, source: SourceState | undefined, nowMs: number): Gone {
  if (plan?.from !== "topic" || source === undefined || source.waiting.size + source.early.size === 0) return NOTHING;
  const given = { samples: [] as number[], labels: [] as number[] };
  // In the order they came: the first that is young enough ends the search, whatever the clock did meanwhile.
  for (const { id, arrivalMs } of source.waiting.values()) {
    if (nowMs - arrivalMs <= plan.withinMs) break;
    given.samples.push(id);
  }
  for (const { seq, arrivalMs } of source.early.values()) {
    if (nowMs - arrivalMs <= plan.earlyMs) break;
    given.labels.push(seq);
  }
  return given.samples.length + given.labels.length === 0 ? NOTHING : given;
}

/** Records that give up what a model's sources have waited for too long. */
export function expiryDrafts(cell: Cell, plan: LabelPlan | undefined, nowMs: number): Draft[] {
  return [...cell.sources.values()].flatMap((source): Draft[] => {
    const given = givenUp(plan, source, nowMs);
    if (given === NOTHING) return [];
    return [dropDraft(cell.plan.stream, cell.key, source.name, "expired", given)];
  });
}

export function dropDraft(
  stream: string,
  key: string,
  source: string,
  reason: DropReason,
  { samples, labels }: Gone,
): Unplaced<DropRecord> {
  return { kind: KIND_DROP, stream, key, turn: 0, back: 0, source, reason, samples, labels };
}

/** The key in a features topic; undefined where the source is no topic. */
export function keyOfTopic(stream: StreamPlan, source: string): string | undefined {
  return stream.key === undefined ? undefined : stream.topic.match(source)?.[stream.key];
}

// ---

/** What is to be dropped of a source: samples by id, labels by seq. */
interface Gone {
  readonly samples: readonly number[];
  readonly labels: readonly number[];
}

const NOTHING: Gone = { samples: [], labels: [] };
const NO_LABEL = { label: undefined, waits: false, unlabelled: NOTHING } as const;
const WAITS = { label: undefined, waits: true, unlabelled: NOTHING } as const;
/** Of a source nothing has come from. */
const UNKNOWN: Duplicates = new Duplicates("none");

function answered(verdict: Verdict, x: Float32Array | undefined): Plan {
  return { verdict, drafts: [], x, isNewSession: false };
}

function written(verdict: Verdict, drafts: readonly Draft[]): Plan {
  return { verdict, drafts, x: undefined, isNewSession: false };
}

/** By what names a message wherever it is delivered, else by what it holds. */
function isHeldBack({ stream, hash }: Received, { source, order }: FeaturesMessage): boolean {
  const { sync, name } = stream;
  return sync !== undefined && isNamedHeldBack(sync.holdBack, `${name}/${source}/${order ?? `~${hash}`}`);
}

/** A model in a fleet may have to learn again what it has learnt: then x stands in the record that brings the label. */
function inputsOf({ fleet }: Cell, sample: WaitingSample): { sample?: SampleInputs } {
  return fleet ? { sample: inputs(sample) } : {};
}

function inputs({ x, heldBack = false }: WaitingSample): SampleInputs {
  return { x, heldBack };
}

function drops(
  { name }: StreamPlan,
  { key, source }: { key: string; source: string },
  reason: DropReason,
  what: Gone,
): Draft[] {
  return what.samples.length + what.labels.length === 0 ? [] : [dropDraft(name, key, source, reason, what)];
}

function labelDraft(
  place: { stream: string; key: string; source: string },
  { timeMs, y, weight }: LabelMessage,
  what: Pick<LabelRecord, "hash" | "packetId" | "joins" | "order" | "sample">,
): Draft {
  return { kind: KIND_LABEL, ...place, turn: 0, back: 0, timeMs, ...what, y, weight };
}

/** The label a features message brings, or finds. */
function joined(
  { label: plan, order: ordered }: StreamPlan,
  source: SourceState | undefined,
  message: FeaturesMessage,
  { hasInputs, isMember }: { hasInputs: boolean; isMember: boolean },
  given: { labels: readonly number[] },
): { label: JoinedLabel | undefined; waits: boolean; unlabelled: Gone } {
  const { y, weight } = message;
  if (plan === undefined) return NO_LABEL;
  if (plan.from === "message") {
    if (!hasInputs || y === undefined) return NO_LABEL;
    return { label: { from: "own", id: 0, y, weight }, waits: false, unlabelled: NOTHING };
  }
  if (plan.from === "future") {
    const position = (source?.position ?? 0) + 1 - plan.ahead;
    const samples: number[] = [];
    let label: JoinedLabel | undefined;
    for (const sample of source?.waiting.values() ?? []) {
      if (sample.position > position) break;
      if (sample.position === position && y !== undefined) {
        label = { from: "older", id: sample.id, y, weight, ...(isMember ? { sample: inputs(sample) } : {}) };
      } else samples.push(sample.id);
    }
    return { label, waits: true, unlabelled: samples.length === 0 ? NOTHING : { samples, labels: [] } };
  }
  const early = hasInputs ? earlyFor(plan, ordered !== undefined, source, message, given.labels) : undefined;
  if (early === undefined) return WAITS;
  const label = { from: "early", id: early.seq, y: early.y, weight: early.weight } as const;
  return { label, waits: false, unlabelled: NOTHING };
}

function earlyFor(
  { match, withinMs }: Extract<LabelPlan, { from: "topic" }>,
  isOrdered: boolean,
  source: SourceState | undefined,
  { order, timeMs }: FeaturesMessage,
  given: readonly number[],
): EarlyLabel | undefined {
  let found: EarlyLabel | undefined;
  for (const label of source?.early.values() ?? []) {
    if (given.includes(label.seq)) continue;
    if (label.order !== undefined) {
      if (isOrdered && label.order === order) return label;
    } else if (match === "time") {
      const isAfter = label.timeMs >= timeMs && label.timeMs - timeMs <= withinMs;
      if (isAfter && label.timeMs < (found?.timeMs ?? Number.POSITIVE_INFINITY)) found = label;
    }
  }
  return found;
}

type Missed = "secondLabel" | "lateLabel" | "unknownTicket" | "early";

function find(
  plan: LabelPlan | undefined,
  source: SourceState | undefined,
  message: LabelMessage,
  { id, isSeq }: Whose,
  { nextSeq, hash, dup }: { nextSeq: number; hash: number; dup: boolean },
): WaitingSample | Missed {
  if (id === undefined)
    return plan?.from === "topic" ? findByTime(source, message.timeMs, plan.withinMs) : "unknownTicket";
  const sample = source?.waiting.get(id);
  if (sample !== undefined) return sample;
  if (source?.labelled.hashOf(id) !== undefined) return "secondLabel";
  if (isSeq) return source !== undefined && id < nextSeq ? "lateLabel" : "unknownTicket";
  if (source?.duplicates.came(id)) return "lateLabel";
  // After a sensor began again its labels do so too; only a label that is sent again is one of the session before.
  if (dup && source?.labelledBefore?.has(id, hash)) return "secondLabel";
  for (const label of source?.early.values() ?? []) if (label.order === id) return "secondLabel";
  return "early";
}

/** The latest sample not after the label, labelled or not: a label is never passed on to an older one. */
function findByTime(source: SourceState | undefined, timeMs: number, withinMs: number): WaitingSample | Missed {
  let latest: WaitingSample | undefined;
  for (const sample of source?.waiting.values() ?? []) {
    if (sample.timeMs <= timeMs && sample.timeMs >= (latest?.timeMs ?? Number.NEGATIVE_INFINITY)) latest = sample;
  }
  const labelledMs = source?.moments.latestUpTo(timeMs) ?? Number.NEGATIVE_INFINITY;
  const latestMs = latest?.timeMs ?? Number.NEGATIVE_INFINITY;
  if (timeMs - Math.max(latestMs, labelledMs) > withinMs) return "early";
  return latest !== undefined && latestMs > labelledMs ? latest : "secondLabel";
}
