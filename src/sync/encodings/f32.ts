import { MillraceError } from "../../errors.ts";
import { PayloadReader, PayloadWriter } from "../bytes.ts";
import type { Encoding } from "../encodings.ts";

/** Each value in four bytes, little-endian: nothing is left out. */
export const f32: Encoding = {
  name: "f32",
  bytesOf: (count) => 4 * count,
  encode(space, values) {
    refuseIllegal(space.firstIllegal(values));
    return {
      bytes: new PayloadWriter(4 * values.length).floats(values).bytes,
      sent: Float32Array.from(values),
      remainder: new Float32Array(values.length),
    };
  },
  decode(space, bytes, count, into) {
    if (bytes.length !== 4 * count) {
      throw new MillraceError("E_SHAPE", "not so many weights", { expected: 4 * count, actual: bytes.length });
    }
    if (into && into.length !== count) {
      throw new MillraceError("E_SHAPE", "no room of the right size", { expected: count, actual: into.length });
    }
    const values = new PayloadReader(bytes, "weights").floats(count, into);
    refuseIllegal(space.firstIllegal(values));
    return values;
  },
};

// ---

function refuseIllegal(index: number): void {
  if (index < 0) return;
  throw new MillraceError("E_VALUE", "a weight is no legal number", {
    where: `value ${index}`,
    expected: "finite and below 1e18 in magnitude",
  });
}
