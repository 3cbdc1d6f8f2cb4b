import type { ISubscriptionMap, MqttClient } from "mqtt";
import { MillraceError } from "../../errors.ts";

export interface Filter {
  readonly filter: string;
  readonly qos: 0 | 1;
}

/**
 * Subscribes and checks what the broker granted.
 * @param isPaused whether a message at work keeps the answer from being read: that time does not count
 * @throws MillraceError `E_BROKER`, naming the filter and the right that is missing
 */
export async function subscribeAll(
  client: MqttClient,
  filters: readonly Filter[],
  timeoutMs: number,
  isPaused: () => boolean = () => false,
): Promise<void> {
  if (filters.length === 0) return;
  const map: ISubscriptionMap = {};
  for (const { filter, qos } of filters) map[filter] = { qos };
  const granted = await answered(client, map, filters, timeoutMs, isPaused);
  for (const { filter, qos } of filters) {
    const grant = granted.get(filter);
    if (grant === undefined || grant >= 128) throw refused(filter);
    if (grant < qos) {
      throw new MillraceError("E_BROKER", "the broker grants no QoS 1, so it may lose messages", {
        where: filter,
        expected: 1,
        actual: grant,
        remedy: "Allow QoS 1 for this user, or write qos: 0 in the stream",
      });
    }
  }
}

function answered(
  client: MqttClient,
  map: ISubscriptionMap,
  filters: readonly Filter[],
  timeoutMs: number,
  isPaused: () => boolean,
): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    const names = filters.map(({ filter }) => filter).join(", ");
    const late = () => {
      if (isPaused() && client.connected) {
        patience = setTimeout(late, timeoutMs);
        return;
      }
      const remedy = "Look whether the access rights of this user allow reading it";
      reject(
        new MillraceError("E_BROKER", `no answer to a subscription within ${timeoutMs} ms`, { where: names, remedy }),
      );
    };
    let patience = setTimeout(late, timeoutMs);
    client.subscribe(map, (error, asked, suback) => {
      clearTimeout(patience);
      // A grant of 0x80 comes as an error; the grants of all filters stand in the packet, in the order asked.
      if (!asked || !suback) return reject(notSubscribed(names, error));
      resolve(new Map(asked.map(({ topic }, i) => [topic, Number(suback.granted[i] ?? 128)])));
    });
  });
}

function refused(filter: string): MillraceError {
  return new MillraceError("E_BROKER", "the broker does not allow this subscription", {
    where: filter,
    remedy: `Give this user the right to read it; in mosquitto's acl_file: topic read ${filter}`,
  });
}

function notSubscribed(filter: string, cause: Error | null): MillraceError {
  return new MillraceError("E_BROKER", `cannot subscribe: ${cause?.message ?? "no answer"}`, { where: filter, cause });
}
