import { MillraceError } from "../errors.ts";
import type { Hex, Included } from "./types.ts";

/** `old`: of a session that is over, or too far back to tell. */
export type Freshness = "new" | "seen" | "old";

/** How far behind the newest seq an update is still told apart from one that was taken. */
export const WINDOW = 64;

/** Which updates of each node were taken: a sliding window of 64 behind the newest (session, seq). Part of the checkpoint. */
export class ReplayWindows {
  readonly #nodes = new Map<Hex, Window>();

  /** Changes nothing. */
  check(node: Hex, { session, seq }: Included): Freshness {
    const window = this.#nodes.get(node);
    if (!window || session > window.session) return "new";
    if (session < window.session) return "old";
    const behind = window.seq - seq;
    if (behind < 0) return "new";
    if (behind >= WINDOW) return "old";
    return bitOf(window, behind) ? "seen" : "new";
  }

  /** Notes that an update was taken. @throws MillraceError `E_STATE` for one that is not new */
  mark(node: Hex, { session, seq }: Included): void {
    const freshness = this.check(node, { session, seq });
    if (freshness !== "new") {
      throw new MillraceError("E_STATE", "an update is taken once", { expected: "new", actual: freshness });
    }
    const window = this.#nodes.get(node);
    if (!window || session > window.session) {
      this.#nodes.set(node, { session, seq, low: 1, high: 0 });
      return;
    }
    const ahead = seq - window.seq;
    if (ahead > 0) {
      slide(window, ahead);
      window.seq = seq;
    }
    setBit(window, window.seq - seq);
  }

  /** The newest that was taken of a node. */
  newest(node: Hex): Included {
    const { session, seq } = this.#nodes.get(node) ?? { session: 0, seq: 0 };
    return { session, seq };
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** Sorted by node: equal windows give equal bytes. */
  toBytes(): Buffer {
    const nodes = [...this.#nodes].sort(([a], [b]) => (a < b ? -1 : 1));
    const bytes = Buffer.alloc(ENTRY_BYTES * nodes.length);
    for (const [i, [node, { session, seq, low, high }]] of nodes.entries()) {
      const at = ENTRY_BYTES * i;
      bytes.write(node, at, 8, "hex");
      bytes.writeUInt32LE(session, at + 8);
      bytes.writeDoubleLE(seq, at + 12);
      bytes.writeUInt32LE(low, at + 20);
      bytes.writeUInt32LE(high, at + 24);
    }
    return bytes;
  }

  /** @throws MillraceError `E_FORMAT` */
  static fromBytes(saved: Uint8Array): ReplayWindows {
    if (saved.length % ENTRY_BYTES !== 0) {
      throw new MillraceError("E_FORMAT", "no replay windows", {
        expected: `a multiple of ${ENTRY_BYTES}`,
        actual: saved.length,
      });
    }
    const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
    const windows = new ReplayWindows();
    for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
      windows.#nodes.set(bytes.toString("hex", at, at + 8), {
        session: bytes.readUInt32LE(at + 8),
        seq: bytes.readDoubleLE(at + 12),
        low: bytes.readUInt32LE(at + 20),
        high: bytes.readUInt32LE(at + 24),
      });
    }
    return windows;
  }
}

// --- 64 bits as two words: bit 0 is the newest ---

interface Window {
  session: number;
  seq: number;
  low: number;
  high: number;
}

const ENTRY_BYTES = 28;

function bitOf({ low, high }: Window, behind: number): boolean {
  return ((behind < 32 ? low >>> behind : high >>> (behind - 32)) & 1) === 1;
}

function setBit(window: Window, behind: number): void {
  if (behind < 32) window.low = (window.low | (1 << behind)) >>> 0;
  else window.high = (window.high | (1 << (behind - 32))) >>> 0;
}

function slide(window: Window, by: number): void {
  const { low, high } = window;
  if (by >= 64) window.low = window.high = 0;
  else if (by >= 32) {
    window.high = (low << (by - 32)) >>> 0;
    window.low = 0;
  } else if (by > 0) {
    window.high = ((high << by) | (low >>> (32 - by))) >>> 0;
    window.low = (low << by) >>> 0;
  }
}
