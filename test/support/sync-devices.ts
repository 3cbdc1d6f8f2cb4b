import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NetworkSpec } from "../../src/spec.ts";
import { type DeviceEvent, SyncDevice, type SyncDeviceOptions } from "../../src/sync/device.ts";
import { issued, NOW_MS, testRoot } from "./fleet.ts";
import { Generator } from "./generator.ts";
import { Hub, type Line } from "./sync-hub.ts";
import { Lead } from "./sync-lead.ts";

export const SPEC: NetworkSpec = {
  inputs: 3,
  classes: ["no", "yes"],
  layers: [
    { type: "dense", units: 6, activation: "tanh" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.1 },
  seed: 1,
};

export interface Row {
  x: number[];
  y: number;
}

/** A line through the cube, with noise; `flip` turns the classes round. */
export function rows(seed: number, count: number, { flip = false }: { flip?: boolean } = {}): Row[] {
  const random = new Generator(seed);
  return Array.from({ length: count }, () => {
    const x = Array.from({ length: 3 }, () => 2 * random.uniform() - 1);
    const is = (x[0] as number) + 0.5 * (x[1] as number) + 0.2 * (random.uniform() - 0.5) > 0;
    return { x, y: is !== flip ? 1 : 0 };
  });
}

/** A hub, an aggregator's wire and devices, all on one clock that stands still until it is set. */
export class Plant {
  readonly hub: Hub = new Hub();
  readonly folder: string = mkdtempSync(join(tmpdir(), "millrace-sync-"));
  readonly events: DeviceEvent[] = [];
  readonly lines: Map<string, Line> = new Map();
  readonly devices: SyncDevice[] = [];
  nowMs: number = NOW_MS;
  lead!: Lead;

  static async start(spec: NetworkSpec = SPEC): Promise<Plant> {
    const plant = new Plant();
    plant.lead = await Lead.over(plant.hub, issued(testRoot(), "aggregator", "lead"), spec, () => plant.nowMs);
    return plant;
  }

  async device(node = "a", more: Partial<SyncDeviceOptions> = {}): Promise<SyncDevice> {
    const device = await SyncDevice.open({
      directory: join(this.folder, node),
      model: "room",
      spec: SPEC,
      credentials: issued(testRoot(), "device", node),
      encoding: "f32",
      everyMs: 10_000,
      spreadMs: 0,
      holdBack: 0,
      random: () => 0.5,
      now: () => this.nowMs,
      onEvent: (event) => this.events.push(event),
      ...more,
    });
    this.devices.push(device);
    const line = this.hub.connect();
    this.lines.set(node, line);
    await device.connect(line);
    return device;
  }

  /** Lets time pass, and what is due then be done. */
  async pass(ms: number, ...devices: SyncDevice[]): Promise<void> {
    this.nowMs += ms;
    for (const device of devices) await device.tick();
    await settled(devices);
  }

  /** Publishes the next global model, and waits until the devices have decided on it. */
  async publish(...devices: SyncDevice[]): Promise<void> {
    this.lead.publish();
    await settled(devices);
  }

  decisions(kind: string): DeviceEvent[] {
    return this.events.filter((event) => event.event === "decision" && event.decision.decided === kind);
  }

  async end(): Promise<void> {
    for (const device of this.devices) await device.abandon();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function teach(device: SyncDevice, samples: readonly Row[]): void {
  for (const { x, y } of samples) device.learn(x, y);
}

/** Storing, and what the broker delivers of it in the same breath. */
async function settled(devices: readonly SyncDevice[]): Promise<void> {
  for (let i = 0; i < 3; i++) {
    for (const device of devices) await device.settled();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
