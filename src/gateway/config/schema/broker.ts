import { z } from "zod";
import type { BrokerOptions } from "../options.ts";
import { Secret } from "../secret.ts";
import type { BrokerSettings } from "../types.ts";
import { choice, duration, flag, size, text, wholeNumber } from "../units.ts";

const PROTOCOLS = ["mqtt:", "mqtts:", "tcp:", "ssl:", "ws:", "wss:"];
const URL_EXPECTED = "a broker's URL such as mqtt://localhost:1883, user and password left out";

const url = z
  .string({ error: URL_EXPECTED })
  .max(2_048, { error: URL_EXPECTED })
  .refine(isBrokerUrl, { error: URL_EXPECTED });
const file = (what: string) =>
  text("a path to a file", 4_096).optional().describe(`${what}, PEM, relative to this file.`);
const overflow = choice(["oldest", "newest"])
  .default("oldest")
  .describe("Which message is dropped, and counted, when there is no place.");

const tls = z.strictObject({
  ca: file("Certificate of the authority that signed the broker's, where it is none of the known ones"),
  cert: file("Certificate of the gateway"),
  key: file("Key of that certificate"),
  passphrase: text("a text", 1_024).optional().describe(`Of the key. Write \${NAME}: it comes from the environment.`),
  serverName: text("a host name")
    .optional()
    .describe("Name the broker's certificate must carry; that of the URL where it is left out."),
  verify: flag().default(true).describe("false takes any certificate: for a test on a desk."),
});

export const brokerSchema: z.ZodType<BrokerSettings, BrokerOptions> = z
  .strictObject({
    url: z
      .union([
        url,
        z.array(url, { error: URL_EXPECTED }).min(1, { error: URL_EXPECTED }).max(16, { error: "at most 16 URLs" }),
      ])
      .describe("mqtt, mqtts, ws or wss. Several only for one cluster that shares its sessions."),
    username: text("a text", 65_535).optional().describe("User."),
    password: text("a text", 65_535).optional().describe(`Password. Write \${NAME}: it comes from the environment.`),
    protocol: z
      .literal(["3.1.1", 5], { error: "3.1.1 or 5" })
      .default("3.1.1")
      .describe("MQTT's version. With 5 the session is asked to be kept for seven days."),
    keepAlive: duration("5s", "18h").prefault("60s").describe("Longest silence before the connection is tried."),
    connectTimeout: duration("1s", "10m").prefault("30s").describe("How long the broker may take to answer a connect."),
    maxBackoff: duration("250ms", "1h")
      .prefault("4s")
      .describe("Longest wait before the next attempt; the first is 250 ms, doubled each time, with jitter."),
    tls: tls.optional().describe("For mqtts and wss."),
    inbox: z
      .strictObject({
        messages: wholeNumber(1, 1_000_000).default(1_000).describe("Most messages at QoS 0 that wait to be read."),
        overflow,
      })
      .prefault({})
      .describe("At QoS 0 alone: at QoS 1 nothing is dropped, the broker keeps what the gateway has no time for."),
    outbox: z
      .strictObject({
        messages: wholeNumber(1, 10_000_000).default(10_000).describe("Most messages that wait to go out."),
        bytes: size("1KiB", "16GiB").prefault("16MiB").describe("Most bytes of them."),
        overflow,
      })
      .prefault({})
      .describe("Predictions and events while the broker is away or slow."),
  })
  .transform(({ url, username, password, protocol, keepAlive, connectTimeout, maxBackoff, tls, inbox, outbox }) => ({
    urls: [url].flat(),
    username,
    password: secret(password),
    protocol: protocol === 5 ? ("5" as const) : protocol,
    keepAliveMs: keepAlive,
    connectTimeoutMs: connectTimeout,
    maxBackoffMs: maxBackoff,
    tls: tls && {
      ca: tls.ca,
      cert: tls.cert,
      key: tls.key,
      passphrase: secret(tls.passphrase),
      serverName: tls.serverName,
      verify: tls.verify,
    },
    inbox,
    outbox,
  }));

// ---

function isBrokerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return PROTOCOLS.includes(protocol) && hostname !== "" && username === "" && password === "";
}

function secret(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : new Secret(text);
}
