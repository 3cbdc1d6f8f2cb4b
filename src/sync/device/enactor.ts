import { countOf } from "../../spec.ts";
import type { EncodedUpdate } from "../update.ts";
import type { Lengths } from "../vectors.ts";
import type { Cut, Decision, Named } from "./decisions.ts";
import { bodyFile, type DeviceFiles, isUpdateFile, updateFile } from "./device-files.ts";
import { readBody } from "./inbox.ts";
import type { FleetMember, MemberFiles } from "./member.ts";
import type { Sample } from "./samples.ts";

export interface Cutting {
  readonly cut: Cut;
  readonly update: EncodedUpdate;
}

/** What records of decisions need besides themselves. */
export interface Needs {
  /** Files, each with the last record that names it. */
  readonly named: readonly (readonly [file: string, seq: number])[];
  /** Roll-backs: record `to` learns again what stands behind record `from`. */
  readonly rollBacks: readonly { readonly from: number; readonly to: number }[];
}

/** A member of a fleet with the files its decisions name: what carries decisions out, when they are made and in a replay. */
export class Enactor {
  readonly member: FleetMember;
  readonly #files: DeviceFiles;
  readonly #samples: (after: number, before: number) => Iterable<Sample>;
  readonly #lengths: Lengths;
  readonly #named: Map<string, number>;
  #rollBacks: Needs["rollBacks"];

  /** @param samples of the journal, between two records that are not part of them */
  constructor(
    member: FleetMember,
    files: DeviceFiles,
    samples: (after: number, before: number) => Iterable<Sample>,
    { named, rollBacks }: Needs = { named: [], rollBacks: [] },
  ) {
    this.member = member;
    this.#files = files;
    this.#samples = samples;
    this.#lengths = lengthsOf(member);
    this.#named = new Map(named);
    this.#rollBacks = rollBacks;
  }

  get needs(): Needs {
    return { named: [...this.#named], rollBacks: this.#rollBacks };
  }

  /** @param seq of the decision's record @returns of a cut its bytes @throws MillraceError `E_FILE`, `E_STATE`, `E_JOURNAL` */
  enact(decision: Decision, seq: number): EncodedUpdate | undefined {
    const { state } = this.member;
    // Behind a gap decisions speak of what is forgotten, until the device has begun anew.
    if (state.session === 0 && decision.decided !== "renumbered") return undefined;
    if (decision.decided === "accepted") {
      this.#named.set(bodyFile(decision), seq);
      if (decision.saved) this.#named.set(decision.saved.file, seq);
    }
    if (decision.decided === "cut") this.#named.set(updateFile(decision), seq);
    const { probation } = state;
    if (decision.decided === "judged" && probation) {
      this.#named.set(probation.file, seq);
      if (decision.outcome === "rolledBack") this.#rollBacks = [...this.#rollBacks, { from: probation.seq, to: seq }];
    }
    return this.member.apply(decision, this.filesBefore(seq));
  }

  /** What a decision may read that is record `seq`. */
  filesBefore(seq: number): MemberFiles {
    return {
      body: (named: Named) => readBody(this.#files.read(bodyFile(named)), this.#lengths, this.member.space),
      saved: (file) => this.#files.read(file),
      samplesSince: (after) => this.#samples(after, seq),
    };
  }

  /** The first record that is still needed where records up to `seq` are: samples that are to be learnt again among them. */
  neededFrom(seq: number): number {
    const { probation } = this.member.state;
    const since = this.#rollBacks.filter(({ to }) => to > seq).map(({ from }) => from);
    return Math.min(seq, probation?.seq ?? seq, ...since) + 1;
  }

  /** Whether records up to `seq` may have to be learnt again. */
  pins(seq: number): boolean {
    const { probation } = this.member.state;
    return probation !== undefined && probation.seq < seq;
  }

  /** What snapshots must hold, so that records up to `seq` may go: a roll-back behind them learns from them again. */
  neededBy(seq: number): number {
    return Math.max(seq, ...this.#rollBacks.filter(({ from }) => from < seq).map(({ to }) => to));
  }

  /**
   * Deletes files that are not in use.
   * @param updatesUpTo updates cut at or before this record go, and models that no record behind `othersUpTo` names
   */
  clean(updatesUpTo: number, othersUpTo: number = updatesUpTo): void {
    const { kept, probation, at } = this.member.state;
    const inUse = new Set(kept.map(updateFile));
    if (probation) inUse.add(probation.file);
    if (at.hash !== "") inUse.add(bodyFile(at));
    const limit = (name: string): number => (isUpdateFile(name) ? updatesUpTo : othersUpTo);
    this.#files.clean((name) => inUse.has(name) || (this.#named.get(name) ?? 0) > limit(name));
    for (const [name, seq] of this.#named) if (seq <= limit(name)) this.#named.delete(name);
    this.#rollBacks = this.#rollBacks.filter(({ to }) => to > othersUpTo);
  }
}

export function lengthsOf({ space, model }: FleetMember): Lengths {
  return { values: space.sizeOf(model), inputs: countOf(model.spec.inputs) };
}
