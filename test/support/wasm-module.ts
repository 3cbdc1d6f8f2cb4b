/** What a WebAssembly binary says of itself, read section by section. */
export interface WasmModule {
  bytes: number;
  imports: string[];
  /** `memory name` or `function name(i32, f32): i32`, in the order of the file. */
  exports: string[];
  /** Sizes in pages of 64 KiB; `maximum` is undefined where none is stated. */
  memories: { initial: number; maximum: number | undefined }[];
  hasStart: boolean;
  dataSegments: number;
  tables: number;
  globals: number;
  customSections: string[];
}

const KINDS = ["function", "table", "memory", "global"];
const VALUES: Readonly<Record<number, string>> = { 127: "i32", 126: "i64", 125: "f32", 124: "f64", 123: "v128" };
const [CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, DATA] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11];

/** Reads the sections the golden list speaks of. Throws on a file that is not WebAssembly version 1. */
export function readWasmModule(bytes: Uint8Array): WasmModule {
  const reader = new Reader(bytes);
  if (reader.word() !== 0x6d736100 || reader.word() !== 1) throw new Error("not a WebAssembly module of version 1");
  const module: WasmModule = {
    bytes: bytes.length,
    imports: [],
    exports: [],
    memories: [],
    hasStart: false,
    dataSegments: 0,
    tables: 0,
    globals: 0,
    customSections: [],
  };
  const types: string[] = [];
  const functions: string[] = [];
  while (!reader.done) {
    const id = reader.byte();
    const end = reader.unsigned() + reader.at;
    if (id === CUSTOM) module.customSections.push(reader.text());
    else if (id === START) module.hasStart = true;
    else {
      const count = reader.unsigned();
      if (id === TABLE) module.tables = count;
      if (id === GLOBAL) module.globals = count;
      if (id === DATA) module.dataSegments = count;
      // The kinds of imports have bodies of different lengths: the engine lists them.
      if (id === IMPORT) module.imports = importNames(bytes);
      // Functions are numbered from the imported ones on.
      if (id === IMPORT) functions.push(...module.imports.filter((name) => name.startsWith("function ")));
      for (let i = 0; id === MEMORY && i < count; i++) module.memories.push(reader.limits());
      for (let i = 0; id === TYPE && i < count; i++) types.push(reader.signature());
      for (let i = 0; id === FUNCTION && i < count; i++) functions.push(types[reader.unsigned()] ?? "?");
      for (let i = 0; id === EXPORT && i < count; i++) module.exports.push(reader.exported(functions));
    }
    reader.at = end;
  }
  return module;
}

function importNames(bytes: Uint8Array): string[] {
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  return WebAssembly.Module.imports(module).map(({ kind, module, name }) => `${kind} ${module}.${name}`);
}

class Reader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new Error("the module ends in the middle of a section");
    return value;
  }

  word(): number {
    return this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24);
  }

  /** LEB128 of at most 32 bits. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  text(): string {
    const length = this.unsigned();
    this.at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.at - length, this.at));
  }

  limits(): { initial: number; maximum: number | undefined } {
    const hasMaximum = (this.byte() & 1) === 1;
    return { initial: this.unsigned(), maximum: hasMaximum ? this.unsigned() : undefined };
  }

  signature(): string {
    this.byte();
    const [parameters, results] = [this.values(), this.values()];
    return `(${parameters.join(", ")}): ${results.join(", ") || "void"}`;
  }

  values(): string[] {
    return Array.from({ length: this.unsigned() }, () => VALUES[this.byte()] ?? "?");
  }

  exported(functions: readonly string[]): string {
    const name = this.text();
    const kind = KINDS[this.byte()];
    const index = this.unsigned();
    return `${kind} ${name}${kind === "function" ? (functions[index] ?? "?") : ""}`;
  }
}
