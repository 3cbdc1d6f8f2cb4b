import type { IPublishPacket, MqttClient } from "mqtt";
import { type BrokerAccess, isRefusal, type Will } from "./connect.ts";
import { Link } from "./link.ts";
import { Outbox, type OutboxCounts, type OutboxOptions, type OutgoingMessage } from "./outbox.ts";
import { subscribeAll } from "./subscribe.ts";

export interface ControlHandlers {
  up(sessionPresent: boolean): void;
  down(reason: unknown, isRefused: boolean): void;
  /** A message on one of `filters`. */
  message(topic: string, payload: Uint8Array): void;
}

export interface ControlOptions {
  readonly clientId: string;
  readonly will: Will;
  /** What it reads, at QoS 1. */
  readonly filters: readonly string[];
  readonly outbox: OutboxOptions;
}

/** The connection for everything outwards: status, predictions, events. */
export interface ControlConnection {
  open(): void;
  readonly isUp: boolean;
  /** Sends now or, while the broker is away, later; see `Outbox`. */
  put(message: OutgoingMessage): void;
  /** Sends now or never: for what is said again on each connection. */
  now(message: OutgoingMessage): void;
  counts(): OutboxCounts;
  /** Resolves when all is sent and acknowledged, or after `ms`. */
  drained(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** A connection of the gateway's own. */
export function ownControl(
  access: BrokerAccess,
  options: ControlOptions,
  handlers: ControlHandlers,
): ControlConnection {
  const outbox = new Outbox(options.outbox);
  const { clientId, will, filters } = options;
  const link = new Link(
    access,
    { clientId, will, clean: true },
    {
      receive(packet, _connection, done) {
        handlers.message(packet.topic, packet.payload as Buffer);
        done();
      },
      async up({ client, sessionPresent }) {
        const asked = filters.map((filter) => ({ filter, qos: 1 as const }));
        await subscribeAll(client, asked, access.connectTimeoutMs);
        outbox.attach(client, access.protocol);
        handlers.up(sessionPresent);
      },
      down(reason) {
        outbox.detach();
        handlers.down(reason, isRefusal(reason));
      },
    },
  );
  return {
    open: () => link.open(),
    get isUp() {
      return link.connection !== undefined;
    },
    put: (message) => outbox.put(message),
    now: (message) => outbox.client && send(outbox.client, message),
    counts: () => outbox.counts(),
    drained: (ms) => outbox.drained(AbortSignal.timeout(ms)),
    close: () => link.close(),
  };
}

/** A client the application has already. It connects and reconnects by itself and is not closed; it has no will. */
export function borrowedControl(
  client: MqttClient,
  options: Omit<ControlOptions, "clientId" | "will">,
  handlers: ControlHandlers,
): ControlConnection {
  const outbox = new Outbox(options.outbox);
  const { filters } = options;
  const connected = () => {
    const asked = filters.map((filter) => ({ filter, qos: 1 as const }));
    subscribeAll(client, asked, SUBSCRIBE_MS).then(
      () => {
        outbox.attach(client);
        handlers.up(false);
      },
      (error) => handlers.down(error, isRefusal(error)),
    );
  };
  const closed = () => {
    outbox.detach();
    handlers.down(new Error("the application's client is not connected"), false);
  };
  const message = (topic: string, payload: Buffer, _packet: IPublishPacket) => {
    if (filters.includes(topic)) handlers.message(topic, payload);
  };
  return {
    open() {
      client.on("connect", connected).on("close", closed).on("message", message);
      if (client.connected) connected();
    },
    get isUp() {
      return outbox.client !== undefined && client.connected;
    },
    put: (outgoing) => outbox.put(outgoing),
    now: (outgoing) => outbox.client && send(outbox.client, outgoing),
    counts: () => outbox.counts(),
    drained: (ms) => outbox.drained(AbortSignal.timeout(ms)),
    async close() {
      client.off("connect", connected).off("close", closed).off("message", message);
      outbox.detach();
      if (client.connected) await client.unsubscribeAsync([...filters]).catch(() => {});
    },
  };
}

const SUBSCRIBE_MS = 10_000;

function send(client: MqttClient, { topic, payload, qos, retain = false }: OutgoingMessage): void {
  client.publish(topic, payload as string | Buffer, { qos, retain }, () => {});
}
