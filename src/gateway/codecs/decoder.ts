/** From a message's bytes to what the state machine takes. Nothing here throws, or looks at a clock. */
import type { FeaturesMessage, LabelMessage, Rejection } from "../config/types.ts";
import type { FeaturePlan } from "../features/plan.ts";
import type { TopicPattern } from "../topics.ts";
import { type Codec, type CodecOptions, rejection } from "./codec.ts";
import { FieldReader, NAME_LIMIT, type Roles } from "./fields.ts";
import type { TargetReader } from "./target.ts";
import { TopicReader } from "./topic-reader.ts";
import { isMissing, isRejection, nameOf, numberOf } from "./values.ts";

/** Bytes of a ticket: `<stream>/<source>/<order>` with a source of any topic, percent-encoded. */
const TICKET_LIMIT = 3 * 65_535 + 128;

export interface DecoderParts {
  readonly codec: Codec;
  readonly options: CodecOptions;
  readonly maxBytes: number;
  /** The stream's topic. */
  readonly topic: TopicPattern;
  readonly key: string | undefined;
  readonly roles: Roles;
  readonly target: TargetReader | undefined;
}

type Decode<Message> = (topic: string, payload: Uint8Array, arrivalMs: number) => Message | Rejection;

/** @throws MillraceError `E_CONFIG` for a path the codec cannot read */
export function featuresDecoder(parts: DecoderParts, plan: FeaturePlan): Decode<FeaturesMessage> {
  const { codec, options, topic: pattern, key: keyName, roles, target, maxBytes } = parts;
  const fields = new FieldReader(codec, options, roles, [...plan.fields, ...plan.lists.map(({ field }) => field)]);
  const topics = new TopicReader(pattern, keyName);
  const { cells } = fields;
  const mayMiss = plan.missing === "mean";

  const valuesOf = (): Float32Array | Rejection => {
    for (let i = 0; i < plan.lists.length; i++) {
      const { field, size } = plan.lists[i] as { field: string; size: number };
      const list = cells[plan.fields.length + i];
      if (Array.isArray(list) && list.length !== size) {
        return rejection("wrongLength", `${list.length} values instead of ${size}`, field);
      }
      if (!Array.isArray(list))
        return isMissing(list) ? rejection("missing", "not there", field) : rejection("malformed", "not a list", field);
    }
    const values = new Float32Array(plan.fields.length);
    let known = 0;
    for (let i = 0; i < values.length; i++) {
      const value = numberOf(cells[i], fields.isTextual, plan.limit, mayMiss, plan.fields[i] as string);
      if (isRejection(value)) return value;
      values[i] = value;
      if (!Number.isNaN(value)) known++;
    }
    return known === 0 && values.length > 0 ? rejection("missing", "none of the features is there") : values;
  };

  return (topic, payload, arrivalMs) => {
    if (payload.byteLength > maxBytes) return tooLong(payload, maxBytes);
    const facts = topics.read(topic);
    if (isRejection(facts)) return facts;
    const unread = fields.read(payload);
    if (unread !== undefined) return unread;
    const values = valuesOf();
    if (isRejection(values)) return values;
    const order = fields.order();
    if (isRejection(order)) return order;
    const source = roles.source === undefined ? facts.topic : nameOf(fields.source, NAME_LIMIT, roles.source);
    if (isRejection(source)) return source;
    const timeMs = fields.time(arrivalMs);
    if (isRejection(timeMs)) return timeMs;
    const y = target?.read(fields.target(), roles.target, fields.isTextual);
    if (isRejection(y)) return y;
    const weight = fields.weight();
    if (isRejection(weight)) return weight;
    return { kind: "features", source, key: facts.key ?? "", order, timeMs, values, y, weight, names: facts.names };
  };
}

/** @throws MillraceError `E_CONFIG` for a path the codec cannot read */
export function labelDecoder(
  parts: DecoderParts & { labels: TopicPattern; target: TargetReader },
): Decode<LabelMessage> {
  const { codec, options, topic: pattern, labels, key: keyName, roles, target, maxBytes } = parts;
  const fields = new FieldReader(codec, options, roles, []);
  const topics = new TopicReader(labels, keyName);
  const namesSource =
    roles.source === undefined && pattern.names.every((name) => labels.names.includes(name)) && pattern.isNamed;

  return (topic, payload, arrivalMs) => {
    if (payload.byteLength > maxBytes) return tooLong(payload, maxBytes);
    const facts = topics.read(topic);
    if (isRejection(facts)) return facts;
    const { key, names } = facts;
    const unread = fields.read(payload);
    if (unread !== undefined) return unread;
    const ticket = isMissing(fields.ticket) ? undefined : nameOf(fields.ticket, TICKET_LIMIT, roles.ticket ?? "ticket");
    if (isRejection(ticket)) return ticket;
    const source = namesSource
      ? pattern.build(names)
      : roles.source === undefined
        ? undefined
        : fields.optional(fields.source, ticket, roles.source);
    if (isRejection(source)) return source;
    const order = fields.order(ticket !== undefined);
    if (isRejection(order)) return order;
    const timeMs = fields.time(arrivalMs, ticket !== undefined);
    if (isRejection(timeMs)) return timeMs;
    const y =
      target.read(fields.target(), roles.target, fields.isTextual) ?? rejection("missing", "no label", roles.target[0]);
    if (isRejection(y)) return y;
    const weight = fields.weight();
    if (isRejection(weight)) return weight;
    return { kind: "label", ticket, source, key, order, timeMs, y, weight };
  };
}

// ---

function tooLong(payload: Uint8Array, maxBytes: number): Rejection {
  return rejection("tooLong", `${payload.byteLength} bytes, more than ${maxBytes}`);
}
