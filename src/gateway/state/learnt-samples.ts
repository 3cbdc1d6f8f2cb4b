import { MillraceError } from "../../errors.ts";
import { gapOf, type Journal } from "../../journal.ts";
import type { Sample } from "../../sync/device/samples.ts";
import { KIND_FEATURES, KIND_LABEL, KIND_SAMPLE, type ModelRecord } from "../records.ts";
import { modelRecordOf } from "./loader.ts";

/** Samples of the records between two that are not part of them. */
export type SamplesBetween = (after: number, before: number) => Iterable<Sample>;

/**
 * What the shared model of a stream was taught by its journal, as a part of a fleet, in that order.
 * @param setAside records that are never applied
 */
export function samplesOf(journal: Journal, stream: string, setAside: { has(seq: number): boolean }): SamplesBetween {
  return function* (after, before) {
    if (journal.firstSeq > after + 1) {
      throw new MillraceError("E_STATE", "records that are to be learnt again are gone", {
        where: stream,
        expected: `record ${after + 1}`,
        actual: `${journal.firstSeq} is the first`,
      });
    }
    for (const entry of journal.read(after + 1)) {
      if (entry.seq >= before) return;
      if (gapOf(entry) !== undefined || setAside.has(entry.seq)) continue;
      const record = modelRecordOf(entry);
      const sample = record?.stream === stream && record.key === "" ? sampleOf(record) : undefined;
      if (sample) yield sample;
    }
  };
}

// ---

/** What one record teaches; undefined where it is nothing. */
function sampleOf(record: ModelRecord): Sample | undefined {
  if (record.kind === KIND_LABEL) return record.sample && of(record.sample, record);
  if (record.kind !== KIND_SAMPLE && record.kind !== KIND_FEATURES) return undefined;
  const { label, x, heldBack = false } = record;
  if (label?.from === "older") return label.sample && of(label.sample, label);
  return label && x && of({ x, heldBack }, label);
}

function of(
  { x, heldBack }: Pick<Sample, "x" | "heldBack">,
  { y, weight = 1 }: { y: Float32Array; weight: number | undefined },
): Sample {
  return { x, heldBack, y, weight: Math.fround(weight) };
}
