/** The mean of all values so far: n u32, mean f32. */

/** Takes a value into the mean; n. */
export function moveMean(state: usize, value: f32): u32 {
  // Past 2^24 samples a float32 mean no longer moves by 1 / n: it goes on as a fading one.
  const n = min<u32>(load<u32>(state) + 1, 1 << 24);
  const mean = load<f32>(state, 4);
  store<u32>(state, n);
  store<f32>(state, mean + (value - mean) / <f32>n, 4);
  return n;
}
