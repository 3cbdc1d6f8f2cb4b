import type { Recovery } from "../../journal.ts";
import type { DataLoss } from "../types.ts";

/** Undefined where every record is there. */
export function dataLossOf({ gaps, earlierGaps }: Recovery): DataLoss | undefined {
  const all = [...earlierGaps, ...gaps];
  if (all.length === 0) return undefined;
  const records = all.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return { records, exact: all.every(({ exact }) => exact) };
}
