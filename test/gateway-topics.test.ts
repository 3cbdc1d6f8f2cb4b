import { describe, expect, test } from "vitest";
import { compileTemplate, compileTopic, encodeLevel, overlaps } from "../src/gateway/topics.ts";
import { complaintOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

describe("a pattern", () => {
  test("asks the broker for its filter without names", () => {
    expect(compileTopic("site/+room/+/x/#").filter).toBe("site/+/+/x/#");
    expect(compileTopic("site/+room/climate").names).toEqual(["room"]);
  });

  test.each([
    ["site/+room/climate", "site/lab/climate", { room: "lab" }],
    ["site/+room/climate", "site/lab/climates", undefined],
    ["site/+room/climate", "site/lab", undefined],
    ["site/+room/climate", "site/lab/climate/x", undefined],
    ["site/+room/climate", "site//climate", { room: "" }],
    ["+a/+b", "/x", { a: "", b: "x" }],
    ["+a", "x", { a: "x" }],
    ["+a", "", { a: "" }],
    ["a/#", "a", {}],
    ["a/#", "a/b/c", {}],
    ["a/#", "ab", undefined],
    ["#", "a/b", {}],
    ["#", "$SYS/x", undefined],
    ["+a/x", "$SYS/x", undefined],
    ["$SYS/+a", "$SYS/x", { a: "x" }],
    ["+constructor/x", "y/x", { constructor: "y" }],
  ])("%s takes of %j the names %j", (pattern, topic, names) => {
    expect(compileTopic(pattern).match(topic)).toEqual(names);
  });

  test("gives a topic back from the names it found", () => {
    const random = new Seeded(3);
    for (let i = 0; i < 500; i++) {
      const levels = Array.from({ length: 1 + random.index(5) }, (_, k) =>
        random.index(2) ? `+n${k}` : `t${random.index(9)}`,
      );
      const pattern = compileTopic(levels.join("/"));
      const topic = levels
        .map((level) => (level.startsWith("+") ? ["", "ä", "x y", "+", "%2F"][random.index(5)] : level))
        .join("/");
      expect(pattern.build(pattern.match(topic) ?? {})).toBe(topic);
    }
  });

  test("with a wildcard without a name cannot be built", async () => {
    const pattern = compileTopic("a/+/b");
    expect(pattern.isNamed).toBe(false);
    expect(await complaintOf(() => pattern.build({}))).toMatch(/^E_KEY /);
    expect(await complaintOf(() => compileTopic("a/+constructor").build({}))).toMatch(/^E_KEY /);
  });

  test.each([
    ["", "an empty topic"],
    ["a/#/b", "# is not the last level"],
    ["a/b#", "a wildcard inside the level"],
    ["a/b+", "a wildcard inside the level"],
    ["a/+b+c", "no name of a wildcard"],
    ["a/+1", "no name of a wildcard"],
    ["+a/+a", "two wildcards are named a"],
    ["a\0b", "a NUL"],
    ["$share/g/a", "shared subscription"],
    ["x".repeat(70_000), "too long"],
  ])("is refused: %.20s", async (pattern, words) => {
    expect(await complaintOf(() => compileTopic(pattern))).toMatch(
      new RegExp(`^E_CONFIG .*${words.replace("+", "\\+")}`),
    );
  });
});

describe("a template", () => {
  test("takes names percent-encoded, and ~ for none", () => {
    const template = compileTemplate("m/{id}/x{room}/p", ["id", "room"]);
    expect(template.build({ id: "g", room: "a/b ü~" })).toBe("m/g/xa%2Fb%20%C3%BC%7E/p");
    expect(template.build({ id: "", room: "1" })).toBe("m/~/x1/p");
  });

  test.each(["m/{rom}", "m/{room", "m/room}", "m/+", "m/#", "m/{}", "", "m/{{room}}"])(
    "is refused: %s",
    async (template) => {
      expect(await complaintOf(() => compileTemplate(template, ["room"]))).toMatch(/^E_CONFIG /);
    },
  );

  test("offers the name that was meant", async () => {
    expect(await complaintOf(() => compileTemplate("m/{rom}", ["id", "room"]))).toMatch(/Did you mean "room"\?$/);
  });
});

test("a level is encoded so that no two texts look alike", () => {
  const texts = ["", "a", "A", "a b", "a%20b", "/", "+", "#", "~", "ü", "\u0000", "%", ".", "a-b_c"];
  expect(new Set(texts.map(encodeLevel)).size).toBe(texts.length);
  for (const text of texts) expect(decodeURIComponent(encodeLevel(text))).toBe(text);
});

test.each([
  ["a/+/c", "a/b/+", true],
  ["a/+/c", "a/b/d", false],
  ["a/#", "a", true],
  ["a/#", "b/#", false],
  ["#", "a/b", true],
  ["#", "$SYS/a", false],
  ["+/a", "$SYS/a", false],
  ["$SYS/#", "$SYS/a", true],
  ["a/b", "a/b/c", false],
  ["a/+", "a", false],
  ["a/{room}/p", "a/+/p", true],
  ["a/{room}/p", "a/x/p", true],
  ["a/{room}/p", "a/x/q", false],
  ["a/r{room}/p", "a/x/p", false],
  ["a/r{room}/p", "a/rx/p", true],
  ["millrace/g/#", "+/g/+", true],
])("%s and %s share a topic: %s", (one, other, shared) => {
  expect(overlaps(one, other)).toBe(shared);
  expect(overlaps(other, one)).toBe(shared);
});

test("two filters overlap exactly where some topic matches both", () => {
  const random = new Seeded(11);
  const levels = ["a", "b", "+"];
  const topics = [
    "a",
    "b",
    ...["a", "b"].flatMap((x) => ["a", "b"].flatMap((y) => [`${x}/${y}`, `${x}/${y}/a`, `${x}/${y}/b`])),
  ];
  const draw = () => {
    const depth = 1 + random.index(3);
    const drawn = Array.from({ length: depth }, () => levels[random.index(3)]);
    return (random.index(3) === 0 ? [...drawn.slice(0, 2), "#"] : drawn).join("/");
  };
  for (let i = 0; i < 2_000; i++) {
    const [one, other] = [draw(), draw()];
    const shared = topics.some((topic) => compileTopic(one).match(topic) && compileTopic(other).match(topic));
    expect([one, other, overlaps(one, other)]).toEqual([one, other, shared]);
  }
});
