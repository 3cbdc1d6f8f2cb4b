import { randomBytes } from "node:crypto";
import type { GatewayConfiguration } from "../gateway/config.ts";
import { brokerAccess } from "../gateway/mqtt/access.ts";
import { connectOnce } from "../gateway/mqtt/connect.ts";
import { testBroker } from "../gateway/mqtt/self-test.ts";
import { subscribeAll } from "../gateway/mqtt/subscribe.ts";

/** What a broker does, or why it cannot be told. */
export interface Tried {
  readonly software?: string | undefined;
  readonly meaning: readonly { readonly level: "warning" | "note"; readonly text: string }[];
  readonly refusal?: unknown;
}

/** Tries the broker of a configuration: whether it keeps its promises, and whether the streams' topics may be read. */
export async function tryBroker({ id, broker, subscriptions }: GatewayConfiguration): Promise<Tried> {
  try {
    const access = brokerAccess(broker);
    const { software, meaning } = await testBroker(access, { id, queued: QUEUED });
    // A clean session of another name: the gateway's own goes on as it is, its messages stay in the broker.
    const clientId = `${id}-check-${randomBytes(4).toString("hex")}`;
    const options = { clientId, clean: true, receive: (_packet: unknown, done: () => void) => done() };
    const { client } = await connectOnce(broker.urls[0] as string, access, options);
    try {
      await subscribeAll(client, subscriptions, ANSWER_MS);
    } finally {
      await client.endAsync(true);
    }
    return { software, meaning };
  } catch (refusal) {
    return { meaning: [], refusal };
  }
}

// ---

/** More than the 1,000 that mosquitto keeps where nothing is set. */
const QUEUED = 1_100;
const ANSWER_MS = 5_000;
