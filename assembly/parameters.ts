/** The tensors of a model by number: members in order, layers in order, then the target scaler. */
import {
  BATCH_NORM, DENSE, E_KEY, FLAG_MISSING, HEADER_FLAGS, HEADER_LAYERS, HEADER_OUTPUTS, LAYER_BYTES, LAYER_KIND,
  LAYER_OF_TARGETS, LAYER_PARAMETERS, LAYER_UNITS, MEMBER_BYTES, MEMBER_LAYERS, NAME_BIAS, NAME_MEAN, NAME_SCALE,
  NAME_SHIFT, NAME_VARIANCE, NAME_WEIGHT, NAME_WEIGHT_SUM, PARAMETER_COLUMNS, PARAMETER_LAYER, PARAMETER_MEMBER,
  PARAMETER_NAME, PARAMETER_POINTER, PARAMETER_RANK, PARAMETER_ROWS, PARAMETER_TRAINABLE, STANDARDIZE,
} from "../src/abi";
import { fail } from "./errors";
import { layersOf, membersOf, targetScalerOf, trainableOf, widthBelow } from "./image";
import { hasBias } from "./layers/dense";
import { statistics } from "./layers/standardize";
import { FOUND } from "./memory";

// FOUND holds an i32 a field of src/abi.ts.
let left: i32 = 0;

/** One field of tensor i, or E_KEY behind the last one. */
export function parameterField(image: usize, i: i32, field: i32): i32 {
  if (i < 0 || field < 0 || field > PARAMETER_TRAINABLE) return fail(E_KEY, field, PARAMETER_TRAINABLE, i);
  left = i;
  const layerCount = <i32>load<u16>(image, HEADER_LAYERS);
  let l = 0;
  while (l < layerCount && !find(image, l)) l++;
  if (l < layerCount) {
    const learns = load<i32>(trainableOf(image) + (<usize>l << 2));
    store<i32>(FOUND, load<i32>(FOUND, PARAMETER_NAME << 2) <= NAME_SHIFT ? learns : 0, PARAMETER_TRAINABLE << 2);
  } else {
    const scaler = targetScalerOf(image);
    if (!scaler || !scalerTensor(scaler, load<u32>(image, HEADER_OUTPUTS), false)) return fail(E_KEY, i, 0, i);
    l = LAYER_OF_TARGETS;
    store<i32>(FOUND, 0, PARAMETER_TRAINABLE << 2);
  }
  let m = 0;
  for (let first = membersOf(image); l != LAYER_OF_TARGETS && l >= <i32>load<u16>(first, MEMBER_LAYERS); m++) {
    l -= load<u16>(first, MEMBER_LAYERS);
    first += MEMBER_BYTES;
  }
  store<i32>(FOUND, m, PARAMETER_MEMBER << 2);
  store<i32>(FOUND, l, PARAMETER_LAYER << 2);
  return load<i32>(FOUND + (<usize>field << 2));
}

// --- Counting `left` down over the tensors of one layer ---

function find(image: usize, l: i32): bool {
  const layer = layersOf(image) + <usize>l * LAYER_BYTES;
  const kind = load<u8>(layer, LAYER_KIND);
  const units = load<u32>(layer, LAYER_UNITS);
  const at = image + load<u32>(layer, LAYER_PARAMETERS);
  const bytes = <usize>units << 2;
  if (kind == STANDARDIZE) return scalerTensor(at, units, (load<u32>(image, HEADER_FLAGS) & FLAG_MISSING) != 0);
  if (kind == DENSE) {
    const n = <i32>widthBelow(image, l);
    if (matrix(NAME_WEIGHT, at, units, n)) return true;
    return hasBias(layer) && vector(NAME_BIAS, at + bytes * n, units);
  }
  return (
    kind == BATCH_NORM &&
    (vector(NAME_SCALE, at, units) || vector(NAME_SHIFT, at + bytes, units) ||
      vector(NAME_MEAN, at + bytes * 2, units) || vector(NAME_VARIANCE, at + bytes * 3, units))
  );
}

function scalerTensor(scaler: usize, n: i32, own: bool): bool {
  const means = scaler + statistics(n, own);
  return (
    vector(NAME_WEIGHT_SUM, scaler, own ? n : 1) || vector(NAME_MEAN, means, n) ||
    vector(NAME_VARIANCE, means + (<usize>n << 2), n)
  );
}

function vector(tensor: i32, address: usize, n: i32): bool {
  return matrix(tensor, address, n, 1);
}

function matrix(tensor: i32, address: usize, units: i32, n: i32): bool {
  store<i32>(FOUND, tensor, PARAMETER_NAME << 2);
  store<i32>(FOUND, tensor == NAME_WEIGHT ? 2 : 1, PARAMETER_RANK << 2);
  store<i32>(FOUND, units, PARAMETER_ROWS << 2);
  store<i32>(FOUND, n, PARAMETER_COLUMNS << 2);
  store<usize>(FOUND, address, PARAMETER_POINTER << 2);
  return left-- == 0;
}
