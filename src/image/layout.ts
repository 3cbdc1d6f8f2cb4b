import * as abi from "../abi.ts";
import { MillraceError } from "../errors.ts";
import { OPTIMIZER_SLOTS } from "../spec/names.ts";
import {
  countOf,
  expertsOf,
  type FullDetector,
  type FullLayer,
  type FullMember,
  type FullSpec,
  lossName,
  membersOf,
  widthsOf,
} from "../spec.ts";

/** Where the tensors of a layer lie, and how many values they have. */
export interface LayerLayout {
  parameters: number;
  slots: number;
  parameterCount: number;
}
export interface MemberLayout {
  layers: LayerLayout[];
  /** Where its average lies. */
  averages: number;
}

/** Where everything lies in an image. Offsets are bytes from its start, 0 where there is nothing. */
export interface Layout {
  stateOffset: number;
  stateBytes: number;
  /** Bytes of header and tables: the whole of a fresh image. */
  tableBytes: number;
  members: MemberLayout[];
  /** State of mixture, detectors and replay. */
  mixture: number;
  drift: number[];
  replay: number;
}

/** How many records of each kind an image has. */
export interface Counts {
  members: number;
  layers?: number;
  experts?: number;
  replays?: number;
  drifts?: number;
  /** Classes whose weights are in the tables. */
  weights?: number;
}
/** Offsets of the tables of an image; of the detectors and class weights also where there are none. */
export interface Tables {
  layers: number;
  /** 0 where there is none. */
  mixture: number;
  /** 0 where there is none. */
  replay: number;
  drift: number;
  weights: number;
  end: number;
}

export function tablesOf({ members, layers = 0, experts = 1, replays = 0, drifts = 0, weights = 0 }: Counts): Tables {
  const layersAt = abi.HEADER_BYTES + members * abi.MEMBER_BYTES;
  const mixtureAt = layersAt + layers * abi.LAYER_BYTES;
  const replayAt = mixtureAt + (experts > 1 ? abi.MIXTURE_BYTES : 0);
  const drift = replayAt + replays * abi.REPLAY_BYTES;
  const weightsAt = drift + drifts * abi.DRIFT_BYTES;
  return {
    layers: layersAt,
    mixture: experts > 1 ? mixtureAt : 0,
    replay: replays > 0 ? replayAt : 0,
    drift,
    weights: weightsAt,
    end: weightsAt + 4 * weights,
  };
}

/** The records the image of a spec has. */
export function countsOf(spec: FullSpec): Required<Counts> {
  const members = membersOf(spec);
  return {
    members: members.length,
    layers: members.reduce((sum, { layers }) => sum + layers.length, 0),
    experts: expertsOf(members),
    replays: spec.replay ? 1 : 0,
    drifts: spec.drift?.length ?? 0,
    weights: Array.isArray(spec.classWeights) ? spec.outputs : 0,
  };
}

/** @throws MillraceError `E_MEMORY` where the image would be larger than a core can address */
export function layoutOf(spec: FullSpec): Layout {
  const members = membersOf(spec);
  const inputs = countOf(spec.inputs);
  const counts = countsOf(spec);
  const { experts, layers: layerCount } = counts;
  const tables = tablesOf(counts);
  const stateOffset = Math.ceil(tables.end / ALIGNMENT) * ALIGNMENT;
  let end = stateOffset + abi.STATE_BYTES + members.length * abi.MEMBER_STATE_BYTES + 4 * layerCount;
  /** Takes room for values of 4 bytes. */
  const place = (values: number): number => {
    const at = values === 0 ? 0 : end;
    end += 4 * values;
    return at;
  };

  const scalers = placeScalers(members, () => place(scalerValues(inputs, spec.missing === "mean" ? inputs : 1)));
  if (spec.standardizeTargets) place(scalerValues(spec.outputs, 1));
  const placed = members.map(({ layers }, m): MemberLayout => {
    const widths = widthsOf(inputs, layers);
    return {
      layers: layers.map((layer, i) => {
        const parameterCount = parametersOf(layer, widths[i] as number);
        const scaler = layer.type === "standardize" ? (scalers[m] as number) : 0;
        return { parameters: scaler || place(parameterCount), slots: 0, parameterCount };
      }),
      averages: 0,
    };
  });
  for (const [m, { layers, optimizer }] of members.entries()) {
    const widths = widthsOf(inputs, layers);
    for (const [i, layer] of layers.entries()) {
      const slots = place(OPTIMIZER_SLOTS[optimizer.type] * trainedValuesOf(layer, widths[i] as number));
      (placed[m]?.layers[i] as LayerLayout).slots = slots;
    }
  }
  for (const [m, member] of placed.entries()) {
    if (members[m]?.average) member.averages = place(parameterCountOf(member));
  }
  const logistic = lossName(spec.loss) === "crossEntropy";
  const mixture = place(experts === 1 ? 0 : logistic ? 2 * experts + 2 : experts);
  const drift = (spec.drift ?? []).map((detector) => place(detectorWords(detector)));
  if (spec.anomaly) place(QUANTILE_WORDS);
  if (spec.classWeights === "balanced") place(spec.outputs);
  // An anomaly model's target is its input.
  const rowValues = inputs + (spec.anomaly ? 0 : spec.outputs) + 1;
  const replay = spec.replay
    ? place(2 * (spec.replay.policy === "balanced" ? spec.outputs : 1) + spec.replay.capacity * rowValues)
    : 0;
  if (spec.batchSize > 1) place(spec.batchSize * rowValues);
  if (end >= ADDRESSABLE) {
    throw new MillraceError("E_MEMORY", "the model is larger than a core can address", {
      expected: end,
      actual: ADDRESSABLE - 1,
      remedy: "Take fewer units, inputs, or samples in a batch or replay",
    });
  }
  const stateBytes = end - stateOffset;
  return { stateOffset, stateBytes, tableBytes: tables.end, members: placed, mixture, drift, replay };
}

export function parameterCountOf({ layers }: MemberLayout): number {
  return layers.reduce((sum, { parameterCount }) => sum + parameterCount, 0);
}

/** Words of a detector's state: three of its own, then as its file in assembly/stream says. */
function detectorWords(detector: FullDetector): number {
  const own = { ddm: 4, hddmW: 7, pageHinkley: 4 };
  if (detector.type !== "adwin") return 3 + own[detector.type];
  return 3 + 1 + Math.ceil(detector.rows / 4) + 12 * detector.rows;
}

const QUANTILE_WORDS = 11;
const ALIGNMENT = 16;
const ADDRESSABLE = 2 ** 31;

/** Where the scaler of each member lies: one for each setting, which is told as the tables hold it. */
function placeScalers(members: readonly FullMember[], place: () => number): number[] {
  const known = new Map<string, number>();
  return members.map(({ layers: [first] }) => {
    if (first?.type !== "standardize") return 0;
    const { decay, clip, epsilon } = first;
    const setting = [decay === "all" ? 1 : decay, clip, epsilon].map(Math.fround).join();
    const at = known.get(setting) ?? place();
    known.set(setting, at);
    return at;
  });
}

/** Values a layer keeps besides its scaler, trained or not. */
function parametersOf(layer: FullLayer, inputs: number): number {
  return layer.type === "batchNorm" ? 4 * inputs : trainedValuesOf(layer, inputs);
}

function trainedValuesOf(layer: FullLayer, inputs: number): number {
  if (layer.type === "batchNorm") return 2 * inputs;
  return layer.type === "dense" ? layer.units * (inputs + (layer.bias ? 1 : 0)) : 0;
}

function scalerValues(width: number, weights: number): number {
  return 2 * weights + 2 * width;
}
