import { MillraceError } from "../../errors.ts";
import { type Decision, decodeDecision } from "../../sync/device/decisions.ts";
import type { EncodingName, NodeId } from "../../sync/types.ts";

/** A model becomes one of a fleet: what it has learnt before stays here. */
export interface Joined {
  readonly decided: "joined";
  readonly fleet: NodeId;
  /** Name of the model in the fleet. */
  readonly model: NodeId;
  readonly node: NodeId;
  readonly encoding: EncodingName;
  readonly shareScaler: boolean;
}

/** A model is its gateway's own again, with the weights it has. */
export interface Left {
  readonly decided: "left";
}

/** Records of the model are gone from the journal: what they decided nobody knows. */
export interface Forgot {
  readonly decided: "forgot";
}

/** Whatever changes a model's part in a fleet, samples aside. */
export type FleetStep = Decision | Joined | Left | Forgot;

/** @throws MillraceError `E_FORMAT` */
export function decodeStep(text: string): FleetStep {
  const bytes = Buffer.from(text);
  let step: FleetStep | undefined;
  try {
    step = JSON.parse(text) as FleetStep;
  } catch (cause) {
    throw new MillraceError("E_FORMAT", "a record of the journal is no decision of a sync", { cause });
  }
  return OWN.has(step?.decided) ? step : decodeDecision(bytes);
}

// ---

const OWN: ReadonlySet<string> = new Set<FleetStep["decided"]>(["joined", "left", "forgot"]);
