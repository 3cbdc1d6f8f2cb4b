import { Assemblies, type Whole } from "../chunks.ts";
import { ENCODINGS } from "../encodings.ts";
import { Refusal } from "../refusal.ts";
import type { Strategy } from "../strategies.ts";
import type { Envelope, Verdict } from "../types.ts";
import { decodeUpdate } from "../update.ts";
import type { Lengths } from "../vectors.ts";
import type { WeightSpace } from "../weights.ts";
import type { Ledger } from "./ledger.ts";
import type { UpdateRecord } from "./records.ts";

/** Of updates that are on their way in pieces. */
const MOST_BYTES = 256 * 1024 * 1024;
/** No trained weights are that far from any others. */
const LONGEST = 1e12;

export interface IntakeParts {
  readonly ledger: Ledger;
  readonly strategy: Strategy;
  readonly lengths: Lengths;
  readonly space: WeightSpace;
}

/** An update as it is to be written down, before anything has changed. */
export interface Decided {
  readonly record: UpdateRecord;
  /** Empty where the update is refused. */
  readonly payload: Uint8Array;
}

const NOTHING = new Uint8Array();

/** Puts updates together and decides on them: the gates. */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #assemblies: Assemblies;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    const { values, inputs } = parts.lengths;
    this.#assemblies = new Assemblies(MOST_BYTES, ENCODINGS.f32.bytesOf(values) + 12 * inputs + 8);
  }

  /** For `openEnvelope`. @throws Refusal `replayed` */
  readonly order = (envelope: Envelope): void => {
    const freshness = this.#parts.ledger.freshness(envelope.nodeHash, envelope);
    if (freshness === "new") return;
    throw new Refusal("replayed", "an update that was answered before", { actual: freshness, envelope });
  };

  /** @returns what is decided, once the update is whole @throws Refusal `length`, `hash` */
  add(envelope: Envelope, nowMs: number): Decided | undefined {
    if (this.#parts.ledger.isQuarantined(envelope.nodeHash, nowMs)) {
      this.#assemblies.forget(envelope.nodeHash);
      return refused(envelope, "quarantined");
    }
    const whole = this.#assemblies.add(envelope.nodeHash, envelope);
    return whole && this.#decide(whole);
  }

  #decide({ envelope, payload }: Whole): Decided {
    const { ledger, strategy } = this.#parts;
    const base = ledger.versionOf(envelope.baseHash);
    if (base === undefined) return refused(envelope, "rebase");
    if (ledger.global.version - base > strategy.mostLag) return refused(envelope, strategy.beyond, base);
    const verdict = this.#judge(envelope, payload);
    if (verdict) return refused(envelope, verdict, base);
    return { record: recordOf(envelope, strategy.answersAtOnce ? "ok" : undefined, base), payload };
  }

  /** @returns what is wrong: other numbers than the model has, illegal ones, or some out of all proportion */
  #judge(envelope: Envelope, payload: Uint8Array): Verdict | undefined {
    const { ledger, strategy, lengths, space } = this.#parts;
    try {
      const { delta } = decodeUpdate(payload, envelope, lengths, space);
      const norm = space.norm(delta);
      // A round is judged as a whole, when it is closed: who came first must not matter.
      const isUsual =
        norm <= LONGEST &&
        !(strategy.answersAtOnce && ledger.norms.limits().rejects({ norm, samples: envelope.samples }));
      return isUsual ? undefined : "badNorm";
    } catch (error) {
      if (error instanceof Refusal) return error.reason === "payload" ? "badArchitecture" : "badNorm";
      throw error;
    }
  }
}

export function refused(envelope: Envelope, verdict: Verdict, baseVersion = 0): Decided {
  return { record: recordOf(envelope, verdict, baseVersion), payload: NOTHING };
}

// ---

function recordOf(envelope: Envelope, verdict: Verdict | undefined, baseVersion: number): UpdateRecord {
  const { session, seq, flags, encoding, samples, lossBefore, lossAfter, payloadHash } = envelope;
  return {
    node: envelope.sender.id,
    session,
    seq,
    verdict,
    baseVersion,
    flags,
    encoding,
    samples,
    lossBefore: Number.isFinite(lossBefore) ? lossBefore : null,
    lossAfter: Number.isFinite(lossAfter) ? lossAfter : null,
    payloadHash,
  };
}
