/** The drift detectors in float64, written from their papers and from the rules of docs/drift.md: what the core is held to. */

/** 0 nothing, 1 warning, 2 drift. */
export type Status = 0 | 1 | 2;
export interface Detector {
  update(value: number): Status;
}

export interface DdmSettings {
  warning?: number;
  drift?: number;
  warmUp?: number;
}
export interface HddmWSettings {
  driftConfidence?: number;
  warningConfidence?: number;
  lambda?: number;
}
export interface PageHinkleySettings {
  warmUp?: number;
  delta?: number;
  threshold?: number;
  alpha?: number;
  /** Falls count as well as rises. */
  both?: boolean;
}
export interface AdwinSettings {
  delta?: number;
  clock?: number;
  rows?: number;
}

/** The one rule of all: after a drift a detector starts afresh, with the next value. */
export function restarting(make: () => Detector): Detector {
  let detector = make();
  let last: Status = 0;
  return {
    update(value) {
      if (last === 2) detector = make();
      last = detector.update(value);
      return last;
    },
  };
}

/** Gama et al. 2004: the error rate and its deviation against the best they ever were. */
export function ddm({ warning = 2, drift = 3, warmUp = 30 }: DdmSettings = {}): Detector {
  let count = 0;
  let errors = 0;
  let best = { rate: 0, deviation: Number.POSITIVE_INFINITY };
  return {
    update(value) {
      count++;
      errors += value;
      const rate = errors / count;
      const deviation = Math.sqrt((rate * (1 - rate)) / count);
      if (count <= warmUp) return 0;
      if (rate + deviation <= best.rate + best.deviation) best = { rate, deviation };
      const level = rate + deviation;
      if (level > best.rate + drift * best.deviation) return 2;
      return level > best.rate + warning * best.deviation ? 1 : 0;
    },
  };
}

/** Frias-Blanco et al. 2015, one side: a later fading mean above the one before the best cut, by McDiarmid's bound. */
export function hddmW({
  driftConfidence = 0.001,
  warningConfidence = 0.005,
  lambda = 0.05,
}: HddmWSettings = {}): Detector {
  const bound = (weights: number, confidence: number): number => Math.sqrt((weights * Math.log(1 / confidence)) / 2);
  let total: Fading | undefined;
  let before: Fading | undefined;
  let after: Fading | undefined;
  let cut = Number.POSITIVE_INFINITY;
  return {
    update(value) {
      total = faded(total, value, lambda);
      const highest = total.mean + bound(total.weights, driftConfidence);
      if (before === undefined || highest < cut) {
        cut = highest;
        before = total;
        after = undefined;
      } else {
        after = faded(after, value, lambda);
      }
      if (after === undefined) return 0;
      const rise = after.mean - before.mean;
      const weights = before.weights + after.weights;
      if (rise > bound(weights, driftConfidence)) return 2;
      return rise > bound(weights, warningConfidence) ? 1 : 0;
    },
  };
}

interface Fading {
  mean: number;
  /** Sum of the squared weights. */
  weights: number;
}

function faded(sample: Fading | undefined, value: number, lambda: number): Fading {
  if (sample === undefined) return { mean: value, weights: 1 };
  return {
    mean: lambda * value + (1 - lambda) * sample.mean,
    weights: lambda ** 2 + (1 - lambda) ** 2 * sample.weights,
  };
}

/** Page 1954: sums of what a value is above its mean, `both` ways or upwards alone. */
export function pageHinkley({
  warmUp = 30,
  delta = 0.005,
  threshold = 50,
  alpha = 0.9999,
  both = true,
}: PageHinkleySettings = {}): Detector {
  let count = 0;
  let sum = 0;
  let rise = 0;
  let fall = 0;
  return {
    update(value) {
      count++;
      sum += value;
      const above = value - sum / count;
      rise = Math.max(0, alpha * rise + above - delta);
      fall = Math.max(0, alpha * fall - above - delta);
      return count >= warmUp && (both ? Math.max(rise, fall) : rise) > threshold ? 2 : 0;
    },
  };
}

/** Bifet & Gavalda 2007, on the values themselves: buckets are only the places where the window may be cut. */
export function adwin({ delta = 0.002, clock = 32, rows = 14 }: AdwinSettings = {}): Detector {
  const values: number[] = [];
  /** Sizes of the buckets, oldest first. */
  const buckets: number[] = [];
  let ticks = 0;
  return {
    update(value) {
      values.push(value);
      buckets.push(1);
      compress();
      if (++ticks % clock !== 0) return 0;
      let status: Status = 0;
      while (isCut()) {
        values.splice(0, buckets.shift());
        status = 2;
      }
      return status;
    },
  };

  /** At most five buckets of a size; behind the last size the oldest values are forgotten. */
  function compress(): void {
    for (let size = 1; ; size *= 2) {
      const first = buckets.indexOf(size);
      if (buckets.filter((one) => one === size).length <= 5) return;
      if (size === 2 ** (rows - 1)) {
        values.splice(0, buckets.splice(first, 1)[0]);
        return;
      }
      buckets.splice(first, 2, 2 * size);
    }
  }

  function isCut(): boolean {
    const n = values.length;
    if (n <= 10) return false;
    const mean = meanOf(values);
    const variance = meanOf(values.map((value) => (value - mean) ** 2));
    const confidence = Math.log((2 * Math.log(n)) / delta);
    let older = 0;
    for (const size of buckets) {
      older += size;
      const newer = n - older;
      if (older < 5 || newer < 5) continue;
      const harmonic = 1 / (older - 4) + 1 / (newer - 4);
      const chance = Math.sqrt(2 * harmonic * variance * confidence) + (2 / 3) * confidence * harmonic;
      if (Math.abs(meanOf(values.slice(0, older)) - meanOf(values.slice(older))) > chance) return true;
    }
    return false;
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
