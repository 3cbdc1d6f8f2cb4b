/** One pass over a stream: predict each row, then learn it, late by `delay` rows; every row counts from the first. */
import { Model } from "../../dist/index.js";

/** @returns accuracy, MAE or RMSE in the units of the target */
export async function run({ task, figure, delay }, { x, y, classes }, preset, seed) {
  const outputs = task === "classification" ? classes : 1;
  const model = await Model.create({ inputs: x[0].length, task, preset, outputs, seed });
  const answer = new Float32Array(outputs);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    model.predictInto(x[i], answer);
    sum += task === "classification" ? Number(largest(answer) === y[i]) : errorOf(figure, answer[0] - y[i]);
    if (i >= delay) model.learn(x[i - delay], y[i - delay]);
  }
  model.dispose();
  return figure === "RMSE" ? Math.sqrt(sum / x.length) : sum / x.length;
}

/** What is reached by answering with the label known last, 0 before the first. */
export function lastLabel({ task, figure, delay }, { x, y }) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const known = y[i - delay - 1] ?? 0;
    sum += task === "classification" ? Number(known === y[i]) : errorOf(figure, known - y[i]);
  }
  return figure === "RMSE" ? Math.sqrt(sum / x.length) : sum / x.length;
}

function errorOf(figure, error) {
  return figure === "RMSE" ? error * error : Math.abs(error);
}

function largest(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
