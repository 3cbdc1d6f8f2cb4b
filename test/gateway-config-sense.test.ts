import { describe, expect, test } from "vitest";
import { parseConfiguration } from "../src/gateway/config.ts";
import { complaintOf } from "./support/errors.ts";
import { configurationOf, ENVIRONMENT } from "./support/gateway.ts";

const read = (text: string) => parseConfiguration(text, { env: ENVIRONMENT });
const complaint = (text: string) => complaintOf(() => read(text));

describe("what is legal value by value and makes no sense is refused:", () => {
  const stream = (keys: string) => complaint(configurationOf(keys));
  const REST = "\nfeatures: [x]\nmodel: { task: regression }";

  test.each([
    ["topic: a/+x\nkey: y", /s.key: the topic has no such wildcard; expected one of x, got "y"/],
    ["topic: a\nkey: y", /expected a wildcard with a name in the topic, as \+y/],
    ["topic: +stream/a", /s.topic: the name stream has a meaning of its own/],
    ["topic: a/#/b", /s.topic: .*# is not the last level/],
    ["topic: '#'", /takes in the gateway's own topics/],
    ["topic: millrace/+g/+s/+k/prediction", /takes in the gateway's own topics/],
    ["topic: a/+x\npublish: a/out", /takes in the predictions of s/],
    ["topic: a\npublish: a/{rom}", /s.publish: .*there is no name "rom"/],
    ["topic: a\npublish: { topic: 'b/#' }", /s.publish.topic: .*a wildcard in a topic to publish to/],
    ["topic: a\ncodec: csv", /s.fields: missing; expected the names of the values/],
    ["topic: a\ncodec: { type: json, separator: ',' }", /s.codec.separator: json has no such option/],
    ["topic: a\nfields: [x, x]", /s.fields: a name twice; got "x"/],
    ["topic: a\nlabel: { field: y, within: 5s }", /s.label.within: belongs to labels with a topic of their own/],
    ["topic: a\nlabel: {}", /s.label.field: missing/],
    ["topic: a\nlabel: { field: [y, z] }", /s.label.field: the label does not fit the model; expected 1 paths/],
    [
      "topic: a/+x\nlabel: { topic: l/+z, field: y, match: time }",
      /s.label.topic: the stream's topic has no wildcard z/,
    ],
    [
      "topic: a/+x\nlabel: { topic: l, field: y, match: time }",
      /does not say whose label it is: the wildcard x is not in it/,
    ],
    ["topic: a/+\nlabel: { topic: l, field: y, match: time }", /a wildcard without a name/],
    ["topic: a\nlabel: { topic: l, field: y, match: order }", /s.label.match: the stream has no order to match/],
    ["topic: a\nlabel: { topic: l, match: ticket }", /s.label.field: missing/],
    ["topic: a\norder: { field: n }\nlabel: { topic: l, field: y, ahead: 3 }", /s.label.ahead: /],
    [
      "topic: a/+x\nkey: x\nlabel: { field: y }\nsync: { fleet: f, model: m, credentials: c }",
      /s.sync: a stream with a model for each key has none to share; expected one shared model/,
    ],
    [
      "topic: a\nsync: { fleet: f, model: m, credentials: c }",
      /s.sync: a model that never learns has nothing to share/,
    ],
    ["topic: a\nlabel: { field: y }\nsync: { fleet: f, model: m }", /s.sync.credentials: missing/],
    ["topic: a\nlabel: { field: y }\nsync: { fleet: 'a b', model: m, credentials: c }", /s.sync.fleet: .*letters/],
    [
      "topic: a\nlabel: { field: y }\nsync: { fleet: f, model: m, credentials: c, holdBack: .6 }",
      /s.sync.holdBack: .*a share from 0 to 0.5/,
    ],
    [
      "topic: a\nlabel: { field: y }\nsync: { fleet: f, model: m, credentials: c, every: 1ms }",
      /s.sync.every: .*from 100ms to 7d/,
    ],
    [
      "topic: a\nlabel: { topic: millrace/g/x, field: y, match: time }",
      /s.label.topic: takes in the gateway's own topics/,
    ],
  ])("%j", async (keys, words) => {
    expect(await stream(keys + REST)).toMatch(words);
  });

  test.each([
    ["[{ lag: 3 }]", /features\[0\].field: missing/],
    ["[{ field: x, lag: 3, mean: 4 }]", /features\[0\]: lag and mean in one feature/],
    ["[x, x]", /features\[1\]: a feature twice; .*got x/],
    ["[{ field: x, lag: 1 }, { field: x, lag: 1 }]", /features\[1\]: a feature twice/],
    ["[{ field: s, size: 2 }, 's[1]']", /features\[1\]: a feature twice/],
    ["[{ time: timeOfDay, field: x }]", /features\[0\].field: a time has no field/],
    ["[{ field: x, utcOffset: '+01:00' }]", /utcOffset: belongs to a feature with a time/],
    ["[{ time: timeOfDay, utcOffset: '+99:00' }]", /utcOffset: not a legal value/],
    ["[{ field: x, mean: 10001 }]", /from 1 to 10,000, got 10001/],
    ["['a..b']", /features\[0\]: .*not a path to a field/],
    ["[]", /features: .*at least one feature/],
    ["[5]", /features\[0\]: not a legal value/],
    ["[{ field: s, size: 65536 }, { field: t, size: 65536 }]", /features: too many inputs/],
  ])("features: %s", async (features, words) => {
    expect(await stream(`topic: a\nfeatures: ${features}\nmodel: { task: regression }`)).toMatch(words);
  });

  test.each([
    ["{}", /s.model: no model/],
    ["{ inputs: 3, task: regression }", /s.model.inputs: belongs to the stream/],
    ["{ task: regresion }", /s.model.task: unknown name; .*Did you mean "regression"\?/],
    ["{ layers: [{ type: dense, units: 0 }], loss: mse }", /s.model.layers\[0\].units: /],
    ["{ layers: [{ type: dense, units: 1 }], loss: mse, missing: mean }", /s.model.missing: only a scaler knows/],
  ])("model: %s", async (model, words) => {
    expect(await stream(`topic: a\nfeatures: [x]\nmodel: ${model}`)).toMatch(words);
  });

  test("filters that overlap while a stream has no order", async () => {
    const two = (first: string, second: string) =>
      configurationOf(`topic: ${first}\n${REST}`).concat(
        `  t:\n    topic: ${second}\n    features: [x]\n    model: { task: regression }\n`,
      );
    expect(await complaint(two("a/+x", "a/b"))).toMatch(/streams.t.topic: overlaps "a\/\+": a message may come twice/);
    // The same filter is one subscription.
    expect(read(two("a/+x", "a/+y")).subscriptions).toHaveLength(1);
  });

  test("two streams that would be one model of a fleet", async () => {
    const stream = (topic: string) =>
      `{ topic: ${topic}, features: [x], label: { field: y }, model: { task: regression }, sync: { fleet: f, model: m, credentials: c } }`;
    const text = `id: g\nbroker: { url: mqtt://localhost }\nstreams:\n  s: ${stream("a")}\n  t: ${stream("b")}\n`;
    expect(await complaint(text)).toMatch(/streams.t.sync.model: that of s too; expected a model of another name/);
  });

  test.each(["status", "health", "rejected", "cmd", "1x", "a b", "", "__proto__"])(
    "the stream name %j",
    async (name) => {
      expect(await complaint(configurationOf(`topic: a${REST}`, JSON.stringify(name)))).toMatch(/^E_CONFIG .*streams/);
    },
  );

  test.each([
    ["url: localhost", /broker.url: .*expected a broker's URL/],
    ["url: 'http://x'", /broker.url/],
    ["url: 'mqtt://user:word@x'", /user and password left out, got "mqtt:\/\/\*\*\*@x"/],
    ["url: mqtt://x, password: p", /broker.username: missing/],
    ["url: mqtt://x, tls: {}", /broker.tls: the URL asks for none/],
    ["url: mqtts://x, tls: { cert: a }", /broker.tls.key: missing/],
    ["url: []", /broker.url/],
    ["url: mqtt://x, protocol: 4", /broker.protocol: .*expected 3.1.1 or 5, got 4/],
  ])("broker: { %s }", async (keys, words) => {
    const text = configurationOf(`topic: a${REST}`).replace("broker: { url: mqtt://localhost }", `broker: { ${keys} }`);
    expect(await complaint(text)).toMatch(words);
  });
});

describe("a word is said of", () => {
  const warnings = (keys: string) =>
    read(configurationOf(`${keys}\nfeatures: [x]\nmodel: { task: regression }`)).warnings;

  test("a stream without an order, labels by time, labels at QoS 0, a label among the features", () => {
    expect(warnings("topic: a\norder: { field: n }")).toEqual([]);
    expect(warnings("topic: a")).toEqual([expect.stringMatching(/^s: without an order field/)]);
    expect(warnings("topic: a\norder: { field: n }\nlabel: { field: x }")).toEqual([
      expect.stringMatching(/shown the answer/),
    ]);
    const late = "topic: a\norder: { field: n }\nlabel: { topic: l, field: y, match: time, qos: 0 }";
    expect(warnings(late)).toEqual([expect.stringMatching(/QoS 0/), expect.stringMatching(/not exact/)]);
  });
});
