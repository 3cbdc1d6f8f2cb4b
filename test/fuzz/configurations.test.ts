import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MillraceError } from "../../src/errors.ts";
import {
  ConfigurationError,
  checkConfiguration,
  type GatewayOptions,
  parseConfiguration,
} from "../../src/gateway/config.ts";
import { compileTemplate, compileTopic, overlaps } from "../../src/gateway/topics.ts";
import { ENVIRONMENT, PLANT } from "../support/gateway.ts";
import { blocksOf } from "../support/readme.ts";
import { cases, processorMs, Spoiler, settledBytes } from "./support.ts";

const PAGE = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
const EXAMPLES = blocksOf(PAGE).filter(({ language }) => language === "yaml");
const GOOD = [PLANT, ...EXAMPLES.map(({ code }) => code)].map((text) => Buffer.from(text));
/** What the environment holds and no message may show. */
const SECRET = ENVIRONMENT.MQTT_PASSWORD as string;

const WORDS = [
  ": ",
  "- ",
  "? ",
  "{",
  "}",
  "[",
  "]",
  ", ",
  "#",
  "&a ",
  "*a",
  "!!binary ",
  "|\n",
  ">\n",
  "---\n",
  "...\n",
  "%YAML 1.2\n",
  "<<: ",
  "\n",
  "\n  ",
  "\n    ",
  "\t",
  "'",
  '"',
  "null",
  "~",
  "true",
  "-1",
  "1e400",
  ".nan",
  "0x10",
  "60s",
  "999999999d",
  "1KiB",
  `\${MQTT_PASSWORD}`,
  "${HOST",
  "$${",
  `\${}`,
  "__proto__: ",
  "constructor: ",
  "topic: ",
  "features: ",
  "label: ",
  "model: ",
  "codec: csv\n",
  "fields: 70000\n",
  "field: ",
  "lag: 10000",
  "+",
  "#",
  "+room",
  "{room}",
  "task: anomaly",
  "layers: []",
  "sync: {}",
  "\u0000",
  "\u2028",
  "\ud83d\ude00",
  "a".repeat(300),
  Uint8Array.of(0xff, 0xfe),
];

/** Reads it, or refuses it with a sentence for people that shows no secret. @returns whether it was read */
function attempt(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const { message, problems } = error;
    if (error.code !== "E_CONFIG" || problems.length === 0 || message.length > 20_000) throw error;
    if (message.includes(SECRET)) throw new Error("the message shows a secret");
    return false;
  }
}

describe("a configuration", () => {
  test("that is spoilt is read or refused with an E_CONFIG, in bounded time and memory", { timeout: 3_600_000 }, () => {
    const spoiler = new Spoiler(29, WORDS);
    const before = settledBytes();
    let read = 0;
    let slowestMs = 0;
    const total = cases(100_000);
    for (let i = 0; i < total; i++) {
      const text = Buffer.from(spoiler.spoil(spoiler.pick(GOOD))).toString("utf8");
      const started = processorMs();
      if (attempt(() => parseConfiguration(text, { env: ENVIRONMENT, file: "g.yaml" }))) read++;
      slowestMs = Math.max(slowestMs, processorMs() - started);
    }
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(total);
    expect(slowestMs).toBeLessThan(3_000);
    expect(settledBytes() - before).toBeLessThan(32 * 2 ** 20);
  });

  test("that is any object at all is refused with an E_CONFIG, or means what a legal one means", {
    timeout: 600_000,
  }, () => {
    const junk = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true, maxDepth: 3 }),
      fc.constantFrom("60s", "1KiB", "a/+b", "x", "json", 0, 1, 1e9, Number.NaN),
    );
    const record = (names: string[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, junk])), { requiredKeys: [] });
    const stream = fc.record(
      {
        topic: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("a", "a/+room/b") }, junk),
        codec: fc.oneof(fc.constantFrom("json", "csv", "float32"), junk),
        fields: fc.oneof(fc.array(fc.string(), { maxLength: 4 }), fc.integer(), junk),
        key: fc.oneof(fc.constantFrom("room", "rom"), junk),
        order: fc.oneof(record(["field", "type", "source"]), fc.constant({ field: "n" }), junk),
        time: fc.oneof(record(["field", "unit"]), junk),
        features: fc.oneof(
          {
            weight: 3,
            arbitrary: fc.array(
              fc.oneof(fc.string({ minLength: 1 }), record(["field", "lag", "mean", "time", "size"])),
              { maxLength: 4 },
            ),
          },
          junk,
        ),
        label: fc.oneof(record(["field", "topic", "match", "ahead", "within", "weight", "ticket", "codec"]), junk),
        model: fc.oneof(
          { weight: 3, arbitrary: fc.constant({ task: "regression", preset: "light" }) },
          record(["task", "layers", "preset", "classes"]),
          junk,
        ),
        publish: junk,
        maxKeys: junk,
      },
      { requiredKeys: ["topic", "model"] },
    );
    const options = fc.record(
      {
        id: fc.oneof({ weight: 3, arbitrary: fc.constant("g") }, junk),
        broker: fc.oneof(
          { weight: 3, arbitrary: fc.constant({ url: "mqtt://localhost" }) },
          record(["url", "tls", "password"]),
          junk,
        ),
        streams: fc.oneof(
          { weight: 3, arbitrary: fc.dictionary(fc.constantFrom("s", "t", "status", "__proto__"), stream) },
          junk,
        ),
        state: fc.oneof(record(["directory", "snapshotEvery", "fsync", "keep"]), junk),
        http: fc.oneof(record(["host", "port"]), junk),
      },
      { requiredKeys: ["id", "broker", "streams"] },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: options }, junk), (value) => {
        attempt(() => checkConfiguration(value as GatewayOptions, { env: ENVIRONMENT }));
      }),
      { numRuns: cases(100_000), seed: 31 },
    );
  });
});

test("any text is a topic pattern, or refused with an E_CONFIG; what a pattern matches it builds again", () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom("a", "+", "#", "+b", "+c", "", "$SYS", "x{b}"), { maxLength: 5 })
      .map((levels) => levels.join("/")),
  );
  fc.assert(
    fc.property(text, text, (pattern, topic) => {
      try {
        const compiled = compileTopic(pattern);
        const names = compiled.match(topic);
        if (names && compiled.isNamed) expect(compiled.build(names)).toBe(topic);
        if (names && !/[+#]/.test(topic)) expect(overlaps(compiled.filter, topic)).toBe(true);
        compileTemplate(topic, ["b"]);
      } catch (error) {
        if (!(error instanceof MillraceError) || error.code !== "E_CONFIG") throw error;
      }
    }),
    { numRuns: cases(1_000_000), seed: 37 },
  );
});
