import { MillraceError } from "../../errors.ts";
import { TargetWriter } from "../../model/targets.ts";
import type { FullSpec } from "../../spec.ts";
import type { FeaturePlan } from "../features.ts";
import type { StreamPlan } from "../types.ts";
import type { OrderType } from "./duplicates.ts";
import type { FleetSource } from "./fleet-part.ts";

/** What applying records needs to know of a stream: it stands in the journal, so that a replay needs nothing else. */
export interface ReplayPlan {
  readonly model: FullSpec;
  readonly order: OrderType;
  /** Whether labels go by time: then it is kept when the labelled samples were measured. */
  readonly byTime: boolean;
}

/** The same, ready for use. */
export interface CellPlan extends ReplayPlan {
  readonly stream: string;
  /** Undefined in a replay: windows are not kept then. */
  readonly features: FeaturePlan | undefined;
  readonly targets: TargetWriter;
  /** What the part of its shared model in a fleet needs, where it has one. */
  readonly fleet: FleetSource;
}

export function replayPlanOf(stream: StreamPlan): ReplayPlan {
  const byTime = stream.label?.from === "topic" && stream.label.match === "time";
  return { model: stream.model, order: stream.order?.type ?? "none", byTime };
}

export function cellPlan(
  stream: string,
  plan: ReplayPlan,
  features: FeaturePlan | undefined,
  fleet: FleetSource,
): CellPlan {
  return { ...plan, stream, features, fleet, targets: new TargetWriter(plan.model) };
}

/** @throws MillraceError `E_FORMAT` */
export function parseReplayPlan(text: string, stream: string): ReplayPlan {
  try {
    const { model, order, byTime } = JSON.parse(text) as ReplayPlan;
    if (typeof model === "object" && model !== null) return { model, order, byTime };
  } catch {
    // Told below.
  }
  throw new MillraceError("E_FORMAT", "the journal's configuration of a stream cannot be read", { where: stream });
}
