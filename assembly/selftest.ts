/**
 * The built-in check: sixteen small models learn a drawn stream, one after another at `arena()`, and their states and
 * answers are hashed. What they are: selftest-models.ts. Open models are not touched.
 */
import { CROSS_ENTROPY, FLAG_ANOMALY, FLAG_MISSING } from "../src/abi";
import { fillDerived } from "./check/fields";
import { check } from "./check/image";
import { answer, control, enter } from "./cursor";
import { succeed } from "./errors";
import { HASH_START, hashBytes } from "./hash";
import { flags, loss, stateAt, stateEnd } from "./image";
import { put } from "./kernels";
import { settle, vacate } from "./life";
import { MIN_NORMAL } from "./math";
import { arena, CONTROL_INPUT, CONTROL_SCORE, CONTROL_TARGET, reserve } from "./memory";
import { learnClass, learnTarget, predictSample, scoreSample } from "./model";
import { next, seed, uniform } from "./random";
import { FIRST_STREAM, INPUTS, MODELS, OUTPUTS, writeModel } from "./selftest-models";

const ARENA_BYTES: usize = 16384;
const SAMPLES = 48;

/** The checksum, or 0 with E_MEMORY set. */
export function trainBuiltIn(): u32 {
  if (!reserve(ARENA_BYTES)) return 0;
  succeed();
  // Behind everything that the networks take: the generator of the stream.
  const generator = arena() + ARENA_BYTES - 16;
  seed(generator, 1);
  let hash = denormals(HASH_START, generator);
  for (let v = 0; v < MODELS; v++) {
    const bytes = writeModel(arena(), v);
    fillDerived(true);
    const refused = check(arena(), bytes, false);
    fillDerived(false);
    if (refused) return 0;
    const settled = settle();
    if (!settled) return 0;
    enter(settled);
    hash = train(hash, generator, v >= FIRST_STREAM);
    vacate(settled);
  }
  return hash;
}

/** A runtime that flushes subnormal numbers ends with another hash. Drawn factors, so that nothing folds them. */
function denormals(hash: u32, scratch: usize): u32 {
  const small: f32 = MIN_NORMAL * uniform(scratch);
  return (hash ^ reinterpret<u32>(small)) * reinterpret<u32>(small * (16777216.0 + uniform(scratch)));
}

/** The model at hand learns the stream. In a stream that `drifts` classes change places half way. */
function train(hash: u32, generator: usize, drifts: bool): u32 {
  const input = load<usize>(control, CONTROL_INPUT);
  const target = load<usize>(control, CONTROL_TARGET);
  for (let s = 0; s < SAMPLES; s++) {
    for (let i = 0; i < INPUTS; i++) {
      const value = uniform(generator);
      put(input, i, flags & FLAG_MISSING && value < 0.1 ? NaN : 8.0 * value - 4.0);
    }
    if (flags & FLAG_ANOMALY) hash = hashBytes(hash ^ scoreSample(), control + CONTROL_SCORE, 4);
    else predictSample();
    hash = hashBytes(hash, answer, OUTPUTS << 2);
    for (let i = 0; i < OUTPUTS; i++) put(target, i, uniform(generator));
    if (loss != CROSS_ENTROPY) learnTarget();
    else if (drifts) learnClass(s < SAMPLES / 2 ? 0 : 1);
    else learnClass(<i32>(next(generator) >>> 8) % OUTPUTS);
  }
  return hashBytes(hash, stateAt(), stateEnd() - stateAt());
}
