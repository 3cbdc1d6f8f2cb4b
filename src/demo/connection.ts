import type { Socket } from "node:net";
import type { MqttClient } from "mqtt";
import { MillraceError } from "../errors.ts";

export type Quality = 0 | 1;

/** One connection to the broker; whoever opened it is told once when it breaks. */
export interface Connection {
  subscribe(topics: string[], quality: Quality, receive: (topic: string, message: unknown) => void): Promise<void>;
  /** Sends a JSON message; at quality 1 it is kept and resolved when the broker has acknowledged it. */
  publish(topic: string, message: unknown, quality: Quality): void;
  /** Takes back what the broker keeps on a topic. */
  forget(topic: string): void;
  /** Waits for what is on its way, then leaves. */
  close(): Promise<void>;
}

const CONNECT_MS = 5_000;

/**
 * Connects once: a run that loses its broker ends, so there is no reconnecting, and nothing piles up meanwhile.
 * @param clientId one that had a session loses it; left out: one that nobody has had
 * @throws MillraceError E_BROKER when there is no broker at `url` or it refuses
 */
export async function connect(
  url: string,
  lost: (error: MillraceError) => void,
  clientId?: string,
): Promise<Connection> {
  const { default: mqtt } = await import("mqtt");
  const client = mqtt.connect(url, {
    reconnectPeriod: 0,
    queueQoSZero: false,
    connectTimeout: CONNECT_MS,
    ...(clientId === undefined ? {} : { clientId, clean: true }),
  });
  await connected(client, url);
  let closing = false;
  client.on("error", (error) => lost(broken(url, error)));
  client.on("close", () => {
    if (!closing) lost(broken(url));
  });
  // Two small messages go out back to back for each row: the second must not wait for the first one's acknowledgement.
  (client.stream as Partial<Socket>).setNoDelay?.(true);
  return {
    async subscribe(topics, quality, receive) {
      // Called before the next packet is parsed and before this one is acknowledged, unlike the "message" event.
      client.handleMessage = (packet, done) => {
        receive(packet.topic, parse(packet.payload));
        done();
      };
      const granted = await client.subscribeAsync(topics, { qos: quality });
      const refused = granted.find((grant) => grant.qos >= 128);
      if (refused) throw new MillraceError("E_BROKER", `${shown(url)} does not allow subscribing to ${refused.topic}`);
    },
    publish(topic, message, quality) {
      client.publish(topic, JSON.stringify(message), { qos: quality }, (error) => {
        if (error && !closing) lost(broken(url, error));
      });
    },
    forget(topic) {
      client.publish(topic, "", { qos: 1, retain: true });
    },
    async close() {
      closing = true;
      // What is on its way when the connection breaks is waited for no longer.
      const broke = new Promise<void>((resolve) => client.once("close", () => resolve()));
      await Promise.race([client.endAsync(!client.connected), broke]);
      client.end(true);
    },
  };
}

/**
 * A connection to subscribe and one to publish. On a single one a message waits behind the acknowledgement sent just
 * before it: brokers that leave Nagle's algorithm on (mosquitto does) then need 40 ms a row, a hundred times as long.
 */
export function connectBothWays(
  url: string,
  lost: (error: MillraceError) => void,
): Promise<[incoming: Connection, outgoing: Connection]> {
  return Promise.all([connect(url, lost), connect(url, lost)]);
}

/** The URL as it may be printed: without user and password. */
export function shown(url: string): string {
  const parsed = new URL(url);
  return `${parsed.protocol}//${parsed.host}`;
}

// ---

function connected(client: MqttClient, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      client.off("error", failed).off("close", failed).off("connect", succeeded);
      act();
    };
    const succeeded = () => settle(resolve);
    const failed = (error?: Error) =>
      settle(() => {
        // The socket may still report after this: nobody is interested any more.
        client.on("error", () => {});
        client.end(true);
        reject(new MillraceError("E_BROKER", `no MQTT broker answers at ${shown(url)}${reason(error)}`));
      });
    client.on("error", failed).on("close", failed).on("connect", succeeded);
  });
}

function broken(url: string, error?: Error): MillraceError {
  return new MillraceError("E_BROKER", `the connection to the broker at ${shown(url)} broke${reason(error)}`);
}

function reason(error: (Error & { code?: unknown; errors?: Error[] }) | undefined): string {
  if (!error) return "";
  const message = error.message || error.errors?.[0]?.message || error.code;
  return message ? `: ${message}` : "";
}

/** What cannot be parsed arrives as undefined, which every receiver refuses. */
function parse(payload: string | Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}
