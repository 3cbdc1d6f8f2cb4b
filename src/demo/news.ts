import type { Score, Standing } from "./scores.ts";

/** What the publisher tells the process that started it. */
export type PublisherNews =
  | { type: "progress"; progress: Progress }
  /** The row in the middle has left. */
  | { type: "half"; row: number }
  | { type: "played"; played: Played };

/** Standing after `scored` labels; `seconds` since the first row left. */
export interface Progress {
  scored: number;
  seconds: number;
  standings: Standing[];
}

/** The end of the stream: every row is answered, every label learnt. */
export interface Played {
  rows: number;
  /** The first row that counts. */
  countedFrom: number;
  scores: Score[];
  seconds: number;
}

/** A gateway's answer: what its model has come to. */
export interface Standstill {
  /** Labels learnt. */
  steps: number;
  checksum: number;
}
