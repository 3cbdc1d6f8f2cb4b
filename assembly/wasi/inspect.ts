/** `inspect` and `selftest`: what there is to know of a model without its names. */
import {
  ACTIVATION, BATCH_NORM, DENSE, DROPOUT, HEADER_INPUTS, HEADER_LAYERS, HEADER_OUTPUTS, HEADER_STATE_BYTES,
  LAYER_BYTES, LAYER_KIND, LAYER_OF_TARGETS, LAYER_UNITS, MEMBER_STATE_SKIPPED, MEMBER_STATE_UPDATES, PARAMETER_COLUMNS,
  PARAMETER_LAYER, PARAMETER_ROWS, STANDARDIZE, STATE_LEARNT, STATE_PENDING,
} from "../../src/abi";
import { HASH_START, hashBytes } from "../hash";
import { layersOf, memberStatesOf, stateOf } from "../image";
import { CONTROL_BLOCK_BYTES } from "../memory";
import { parameterField } from "../parameters";
import { trainBuiltIn } from "../selftest";
import { control, image } from "./model-file";
import { printWhole } from "./print";
import { advance, putByte, putText, room } from "./streams";

/** One line a fact: its name, a blank, its value. */
export function inspectModel(): void {
  const state = stateOf(image);
  const members = memberStatesOf(image);
  fact("inputs ", load<u32>(image, HEADER_INPUTS));
  fact("outputs ", load<u32>(image, HEADER_OUTPUTS));
  const layers = <i32>load<u16>(image, HEADER_LAYERS);
  fact("layers ", layers);
  for (let l = 0; l < layers; l++) layer(l);
  fact("parameters ", parameters());
  fact("memory ", load<u32>(control, CONTROL_BLOCK_BYTES));
  fact("state ", load<u32>(image, HEADER_STATE_BYTES));
  fact("learnt ", load<u64>(state, STATE_LEARNT));
  fact("updates ", load<u64>(members, MEMBER_STATE_UPDATES));
  fact("skipped ", load<u64>(members, MEMBER_STATE_SKIPPED));
  fact("waiting ", load<u32>(state, STATE_PENDING));
  putText("checksum ");
  putHexadecimal(checksumOf(image));
}

/** The checksum of the self test, as every other build computes it. */
export function printSelftest(): void {
  putText("selftest ");
  putHexadecimal(trainBuiltIn());
}

/** FNV-1a of the state. */
export function checksumOf(model: usize): u32 {
  return hashBytes(HASH_START, stateOf(model), load<u32>(model, HEADER_STATE_BYTES));
}

/** Eight digits and a newline. */
export function putHexadecimal(value: u32): void {
  for (let shift = 28; shift >= 0; shift -= 4) {
    const digit = (value >>> shift) & 15;
    putByte(digit < 10 ? 48 + digit : 87 + digit);
  }
  putByte(10);
}

function fact(name: string, value: u64): void {
  putText(name);
  advance(printWhole(room(24), value));
  putByte(10);
}

function layer(l: i32): void {
  const record = layersOf(image) + <usize>l * LAYER_BYTES;
  const kind = kindOf(l);
  putText("layer ");
  advance(printWhole(room(24), l));
  putText(
    kind == DENSE ? " dense "
    : kind == DROPOUT ? " dropout "
    : kind == BATCH_NORM ? " batchNorm "
    : kind == STANDARDIZE ? " standardize "
    : kind == ACTIVATION ? " activation "
    : " ",
  );
  advance(printWhole(room(24), load<u32>(record, LAYER_UNITS)));
  putByte(10);
}

/** What the layers multiply with and add, batch norm's statistics among them; scalers are no part of it. */
function parameters(): u64 {
  let sum: u64 = 0;
  for (let i = 0; parameterField(image, i, PARAMETER_ROWS) >= 0; i++) {
    const l = parameterField(image, i, PARAMETER_LAYER);
    if (l == LAYER_OF_TARGETS || kindOf(l) == STANDARDIZE) continue;
    sum += <u64>parameterField(image, i, PARAMETER_ROWS) * parameterField(image, i, PARAMETER_COLUMNS);
  }
  return sum;
}

function kindOf(l: i32): u8 {
  return load<u8>(layersOf(image) + <usize>l * LAYER_BYTES, LAYER_KIND);
}
