/** `inspect` and `selftest`: what there is to know of a model without its names. */
import {
  ACTIVATION, BATCH_NORM, DENSE, DROPOUT, HEADER_LAYERS, LAYER_OF_TARGETS, MEMBER_STATE_SKIPPED, MEMBER_STATE_UPDATES,
  PARAMETER_COLUMNS, PARAMETER_LAYER, PARAMETER_ROWS, STANDARDIZE, STATE_LEARNT, STATE_PENDING,
} from "../../src/abi";
import { control, kind, toLayer, units } from "../cursor";
import { checksumOfState, image, inputs, memberStatesAt, outputs, stateAt, stateEnd } from "../image";
import { CONTROL_BLOCK_BYTES } from "../memory";
import { parameterField } from "../parameters";
import { trainBuiltIn } from "../selftest";
import { printWhole } from "./print";
import { advance, putByte, putText, room } from "./streams";

/** One line a fact: its name, a blank, its value. */
export function inspectModel(): void {
  const state = stateAt();
  const members = memberStatesAt();
  fact("inputs ", inputs);
  fact("outputs ", outputs);
  const layers = <i32>load<u16>(image, HEADER_LAYERS);
  fact("layers ", layers);
  for (let l = 0; l < layers; l++) layer(l);
  fact("parameters ", parameters());
  fact("memory ", load<u32>(control, CONTROL_BLOCK_BYTES));
  fact("state ", stateEnd() - state);
  fact("learnt ", load<u64>(state, STATE_LEARNT));
  fact("updates ", load<u64>(members, MEMBER_STATE_UPDATES));
  fact("skipped ", load<u64>(members, MEMBER_STATE_SKIPPED));
  fact("waiting ", load<u32>(state, STATE_PENDING));
  putText("checksum ");
  putHexadecimal(checksumOfState());
}

/** The checksum of the self test, as every other build computes it. */
export function printSelftest(): void {
  putText("selftest ");
  putHexadecimal(trainBuiltIn());
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
  toLayer(l);
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
  advance(printWhole(room(24), units));
  putByte(10);
}

/** What the layers multiply with and add, batch norm's statistics among them; scalers are no part of it. */
function parameters(): u64 {
  let sum: u64 = 0;
  for (let i = 0; parameterField(i, PARAMETER_ROWS) >= 0; i++) {
    // The walk stands at the layer whose tensor this is.
    if (parameterField(i, PARAMETER_LAYER) == LAYER_OF_TARGETS || kind == STANDARDIZE) continue;
    sum += <u64>parameterField(i, PARAMETER_ROWS) * parameterField(i, PARAMETER_COLUMNS);
  }
  return sum;
}
