import type { DriftStats } from "../model/stats.ts";
import type { Verdict } from "../model/verdicts.ts";
import type { Model } from "../model.ts";
import type { Mark, SaidVerdict } from "./result.ts";

/** Hears what a model says of itself while it learns: its detectors after every row, its verdicts now and then. */
export class Listener {
  readonly #model: Model;
  readonly #hasDetectors: boolean;
  #before: DriftStats[] = [];
  readonly #said = new Map<string, SaidVerdict>();

  constructor(model: Model) {
    this.#model = model;
    this.#hasDetectors = (model.spec.drift ?? []).length > 0;
  }

  /** After a learnt row: each drift, and the first of a run of warnings. */
  events(): Pick<Mark, "kind" | "text">[] {
    if (!this.#hasDetectors) return [];
    const now = this.#model.drift();
    const before = this.#before;
    this.#before = now;
    return now.flatMap(({ type, on, status }, i): Pick<Mark, "kind" | "text">[] => {
      if (status === "none" || (status === "warning" && before[i]?.status === "warning")) return [];
      return [{ kind: status, text: `${type} on ${typeof on === "object" ? `input ${on.input}` : on}` }];
    });
  }

  /** @param row counted from 1 */
  note(row: number, verdicts: readonly Verdict[]): void {
    for (const one of verdicts) {
      if (one.verdict === "ok") continue;
      const key = `${one.verdict} ${one.member} ${one.layer}`;
      this.#said.set(key, { ...one, firstRow: this.#said.get(key)?.firstRow ?? row, lastRow: row });
    }
  }

  get verdicts(): SaidVerdict[] {
    return [...this.#said.values()];
  }
}
