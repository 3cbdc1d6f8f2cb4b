import mqtt, { type IClientOptions, type IPublishPacket, type MqttClient } from "mqtt";
import type { BrokerAccess } from "../../src/gateway/mqtt/connect.ts";

/** How a test reaches a broker without secrets. */
export function accessTo(url: string, more: Partial<BrokerAccess> = {}): BrokerAccess {
  return { urls: [url], protocol: 4, keepaliveSeconds: 30, connectTimeoutMs: 5_000, maxBackoffMs: 4_000, ...more };
}

export interface Peer extends AsyncDisposable {
  readonly client: MqttClient;
  /** What came on the filters it was opened with, in order. */
  readonly messages: (IPublishPacket & { text: string })[];
  publish(topic: string, message: string | object, qos?: 0 | 1, more?: { retain?: boolean }): Promise<void>;
}

/** A client of the test's own: sensor, or reader of what the gateway says. */
export async function openPeer(url: string, filters: string[] = [], options: IClientOptions = {}): Promise<Peer> {
  const client = await mqtt.connectAsync(url, { reconnectPeriod: 50, ...options });
  const messages: Peer["messages"] = [];
  client.on("message", (_topic, payload, packet) => messages.push({ ...packet, text: payload.toString() }));
  client.on("error", () => {});
  if (filters.length > 0) await client.subscribeAsync(filters, { qos: 1 });
  return {
    client,
    messages,
    async publish(topic, message, qos = 1, { retain = false } = {}) {
      const text = typeof message === "string" ? message : JSON.stringify(message);
      await client.publishAsync(topic, text, { qos, retain });
    },
    async [Symbol.asyncDispose]() {
      await client.endAsync(true);
    },
  };
}
