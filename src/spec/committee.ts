import { MEMBERS_LIMIT, UNITS_LIMIT } from "../abi.ts";
import { show } from "../errors.ts";
import type { FullAverage, FullMember, FullMixture, FullReplay, FullSpec, ReplayPolicy } from "./models.ts";
import { REPLAY_POLICIES } from "./names.ts";
import { fullLayers } from "./network.ts";
import { fullOptimizer } from "./optimizer.ts";
import { between, Fields, FRACTION, NOT_NEGATIVE, POSITIVE, refusal, SHARE } from "./reader.ts";
import type { LossName } from "./types.ts";

/** Most steps on replayed rows a sample. */
export const REPLAY_STEPS_LIMIT = 1024;

/** The members of a model: one network is a committee of one. */
export function membersOf(spec: FullSpec): FullMember[] {
  if ("members" in spec) return spec.members;
  const { layers, optimizer, replay, average } = spec;
  return [{ layers, optimizer, replaySteps: replay?.steps ?? 0, ...(average && { average }) }];
}

/** Answers that are mixed: one a member, two of one that answers with its weights and with their average. */
export function expertsOf(members: readonly FullMember[]): number {
  return members.reduce((count, { average }) => count + (average?.both ? 2 : 1), 0);
}

export function fullMembers(value: unknown, batchSize: number): FullMember[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MEMBERS_LIMIT) {
    throw refusal("members", "not a list of members", {
      expected: `1 to ${MEMBERS_LIMIT} members`,
      actual: show(value),
    });
  }
  return Array.from(value, (member: unknown, i) => {
    const fields = new Fields(member, `members[${i}]`, ["layers", "optimizer", "replaySteps", "average"]);
    return fullMember(fields, fields.integer("replaySteps", 0, REPLAY_STEPS_LIMIT, 0), batchSize);
  });
}

/** One network: layers, optimizer and average, as a member or a whole spec has them. */
export function fullMember(fields: Fields, replaySteps: number, batchSize: number): FullMember {
  const member: FullMember = {
    layers: fullLayers(fields.get("layers"), fields.at("layers"), batchSize),
    optimizer: fullOptimizer(fields.get("optimizer"), fields.at("optimizer")),
    replaySteps,
  };
  if (fields.has("average")) member.average = fullAverage(fields, member);
  return member;
}

export function fullReplay(replay: Fields, loss: LossName, outputs: number): FullReplay {
  const policy = replay.name<ReplayPolicy>("policy", REPLAY_POLICIES, "ring");
  if (policy === "balanced" && loss !== "crossEntropy") {
    throw refusal("replay.policy", "balanced keeps as many rows of each class", {
      expected: '"ring", or the loss crossEntropy',
      actual: `"balanced" with ${loss}`,
    });
  }
  const share = policy === "balanced" ? outputs : 1;
  const capacity = replay.integer("capacity", share, UNITS_LIMIT, Math.ceil(256 / share) * share);
  if (capacity % share === 0) return { capacity, policy };
  throw refusal("replay.capacity", "the rows do not divide among the classes", {
    expected: `a multiple of ${share}`,
    actual: capacity,
    remedy: `Take ${Math.ceil(capacity / share) * share}`,
  });
}

/** Numbers have no logistic mix beside the Hedge, and no rate of one. */
export function fullMixture(value: unknown, isClassification: boolean): FullMixture {
  const fields = new Fields(value ?? {}, "mixture", ["eta", "decay", "cap", "logisticRate"]);
  if (!isClassification && fields.get("logisticRate") !== undefined && fields.get("logisticRate") !== 0) {
    throw refusal("mixture.logisticRate", "numbers are mixed by the Hedge alone", {
      expected: "it with crossEntropy",
      actual: show(fields.get("logisticRate")),
    });
  }
  return {
    eta: fields.number("eta", NOT_NEGATIVE, 0.3),
    decay: fields.number("decay", SHARE, 0.99),
    cap: fields.number("cap", POSITIVE, 20),
    logisticRate: isClassification ? fields.number("logisticRate", between(0, 1000), 0.003) : 0,
  };
}

function fullAverage(fields: Fields, { layers }: FullMember): FullAverage {
  const path = fields.at("average");
  const average = new Fields(fields.get("average"), path, ["decay", "both"]);
  if (!layers.some(({ type }) => type === "dense" || type === "batchNorm")) {
    throw refusal(path, "there are no weights to average", { expected: "a dense or batchNorm layer" });
  }
  return { decay: average.number("decay", FRACTION_ABOVE_0), both: average.boolean("both", false) };
}

const FRACTION_ABOVE_0 = {
  text: "a number above 0, below 1",
  holds: (value: number): boolean => FRACTION.holds(value) && value > 0,
};
