import { readFileSync } from "node:fs";
import { MillraceError } from "../../errors.ts";
import type { BrokerSettings } from "../config/types.ts";
import type { BrokerAccess } from "./connect.ts";

/** What the configuration says of the broker, with secrets revealed and files read. @throws MillraceError `E_FILE` */
export function brokerAccess(settings: BrokerSettings): BrokerAccess {
  const { tls } = settings;
  return {
    urls: settings.urls,
    protocol: settings.protocol === "5" ? 5 : 4,
    username: settings.username,
    password: settings.password?.reveal(),
    tls: tls && {
      ca: pem(tls.ca, "broker.tls.ca"),
      cert: pem(tls.cert, "broker.tls.cert"),
      key: pem(tls.key, "broker.tls.key"),
      passphrase: tls.passphrase?.reveal(),
      servername: tls.serverName,
      verify: tls.verify,
    },
    keepaliveSeconds: Math.ceil(settings.keepAliveMs / 1_000),
    connectTimeoutMs: settings.connectTimeoutMs,
    maxBackoffMs: settings.maxBackoffMs,
  };
}

function pem(file: string | undefined, where: string): Buffer | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new MillraceError("E_FILE", `cannot read ${file}`, {
      where,
      remedy: "Name a PEM file that this user may read",
      cause,
    });
  }
}
