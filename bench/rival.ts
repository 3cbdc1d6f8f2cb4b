/** A dense layer over plain arrays: `weight` is [units, inputs], row after row. */
export interface PlainLayer {
  inputs: number;
  units: number;
  weight: Float32Array;
  bias: Float32Array;
  output: Float32Array;
  /** Loss by each output, then by what stands before the ReLU. */
  delta: Float32Array;
}

/**
 * The network a careful programmer would write by hand: ReLU between the layers, linear output, mean squared error,
 * plain SGD at batch 1. Float32Array weights, one local accumulator a row, the update fused with the input gradient,
 * rows without a gradient left out, no allocation after the constructor.
 */
export class PlainNet {
  readonly layers: PlainLayer[];
  readonly #rate: number;

  /** `widths` from inputs to outputs. Weights are zero until the caller fills them. */
  constructor(widths: readonly number[], rate: number) {
    this.#rate = rate;
    this.layers = widths.slice(1).map((units, i) => {
      const inputs = widths[i] as number;
      return {
        inputs,
        units,
        weight: new Float32Array(units * inputs),
        bias: new Float32Array(units),
        output: new Float32Array(units),
        delta: new Float32Array(units),
      };
    });
  }

  predictInto(x: Float32Array, out: Float32Array): void {
    out.set(this.#forward(x));
  }

  /** One step; returns the loss before it. */
  learn(x: Float32Array, y: Float32Array): number {
    const layers = this.layers;
    const prediction = this.#forward(x);
    const last = layers[layers.length - 1] as PlainLayer;
    const scale = 2 / last.units;
    let loss = 0;
    for (let r = 0; r < last.units; r++) {
      const error = (prediction[r] as number) - (y[r] as number);
      loss += error * error;
      last.delta[r] = scale * error;
    }
    for (let k = layers.length - 1; k > 0; k--) {
      const below = layers[k - 1] as PlainLayer;
      backward(layers[k] as PlainLayer, below.output, below.delta, this.#rate);
    }
    step(layers[0] as PlainLayer, x, this.#rate);
    return loss / last.units;
  }

  #forward(x: Float32Array): Float32Array {
    const layers = this.layers;
    let input = x;
    for (let k = 0; k < layers.length; k++) {
      const layer = layers[k] as PlainLayer;
      forward(layer, input, k < layers.length - 1);
      input = layer.output;
    }
    return input;
  }
}

function forward({ inputs, units, weight, bias, output }: PlainLayer, x: Float32Array, relu: boolean): void {
  for (let r = 0, at = 0; r < units; r++, at += inputs) {
    let sum = bias[r] as number;
    for (let i = 0; i < inputs; i++) sum += (weight[at + i] as number) * (x[i] as number);
    output[r] = relu && sum < 0 ? 0 : sum;
  }
}

/** Steps the layer and leaves the gradient of what lies below in `gradient`, ReLU included. */
function backward(
  { inputs, units, weight, bias, delta }: PlainLayer,
  x: Float32Array,
  gradient: Float32Array,
  rate: number,
): void {
  gradient.fill(0);
  for (let r = 0, at = 0; r < units; r++, at += inputs) {
    const d = delta[r] as number;
    if (d === 0) continue;
    const move = rate * d;
    for (let i = 0; i < inputs; i++) {
      const w = weight[at + i] as number;
      gradient[i] = (gradient[i] as number) + d * w;
      weight[at + i] = w - move * (x[i] as number);
    }
    bias[r] = (bias[r] as number) - move;
  }
  for (let i = 0; i < inputs; i++) if ((x[i] as number) <= 0) gradient[i] = 0;
}

/** Steps the first layer, which needs no input gradient. */
function step({ inputs, units, weight, bias, delta }: PlainLayer, x: Float32Array, rate: number): void {
  for (let r = 0, at = 0; r < units; r++, at += inputs) {
    const move = rate * (delta[r] as number);
    if (move === 0) continue;
    for (let i = 0; i < inputs; i++) weight[at + i] = (weight[at + i] as number) - move * (x[i] as number);
    bias[r] = (bias[r] as number) - move;
  }
}
