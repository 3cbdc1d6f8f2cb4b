import { z } from "zod";
import { CODECS, type CodecName } from "../../codecs.ts";
import { CYCLES, WINDOW_LIMIT } from "../../features.ts";
import type { CheckedLabel, CheckedStream, LabelOptions, StreamOptions } from "../options.ts";
import { choice, duration, flag, size, text, wholeNumber } from "../units.ts";
import { syncSchema } from "./sync.ts";

const FIELDS_LIMIT = 65_536;

const field = () => text("a path to a field, such as temperature or sensors[0].value");
const qos = () => choice([0, 1]);
const span = () => wholeNumber(1, WINDOW_LIMIT).optional();
const codecName = choice(Object.keys(CODECS) as CodecName[]);

const codec = z.union([
  codecName,
  z.strictObject({
    type: codecName.describe("Its name."),
    separator: choice([",", ";", "|", "\t", " "])
      .optional()
      .describe("csv: between values; a comma where it is left out."),
    byteOrder: choice(["little", "big"]).optional().describe("float32: little where it is left out."),
  }),
]);

const fields = z.union([
  z
    .array(text("a name"), { error: "names, or a number of values" })
    .min(1, { error: "at least one name" })
    .max(FIELDS_LIMIT, { error: `at most ${FIELDS_LIMIT} names` }),
  wholeNumber(1, FIELDS_LIMIT),
]);

const time = z.strictObject({
  field: field().describe("Where the time stands."),
  unit: choice(["ms", "s", "us", "ns", "iso"]).default("ms").describe("Since 1970 UTC; iso: 2026-01-31T12:00:00Z."),
});

const feature = z.union([
  field(),
  z.strictObject({
    field: field().optional().describe("A number of the message."),
    size: wholeNumber(1, FIELDS_LIMIT).optional().describe("The field is a list of so many numbers, each an input."),
    lag: span().describe("The value so many messages ago."),
    difference: span().describe("The value less that of so many messages ago."),
    mean: span().describe("Mean of the last so many, the present one among them."),
    min: span().describe("Least of the last so many."),
    max: span().describe("Greatest of the last so many."),
    std: span().describe("Standard deviation of the last so many, divided by their number."),
    time: choice(CYCLES)
      .optional()
      .describe("Sine and cosine of where the message's time lies in its day or week: two inputs."),
    utcOffset: z
      .string({ error: "an offset such as +02:00" })
      .regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, { error: "an offset such as +02:00" })
      .optional()
      .describe("Of `time`: the zone's distance from UTC. A fixed one: summer time is not followed."),
  }),
]);

const label: z.ZodType<CheckedLabel, LabelOptions> = z.strictObject({
  field: z
    .union([
      field(),
      z
        .array(field(), { error: "a path, or a list of paths" })
        .min(1, { error: "at least one path" })
        .max(4_096, { error: "at most 4,096 paths" }),
    ])
    .optional()
    .describe(
      "Where the label stands; a list for a model of several outputs. Left out with `topic`: the whole message is the label.",
    ),
  weight: field().optional().describe("Where a weight of the sample stands; 1 where it is missing."),
  ahead: wholeNumber(1, WINDOW_LIMIT)
    .optional()
    .describe("The stream's own future: the field of so many messages later is the label."),
  topic: text("a topic", 65_535)
    .optional()
    .describe("Where labels come from, if not with the features; wildcards by the names of the stream's topic."),
  qos: qos().optional().describe("Of that topic; the stream's where it is left out."),
  codec: codec.optional().describe("Of that topic; the stream's where it is left out."),
  fields: fields.optional().describe("Of that topic's codec."),
  match: choice(["ticket", "order", "time"])
    .optional()
    .describe(
      "How a label without a ticket finds its features: by the order it repeats (what it is where the stream has one), by time (where it has none), or not at all.",
    ),
  ticket: field().default("ticket").describe("Where a ticket may stand."),
  order: field()
    .optional()
    .describe("Where the order of the features stands; that of the stream where it is left out."),
  source: field().optional().describe("Where the source stands; that of the stream where it is left out."),
  time: time.optional().describe("Where the label's own time stands; that of the stream where it is left out."),
  within: duration("1ms", "365d")
    .optional()
    .describe("How old features may be, by record time, when their label comes. 24h where it is left out."),
  early: duration("1ms", "24h")
    .optional()
    .describe("How long a label that comes first waits for its features. 120s where it is left out."),
});

export const streamSchema: z.ZodType<CheckedStream, StreamOptions> = z.strictObject({
  topic: text("a topic", 65_535).describe(
    "Topic to read; `+name` is a wildcard for one level with a name, `+` and `#` are MQTT's own.",
  ),
  qos: qos().default(1).describe("1: no message is lost. 0: as fast as it goes."),
  codec: codec
    .default("json")
    .describe("How a message is written: json, csv or float32; with options as an object with a type."),
  fields: fields
    .optional()
    .describe(
      "Names of the values of a message that is a list, in order; a number n names them 0 to n-1. csv and float32 need it.",
    ),
  key: text("the name of a wildcard")
    .optional()
    .describe("The wildcard whose text is the key: one model for each. Left out: one shared model."),
  order: z
    .strictObject({
      field: field().describe("Where it stands."),
      type: choice(["counter", "time"])
        .default("counter")
        .describe("counter: 0, 1, 2 ... by source. time: a time that no two messages of a source share."),
      source: field().optional().describe("Where the name of the sensor stands, if it is not the topic."),
    })
    .optional()
    .describe(
      "What a message is told from its duplicates by. Left out: only a broker's marked re-sends are recognised.",
    ),
  time: time.optional().describe("The message's own time. Left out: that of its arrival."),
  features: z
    .array(feature, { error: "a list of fields and of what is computed from them" })
    .min(1, { error: "at least one feature" })
    .max(4_096, { error: "at most 4,096 features" })
    .optional()
    .describe("The inputs of the model: a field's path, or an object. Left out: all `fields` that serve no other end."),
  label: label.optional().describe("Where the truth comes from. Left out: the stream predicts and never learns."),
  model: z
    .record(z.string(), z.unknown(), { error: "a model: a task and a preset, or layers" })
    .describe(
      "A task (classification with classes, or regression) and a preset (light, standard, thorough), or a spec of layers; without inputs.",
    ),
  sync: syncSchema
    .optional()
    .describe("The model shares what it learns with those of other gateways. Left out: it learns for itself."),
  publish: z
    .union([
      text("a topic", 65_535),
      z.strictObject({
        topic: text("a topic", 65_535)
          .optional()
          .describe("The topic; names of wildcards, id, stream and key in braces."),
        qos: qos().optional().describe("0 where it is left out."),
        retain: flag().optional().describe("Whether the broker keeps the last one; false where it is left out."),
      }),
    ])
    .optional()
    .describe("Where predictions go: a topic, or an object. Left out: millrace/<id>/<stream>/<key>/prediction."),
  learnRetained: flag()
    .default(false)
    .describe("Whether a message the broker had retained is learnt from. It comes back with every start."),
  maxKeys: wholeNumber(1, 100_000)
    .default(100_000)
    .describe("Most keys; what comes with a further one is refused and counted."),
  maxPayload: size("1B", "16MiB").prefault("256KiB").describe("Longest message; a longer one is rejected and counted."),
});
