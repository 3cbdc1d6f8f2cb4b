import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { CODECS } from "../../src/gateway/codecs.ts";
import {
  type FeaturesMessage,
  type LabelMessage,
  REJECTION_REASONS,
  type Rejection,
  type StreamPlan,
} from "../../src/gateway/config/types.ts";
import { FeatureWindows } from "../../src/gateway/features.ts";
import { Core, Model } from "../../src/index.ts";
import { streamOf } from "../support/gateway.ts";
import { cases, processorMs, Spoiler, settledBytes } from "./support.ts";

const FIELDS = ["n", "t", "x", "y", "z", "w", "v"];
const ROLES = `
key: room
order: { field: n, source: v }
time: { field: t }
features: [x, y, { field: x, lag: 1 }, { field: y, difference: 1 }, { field: x, std: 3 }, { time: dayOfWeek }]
label: { field: z, weight: w }
model: { task: regression, preset: light, missing: mean }`;

/** A stream with everything in it for each codec, and good messages of it; a new codec needs a line here. */
const STREAMS: Readonly<Record<keyof typeof CODECS, { keys: string; values: readonly (number | string)[][] }>> = {
  json: {
    keys: `codec: json${ROLES}`,
    values: [
      [1, 2, 3, 4, 5, 6, "s"],
      [0, 1.8e12, -1e-30, 1e17, 0, 0.5, "söur/ce"],
    ],
  },
  csv: {
    keys: `codec: csv\nfields: [${FIELDS}]${ROLES}`,
    values: [
      [1, 2, 3, 4, 5, 6, "s"],
      [0, 1.8e12, -1e-30, 1e17, 0, 0.5, 'a "q", b'],
    ],
  },
  // It carries no names, so the source is the topic.
  float32: {
    keys: `codec: float32\nfields: [${FIELDS}]${ROLES.replace(", source: v", "")}`,
    values: [
      [1, 2, 3, 4, 5, 6, 7],
      [9, 8, -1e-30, 1e17, 0, 0.5, 0],
    ],
  },
};
const OPTIONS = { fields: FIELDS };

const WORDS = [
  "1e400",
  "-1e400",
  "NaN",
  "null",
  "true",
  '"',
  '""',
  "{}",
  "[]",
  "[[",
  "}",
  ",",
  ":",
  "\\u0000",
  "\ud83d",
  "9007199254740993",
  "-0",
  "1e18",
  "0x1",
  "__proto__",
  '"x":',
  '"n":"1"',
  " ",
  "\n",
  "\r",
  "\t",
  "\ufeff",
  "1".repeat(400),
  "[".repeat(100),
  '{"x":'.repeat(70),
  Uint8Array.of(0xff),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0, 0, 0xc0, 0x7f),
  Uint8Array.of(0, 0, 0x80, 0x7f),
  Uint8Array.of(0xff, 0xff, 0x7f, 0x7f),
];

let core: Core;
beforeAll(async () => {
  core = await Core.load();
});

describe.each(Object.entries(STREAMS))("codec %s", (name, { keys, values }) => {
  const codec = CODECS[name as keyof typeof CODECS];
  const plan = streamOf(`topic: site/+room/x\n${keys}`);
  const options = codec.required.includes("fields") ? OPTIONS : {};
  const good = values.map((row) => codec.write(new Map(FIELDS.map((field, i) => [field, row[i] ?? 0])), options));

  test("takes its good messages", () => {
    for (const payload of good)
      expect(plan.decodeFeatures("site/lab/x", payload, 5)).toMatchObject({ kind: "features" });
  });

  test("reads or refuses whatever it is given, in bounded time and memory, and what it reads a model can take", {
    timeout: 3_600_000,
  }, async () => {
    using model = await Model.create(plan.model, { core });
    const judge = new Judge(plan, model);
    const spoiler = new Spoiler(17, WORDS);
    const total = cases(1_000_000);
    const generated = Math.floor(total / 10);
    const text = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(fc.oneof(fc.double(), fc.constantFrom("", "a")), { maxLength: 9 }).map(String),
    );
    const payload = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      text.map((content) => Buffer.from(content)),
    );
    fc.assert(
      fc.property(payload, (bytes) => judge.take(bytes)),
      { numRuns: generated, seed: 17 },
    );
    // The generator has made its own tables by now.
    const before = settledBytes();
    for (let i = generated; i < total; i++) judge.take(spoiler.spoil(spoiler.pick(good)));

    expect(judge.count).toBe(total);
    expect(judge.taken).toBeGreaterThan(total / 1_000);
    // A collection may fall into it.
    expect(judge.slowestMs).toBeLessThan(500);
    expect(settledBytes() - before).toBeLessThan(16 * 2 ** 20);
    expect(model.steps).toBe(judge.learnt);
  });

  test("refuses long payloads without reading them", () => {
    const started = processorMs();
    for (let i = 0; i < 1_000; i++) {
      expect(plan.decodeFeatures("site/lab/x", new Uint8Array(300_000), 5)).toMatchObject({ reason: "tooLong" });
    }
    expect(processorMs() - started).toBeLessThan(2_000);
  });
});

/** Takes messages as a gateway does, and looks whether what comes out keeps its word. */
class Judge {
  count = 0;
  taken = 0;
  learnt = 0;
  slowestMs = 0;
  readonly #plan: StreamPlan;
  readonly #model: Model;
  readonly #windows: FeatureWindows;

  constructor(plan: StreamPlan, model: Model) {
    this.#plan = plan;
    this.#model = model;
    this.#windows = new FeatureWindows(plan.features);
  }

  take(payload: Uint8Array): void {
    this.count++;
    const started = processorMs();
    const message = this.#plan.decodeFeatures("site/lab/x", payload, 5);
    this.slowestMs = Math.max(this.slowestMs, processorMs() - started);
    if (message.kind === "rejection") return refusedWell(message);
    this.taken++;
    takenWell(message);
    const x = this.#windows.inputs(message.values, message.timeMs);
    if (x === undefined) throw new Error("a model that takes missing values had no inputs");
    this.#windows.push(this.#windows.windowInputs(message.values));
    // Whatever is read, the model takes: it throws otherwise, and the case fails.
    this.#model.predict(x);
    if (message.y === undefined || this.taken % 16 > 0) return;
    this.#model.learn(x, message.y, message.weight === undefined ? {} : { weight: message.weight });
    this.learnt++;
  }
}

function refusedWell(message: Rejection): void {
  if (!REJECTION_REASONS.includes(message.reason) || message.detail === "" || message.detail.length > 200) {
    throw new Error(`a rejection that says too little, or too much: ${JSON.stringify(message)}`);
  }
}

function takenWell({ values, order, timeMs, source, key, y, weight }: FeaturesMessage): void {
  const isWhole = (value: number | undefined) => Number.isSafeInteger(value) && (value as number) >= 0;
  const legal =
    values.every((value) => Number.isNaN(value) || Math.abs(value) < 1e18) &&
    isWhole(order) &&
    isWhole(timeMs) &&
    Buffer.byteLength(source) <= 128 &&
    key === "lab" &&
    (y?.every((value) => Math.abs(value) < 1e18) ?? true) &&
    (weight === undefined || (weight >= 0 && weight < 1e18));
  if (!legal)
    throw new Error(
      `a message that no model takes: ${JSON.stringify({ values: [...values], order, timeMs, source, y, weight })}`,
    );
}

test("labels of another topic are read or refused, whatever they are", { timeout: 600_000 }, () => {
  const plan = streamOf(`topic: site/+room/x
order: { field: n }
features: [x]
label: { topic: site/+room/l, field: v, weight: w }
model: { task: classification, preset: light, classes: [no, yes, "1"] }`);
  const spoiler = new Spoiler(23, [...WORDS, '"yes"', '"ticket":', '"v":1', "constructor"]);
  const good = ['{"n":1,"v":"yes","w":2}', '{"ticket":"s/a/1","v":"no"}', '{"n":1,"v":1}'].map((text) =>
    Buffer.from(text),
  );
  const kinds = new Set<string>();
  for (let i = 0; i < cases(1_000_000); i++) {
    const message: LabelMessage | Rejection = plan.decodeLabel("site/lab/l", spoiler.spoil(spoiler.pick(good)), 5);
    if (message.kind === "rejection") refusedWell(message);
    else if (message.y.length !== 3 || message.y.reduce((sum, value) => sum + value, 0) !== 1)
      throw new Error("not one class");
    kinds.add(message.kind);
  }
  expect([...kinds].sort()).toEqual(["label", "rejection"]);
});
