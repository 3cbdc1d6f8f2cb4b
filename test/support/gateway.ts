import type { StreamPlan } from "../../src/gateway/config.ts";
import { parseConfiguration } from "../../src/gateway/config.ts";

/** A legal configuration, to be spoiled. */
export const PLANT = `id: plant-7
broker: { url: "mqtts://\${HOST}:8883", username: "\${MQTT_USER}", password: "\${MQTT_PASSWORD}" }
streams:
  climate:
    topic: site/+room/climate
    codec: json
    key: room
    order: { field: seq, type: counter }
    time: { field: ts, unit: ms }
    features: [temperature, humidity, co2, { field: co2, lag: 3 }, { field: temperature, mean: 12 }]
    label: { topic: site/+room/occupied, field: value, match: order, within: 24h, early: 120s }
    model: { task: classification, classes: [empty, occupied], preset: light }
    publish: site/{room}/prediction
state: { directory: ./state, snapshotEvery: 60s, fsync: interval, keep: { age: 7d, bytes: 1GiB } }
http: { host: 127.0.0.1, port: 8080 }
`;

export const ENVIRONMENT: Readonly<Record<string, string>> = {
  HOST: "broker.example",
  MQTT_USER: "somebody",
  MQTT_PASSWORD: "open sesame",
};

/** The plan of a stream, written as the keys of it in YAML. */
export function streamOf(keys: string, name = "s"): StreamPlan {
  const [plan] = parseConfiguration(configurationOf(keys, name), { env: ENVIRONMENT }).streams;
  return plan as StreamPlan;
}

/** A configuration of one stream with these keys. */
export function configurationOf(keys: string, name = "s"): string {
  const indented = keys.trim().replace(/^/gm, "    ");
  return `id: g\nbroker: { url: mqtt://localhost }\nstreams:\n  ${name}:\n${indented}\n`;
}
