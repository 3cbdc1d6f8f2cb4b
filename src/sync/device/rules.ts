import { MillraceError } from "../../errors.ts";
import type { Model } from "../../model.ts";
import { compareVersions } from "../order.ts";
import type { Named } from "./decisions.ts";
import type { MemberFiles } from "./member.ts";
import type { Kept } from "./member-state.ts";
import type { Sample } from "./samples.ts";

/** An acknowledged update that a head should include and does not, or that its leader may have lost, is sent again. */
export function isLost({ pending, includedFrom, term }: Kept, head: Named): boolean {
  if (pending) return true;
  return head.term > term || (includedFrom.version > 0 && compareVersions(head, includedFrom) >= 0);
}

/** The model as it was saved, with all that came since. */
export function relearn(model: Model, files: MemberFiles, { file, seq }: { file: string; seq: number }): void {
  model.restore(files.saved(file));
  for (const sample of files.samplesSince(seq)) learnAgain(model, sample);
}

/** Learns a sample that the journal has. What the model refused then it refuses again. */
export function learnAgain(model: Model, { x, y, weight, heldBack }: Sample): void {
  if (heldBack) return;
  try {
    model.learn(x, y, { weight });
  } catch (error) {
    if (!(error instanceof MillraceError)) throw error;
  }
}

/** Without whatever else it has. */
export function named({ term, version, hash }: Named): Named {
  return { term, version, hash };
}

/** The lower one of the two in the middle; infinite for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? Number.POSITIVE_INFINITY : (sorted[(sorted.length - 1) >> 1] as number);
}
