import * as abi from "../abi.ts";
import { LOSSES, nameOf, REPLAY_POLICIES } from "../spec/names.ts";
import {
  expertsOf,
  type FullAnomaly,
  type FullDetector,
  type FullLoss,
  type FullMember,
  type FullMixture,
  type FullReplay,
  type FullSpec,
} from "../spec.ts";
import { viewOf } from "./fields.ts";
import { tablesOf } from "./layout.ts";
import { decimal, readDecay, readDetector, readLayer, readMember } from "./records.ts";

/** The spec the tables state, without names of inputs and classes. The core must have accepted the image. */
export function specOf(image: Uint8Array): FullSpec {
  const view = viewOf(image);
  const flags = view.getUint32(abi.HEADER_FLAGS, true);
  const members = readMembers(view);
  const replays = view.getUint16(abi.HEADER_REPLAYS, true);
  const drifts = view.getUint16(abi.HEADER_DRIFTS, true);
  const outputs = view.getUint32(abi.HEADER_OUTPUTS, true);
  const tables = tablesOf({
    members: members.length,
    layers: view.getUint16(abi.HEADER_LAYERS, true),
    experts: expertsOf(members),
    replays,
    drifts,
  });
  const replay = tables.replay === 0 ? undefined : readReplay(view, tables.replay);
  const shared = {
    inputs: view.getUint32(abi.HEADER_INPUTS, true),
    outputs,
    missing: flags & abi.FLAG_MISSING ? ("mean" as const) : ("refuse" as const),
    loss: readLoss(view),
    ...(tables.mixture > 0 && { mixture: readMixture(view, tables.mixture) }),
    batchSize: view.getUint32(abi.HEADER_BATCH, true),
    ...(flags & abi.FLAG_TARGETS && { standardizeTargets: readTargetScaler(view) }),
    ...(drifts > 0 && { drift: readDetectors(view, tables.drift, drifts) }),
    ...(flags & abi.FLAG_ANOMALY && { anomaly: readAnomaly(view) }),
    ...(flags & abi.FLAG_BALANCED && { classWeights: "balanced" as const }),
    ...(flags & abi.FLAG_CLASS_WEIGHTS && {
      classWeights: Array.from({ length: outputs }, (_, c) => decimal(view, tables.weights + 4 * c)),
    }),
    seed: view.getUint32(abi.HEADER_SEED, true),
  };
  const [network, ...others] = members as [FullMember];
  if (others.length > 0) return { ...shared, members, ...(replay && { replay }) };
  const { layers, optimizer, replaySteps: steps, average } = network;
  return { ...shared, layers, optimizer, ...(average && { average }), ...(replay && { replay: { ...replay, steps } }) };
}

function readLoss(view: DataView): FullLoss {
  const type = nameOf(LOSSES, view.getUint8(abi.HEADER_LOSS));
  return type === "huber" ? { type, delta: decimal(view, abi.HEADER_DELTA) } : type;
}

function readTargetScaler(view: DataView): NonNullable<FullSpec["standardizeTargets"]> {
  return {
    decay: readDecay(view, abi.HEADER_TARGET_DECAY),
    clip: decimal(view, abi.HEADER_TARGET_CLIP),
    epsilon: decimal(view, abi.HEADER_TARGET_EPSILON),
  };
}

function readMembers(view: DataView): FullMember[] {
  const count = view.getUint16(abi.HEADER_MEMBERS, true);
  let at = tablesOf({ members: count }).layers;
  const recordAt = (offset: number, bytes: number) => new DataView(view.buffer, view.byteOffset + offset, bytes);
  return Array.from({ length: count }, (_, m) => {
    const record = recordAt(abi.HEADER_BYTES + m * abi.MEMBER_BYTES, abi.MEMBER_BYTES);
    const layers = Array.from({ length: record.getUint16(abi.MEMBER_LAYERS, true) }, () => {
      const layer = readLayer(recordAt(at, abi.LAYER_BYTES));
      at += abi.LAYER_BYTES;
      return layer;
    });
    return { layers, ...readMember(record) };
  });
}

function readMixture(view: DataView, at: number): FullMixture {
  return {
    eta: decimal(view, at + abi.MIXTURE_ETA),
    decay: decimal(view, at + abi.MIXTURE_DECAY),
    cap: decimal(view, at + abi.MIXTURE_CAP),
    logisticRate: decimal(view, at + abi.MIXTURE_LOGISTIC_RATE),
  };
}

function readReplay(view: DataView, at: number): FullReplay {
  return {
    capacity: view.getUint32(at + abi.REPLAY_CAPACITY, true),
    policy: nameOf(REPLAY_POLICIES, view.getUint32(at + abi.REPLAY_POLICY, true)),
  };
}

function readDetectors(view: DataView, at: number, count: number): FullDetector[] {
  return Array.from({ length: count }, (_, i) =>
    readDetector(new DataView(view.buffer, view.byteOffset + at + i * abi.DRIFT_BYTES, abi.DRIFT_BYTES)),
  );
}

function readAnomaly(view: DataView): FullAnomaly {
  return { quantile: decimal(view, abi.HEADER_QUANTILE), warmUp: view.getUint32(abi.HEADER_WARM_UP, true) };
}
