import type { Codec } from "./codecs/codec.ts";
import { csv } from "./codecs/csv.ts";
import { float32 } from "./codecs/float32.ts";
import { json } from "./codecs/json.ts";

export type { Cell, Codec, CodecOptions, Reader } from "./codecs/codec.ts";

/** All there are, by name. A new one is a file and a line here. */
export const CODECS: Readonly<Record<"json" | "csv" | "float32", Codec>> = { json, csv, float32 };

export type CodecName = keyof typeof CODECS;
