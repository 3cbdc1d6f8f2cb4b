import type { FullSpec } from "../../spec.ts";
import { type DecoderParts, featuresDecoder, labelDecoder } from "../codecs/decoder.ts";
import type { Roles } from "../codecs/fields.ts";
import { TargetReader } from "../codecs/target.ts";
import type { FeaturePlan } from "../features.ts";
import { compileTemplate, compileTopic, type TopicPattern } from "../topics.ts";
import { exampleOf } from "./example.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { layOut, readFeatures } from "./inputs.ts";
import { type LabelRule, readLabel } from "./label.ts";
import { missingOf, readModel } from "./model.ts";
import type { CheckedStream } from "./options.ts";
import type { Problems } from "./problems.ts";
import { canRead, type Reading, readCodec } from "./reading.ts";
import type { StreamPlan } from "./types.ts";

/** A stream ready to read messages; undefined where something about it is wrong, which is noted. */
export function compileStream(
  name: string,
  id: string,
  stream: CheckedStream,
  problems: Problems,
  warn: (text: string) => void,
): StreamPlan | undefined {
  const before = problems.list.length;
  const topic = problems.at("topic").try(() => compileTopic(stream.topic));
  const reading = readCodec(stream.codec, stream.fields, problems);
  if (topic) checkKey(stream, topic, problems);
  checkSync(stream, problems);
  const publish = readPublish(name, id, stream, topic, problems);
  const label =
    topic && reading && stream.label && readLabel(stream.label, stream, topic, reading, problems.at("label"), warn);
  const features = reading && readInputs(stream, reading, label, problems);
  const model = readModel(stream.model, features?.names, problems.at("model"));
  if (reading) checkFields(stream, reading, features, problems);
  const target = model && label && readTarget(model, label, problems);
  if (problems.list.length > before || !topic || !reading || !features || !model || !publish) return undefined;
  remark(stream, label, features, warn);

  const roles: Roles = {
    order: stream.order && { ...stream.order, isRequired: true },
    source: stream.order?.source,
    time: stream.time && { ...stream.time, isRequired: true },
    target: label && !label.other ? label.target : [],
    weight: label?.other ? undefined : label?.weight,
  };
  const shared = { topic, key: stream.key, maxBytes: stream.maxPayload };
  const parts: DecoderParts = { ...shared, ...reading, roles, target: label?.other ? undefined : target };
  const { other } = label ?? {};
  const labels =
    other && target && labelDecoder({ ...shared, ...other.reading, roles: other.roles, target, labels: other.labels });
  return {
    name,
    topic,
    qos: stream.qos,
    key: stream.key,
    order: stream.order && { type: stream.order.type },
    features,
    label: label?.plan,
    sync: stream.sync,
    model,
    publish,
    learnRetained: stream.learnRetained,
    maxKeys: stream.maxKeys,
    maxPayloadBytes: stream.maxPayload,
    fingerprint: fingerprintOf(stream, features, model),
    example: exampleOf(reading, roles, features, model),
    decodeFeatures: featuresDecoder(parts, features),
    decodeLabel:
      labels ??
      ((at) => ({ kind: "rejection", reason: "topic", field: undefined, detail: `no labels come from ${at}` })),
  };
}

// ---

function checkKey({ key }: CheckedStream, topic: TopicPattern, problems: Problems): void {
  if (key !== undefined && !topic.names.includes(key)) {
    problems.at("key").add("the topic has no such wildcard", {
      expected:
        topic.names.length > 0
          ? `one of ${topic.names.join(", ")}`
          : `a wildcard with a name in the topic, as +${/^\w+$/.test(key) ? key : "room"}`,
      actual: JSON.stringify(key),
    });
  }
  const taken = topic.names.find((name) => name === "id" || name === "stream" || (name === "key" && key !== "key"));
  if (taken === undefined) return;
  problems.at("topic").add(`the name ${taken} has a meaning of its own`, { expected: "another name for the wildcard" });
}

function checkSync({ key, sync, label }: CheckedStream, problems: Problems): void {
  if (!sync) return;
  if (key !== undefined) {
    problems.at("sync").add("a stream with a model for each key has none to share", {
      expected: "one shared model",
      remedy: "Leave key out, so that all sources of the stream teach one model",
      isKey: true,
    });
  }
  if (!label) {
    problems.at("sync").add("a model that never learns has nothing to share", { expected: "a label", isKey: true });
  }
}

function readPublish(
  name: string,
  id: string,
  { publish }: CheckedStream,
  topic: TopicPattern | undefined,
  problems: Problems,
): StreamPlan["publish"] | undefined {
  const { topic: text, qos = 0, retain = false } = typeof publish === "string" ? { topic: publish } : (publish ?? {});
  const names = ["id", "stream", "key", ...(topic?.names ?? [])];
  const at = typeof publish === "string" ? problems.at("publish") : problems.at("publish", "topic");
  // What the wildcards are called is unknown while the topic is wrong.
  if (!topic) return undefined;
  const template = at.try(() =>
    compileTemplate(text ?? `millrace/${id}/${name}/{key}/prediction`, [...new Set(names)]),
  );
  return template && { topic: template, qos, retain };
}

/** The features that are named, or else all fields that serve no other end. */
function readInputs(
  stream: CheckedStream,
  { options }: Reading,
  label: LabelRule | undefined,
  problems: Problems,
): FeaturePlan | undefined {
  const own = label && !label.other ? [...label.target, label.weight] : [];
  const taken = new Set([stream.order?.field, stream.order?.source, stream.time?.field, ...own]);
  const written = stream.features ?? options.fields?.filter((field) => !taken.has(field));
  if (written === undefined || written.length === 0) {
    problems.at("features").add("missing", { expected: "the fields the model learns from" });
    return undefined;
  }
  const features = readFeatures(written, problems.at("features"));
  return features && layOut(features, missingOf(stream.model), problems.at("features"));
}

function checkFields(
  stream: CheckedStream,
  reading: Reading,
  features: FeaturePlan | undefined,
  problems: Problems,
): void {
  const { order, time } = stream;
  if (order) canRead(reading, order.field, problems.at("order", "field"));
  if (order?.source !== undefined) canRead(reading, order.source, problems.at("order", "source"));
  if (time) canRead(reading, time.field, problems.at("time", "field"));
  if (order?.source !== undefined && reading.codec.name === "float32") {
    problems.at("order", "source").add("float32 carries numbers alone, no names");
  }
  if (!features) return;
  for (const [i, feature] of (stream.features ?? []).entries()) {
    const { field, size } = typeof feature === "string" ? { field: feature } : feature;
    if (field === undefined) continue;
    if (size !== undefined && reading.codec.name !== "json") {
      problems.at("features", i, "size").add(`${reading.codec.name} has no lists in its messages`, { isKey: true });
    } else canRead(reading, field, problems.at("features", i));
  }
}

function readTarget(model: FullSpec, label: LabelRule, problems: Problems): TargetReader | undefined {
  const target = new TargetReader(model);
  if (target.fits(label.target.length)) return target;
  problems.at("label", "field").add("the label does not fit the model", {
    expected: `${model.outputs} paths: the model has ${model.outputs} outputs`,
    actual: `${label.target.length}`,
  });
  return undefined;
}

/** What deserves a word although it is legal. */
function remark(
  stream: CheckedStream,
  label: LabelRule | undefined,
  features: FeaturePlan,
  warn: (text: string) => void,
): void {
  const { order, codec } = stream;
  if (!order) {
    warn(
      "without an order field only re-sends that the broker marks are recognised as duplicates; a sample may be learnt twice",
    );
  }
  if (order && (typeof codec === "string" ? codec : codec.type) === "float32") {
    warn("orders in float32 are exact up to 16,777,216 only");
  }
  if (label?.plan.from === "message") {
    const leaks = label.target.filter((path) => features.fields.includes(path));
    if (leaks.length > 0) warn(`the label ${leaks.join(", ")} is a feature too: the model is shown the answer`);
  }
}
