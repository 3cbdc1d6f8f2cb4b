import type { Roles } from "../codecs/fields.ts";
import { compileTopic, type TopicPattern } from "../topics.ts";
import type { CheckedLabel, CheckedStream } from "./options.ts";
import type { Problems } from "./problems.ts";
import { canRead, couldRead, type Reading, readCodec } from "./reading.ts";
import type { LabelPlan } from "./types.ts";

/** A label's rule, and how the messages that bring it are read. */
export interface LabelRule {
  readonly plan: LabelPlan;
  /** Paths of the label's numbers or class. */
  readonly target: readonly string[];
  readonly weight: string | undefined;
  /** Of labels from another topic. */
  readonly other: { readonly labels: TopicPattern; readonly reading: Reading; readonly roles: Roles } | undefined;
}

const WITHIN_MS = 86_400_000;
/** Above twice the 30 s after which some brokers send again what was not acknowledged. */
const EARLY_MS = 120_000;
const OF_TOPICS = ["qos", "codec", "fields", "match", "order", "source", "time", "within", "early"] as const;

/** Reads the label of a stream; undefined where something about it is wrong, which is noted. */
export function readLabel(
  label: CheckedLabel,
  stream: CheckedStream,
  topic: TopicPattern,
  reading: Reading,
  problems: Problems,
  warn: (text: string) => void,
): LabelRule | undefined {
  if (label.topic !== undefined) return fromTopic(label, stream, topic, reading, problems, warn);
  const before = problems.list.length;
  for (const key of OF_TOPICS) {
    if (label[key] !== undefined) problems.at(key).add("belongs to labels with a topic of their own", { isKey: true });
  }
  const target = [label.field ?? []].flat();
  if (target.length === 0) problems.at("field").add("missing", { expected: "the path to the label" });
  for (const path of target) canRead(reading, path, problems.at("field"));
  if (label.weight !== undefined) canRead(reading, label.weight, problems.at("weight"));
  if (problems.list.length > before) return undefined;
  const { ahead, weight } = label;
  const plan: LabelPlan = ahead === undefined ? { from: "message" } : { from: "future", ahead };
  return { plan, target, weight, other: undefined };
}

// ---

function fromTopic(
  label: CheckedLabel,
  stream: CheckedStream,
  topic: TopicPattern,
  reading: Reading,
  problems: Problems,
  warn: (text: string) => void,
): LabelRule | undefined {
  const before = problems.list.length;
  if (label.ahead !== undefined) problems.at("ahead").add("the future of a stream is no other topic", { isKey: true });
  const labels = problems.at("topic").try(() => compileTopic(label.topic ?? ""));
  const ownCodec = label.codec !== undefined || label.fields !== undefined;
  const own = ownCodec ? readCodec(label.codec ?? stream.codec, label.fields, problems) : reading;
  if (labels === undefined || own === undefined) return undefined;

  const target = [label.field ?? ""].flat();
  const isWhole = target.includes("");
  const match = label.match ?? (stream.order && !isWhole ? "order" : "time");
  const source = label.source ?? stream.order?.source;
  const inherits = (path: string | undefined) =>
    path !== undefined && !isWhole && couldRead(own, path) ? path : undefined;
  const orderField = label.order ?? stream.order?.field;
  const time = label.time ?? (match === "time" || inherits(stream.time?.field) ? stream.time : undefined);
  const ticket = match === "ticket" || label.ticket !== "ticket" ? label.ticket : inherits(label.ticket);

  if (isWhole && target.length > 1) problems.at("field").add("a list with an empty path");
  if (isWhole && label.match !== undefined && match !== "time") {
    problems.at("field").add("missing", {
      expected: `the path to the label: it comes with ${match === "order" ? "an order" : "a ticket"}`,
    });
  }
  if (match === "order" && stream.order === undefined) {
    problems
      .at("match")
      .add("the stream has no order to match", { expected: "an order of the stream, or match: ticket or time" });
  }
  const used: readonly [string, string | undefined][] = [
    ["weight", label.weight],
    ["order", match === "order" ? orderField : undefined],
    ["source", match === "ticket" ? inherits(source) : source],
    ["time", time && (label.time || match === "time") ? time.field : undefined],
    ["ticket", ticket],
  ];
  for (const path of target) canRead(own, path, problems.at("field"));
  for (const [key, path] of used) {
    if (path === undefined) continue;
    if (isWhole)
      problems
        .at(key)
        .add("the whole message is the label: it has no such field", { expected: "a `field` for the label" });
    else canRead(own, path, problems.at(key));
  }
  checkNames(label, stream, topic, labels, match, source !== undefined, problems);
  if (problems.list.length > before) return undefined;

  const qos = label.qos ?? stream.qos;
  if (qos === 0) warn("labels at QoS 0 may be lost on the way");
  if (match === "time") warn("match: time is not exact on a broker that sends again out of order");
  const plan: LabelPlan = {
    from: "topic",
    topic: labels,
    qos,
    match,
    withinMs: label.within ?? WITHIN_MS,
    earlyMs: label.early ?? EARLY_MS,
  };
  const roles: Roles = {
    target,
    weight: label.weight,
    ticket,
    source: match === "ticket" ? inherits(source) : source,
    order:
      match === "order" && orderField !== undefined
        ? { field: orderField, type: stream.order?.type ?? "counter", isRequired: true }
        : undefined,
    time: time && { ...time, isRequired: label.time !== undefined || match === "time" },
  };
  return { plan, target, weight: label.weight, other: { labels, reading: own, roles } };
}

/** A label must say whose it is: by its topic, a field, or its ticket. */
function checkNames(
  label: CheckedLabel,
  stream: CheckedStream,
  topic: TopicPattern,
  labels: TopicPattern,
  match: "ticket" | "order" | "time",
  hasSource: boolean,
  problems: Problems,
): void {
  const stray = labels.names.filter((name) => !topic.names.includes(name));
  if (stray.length > 0) {
    problems.at("topic").add(`the stream's topic has no wildcard ${stray.join(", ")}`, {
      expected: topic.names.join(", ") || "none with a name",
      actual: label.topic,
    });
  }
  const needed = match === "ticket" ? [] : hasSource ? [stream.key ?? []].flat() : topic.names;
  const absent = needed.filter((name) => !labels.names.includes(name));
  if (absent.length > 0) {
    problems.at("topic").add(`does not say whose label it is: the wildcard ${absent.join(", ")} is not in it`, {
      remedy: `Name ${absent.map((name) => `+${name}`).join(", ")} in it, or match by ticket`,
    });
  }
  if (match !== "ticket" && !hasSource && !topic.isNamed) {
    problems.at("topic").add("does not say whose label it is: the stream's topic has a wildcard without a name", {
      remedy: "Name it, as +room, in both topics, or match by ticket",
    });
  }
  // A source that is a field says nothing about the topic, and so nothing about the key.
  if (match === "ticket" && hasSource && stream.key !== undefined && !labels.names.includes(stream.key)) {
    problems
      .at("topic")
      .add(`does not say the key: the wildcard ${stream.key} is not in it`, { remedy: `Name +${stream.key} in it` });
  }
}
