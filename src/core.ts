import { instantiate } from "@assemblyscript/loader";
import { ABI_VERSION, E_MEMORY } from "./abi.ts";
import { type CoreExports, EXPORTED_FUNCTIONS } from "./core/exports.ts";
import { failureError, readFailure } from "./core/failure.ts";
import { type CoreBuild, readBytes, shippedBytes, urlOf } from "./core/source.ts";
import { MillraceError, show } from "./errors.ts";

export interface CoreOptions {
  /** `"auto"`, the default, takes `"simd"` where the engine has it. */
  build?: "auto" | CoreBuild;
  /** The module itself; `build` is no more than its name then. */
  bytes?: BufferSource | WebAssembly.Module;
  /** Where the module lies. */
  url?: string | URL;
  /** Most bytes all models of this core may take together. */
  memoryBytes?: number;
}

/**
 * One instance of the WebAssembly core. It holds many models, belongs to one thread, and grows its memory only while
 * a model is opened or a state is brought in.
 */
export class Core {
  /** @throws MillraceError `E_FILE`, `E_FORMAT`, `E_VERSION`, `E_MEMORY`, `E_VALUE` */
  static async load(options: CoreOptions = {}): Promise<Core> {
    const { build, module } = await chooseModule(options);
    const { instance } = await instantiate(module).catch((cause: unknown) => {
      throw new MillraceError("E_FORMAT", "the core is no WebAssembly module this engine can run", { cause });
    });
    return new Core(build, instance.exports as unknown as CoreExports, options.memoryBytes);
  }

  /** The core that models share when none is named; loaded once. */
  static async shared(): Promise<Core> {
    sharedCore ??= Core.load().catch((error: unknown) => {
      sharedCore = undefined;
      throw error;
    });
    return sharedCore;
  }

  /** `"given"` for a module of the caller's that was not named. */
  readonly build: CoreBuild | "given";
  /** The exports as they are, for what this class does not say. */
  readonly exports: CoreExports;
  readonly #end: number;

  private constructor(build: Core["build"], exports: CoreExports, memoryBytes: number | undefined) {
    this.build = build;
    this.exports = exports;
    const missing = EXPORTED_FUNCTIONS.find((name) => typeof exports[name] !== "function");
    if (missing !== undefined) {
      throw new MillraceError("E_FORMAT", "the module is not a Millrace core", {
        where: missing,
        actual: "no such export",
      });
    }
    if (exports.abi() !== ABI_VERSION) {
      throw new MillraceError("E_VERSION", "the core speaks another ABI", {
        expected: ABI_VERSION,
        actual: exports.abi(),
      });
    }
    if (memoryBytes !== undefined) this.#limit(memoryBytes);
    this.#end = exports.arena() + exports.capacity();
  }

  /** Bytes of WebAssembly memory this core holds now. */
  get memoryBytes(): number {
    return this.exports.memory.buffer.byteLength;
  }

  /** Bytes that are still free for models. */
  get freeBytes(): number {
    return Math.max(0, this.#end - this.exports.arena());
  }

  /**
   * Copies bytes to where `open`, `measure` and `restore` can read them: the start of the free arena, where `open` adopts
   * an image as it lies, or behind the arena where that is full.
   * @returns their address, good until the next call that takes memory
   * @throws MillraceError `E_MEMORY`
   */
  bring(bytes: Uint8Array): number {
    const address = this.reserve(bytes.length);
    new Uint8Array(this.exports.memory.buffer, address, bytes.length).set(bytes);
    return address;
  }

  /** Room for so many bytes there. @returns its address, good until the next call that takes memory @throws MillraceError `E_MEMORY` */
  reserve(bytes: number): number {
    const address = bytes <= this.freeBytes ? this.exports.arena() : this.#end;
    if (this.#grow(address + bytes)) return address;
    const failure = { code: E_MEMORY, where: 0, expected: bytes, actual: this.freeBytes };
    throw failureError(failure, "cannot bring the model in");
  }

  /** A copy of `length` bytes of memory. */
  copy(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.exports.memory.buffer, address, length).slice() as Uint8Array<ArrayBuffer>;
  }

  /** Result of an export, or its failure as an error. */
  checked(result: number, doing: string): number {
    if (result >= 0) return result;
    throw failureError(readFailure(this.exports), doing);
  }

  #limit(memoryBytes: number): void {
    if (!Number.isInteger(memoryBytes) || memoryBytes < 1 || memoryBytes >= 2 ** 31) {
      throw new MillraceError("E_VALUE", "not a size", {
        where: "memoryBytes",
        expected: "a whole number of bytes from 1 to 2147483647",
        actual: show(memoryBytes),
      });
    }
    this.checked(this.exports.limit(memoryBytes), "cannot limit the memory of the core");
  }

  #grow(end: number): boolean {
    const size = this.memoryBytes;
    if (end <= size) return true;
    const pages = Math.ceil((end - size) / PAGE);
    // Geometric steps keep ten thousand small models from growing memory ten thousand times.
    const step = Math.min(Math.max(size / 2, 2 ** 20), this.#end - size);
    const generous = Math.max(pages, Math.ceil(step / PAGE));
    return grew(this.exports.memory, generous) || grew(this.exports.memory, pages);
  }
}

const PAGE = 65536;
let sharedCore: Promise<Core> | undefined;

function grew(memory: WebAssembly.Memory, pages: number): boolean {
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}

async function chooseModule(
  options: CoreOptions,
): Promise<{ build: Core["build"]; module: BufferSource | WebAssembly.Module }> {
  if (typeof options !== "object" || options === null) {
    throw new MillraceError("E_VALUE", "no options", {
      expected: "an object with build, bytes, url or memoryBytes",
      actual: show(options),
    });
  }
  const { build = "auto", bytes, url } = options;
  if (!["auto", "simd", "scalar", "mcu"].includes(build)) {
    throw new MillraceError("E_VALUE", "no such build", {
      where: "build",
      expected: '"auto", "simd", "scalar" or "mcu"',
      actual: show(build),
    });
  }
  const named = build === "auto" ? "given" : build;
  if (bytes !== undefined) return { build: named, module: bytes };
  if (url !== undefined) return { build: named, module: await readBytes(await urlOf(url), "the core") };
  if (build !== "auto") return { build, module: await shippedBytes(build) };
  const module = await shippedBytes("simd");
  if (WebAssembly.validate(module)) return { build: "simd", module };
  return { build: "scalar", module: await shippedBytes("scalar") };
}
