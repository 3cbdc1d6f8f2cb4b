import { MillraceError } from "../../errors.ts";
import { counted } from "../../text.ts";

/** A place in a configuration: names of keys and positions of lists, from the top. */
export type Place = readonly (string | number)[];

/** One mistake. */
export interface Problem {
  readonly place: Place;
  readonly what: string;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly remedy?: string | undefined;
  /** The key itself is meant, not its value. */
  readonly isKey?: boolean;
}

export interface Position {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** A mistake with the line it is on, where the configuration is a text. */
export type LocatedProblem = Problem & { readonly path: string; readonly position: Position | undefined };

/** Every mistake of a configuration at once. Code `E_CONFIG`. */
export class ConfigurationError extends MillraceError {
  readonly problems: readonly LocatedProblem[];

  constructor(problems: readonly LocatedProblem[], file: string | undefined) {
    const sorted = [...problems].sort((a, b) => order(a.position, b.position));
    const lines = sorted.slice(0, SHOWN).map((problem) => lineOf(problem, sorted.length > 1 ? undefined : file));
    if (sorted.length > SHOWN) lines.push(`and ${sorted.length - SHOWN} more`);
    const head =
      sorted.length === 1 ? "" : `${file === undefined ? "" : `${file}: `}${counted(sorted.length, "mistake")}\n  `;
    super("E_CONFIG", head + lines.join("\n  "));
    this.problems = sorted;
  }
}

/** `streams.climate.features[2].lag` */
export function pathOf(place: Place): string {
  return place
    .map((step, i) => {
      if (typeof step === "number") return `[${step}]`;
      const text = step.length > 60 ? `${step.slice(0, 57)}...` : step;
      if (!/^[^\s.[\]"]+$/.test(text)) return `[${JSON.stringify(text)}]`;
      return i === 0 ? text : `.${text}`;
    })
    .join("");
}

/** The place that a path of a model's spec names: `layers[0].units`. */
export function placeOf(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** A refusal of one of our own parts as a mistake of the configuration. @throws anything that is none */
export function problemOf(error: unknown, place: Place): Problem {
  if (!(error instanceof MillraceError)) throw error;
  const { where, message, code } = error;
  const isSpec = code === "E_SPEC" && where !== undefined && where !== "spec";
  const what = isSpec && message.startsWith(`${where}: `) ? message.slice(where.length + 2) : message;
  return { place: isSpec ? [...place, ...placeOf(where)] : place, what };
}

/** Mistakes of one place, gathered. */
export class Problems {
  readonly list: Problem[];
  readonly place: Place;

  constructor(place: Place = [], list: Problem[] = []) {
    this.place = place;
    this.list = list;
  }

  /** The same list, further in. */
  at(...steps: Place): Problems {
    return new Problems([...this.place, ...steps], this.list);
  }

  add(what: string, details: Omit<Problem, "place" | "what"> = {}): void {
    this.list.push({ place: this.place, what, ...details });
  }

  /** What the work gives, or undefined where it is refused, which is noted. */
  try<Result>(work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.list.push(problemOf(error, this.place));
      return undefined;
    }
  }
}

// ---

const SHOWN = 20;

function lineOf({ path, position, what, expected, actual, remedy }: LocatedProblem, file: string | undefined): string {
  const at = position === undefined ? "" : `${position.line}:${position.column}`;
  const where = [file, at].filter(Boolean).join(":");
  let text = [where, path, what].filter(Boolean).join(": ");
  if (expected !== undefined) text += `; expected ${expected}`;
  if (actual !== undefined) text += `${expected === undefined ? ";" : ","} got ${actual}`;
  return remedy === undefined ? text : `${text}. ${remedy}`;
}

function order(a: Position | undefined, b: Position | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
