/** Stable names of everything that can be refused. */
export type ErrorCode =
  | "E_HANDLE"
  | "E_MEMORY"
  | "E_FORMAT"
  | "E_VERSION"
  | "E_CRC"
  | "E_SPEC"
  | "E_SHAPE"
  | "E_VALUE"
  | "E_CLASS"
  | "E_KEY"
  | "E_STATE"
  | "E_CLOSED"
  | "E_FILE"
  | "E_FULL"
  | "E_CONFIG"
  | "E_BROKER"
  | "E_PROCESS"
  | "E_JOURNAL"
  | "E_LOCKED"
  | "E_TRUST"
  | "E_STALE";

export interface ErrorDetails {
  /** The thing refused: a path in the spec, an input, a field of the image, a file. */
  where?: string | undefined;
  expected?: string | number | undefined;
  actual?: string | number | undefined;
  /** What to do instead, as a sentence. */
  remedy?: string | undefined;
  cause?: unknown;
}

/**
 * The one error type of the library. `code` is stable; the message says what is wrong, where, what was expected,
 * what was found, and the way out.
 */
export class MillraceError extends Error {
  override readonly name: string = "MillraceError";
  readonly code: ErrorCode;
  readonly where: string | undefined;
  /** For `E_MEMORY` the bytes needed. */
  readonly expected: string | number | undefined;
  /** For `E_MEMORY` the bytes available. */
  readonly actual: string | number | undefined;

  constructor(code: ErrorCode, what: string, details: ErrorDetails = {}) {
    super(sentence(code, what, details), details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where;
    this.expected = details.expected;
    this.actual = details.actual;
  }
}

/** A value as it is shown in a message: short, and unlike any other type's. */
export function show(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${value.length}`;
  if (ArrayBuffer.isView(value))
    return `a ${value.constructor.name} of ${"length" in value ? value.length : value.byteLength}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
}

function sentence(code: ErrorCode, what: string, { where, expected, actual, remedy }: ErrorDetails): string {
  let text = where === undefined ? what : `${where}: ${what}`;
  if (code === "E_MEMORY" && expected !== undefined) {
    text += `; needed ${expected} bytes`;
    if (actual !== undefined) text += `, available ${actual}`;
  } else {
    if (expected !== undefined) text += `; expected ${expected}`;
    if (actual !== undefined) text += `${expected === undefined ? ";" : ","} got ${actual}`;
  }
  return remedy === undefined ? text : `${text}. ${remedy}`;
}
