/**
 * sfc32 (Doty-Humphrey), seeded by splitmix32. Its four words lie in the model's state,
 * so a model that is saved and loaded goes on with the same draws.
 */
import { log } from "./math";

/** a, b, c from splitmix32(seed), counter 1, then 12 draws dropped: similar seeds start far apart. */
export function seed(generator: usize, value: u32): void {
  for (let i: usize = 0; i < 12; i += 4) {
    value += 0x9e3779b9;
    let t: u32 = value ^ (value >>> 16);
    t *= 0x21f0aaad;
    t ^= t >>> 15;
    t *= 0x735a2d97;
    t ^= t >>> 15;
    store<u32>(generator + i, t);
  }
  store<u32>(generator, 1, 12);
  for (let i = 0; i < 12; i++) next(generator);
}

/** 32 random bits. */
export function next(generator: usize): u32 {
  const a = load<u32>(generator);
  const b = load<u32>(generator, 4);
  const c = load<u32>(generator, 8);
  const counter = load<u32>(generator, 12);
  const t = a + b + counter;
  store<u32>(generator, b ^ (b >>> 9));
  store<u32>(generator, c + (c << 3), 4);
  store<u32>(generator, rotl<u32>(c, 21) + t, 8);
  store<u32>(generator, counter + 1, 12);
  return t;
}

/** Uniform in [0, 1): 24 bits. */
export function uniform(generator: usize): f32 {
  // A signed conversion of 24 bits: MVP has both, the signed one is cheaper on microcontrollers.
  return <f32>(<i32>(next(generator) >>> 8)) * 5.9604644775390625e-8;
}

/** Standard normal, Marsaglia's polar method; the second of the pair is dropped, so no draw hides outside the state. */
export function normal(generator: usize): f32 {
  while (true) {
    const v: f32 = 2.0 * uniform(generator) - 1.0;
    const w: f32 = 2.0 * uniform(generator) - 1.0;
    const s: f32 = v * v + w * w;
    if (s > 0 && s < 1.0) return v * sqrt<f32>((-2.0 * log(s)) / s);
  }
}
