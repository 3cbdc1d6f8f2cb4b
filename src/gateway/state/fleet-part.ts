import { join } from "node:path";
import { MillraceError } from "../../errors.ts";
import { fileNameOf } from "../../journal.ts";
import type { Model } from "../../model.ts";
import { DeviceFiles } from "../../sync/device/device-files.ts";
import { type Cutting, Enactor, type Needs } from "../../sync/device/enactor.ts";
import { FleetMember } from "../../sync/device/member.ts";
import type { FleetFigures } from "../types.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";
import type { FleetStep, Joined } from "./fleet-step.ts";
import type { SamplesBetween } from "./learnt-samples.ts";

/** Where the part of a stream's model finds what its steps name. */
export interface FleetSource {
  readonly folder: string;
  readonly files: DeviceFiles;
  readonly samples: SamplesBetween;
}

export interface FleetSourceOptions {
  /** The partition, or what was put out of the way of a reset. */
  readonly directory: string;
  readonly samples: SamplesBetween;
  readonly readOnly?: boolean;
}

/** Files of a stream lie in a folder of its own. */
export function fleetSource(stream: string, { directory, samples, readOnly = false }: FleetSourceOptions): FleetSource {
  const folder = join(directory, "sync", fileNameOf(stream));
  return { folder, files: new DeviceFiles(folder, { damagedFolder: join(directory, "damaged"), readOnly }), samples };
}

/** A shared model's part in its fleet: a function of the journal, as all of its cell is. */
export class FleetPart {
  readonly identity: Joined;
  readonly files: DeviceFiles;
  readonly enactor: Enactor;
  #cuttings: Cutting[] = [];
  #cleanable: { updatesUpTo: number; othersUpTo: number } | undefined;

  private constructor(identity: Joined, member: FleetMember, source: FleetSource, needs?: Needs) {
    this.identity = identity;
    this.files = source.files;
    this.enactor = new Enactor(member, source.files, source.samples, needs);
  }

  /** A model joins. @param before the part it has had: kept where only the encoding is another one */
  static join(identity: Joined, model: Model, source: FleetSource, before: FleetPart | undefined): FleetPart {
    const state = before && isSamePart(before.identity, identity) ? before.member.toBytes() : undefined;
    return new FleetPart(identity, new FleetMember(model, identity, state), source, before?.enactor.needs);
  }

  /** As it was written. @throws MillraceError `E_FORMAT`, `E_VERSION`, `E_SHAPE` */
  static read(reader: ByteReader, model: Model, source: FleetSource): FleetPart {
    const { identity, needs } = JSON.parse(reader.text()) as { identity: Joined; needs: Needs };
    return new FleetPart(identity, new FleetMember(model, identity, reader.block()), source, needs);
  }

  write(writer: ByteWriter): void {
    writer.text(JSON.stringify({ identity: this.identity, needs: this.enactor.needs }));
    writer.block(this.member.toBytes());
  }

  get member(): FleetMember {
    return this.enactor.member;
  }

  /** @throws MillraceError `E_STATE` where what the step names is gone: the model is of no use then */
  apply(step: Exclude<FleetStep, { decided: "joined" | "left" }>, seq: number): void {
    if (step.decided === "forgot") return this.forget();
    try {
      const update = this.enactor.enact(step, seq);
      if (step.decided === "cut" && update) this.#cuttings.push({ cut: step, update });
    } catch (cause) {
      if (!(cause instanceof MillraceError)) throw cause;
      const where = `record ${seq}, a ${step.decided} of ${this.identity.fleet}/${this.identity.model}`;
      throw new MillraceError("E_STATE", cause.message, { where, cause });
    }
    this.#cuttings = this.#cuttings.filter(({ cut }) => this.member.find(cut) !== undefined);
  }

  /** Records of the model are gone. */
  forget(): void {
    this.member.forget();
    this.#cuttings = [];
  }

  /** The updates cut since the last call that are not settled yet. */
  takeCuttings(): Cutting[] {
    const cuttings = this.#cuttings;
    this.#cuttings = [];
    return cuttings;
  }

  /** A snapshot is saved: `clean` may delete updates that were cut up to a record, and models none behind another names. */
  mayClean(updatesUpTo: number, othersUpTo: number): void {
    this.#cleanable = { updatesUpTo, othersUpTo };
  }

  /** Not while a model of the fleet is stored whose record is yet to come. */
  clean(): void {
    if (this.#cleanable) this.enactor.clean(this.#cleanable.updatesUpTo, this.#cleanable.othersUpTo);
    this.#cleanable = undefined;
  }

  figures(): FleetFigures {
    const { fleet, model, node } = this.identity;
    const { session, at, stance, kept, samples, buffered, counts } = this.member.state;
    return {
      fleet,
      model,
      node,
      session,
      term: at.term,
      version: at.version,
      stance,
      kept: kept.length,
      keptSamples: kept.reduce((sum, one) => sum + one.samples, 0),
      uncutSamples: samples + buffered,
      counts: { ...counts },
    };
  }
}

/** Whether what was learnt and cut under one goes on under the other. */
export function isSamePart(a: Joined, b: Joined): boolean {
  const nameOf = ({ fleet, model, node, shareScaler }: Joined) => JSON.stringify([fleet, model, node, shareScaler]);
  return nameOf(a) === nameOf(b);
}
