import { type Codec, type Reader, rejection } from "./codec.ts";
import { positionsOf } from "./positions.ts";

/** Four bytes a value, IEEE 754, nothing else. NaN is missing. */
export const float32: Codec = {
  name: "float32",
  options: ["fields", "byteOrder"],
  required: ["fields"],

  reader(paths, { fields = [], byteOrder = "little" }): Reader {
    const positions = positionsOf(paths, fields);
    const isLittle = byteOrder === "little";
    return {
      isTextual: false,
      read(payload, cells) {
        if (payload.byteLength !== 4 * fields.length) {
          return rejection("wrongLength", `${payload.byteLength} bytes instead of ${4 * fields.length}`);
        }
        const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
        for (let i = 0; i < positions.length; i++) {
          const value = view.getFloat32(4 * (positions[i] as number), isLittle);
          cells[i] = Number.isNaN(value) ? undefined : value;
        }
        return undefined;
      },
    };
  },

  write(values, { fields = [], byteOrder = "little" }): Uint8Array {
    const bytes = new Uint8Array(4 * fields.length);
    const view = new DataView(bytes.buffer);
    for (const [i, name] of fields.entries()) {
      view.setFloat32(4 * i, Number(values.get(name) ?? values.get("") ?? 0), byteOrder === "little");
    }
    return bytes;
  },
};
