import { randomBytes } from "node:crypto";
import { MillraceError } from "../errors.ts";
import { type Broker, startBroker } from "./broker.ts";
import { type Child, startChild } from "./child.ts";
import { type Connection, connect } from "./connection.ts";
import type { GatewaySettings } from "./gateway.ts";
import { type Progress, type RejectedMessage, type Topics, topicsUnder } from "./messages.ts";
import type { PublisherSettings } from "./publisher.ts";
import type { Result } from "./scores.ts";

export interface RunSettings {
  rows: number;
  /** Rows a label is late. */
  delay: number;
  /** Most rows a second. */
  rate?: number | undefined;
  /** An MQTT broker to use in place of the embedded one. */
  broker?: string | undefined;
  /** Keep broker and gateway when the stream is over, until interrupted. */
  keep: boolean;
  /** Absolute path of the saved model. */
  path: string;
  /** Labels between two calls of `progress`. */
  progressEvery: number;
}

export interface Listener {
  /** Everything is connected and the first row is about to leave. */
  started(url: string, topics: Topics): void;
  progress(progress: Progress): void;
  /** The last label is learnt and the model is saved. */
  finished(result: Result, url: string, topics: Topics): void;
  rejected(message: RejectedMessage): void;
}

/** How a run ended; `saved` is the model as it was left, null when it had learnt nothing. */
export interface Ending {
  saved: Result | null;
  interrupted: boolean;
  error?: unknown;
}

const PATIENCE_MS = 20_000;

/**
 * Broker, gateway and publisher from start to end. Whatever happens - the stream ends, someone interrupts, a process or
 * the broker dies - the gateway saves if it still can, and no process, socket or port is left behind.
 */
export async function run(settings: RunSettings, interrupted: AbortSignal, listener: Listener): Promise<Ending> {
  const trouble = new Trouble(interrupted);
  let broker: Broker | undefined;
  let monitor: Connection | undefined;
  let gateway: Child<Result | null> | undefined;
  let publisher: Child<void> | undefined;
  let result: Result | undefined;
  let error: unknown;
  try {
    if (settings.broker === undefined) broker = await startBroker();
    const url = broker?.url ?? (settings.broker as string);
    const topics = topicsUnder(`millrace-demo/${randomBytes(4).toString("hex")}`);
    monitor = await trouble.or(connect(url, trouble.raise));
    const arrived = await trouble.or(watch(monitor, topics, listener));

    gateway = startChild("gateway", { ...settings, url, topics } satisfies GatewaySettings, trouble.raise);
    await trouble.or(gateway.ready);
    listener.started(url, topics);
    publisher = startChild("publisher", { ...settings, url, topics } satisfies PublisherSettings, trouble.raise);
    await trouble.or(Promise.race([arrived.result, publisher.ended]));
    result = await trouble.or(within(arrived.result, PATIENCE_MS));
    listener.finished(result, url, topics);
    if (settings.keep) await trouble.or(new Promise<never>(() => {}));
  } catch (cause) {
    error = cause;
  }
  trouble.over();
  // In order: nothing new is sent, what was learnt is saved, then the ways between them go.
  await publisher?.stop();
  const saved = (await gateway?.stop()) ?? result ?? null;
  await monitor?.close();
  await broker?.close();
  return interrupted.aborted ? { saved, interrupted: true } : { saved, interrupted: false, error };
}

// ---

/** Subscribes to what the gateway tells; the result comes in an object, or awaiting the subscription would await it. */
async function watch(monitor: Connection, topics: Topics, listener: Listener): Promise<{ result: Promise<Result> }> {
  let arrive: (result: Result) => void = () => {};
  const result = new Promise<Result>((resolve) => {
    arrive = resolve;
  });
  await monitor.subscribe([topics.progress, topics.rejected, topics.result], 1, (topic, message) => {
    if (topic === topics.progress) listener.progress(message as Progress);
    else if (topic === topics.rejected) listener.rejected(message as RejectedMessage);
    else arrive(message as Result);
  });
  return { result };
}

/** The first thing that goes wrong, as a promise to race against. */
class Trouble {
  raise: (error: unknown) => void = () => {};
  readonly #first: Promise<never>;
  readonly #interrupted: AbortSignal;
  readonly #interrupt = (): void => this.raise(new Error("interrupted"));

  constructor(interrupted: AbortSignal) {
    this.#first = new Promise((_, reject) => {
      this.raise = reject;
    });
    this.#first.catch(() => {});
    this.#interrupted = interrupted;
    if (interrupted.aborted) this.#interrupt();
    else interrupted.addEventListener("abort", this.#interrupt);
  }

  or<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([work, this.#first]);
  }

  over(): void {
    this.#interrupted.removeEventListener("abort", this.#interrupt);
  }
}

async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new MillraceError("E_BROKER", "the gateway's result did not arrive", { remedy: "Run it again." })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
