import type { GatewayOptions } from "../gateway/config.ts";
import type { ModelSpec } from "../spec/models.ts";
import { CLASSES, FEATURES } from "./electricity.ts";
import { STREAM, type Topics } from "./messages.ts";

/** The net of the main job. */
export const SPEC: ModelSpec = {
  inputs: [...FEATURES],
  classes: [...CLASSES],
  layers: [
    { type: "standardize", decay: 0.99 },
    { type: "dense", units: 32, activation: "relu" },
    { type: "dense", units: CLASSES.length, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.03, clipNorm: 5 },
  seed: 1,
};

export interface GatewaySettings {
  id: string;
  url: string;
  topics: Topics;
  /** Whether predictions go to the topic of the run, or to one of the gateway's own. */
  answers: boolean;
  /** Absolute path of its state. */
  state: string;
}

/** The gateway of the main job: features on one topic, their labels, a day late, on another. */
export function gatewayOptions({ id, url, topics, answers, state }: GatewaySettings): GatewayOptions {
  const { inputs, ...model } = SPEC;
  return {
    id,
    broker: brokerOptions(url),
    streams: {
      [STREAM]: {
        topic: topics.features,
        order: { field: "row" },
        features: [...(inputs as string[])],
        label: { topic: topics.labels, field: "class", match: "order", within: "365d" },
        model,
        ...(answers ? { publish: topics.predictions } : {}),
      },
    },
    state: { directory: literal(state), snapshotEvery: "5s" },
  };
}

// ---

const SCHEMES: Readonly<Record<string, string>> = { "tcp:": "mqtt:", "ssl:": "mqtts:" };

/** A configuration names user and password beside the URL. */
function brokerOptions(url: string): GatewayOptions["broker"] {
  const { protocol, host, pathname, search, username, password } = new URL(url);
  const path = pathname === "/" ? "" : pathname;
  return {
    url: literal(`${SCHEMES[protocol] ?? protocol}//${host}${path}${search}`),
    ...(username === "" ? {} : { username: literal(decodeURIComponent(username)) }),
    ...(password === "" ? {} : { password: literal(decodeURIComponent(password)) }),
  };
}

/** Nothing in it is looked up in the environment. */
function literal(text: string): string {
  return text.replaceAll("${", () => "$${");
}
