/** A network, a scaler and a generator in plain double precision, written from their formulas: the other opinion. */
import type { FullMember } from "../../src/spec.ts";
import type { Generator } from "./generator.ts";

export interface Statistics {
  decay: number;
  clip: number;
  epsilon: number;
  weight: number;
  seen: number;
  mean: number[];
  variance: number[];
}

export function newStatistics(count: number, decay: number | "all", clip: number, epsilon: number): Statistics {
  const zeros = (): number[] => new Array<number>(count).fill(0);
  return { decay: decay === "all" ? 1 : decay, clip, epsilon, weight: 0, seen: 0, mean: zeros(), variance: zeros() };
}

/** w = decay w + 1; mean += d / w; M2 = decay M2 + d (x - mean), kept as M2 / w. */
export function observe(s: Statistics, x: readonly number[]): void {
  const before = s.weight;
  s.weight = s.decay * s.weight + 1;
  for (let i = 0; i < x.length; i++) {
    const [mean, variance] = [s.mean[i] as number, s.variance[i] as number];
    const bound = s.clip * Math.sqrt(Math.max(variance, s.epsilon));
    const isLimited = s.decay < 1 && s.clip > 0 && s.seen >= 20;
    const value = isLimited ? clamp((x[i] as number) - mean, bound) + mean : (x[i] as number);
    const d = value - mean;
    s.mean[i] = mean + d / s.weight;
    s.variance[i] = (s.decay * before * variance + d * (value - (s.mean[i] as number))) / s.weight;
  }
  s.seen++;
}

export function standardized(s: Statistics, x: readonly number[]): number[] {
  return x.map((value, i) => {
    const variance = s.variance[i] as number;
    if (variance === 0) return 0;
    const z = (value - (s.mean[i] as number)) / Math.sqrt(Math.max(variance, s.epsilon));
    return s.clip > 0 ? clamp(z, s.clip) : z;
  });
}

interface Dense {
  /** A row a unit, its bias last. */
  rows: number[][];
  activation: string;
}

/** Dense layers learnt by plain gradient descent with the norm of the gradient clipped. */
export class PlainNetwork {
  readonly layers: Dense[] = [];
  readonly #rate: number;
  readonly #clip: number;

  constructor(inputs: number, { layers, optimizer }: FullMember, generator: Generator) {
    this.#rate = optimizer.learningRate;
    this.#clip = optimizer.clipNorm ?? Number.POSITIVE_INFINITY;
    let n = inputs;
    for (const layer of layers) {
      if (layer.type !== "dense") continue;
      const draw = (count: number): number[] =>
        Array.from({ length: count }, () => Math.fround((2 * generator.uniform() - 1) / Math.sqrt(n)));
      const weights = Array.from({ length: layer.units }, () => draw(n));
      const biases = draw(layer.units);
      this.layers.push({ rows: weights.map((row, i) => [...row, biases[i] as number]), activation: layer.activation });
      n = layer.units;
    }
  }

  /** Outputs of every layer, the inputs first; of a softmax the logits. */
  forward(z: readonly number[], layers: readonly Dense[] = this.layers): number[][] {
    const outputs = [[...z]];
    for (const { rows, activation } of layers) {
      const x = outputs.at(-1) as number[];
      outputs.push(
        rows.map((row) =>
          activate(
            activation,
            x.reduce((sum, v, i) => sum + v * (row[i] as number), row.at(-1) as number),
          ),
        ),
      );
    }
    return outputs;
  }

  /** One step against the error at the logits, or at linear outputs. */
  step(z: readonly number[], error: (outputs: readonly number[]) => number[]): void {
    const outputs = this.forward(z);
    let delta = error(outputs.at(-1) as number[]);
    const gradients: number[][][] = [];
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const [layer, below] = [this.layers[l] as Dense, outputs[l] as number[]];
      gradients[l] = delta.map((d) => [...below.map((x) => d * x), d]);
      const under = this.layers[l - 1]?.activation ?? "linear";
      delta = below.map(
        (x, i) => slope(under, x) * delta.reduce((sum, d, u) => sum + d * (layer.rows[u]?.[i] as number), 0),
      );
    }
    const norm = Math.sqrt(gradients.flat(2).reduce((sum, g) => sum + g * g, 0));
    const scale = this.#rate * (norm > this.#clip ? this.#clip / norm : 1);
    for (const [l, { rows }] of this.layers.entries()) {
      for (const [u, row] of rows.entries()) {
        for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) - scale * (gradients[l]?.[u]?.[i] as number);
      }
    }
  }
}

export function clamp(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value));
}

function activate(name: string, value: number): number {
  return name === "tanh" ? Math.tanh(value) : name === "relu" ? Math.max(0, value) : value;
}

function slope(name: string, output: number): number {
  return name === "tanh" ? 1 - output * output : name === "relu" && output <= 0 ? 0 : 1;
}
