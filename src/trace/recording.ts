import { KEY_SAMPLE_WEIGHT, OK } from "../abi.ts";
import type { CoreExports } from "../core/exports.ts";
import { Core, type CoreOptions } from "../core.ts";
import { MillraceError } from "../errors.ts";
import { splitFile } from "../image.ts";
import { type ModelSource, readModel, writeFileWhole } from "../model/files.ts";
import { Model } from "../model.ts";
import { encodeTrace, OP_FLUSH, OP_LEARN, OP_LEARN_CLASS, OP_PREDICT, OP_SET, type Trace } from "./format.ts";
import { replay } from "./replay.ts";

/**
 * A model in a core of its own that notes every call which decides its state, and every prediction. Refused calls
 * change nothing and are left out. It takes memory with every call: the numbers of the call.
 */
export class Recording {
  /** Loads a model as `Model.load` does, into a core of these options. @throws MillraceError what `Model.load` throws */
  static async start(source: ModelSource, options: CoreOptions = {}): Promise<Recording> {
    const file = await readModel(source);
    const core = await Core.load(options);
    const tape = new Tape(core.exports);
    // The model calls what stands here; the core itself is left as it is.
    (core as { exports: CoreExports }).exports = tape.exports;
    const model = await Model.load(file, { core });
    return new Recording(model, splitFile(file).core.slice(), tape, options);
  }

  /** Predict and learn with it. `restore`, `reset` and `setParameters` are no calls that a trace can hold. */
  readonly model: Model;
  readonly #image: Uint8Array;
  readonly #tape: Tape;
  readonly #options: CoreOptions;

  private constructor(model: Model, image: Uint8Array, tape: Tape, options: CoreOptions) {
    this.model = model;
    this.#image = image;
    this.#tape = tape;
    this.#options = options;
  }

  get calls(): number {
    return this.#tape.calls;
  }

  /**
   * The bytes of a trace of all calls so far, replayed once to be sure of them.
   * @throws MillraceError `E_STATE` where the state came about by something other than the calls
   */
  async trace(): Promise<Uint8Array<ArrayBuffer>> {
    const { inputs, outputs } = this.#tape;
    const checksum = this.model.checksum();
    const trace: Trace = {
      image: this.#image,
      inputs,
      outputs,
      calls: this.#tape.calls,
      words: this.#tape.words(),
      checksum,
    };
    const { same } = replay(trace, await Core.load(this.#options));
    if (!same) {
      throw new MillraceError("E_STATE", "the calls recorded do not lead to the model's state", {
        remedy: "Start another recording behind restore, reset or setParameters",
      });
    }
    return encodeTrace(trace);
  }

  /** Writes the trace, whole or not at all. @throws MillraceError `E_FILE`, `E_STATE` */
  async save(path: string | URL): Promise<void> {
    await writeFileWhole(path, await this.trace(), "the trace");
  }
}

/** Notes the calls on the exports of a core, for the one model it holds. */
class Tape {
  readonly exports: CoreExports;
  calls = 0;
  /** Of the model recorded, the first that was opened; clones go by unnoted. */
  #handle = 0;
  #inputs = 0;
  #outputs = 0;
  #weighed = false;
  readonly #core: CoreExports;
  #words: Uint32Array = new Uint32Array(1024);
  #length = 0;

  constructor(core: CoreExports) {
    this.#core = core;
    this.exports = {
      ...core,
      memory: core.memory,
      open: (image, length) => {
        const handle = core.open(image, length);
        if (handle > 0 && this.#handle === 0) {
          this.#handle = handle;
          [this.#inputs, this.#outputs] = [core.input_size(handle), core.output_size(handle)];
        }
        return handle;
      },
      predict: (handle) => this.#note(handle, core.predict(handle), OP_PREDICT, this.#input()),
      learn: (handle) => {
        const target = this.#memory(core.target(this.#handle), this.#outputs);
        return this.#noteLearnt(handle, core.learn(handle), OP_LEARN, this.#input(), target);
      },
      learn_class: (handle, index) =>
        this.#noteLearnt(handle, core.learn_class(handle, index), OP_LEARN_CLASS, this.#input(), [index]),
      flush: (handle) => this.#note(handle, core.flush(handle), OP_FLUSH),
      set: (handle, key, value) => {
        const status = core.set(handle, key, value);
        if (handle === this.#handle && status >= 0 && key === KEY_SAMPLE_WEIGHT) this.#weighed = true;
        return this.#note(handle, status, OP_SET, [key], bitsOf(value));
      },
    };
  }

  get inputs(): number {
    return this.#inputs;
  }

  get outputs(): number {
    return this.#outputs;
  }

  words(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }

  #input(): Uint32Array {
    return this.#memory(this.#core.input(this.#handle), this.#inputs);
  }

  #memory(address: number, count: number): Uint32Array {
    // Nothing to read once the model is closed.
    return address > 0 ? new Uint32Array(this.#core.memory.buffer, address, count) : new Uint32Array(0);
  }

  #noteLearnt(handle: number, status: number, op: number, ...parts: ArrayLike<number>[]): number {
    if (handle !== this.#handle) return status;
    // A sample weight goes with its sample, and so with a refused one.
    if (status < 0 && this.#weighed) this.#note(handle, OK, OP_SET, [KEY_SAMPLE_WEIGHT], bitsOf(1));
    this.#weighed = false;
    return this.#note(handle, status, op, ...parts);
  }

  #note(handle: number, status: number, op: number, ...parts: ArrayLike<number>[]): number {
    if (status < 0 || handle !== this.#handle) return status;
    this.calls++;
    this.#append([op]);
    for (const part of parts) this.#append(part);
    return status;
  }

  #append(part: ArrayLike<number>): void {
    if (this.#length + part.length > this.#words.length) {
      const larger = new Uint32Array(2 * (this.#length + part.length));
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words.set(part, this.#length);
    this.#length += part.length;
  }
}

function bitsOf(value: number): Uint32Array {
  return new Uint32Array(Float32Array.of(value).buffer);
}
