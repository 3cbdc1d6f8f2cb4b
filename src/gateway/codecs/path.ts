import { MillraceError, show } from "../../errors.ts";

/** Steps from a message to a value: names of an object, positions of a list. */
export type Path = readonly (string | number)[];

const STEPS_LIMIT = 16;
const LENGTH_LIMIT = 256;
/** A name after a dot or at the start, `[3]`, or `["any name"]`. */
const STEP = /\.?([^.[\]"]+)|\[(\d{1,6})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * Reads `sensors[0].value`; names with dots or brackets are written `["a.b"]`; "" is the whole message.
 * @throws MillraceError `E_CONFIG`
 */
export function parsePath(text: string): Path {
  if (text.length > LENGTH_LIMIT) throw refusal(text, `at most ${LENGTH_LIMIT} characters`);
  const steps: (string | number)[] = [];
  let at = 0;
  while (at < text.length) {
    STEP.lastIndex = at;
    const found = STEP.exec(text);
    const [whole = "", name, index, quoted] = found ?? [];
    // A dot stands between a step and a name, nowhere else.
    const isMisplaced = whole.startsWith(".") ? at === 0 : name !== undefined && at > 0;
    if (found === null || isMisplaced) throw refusal(text, "names with dots between, positions as [0]");
    steps.push(name ?? (index === undefined ? unquoted(text, quoted ?? "") : Number(index)));
    at = STEP.lastIndex;
  }
  if (steps.length > STEPS_LIMIT) throw refusal(text, `at most ${STEPS_LIMIT} steps`);
  return steps;
}

/** The value a path leads to; undefined where there is none. */
export function follow(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    // An object may have a name "0", a list has no names: "length" is none of its values.
    if (typeof step === "string" && Array.isArray(value)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Finds the value of one path after another in objects that `JSON.parse` has made. */
export type Finder = (root: unknown) => unknown;

/** `follow`, made ready: most paths are one name, which no object has by birth. */
export function finderOf(path: Path): Finder {
  const [name] = path;
  // Lists inherit from objects: what they have by birth is all there is.
  const isPlain = path.length === 1 && typeof name === "string" && !(name in Array.prototype);
  if (!isPlain) return (root) => follow(root, path);
  return (root) => (typeof root === "object" && root !== null ? (root as Record<string, unknown>)[name] : undefined);
}

/** Puts a value where a path leads, making the objects and lists on the way; nowhere where a value stands in its way. */
export function place(root: object, path: Path, value: unknown): void {
  let holder = root as Record<string | number, unknown>;
  for (const [i, step] of path.entries()) {
    if (i === path.length - 1) {
      holder[step] = value;
    } else {
      if (!Object.hasOwn(holder, step)) holder[step] = typeof path[i + 1] === "number" ? [] : Object.create(null);
      const next = holder[step];
      if (typeof next !== "object" || next === null) return;
      holder = next as Record<string | number, unknown>;
    }
  }
}

// ---

function unquoted(path: string, quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw refusal(path, 'a name in quotes as JSON has it: ["a.b"]');
  }
}

function refusal(path: string, expected: string): MillraceError {
  return new MillraceError("E_CONFIG", "not a path to a field", { where: show(path), expected });
}
