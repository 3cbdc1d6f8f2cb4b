import { Membership } from "../../src/gateway/fleet/membership.ts";
import type { Seat } from "../../src/gateway/fleet/seats.ts";
import { GatewayState, type StateOptions } from "../../src/gateway/state.ts";
import type { ModelSummary, StreamPlan } from "../../src/gateway/types.ts";
import type { DeviceEvent } from "../../src/sync/device.ts";
import { issued, NOW_MS, testRoot } from "./fleet.ts";
import { featuresOf, folder, labelOf, type StreamOptions, serve, stateOptions, streamPlan } from "./gateway-streams.ts";
import { Seeded } from "./seeded.ts";
import { Hub, type Line } from "./sync-hub.ts";
import { Lead } from "./sync-lead.ts";

export interface SiteOptions extends Partial<Pick<StateOptions, "journal" | "keep">> {
  readonly holdBack?: number;
  readonly stream?: StreamOptions;
}

/**
 * A gateway's state with a model in a fleet, and the wire of an aggregator, on one clock that stands still until it is
 * set: without MQTT, without timers.
 */
export class Site {
  readonly directory: string = folder();
  readonly hub: Hub = new Hub();
  readonly events: DeviceEvent[] = [];
  readonly stream: StreamPlan;
  readonly seat: Seat;
  readonly #options: SiteOptions;
  readonly #seeded = new Seeded(3);
  lead!: Lead;
  state!: GatewayState;
  membership!: Membership;
  line!: Line;
  nowMs: number = NOW_MS;
  isIn: boolean = true;
  /** Samples so far. */
  count = 0;

  static async open(options: SiteOptions = {}): Promise<Site> {
    const site = new Site(options);
    const credentials = issued(testRoot(), "aggregator", "lead");
    site.lead = await Lead.over(site.hub, credentials, site.stream.model, () => site.nowMs);
    await site.start();
    return site;
  }

  private constructor(options: SiteOptions) {
    this.#options = options;
    const sync = { fleet: "plant", model: "room", credentials: "", everyMs: 10_000, encoding: "f32" as const };
    const full = { ...sync, shareScaler: false, holdBack: options.holdBack ?? 0 };
    this.stream = streamPlan({ key: undefined, ...options.stream, sync: full });
    const { fleet, model, encoding, shareScaler } = full;
    const identity = { decided: "joined", fleet, model, node: "a", encoding, shareScaler } as const;
    this.seat = { stream: this.stream.name, sync: full, credentials: issued(testRoot(), "device", "a"), identity };
  }

  get summary(): ModelSummary {
    return this.state.summary(this.stream.name) as ModelSummary;
  }

  /** As a process that begins. */
  async start(): Promise<void> {
    const { journal, keep } = this.#options;
    const seats = new Map(this.isIn ? [[this.stream.name, this.seat.identity]] : []);
    const more = { journal, keep, seats, now: () => this.nowMs };
    this.state = await GatewayState.open(stateOptions(this.directory, [this.stream], more));
    const part = this.state.fleets.part(this.stream.name);
    if (!part) return;
    const guard = { isBlocked: false, block: () => {} };
    const clock = { now: () => this.nowMs, random: () => 0.5, spreadMs: 0 };
    const onEvent = (event: DeviceEvent) => this.events.push(event);
    this.membership = new Membership(this.seat, { part, state: this.state, guard }, { ...clock, onEvent });
    this.line = this.hub.connect();
    await this.membership.client.connect(this.line);
    await this.pass(0);
  }

  /** Ends as a kill would, and begins again. */
  async kill(): Promise<void> {
    await this.end();
    await this.start();
  }

  async end(): Promise<void> {
    if (this.isIn) {
      this.membership.client.close();
      this.hub.leave(this.line);
      await this.membership.client.work.settled();
    }
    this.state.close();
  }

  /** Lets time pass, and what is due then be done. */
  async pass(ms: number): Promise<void> {
    this.nowMs += ms;
    await this.membership.tick();
    await this.settled();
  }

  async publish(): Promise<void> {
    this.lead.publish();
    await this.settled();
  }

  /** Storing, and what the broker delivers of it in the same breath. */
  async settled(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await this.membership.client.work.settled();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  /** Samples with their labels, which come in a message of their own `behind` samples later. */
  async teach(samples: number, { behind = 0, qos = 1 }: { behind?: number; qos?: 0 | 1 } = {}): Promise<void> {
    const waiting: { order: number; y: number }[] = [];
    const label = async (sample: { order: number; y: number } | undefined): Promise<void> => {
      if (sample) await serve(this.state, labelOf(this.stream, "hall", sample, { arrivalMs: this.nowMs, qos }));
    };
    for (let i = 0; i < samples; i++) {
      const order = this.count++;
      const values = [this.#seeded.uniform(-1, 1), this.#seeded.uniform(-1, 1)];
      const y = (values[0] as number) > (values[1] as number) ? 1 : 0;
      await serve(this.state, featuresOf(this.stream, "hall", { order, values }, { arrivalMs: this.nowMs, qos }));
      waiting.push({ order, y });
      if (waiting.length > behind) await label(waiting.shift());
    }
    for (const sample of waiting) await label(sample);
  }

  decisions(kind: string): DeviceEvent[] {
    return this.events.filter((event) => event.event === "decision" && event.decision.decided === kind);
  }
}
