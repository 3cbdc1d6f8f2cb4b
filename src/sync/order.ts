import { MillraceError } from "../errors.ts";
import { Refusal } from "./refusal.ts";
import type { Envelope, Hex, Version } from "./types.ts";

/** A leader that says it is further ahead than this is refused. */
export const LARGEST_TERM_JUMP = 1_000;

/** Below 0 where `a` is before `b`: by term, then by version. */
export function compareVersions(a: Version, b: Version): number {
  return a.term - b.term || a.version - b.version;
}

export interface FencePosition extends Version {
  /** Hash of the body; empty while there is none. */
  readonly hash: Hex;
}

/** What a device has seen of heads: only a higher (term, version) is new, so that nothing is rolled back or played again. */
export class Fence {
  #at: FencePosition;

  constructor(at: FencePosition = { term: 0, version: 0, hash: "" }) {
    this.#at = at;
  }

  get at(): FencePosition {
    return this.#at;
  }

  /**
   * @param hash of the body it names
   * @returns "same": the head that is known, signed again
   * @throws Refusal `term` for one from before, a jump of more than 1,000 terms, or another body under the same version
   */
  check(envelope: Envelope, hash: Hex): "newer" | "same" {
    this.checkTerm(envelope);
    const order = compareVersions(envelope, this.#at);
    if (order > 0) return "newer";
    if (order === 0 && hash === this.#at.hash) return "same";
    throw refused(
      order === 0 ? "two global models have the same version" : "an older global model",
      this.#at,
      envelope,
    );
  }

  /** Of messages that name no model of their own. @throws Refusal `term` for a term that is over, or too far ahead */
  checkTerm(envelope: Envelope): void {
    if (envelope.term < this.#at.term) throw refused("the term is over", this.#at, envelope);
    if (this.#at.term > 0 && envelope.term - this.#at.term > LARGEST_TERM_JUMP) {
      throw refused(`a jump of more than ${LARGEST_TERM_JUMP} terms`, this.#at, envelope);
    }
  }

  /** @throws MillraceError `E_STATE` for one that is not higher */
  advance(to: FencePosition): void {
    if (compareVersions(to, this.#at) <= 0 && to.hash !== this.#at.hash) {
      throw new MillraceError("E_STATE", "a fence goes forwards only", {
        expected: shown(this.#at),
        actual: shown(to),
      });
    }
    this.#at = { term: to.term, version: to.version, hash: to.hash };
  }
}

// ---

function refused(what: string, expected: Version, envelope: Envelope): Refusal {
  return new Refusal("term", what, { expected: `above ${shown(expected)}`, actual: shown(envelope), envelope });
}

function shown({ term, version }: Version): string {
  return `term ${term}, version ${version}`;
}
