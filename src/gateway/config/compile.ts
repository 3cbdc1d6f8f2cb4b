import { dirname, resolve } from "node:path";
import { overlaps } from "../topics.ts";
import type { Problems } from "./problems.ts";
import { streamSchema } from "./schema/stream.ts";
import type { CheckedGateway } from "./schema.ts";
import { compileStream } from "./stream.ts";
import type { BrokerSettings, GatewayConfiguration, StreamPlan, Subscription } from "./types.ts";

/** Names of topics below the gateway's own prefix. */
const RESERVED = ["status", "health", "rejected", "cmd", "self-test"];

/** A configuration whose single values are legal, as what runs; undefined where it makes no sense, which is noted. */
export function compile(
  checked: CheckedGateway,
  file: string | undefined,
  problems: Problems,
): GatewayConfiguration | undefined {
  const { id, broker, state, pending, memory, http, log } = checked;
  const warnings: string[] = [];
  const streams: StreamPlan[] = [];
  checkBroker(broker, problems.at("broker"), (text) => warnings.push(text));
  const names = Object.keys(checked.streams);
  if (names.length === 0) problems.at("streams").add("no streams", { expected: "at least one" });
  for (const [name, stream] of Object.entries(checked.streams)) {
    const at = problems.at("streams", name);
    if (RESERVED.includes(name))
      at.add("a name that the gateway's own topics have", { expected: `none of ${RESERVED.join(", ")}`, isKey: true });
    const plan = compileStream(name, id, stream, at, (text) => warnings.push(`${name}: ${text}`));
    if (plan) streams.push(plan);
  }
  checkLoops(id, streams, problems);
  checkOverlaps(streams, problems);
  checkFleets(streams, problems);
  if (problems.list.length > 0) return undefined;
  const folder = file === undefined ? "." : dirname(file);
  const placed = streams.map((stream) => withCredentials(stream, (path) => resolve(folder, path)));
  return {
    id,
    broker: withPaths(broker, (path) => resolve(folder, path)),
    streams: placed,
    subscriptions: subscriptionsOf(placed),
    state: { ...state, directory: resolve(folder, state.directory) },
    pending,
    memoryBytes: memory,
    http,
    log,
    warnings,
  };
}

/** Notes what is wrong with those streams whose single values are legal, where others are not. */
export function lookOver(value: unknown, problems: Problems): void {
  const { id, streams } = (value ?? {}) as { id?: unknown; streams?: unknown };
  if (typeof streams !== "object" || streams === null || Array.isArray(streams)) return;
  for (const [name, stream] of Object.entries(streams)) {
    const parsed = streamSchema.safeParse(stream);
    if (parsed.success) compileStream(name, String(id), parsed.data, problems.at("streams", name), () => {});
  }
}

// ---

function checkBroker(
  { urls, tls, password, username }: BrokerSettings,
  problems: Problems,
  warn: (text: string) => void,
): void {
  const isSafe = (url: string) => /^(mqtts|ssl|wss):/i.test(url);
  const plain = urls.filter((url) => !isSafe(url));
  if (tls && plain.length === urls.length) {
    problems.at("tls").add("the URL asks for none", { expected: "a URL with mqtts or wss", isKey: true });
  }
  if (tls && (tls.cert === undefined) !== (tls.key === undefined)) {
    problems
      .at("tls", tls.cert === undefined ? "cert" : "key")
      .add("missing", { expected: "certificate and key together" });
  }
  if (password !== undefined && username === undefined) {
    problems.at("username").add("missing", { expected: "a user with the password" });
  }
  const isNear = (url: string) => /^(localhost|127\.|\[?::1)/.test(new URL(url).hostname);
  if (password !== undefined && plain.some((url) => !isNear(url)))
    warn("broker: the password goes over the network as it is; take mqtts");
  if (tls?.verify === false) warn("broker: verify: false takes any certificate, that of a stranger too");
}

/** What the gateway publishes must not come back to it as input. */
function checkLoops(id: string, streams: readonly StreamPlan[], problems: Problems): void {
  for (const { place, filter } of inputsOf(streams)) {
    const at = problems.at(...place);
    if (overlaps(filter, `millrace/${id}/+/#`)) {
      at.add("takes in the gateway's own topics", {
        expected: `a topic outside millrace/${id}`,
        actual: JSON.stringify(filter),
      });
      continue;
    }
    const loop = streams.find(({ publish }) => overlaps(filter, publish.topic.text));
    if (loop)
      at.add(`takes in the predictions of ${loop.name}`, {
        expected: `a topic that does not match ${loop.publish.topic.text}`,
        actual: JSON.stringify(filter),
      });
  }
}

/** One device has one model of a name in a fleet. */
function checkFleets(streams: readonly StreamPlan[], problems: Problems): void {
  const nameOf = ({ sync }: StreamPlan) => sync && `${sync.fleet}/${sync.model}`;
  for (const [i, stream] of streams.entries()) {
    const other = streams.slice(0, i).find((one) => stream.sync && nameOf(one) === nameOf(stream));
    if (!other) continue;
    problems.at("streams", stream.name, "sync", "model").add(`that of ${other.name} too`, {
      expected: "a model of another name",
      actual: JSON.stringify(stream.sync?.model),
    });
  }
}

/** A broker may deliver a message once for each filter it matches: without an order it would be learnt twice. */
function checkOverlaps(streams: readonly StreamPlan[], problems: Problems): void {
  const inputs = inputsOf(streams);
  for (const [i, one] of inputs.entries()) {
    for (const other of inputs.slice(0, i)) {
      if (one.filter === other.filter || !overlaps(one.filter, other.filter)) continue;
      const unordered = [one, other].find(({ role, stream }) => role === "features" && !stream.order);
      if (!unordered) continue;
      problems.at(...one.place).add(`overlaps ${JSON.stringify(other.filter)}: a message may come twice`, {
        remedy: `Give ${unordered.stream.name} an order, by which duplicates are recognised, or topics of its own`,
      });
    }
  }
}

interface Input {
  readonly stream: StreamPlan;
  readonly role: "features" | "label";
  readonly filter: string;
  readonly qos: 0 | 1;
  readonly place: readonly string[];
}

function inputsOf(streams: readonly StreamPlan[]): Input[] {
  return streams.flatMap((stream): Input[] => {
    const { name, topic, qos, label } = stream;
    const features: Input = { stream, role: "features", filter: topic.filter, qos, place: ["streams", name, "topic"] };
    if (label?.from !== "topic") return [features];
    const place = ["streams", name, "label", "topic"];
    return [features, { stream, role: "label", filter: label.topic.filter, qos: label.qos, place }];
  });
}

function subscriptionsOf(streams: readonly StreamPlan[]): Subscription[] {
  const byFilter = new Map<string, Input[]>();
  for (const input of inputsOf(streams)) byFilter.set(input.filter, [...(byFilter.get(input.filter) ?? []), input]);
  return [...byFilter].map(([filter, consumers]) => ({
    filter,
    qos: consumers.some(({ qos }) => qos === 1) ? 1 : 0,
    consumers: consumers.map(({ stream, role }) => ({ stream, role })),
  }));
}

function withCredentials(stream: StreamPlan, absolute: (path: string) => string): StreamPlan {
  const { sync } = stream;
  return sync ? { ...stream, sync: { ...sync, credentials: absolute(sync.credentials) } } : stream;
}

function withPaths(broker: BrokerSettings, absolute: (path: string) => string): BrokerSettings {
  if (!broker.tls) return broker;
  const { ca, cert, key } = broker.tls;
  const at = (path: string | undefined) => (path === undefined ? undefined : absolute(path));
  return { ...broker, tls: { ...broker.tls, ca: at(ca), cert: at(cert), key: at(key) } };
}
