import { describe, expect, test } from "vitest";
import type { FeaturesMessage, LabelMessage, Rejection, StreamPlan } from "../src/gateway/config.ts";
import { streamOf } from "./support/gateway.ts";

const ARRIVAL = 1_800_000_000_000;

function features(plan: StreamPlan, payload: string | Uint8Array | object, topic = "a"): FeaturesMessage | Rejection {
  return plan.decodeFeatures(topic, bytesOf(payload), ARRIVAL);
}

function label(plan: StreamPlan, payload: string | Uint8Array | object, topic = "l"): LabelMessage | Rejection {
  return plan.decodeLabel(topic, bytesOf(payload), ARRIVAL);
}

function bytesOf(payload: string | Uint8Array | object): Uint8Array {
  if (payload instanceof Uint8Array) return payload;
  return Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload));
}

/** The reason and the field of a rejection. */
function refused(message: FeaturesMessage | LabelMessage | Rejection): string {
  if (message.kind !== "rejection") throw new Error(`it was taken: ${JSON.stringify(message)}`);
  expect(message.detail.length).toBeGreaterThan(2);
  return message.field === undefined ? message.reason : `${message.reason} ${message.field}`;
}

describe("a message of features", () => {
  const plan = streamOf(`
topic: +room/+thing
key: room
order: { field: n }
time: { field: t, unit: s }
features: [x, "deep.y[0]", { field: x, lag: 2 }]
label: { field: z, weight: w }
model: { task: regression }`);
  const whole = { n: 7, t: 1.5, x: 1, deep: { y: [2] }, z: 3, w: 0.5 };

  test("has source, key, order, time, values, label and weight", () => {
    expect(features(plan, whole, "lab/air")).toEqual({
      kind: "features",
      source: "lab/air",
      key: "lab",
      order: 7,
      timeMs: 1_500,
      values: Float32Array.of(1, 2),
      y: Float32Array.of(3),
      weight: 0.5,
      names: { room: "lab", thing: "air" },
    });
  });

  test("may have no label and no weight", () => {
    expect(features(plan, { ...whole, z: null, w: undefined }, "lab/air")).toMatchObject({
      y: undefined,
      weight: undefined,
    });
  });

  test("keeps nothing of the message before", () => {
    features(plan, whole, "lab/air");
    expect(refused(features(plan, {}, "lab/air"))).toBe("missing x");
    expect(features(plan, { ...whole, z: null }, "lab/air")).toMatchObject({ y: undefined });
  });

  test.each([
    [{ x: undefined }, "missing x"],
    [{ x: null }, "missing x"],
    [{ x: "1" }, "notANumber x"],
    [{ x: true }, "notANumber x"],
    [{ x: [1] }, "notANumber x"],
    [{ x: {} }, "notANumber x"],
    [{ x: 1e18 }, "notFinite x"],
    [{ x: -1e300 }, "notFinite x"],
    [{ deep: { y: [] } }, "missing deep.y[0]"],
    [{ deep: 5 }, "missing deep.y[0]"],
    [{ n: undefined }, "missing n"],
    [{ n: -1 }, "order n"],
    [{ n: 1.5 }, "order n"],
    [{ n: 2 ** 53 }, "order n"],
    [{ n: "7" }, "order n"],
    [{ t: undefined }, "missing t"],
    [{ t: -1 }, "time t"],
    [{ t: 1e300 }, "time t"],
    [{ t: "2026-01-01T00:00:00Z" }, "time t"],
    [{ z: "high" }, "notANumber z"],
    [{ z: 1e30 }, "notFinite z"],
    [{ w: -1 }, "weight w"],
    [{ w: "1" }, "weight w"],
  ])("with %j is refused as %s", (change, reason) => {
    expect(refused(features(plan, { ...whole, ...change }, "lab/air"))).toBe(reason);
  });

  test("with a number that JSON writes and no float holds is refused", () => {
    expect(refused(features(plan, '{"x":1e400}', "lab/air"))).toBe("notFinite x");
  });

  test("with a key that is none is refused", () => {
    expect(refused(features(plan, whole, "/air"))).toBe("topic room");
    expect(refused(features(plan, whole, `${"ü".repeat(65)}/air`))).toBe("topic room");
    expect(features(plan, whole, `${"ü".repeat(64)}/air`)).toMatchObject({ kind: "features" });
    expect(refused(features(plan, whole, "lab"))).toBe("topic");
  });
});

test.each([
  "features: [x, 'deep.y[0]', { field: x, lag: 3 }]\norder: { field: n, source: id }\ntime: { field: t, unit: iso }\nlabel: { field: z, weight: w }",
  "features: [{ field: s, size: 3 }]\ntime: { field: t, unit: ns }",
  "codec: csv\nfields: [t, n, x, z]\norder: { field: n }\ntime: { field: t, unit: s }\nlabel: { field: z }",
  "codec: float32\nfields: 5",
  "fields: [a, b]",
])("the example of a stream is a message it takes: %j", (keys) => {
  for (const model of ["{ task: regression }", "{ task: classification, classes: [no, yes] }"]) {
    const plan = streamOf(`topic: a\n${keys}\nmodel: ${model}`);
    expect(features(plan, plan.example as Uint8Array)).toMatchObject({ kind: "features" });
  }
});

describe("missing values", () => {
  const plan = streamOf(`
topic: a
features: [x, y]
model: { task: regression, preset: light, missing: mean }`);

  test("are NaN where the model takes their mean, unless all are", () => {
    expect(features(plan, { x: 1 })).toMatchObject({ values: Float32Array.of(1, Number.NaN) });
    expect(features(plan, { x: null, y: 2 })).toMatchObject({ values: Float32Array.of(Number.NaN, 2) });
    expect(refused(features(plan, {}))).toBe("missing");
    expect(refused(features(plan, { x: "1", y: 2 }))).toBe("notANumber x");
    expect(refused(features(plan, '{"x":1e400,"y":1}'))).toBe("notFinite x");
  });
});

describe("the limit on a payload", () => {
  test("is held before the payload is looked at", () => {
    const plan = streamOf("topic: a\nfeatures: [x]\nmaxPayload: 16B\nmodel: { task: regression }");
    expect(features(plan, '{"x":1}         ')).toMatchObject({ kind: "features" });
    expect(refused(features(plan, new Uint8Array(17)))).toBe("tooLong");
  });
});

describe("lists", () => {
  const plan = streamOf(
    "topic: a\nfeatures: [{ field: s, size: 3 }, { field: 's[1]', lag: 1 }]\nmodel: { task: regression }",
  );

  test("bring a value for each input, and have their length", () => {
    expect(features(plan, { s: [1, 2, 3] })).toMatchObject({ values: Float32Array.of(1, 2, 3) });
    expect(refused(features(plan, { s: [1, 2] }))).toBe("wrongLength s");
    expect(refused(features(plan, { s: [1, 2, 3, 4] }))).toBe("wrongLength s");
    expect(refused(features(plan, { s: 5 }))).toBe("malformed s");
    expect(refused(features(plan, { x: 5 }))).toBe("missing s");
    expect(refused(features(plan, { s: [1, "2", 3] }))).toBe("notANumber s[1]");
  });
});

describe("csv and float32", () => {
  test("numbers of csv are written in digits alone", () => {
    const plan = streamOf("topic: a\ncodec: csv\nfields: [n, x]\norder: { field: n }\nmodel: { task: regression }");
    for (const text of ["1", "-1.5", "+.5", "5.", "1e3", "1E-3"]) {
      expect(features(plan, `7,${text}`)).toMatchObject({ order: 7, values: Float32Array.of(Number(text)) });
    }
    for (const text of ["0x10", "1_0", "1 0", "a", "--1", "1e", "."])
      expect(refused(features(plan, `7,${text}`))).toBe("notANumber x");
    expect(refused(features(plan, "7,"))).toBe("missing x");
    expect(refused(features(plan, "7,nan"))).toBe("notFinite x");
    expect(refused(features(plan, "7,-inf"))).toBe("notFinite x");
    expect(refused(features(plan, "7,1e400"))).toBe("notFinite x");
  });

  test("a number of fields names them by their positions, and all of them are features", () => {
    const plan = streamOf("topic: a\ncodec: float32\nfields: 4\nmodel: { task: regression }");
    expect(plan.features.names).toEqual(["0", "1", "2", "3"]);
    expect(features(plan, new Uint8Array(new Float32Array([1, 2, 3, 4]).buffer))).toMatchObject({
      values: Float32Array.of(1, 2, 3, 4),
    });
    expect(refused(features(plan, new Uint8Array(15)))).toBe("wrongLength");
    expect(refused(features(plan, new Uint8Array(new Float32Array([1, Number.NaN, 3, 4]).buffer)))).toBe("missing 1");
    expect(refused(features(plan, new Uint8Array(new Float32Array([1, 2, Infinity, 4]).buffer)))).toBe("notFinite 2");
  });

  test("fields that serve another end are no features where none are named", () => {
    const plan = streamOf(
      "topic: a\ncodec: csv\nfields: [n, t, x, z, w, y]\norder: { field: n }\ntime: { field: t }\nlabel: { field: z, weight: w }\nmodel: { task: regression }",
    );
    expect(plan.features.names).toEqual(["x", "y"]);
  });
});

describe("time", () => {
  const at = (unit: string, t: unknown) => {
    const plan = streamOf(`topic: a\nfeatures: [x]\ntime: { field: t, unit: ${unit} }\nmodel: { task: regression }`);
    const message = features(plan, { x: 1, t });
    return message.kind === "features" ? message.timeMs : refused(message);
  };

  test.each([
    ["ms", 1_800_000_000_123, 1_800_000_000_123],
    ["ms", 5.9, 5],
    ["s", 1_800_000_000.123, 1_800_000_000_123],
    ["us", 1_800_000_000_123_456, 1_800_000_000_123],
    ["ns", 1.8e18, 1_800_000_000_000],
    ["iso", "2027-01-15T08:00:00Z", 1_800_000_000_000],
    ["iso", "2027-01-15T09:00:00.123456789+01:00", 1_800_000_000_123],
    ["iso", "2027-01-15T08:00Z", 1_800_000_000_000],
    ["iso", "2027-01-15T08:00:00", "time t"],
    ["iso", "15.1.2027", "time t"],
    ["iso", "2027-13-45T99:00:00Z", "time t"],
    ["iso", 1_800_000_000_000, "time t"],
    ["ms", 8.64e15 + 1e10, "time t"],
  ])("in %s of %j is %j", (unit, value, timeMs) => {
    expect(at(unit, value)).toBe(timeMs);
  });

  test("is that of the arrival where the stream names none", () => {
    expect(features(streamOf("topic: a\nfeatures: [x]\nmodel: { task: regression }"), { x: 1 })).toMatchObject({
      timeMs: ARRIVAL,
    });
  });
});

describe("orders", () => {
  test("that are times may be written as ISO 8601 or with fractions", () => {
    const plan = streamOf(
      "topic: a\nfeatures: [x]\norder: { field: t, type: time, source: id }\nmodel: { task: regression }",
    );
    expect(features(plan, { x: 1, t: "2027-01-15T08:00:00Z", id: "s1" })).toMatchObject({
      order: 1_800_000_000_000,
      source: "s1",
    });
    expect(features(plan, { x: 1, t: 5.25, id: 12 })).toMatchObject({ order: 5.25, source: "12" });
    expect(refused(features(plan, { x: 1, t: "now", id: "s1" }))).toBe("time t");
    expect(refused(features(plan, { x: 1, t: 1 }))).toBe("missing id");
    expect(refused(features(plan, { x: 1, t: 1, id: "" }))).toBe("notText id");
    expect(refused(features(plan, { x: 1, t: 1, id: "x".repeat(129) }))).toBe("notText id");
    expect(refused(features(plan, { x: 1, t: 1, id: "\ud800" }))).toBe("notText id");
    expect(refused(features(plan, { x: 1, t: 1, id: {} }))).toBe("notText id");
  });
});

describe("a class", () => {
  const one = (model: string, z: unknown) => {
    const message = features(streamOf(`topic: a\nfeatures: [x]\nlabel: { field: z }\nmodel: ${model}`), { x: 1, z });
    return message.kind === "features" ? message.y && [...message.y] : refused(message);
  };
  const NAMED = "{ task: classification, preset: light, classes: [empty, occupied, full] }";

  test.each([
    [NAMED, "occupied", [0, 1, 0]],
    [NAMED, 2, [0, 0, 1]],
    [NAMED, "2", "class z"],
    [NAMED, 3, "class z"],
    [NAMED, "Occupied", "class z"],
    [NAMED, "constructor", "class z"],
    [NAMED, true, "class z"],
    [NAMED, [1], "notText z"],
    [NAMED, null, undefined],
    ['{ task: classification, preset: light, classes: ["10", "20"] }', 10, [1, 0]],
    ['{ task: classification, preset: light, classes: ["10", "20"] }', "20", [0, 1]],
    ['{ task: classification, preset: light, classes: ["10", "20"] }', 1, "class z"],
    ['{ task: classification, preset: light, classes: ["false", "true"] }', true, [0, 1]],
    ["{ task: classification, preset: light, outputs: 2 }", true, [0, 1]],
    ["{ task: classification, preset: light, outputs: 2 }", 0, [1, 0]],
    ["{ layers: [{ type: dense, units: 1, activation: sigmoid }], loss: binaryCrossEntropy }", 1, [1]],
    [
      "{ layers: [{ type: dense, units: 1, activation: sigmoid }], loss: binaryCrossEntropy, classes: [no, yes] }",
      "yes",
      [1],
    ],
    ["{ layers: [{ type: dense, units: 1, activation: sigmoid }], loss: binaryCrossEntropy }", 2, "class z"],
  ])("of %s: %j is %j", (model, z, y) => {
    expect(one(model, z)).toEqual(y);
  });

  test("may be written as a probability for each, and a value for each output of a regression", () => {
    const soft = streamOf(`topic: a\nfeatures: [x]\nlabel: { field: [p, q, r] }\nmodel: ${NAMED}`);
    expect(features(soft, { x: 1, p: 0.25, q: 0.5, r: 0.25 })).toMatchObject({ y: Float32Array.of(0.25, 0.5, 0.25) });
    expect(refused(features(soft, { x: 1, p: 0.25, q: 0.5 }))).toBe("missing r");
    const two = streamOf("topic: a\nfeatures: [x]\nlabel: { field: [p, q] }\nmodel: { task: regression, outputs: 2 }");
    expect(features(two, { x: 1, p: 3, q: 4 })).toMatchObject({ y: Float32Array.of(3, 4) });
    expect(features(two, { x: 1 })).toMatchObject({ y: undefined });
  });
});

describe("a label of another topic", () => {
  const REST = "features: [x]\nmodel: { task: classification, preset: light, classes: [no, yes] }";

  test("finds its source by the wildcards of its topic, its order and time by the stream's fields", () => {
    const plan = streamOf(
      `topic: site/+room/+sensor/x\nkey: room\norder: { field: n }\ntime: { field: t }\nlabel: { topic: truth/+sensor/of/+room, field: v }\n${REST}`,
    );
    expect(label(plan, { n: 4, t: 99, v: "yes" }, "truth/s1/of/lab")).toEqual({
      kind: "label",
      ticket: undefined,
      source: "site/lab/s1/x",
      key: "lab",
      order: 4,
      timeMs: 99,
      y: Float32Array.of(0, 1),
      weight: undefined,
    });
    expect(label(plan, { n: 4, v: "yes" }, "truth/s1/of/lab")).toMatchObject({ timeMs: ARRIVAL });
    expect(refused(label(plan, { v: "yes" }, "truth/s1/of/lab"))).toBe("missing n");
    expect(refused(label(plan, { n: 4 }, "truth/s1/of/lab"))).toBe("missing v");
    expect(refused(label(plan, { n: 4, v: "maybe" }, "truth/s1/of/lab"))).toBe("class v");
    expect(refused(label(plan, { n: 4, v: "yes" }, "truth/s1/of"))).toBe("topic");
  });

  test("that carries a ticket needs nothing else", () => {
    const plan = streamOf(`topic: a\norder: { field: n, source: id }\nlabel: { topic: l, field: v }\n${REST}`);
    expect(label(plan, { ticket: "s/d1/7", v: "no" })).toMatchObject({
      ticket: "s/d1/7",
      source: undefined,
      order: undefined,
      key: "",
    });
    expect(label(plan, { n: 7, id: "d1", v: "no" })).toMatchObject({ ticket: undefined, source: "d1", order: 7 });
    expect(refused(label(plan, { n: 7, v: "no" }))).toBe("missing id");
    expect(refused(label(plan, { ticket: ["x"], v: "no" }))).toBe("notText ticket");
  });

  test("matched by ticket alone says whose it is by nothing else", () => {
    const plan = streamOf(
      `topic: +room/a\nkey: room\nlabel: { topic: l, field: v, match: ticket, ticket: meta.id, weight: w }\n${REST}`,
    );
    expect(label(plan, { meta: { id: "s/lab%2Fa/~9" }, v: "no", w: 2 })).toMatchObject({
      ticket: "s/lab%2Fa/~9",
      source: undefined,
      key: undefined,
      weight: 2,
    });
  });

  test("may be the whole message", () => {
    const plan = streamOf(`topic: +room/a\nkey: room\nlabel: { topic: +room/truth, match: time, within: 5m }\n${REST}`);
    expect(label(plan, '"yes"', "lab/truth")).toMatchObject({
      source: "lab/a",
      key: "lab",
      y: Float32Array.of(0, 1),
      timeMs: ARRIVAL,
    });
    expect(label(plan, "1", "lab/truth")).toMatchObject({ y: Float32Array.of(0, 1) });
    expect(refused(label(plan, "{}", "lab/truth"))).toBe("notText ");
    expect(refused(label(plan, "yes", "lab/truth"))).toBe("malformed");
  });

  test("may have a codec of its own", () => {
    const plan = streamOf(
      `topic: a\norder: { field: n }\nlabel: { topic: l, codec: csv, fields: [n, v], field: v }\n${REST}`,
    );
    expect(label(plan, "7,yes")).toMatchObject({ order: 7, y: Float32Array.of(0, 1) });
    expect(features(plan, { n: 7, x: 1 })).toMatchObject({ order: 7, values: Float32Array.of(1) });
  });

  test("there is none where the stream has none", () => {
    expect(refused(label(streamOf(`topic: a\n${REST}`), "1"))).toBe("topic");
  });
});
