import type { Hex, Verdict } from "../types.ts";

const MOST = 3;
const QUARANTINE_MS = 86_400_000;

export interface Record {
  /** In a row. */
  readonly rejects: number;
  /** 0: not in quarantine. */
  readonly untilMs: number;
}

/** Nodes whose updates were refused. The third refusal in a row puts one in quarantine for a day. */
export class Rejects {
  readonly #nodes: Map<Hex, Record>;

  constructor(saved: readonly (readonly [Hex, Record])[] = []) {
    this.#nodes = new Map(saved);
  }

  /** For a checkpoint. */
  get entries(): [Hex, Record][] {
    return [...this.#nodes];
  }

  isQuarantined(node: Hex, nowMs: number): boolean {
    return (this.#nodes.get(node)?.untilMs ?? 0) > nowMs;
  }

  note(node: Hex, verdict: Verdict | undefined, nowMs: number): void {
    if (verdict === "ok") this.#nodes.delete(node);
    if (verdict !== "badNorm" && verdict !== "badArchitecture") return;
    const rejects = (this.#nodes.get(node)?.rejects ?? 0) + 1;
    this.#nodes.set(node, rejects < MOST ? { rejects, untilMs: 0 } : { rejects: 0, untilMs: nowMs + QUARANTINE_MS });
  }
}
