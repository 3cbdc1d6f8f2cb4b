/** What the experiments have in common: a stream played once, or rows learnt again and again and judged on others. */
import { Model } from "../../dist/index.js";

export const SEEDS = [0, 1, 2, 3, 4];
/** Rows of a running share. */
const WINDOW = 500;
/** Rows between two points of a picture. */
export const STRIDE = 50;

export function dense(units, activation, settings = {}) {
  return { type: "dense", units, activation, ...settings };
}

/**
 * Predicts each row, then learns it.
 * @returns `accuracy` over all rows, `running` over the last 500 at each point, `figures` what `look` saw there, `stats` at the end
 */
export async function stream(spec, { x, y }, look) {
  const model = await Model.create(spec);
  const hits = [];
  const running = [];
  const figures = [];
  for (const [i, row] of x.entries()) {
    hits.push(Number(model.predictClass(row).index === y[i]));
    model.learn(row, y[i]);
    if ((i + 1) % STRIDE > 0) continue;
    running.push(mean(hits.slice(-WINDOW)));
    if (look) figures.push(look(model));
  }
  const stats = model.stats();
  const parameters = model.parameters();
  model.dispose();
  return { accuracy: mean(hits), running, figures, stats, parameters };
}

/** The rows after which `stream` has points. */
export function pointsOf({ x }) {
  return Array.from({ length: Math.floor(x.length / STRIDE) }, (_, i) => (i + 1) * STRIDE);
}

/** Learns rows `epochs` times; after each of `points` epochs what it costs and how often it is right on these and on others. */
export async function epochs(spec, learnt, fresh, points) {
  const model = await Model.create(spec);
  const found = [];
  for (let epoch = 1; epoch <= points.at(-1); epoch++) {
    for (const [i, row] of learnt.x.entries()) model.learn(row, learnt.y[i]);
    model.flush();
    if (points.includes(epoch)) found.push({ learnt: judged(model, learnt), fresh: judged(model, fresh) });
  }
  model.dispose();
  return found;
}

export function split({ x, y, classes }, count) {
  return [
    { x: x.slice(0, count), y: y.slice(0, count), classes },
    { x: x.slice(count), y: y.slice(count), classes },
  ];
}

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One run a seed, side by side. */
export function eachSeed(run) {
  return Promise.all(SEEDS.map(run));
}

function judged(model, { x, y }) {
  let hits = 0;
  let loss = 0;
  for (const [i, row] of x.entries()) {
    const answer = model.predict(row);
    hits += Number(answer.indexOf(Math.max(...answer)) === y[i]);
    loss -= Math.log(Math.max(answer[y[i]], 1e-7));
  }
  return { accuracy: hits / x.length, loss: loss / x.length };
}
