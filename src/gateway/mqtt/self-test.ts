import { randomBytes } from "node:crypto";
import type { IPublishPacket, MqttClient } from "mqtt";
import { type BrokerAccess, type Connected, connectOnce } from "./connect.ts";
import { ownTopics } from "./own-topics.ts";
import { type Findings, meaningOf } from "./self-test/meaning.ts";
import { subscribeAll } from "./subscribe.ts";

export type { Findings } from "./self-test/meaning.ts";

export interface SelfTestOptions {
  /** Id of the gateway: the test uses topics below `millrace/<id>/self-test` and client ids beginning with `<id>-test`. */
  id: string;
  /** Messages put into the session of a client that is away, to see how many are kept; 0, the default, leaves it out. */
  queued?: number;
  signal?: AbortSignal;
}

export interface SelfTestReport extends Findings {
  /** What all this means for learning on this broker, as sentences; the warnings among them first. */
  readonly meaning: readonly { readonly level: "warning" | "note"; readonly text: string }[];
  readonly tookMs: number;
}

/**
 * Finds out what the broker really does: keeps a session, re-sends in order, keeps retained messages, queues. Takes
 * about a second and leaves nothing behind.
 * @throws MillraceError `E_BROKER` where the broker cannot be reached, or allows none of the topics
 */
export async function testBroker(access: BrokerAccess, options: SelfTestOptions): Promise<SelfTestReport> {
  const started = Date.now();
  const run = randomBytes(4).toString("hex");
  const tester = new Tester(access, `${options.id}-test`, ownTopics(options.id).selfTest(run), options.signal);
  try {
    const software = await tester.software();
    const session = await tester.session(options.queued ?? 0);
    const retainedKept = await tester.retained();
    const findings: Findings = { software, ...session, retainedKept };
    return { ...findings, meaning: meaningOf(findings), tookMs: Date.now() - started };
  } finally {
    await tester.close();
  }
}

// ---

/** Long enough for a broker on another continent; NATS re-sends after 2 to 30 s, which counts as late. */
const PATIENCE_MS = 1_500;
const ANSWER_MS = 5_000;

class Tester {
  readonly #access: BrokerAccess;
  readonly #clientId: string;
  readonly #prefix: string;
  readonly #signal: AbortSignal | undefined;
  #publisher: Promise<Connected> | undefined;

  constructor(access: BrokerAccess, clientId: string, prefix: string, signal: AbortSignal | undefined) {
    this.#access = access;
    this.#clientId = clientId;
    this.#prefix = prefix;
    this.#signal = signal;
  }

  /** What mosquitto and its likes say of themselves. */
  async software(): Promise<string | undefined> {
    let answer: (text: string | undefined) => void = () => {};
    const said = new Promise<string | undefined>((resolve) => {
      answer = resolve;
    });
    const client = await this.#connect(`${this.#clientId}-v`, true, (packet) => answer(packet.payload.toString()));
    const patience = setTimeout(() => answer(undefined), PATIENCE_MS / 3);
    client.subscribe("$SYS/broker/version", { qos: 0 }, (error) => {
      if (error) answer(undefined);
    });
    const software = await said;
    clearTimeout(patience);
    await leave(client);
    return software;
  }

  /** Messages are left unacknowledged, the connection is cut, others are sent: what comes back, and in which order? */
  async session(queued: number): Promise<Pick<Findings, "sessionKept" | "resends" | "queued">> {
    const topic = `${this.#prefix}/order`;
    const first = new Collector(1, false);
    // A test that was killed has left its session behind.
    await this.#forget();
    const before = await this.#connect(this.#clientId, false, first.take);
    await subscribeAll(before, [{ filter: topic, qos: 1 }], ANSWER_MS);
    await this.#publishAll(topic, 0, HELD);
    await first.full(ANSWER_MS);
    before.stream.destroy();
    const away = queued + 2;
    await this.#publishAll(topic, HELD, HELD + away);

    const marker = HELD + away;
    const second = new Collector(marker + 1, true);
    const connected = await connectOnce(this.#url, this.#access, this.#options(this.#clientId, false, second.take));
    // Nobody subscribes again: this one comes by the session alone. A broker that had not noticed the cut has given the
    // others to the dead connection, and sends them later with the first.
    await this.#publish(topic, `${marker}`);
    await second.full(PATIENCE_MS);
    const { sessionPresent } = connected;
    await leave(connected.client);
    await this.#forget();
    const numbers = [...new Set(second.payloads.map(Number))];
    const kept = numbers.filter((number) => number >= HELD && number < marker).length;
    return {
      sessionKept: sessionPresent && numbers.includes(marker),
      resends: sessionPresent ? resendsOf(numbers) : "none",
      queued: queued === 0 ? undefined : { sent: away, kept },
    };
  }

  async retained(): Promise<boolean> {
    const topic = `${this.#prefix}/retained`;
    await this.#publish(topic, "kept", true);
    const seen = new Collector(1, true);
    const reader = await this.#connect(`${this.#clientId}-r`, true, seen.take);
    await subscribeAll(reader, [{ filter: topic, qos: 0 }], ANSWER_MS);
    await seen.full(PATIENCE_MS);
    await leave(reader);
    await this.#publish(topic, "", true);
    return seen.payloads.length > 0;
  }

  async close(): Promise<void> {
    const publisher = await this.#publisher?.catch(() => undefined);
    if (publisher) await leave(publisher.client);
  }

  get #url(): string {
    return this.#access.urls[0] as string;
  }

  /** A clean session takes the place of the one that was kept. */
  async #forget(): Promise<void> {
    await leave(await this.#connect(this.#clientId, true, (_packet, done) => done()));
  }

  async #connect(clientId: string, clean: boolean, receive: Receive): Promise<MqttClient> {
    return (await connectOnce(this.#url, this.#access, this.#options(clientId, clean, receive))).client;
  }

  #options(clientId: string, clean: boolean, receive: Receive) {
    const signal = this.#signal;
    return { clientId, clean, receive, sessionExpirySeconds: 60, ...(signal ? { signal } : {}) };
  }

  /** Numbers from `from` up to `to`. */
  async #publishAll(topic: string, from: number, to: number): Promise<void> {
    for (let i = from; i < to; i += BURST) {
      const burst = Array.from({ length: Math.min(BURST, to - i) }, (_, k) => this.#publish(topic, `${i + k}`));
      await Promise.all(burst);
    }
  }

  async #publish(topic: string, payload: string, retain = false): Promise<void> {
    const options = this.#options(`${this.#clientId}-p`, true, (_packet, done) => done());
    this.#publisher ??= connectOnce(this.#url, this.#access, options);
    const { client, gone } = await this.#publisher;
    const broken = gone.then((reason) => Promise.reject(new Error(reason)));
    await Promise.race([client.publishAsync(topic, payload, { qos: 1, retain }), broken]);
  }
}

const BURST = 100;
/** Messages that are unacknowledged when the connection is cut: one at work, the others behind it in the socket. */
const HELD = 5;

function resendsOf(numbers: readonly number[]): Findings["resends"] {
  if (!numbers.includes(0)) return "late";
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number)) ? "in order" : "out of order";
}

type Receive = (packet: IPublishPacket, done: (error?: Error) => void) => void;

class Collector {
  readonly payloads: string[] = [];
  readonly #wanted: number;
  readonly #acknowledges: boolean;
  #filled: () => void = () => {};

  constructor(wanted: number, acknowledges: boolean) {
    this.#wanted = wanted;
    this.#acknowledges = acknowledges;
  }

  readonly take: Receive = ({ payload }, done) => {
    this.payloads.push(payload.toString());
    if (this.payloads.length >= this.#wanted) this.#filled();
    if (this.#acknowledges) done();
  };

  /** Resolves when all have come, or after `ms`. */
  async full(ms: number): Promise<void> {
    if (this.payloads.length >= this.#wanted) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, ms);
      this.#filled = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }
}

function leave(client: MqttClient): Promise<void> {
  return new Promise((resolve) => {
    if (!client.connected) return resolve();
    client.end(false, {}, () => resolve());
  });
}
