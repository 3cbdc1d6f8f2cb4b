import { existsSync, mkdirSync } from "node:fs";
import type { Journal } from "../../journal.ts";
import type { Cutting } from "../../sync/device/enactor.ts";
import { KIND_SYNC } from "../records.ts";
import type { Cell } from "./cell.ts";
import type { Cells } from "./cells.ts";
import type { FleetPart } from "./fleet-part.ts";
import type { FleetStep, Joined } from "./fleet-step.ts";
import type { Ledger, Placed } from "./ledger.ts";

export interface FleetDeskParts {
  readonly journal: Journal;
  readonly streams: readonly string[];
  readonly cells: Cells;
  readonly ledger: Ledger;
  /** Brings to the journal, and to the models, what is gathered. */
  flush(): void;
  apply(placed: Placed, nowMs: number): void;
}

/** Where shared models' parts in their fleets change: a step is a record first, as all that changes the state. */
export class FleetDesk {
  readonly #parts: FleetDeskParts;

  constructor(parts: FleetDeskParts) {
    this.#parts = parts;
  }

  /** Undefined where the model is not in memory, or its gateway's own. Another object after the model was loaded anew. */
  part(stream: string): FleetPart | undefined {
    return this.#parts.cells.get(stream, "")?.fleet;
  }

  /** Brings everything into the model that waits to be learnt. @throws MillraceError `E_JOURNAL` */
  flush(): void {
    this.#parts.flush();
  }

  /**
   * Journals a step, then takes it.
   * @returns the updates it cut
   * @throws MillraceError `E_JOURNAL`: nothing is taken then
   */
  take(stream: string, step: FleetStep, nowMs: number): Cutting[] {
    const { cells, ledger, flush, apply } = this.#parts;
    flush();
    const cell = cells.get(stream, "") as Cell;
    const draft = { kind: KIND_SYNC, stream, key: "", turn: 0, back: 0, source: "", step } as const;
    for (const placed of ledger.write([{ ...draft }], nowMs, () => cell)) {
      try {
        apply(placed, nowMs);
      } catch (error) {
        cells.lose(stream, "", error);
      }
    }
    return this.part(stream)?.takeCuttings() ?? [];
  }

  /** At the start: models join the fleets they are configured for, and leave those they are not. @throws as `take` */
  async settle(nowMs: number, seats: ReadonlyMap<string, Joined> = new Map()): Promise<void> {
    const { cells, journal, streams } = this.#parts;
    const gaps = [...journal.recovery.gaps, ...journal.recovery.earlierGaps];
    for (const stream of streams) {
      const seat = seats.get(stream);
      const folder = cells.plan(stream)?.fleet.folder;
      // Whoever has ever joined has a folder.
      if (folder === undefined || (seat === undefined && !existsSync(folder))) continue;
      const cell = cells.get(stream, "") ?? (await cells.load(stream, "", journal.nextSeq - 1));
      if (cell === undefined) continue;
      if (seat === undefined) {
        if (cell.fleet) this.take(stream, { decided: "left" }, nowMs);
        continue;
      }
      mkdirSync(folder, { recursive: true });
      // What stood behind the last record that is known may have been a step of this model's.
      const isUnsure = cell.fleet !== undefined && gaps.some(({ to }) => to > cell.appliedSeq);
      if (JSON.stringify(cell.fleet?.identity) !== JSON.stringify(seat)) this.take(stream, seat, nowMs);
      if (isUnsure) this.take(stream, { decided: "forgot" }, nowMs);
    }
  }
}
