import { type FullSpec, lossName, membersOf } from "../spec.ts";
import { Probabilities, Shares } from "./trivial/classes.ts";
import { Means } from "./trivial/means.ts";
import { Standardized } from "./trivial/standardized.ts";

/**
 * The predictor a model must beat to be of use: it always answers the mean of the targets, or each class by its share.
 * Its losses are in the units of the model's, so that the two can be compared.
 */
export interface TrivialPredictor {
  /**
   * Learns `count` samples, one after another.
   * @param indices the class of each; -1: its numbers, which lie in `targets`, a row a sample
   * @returns the sum of what it would have lost on each before it learnt it
   */
  learn(indices: Int32Array, targets: Float32Array, count: number): number;
}

/** A loss by the square of the error; undefined where it is the square itself. */
export type LossOfSquare = ((square: number) => number) | undefined;

export function trivialPredictor(spec: FullSpec): TrivialPredictor {
  const { outputs, loss, standardizeTargets, anomaly } = spec;
  const name = lossName(loss);
  if (name === "crossEntropy") return new Shares(outputs);
  const lossOf = lossOfSquare(spec);
  // Anomaly models learn their inputs, as their members' scaler gives them.
  const [first] = anomaly ? (membersOf(spec)[0]?.layers ?? []) : [];
  const scaler = first?.type === "standardize" ? first : standardizeTargets;
  if (scaler) return new Standardized(outputs, scaler, lossOf);
  return name === "binaryCrossEntropy" ? new Probabilities(outputs) : new Means(outputs, lossOf);
}

function lossOfSquare({ loss }: FullSpec): LossOfSquare {
  if (typeof loss === "string") return loss === "mae" ? Math.sqrt : undefined;
  const { delta } = loss;
  return (square) => {
    const error = Math.sqrt(square);
    return error <= delta ? 0.5 * square : delta * (error - 0.5 * delta);
  };
}
