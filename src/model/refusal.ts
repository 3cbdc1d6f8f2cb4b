import { WHERE_WEIGHT } from "../abi.ts";
import { type Failure, floatOf } from "../core/failure.ts";
import { MillraceError, show } from "../errors.ts";
import { countOf, type FullSpec, lossName } from "../spec.ts";
import type { Inputs, InputWriter } from "./inputs.ts";
import type { Target } from "./targets.ts";

/** What was handed to the core when it refused a value. */
export interface Given {
  x: Inputs;
  y?: Target | undefined;
  weight?: number | undefined;
}

/** The error for a value the core refused, in the caller's terms: the feature by its name, the value as it was given. */
export function valueError(failure: Failure, spec: FullSpec, inputs: InputWriter, given: Given): MillraceError {
  if (failure.where === WHERE_WEIGHT) return weightError(given.weight);
  const target = failure.where - countOf(spec.inputs);
  if (target < 0) {
    return new MillraceError("E_VALUE", "not a legal input", {
      where: inputs.placeOf(failure.where),
      expected: FINITE,
      actual: show(inputs.givenFor(failure.where, given.x)),
    });
  }
  if (target >= spec.outputs) return sumError(floatOf(failure.actual));
  return targetError(spec, target, given.y);
}

/** The error for one number of a target. */
export function targetError(spec: FullSpec, index: number, y: Target | undefined): MillraceError {
  const loss = lossName(spec.loss);
  const isProbability = loss === "crossEntropy" || loss === "binaryCrossEntropy";
  return new MillraceError("E_VALUE", "not a legal target", {
    where: `target ${index}`,
    expected: isProbability ? "a probability from 0 to 1" : FINITE,
    actual: show(typeof y === "object" ? y[index] : y),
  });
}

/** The error for probabilities that do not sum to 1. */
export function sumError(sum: number): MillraceError {
  return new MillraceError("E_VALUE", "not the probabilities of the classes", {
    where: "target",
    expected: "a sum of 1",
    actual: sum,
  });
}

export function weightError(weight: unknown): MillraceError {
  return new MillraceError("E_VALUE", "not a sample weight", {
    where: "weight",
    expected: "a number from 0 to below 1e18",
    actual: show(weight),
  });
}

const FINITE = "a finite number of magnitude below 1e18";
