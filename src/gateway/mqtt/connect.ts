import type { Socket } from "node:net";
import {
  type IClientOptions,
  type IConnackPacket,
  type IPublishPacket,
  type MqttClient,
  connect as mqttConnect,
} from "mqtt";
import { MillraceError } from "../../errors.ts";

/** How a broker is reached, with the secrets filled in and the certificates read. */
export interface BrokerAccess {
  /** Several only for one cluster that shares its sessions. */
  readonly urls: readonly string[];
  readonly protocol: 4 | 5;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly tls?: TlsMaterial | undefined;
  readonly keepaliveSeconds: number;
  readonly connectTimeoutMs: number;
  readonly maxBackoffMs: number;
}

/** PEM texts. */
export interface TlsMaterial {
  readonly ca?: string | Buffer | undefined;
  readonly cert?: string | Buffer | undefined;
  readonly key?: string | Buffer | undefined;
  readonly passphrase?: string | undefined;
  readonly servername?: string | undefined;
  /** False takes any certificate of the broker: for tests only. */
  readonly verify?: boolean | undefined;
}

export interface Will {
  readonly topic: string;
  readonly payload: string;
}

export interface ConnectOptions {
  readonly clientId: string;
  /** False: the broker keeps subscriptions and what it could not deliver. */
  readonly clean: boolean;
  readonly sessionExpirySeconds?: number;
  /** Published by the broker, retained at QoS 1, when the connection breaks. */
  readonly will?: Will;
  /** Called for one message after the other; the next is read, and this one acknowledged, when `done` is called. */
  readonly receive?: (packet: IPublishPacket, done: (error?: Error) => void) => void;
  readonly signal?: AbortSignal;
}

export interface Connected {
  readonly client: MqttClient;
  readonly sessionPresent: boolean;
  /** Resolves with the reason when the connection is gone. */
  readonly gone: Promise<string>;
}

/**
 * Connects once. The client belongs to this one connection and never reconnects: what a late caller still does to it
 * ends at a dead socket and cannot reach the connection after it.
 * @throws MillraceError `E_BROKER`; `refused` in `isRefusal` where trying again cannot help
 */
export function connectOnce(url: string, access: BrokerAccess, options: ConnectOptions): Promise<Connected> {
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted) return reject(options.signal.reason);
    const client = mqttConnect(url, clientOptions(access, options));
    const { receive } = options;
    if (receive) client.handleMessage = (packet, done) => receive(packet, done as (error?: Error) => void);
    // A row has two small messages: the second must not wait for the acknowledgement of the first.
    (client.stream as Partial<Socket>).setNoDelay?.(true);
    let last: Failure | undefined;
    let leave: (reason: string) => void = () => {};
    const gone = new Promise<string>((settle) => {
      leave = settle;
    });
    const abort = () => {
      client.end(true);
      reject(options.signal?.reason);
    };
    options.signal?.addEventListener("abort", abort, { once: true });
    client.on("error", (error) => {
      last = error as Failure;
    });
    client.once("close", () => {
      options.signal?.removeEventListener("abort", abort);
      client.end(true);
      leave(reasonOf(last) || "the connection broke");
      // Settled already once it has been connected.
      reject(unreachable(url, last));
    });
    client.once("connect", (connack: IConnackPacket) => {
      options.signal?.removeEventListener("abort", abort);
      resolve({ client, sessionPresent: connack.sessionPresent, gone });
    });
  });
}

/** Whether the broker (or its certificate) said no, so that trying again without a change is of no use. */
export function isRefusal(error: unknown): boolean {
  const cause = error instanceof MillraceError ? (error.cause as Failure | undefined) : undefined;
  if (!cause) return false;
  return REFUSALS.has(Number(cause.code)) || /CERT|TLS|SSL|self.signed/i.test(`${cause.code} ${cause.message}`);
}

/** The URL as it may be printed: without user and password. */
export function shownUrl(url: string): string {
  const parsed = new URL(url);
  return `${parsed.protocol}//${parsed.host}`;
}

/** What every connection to the broker has in common. */
export function accessOptions({ username, password, tls, ...access }: BrokerAccess): IClientOptions {
  return {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? tlsOptions(tls) : {}),
    keepalive: access.keepaliveSeconds,
    connectTimeout: access.connectTimeoutMs,
  };
}

// ---

interface Failure extends Error {
  code?: unknown;
  errors?: Failure[];
}

/** Protocol, client id, user or password, not authorised; their names in MQTT 5, banned, bad method. */
const REFUSALS = new Set([1, 2, 4, 5, 0x84, 0x85, 0x86, 0x87, 0x8a, 0x8c]);

function clientOptions(access: BrokerAccess, options: ConnectOptions): IClientOptions {
  const { protocol } = access;
  const persistent = protocol === 5 && !options.clean;
  return {
    clientId: options.clientId,
    clean: options.clean,
    protocolVersion: protocol,
    // With MQTT 5 a session without an expiry ends with its connection, without a word.
    ...(persistent ? { properties: { sessionExpiryInterval: options.sessionExpirySeconds ?? SESSION_SECONDS } } : {}),
    ...accessOptions(access),
    ...(options.will
      ? { will: { ...options.will, payload: Buffer.from(options.will.payload), qos: 1, retain: true } }
      : {}),
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    log: () => {},
  };
}

const SESSION_SECONDS = 7 * 24 * 3600;

function tlsOptions({ ca, cert, key, passphrase, servername, verify }: TlsMaterial): IClientOptions {
  return {
    ...(ca === undefined ? {} : { ca: [ca] as string[] | Buffer[] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(servername === undefined ? {} : { servername }),
    rejectUnauthorized: verify !== false,
  };
}

function unreachable(url: string, cause: Failure | undefined): MillraceError {
  const reason = reasonOf(cause);
  return new MillraceError("E_BROKER", `cannot connect to the broker${reason ? `: ${reason}` : ""}`, {
    where: shownUrl(url),
    cause,
  });
}

function reasonOf(error: Failure | undefined): string {
  if (!error) return "";
  return String(error.message || error.errors?.[0]?.message || error.code || "");
}
