import { UNITS_LIMIT } from "./abi.ts";
import { show } from "./errors.ts";
import { expandPreset, isPreset } from "./presets.ts";
import { expertsOf, fullMember, fullMembers, fullMixture, fullReplay, REPLAY_STEPS_LIMIT } from "./spec/committee.ts";
import { fullDrift } from "./spec/drift.ts";
import type { FullMember, FullMixture, FullNetwork, FullSpec, NetworkSpec } from "./spec/models.ts";
import { countOf, lossName, widthsOf } from "./spec/network.ts";
import { Fields, refusal, uniqueNames, wholeNumber } from "./spec/reader.ts";
import { fullAnomaly, fullClasses, fullClassWeights, fullLoss, targetScaler } from "./spec/task.ts";
import type { FullLoss, MissingPolicy } from "./spec/types.ts";

export { expertsOf, membersOf } from "./spec/committee.ts";
export type * from "./spec/models.ts";
export { countOf, lastActivation, lossName, widthsOf } from "./spec/network.ts";
export { commonActivation } from "./spec/task.ts";
export type * from "./spec/types.ts";

const SHARED = [
  "inputs",
  "classes",
  "outputs",
  "missing",
  "loss",
  "batchSize",
  "standardizeTargets",
  "mixture",
  "drift",
  "anomaly",
  "classWeights",
  "seed",
];
const NETWORK = ["layers", "optimizer", "average"];

/**
 * Checks a spec and writes it out in full: a preset expanded, every default stated, every name in our spelling.
 * @throws MillraceError `E_SPEC` with the path of the field
 */
export function fullSpec(spec: NetworkSpec): FullNetwork;
export function fullSpec(spec: unknown): FullSpec;
export function fullSpec(spec: unknown): FullSpec {
  if (isPreset(spec)) return fullSpec(expandPreset(spec));
  const fields = new Fields(spec, "", [...SHARED, ...NETWORK, "members", "replay"]);
  const isCommittee = fields.has("members");
  if (isCommittee) refuseStray(fields);
  const inputs = fullInputs(fields.get("inputs"));
  const batchSize = fields.integer("batchSize", 1, 2 ** 20, 1);
  const replay = fields.has("replay")
    ? new Fields(fields.get("replay"), "replay", ["capacity", "policy", ...(isCommittee ? [] : ["steps"])])
    : undefined;
  const steps = isCommittee ? 0 : (replay?.integer("steps", 0, REPLAY_STEPS_LIMIT, 8) ?? 0);
  const members = isCommittee ? fullMembers(fields.get("members"), batchSize) : [fullMember(fields, steps, batchSize)];
  const outputs = commonWidth(countOf(inputs), members);
  const loss = fullLoss(fields.get("loss"), members, outputs);
  const classes = fullClasses(fields.get("classes"), members, outputs);
  checkOutputs(fields, outputs);
  const missing = fullMissing(fields, members);
  const kept = replay && fullReplay(replay, lossName(loss), outputs);
  const mixture = mixtureOf(fields, members, loss);
  const detectors = fields.has("drift") ? fullDrift(fields.get("drift"), inputs, lossName(loss)) : [];
  const anomaly = fields.has("anomaly") ? fullAnomaly(fields, members, countOf(inputs), outputs, loss) : undefined;
  const classWeights = fields.has("classWeights")
    ? fullClassWeights(fields.get("classWeights"), lossName(loss), outputs)
    : undefined;
  checkBatches(batchSize, members, kept !== undefined, detectors.length > 0 || anomaly !== undefined);
  const [network] = members as [FullMember];
  return {
    inputs,
    ...(classes && { classes }),
    outputs,
    missing,
    ...(isCommittee ? { members } : { layers: network.layers }),
    loss,
    ...(!isCommittee && { optimizer: network.optimizer }),
    ...(!isCommittee && network.average && { average: network.average }),
    ...(kept && { replay: isCommittee ? kept : { ...kept, steps } }),
    ...(mixture && { mixture }),
    ...(detectors.length > 0 && { drift: detectors }),
    ...(anomaly && { anomaly }),
    ...(classWeights && { classWeights }),
    batchSize,
    ...(fields.has("standardizeTargets") && {
      standardizeTargets: targetScaler(fields.get("standardizeTargets"), members, loss),
    }),
    seed: fields.integer("seed", 0, 0xffffffff, 1),
  } as FullSpec;
}

/** Keys of a single network have no place beside members. */
function refuseStray(fields: Fields): void {
  const stray = NETWORK.find((key) => fields.has(key));
  if (stray === undefined) return;
  throw refusal(stray, "belongs to one network", { expected: "it in each of the members", actual: "it beside them" });
}

function commonWidth(inputs: number, members: readonly FullMember[]): number {
  const [first, ...others] = members.map(({ layers }) => widthsOf(inputs, layers).at(-1) as number) as [number];
  const differing = others.findIndex((width: number) => width !== first);
  if (differing < 0) return first;
  throw refusal(`members[${differing + 1}].layers`, "members answer the same question", {
    expected: `${first} outputs, as members[0] has`,
    actual: others[differing],
  });
}

function checkOutputs(fields: Fields, outputs: number): void {
  if (!fields.has("outputs") || fields.get("outputs") === outputs) return;
  throw refusal("outputs", "disagrees with the last layer", {
    expected: outputs,
    actual: show(fields.get("outputs")),
  });
}

function fullMissing(fields: Fields, members: readonly FullMember[]): MissingPolicy {
  const missing = fields.name<MissingPolicy>("missing", { refuse: 0, mean: 1 }, "refuse");
  const without = members.findIndex(({ layers }) => layers[0]?.type !== "standardize");
  if (missing === "refuse" || without < 0) return missing;
  throw refusal("missing", "only a scaler knows the mean of an input", {
    expected: `"refuse", or a standardize layer first${members.length > 1 ? ` in members[${without}]` : ""}`,
    actual: '"mean"',
  });
}

function mixtureOf(fields: Fields, members: readonly FullMember[], loss: FullLoss): FullMixture | undefined {
  if (expertsOf(members) > 1) {
    if (loss !== "binaryCrossEntropy") return fullMixture(fields.get("mixture"), loss === "crossEntropy");
    throw refusal("loss", "no mixture takes it", {
      expected: "crossEntropy, mse, mae or huber",
      actual: loss,
      remedy: "Two classes are two outputs with softmax and crossEntropy",
    });
  }
  if (!fields.has("mixture")) return undefined;
  throw refusal("mixture", "there is one answer: nothing to mix", {
    expected: "several members, or an average with both: true",
  });
}

function checkBatches(batchSize: number, members: readonly FullMember[], replays: boolean, watches: boolean): void {
  const replaying = members.findIndex(({ replaySteps }) => replaySteps > 0);
  if (replaying >= 0 && !replays) {
    throw refusal(`members[${replaying}].replaySteps`, "there are no rows to replay", {
      expected: "0, or a replay beside the members",
    });
  }
  const averages = members.some(({ average }) => average !== undefined);
  if (batchSize === 1 || (!averages && !replays && !watches && expertsOf(members) === 1)) return;
  throw refusal("batchSize", "committees, averages, replays, detectors and scores take one sample at a time", {
    expected: 1,
    actual: batchSize,
  });
}

function fullInputs(value: unknown): number | string[] {
  if (Array.isArray(value)) return uniqueNames(value, "inputs");
  const range = wholeNumber(1, UNITS_LIMIT);
  if (Number.isInteger(value) && range.holds(value as number)) return value as number;
  throw refusal("inputs", value === undefined ? "missing" : "not a number of inputs", {
    expected: `${range.text}, or a list of names`,
    actual: value === undefined ? undefined : show(value),
  });
}
