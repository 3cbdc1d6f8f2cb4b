import type { Model } from "../model.ts";
import { lossName } from "../spec.ts";
import type { Row, RowSource } from "./fit.ts";
import { likeliest, TargetWriter } from "./targets.ts";

/** How a model does on rows it does not learn. */
export interface Evaluation {
  rows: number;
  /** Mean loss of the predictions, without dropout; of standardised targets in standardised units. */
  loss: number;
  /** Share of rows whose likeliest class is the right one; only where the outputs are classes. */
  accuracy?: number;
}

/** Predicts every row and compares; the model is not changed. */
export async function evaluate(model: Model, rows: RowSource): Promise<Evaluation> {
  const { outputs } = model.spec;
  const targets = new TargetWriter(model.spec);
  const [predicted, target] = [new Float32Array(outputs), new Float32Array(outputs)];
  const scale = deviations(model);
  let [count, sum, right] = [0, 0, 0];
  for await (const row of rows) {
    model.predictInto(row.x, predicted);
    writeTarget(targets, row, target);
    sum += lossOf(model, predicted, target, scale);
    if (likeliest(predicted).index === likeliest(target).index) right++;
    count++;
  }
  const loss = sum / count;
  return targets.classCount > 0 ? { rows: count, loss, accuracy: right / count } : { rows: count, loss };
}

function writeTarget(targets: TargetWriter, row: Row, target: Float32Array): void {
  const index = targets.write(row.y, target);
  if (index < 0) return;
  if (target.length === 1) target[0] = index;
  else target.fill(0)[index] = 1;
}

/** The unit of each output's error. */
function deviations(model: Model): Float32Array {
  const units = new Float32Array(model.spec.outputs).fill(1);
  const { standardizeTargets } = model.spec;
  if (!standardizeTargets) return units;
  const variance = model.parameters().find(({ layer, name }) => layer === "targets" && name === "variance");
  return units.map((_, i) => Math.sqrt(Math.max(variance?.data[i] ?? 1, standardizeTargets.epsilon)) || 1);
}

function lossOf(model: Model, predicted: Float32Array, target: Float32Array, units: Float32Array): number {
  const name = lossName(model.spec.loss);
  const delta = typeof model.spec.loss === "string" ? 1 : model.spec.loss.delta;
  let sum = 0;
  for (let i = 0; i < predicted.length; i++) {
    const [p, t] = [predicted[i] as number, target[i] as number];
    if (name === "crossEntropy") sum -= t * logarithm(p);
    else if (name === "binaryCrossEntropy") sum -= t * logarithm(p) + (1 - t) * logarithm(1 - p);
    else sum += distance(name, Math.abs(p - t) / (units[i] as number), delta);
  }
  return name === "crossEntropy" ? sum : sum / predicted.length;
}

function distance(name: string, error: number, delta: number): number {
  if (name === "mse") return error * error;
  if (name === "mae") return error;
  return error <= delta ? (error * error) / 2 : delta * (error - delta / 2);
}

// A float32 probability may have been rounded to 0.
function logarithm(probability: number): number {
  return Math.log(Math.max(probability, 1e-38));
}
