import { nodeHashOf } from "../certificate.ts";
import type { Hex, NodeId, Version } from "../types.ts";
import type { Devices, DeviceView } from "./devices.ts";
import type { AggregatorCounts } from "./options.ts";
import type { OperatorStance } from "./records.ts";
import type { AggregatorState } from "./state.ts";
import type { Tally } from "./tallies.ts";

/** A node as the aggregator knows it. */
export interface NodeReport extends Tally {
  readonly node: NodeId;
  /** What it says of itself; undefined where it has said nothing. */
  readonly says: DeviceView | undefined;
  /** Versions behind; undefined where it has said nothing. */
  readonly lag: number | undefined;
  readonly quarantined: boolean;
}

export interface AggregatorReport {
  readonly fleet: NodeId;
  readonly model: NodeId;
  readonly strategy: string;
  readonly leading: boolean;
  readonly global: Version & { readonly hash: Hex; readonly mergedMs: number };
  /** Global models that can be gone back to. */
  readonly kept: readonly number[];
  readonly pending: number;
  readonly stance: OperatorStance;
  readonly nodes: readonly NodeReport[];
  readonly counts: AggregatorCounts;
}

type Known = Pick<AggregatorReport, "fleet" | "model" | "strategy" | "leading" | "counts">;

export function reportOf(state: AggregatorState, devices: Devices, known: Known, nowMs: number): AggregatorReport {
  const { ledger, global, versions } = state;
  const said = new Map(devices.entries);
  const names = new Set([...said.keys(), ...ledger.tallies.entries.map(([node]) => node)]);
  const { term, version, hash, mergedMs } = global.record;
  const nodes = [...names].sort().map((node): NodeReport => {
    const says = said.get(node);
    const quarantined = ledger.isQuarantined(nodeHashOf(node), nowMs);
    return { node, ...ledger.tallies.of(node), says, lag: says && version - says.version, quarantined };
  });
  const buffer = { pending: ledger.pending.length, stance: ledger.stance };
  return { ...known, global: { term, version, hash, mergedMs }, kept: versions, ...buffer, nodes };
}
