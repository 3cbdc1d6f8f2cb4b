import type { Scan } from "./scan.ts";
import type { Gap, Recovery } from "./types.ts";

/** Collects what the checks of all segments found. */
export class Findings implements Recovery {
  records = 0;
  damagedBytes = 0;
  truncatedTail = 0;
  readonly gaps: Gap[] = [];
  readonly earlierGaps: Gap[] = [];
  readonly movedTo: string[] = [];
  #isEndKnown = true;

  get lost(): { count: number; exact: boolean } {
    return {
      count: this.gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      exact: this.#isEndKnown && this.gaps.every(({ exact }) => exact),
    };
  }

  add(scan: Scan): void {
    this.records += scan.records;
    this.truncatedTail += scan.tornBytes;
    this.damagedBytes += scan.bad.reduce((sum, { start, end }) => sum + end - start, 0);
    this.gaps.push(...scan.newGaps);
    this.earlierGaps.push(...scan.earlierGaps);
  }

  /** Damage reaches the end, and nothing says how many records stood there. */
  leaveEndUnknown(): void {
    this.#isEndKnown = false;
  }
}
