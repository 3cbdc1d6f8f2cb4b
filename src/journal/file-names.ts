import { createHash } from "node:crypto";

const PLAIN = /^[a-z0-9_-]{1,100}$/;
// Devices on one system: no file can be called so there.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The name of a key's file: the key itself where it is at most 100 bytes of `[a-z0-9_-]`, else `h~` and the first 32
 * hexadecimal digits of its SHA-256. Two keys that differ only in case never meet, whatever the file system.
 */
export function fileNameOf(key: string): string {
  if (PLAIN.test(key) && !RESERVED.test(key)) return key;
  return `h~${createHash("sha256").update(key, "utf8").digest("hex").slice(0, 32)}`;
}
