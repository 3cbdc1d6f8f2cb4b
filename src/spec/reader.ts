import { LIMIT } from "../abi.ts";
import { type ErrorDetails, MillraceError, show } from "../errors.ts";
import { meant, nearest } from "../nearest.ts";
import { type Codes, fold, namesOf, SPELLINGS } from "./names.ts";

/** Which numbers are legal, and how that is said. The core holds float32, so the rounded number must be legal too. */
export interface Range {
  text: string;
  holds(value: number): boolean;
}

export const wholeNumber = (least: number, most: number): Range => ({
  text: `a whole number from ${least} to ${most}`,
  holds: (value) => value >= least && value <= most,
});
export const between = (least: number, most: number): Range => ({
  text: `a number from ${least} to ${most}`,
  holds: (value) => value >= least && value <= most,
});
export const FRACTION: Range = { text: "a number from 0 to below 1", holds: (value) => value >= 0 && value < 1 };
export const SHARE: Range = { text: "a number above 0, at most 1", holds: (value) => value > 0 && value <= 1 };
export const POSITIVE: Range = { text: "a number above 0, below 1e18", holds: (value) => value > 0 };
export const NOT_NEGATIVE: Range = { text: "a number from 0 to below 1e18", holds: (value) => value >= 0 };

/** One object of a spec: reads its fields one by one, and every complaint carries the field's path. */
export class Fields {
  readonly path: string;
  readonly #values: Record<string, unknown>;

  /** @throws MillraceError `E_SPEC` where it is not an object, or has a key that is not among `known` */
  constructor(value: unknown, path: string, known: readonly string[]) {
    this.path = path;
    if (typeof value !== "object" || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) {
      throw refusal(path || "spec", "not an object", {
        expected: `an object with ${known.join(", ")}`,
        actual: show(value),
      });
    }
    this.#values = value as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      throw refusal(this.at(key), "unknown key", {
        expected: `one of ${known.join(", ")}`,
        actual: show(key),
        remedy: meant(key, known),
      });
    }
  }

  at(key: string): string {
    return this.path === "" ? key : `${this.path}.${key}`;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get(key: string): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  /** A number that is legal as it is written and as float32; `fallback` where it is left out, which is refused without. */
  number(key: string, range: Range, fallback?: number): number {
    const value = this.#given(key, fallback, range.text);
    const legal = typeof value === "number" && Math.abs(value) < Math.fround(LIMIT) && range.holds(value);
    if (!legal) throw refusal(this.at(key), "not a legal number", { expected: range.text, actual: show(value) });
    const rounded = Math.fround(value);
    if (!range.holds(rounded) || Math.abs(rounded) >= Math.fround(LIMIT)) {
      throw refusal(this.at(key), "not a legal number once it is rounded to float32", {
        expected: range.text,
        actual: `${value}, which rounds to ${rounded}`,
      });
    }
    return value + 0;
  }

  integer(key: string, least: number, most: number, fallback?: number): number {
    const range = wholeNumber(least, most);
    const value = this.#given(key, fallback, range.text);
    if (!Number.isInteger(value) || !range.holds(value as number)) {
      throw refusal(this.at(key), "not a legal number", { expected: range.text, actual: show(value) });
    }
    return (value as number) + 0;
  }

  boolean(key: string, fallback: boolean): boolean {
    const value = this.#given(key, fallback, "true or false");
    if (typeof value === "boolean") return value;
    throw refusal(this.at(key), "not a boolean", { expected: "true or false", actual: show(value) });
  }

  name<Name extends string>(key: string, codes: Codes<Name>, fallback?: Name): Name {
    return nameAmong(this.#given(key, fallback, oneOf(codes)), this.at(key), codes);
  }

  #given(key: string, fallback: unknown, expected: string): unknown {
    const value = this.get(key) ?? (this.get(key) === null ? null : fallback);
    if (value !== undefined) return value;
    throw refusal(this.at(key), "missing", { expected });
  }
}

/** The name in our spelling. */
export function nameAmong<Name extends string>(value: unknown, path: string, codes: Codes<Name>): Name {
  if (typeof value === "string") {
    const folded = fold(value);
    const spelled = fold(Object.hasOwn(SPELLINGS, folded) ? (SPELLINGS[folded] as string) : value);
    const found = namesOf(codes).find((name) => fold(name) === spelled);
    if (found !== undefined) return found;
  }
  const remedy = typeof value === "string" ? meant(value, namesOf(codes)) : undefined;
  throw refusal(path, "unknown name", { expected: oneOf(codes), actual: show(value), remedy });
}

/** The type of a thing written as an object with a `type`, or by its type's name alone where it has no other field to state. */
export function typed<Name extends string>(
  value: unknown,
  path: string,
  codes: Codes<Name>,
): { type: Name; given: object } {
  if (typeof value === "string") {
    const type = nameAmong(value, path, codes);
    return { type, given: { type } };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refusal(path, "not an object", { expected: `an object with a type, ${oneOf(codes)}`, actual: show(value) });
  }
  if (Object.hasOwn(value, "type")) {
    return { type: nameAmong((value as { type: unknown }).type, `${path}.type`, codes), given: value };
  }
  const slip = Object.keys(value).find((key) => nearest(key, ["type"]) !== undefined);
  const remedy = slip === undefined ? undefined : `Is "${slip}" meant to be "type"?`;
  throw refusal(`${path}.type`, "missing", { expected: oneOf(codes), remedy });
}

/** A list of names, none empty, none twice. */
export function uniqueNames(list: readonly unknown[], path: string): string[] {
  const seen = new Map<string, number>();
  if (list.length === 0) throw refusal(path, "no names", { expected: "at least one name", actual: "an empty list" });
  for (const [i, name] of list.entries()) {
    if (typeof name !== "string" || name === "") {
      throw refusal(`${path}[${i}]`, "not a name", { expected: "a string that is not empty", actual: show(name) });
    }
    const first = seen.get(name);
    if (first !== undefined) {
      throw refusal(`${path}[${i}]`, "a name twice", {
        expected: `another name than ${path}[${first}]`,
        actual: show(name),
      });
    }
    seen.set(name, i);
  }
  return [...seen.keys()];
}

export function refusal(where: string, what: string, details: Omit<ErrorDetails, "where"> = {}): MillraceError {
  return new MillraceError("E_SPEC", what, { where, ...details });
}

function oneOf(codes: Codes<string>): string {
  return `one of ${namesOf(codes).join(", ")}`;
}
