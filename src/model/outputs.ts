import { MillraceError, show } from "../errors.ts";
import { typedLength } from "./inputs.ts";

/**
 * Refuses what outputs cannot be written to as they are: another length, whole numbers, big integers, text.
 * @throws MillraceError `E_SHAPE`
 */
export function checkOut(out: unknown, length: number): void {
  const isTyped = ArrayBuffer.isView(out) && (out instanceof Float32Array || out instanceof Float64Array);
  if ((isTyped ? typedLength(out) : Array.isArray(out) ? out.length : -1) === length) return;
  throw new MillraceError("E_SHAPE", "the outputs do not fit", {
    where: "out",
    expected: `a Float32Array, a Float64Array or an array of ${length}`,
    actual: show(out),
  });
}

/** Copies the outputs to what `checkOut` let pass. @throws MillraceError `E_VALUE` where it is frozen */
export function copyOut<Out extends Float32Array | Float64Array | number[]>(outputs: Float32Array, out: Out): Out {
  try {
    for (let i = 0; i < outputs.length; i++) out[i] = outputs[i] as number;
    return out;
  } catch (cause) {
    throw new MillraceError("E_VALUE", "the outputs cannot be written", {
      where: "out",
      expected: "an array that can be changed",
      actual: show(out),
      cause,
    });
  }
}
