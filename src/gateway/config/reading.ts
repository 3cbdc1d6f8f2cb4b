import { CODECS, type Codec, type CodecOptions } from "../codecs.ts";
import type { CodecOption } from "./options.ts";
import type { Problems } from "./problems.ts";

/** A codec with its options. */
export interface Reading {
  readonly codec: Codec;
  readonly options: CodecOptions;
}

/** The codec that is written, with the options it takes and needs. */
export function readCodec(
  written: CodecOption,
  fields: readonly string[] | number | undefined,
  problems: Problems,
): Reading | undefined {
  const given = typeof written === "string" ? { type: written } : written;
  const codec = CODECS[given.type];
  const names = typeof fields === "number" ? Array.from({ length: fields }, (_, i) => String(i)) : fields;
  const { type: _, ...settings } = given;
  const options: CodecOptions = { ...settings, ...(names && { fields: names }) };
  const before = problems.list.length;
  for (const key of Object.keys(settings) as (keyof CodecOptions)[]) {
    if (codec.options.includes(key)) continue;
    problems.at("codec", key).add(`${codec.name} has no such option`, { isKey: true });
  }
  for (const key of codec.required) {
    if (options[key] === undefined) {
      problems.at(key).add("missing", { expected: `the names of the values, which ${codec.name} does not carry` });
    }
  }
  if (names !== undefined && new Set(names).size < names.length) {
    const twice = names.find((name, i) => names.indexOf(name) < i);
    problems.at("fields").add("a name twice", { actual: JSON.stringify(twice) });
  }
  return problems.list.length === before ? { codec, options } : undefined;
}

/** Whether the codec can find the field in its messages; noted where it cannot. */
export function canRead({ codec, options }: Reading, path: string, problems: Problems): boolean {
  return problems.try(() => codec.reader([path], options)) !== undefined;
}

/** Whether the codec can find the field, without a word. */
export function couldRead({ codec, options }: Reading, path: string): boolean {
  try {
    codec.reader([path], options);
    return true;
  } catch {
    return false;
  }
}
