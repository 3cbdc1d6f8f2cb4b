import type { DeviceEvent } from "../../sync/device/events.ts";
import { MqttTransport } from "../../sync/mqtt-transport.ts";
import type { EventFeed } from "../events.ts";
import type { Logger, Throttle } from "../log.ts";
import { accessOptions, type BrokerAccess } from "../mqtt/connect.ts";
import type { GatewayState } from "../state.ts";
import type { SyncHealth } from "../types.ts";
import type { WriteGuard } from "../write-guard.ts";
import { tellFleetEvent } from "./fleet-events.ts";
import { Membership } from "./membership.ts";
import type { Seat } from "./seats.ts";

export interface FleetsParts {
  readonly id: string;
  readonly seats: readonly Seat[];
  readonly access: BrokerAccess;
  readonly state: GatewayState;
  readonly guard: WriteGuard;
  readonly log: Logger;
  readonly throttle: Throttle;
  readonly feed: EventFeed;
  failed(error: unknown): void;
}

/** The shared models' parts in their fleets, each with a connection of its own, whose will is what is said of it. */
export class Fleets {
  readonly #parts: FleetsParts;
  readonly #links: Map<string, Link> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(parts: FleetsParts) {
    this.#parts = parts;
  }

  start(): void {
    const { seats } = this.#parts;
    if (seats.length === 0) return;
    const tickMs = Math.min(TICK_MS, ...seats.map(({ sync }) => sync.everyMs / 4));
    this.#timer = setInterval(() => this.#tick(), tickMs);
    this.#tick();
  }

  /** Of a stream that is in a fleet. */
  health(stream: string): SyncHealth | undefined {
    const link = this.#links.get(stream);
    return link && { up: link.transport.connected, ...link.membership.client.counts };
  }

  /** Ends what is at work and says good-bye, in at most `ms`. */
  async stop(ms: number): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#turn;
    const late = new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
    const ends = [...this.#links.values()].map(async ({ membership: { client }, transport }) => {
      await client.work.settled();
      await Promise.race([client.sayGoodBye(), late]);
      client.close();
      await transport.close();
    });
    await Promise.all(ends);
  }

  /** One at a time: what a tick stores is stored before the next one looks. */
  #tick(): void {
    this.#turn = this.#turn.then(async () => {
      if (this.#isStopped || this.#parts.guard.isBlocked) return;
      try {
        for (const seat of this.#parts.seats) await (await this.#membership(seat))?.tick();
      } catch (error) {
        this.#parts.failed(error);
      }
    });
  }

  /** Undefined where the model is lost. */
  async #membership(seat: Seat): Promise<Membership | undefined> {
    const { state, guard } = this.#parts;
    const { stream } = seat;
    if (!state.fleets.part(stream) && !state.lost.some((model) => model.stream === stream)) await state.load(stream);
    const part = state.fleets.part(stream);
    const link = this.#links.get(stream);
    if (link && link.membership.part === part) return link.membership;
    link?.membership.client.close();
    if (part === undefined) return undefined;
    const onEvent = (event: DeviceEvent) => this.#tell(stream, event);
    const membership = new Membership(seat, { part, state, guard }, { onEvent });
    const transport = link?.transport ?? this.#connect(seat, membership);
    this.#links.set(stream, { membership, transport });
    await membership.client.connect(transport);
    return membership;
  }

  #connect({ stream }: Seat, first: Membership): MqttTransport {
    const { id, access, log, throttle } = this.#parts;
    return new MqttTransport({
      urls: access.urls,
      clientId: `${id}-sync-${stream}`,
      will: () => (this.#links.get(stream)?.membership ?? first).client.will(),
      client: accessOptions(access),
      onLost: (reason) => {
        if (this.#isStopped) return;
        const held = throttle.admit(`sync ${stream} ${reason}`);
        if (held !== undefined) log.warn({ stream, reason, held }, "not connected to the fleet");
      },
    });
  }

  #tell(stream: string, event: DeviceEvent): void {
    const { log, throttle, feed } = this.#parts;
    feed.emit({ type: "sync", stream, event });
    tellFleetEvent(stream, event, log, throttle);
  }
}

// ---

interface Link {
  readonly membership: Membership;
  readonly transport: MqttTransport;
}

const TICK_MS = 1_000;
