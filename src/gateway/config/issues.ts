import type { z } from "zod";
import { show } from "../../errors.ts";
import { meant } from "../../nearest.ts";
import { configurationSchema, type JsonSchema } from "./json-schema.ts";
import { later } from "./later.ts";
import type { Place, Problem } from "./problems.ts";

type Issue = z.core.$ZodIssue;

/** What the schema refuses, as mistakes. @param raw the configuration before secrets were put in: what messages show */
export function problemsOf(issues: readonly Issue[], raw: unknown): Problem[] {
  return issues.flatMap((issue) => fromIssue(issue, [], raw));
}

/** The keys there may be at a place. */
export function keysAt(place: Place): string[] {
  const found = new Set<string>();
  for (const { properties = {} } of schemasAt(place)) for (const key of Object.keys(properties)) found.add(key);
  return [...found];
}

// ---

function fromIssue(issue: Issue, before: Place, raw: unknown): Problem[] {
  const place: Place = [...before, ...(issue.path as (string | number)[])];
  const actual = valueAt(raw, place);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(place, key));
    case "invalid_union":
      return fromUnion(issue.errors, place, raw);
    case "invalid_key":
      return [{ place, what: "not a name that can stand here", expected: issue.issues[0]?.message, isKey: true }];
    default: {
      const sentence = laterValue(place, actual);
      if (sentence !== undefined) return [{ place, what: sentence, actual: show(actual) }];
      if (actual === undefined) return [{ place, what: "missing", expected: issue.message }];
      const names = "values" in issue ? issue.values.filter((value) => typeof value === "string") : [];
      const remedy = typeof actual === "string" ? meant(actual, names) : undefined;
      return [{ place, what: "not a legal value", expected: issue.message, actual: shown(actual, place), remedy }];
    }
  }
}

function unknownKey(place: Place, key: string): Problem {
  const keys = keysAt(place);
  const at = [...place, key];
  const sentence = later(place, key);
  if (sentence !== undefined) return { place: at, what: sentence, isKey: true };
  const expected = keys.length > 0 ? `one of ${keys.join(", ")}` : undefined;
  return { place: at, what: "unknown key", expected, remedy: meant(key, keys), isKey: true };
}

/** The complaints of the variant that was meant: the one that got past the type of the value. */
function fromUnion(variants: readonly (readonly Issue[])[], place: Place, raw: unknown): Problem[] {
  const actual = valueAt(raw, place);
  const isHolder = typeof actual === "object" && actual !== null;
  const isOther = ({ code, path }: Issue) =>
    path.length === 0 && (code === "invalid_type" || (code === "invalid_value" && isHolder));
  const meantOnes = variants.filter((issues) => !issues.some(isOther));
  const [variant, another] = meantOnes;
  if (variant !== undefined && another === undefined) return variant.flatMap((issue) => fromIssue(issue, place, raw));
  const expected = variants
    .map((issues) => issues[0]?.message.replace(/^Invalid input: expected /, "an "))
    .join(", or ");
  return [
    {
      place,
      what: actual === undefined ? "missing" : "not a legal value",
      expected,
      actual: actual === undefined ? undefined : shown(actual, place),
    },
  ];
}

/** A value is looked up by its place, or, of a codec with options, by the place around its type. */
function laterValue(place: Place, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return later(place, value) ?? (place.at(-1) === "type" ? later(place.slice(0, -1), value) : undefined);
}

function valueAt(raw: unknown, place: Place): unknown {
  let value = raw;
  for (const step of place) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Passwords are not shown, not even wrong ones. */
function shown(value: unknown, place: Place): string {
  const key = place.at(-1);
  if (key === "password" || key === "passphrase") return "something else";
  return show(typeof value === "string" ? value.replace(/\/\/.*@/s, "//***@") : value);
}

// --- The schema as JSON has it knows every object's keys ---

let known: JsonSchema | undefined;

/** Made once, and only when something is wrong. */
function schema(): JsonSchema {
  known ??= configurationSchema();
  return known;
}

function schemasAt(place: Place): JsonSchema[] {
  let schemas = variants(schema());
  for (const step of place) {
    schemas = schemas.flatMap(({ properties, additionalProperties, items }) => {
      if (typeof step === "number") return items ? variants(items) : [];
      const property = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
      if (property !== undefined) return variants(property);
      return typeof additionalProperties === "object" ? variants(additionalProperties) : [];
    });
  }
  return schemas;
}

function variants(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(variants) : [schema];
}
