import { isUtf8 } from "node:buffer";
import type { Rejection } from "../config/types.ts";
import { rejection } from "./codec.ts";

/** The text of a payload; invalid UTF-8 is refused, not mended. */
export function textOf(payload: Uint8Array): string | Rejection {
  if (!isUtf8(payload)) return rejection("notUtf8", "the message is not UTF-8");
  const start = payload[0] === 0xef && payload[1] === 0xbb && payload[2] === 0xbf ? 3 : 0;
  return Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString("utf8", start);
}
