import { MillraceError } from "../errors.ts";

/** What of a core.mcu.wasm decides its memory. Sizes in bytes. */
export interface McuModule {
  /** Where the arena begins: statics lie below. */
  arenaStart: number;
  arenaBytes: number;
  /** All globals that can change, as firmware keeps them. */
  globalBytes: number;
}

/** @throws MillraceError `E_FORMAT` where the module is no core for microcontrollers */
export function readMcuModule(module: Uint8Array): McuModule {
  const { arenaStart, arenaBytes, globals } = globalsOf(module);
  const widths: number[] = globals.filter(({ isMutable }) => isMutable).map(({ type }) => (type === I64 ? 8 : 4));
  const sum = widths.reduce((total, bytes) => total + bytes, 0);
  // Firmware lays the widest first: only the end is padded.
  const globalBytes = widths.includes(8) ? Math.ceil(sum / 8) * 8 : sum;
  return { arenaStart, arenaBytes, globalBytes };
}

/**
 * A copy of the module whose arena has `arenaBytes`, a multiple of 16, and whose linear memory may end there.
 * @throws MillraceError `E_MEMORY` where that is more than the module has
 */
export function resizeModule(module: Uint8Array, arenaBytes: number): Uint8Array<ArrayBuffer> {
  const { arenaStart, arenaBytes: available, room, heapBase } = globalsOf(module);
  if (arenaBytes > available) {
    throw new MillraceError("E_MEMORY", "the model does not fit into the one page of core.mcu.wasm", {
      expected: arenaBytes,
      actual: available,
      remedy: "Take fewer units, or export with --target c, whose memory is as large as the microcontroller's",
    });
  }
  const resized = new Uint8Array(module);
  writeSigned(resized, room, arenaBytes);
  writeSigned(resized, heapBase, arenaStart + arenaBytes);
  return resized;
}

// --- The global section ---

interface Place {
  at: number;
  length: number;
}
interface Global {
  type: number;
  isMutable: boolean;
  /** Of an i32. */
  value: number;
  place: Place;
}

const [GLOBAL_SECTION, EXPORT_SECTION, GLOBAL_KIND] = [6, 7, 3];
const [I32, I64, F32, F64] = [0x7f, 0x7e, 0x7d, 0x7c];

function globalsOf(module: Uint8Array): {
  arenaStart: number;
  arenaBytes: number;
  globals: Global[];
  room: Place;
  heapBase: Place;
} {
  const reader = new Reader(module);
  const globals: Global[] = [];
  const exported = new Map<string, Global | undefined>();
  for (reader.at = 8; reader.at < module.length; ) {
    const section = reader.byte();
    const end = reader.unsigned() + reader.at;
    if (end > module.length) throw notMcu("a whole module");
    if (section === GLOBAL_SECTION) for (let n = reader.unsigned(); n > 0; n--) globals.push(reader.global());
    if (section === EXPORT_SECTION) {
      for (let n = reader.unsigned(); n > 0; n--) {
        const name = reader.name();
        const kind = reader.byte();
        const index = reader.unsigned();
        if (kind === GLOBAL_KIND) exported.set(name, globals[index]);
      }
    }
    reader.at = end;
  }
  const [start, end] = [exported.get("__data_end"), exported.get("__heap_base")];
  const arenaBytes = (end?.value ?? 0) - (start?.value ?? 0);
  // The one that can change and holds the size: what a smaller arena is made with.
  const rooms = globals.filter(({ isMutable, value }) => isMutable && value === arenaBytes);
  if (start === undefined || end === undefined || arenaBytes <= 0 || rooms.length !== 1)
    throw notMcu("the globals of a static arena");
  return { arenaStart: start.value, arenaBytes, globals, room: (rooms[0] as Global).place, heapBase: end.place };
}

/** In the bytes that are there: LEB128 may be longer than it need be. */
function writeSigned(module: Uint8Array, { at, length }: Place, value: number): void {
  let rest = value;
  for (let i = 0; i < length; i++) {
    module[at + i] = (rest & 0x7f) | (i < length - 1 ? 0x80 : 0);
    rest >>= 7;
  }
}

function notMcu(expected: string): MillraceError {
  return new MillraceError("E_FORMAT", "the module is no core for microcontrollers", { expected });
}

class Reader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw notMcu("a whole module");
    return value;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed(): number {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
    }
  }

  name(): string {
    const length = this.unsigned();
    this.at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.at - length, this.at));
  }

  /** A type, whether it changes, a constant of that type, `end`. */
  global(): Global {
    const type = this.byte();
    const isMutable = this.byte() === 1;
    this.byte();
    const at = this.at;
    if (type === F32) this.at += 4;
    else if (type === F64) this.at += 8;
    const value = type === I32 || type === I64 ? this.signed() : 0;
    const place = { at, length: this.at - at };
    this.byte();
    return { type, isMutable, value: type === I32 ? value : 0, place };
  }
}
