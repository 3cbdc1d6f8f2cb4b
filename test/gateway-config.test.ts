import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ConfigurationError,
  checkConfiguration,
  type GatewayOptions,
  loadConfiguration,
  parseConfiguration,
} from "../src/gateway/config.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { configurationOf, ENVIRONMENT, PLANT } from "./support/gateway.ts";

const read = (text: string) => parseConfiguration(text, { env: ENVIRONMENT, file: "/etc/millrace/gateway.yaml" });
const complaint = (text: string, env = ENVIRONMENT) =>
  complaintOf(() => parseConfiguration(text, { env, file: "gateway.yaml" }));
const spoilt = (from: string, to: string) => {
  expect(PLANT).toContain(from);
  return complaint(PLANT.replace(from, to));
};

/** A text that stands for what the environment has. */
const named = (name: string) => `\${${name}}`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-config-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a configuration", () => {
  test("has every default filled in, times in ms, sizes in bytes and paths from its own folder", () => {
    const configuration = read(PLANT);
    expect(configuration).toMatchObject({
      id: "plant-7",
      broker: { urls: ["mqtts://broker.example:8883"], username: "somebody", protocol: "3.1.1", maxBackoffMs: 4_000 },
      state: {
        directory: resolve("/etc/millrace/state"),
        snapshotEveryMs: 60_000,
        keep: { ageMs: 604_800_000, bytes: 2 ** 30 },
      },
      pending: { maxBytes: 64 * 2 ** 20 },
      http: { host: "127.0.0.1", port: 8_080 },
      log: { level: "info" },
      warnings: [],
    });
    expect(configuration.subscriptions.map(({ filter, qos }) => [filter, qos])).toEqual([
      ["site/+/climate", 1],
      ["site/+/occupied", 1],
    ]);
    const [stream] = configuration.streams;
    expect(stream).toMatchObject({ name: "climate", key: "room", qos: 1, maxKeys: 100_000, learnRetained: false });
    expect(stream?.label).toMatchObject({ from: "topic", match: "order", withinMs: 86_400_000, earlyMs: 120_000 });
    expect(stream?.model).toMatchObject({
      inputs: ["temperature", "humidity", "co2", "co2.lag3", "temperature.mean12"],
      outputs: 2,
    });
    expect(stream?.publish.topic.build({ room: "lab 1", id: "plant-7", stream: "climate", key: "lab 1" })).toBe(
      "site/lab%201/prediction",
    );
  });

  test("may be JSON, and an object, and means the same", () => {
    const options: GatewayOptions = {
      id: "g",
      broker: { url: "mqtt://localhost" },
      streams: {
        s: { topic: "a", order: { field: "n" }, features: ["x"], label: { field: "y" }, model: { task: "regression" } },
      },
    };
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    const fromObject = plain(checkConfiguration(options));
    expect(plain(parseConfiguration(JSON.stringify(options, null, "\t"), { format: "json" }))).toEqual(fromObject);
    expect(plain(parseConfiguration(JSON.stringify(options)))).toEqual(fromObject);
  });

  test("of a file takes the format from its name", async () => {
    const file = join(folder, "gateway.json");
    writeFileSync(file, '{ "id": "g", # a comment\n "broker": 1 }');
    expect(await complaintOf(() => loadConfiguration(file))).toMatch(/^E_CONFIG .*gateway.json:1:1: not JSON/);
    expect(await complaintOf(() => loadConfiguration(join(folder, "none.yaml")))).toMatch(
      /^E_FILE .*none.yaml: cannot be read/,
    );
    writeFileSync(file, Uint8Array.of(0x22, 0xff, 0x22));
    expect(await complaintOf(() => loadConfiguration(file))).toMatch(/^E_FILE .*: not UTF-8/);
    writeFileSync(file, " ".repeat(11_000_000));
    expect(await complaintOf(() => loadConfiguration(file))).toMatch(/^E_CONFIG .*: too long/);
  });
});

describe("an error", () => {
  test("has its path, line and column, what was expected and what was found", async () => {
    expect(await spoilt("snapshotEvery: 60s", "snapshotEvery: 60")).toBe(
      "E_CONFIG gateway.yaml:14:45: state.snapshotEvery: not a legal value; " +
        "expected a duration, in ms, s, m, h or d, from 1s to 24h, got 60",
    );
    expect(await spoilt("lag: 3", "lag: 0")).toMatch(/ gateway.yaml:10:63: streams.climate.features\[3\].lag: /);
    expect(await spoilt("port: 8080", "port: 80800")).toMatch(
      /:15:32: http.port: .*expected a whole number from 0 to 65,535, got 80800/,
    );
  });

  test("of a key that is not known offers the nearest one, at any depth", async () => {
    expect(await spoilt("codec: json", "codc: json")).toMatch(
      /:6:5: streams.climate.codc: unknown key; .*Did you mean "codec"\?/,
    );
    expect(await spoilt("unit: ms", "unti: ms")).toMatch(/streams.climate.time.unti: .*Did you mean "unit"\?/);
    expect(await spoilt("fsync: interval", "fsnyc: interval")).toMatch(/state.fsnyc: .*Did you mean "fsync"\?/);
    expect(await spoilt("lag: 3", "lga: 3")).toMatch(/features\[3\].lga: .*Did you mean "lag"\?/);
    expect(await spoilt("http:", "htpp:")).toMatch(/:15:1: htpp: unknown key; .*Did you mean "http"\?/);
    expect(await spoilt("preset: light", "preest: light")).toMatch(
      /model.preest: unknown key; .*Did you mean "preset"\?/,
    );
    expect(await spoilt("fsync: interval", "fsync: allways")).toMatch(
      /state.fsync: .*expected one of interval, always, got "allways". Did you mean "always"\?/,
    );
  });

  test("does not come alone: all mistakes are named, in the order of the lines", async () => {
    const text = PLANT.replace("60s", "60")
      .replace("codec: json", "qos: 2")
      .replace("key: room", "key: rom")
      .replace("http:", "htp:");
    const error = await refusalOf(() => parseConfiguration(text, { env: ENVIRONMENT, file: "g.yaml" }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).problems.map(({ path, position }) => [path, position?.line])).toEqual([
      ["streams.climate.qos", 6],
      ["state.snapshotEvery", 14],
      ["htp", 15],
    ]);
    expect(error.message).toMatch(/^g.yaml: 3 mistakes\n {2}6:10: streams.climate.qos: /);
  });

  test("in one stream does not hide what another one's fields make no sense of", async () => {
    const other = "  other:\n    topic: a\n    key: rom\n    features: [x]\n    model: { task: regression }\nstate:";
    const message = await complaint(PLANT.replace("codec: json", "qos: 2").replace("state:", other));
    expect(message).toMatch(/2 mistakes[\s\S]*streams.climate.qos[\s\S]*streams.other.key/);
  });

  test("of the syntax has its line, and there may be several", async () => {
    expect(await complaint("id: [1, 2\nbroker: }")).toMatch(/gateway.yaml.*(mistakes\n|:)[\s\S]*2:\d+: not YAML/);
    expect(await complaint(`${PLANT}id: twice\n`)).toMatch(/:16:1: id: a key that stands there twice/);
    expect(await complaint(`${PLANT}? [a]\n: 1\n`)).toMatch(/:16:3: a key that is no name/);
    expect(await complaint(`${PLANT}x: *nothing\n`)).toMatch(/nothing/);
    expect(await complaint(`${PLANT}x: !secret y\n`)).toMatch(/not YAML: .*!secret/);
    expect(await complaint(`${PLANT}---\nid: another\n`)).toMatch(/not YAML: .*multiple documents/i);
    expect(await complaint("")).toMatch(/expected/);
  });

  test.each([
    ["{}", "3 mistakes"],
    ["[]", "not a legal value"],
    ["5", "not a legal value"],
    ["null", "not a legal value"],
    ["id: g\nbroker: {url: mqtt://x}\nstreams: {}", "streams: no streams; expected at least one"],
    ["id: g\nbroker: {url: mqtt://x}\nstreams: []", "streams: "],
    ["id: g\nbroker: {url: mqtt://x}\nstreams: {a: null}", "streams.a: not a legal value"],
  ])("of %j is a sentence", async (text, words) => {
    expect(await complaint(text)).toContain(words);
  });

  test("of an object needs no line", async () => {
    const options = {
      id: "g",
      broker: { url: "mqtt://x" },
      streams: { s: { tpic: "a", model: { task: "regression" } } },
    };
    const message = await complaintOf(() => checkConfiguration(options as unknown as GatewayOptions));
    expect(message).toMatch(
      /^E_CONFIG 2 mistakes\n {2}streams.s.topic: missing; expected a topic\n|Did you mean "topic"/,
    );
    const loop: Record<string, unknown> = { id: "g" };
    loop.streams = { s: loop };
    expect(await complaintOf(() => checkConfiguration(loop as unknown as GatewayOptions))).toMatch(
      /nested more than 64 deep/,
    );
  });
});

describe("secrets", () => {
  test("come from the environment, and one that is absent is named", async () => {
    expect(read(PLANT).broker.password?.reveal()).toBe("open sesame");
    expect(await complaint(PLANT, { HOST: "h", MQTT_USER: "u" })).toMatch(
      /:2:\d+: broker.password: the environment has no MQTT_PASSWORD/,
    );
    expect(await complaint(PLANT, { HOST: "h", MQTT_USER: "u", MQTT_PASSWORT: "x" })).toMatch(
      /Did you mean "MQTT_PASSWORT"\?/,
    );
    expect(await complaint(PLANT, {})).toMatch(/3 mistakes/);
    expect(await complaint(PLANT, Object.create({ HOST: "h", MQTT_USER: "u", MQTT_PASSWORD: "p" }))).toMatch(
      /3 mistakes/,
    );
  });

  test("stand in no print, dump or message", async () => {
    const configuration = read(PLANT);
    const prints = [
      inspect(configuration, { depth: 9, showHidden: true }),
      JSON.stringify(configuration),
      `${configuration.broker.password}`,
    ];
    for (const print of prints) expect(print).not.toContain("open sesame");
    const mistakes = [
      PLANT.replace("mqtts://", "ftp://user:open sesame@"),
      PLANT.replace(`"mqtts://${named("HOST")}:8883"`, `"mqtts://u:${named("MQTT_PASSWORD")}@host"`),
      PLANT.replace(`password: "${named("MQTT_PASSWORD")}"`, "password: [open sesame]"),
      PLANT.replace("id: plant-7", `id: "${named("MQTT_PASSWORD")}"`),
      PLANT.replace("codec: json", `codec: "${named("MQTT_PASSWORD")}"`),
    ];
    mistakes.push(
      PLANT.replace("site/+room/climate", `site/+room/${named("MQTT_PASSWORD")}+`),
      PLANT.replace("key: room", `key: ${named("MQTT_PASSWORD")}`),
      PLANT.replace("site/{room}/prediction", `${"x".repeat(52)}${named("MQTT_PASSWORD")}/{rom}`),
    );
    mistakes.push(PLANT.replace(`password: "${named("MQTT_PASSWORD")}"`, "password: 31415926"));
    for (const text of mistakes) {
      const message = await complaint(text);
      expect(message).not.toMatch(/sesame|open|31415926/);
      expect(message).toContain("expected");
    }
  });

  test("can be written out, with two dollars", () => {
    const text = configurationOf(
      `topic: a\nfeatures: ['["$${named("x")}"]']\norder: { field: n }\nmodel: { task: regression }`,
    );
    expect(read(text).streams[0]?.features.fields).toEqual([`["${named("x")}"]`]);
  });
});

describe("what has a place and is not built yet is refused by name:", () => {
  test.each([
    ["http:", "commands: { token: x }\nhttp:", /commands: .* is not in this version/],
    ["http:", "homeAssistant: true\nhttp:", /Home Assistant discovery is not in this version/],
    ["http:", "prometheus: {}\nhttp:", /Prometheus endpoint is not in this version/],
    ["fsync: interval", "maxModels: 10000", /state.maxModels: parking of models is not in this version/],
    ["fsync: interval", "partitions: 4", /more than one partition is not in this version/],
    ["codec: json", "codec: sparkplugB", /streams.climate.codec: this codec is not in this version; got "sparkplugB"/],
    ["codec: json", "codec: { type: cbor }", /streams.climate.codec.type: this codec is not in this version/],
    ["codec: json", "holdBack: 0.1", /holding samples back .* is not in this version/],
    [
      "task: classification, classes: [empty, occupied], preset: light",
      "task: anomaly",
      /model.task: anomaly detection in a gateway is not in this version/,
    ],
  ])("%s -> %s", async (from, to, words) => {
    expect(await spoilt(from, to)).toMatch(words);
  });
});

describe("the fingerprint of a stream", () => {
  const fingerprint = (keys: string) => read(configurationOf(keys)).streams[0]?.fingerprint;
  const BASE = `topic: a
order: { field: n }
features: [x, y, { time: timeOfDay }]
label: { topic: l, field: z, within: 1h }
model: { task: regression, preset: light }`;
  const changed = (from: string, to: string) => {
    expect(BASE).toContain(from);
    return fingerprint(BASE.replace(from, to));
  };
  const plain = fingerprint(BASE);

  test.each([
    ["topic: a", "topic: b/c"],
    ["order: { field: n }", "order: { field: count }"],
    ["within: 1h", "within: 2h, match: ticket"],
    ["topic: a", "topic: a\nmaxKeys: 7\npublish: b\nqos: 0\nlearnRetained: true"],
    ["topic: a", "topic: a\ncodec: csv\nfields: [n, x, y, z]"],
    ["task: regression, preset: light", "preset: light, task: regression"],
    ["x, y,", '"x", {field: y},'],
  ])("is the same with %j as %j", (from, to) => {
    expect(plain).toMatch(/^[0-9a-f]{8}$/);
    expect(changed(from, to)).toBe(plain);
  });

  test.each([
    ["x, y,", "y, x,"],
    ["x, y,", "x, w,"],
    ["x, y,", "x, { field: y, lag: 1 },"],
    ["timeOfDay", "timeOfDay, utcOffset: '+01:00'"],
    ["preset: light", "preset: light, seed: 2"],
    ["preset: light", "preset: standard"],
    ["topic: l, field: z, within: 1h", "field: v"],
    ["topic: l, field: z, within: 1h", "field: z, ahead: 3"],
    ["order: { field: n }", "order: { field: n, type: time }"],
  ])("is another with %j as %j", (from, to) => {
    const other = changed(from, to);
    expect(other).toMatch(/^[0-9a-f]{8}$/);
    expect(other).not.toBe(plain);
  });

  test("does not go by the order of the keys of a model written in full", () => {
    const layers = (layer: string, rest: string) =>
      fingerprint(`topic: a\nfeatures: [x]\nmodel: { layers: [${layer}], ${rest} }`);
    const written = layers(
      "{ type: dense, units: 1, activation: linear }",
      "loss: mse, optimizer: { type: adam, learningRate: 0.1 }, seed: 2",
    );
    expect(
      layers(
        "{ activation: linear, units: 1, type: dense }",
        "seed: 2, optimizer: { learningRate: 0.1, type: adam }, loss: mse",
      ),
    ).toBe(written);
  });

  test("is another with a model a key", () => {
    const stream = "topic: a/+room\nfeatures: [x]\nmodel: { task: regression, preset: light }";
    expect(fingerprint(`${stream}\nkey: room`)).not.toBe(fingerprint(stream));
  });
});

describe("a hostile text is refused in bounded time and memory:", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ..."bcdefghi".split("").map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`)}]`),
  ];
  test.each([
    ["ten megabytes", "x".repeat(10_000_000), /at most 256KiB/],
    ["aliases of aliases", bomb.join("\n"), /more than 100000 values/],
    ["an alias of itself", "a: &a [*a]", /nested more than 64 deep/],
    ["brackets", "[".repeat(200_000), /not YAML/],
    ["lists in lists in one line", `${"- ".repeat(500)}x`, /nested more than 64 deep/],
    ["keys that are keys", "? ".repeat(500), /no name|nested/],
    ["100,000 mistakes", "@\n".repeat(100_000), /not YAML/],
    ["20,000 unknown keys", Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n"), /and \d+ more/],
    ["a binary", "\u0000\u0001\u0002", /not YAML|expected/],
  ])("%s", async (_, text, words) => {
    const started = process.cpuUsage();
    expect(await complaint(text)).toMatch(words);
    expect(process.cpuUsage(started).user).toBeLessThan(10_000_000);
  });
});
