/** The state of a fresh image. */
import {
  BATCH_NORM, CROSS_ENTROPY, DENSE, FLAG_FRESH, HEADER_FLAGS, HEADER_LENGTH, HEADER_SEED, LAYER_FLAG_TRAINABLE,
  LAYER_FLAGS, LAYER_INITIALIZER, MEMBER_AVERAGES, MEMBER_RATE, MEMBER_STATE_FACTOR, MEMBER_STATE_RATE, STATE_GENERATOR,
} from "../src/abi";
import { drawMixture } from "./committee";
import {
  index, kind, layer, member, memberState, n, parameters, toFirstLayer, toNextLayer, trainableWord, units,
} from "./cursor";
import { experts, flags, image, loss, stateAt, stateEnd } from "./image";
import { initialize } from "./initializers";
import { copyWords, put, zeroWords } from "./kernels";
import { seed } from "./random";
import { hasBias, tensorBytes } from "./tensors";

/** Draws the state of the image at hand behind its tables; it is whole then. */
export function draw(): void {
  const end = image + load<u32>(image, HEADER_LENGTH);
  zeroWords(end, stateEnd() - end);
  seed(stateAt() + STATE_GENERATOR, load<u32>(image, HEADER_SEED));
  let average: usize = 0;
  toFirstLayer();
  do {
    if (!index) {
      store<f32>(memberState, load<f32>(member, MEMBER_RATE), MEMBER_STATE_RATE);
      store<f32>(memberState, 1, MEMBER_STATE_FACTOR);
      average = load<u32>(member, MEMBER_AVERAGES);
    }
    if (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_TRAINABLE) store<u32>(trainableWord(), 1);
    if (kind == DENSE) drawDense();
    if (kind == BATCH_NORM) {
      for (let i = 0; i < n; i++) {
        // Scale and variance.
        put(parameters(), i, 1);
        put(parameters(), 3 * n + i, 1);
      }
    }
    if (average) {
      const bytes = <usize>tensorBytes(false);
      copyWords(image + average, parameters(), bytes);
      average += bytes;
    }
  } while (toNextLayer());
  if (experts > 1 && loss == CROSS_ENTROPY) drawMixture();
  store<u32>(image, flags & ~FLAG_FRESH, HEADER_FLAGS);
  store<u32>(image, <u32>(stateEnd() - image), HEADER_LENGTH);
}

/** Draws weights and biases of the dense layer at hand. */
export function drawDense(): void {
  initialize(load<u8>(layer, LAYER_INITIALIZER), stateAt() + STATE_GENERATOR, parameters(), n, units, hasBias());
}
