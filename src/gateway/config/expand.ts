import { meant } from "../../nearest.ts";
import type { Mask } from "./mask.ts";
import type { Problems } from "./problems.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const DEPTH_LIMIT = 64;
const NAME = /\$\$\{|\$\{([^{}]*)\}/g;

/**
 * A copy of plain values with `${NAME}` in its texts replaced from the environment; `$${` stands for `${`.
 * What is no list, no plain object and no simple value is left as it is: the schema refuses it.
 */
export function expand(value: unknown, environment: Environment, problems: Problems, mask: Mask, depth = 0): unknown {
  if (typeof value === "string") return value.includes("${") ? filled(value, environment, problems, mask) : value;
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEPTH_LIMIT) {
    problems.add(`nested more than ${DEPTH_LIMIT} deep`);
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item, i) => expand(item, environment, problems.at(i), mask, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.map(([key, part]) => [key, expand(part, environment, problems.at(key), mask, depth + 1)]),
  );
}

// ---

function filled(text: string, environment: Environment, problems: Problems, mask: Mask): string {
  return text.replace(NAME, (whole, name: string | undefined) => {
    if (name === undefined) return "${";
    const found = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (found !== undefined) {
      mask.add(name, found);
      return found;
    }
    problems.add(`the environment has no ${/^\w{1,60}$/.test(name) ? name : "such name"}`, {
      actual: JSON.stringify(whole.slice(0, 60)),
      remedy:
        meant(
          name,
          Object.keys(environment).filter((known) => /^\w+$/.test(known)),
        ) ?? `Set ${name.slice(0, 60)}, or write $\${ for the text itself`,
    });
    return "";
  });
}
