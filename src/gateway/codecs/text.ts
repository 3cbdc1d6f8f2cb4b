import { isUtf8 } from "node:buffer";
import type { Rejection } from "../config/types.ts";
import { rejection } from "./codec.ts";

/** The text of a payload; invalid UTF-8 is refused, not mended. */
export function textOf(payload: Uint8Array): string | Rejection {
  const start = payload[0] === 0xef && payload[1] === 0xbb && payload[2] === 0xbf ? 3 : 0;
  const bytes = Buffer.isBuffer(payload)
    ? payload
    : Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const text = bytes.toString("utf8", start);
  // What stands for bytes that are no letters may also have been written: rare enough to look twice.
  if (text.includes("\ufffd") && !isUtf8(payload)) return rejection("notUtf8", "the message is not UTF-8");
  return text;
}
