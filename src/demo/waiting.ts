/**
 * Rows that wait for their label, in a ring of fixed size: row r lies in slot r mod capacity.
 * When a newer row needs the slot of one still waiting, the old one is forgotten.
 */
export class WaitingRows<Row extends { row: number }> {
  readonly #slots: (Row | undefined)[];

  constructor(capacity: number) {
    this.#slots = new Array<Row | undefined>(capacity).fill(undefined);
  }

  put(row: Row): void {
    this.#slots[row.row % this.#slots.length] = row;
  }

  /** The waiting row, which no longer waits, or undefined. */
  take(row: number): Row | undefined {
    const slot = row % this.#slots.length;
    const found = this.#slots[slot];
    if (found?.row !== row) return undefined;
    this.#slots[slot] = undefined;
    return found;
  }
}
