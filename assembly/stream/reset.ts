/** The reaction `resetHead`: what the last layers learnt is forgotten, what lies below them is kept. */
import {
  DENSE, LAYER_ACTIVATION, LAYER_INITIALIZER, LAYER_PARAMETERS, MEMBER_AVERAGES, MEMBER_OPTIMIZER, STATE_GENERATOR,
} from "../../src/abi";
import {
  image, isLast, kind, layer, member, n, parameters, slots, toFirst, toFirstMember, toNextMember, units, up, useAverage,
} from "../cursor";
import { stateOf } from "../image";
import { initialize } from "../initializers";
import { copyWords, zeroWords } from "../kernels";
import { hasBias } from "../layers/dense";
import { slotCount } from "../optimizers";
import { tensorBytes } from "../tables";

/** Draws the last dense layer of every member again; its slots become 0, its average the new weights. */
export function resetHeads(): void {
  toFirstMember();
  do {
    toLastDense();
    if (kind != DENSE) continue;
    const weight = parameters();
    const bytes = <usize>tensorBytes(layer, n, true);
    initialize(load<u8>(layer, LAYER_INITIALIZER), stateOf(image) + STATE_GENERATOR, weight, n, units, hasBias(layer));
    zeroWords(slots(), bytes * slotCount(load<u8>(member, MEMBER_OPTIMIZER)));
    if (!load<u32>(member, MEMBER_AVERAGES)) continue;
    useAverage(true);
    toLastDense();
    copyWords(parameters(), weight, bytes);
    useAverage(false);
  } while (toNextMember());
  toFirstMember();
}

/** To the last layer, or the one below it where that only activates. */
function toLastDense(): void {
  toFirst();
  let last = 0;
  for (let l = 0; ; l++) {
    if (kind == DENSE) last = l;
    if (isLast()) break;
    up();
  }
  toFirst();
  while (last-- > 0) up();
}
