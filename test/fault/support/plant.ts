import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StreamPlan } from "../../../src/gateway/config/types.ts";
import { parseConfiguration } from "../../../src/gateway/config.ts";
import { Model } from "../../../src/index.ts";
import type { FullSpec } from "../../../src/spec.ts";
import { openPeer, type Peer } from "../../support/mqtt.ts";
import { Seeded } from "../../support/seeded.ts";

export const UNITS = 20;
/** A unit's first samples, whose windows are not full: they are neither predicted nor learnt. */
export const WARM_UP = 3;
/** Samples between features and their label. */
const LATE = 100;
/** Messages sent and not acknowledged by the broker. */
const WINDOW = 400;
const FIRST_MS = 1_760_000_000_000;

/** A folder with a configuration: 20 models of sensors, with lags and rolling features, labels in a second topic. */
export class Plant implements Disposable {
  readonly folder: string = mkdtempSync(join(tmpdir(), "millrace-plant-"));
  readonly file: string = join(this.folder, "gateway.json");
  readonly stateFolder: string = join(this.folder, "state");

  /** Where its journal lies. */
  readonly journalFolder: string = join(this.stateFolder, "p0", "journal");

  constructor(url: string) {
    const configuration = {
      id: "plant",
      broker: { url, maxBackoff: "500ms" },
      streams: {
        load: {
          topic: "plant/+unit/sample",
          qos: 1,
          codec: "json",
          key: "unit",
          order: { field: "seq", type: "counter" },
          time: { field: "ts", unit: "ms" },
          features: ["a", "b", { field: "a", lag: 3 }, { field: "b", mean: 4 }, { field: "b", std: 4 }],
          label: { topic: "plant/+unit/load", field: "value", match: "order", within: "24h", early: "120s" },
          model: {
            layers: [
              { type: "standardize" },
              { type: "dense", units: 8, activation: "tanh" },
              { type: "dense", units: 1 },
            ],
            loss: "mse",
            optimizer: { type: "adam", learningRate: 0.01 },
            outputs: 1,
            seed: 7,
          },
        },
      },
      state: { directory: this.stateFolder, snapshotEvery: "1s" },
      log: { level: "warn" },
    };
    writeFileSync(this.file, JSON.stringify(configuration));
  }

  /** The model of each unit, as the configuration has it. */
  spec(): FullSpec {
    const { streams } = parseConfiguration(readFileSync(this.file, "utf8"), { file: this.file });
    return (streams[0] as StreamPlan).model;
  }

  /** Of the saved models, by key. */
  async checksums(): Promise<Record<string, number>> {
    const folder = join(this.stateFolder, "p0", "models", "load");
    const checksums: Record<string, number> = {};
    for (let unit = 0; unit < UNITS; unit++) {
      const model = await Model.load(join(folder, `${unit}.millrace`));
      checksums[unit] = model.checksum();
      model.dispose();
    }
    return checksums;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The sensors: `samples` rows, dealt to the units in turn, each labelled 100 rows later. */
export class Sensors implements AsyncDisposable {
  static async open(url: string, samples: number): Promise<Sensors> {
    return new Sensors(await openPeer(url, [], { clientId: "sensors", clean: false }), samples);
  }

  readonly #peer: Peer;
  readonly #samples: number;
  readonly #seeded = new Seeded(11);
  readonly #values: number[] = [];
  readonly #unanswered: Set<Promise<void>> = new Set();
  readonly #acknowledgedMs: number[] = [];
  #next = 0;

  private constructor(peer: Peer, samples: number) {
    this.#peer = peer;
    this.#samples = samples;
  }

  /** Rows that have been sent. */
  get sent(): number {
    return Math.min(this.#next, this.#samples);
  }

  /** Sends rows up to this one, with the labels that are due; after the last row the labels still out. */
  async sendTo(row: number): Promise<void> {
    const end = row >= this.#samples ? this.#samples + LATE : row;
    for (; this.#next < end; this.#next++) {
      const due = this.#next - LATE;
      if (due >= 0)
        await this.#put(`plant/${due % UNITS}/load`, { seq: seqOf(due), ts: timeOf(due), value: this.#values[due] });
      if (this.#next < this.#samples) await this.#sample(this.#next);
    }
  }

  /** Messages the broker has acknowledged since that moment. */
  acknowledgedSince(ms: number): number {
    return this.#acknowledgedMs.length - 1 - this.#acknowledgedMs.findLastIndex((at) => at < ms);
  }

  /** Resolves when the broker has acknowledged all. */
  async answered(): Promise<void> {
    await Promise.all(this.#unanswered);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#peer[Symbol.asyncDispose]();
  }

  async #sample(row: number): Promise<void> {
    const [a, b] = [this.#seeded.uniform(-1, 1), this.#seeded.uniform(0, 50)];
    this.#values[row] = a * b + 3;
    await this.#put(`plant/${row % UNITS}/sample`, { seq: seqOf(row), ts: timeOf(row), a, b });
  }

  /** The client gives back what it had not sent when its connection broke a second time. */
  async #publish(topic: string, message: object): Promise<void> {
    for (;;) {
      try {
        return await this.#peer.publish(topic, message);
      } catch (error) {
        if (this.#peer.client.disconnecting) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  async #put(topic: string, message: object): Promise<void> {
    const publishing = this.#publish(topic, message);
    this.#unanswered.add(publishing);
    publishing.then(
      () => {
        this.#unanswered.delete(publishing);
        this.#acknowledgedMs.push(Date.now());
      },
      () => {},
    );
    if (this.#unanswered.size >= WINDOW) await Promise.race(this.#unanswered);
  }
}

/** How many samples each unit sends. */
export function ordersOf(samples: number): Map<string, number> {
  return new Map(Array.from({ length: UNITS }, (_, unit) => [`${unit}`, Math.ceil((samples - unit) / UNITS)]));
}

function seqOf(row: number): number {
  return Math.floor(row / UNITS);
}

function timeOf(row: number): number {
  return FIRST_MS + 1_000 * row;
}
