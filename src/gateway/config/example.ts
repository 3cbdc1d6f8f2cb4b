import type { FullSpec } from "../../spec.ts";
import type { Roles } from "../codecs/fields.ts";
import type { FeaturePlan } from "../features.ts";
import type { Reading } from "./reading.ts";

/** What people see of a stream before the first message comes. */
export function exampleOf(
  { codec, options }: Reading,
  roles: Roles,
  features: FeaturePlan,
  model: FullSpec,
): Uint8Array {
  const isList = (path: string) => features.lists.some(({ field }) => path === field);
  const values = new Map<string, number | string>(features.fields.map((path, i) => [path, i + 0.5]));
  for (const path of roles.target) {
    if (!values.has(path)) values.set(path, roles.target.length === 1 ? (model.classes?.[0] ?? 0) : 0);
  }
  if (roles.order) values.set(roles.order.field, 1);
  if (roles.source !== undefined) values.set(roles.source, "sensor-1");
  if (roles.time)
    values.set(
      roles.time.field,
      roles.time.unit === "iso" ? "2026-01-31T12:00:00Z" : 1_769_860_800 * UNITS[roles.time.unit],
    );
  if (roles.weight !== undefined) values.set(roles.weight, 1);
  return codec.write(new Map([...values].filter(([path]) => !isList(path))), options);
}

const UNITS = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;
