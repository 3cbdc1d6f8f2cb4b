import { MillraceError } from "../../errors.ts";
import type { Encoding } from "../encodings.ts";

const BLOCK = 64;
/** 128 x 2^52 is below 1e18: nothing with a smaller exponent needs a look. */
const LARGEST_SAFE_EXPONENT = 52;

/** Blocks of 64 values with one power of two each: a byte a value and one a block. */
export const int8: Encoding = {
  name: "int8",
  bytesOf: (count) => count + Math.ceil(count / BLOCK),
  encode(space, values) {
    const { bytes, remainder } = space.encodeInt8(values);
    return { bytes, remainder, sent: space.decodeInt8(bytes, values.length) };
  },
  decode(space, bytes, count, into) {
    const values = space.decodeInt8(bytes, count, into);
    const index = mayBeIllegal(bytes) ? space.firstIllegal(values) : -1;
    if (index < 0) return values;
    throw new MillraceError("E_VALUE", "a weight is no legal number", {
      where: `value ${index}`,
      expected: "below 1e18 in magnitude",
    });
  },
};

// ---

function mayBeIllegal(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += BLOCK + 1) {
    const byte = bytes[at] as number;
    if (byte > LARGEST_SAFE_EXPONENT && byte < 128) return true;
  }
  return false;
}
