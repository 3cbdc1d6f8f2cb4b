import * as abi from "../../src/abi.ts";
import { Core } from "../../src/core.ts";
import { freshImage } from "../../src/image.ts";
import { fullSpec, type ModelSpec } from "../../src/spec.ts";

export interface Tensor {
  /** Index of the layer, or `"targets"`. */
  layer: number | "targets";
  name: string;
  trainable: boolean;
  /** Live: writing here writes the model. */
  values: Float32Array;
}

const NAMES = ["weight", "bias", "scale", "shift", "mean", "variance", "weightSum"];

/** One model on the bare exports of a core of its own: what the host adds is out of the way. */
export class RawModel {
  static async open(build: "simd" | "scalar" | "mcu", spec: ModelSpec): Promise<RawModel> {
    return new RawModel(await Core.load({ build }), spec);
  }

  readonly core: Core;
  readonly handle: number;
  #tensors: Tensor[] = [];
  #buffer: ArrayBufferLike | undefined;

  constructor(core: Core, spec: ModelSpec) {
    const image = freshImage(fullSpec(spec));
    this.core = core;
    this.handle = core.checked(core.exports.open(core.bring(image), image.length), "open");
  }

  /** Views on every tensor, renewed when memory has grown. */
  get tensors(): Tensor[] {
    if (this.#buffer !== this.core.exports.memory.buffer) {
      this.#buffer = this.core.exports.memory.buffer;
      this.#tensors = this.#readTensors(this.#buffer);
    }
    return this.#tensors;
  }

  tensor(key: string): Tensor {
    const found = this.tensors.find(({ layer, name }) => `${layer}.${name}` === key);
    if (found === undefined) throw new Error(`no tensor ${key}`);
    return found;
  }

  predict(x: readonly number[]): number[] {
    this.#floats("input").set(x);
    this.core.checked(this.core.exports.predict(this.handle), "predict");
    return Array.from(this.#floats("output"));
  }

  /** The status: stepped, buffered or skipped. */
  learn(x: readonly number[], y: readonly number[], weight = 1): number {
    if (weight !== 1) this.set(abi.KEY_SAMPLE_WEIGHT, weight);
    this.#floats("input").set(x);
    this.#floats("target").set(y);
    return this.core.checked(this.core.exports.learn(this.handle), "learn");
  }

  flush(): number {
    return this.core.checked(this.core.exports.flush(this.handle), "flush");
  }

  get loss(): number {
    return this.core.exports.loss(this.handle);
  }

  set(key: number, value: number): void {
    this.core.checked(this.core.exports.set(this.handle, key, value), `set ${key}`);
  }

  get(key: number): number {
    return this.core.exports.get(this.handle, key);
  }

  /** Lays a copy of the state at the start of the free arena; `restore` takes it back from there. */
  remember(): () => void {
    const { exports } = this.core;
    const length = exports.state_size(this.handle);
    const address = this.core.bring(this.core.copy(exports.state(this.handle), length));
    return () => {
      if (exports.restore(this.handle, address, length) < 0) throw new Error("restore");
    };
  }

  close(): void {
    this.core.exports.close(this.handle);
  }

  #floats(what: "input" | "output" | "target"): Float32Array {
    const { exports } = this.core;
    return new Float32Array(exports.memory.buffer, exports[what](this.handle), exports[`${what}_size`](this.handle));
  }

  #readTensors(buffer: ArrayBufferLike): Tensor[] {
    const tensors: Tensor[] = [];
    const field = (i: number, which: number) => this.core.exports.parameter(this.handle, i, which);
    for (let i = 0; field(i, abi.PARAMETER_LAYER) >= 0; i++) {
      const layer = field(i, abi.PARAMETER_LAYER);
      const size = field(i, abi.PARAMETER_ROWS) * field(i, abi.PARAMETER_COLUMNS);
      tensors.push({
        layer: layer === abi.LAYER_OF_TARGETS ? "targets" : layer,
        name: NAMES[field(i, abi.PARAMETER_NAME)] as string,
        trainable: field(i, abi.PARAMETER_TRAINABLE) === 1,
        values: new Float32Array(buffer, field(i, abi.PARAMETER_POINTER), size),
      });
    }
    return tensors;
  }
}
