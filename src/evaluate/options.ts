import { MillraceError, show } from "../errors.ts";
import type { Model } from "../model.ts";
import type { ModelSpec } from "../spec.ts";
import type { Mark } from "./result.ts";

export interface EvaluateOptions {
  /** A spec is created and disposed of; a model is used as it is, goes on learning, and stays the caller's. */
  models: readonly { name: string; model: Model | ModelSpec }[];
  /** Rows until a label comes: that of row t after row t + delay has been predicted. 0 where it is left out. */
  delay?: number;
  /** What the columns of array rows are called: a model that names its inputs takes those it names. */
  inputs?: readonly string[];
  /** The classes in order; left out, as the first model with names has them. */
  classes?: readonly string[];
  /** The class whose F1 is taken where there are two; the second where it is left out. */
  positive?: string;
  /** Rows of the rolling figures; 1,000 where it is left out. */
  window?: number;
  /** Weight of a row against the next in the fading figures; .999 where it is left out. */
  fading?: number;
  /** Most points of the curve; 512 where it is left out. */
  points?: number;
  /** What a row does that a model refuses: ends the evaluation, or is left out for all models and counted. */
  refused?: "throw" | "skip";
  /** Changes known beforehand, to be shown beside the curve. */
  marks?: readonly Mark[];
  /** Asked after each row a model has learnt: what is to be marked besides the drifts that its own detectors see. */
  events?: (model: Model, name: string) => Iterable<Pick<Mark, "kind" | "text">>;
  /** Told now and then how many rows have been predicted. */
  progress?: (rows: number) => void;
  /** Ends the evaluation between two rows: what has been scored by then is returned. */
  signal?: AbortSignal;
}

/** @throws MillraceError `E_VALUE` */
export function checkOptions({ models, delay = 0, window = 1, fading = 0.5, points = 2 }: EvaluateOptions): void {
  const check = (isLegal: boolean, where: string, expected: string, actual: unknown) => {
    if (!isLegal) throw new MillraceError("E_VALUE", "not what it can be", { where, expected, actual: show(actual) });
  };
  const whole = (value: number, least: number) => Number.isInteger(value) && value >= least && value <= 2 ** 24 - 1;
  check(models.length > 0, "models", "at least one", models.length);
  check(
    new Set(models.map(({ name }) => name)).size === models.length,
    "models",
    "a name of its own for each",
    "a name twice",
  );
  check(whole(delay, 0), "delay", "a whole number of rows from 0", delay);
  check(whole(window, 1), "window", "a whole number of rows from 1", window);
  check(fading > 0 && fading < 1, "fading", "a number between 0 and 1", fading);
  check(whole(points, 2), "points", "a whole number from 2", points);
}
