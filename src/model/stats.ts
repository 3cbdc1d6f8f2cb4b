import * as abi from "../abi.ts";
import type { Core } from "../core.ts";
import { viewOf } from "../image/fields.ts";
import { layoutOf } from "../image/layout.ts";
import { shortestDecimal } from "../image/read.ts";
import { countOf, type FullSpec, type LayerType, widthsOf } from "../spec.ts";

export interface LayerStats {
  type: LayerType;
  inputs: number;
  units: number;
  parameters: number;
  /** False where the layer is frozen or has nothing to learn. */
  learning: boolean;
  /** Root of the fading mean of the squared gradient norm, before clipping; null where there is none. */
  gradientNorm: number | null;
  weightNorm: number | null;
  /** Units without slope in any sample of the last full window: dead (relu), saturated (sigmoid, tanh). */
  stuckUnits: number | null;
}

export interface Stats {
  /** Bytes. `model` is all that is taken of the core's arena: the image with its state, and the workspace. */
  memory: { model: number; state: number; image: number; workspace: number; core: number };
  /** The first four are part of the model; predictions and refusals count since it was opened. */
  counters: {
    learnt: number;
    updates: number;
    skipped: number;
    pending: number;
    predictions: number;
    refused: number;
  };
  parameters: number;
  /** Of the last learnt sample or batch; null before the first. */
  loss: number | null;
  /** l1 sum |w| + l2 sum w^2; not part of `loss`. */
  penalty: number;
  /** What the next update will use, after the schedule. */
  learningRate: number;
  layers: LayerStats[];
}

export function statsOf(core: Core, handle: number, spec: FullSpec): Stats {
  const { exports } = core;
  const model = countAt(core, handle, abi.COUNT_BYTES);
  const state = exports.state_size(handle);
  const address = core.checked(exports.seal(handle), "cannot read the model");
  const image = viewOf(new Uint8Array(exports.memory.buffer, address)).getUint32(abi.HEADER_LENGTH, true);
  const { layers } = layoutOf(spec);
  const widths = widthsOf(countOf(spec.inputs), spec.layers);
  return {
    memory: { model, state, image, workspace: model - image, core: core.memoryBytes },
    counters: {
      learnt: countAt(core, handle, abi.COUNT_LEARNT),
      updates: countAt(core, handle, abi.COUNT_UPDATES),
      skipped: countAt(core, handle, abi.COUNT_SKIPPED),
      pending: countAt(core, handle, abi.COUNT_PENDING),
      predictions: countAt(core, handle, abi.COUNT_PREDICTIONS),
      refused: countAt(core, handle, abi.COUNT_REFUSED),
    },
    parameters: layers.reduce((sum, { parameterCount }) => sum + parameterCount, 0),
    loss: null,
    penalty: exports.get(handle, abi.KEY_PENALTY),
    learningRate: shortestDecimal(exports.get(handle, abi.KEY_CURRENT_RATE)),
    layers: spec.layers.map(({ type }, i) => {
      const learns = type === "dense" || type === "batchNorm";
      const figure = (key: number): number => exports.get(handle, key | (i << abi.KEY_INDEX_SHIFT));
      return {
        type,
        inputs: widths[i] as number,
        units: widths[i + 1] as number,
        parameters: layers[i]?.parameterCount ?? 0,
        learning: learns && figure(abi.KEY_TRAINABLE) === 1,
        gradientNorm: learns ? figure(abi.KEY_GRADIENT_NORM) : null,
        weightNorm: learns ? figure(abi.KEY_WEIGHT_NORM) : null,
        stuckUnits: type === "dense" || type === "activation" ? figure(abi.KEY_STUCK_UNITS) : null,
      };
    }),
  };
}

/** A counter of the core: two halves of 32 bits. */
export function countAt(core: Core, handle: number, key: number): number {
  const low = core.exports.count(handle, key, 0) >>> 0;
  return (core.exports.count(handle, key, 1) >>> 0) * 2 ** 32 + low;
}
