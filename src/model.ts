/// <reference lib="esnext.disposable" preserve="true" />
import * as abi from "./abi.ts";
import { failureError, readFailure } from "./core/failure.ts";
import { Core } from "./core.ts";
import { MillraceError, show } from "./errors.ts";
import { fieldAt } from "./image/fields.ts";
import { shortestDecimal } from "./image/records.ts";
import { freshImage, readTrailer, specOf, splitFile, type Trailer, writeFile } from "./image.ts";
import { type ModelSource, readModel, writeFileWhole } from "./model/files.ts";
import { type FitOptions, fitRows, type Progress, type Rows, type Sample } from "./model/fit.ts";
import { copyValues, type Inputs, InputWriter, SpareBuffer } from "./model/inputs.ts";
import { checkOut, copyOut } from "./model/outputs.ts";
import { type Parameter, type ParameterUpdate, readParameters, writeParameters } from "./model/parameters.ts";
import { LearningProgress } from "./model/progress.ts";
import { type Given, valueError, weightError } from "./model/refusal.ts";
import { countAt, type DriftStats, driftStatsOf, type Stats, statsOf } from "./model/stats.ts";
import { likeliest, type Target, TargetWriter } from "./model/targets.ts";
import { type FullSpec, fullSpec, type ModelSpec, membersOf } from "./spec.ts";

export interface ModelOptions {
  /** The core the model lives in; left out, the one all models share. */
  core?: Core;
}

export interface LearnOptions {
  /** Of this sample against others: scales its step, not the loss that is returned. */
  weight?: number;
}

export interface ClassPrediction {
  /** The name of the class, its number as text where it has none. */
  label: string;
  index: number;
  probability: number;
}

export interface Score {
  /** Mean squared error of the inputs, in standard deviations. */
  score: number;
  /** What a score must be above to be an anomaly. */
  threshold: number;
  anomaly: boolean;
}

let openHandle: (model: Model) => number;

/** A network, or a committee of several, that predicts and learns, one sample at a time, in a fixed block of a core's memory. */
export class Model {
  /** @throws MillraceError `E_SPEC`, `E_MEMORY` */
  static async create(spec: ModelSpec, options: ModelOptions = {}): Promise<Model> {
    const full = fullSpec(spec);
    return new Model(options.core ?? (await Core.shared()), freshImage(full), { spec: full });
  }

  /** Reads a `.millrace` file. @throws MillraceError `E_FILE`, `E_FORMAT`, `E_VERSION`, `E_CRC`, `E_SPEC`, `E_MEMORY` */
  static async load(source: ModelSource, options: ModelOptions = {}): Promise<Model> {
    const { core, trailer } = splitFile(await readModel(source));
    return new Model(options.core ?? (await Core.shared()), core, trailer);
  }

  static {
    openHandle = (model) => model.#open();
  }

  readonly core: Core;
  /** Written out in full, as it was created: `freeze` and `learningRate` do not change it. */
  readonly spec: Readonly<FullSpec>;
  readonly #trailer: Trailer;
  readonly #inputs: InputWriter;
  readonly #targets: TargetWriter;
  readonly #label: SpareBuffer;
  #progress: LearningProgress;
  #handle: number;
  // Views are renewed when memory has grown: the old ones have length 0 then, as they have once the model is disposed of.
  #input: Float32Array = NOTHING;
  #output: Float32Array = NOTHING;
  #target: Float32Array = NOTHING;

  private constructor(core: Core, image: Uint8Array, trailer: Trailer | Uint8Array) {
    this.core = core;
    this.#handle = openImage(core, image);
    try {
      this.#trailer = (trailer instanceof Uint8Array ? readTrailer(trailer, image) : trailer) ?? {
        spec: specOf(image),
      };
    } catch (error) {
      core.exports.close(this.#handle);
      throw error;
    }
    this.spec = freezeDeep(this.#trailer.spec);
    this.#inputs = new InputWriter(this.spec);
    this.#targets = new TargetWriter(this.spec);
    this.#label = new SpareBuffer(this.spec.outputs);
    this.#progress = new LearningProgress(this.spec);
  }

  /** The outputs for a sample, as a copy. Changes nothing. @throws MillraceError `E_SHAPE`, `E_VALUE`, `E_CLOSED` */
  predict(x: Inputs): Float32Array<ArrayBuffer> {
    this.#run(x);
    return this.#output.slice() as Float32Array<ArrayBuffer>;
  }

  /** As `predict`, into `out`, which is returned; allocates nothing. */
  predictInto<Out extends Float32Array | Float64Array | number[]>(x: Inputs, out: Out): Out {
    this.#open();
    checkOut(out, this.spec.outputs);
    this.#run(x);
    return copyOut(this.#output, out);
  }

  /** The likeliest class, of equals the first. @throws MillraceError `E_CLASS` where the outputs are no classes */
  predictClass(x: Inputs): ClassPrediction {
    this.#open();
    if (this.#targets.classCount === 0) {
      throw new MillraceError("E_CLASS", "this model's outputs are no classes", {
        expected: "a last softmax, or one sigmoid output with binaryCrossEntropy or class names",
        remedy: "Take predict(x)",
      });
    }
    this.#run(x);
    const { index, probability } = likeliest(this.#output);
    return { label: this.#targets.labelOf(index), index, probability };
  }

  /**
   * Learns one sample.
   * @param y left out with an anomaly model, which learns `x` itself; numbers, a probability for each class, a class index or a class name
   * @returns the loss before the step; with `batchSize` > 1 the mean loss of the batch it completes, else null
   * @throws MillraceError `E_SHAPE`, `E_VALUE`, `E_CLASS`, `E_CLOSED`; nothing is learnt then
   */
  learn(x: Inputs, y?: Target, options?: LearnOptions): number | null {
    if (this.#input.length === 0) this.#renew();
    const { exports } = this.core;
    const values = this.#inputs.read(x);
    const target = this.#label.take();
    const index = this.#targets.write(y, target);
    const weight = options?.weight;
    // All is read: from here on nobody else's code runs.
    if (this.#input.length === 0) this.#renew();
    this.#inputs.put(values, x, this.#input);
    if (index < 0) copyValues(target, this.#target);
    this.#label.giveBack(target);
    if (weight !== undefined) this.#weigh(weight);
    const code = index < 0 ? exports.learn(this.#handle) : exports.learn_class(this.#handle, index);
    if (code < 0) throw this.#refusal("cannot learn", { x, y, weight });
    this.#progress.learnt(index, this.spec.anomaly ? this.#input : this.#target);
    if (code === abi.LEARN_BUFFERED) return null;
    return this.#progress.stepped(exports.loss(this.#handle));
  }

  /**
   * How badly an anomaly model gives a sample back: the mean squared error in standard deviations of the inputs, and
   * whether that is above the quantile of the scores learnt so far. Changes nothing. The threshold is infinite before
   * `warmUp` samples are learnt.
   * @throws MillraceError `E_SPEC` where the model has no scores; `E_SHAPE`, `E_VALUE`, `E_CLOSED`
   */
  score(x: Inputs): Score {
    this.#open();
    if (!this.spec.anomaly) {
      throw new MillraceError("E_SPEC", "this model has no scores", {
        expected: 'a model of the task "anomaly"',
        remedy: "Take predict(x)",
      });
    }
    this.#bring(x);
    const { exports } = this.core;
    const handle = this.#handle;
    const code = exports.score(handle);
    if (code < 0) throw this.#refusal("cannot score", { x });
    const [score, threshold] = [exports.get(handle, abi.KEY_SCORE), exports.get(handle, abi.KEY_THRESHOLD)];
    return { score, threshold, anomaly: code === 1 };
  }

  /** Applies a batch that is not full yet. @returns its mean loss, or null where no sample waits */
  flush(): number | null {
    if (this.#count(abi.COUNT_PENDING) === 0) return null;
    this.core.checked(this.core.exports.flush(this.#handle), "cannot flush the batch");
    return this.#progress.stepped(this.core.exports.loss(this.#handle));
  }

  /**
   * Learns rows of a file or a list in the order given, an epoch after the other, and flushes the batch before the
   * first and at the end of each.
   * @throws what `learn` throws, with the row; the reason of `signal`
   */
  fit(rows: Rows<Sample>, options: FitOptions = {}): AsyncGenerator<Progress, void, undefined> {
    this.#open();
    return fitRows(this, rows, options);
  }

  /** All tensors, copied. */
  parameters(): Parameter[] {
    return readParameters(this.core, this.#open(), this.spec);
  }

  /** Sets the tensors named, all or none. @throws MillraceError `E_KEY`, `E_SHAPE`, `E_VALUE` */
  setParameters(list: readonly ParameterUpdate[]): void {
    writeParameters(this.core, () => this.#open(), this.spec, list);
  }

  /** FNV-1a of the state, u32: equal where two models are equal bit for bit. */
  checksum(): number {
    return this.core.exports.checksum(this.#open()) >>> 0;
  }

  /** Bytes of the core's memory this model takes. */
  get bytes(): number {
    return this.#count(abi.COUNT_BYTES);
  }

  /** Updates of the weights so far. */
  get steps(): number {
    return this.#count(abi.COUNT_UPDATES);
  }

  /**
   * Before the schedule; setting it sets that of the model, not of the spec.
   * @throws MillraceError `E_VALUE`; `E_KEY` where there are several members, each with a rate of its own
   */
  get learningRate(): number {
    this.#alone();
    return shortestDecimal(this.core.exports.get(this.#open(), abi.KEY_LEARNING_RATE));
  }

  set learningRate(rate: number) {
    this.#alone();
    const code =
      typeof rate === "number" ? this.core.exports.set(this.#open(), abi.KEY_LEARNING_RATE, rate) : abi.E_VALUE;
    if (code >= 0) return;
    throw new MillraceError("E_VALUE", "not a learning rate", {
      where: "learningRate",
      expected: `a number from 0 to ${abi.LEARNING_RATE_LIMIT}`,
      actual: show(rate),
    });
  }

  /** The detectors in the order of the spec, as of the last learnt sample. */
  drift(): DriftStats[] {
    return driftStatsOf(this.core, this.#open(), this.spec);
  }

  /** Memory plan, counters, losses, drift, the health of each layer, and what follows from it. */
  stats(): Stats {
    return statsOf(this.core, this.#open(), this.spec, this.#progress);
  }

  /**
   * Keeps a layer from learning, or lets it learn again.
   * @param member index of the network that has the layer, where there are several
   * @throws MillraceError `E_KEY` where it has nothing to learn
   */
  freeze(layer: number, frozen = true, member = 0): void {
    const handle = this.#open();
    const members = membersOf(this.spec);
    const layers = Number.isInteger(member) ? members[member]?.layers : undefined;
    if (layers === undefined) {
      throw new MillraceError("E_KEY", "there is no such member", {
        where: "member",
        expected: members.length === 1 ? 0 : `a whole number from 0 to ${members.length - 1}`,
        actual: show(member),
      });
    }
    const type = Number.isInteger(layer) ? layers[layer]?.type : undefined;
    if (type !== "dense" && type !== "batchNorm") {
      throw new MillraceError("E_KEY", "there is no such layer that learns", {
        where: "layer",
        expected: "the index of a dense or batchNorm layer",
        actual: type === undefined ? show(layer) : `${layer}, a ${type} layer`,
      });
    }
    const index = members.slice(0, member).reduce((sum, before) => sum + before.layers.length, layer);
    const key = abi.KEY_TRAINABLE | (index << abi.KEY_INDEX_SHIFT);
    this.core.checked(this.core.exports.set(handle, key, frozen ? 0 : 1), "cannot freeze the layer");
  }

  /** The whole model as the bytes of a `.millrace` file. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return writeFile(this.#image(), this.#trailer);
  }

  /** Writes a `.millrace` file, whole or not at all, as the model is at the call. @throws MillraceError `E_FILE` */
  async save(path: string | URL): Promise<void> {
    await writeFileWhole(path, this.toBytes(), "the model");
  }

  /** The state block alone: everything that learning changes, without spec and names. */
  state(): Uint8Array<ArrayBuffer> {
    const handle = this.#open();
    const { exports } = this.core;
    return this.core.copy(exports.state(handle), exports.state_size(handle));
  }

  /** Takes the state of a model of the same spec. @throws MillraceError `E_STATE`; nothing is changed then */
  restore(state: Uint8Array): void {
    const handle = this.#open();
    const size = this.core.exports.state_size(handle);
    if (!(state instanceof Uint8Array) || state.length !== size) {
      const actual = state instanceof Uint8Array ? `${state.length} bytes` : show(state);
      throw new MillraceError("E_STATE", "the state block does not fit this model", {
        expected: `${size} bytes`,
        actual,
      });
    }
    this.core.checked(this.core.exports.restore(handle, this.core.bring(state), size), "cannot restore the state");
  }

  /** An independent copy, in the same core if no other is named. */
  clone(options: ModelOptions = {}): Model {
    return new Model(options.core ?? this.core, this.#image(), this.#trailer);
  }

  /** Starts afresh: the model as its spec creates it. */
  reset(): void {
    const before = this.#image();
    // What can be brought in now can be when the block is free: there is a way back from the close.
    this.core.bring(before);
    this.#close();
    try {
      this.#handle = openImage(this.core, freshImage(this.spec));
    } catch (error) {
      this.#handle = openImage(this.core, before);
      throw error;
    }
    this.#progress = new LearningProgress(this.spec);
  }

  /** Gives the model's memory back; it cannot be used after. Twice is once. */
  dispose(): void {
    if (this.#handle !== 0) this.#close();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** One member alone has a learning rate to speak of. */
  #alone(): void {
    if (!("members" in this.spec) || this.spec.members.length === 1) return;
    throw new MillraceError("E_KEY", "each member of a committee has a learning rate of its own", {
      where: "learningRate",
      expected: "a model of one network",
      actual: `${this.spec.members.length} members`,
      remedy: "Read stats().members; a member's rate is set in its optimizer in the spec",
    });
  }

  #run(x: Inputs): void {
    this.#bring(x);
    if (this.core.exports.predict(this.#handle) < 0) throw this.#refusal("cannot predict", { x });
  }

  #bring(x: Inputs): void {
    if (this.#input.length === 0) this.#renew();
    const values = this.#inputs.read(x);
    // Reading may have made memory grow, or disposed of the model.
    if (this.#input.length === 0) this.#renew();
    this.#inputs.put(values, x, this.#input);
  }

  #weigh(weight: number): void {
    const code =
      typeof weight === "number" ? this.core.exports.set(this.#handle, abi.KEY_SAMPLE_WEIGHT, weight) : abi.E_VALUE;
    if (code < 0) throw weightError(weight);
  }

  #renew(): void {
    const handle = this.#open();
    const { exports } = this.core;
    const { buffer } = exports.memory;
    this.#input = new Float32Array(buffer, exports.input(handle), exports.input_size(handle));
    this.#output = new Float32Array(buffer, exports.output(handle), exports.output_size(handle));
    this.#target = new Float32Array(buffer, exports.target(handle), exports.target_size(handle));
  }

  #image(): Uint8Array<ArrayBuffer> {
    const address = this.core.checked(this.core.exports.seal(this.#open()), "cannot seal the model");
    const length = new DataView(this.core.exports.memory.buffer).getUint32(address + abi.HEADER_LENGTH, true);
    return this.core.copy(address, length);
  }

  #count(key: number): number {
    return countAt(this.core, this.#open(), key);
  }

  #open(): number {
    if (this.#handle !== 0) return this.#handle;
    throw new MillraceError("E_CLOSED", "the model has been disposed of", { remedy: "Create or load it again" });
  }

  #close(): void {
    this.core.checked(this.core.exports.close(this.#open()), "cannot close the model");
    this.#handle = 0;
    this.#input = this.#output = this.#target = NOTHING;
  }

  #refusal(doing: string, given: Given): MillraceError {
    const failure = readFailure(this.core.exports);
    if (failure.code === abi.E_STATE) {
      return new MillraceError("E_STATE", "the answer is not finite: the weights have diverged", {
        where: `output ${failure.where}`,
        remedy: "Lower the learning rate or set clipNorm, and restore an earlier state or reset the model",
      });
    }
    if (failure.code !== abi.E_VALUE) return failureError(failure, doing);
    return valueError(failure, this.spec, this.#inputs, given);
  }
}

/** The core's handle of a model that is open: for those who work on its weights. @throws MillraceError `E_CLOSED` */
export function handleOf(model: Model): number {
  return openHandle(model);
}

const NOTHING: Float32Array = new Float32Array(0);

function openImage(core: Core, image: Uint8Array): number {
  const handle = core.exports.open(core.bring(image), image.length);
  if (handle > 0) return handle;
  const failure = readFailure(core.exports);
  const isInTables = failure.code !== abi.E_MEMORY && failure.code !== abi.E_STATE;
  const { place, type } = fieldAt(image, failure.where);
  throw failureError(failure, "cannot open the model", isInTables ? { place, isFloat: type === "f32" } : {});
}

function freezeDeep<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) freezeDeep(part);
  return Object.freeze(value);
}
