/** The reaction `resetHead`: what the last layers learnt is forgotten, what lies below them is kept. */
import { DENSE, MEMBER_AVERAGES, MEMBER_OPTIMIZER } from "../../src/abi";
import {
  down, index, kind, member, parameters, slots, toFirstMember, toLast, toNextMember, useAverage,
} from "../cursor";
import { drawDense } from "../draw";
import { copyWords, zeroWords } from "../kernels";
import { slotCount } from "../optimizers";
import { tensorBytes } from "../tensors";

/** Draws the last dense layer of every member again; its slots become 0, its average the new weights. */
export function resetHeads(): void {
  toFirstMember();
  do {
    toLastDense();
    if (kind != DENSE) continue;
    const weight = parameters();
    const bytes = <usize>tensorBytes(true);
    drawDense();
    zeroWords(slots(), bytes * slotCount(load<u8>(member, MEMBER_OPTIMIZER)));
    if (!load<u32>(member, MEMBER_AVERAGES)) continue;
    useAverage(true);
    toLastDense();
    copyWords(parameters(), weight, bytes);
    useAverage(false);
  } while (toNextMember());
  toFirstMember();
}

/** To the last layer, or one below it where that only activates. */
function toLastDense(): void {
  toLast();
  while (kind != DENSE && index > 0) down();
}
