/**
 * The inner loops over weights: everything that takes time, in one place.
 *
 * Order is part of the format. A dot product puts element i in lane i mod 4 and folds (0+1)+(2+3);
 * an input gradient sums rows in ascending order from +0. The scalar build keeps the same four
 * accumulators; the SIMD build takes four rows at a time, which does not touch the order inside a row.
 *
 * Sums begin at +0, and in round-to-nearest no sum of +0 and anything is -0: so an empty lane may add +0,
 * and a row whose factor is zero may be left out, without changing a bit.
 * Vectors are float32, 4-aligned; n and rows may be any size from 1 on.
 */

/** sum of a[i] b[i]. */
export function dot(a: usize, b: usize, n: i32): f32 {
  if (ASC_FEATURE_SIMD) {
    let sum = f32x4.splat(0);
    const whole = (<usize>n << 2) & ~15;
    for (let i: usize = 0; i < whole; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(b + i)));
    if (n & 3) sum = f32x4.add(sum, f32x4.mul(tail(a + whole, n), tail(b + whole, n)));
    return fold(sum);
  }
  let s0: f32 = 0;
  let s1: f32 = 0;
  let s2: f32 = 0;
  let s3: f32 = 0;
  if (ASC_SHRINK_LEVEL == 0) {
    for (; n > 15; n -= 16, a += 64, b += 64) {
      s0 += load<f32>(a) * load<f32>(b);
      s1 += load<f32>(a, 4) * load<f32>(b, 4);
      s2 += load<f32>(a, 8) * load<f32>(b, 8);
      s3 += load<f32>(a, 12) * load<f32>(b, 12);
      s0 += load<f32>(a, 16) * load<f32>(b, 16);
      s1 += load<f32>(a, 20) * load<f32>(b, 20);
      s2 += load<f32>(a, 24) * load<f32>(b, 24);
      s3 += load<f32>(a, 28) * load<f32>(b, 28);
      s0 += load<f32>(a, 32) * load<f32>(b, 32);
      s1 += load<f32>(a, 36) * load<f32>(b, 36);
      s2 += load<f32>(a, 40) * load<f32>(b, 40);
      s3 += load<f32>(a, 44) * load<f32>(b, 44);
      s0 += load<f32>(a, 48) * load<f32>(b, 48);
      s1 += load<f32>(a, 52) * load<f32>(b, 52);
      s2 += load<f32>(a, 56) * load<f32>(b, 56);
      s3 += load<f32>(a, 60) * load<f32>(b, 60);
    }
  }
  for (; n > 3; n -= 4, a += 16, b += 16) {
    s0 += load<f32>(a) * load<f32>(b);
    s1 += load<f32>(a, 4) * load<f32>(b, 4);
    s2 += load<f32>(a, 8) * load<f32>(b, 8);
    s3 += load<f32>(a, 12) * load<f32>(b, 12);
  }
  if (n) {
    s0 += load<f32>(a) * load<f32>(b);
    if (n > 1) s1 += load<f32>(a, 4) * load<f32>(b, 4);
    if (n > 2) s2 += load<f32>(a, 8) * load<f32>(b, 8);
  }
  return s0 + s1 + (s2 + s3);
}

/** y[r] = w[r] . x (+ bias[r] where bias is not 0), for rows of n. */
export function matrixVector(w: usize, x: usize, bias: usize, y: usize, rows: i32, n: i32): void {
  const rowBytes = <usize>n << 2;
  const end = y + (<usize>rows << 2);
  const toBias = bias - y;
  if (ASC_FEATURE_SIMD) {
    const whole = rowBytes & ~15;
    for (; y + 16 <= end; y += 16) {
      let w1 = w + rowBytes;
      let w2 = w1 + rowBytes;
      let w3 = w2 + rowBytes;
      let s0 = f32x4.splat(0);
      let s1 = f32x4.splat(0);
      let s2 = f32x4.splat(0);
      let s3 = f32x4.splat(0);
      let i: usize = 0;
      for (; i < whole; i += 16) {
        const v = v128.load(x + i);
        s0 = f32x4.add(s0, f32x4.mul(v128.load(w + i), v));
        s1 = f32x4.add(s1, f32x4.mul(v128.load(w1 + i), v));
        s2 = f32x4.add(s2, f32x4.mul(v128.load(w2 + i), v));
        s3 = f32x4.add(s3, f32x4.mul(v128.load(w3 + i), v));
      }
      if (n & 3) {
        const v = tail(x + i, n);
        s0 = f32x4.add(s0, f32x4.mul(tail(w + i, n), v));
        s1 = f32x4.add(s1, f32x4.mul(tail(w1 + i, n), v));
        s2 = f32x4.add(s2, f32x4.mul(tail(w2 + i, n), v));
        s3 = f32x4.add(s3, f32x4.mul(tail(w3 + i, n), v));
      }
      let sums = foldFour(s0, s1, s2, s3);
      if (bias) sums = f32x4.add(sums, v128.load(y + toBias));
      v128.store(y, sums);
      w = w3 + rowBytes;
    }
  }
  for (; y < end; y += 4, w += rowBytes) {
    let sum = dot(w, x, n);
    if (bias) sum += load<f32>(y + toBias);
    store<f32>(y, sum);
  }
}

/** out[i] = sum over rows r of w[r][i] d[r], in ascending r from +0. */
export function transposedMatrixVector(w: usize, d: usize, out: usize, rows: i32, n: i32): void {
  zeroWords(out, <usize>n << 2);
  rankOneRows(w, d, out, rows, n, 1, true);
}

/** w[r][i] -= (factor d[r]) x[i]. A row whose step is zero is left as it is. */
export function rankOneUpdate(w: usize, d: usize, x: usize, rows: i32, n: i32, factor: f32): void {
  rankOneRows(w, d, x, rows, n, factor, false);
}

/** y[i] += a x[i]. */
export function addScaled(y: usize, x: usize, a: f32, n: i32): void {
  if (ASC_FEATURE_SIMD) {
    const av = f32x4.splat(a);
    for (; n > 3; n -= 4, y += 16, x += 16) v128.store(y, f32x4.add(v128.load(y), f32x4.mul(v128.load(x), av)));
  } else {
    if (ASC_SHRINK_LEVEL == 0) {
      for (; n > 15; n -= 16, y += 64, x += 64) {
        store<f32>(y, load<f32>(y) + load<f32>(x) * a);
        store<f32>(y, load<f32>(y, 4) + load<f32>(x, 4) * a, 4);
        store<f32>(y, load<f32>(y, 8) + load<f32>(x, 8) * a, 8);
        store<f32>(y, load<f32>(y, 12) + load<f32>(x, 12) * a, 12);
        store<f32>(y, load<f32>(y, 16) + load<f32>(x, 16) * a, 16);
        store<f32>(y, load<f32>(y, 20) + load<f32>(x, 20) * a, 20);
        store<f32>(y, load<f32>(y, 24) + load<f32>(x, 24) * a, 24);
        store<f32>(y, load<f32>(y, 28) + load<f32>(x, 28) * a, 28);
        store<f32>(y, load<f32>(y, 32) + load<f32>(x, 32) * a, 32);
        store<f32>(y, load<f32>(y, 36) + load<f32>(x, 36) * a, 36);
        store<f32>(y, load<f32>(y, 40) + load<f32>(x, 40) * a, 40);
        store<f32>(y, load<f32>(y, 44) + load<f32>(x, 44) * a, 44);
        store<f32>(y, load<f32>(y, 48) + load<f32>(x, 48) * a, 48);
        store<f32>(y, load<f32>(y, 52) + load<f32>(x, 52) * a, 52);
        store<f32>(y, load<f32>(y, 56) + load<f32>(x, 56) * a, 56);
        store<f32>(y, load<f32>(y, 60) + load<f32>(x, 60) * a, 60);
      }
      if (!n) return;
    }
    // Four at a time with constant offsets: interpreters pay for every address they reckon.
    for (; n > 3; n -= 4, y += 16, x += 16) {
      store<f32>(y, load<f32>(y) + load<f32>(x) * a);
      store<f32>(y, load<f32>(y, 4) + load<f32>(x, 4) * a, 4);
      store<f32>(y, load<f32>(y, 8) + load<f32>(x, 8) * a, 8);
      store<f32>(y, load<f32>(y, 12) + load<f32>(x, 12) * a, 12);
    }
  }
  for (; n > 0; n--, y += 4, x += 4) store<f32>(y, load<f32>(y) + load<f32>(x) * a);
}

/** Element i of a vector. */
export function at(vector: usize, i: i32): f32 {
  return load<f32>(vector + (<usize>i << 2));
}

export function put(vector: usize, i: i32, value: f32): void {
  store<f32>(vector + (<usize>i << 2), value);
}

export function largestOf(vector: usize, n: i32): f32 {
  let largest = at(vector, 0);
  for (let i = 1; i < n; i++) largest = max<f32>(largest, at(vector, i));
  return largest;
}

export function divide(vector: usize, n: i32, by: f32): void {
  for (let i = 0; i < n; i++) put(vector, i, at(vector, i) / by);
}

/** Zeroes whole words. The library's memory.fill is made for bytes and is four times the size. */
export function zeroWords(to: usize, bytes: usize): void {
  const end = to + bytes;
  if (ASC_FEATURE_SIMD) {
    for (; to + 16 <= end; to += 16) v128.store(to, i32x4.splat(0));
  } else if (ASC_SHRINK_LEVEL == 0) {
    for (; to + 8 <= end; to += 8) store<u64>(to, 0);
  }
  for (; to < end; to += 4) store<u32>(to, 0);
}

/** Copies whole words upwards: where the areas overlap, `to` must lie below `from`. */
export function copyWords(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  if (ASC_FEATURE_SIMD) {
    for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  } else if (ASC_SHRINK_LEVEL == 0) {
    for (; to + 8 <= end; to += 8, from += 8) store<u64>(to, load<u64>(from));
  }
  for (; to < end; to += 4, from += 4) store<u32>(to, load<u32>(from));
}

/** Index of the first element that is NaN or has a magnitude of `limit` and more; n if there is none. */
export function firstBeyond(x: usize, n: i32, limit: f32): i32 {
  let at = x;
  const end = x + (<usize>n << 2);
  if (ASC_FEATURE_SIMD) {
    const limits = f32x4.splat(limit);
    while (at + 16 <= end && i32x4.all_true(f32x4.lt(f32x4.abs(v128.load(at)), limits))) at += 16;
  }
  while (at < end && abs(load<f32>(at)) < limit) at += 4;
  return <i32>(at - x) >> 2;
}

// --- Rows with a factor of zero are skipped, the others go four at a time ---

/** Rows looked through at a time; a list of them holds address u32 and factor f32 each. SIMD only: else no memory. */
const LIST_ROWS = 64;

/** `gather`: v[i] += w[r][i] d[r]. Else: w[r][i] -= (factor d[r]) v[i]. */
// @ts-ignore: decorator
@inline
function rankOneRows(w: usize, d: usize, v: usize, rows: i32, n: i32, factor: f32, gather: bool): void {
  const rowBytes = <usize>n << 2;
  if (ASC_FEATURE_SIMD) {
    const list: usize = memory.data(512, 16);
    for (let r = 0; r < rows; ) {
      // Without a branch a row: whether a relu is off is a coin toss to the branch predictor.
      const end = min<i32>(rows, r + LIST_ROWS);
      let last = list;
      for (; r < end; r++, w += rowBytes) {
        const dr = load<f32>(d + (<usize>r << 2));
        const s: f32 = gather ? dr : factor * dr;
        store<usize>(last, w);
        store<f32>(last, s, 4);
        last += <usize>(s != 0) << 3;
      }
      let at = list;
      for (; at + 32 <= last; at += 32) {
        if (gather) gatherFour(at, v, n);
        else scatterFour(at, v, n);
      }
      for (; at < last; at += 8) {
        if (gather) addScaled(v, load<usize>(at), load<f32>(at, 4), n);
        else addScaled(load<usize>(at), v, -load<f32>(at, 4), n);
      }
    }
    return;
  }
  const end = d + (<usize>rows << 2);
  do {
    const dr = load<f32>(d);
    const s: f32 = gather ? dr : -(factor * dr);
    if (s != 0) {
      if (gather) addScaled(v, w, s, n);
      else addScaled(w, v, s, n);
    }
    d += 4;
    w += rowBytes;
  } while (d < end);
}

// @ts-ignore: decorator
@inline
function gatherFour(list: usize, out: usize, n: i32): void {
  const w0 = load<usize>(list);
  const s0 = load<f32>(list, 4);
  const w1 = load<usize>(list, 8);
  const s1 = load<f32>(list, 12);
  const w2 = load<usize>(list, 16);
  const s2 = load<f32>(list, 20);
  const w3 = load<usize>(list, 24);
  const s3 = load<f32>(list, 28);
  const v0 = f32x4.splat(s0);
  const v1 = f32x4.splat(s1);
  const v2 = f32x4.splat(s2);
  const v3 = f32x4.splat(s3);
  const end = <usize>n << 2;
  const whole = end & ~15;
  let i: usize = 0;
  for (; i < whole; i += 16) {
    let sum = f32x4.add(v128.load(out + i), f32x4.mul(v128.load(w0 + i), v0));
    sum = f32x4.add(sum, f32x4.mul(v128.load(w1 + i), v1));
    sum = f32x4.add(sum, f32x4.mul(v128.load(w2 + i), v2));
    v128.store(out + i, f32x4.add(sum, f32x4.mul(v128.load(w3 + i), v3)));
  }
  for (; i < end; i += 4) {
    let sum: f32 = load<f32>(out + i) + load<f32>(w0 + i) * s0;
    sum += load<f32>(w1 + i) * s1;
    sum += load<f32>(w2 + i) * s2;
    store<f32>(out + i, sum + load<f32>(w3 + i) * s3);
  }
}

// @ts-ignore: decorator
@inline
function scatterFour(list: usize, x: usize, n: i32): void {
  const w0 = load<usize>(list);
  const s0 = load<f32>(list, 4);
  const w1 = load<usize>(list, 8);
  const s1 = load<f32>(list, 12);
  const w2 = load<usize>(list, 16);
  const s2 = load<f32>(list, 20);
  const w3 = load<usize>(list, 24);
  const s3 = load<f32>(list, 28);
  const v0 = f32x4.splat(s0);
  const v1 = f32x4.splat(s1);
  const v2 = f32x4.splat(s2);
  const v3 = f32x4.splat(s3);
  const end = <usize>n << 2;
  const whole = end & ~15;
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const v = v128.load(x + i);
    v128.store(w0 + i, f32x4.sub(v128.load(w0 + i), f32x4.mul(v0, v)));
    v128.store(w1 + i, f32x4.sub(v128.load(w1 + i), f32x4.mul(v1, v)));
    v128.store(w2 + i, f32x4.sub(v128.load(w2 + i), f32x4.mul(v2, v)));
    v128.store(w3 + i, f32x4.sub(v128.load(w3 + i), f32x4.mul(v3, v)));
  }
  for (; i < end; i += 4) {
    const v = load<f32>(x + i);
    store<f32>(w0 + i, load<f32>(w0 + i) - s0 * v);
    store<f32>(w1 + i, load<f32>(w1 + i) - s1 * v);
    store<f32>(w2 + i, load<f32>(w2 + i) - s2 * v);
    store<f32>(w3 + i, load<f32>(w3 + i) - s3 * v);
  }
}

/** The last n mod 4 elements, then zeros; reads nothing behind them. */
// @ts-ignore: decorator
@inline
function tail(a: usize, n: i32): v128 {
  const rest = n & 3;
  if (rest == 1) return v128.load32_zero(a);
  const two = v128.load64_zero(a);
  return rest == 2 ? two : v128.load_lane<f32>(a, two, 2, 8);
}

// @ts-ignore: decorator
@inline
function fold(s: v128): f32 {
  return (
    f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3))
  );
}

/** fold() of four sums at once. */
// @ts-ignore: decorator
@inline
function foldFour(a: v128, b: v128, c: v128, d: v128): v128 {
  // Two transposing steps: lanes 0 and 1 of all four, then lanes 2 and 3.
  const ab01 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd01 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ab23 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd23 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const lane0 = v128.shuffle<f32>(ab01, cd01, 0, 1, 4, 5);
  const lane1 = v128.shuffle<f32>(ab01, cd01, 2, 3, 6, 7);
  const lane2 = v128.shuffle<f32>(ab23, cd23, 0, 1, 4, 5);
  const lane3 = v128.shuffle<f32>(ab23, cd23, 2, 3, 6, 7);
  return f32x4.add(f32x4.add(lane0, lane1), f32x4.add(lane2, lane3));
}
