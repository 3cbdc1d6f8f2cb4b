import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configurationSchema, type JsonSchema, keyTable } from "../src/gateway/config/json-schema.ts";
import { parseConfiguration } from "../src/gateway/config.ts";
import { blocksOf } from "./support/readme.ts";

const PAGE = readFileSync(new URL("../docs/configuration.md", import.meta.url), "utf8");
const ENV = { HOST: "broker.example", MQTT_USER: "somebody", MQTT_PASSWORD: "something" };

test("the JSON Schema in the package is the one the definition gives", () => {
  const stored = readFileSync(new URL("../schema/gateway.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(stored)).toEqual(configurationSchema());
});

test("every key of the schema is described", () => {
  const bare: string[] = [];
  const visit = (schema: JsonSchema, path: string): void => {
    for (const part of schema.anyOf ?? []) visit(part, path);
    if (schema.items) visit(schema.items, `${path}[]`);
    if (typeof schema.additionalProperties === "object") visit(schema.additionalProperties, `${path}.*`);
    for (const [key, part] of Object.entries(schema.properties ?? {})) {
      if (!part.description) bare.push(`${path}.${key}`);
      visit(part, `${path}.${key}`);
    }
  };
  visit(configurationSchema(), "");
  expect(bare).toEqual([]);
});

describe("docs/configuration.md", () => {
  const tables = [...PAGE.matchAll(/<!-- keys of (\S+) -->\n([\s\S]*?)<!-- end -->/g)];

  test.each(tables.map(([, at, table]) => [at ?? "", table ?? ""]))(
    "has the table of %s as the definition gives it",
    (at, table) => {
      expect(table.trim()).toBe(keyTable(at === "top" ? "" : at));
    },
  );

  test("has a table of every object in the configuration", () => {
    const objects = new Set<string>();
    const visit = (schema: JsonSchema, path: string): void => {
      for (const part of [schema, ...(schema.anyOf ?? [])]) {
        if (part.properties) objects.add(path || "top");
        for (const [key, inner] of Object.entries(part.properties ?? {}))
          visit(inner, path === "" ? key : `${path}.${key}`);
        if (part.items) visit(part.items, `${path}.*`);
        if (typeof part.additionalProperties === "object") visit(part.additionalProperties, `${path}.*`);
      }
    };
    visit(configurationSchema(), "");
    // The codec is a table of its own; the others are said by the tables they repeat.
    const repeated = ["streams.*.codec", "streams.*.label.codec", "streams.*.label.time"];
    expect([...objects].filter((at) => !repeated.includes(at)).sort()).toEqual(tables.map(([, at]) => at).sort());
  });

  const examples = blocksOf(PAGE).filter(({ language }) => language === "yaml");
  test.each(examples.map(({ code }, i) => [i, code] as const))("example %i is a legal configuration", (_, code) => {
    expect(parseConfiguration(code, { env: ENV }).streams.length).toBeGreaterThan(0);
  });

  test("names every reason for which a message is rejected", async () => {
    const { REJECTION_REASONS } = await import("../src/gateway/config/types.ts");
    for (const reason of REJECTION_REASONS) expect(PAGE).toContain(`\`${reason}\``);
  });
});
