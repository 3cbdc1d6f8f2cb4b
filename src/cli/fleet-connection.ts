import { brokerAccess } from "../gateway/mqtt/access.ts";
import type { ConnectionOptions } from "../sync/aggregator/leadership.ts";
import { MqttTransport, type MqttTransportOptions } from "../sync/mqtt-transport.ts";
import type { FleetConfiguration } from "./fleet-configuration.ts";

/** Connections to the broker of a configuration. @throws MillraceError `E_FILE` where a certificate cannot be read */
export function connector({ broker }: FleetConfiguration): (options: ConnectionOptions) => MqttTransport {
  const { urls, username, password, tls, keepaliveSeconds, connectTimeoutMs } = brokerAccess(broker);
  const client = {
    keepalive: keepaliveSeconds,
    connectTimeout: connectTimeoutMs,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls
      ? defined({ ...tls, ca: tls.ca && [tls.ca], verify: undefined, rejectUnauthorized: tls.verify !== false })
      : {}),
  } as NonNullable<MqttTransportOptions["client"]>;
  return (options) => new MqttTransport({ ...options, urls, client });
}

// ---

/** Settings that are there: an absent one must not hide a default. */
function defined(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
