/** The tensors of a model by number: members in order, layers in order, then the target scaler. */
import {
  BATCH_NORM, DENSE, E_KEY, FLAG_MISSING, HEADER_FLAGS, HEADER_LAYERS, HEADER_OUTPUTS, LAYER_BYTES, LAYER_KIND,
  LAYER_OF_TARGETS, LAYER_PARAMETERS, LAYER_UNITS, NAME_BIAS, NAME_MEAN, NAME_SCALE, NAME_SHIFT, NAME_VARIANCE,
  NAME_WEIGHT, NAME_WEIGHT_SUM, PARAMETER_COLUMNS, PARAMETER_LAYER, PARAMETER_MEMBER, PARAMETER_NAME,
  PARAMETER_POINTER, PARAMETER_RANK, PARAMETER_ROWS, PARAMETER_TRAINABLE, STANDARDIZE,
} from "../src/abi";
import { fail } from "./errors";
import { layersOf, targetScalerOf, trainableOf, widthBelow } from "./image";
import { hasBias } from "./layers/dense";
import { statistics } from "./layers/standardize";

// The tensor found last.
let left: i32 = 0;
let name: i32 = 0;
let rank: i32 = 0;
let rows: i32 = 0;
let columns: i32 = 0;
let pointer: usize = 0;

/** One field of tensor i, or E_KEY behind the last one. */
export function parameterField(image: usize, i: i32, field: i32): i32 {
  if (i < 0 || field < PARAMETER_MEMBER || field > PARAMETER_TRAINABLE) return fail(E_KEY, field, PARAMETER_TRAINABLE, i);
  left = i;
  const layerCount = <i32>load<u16>(image, HEADER_LAYERS);
  let l = 0;
  while (l < layerCount && !find(image, l)) l++;
  let trainable = false;
  if (l < layerCount) {
    trainable = load<u32>(trainableOf(image) + (<usize>l << 2)) != 0 && name <= NAME_SHIFT;
  } else {
    const scaler = targetScalerOf(image);
    if (!scaler || !scalerTensor(scaler, load<u32>(image, HEADER_OUTPUTS), false)) return fail(E_KEY, i, 0, i);
    l = LAYER_OF_TARGETS;
  }
  if (field == PARAMETER_LAYER) return l;
  if (field == PARAMETER_NAME) return name;
  if (field == PARAMETER_RANK) return rank;
  if (field == PARAMETER_ROWS) return rows;
  if (field == PARAMETER_COLUMNS) return columns;
  if (field == PARAMETER_POINTER) return <i32>pointer;
  return field == PARAMETER_TRAINABLE ? <i32>trainable : 0;
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
    vector(NAME_WEIGHT_SUM, scaler, own ? n : 1) || vector(NAME_MEAN, means, n) || vector(NAME_VARIANCE, means + (<usize>n << 2), n)
  );
}

function vector(tensor: i32, address: usize, n: i32): bool {
  return matrix(tensor, address, n, 1);
}

function matrix(tensor: i32, address: usize, units: i32, n: i32): bool {
  name = tensor;
  rank = tensor == NAME_WEIGHT ? 2 : 1;
  rows = units;
  columns = n;
  pointer = address;
  return left-- == 0;
}
