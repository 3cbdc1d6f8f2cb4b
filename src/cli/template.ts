import { stringify } from "yaml";
import type { CodecName } from "../gateway/codecs.ts";

/** What a configuration is written from. */
export interface Answers {
  readonly id: string;
  readonly broker: string;
  readonly username?: string | undefined;
  readonly stream: string;
  readonly topic: string;
  readonly codec: CodecName;
  readonly fields?: readonly string[] | undefined;
  readonly features: readonly string[];
  /** A field, or "none". */
  readonly order: string;
  readonly label: string;
  readonly labelTopic: string;
  readonly task: "classification" | "regression";
  readonly classes: readonly string[];
  readonly preset: string;
}

export const DEFAULTS: Answers = {
  id: "gateway",
  broker: "mqtt://localhost:1883",
  stream: "climate",
  topic: "site/+room/climate",
  codec: "json",
  features: ["temperature", "humidity"],
  order: "seq",
  label: "occupied",
  labelTopic: "none",
  task: "classification",
  classes: ["empty", "occupied"],
  preset: "standard",
};

/** Answers that follow from others where no flag says them. */
export function fixed(answers: Answers, flags: Partial<Answers>): Answers {
  const { codec, fields, features, order, label, labelTopic } = answers;
  if (codec === "json" || fields !== undefined) {
    // A codec that names its values: by default all that serve no other end are inputs.
    const others = fields?.filter((name) => name !== order && name !== label) ?? features;
    return { ...answers, features: flags.features ?? (fields ? others : features) };
  }
  const own = labelTopic === "none" ? [label] : [];
  return { ...answers, fields: [order, ...features, ...own].filter((name) => name !== "none") };
}

/** A configuration with a comment on each of its keys. */
export function configurationText(answers: Answers): string {
  const { id, broker, username, stream, topic, codec, fields, features, order, label, task, classes, preset } = answers;
  const room = /\+(\w+)/.exec(topic)?.[1];
  const hasLabel = label !== "none";
  const hasOrder = order !== "none";
  return `# yaml-language-server: $schema=./node_modules/millrace/schema/gateway.schema.json
# The gateway of Millrace: docs/configuration.md says what each key means.
#   millrace check gateway.yaml     looks this file over and tries the broker
#   millrace run gateway.yaml       runs it

# Fixed once it has run: client ids, topics and the state folder go by it.
id: ${inline(id)}

broker:
  url: ${inline(broker)}
${username === undefined ? SECRETS : `  username: ${inline(username)}\n  password: "\${MQTT_PASSWORD}"   # from the environment`}

streams:
  ${inline(stream)}:
    # ${room === undefined ? "The topic with the features." : `+${room} is a wildcard with a name.`}
    topic: ${inline(topic)}
    codec: ${codec}
${fields === undefined ? "" : `    # The values of a message, in order.\n    fields: ${inline(fields)}\n`}${room === undefined ? "" : `    # One model for each ${room}; leave it out for one that all share.\n    key: ${room}\n`}${hasOrder ? `    # A counter of each sensor: with it a message that comes twice is learnt once.\n    order: { field: ${inline(order)}, type: counter }\n` : "    # With a counter in each message one that comes twice is learnt once:\n    # order: { field: seq, type: counter }\n"}    # The message's own time; left out, that of its arrival.
    # time: { field: ts, unit: ms }
    # The inputs: fields, or what is computed over the last messages of a sensor.
    features:
${features.map((path) => `      - ${inline(path)}`).join("\n")}
      # - { field: ${inline(features[0] ?? "x")}, lag: 3 }
      # - { field: ${inline(features[0] ?? "x")}, mean: 12 }
      # - { time: timeOfDay }
${hasLabel ? labelLines(answers) : "    # Without a label the stream predicts and never learns:\n    # label: { field: value }"}
    # One of light, standard, thorough: there is no learning rate to choose.
    model: ${inline({ task, ...(task === "classification" ? { classes } : {}), preset })}
    # Where predictions go; left out, ${`millrace/${id}/${stream}/<key>/prediction`}.
    # publish: predictions/${stream}${room === undefined ? "" : `/{${room}}`}

state:
  # Journal and models, relative to this file. Nothing that was learnt is lost when the process is killed.
  directory: ./state
  snapshotEvery: 60s
  # interval: a power cut may cost the last second. always: nothing, at a few hundred messages a second.
  fsync: interval
  # How far back millrace replay reaches.
  keep: { age: 7d, bytes: 1GiB }

# /healthz for whatever watches the process.
http: { host: 127.0.0.1, port: 8080 }
`;
}

// ---

const SECRETS = `  # username: somebody
  # password: "\${MQTT_PASSWORD}"   # from the environment`;

function labelLines({ label, labelTopic, order, codec }: Answers): string {
  if (labelTopic === "none") {
    return `    # The truth, in the same message where it is known: predicted first, then learnt.\n    label: { field: ${inline(label)} }`;
  }
  const match = order === "none" ? "time" : "order";
  const how = match === "time" ? "to the latest features of its source" : "by the counter it repeats";
  return (
    `    # The truth comes later, on a topic of its own, and is joined ${how}.\n` +
    `    label: { topic: ${inline(labelTopic)}, field: ${inline(label)}, match: ${match}, within: 24h${codec === "json" ? "" : ", codec: json"} }`
  );
}

/** A value on one line, quoted where YAML needs it. */
function inline(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: true, lineWidth: 0 }).trim();
}
