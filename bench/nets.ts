/** The five networks: widths from inputs to outputs. */
export const NETS: Readonly<Record<string, readonly number[]>> = {
  "4-8-3": [4, 8, 3],
  "16-32-16-4": [16, 32, 16, 4],
  "64-128-64-10": [64, 128, 64, 10],
  "784-128-10": [784, 128, 10],
  "640-128x4-8-128x4-640": [640, 128, 128, 128, 128, 8, 128, 128, 128, 128, 640],
};

export const LEARNING_RATE = 0.001;

/** Rows a measurement walks through, so that no branch or cache learns a single one by heart. */
const ROWS = 64;

export interface Stream {
  inputs: Float32Array[];
  targets: Float32Array[];
}

/** Inputs between -1 and 1 and targets that depend on them; the same for every contender and every run. */
export function streamFor(widths: readonly number[]): Stream {
  const uniform = generator(1);
  const inputs = Array.from({ length: ROWS }, () =>
    Float32Array.from({ length: widths[0] as number }, () => 2 * uniform() - 1),
  );
  const outputs = widths[widths.length - 1] as number;
  const targets = inputs.map((x) =>
    Float32Array.from({ length: outputs }, (_, i) => Math.sin(3 * (x[i % x.length] as number) + i)),
  );
  return { inputs, targets };
}

export function parameterCount(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, units, i) => sum + units * ((widths[i] as number) + 1), 0);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
