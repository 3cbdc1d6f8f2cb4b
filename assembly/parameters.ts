/** The tensors of a model by number: members in order, layers in order, then the target scaler. */
import {
  BATCH_NORM, DENSE, E_KEY, LAYER_OF_TARGETS, MEMBER_BYTES, NAME_BIAS, NAME_MEAN, NAME_SCALE, NAME_SHIFT, NAME_VARIANCE,
  NAME_WEIGHT, NAME_WEIGHT_SUM, PARAMETER_COLUMNS, PARAMETER_LAYER, PARAMETER_MEMBER, PARAMETER_NAME, PARAMETER_POINTER,
  PARAMETER_RANK, PARAMETER_ROWS, PARAMETER_TRAINABLE, STANDARDIZE,
} from "../src/abi";
import { index, kind, learns, member, n, parameters, targetScaler, toFirstLayer, toNextLayer, units } from "./cursor";
import { fail } from "./errors";
import { membersAt, missing, outputs } from "./image";
import { FOUND } from "./memory";
import { hasBias } from "./tensors";

// FOUND holds an i32 a field of src/abi.ts.
let left: i32 = 0;
/** Where the next tensor lies. */
let next: usize = 0;

/** One field of tensor i, or E_KEY behind the last one. */
export function parameterField(i: i32, field: i32): i32 {
  if (i < 0 || field < 0 || field > PARAMETER_TRAINABLE) return fail(E_KEY, field, PARAMETER_TRAINABLE, i);
  left = i;
  toFirstLayer();
  do {
    if (!isAmong()) continue;
    found(PARAMETER_MEMBER, <i32>(member - membersAt()) / MEMBER_BYTES);
    found(PARAMETER_LAYER, index);
    // Weights and biases, scales and shifts.
    found(PARAMETER_TRAINABLE, load<i32>(FOUND, PARAMETER_NAME << 2) <= NAME_SHIFT && learns() ? 1 : 0);
    return load<i32>(FOUND + (<usize>field << 2));
  } while (toNextLayer());
  next = targetScaler;
  if (!next || !isInScaler(outputs, false)) return fail(E_KEY, i, 0, i);
  found(PARAMETER_MEMBER, 0);
  found(PARAMETER_LAYER, LAYER_OF_TARGETS);
  found(PARAMETER_TRAINABLE, 0);
  return load<i32>(FOUND + (<usize>field << 2));
}

// --- Counting `left` down over the tensors of the layer at hand ---

function isAmong(): bool {
  next = parameters();
  if (kind == STANDARDIZE) return isInScaler(n, missing);
  if (kind == DENSE) return tensor(NAME_WEIGHT, units, n) || (hasBias() && tensor(NAME_BIAS, units, 1));
  return (
    kind == BATCH_NORM &&
    (tensor(NAME_SCALE, n, 1) || tensor(NAME_SHIFT, n, 1) || tensor(NAME_MEAN, n, 1) || tensor(NAME_VARIANCE, n, 1))
  );
}

function isInScaler(count: i32, own: bool): bool {
  const weights = own ? count : 1;
  if (tensor(NAME_WEIGHT_SUM, weights, 1)) return true;
  // Counts are no float32.
  next += <usize>weights << 2;
  return tensor(NAME_MEAN, count, 1) || tensor(NAME_VARIANCE, count, 1);
}

function tensor(name: i32, rows: i32, columns: i32): bool {
  found(PARAMETER_NAME, name);
  found(PARAMETER_RANK, name == NAME_WEIGHT ? 2 : 1);
  found(PARAMETER_ROWS, rows);
  found(PARAMETER_COLUMNS, columns);
  found(PARAMETER_POINTER, <i32>next);
  next += (<usize>rows * <usize>columns) << 2;
  return left-- == 0;
}

function found(field: usize, value: i32): void {
  store<i32>(FOUND + (field << 2), value);
}
