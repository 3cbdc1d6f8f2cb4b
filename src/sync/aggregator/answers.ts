import { WINDOW } from "../replay-window.ts";
import type { Hex, Included, Verdict, Version } from "../types.ts";

/** What was answered to an update: the same is answered when it comes again. */
export interface Answer extends Included {
  readonly payloadHash: Hex;
  /** Undefined while the round is not closed. */
  readonly verdict: Verdict | undefined;
  readonly includedFrom: Version;
}

export const NOT_YET: Version = { term: 0, version: 0 };

/** The answers of the replay window, for each node. */
export class Answers {
  readonly #nodes: Map<Hex, Answer[]>;

  constructor(saved: readonly (readonly [Hex, readonly Answer[]])[] = []) {
    this.#nodes = new Map(saved.map(([node, answers]) => [node, [...answers]]));
  }

  /** For a checkpoint. */
  get entries(): [Hex, Answer[]][] {
    return [...this.#nodes];
  }

  find(node: Hex, { session, seq }: Included): Answer | undefined {
    return this.#nodes.get(node)?.find((answer) => answer.session === session && answer.seq === seq);
  }

  /** Takes the place of what was answered before. */
  set(node: Hex, answer: Answer): void {
    const others = (this.#nodes.get(node) ?? []).filter(
      ({ session, seq }) => session !== answer.session || seq !== answer.seq,
    );
    this.#nodes.set(node, [...others, answer].slice(-WINDOW));
  }
}
