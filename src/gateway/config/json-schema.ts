import { z } from "zod";
import { gatewaySchema } from "./schema.ts";

/** What an editor needs to complete and check a configuration: JSON Schema, draft 2020-12. */
export interface JsonSchema {
  $schema?: string;
  title?: string;
  description?: string;
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: (string | number)[];
  const?: string | number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  default?: unknown;
  /** The range of a duration or size. */
  $comment?: string;
}

/** The schema of a configuration file. Names of streams and secrets in a text are looked at by the gateway alone. */
export function configurationSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(gatewaySchema, { io: "input" }) as JsonSchema;
  return { ...($schema && { $schema }), title: "Millrace gateway", ...rest };
}

/** The table of keys in docs/configuration.md: one row a key, in the order of the definition. */
export function keyTable(at: string): string {
  const schema = descend(configurationSchema(), at === "" ? [] : at.split("."));
  const rows = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const isRequired = schema.required?.includes(name) === true;
    const fallback =
      part.default === undefined || typeof part.default === "object"
        ? isRequired
          ? "required"
          : "–"
        : `\`${part.default}\``;
    return `| \`${name}\` | ${typeOf(part)} | ${fallback} | ${part.description ?? ""} |`;
  });
  return ["| key | value | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

// ---

function descend(schema: JsonSchema, steps: readonly string[]): JsonSchema {
  const [step, ...rest] = steps;
  if (step === undefined) return objectOf(schema);
  const { properties, additionalProperties, items } = objectOf(schema);
  const next = step === "*" ? (items ?? (additionalProperties as JsonSchema)) : properties?.[step];
  return descend(next ?? {}, rest);
}

/** Of several ways to write a thing the one as an object. */
function objectOf(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find(({ type }) => type === "object") ?? schema;
}

function typeOf({
  type,
  anyOf,
  enum: values,
  minimum,
  maximum,
  items,
  const: only,
  $comment: range,
}: JsonSchema): string {
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(", or ");
  if (only !== undefined) return `\`${only}\``;
  if (values)
    return values.map((value) => `\`${value === "\t" ? "tab" : value === " " ? "space" : value}\``).join(", ");
  if (type === "integer" || type === "number")
    return `${minimum?.toLocaleString("en-US")} to ${maximum?.toLocaleString("en-US")}`;
  if (type === "boolean") return "`true`, `false`";
  if (type === "array") return `list of ${items ? typeOf(items) : "values"}`;
  if (type === "object") return "object";
  return range ?? "text";
}
