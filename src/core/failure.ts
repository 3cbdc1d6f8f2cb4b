import * as abi from "../abi.ts";
import { type ErrorCode, MillraceError } from "../errors.ts";
import type { CoreExports } from "./exports.ts";

/** The last failure of a core, as it tells it: raw 32 bits, read as signed, unsigned or f32 by the code. */
export interface Failure {
  code: number;
  where: number;
  expected: number;
  actual: number;
}

export function readFailure(core: CoreExports): Failure {
  return {
    code: core.error(abi.ERROR_CODE) | 0,
    where: core.error(abi.ERROR_WHERE) >>> 0,
    expected: core.error(abi.ERROR_EXPECTED) >>> 0,
    actual: core.error(abi.ERROR_ACTUAL) >>> 0,
  };
}

/** The number whose f32 bits these are. */
export function floatOf(bits: number): number {
  words[0] = bits;
  return floats[0] as number;
}

/**
 * The error for a failure of the core.
 * @param doing what was asked of the core, as "cannot open the model"
 * @param details the place in the caller's terms, and whether expected and actual are f32 bits, where that is known
 */
export function failureError(
  failure: Failure,
  doing: string,
  details: { place?: string | undefined; isFloat?: boolean } = {},
): MillraceError {
  const code = codeName(failure.code);
  const { place = PLACES[code]?.(failure.where), isFloat = code === "E_VALUE" } = details;
  const read = isFloat ? floatOf : (bits: number) => bits;
  const numbers = { expected: read(failure.expected), actual: read(failure.actual) };
  return new MillraceError(code, `${doing}: ${MEANINGS[code]}`, {
    where: place,
    ...(code === "E_HANDLE" || code === "E_STATE" ? {} : numbers),
    remedy: REMEDIES[code],
  });
}

export function codeName(code: number): ErrorCode {
  return CODES[-code] ?? "E_STATE";
}

const words = new Uint32Array(1);
const floats = new Float32Array(words.buffer);

const CODES: readonly (ErrorCode | undefined)[] = [
  undefined,
  "E_HANDLE",
  "E_MEMORY",
  "E_FORMAT",
  "E_VERSION",
  "E_CRC",
  "E_SPEC",
  "E_SHAPE",
  "E_VALUE",
  "E_CLASS",
  "E_KEY",
  "E_STATE",
];

const MEANINGS: Readonly<Record<string, string>> = {
  E_HANDLE: "the handle is closed, stale or not of this core",
  E_MEMORY: "the core's memory is too small",
  E_FORMAT: "this is not a whole .millrace image",
  E_VERSION: "the image is of another version",
  E_CRC: "the image is damaged, its check sum does not fit",
  E_SPEC: "the tables describe no legal model",
  E_SHAPE: "the length does not fit",
  E_VALUE: "the value is not a finite number below the limit",
  E_CLASS: "there is no such class",
  E_KEY: "there is no such key, or not for this layer",
  E_STATE: "the state block does not fit this model",
};

const PLACES: Readonly<Record<string, (place: number) => string>> = {
  E_FORMAT: (place) => `byte ${place} of the image`,
  E_SPEC: (place) => `byte ${place} of the image`,
  E_STATE: (place) => `byte ${place} of the state`,
};

const REMEDIES: Readonly<Record<string, string>> = {
  E_MEMORY: "Give the core more with Core.load({ memoryBytes }), or dispose of models that are no longer used",
  E_VERSION: "Read it with the version of this library that wrote it, or a newer one",
};
