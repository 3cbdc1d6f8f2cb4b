/**
 * The claims of docs/concepts.md, measured. Each experiment gives its name, its picture, and lines of figures for the page.
 * Streams are those of test/data; seeds 0 to 4.
 */
import { bananas, imageSegments, phishing } from "./data.mjs";
import { dense, eachSeed, epochs, mean, pointsOf, SEEDS, split, stream } from "./runs.mjs";

const ALL = { type: "standardize", decay: "all" };
const share = (value) => (value === 0 ? "0 %" : `${(100 * value).toFixed(1)} %`);
const percent = (value) => `${Math.round(100 * value)} %`;
const accuracy = { format: percent, range: [0, 1] };
const rows = { title: "rows" };
const sgd = (learningRate) => ({ type: "sgd", learningRate });

export const EXPERIMENTS = [sigmoids, leaks, batches, normalisation, overfitting, sparsity];

/** Three hidden layers on Bananas. */
async function sigmoids() {
  const data = bananas();
  const run = (activation) =>
    eachSeed((seed) => {
      const hidden = Array.from({ length: 3 }, () => dense(16, activation, { initializer: "glorotUniform" }));
      const layers = [ALL, ...hidden, dense(2, "softmax", { initializer: "glorotUniform" })];
      return stream({ inputs: 2, layers, loss: "crossEntropy", optimizer: sgd(0.05), seed }, data);
    });
  const [sigmoid, tanh] = [await run("sigmoid"), await run("tanh")];
  const norms = ({ stats }) => stats.layers.flatMap(({ gradientNorm }) => gradientNorm ?? []);
  const line = (name, tint, runs, of) => ({ name, tint, runs: runs.map(of) });
  const ratio = (runs) => mean(runs.map((one) => norms(one)[0] / norms(one).at(-1)));
  return {
    name: "tanh-sigmoid",
    title: "Through three layers tanh learns what sigmoid does not",
    says: "Bananas, 2-16-16-16-2, the same first weights and rate. Right: what is left of the gradient, from the last layer (4) down.",
    panels: [
      {
        title: "right over the last 500 rows",
        x: rows,
        y: { format: percent, range: [0.4, 0.9] },
        points: pointsOf(data),
        lines: [
          line("tanh", "b", tanh, ({ running }) => running),
          line("sigmoid", "a", sigmoid, ({ running }) => running),
        ],
      },
      {
        title: "gradient norm of each layer, at the end",
        x: { title: "layer, from the inputs up", ticks: [1, 2, 3, 4] },
        y: { format: String, label: (value) => value.toFixed(1), log: true, range: [0.01, 10] },
        points: [1, 2, 3, 4],
        lines: [
          { ...line("tanh", "b", tanh, norms), dots: true },
          { ...line("sigmoid", "a", sigmoid, norms), dots: true },
        ],
      },
    ],
    figures: [
      `tanh is right on ${share(mean(tanh.map(({ accuracy }) => accuracy)))} of all 5,300 rows, sigmoid on ${share(mean(sigmoid.map(({ accuracy }) => accuracy)))}, where the commoner class alone is ${share(mean(data.y.map((y) => 1 - y)))}.`,
      `The lowest layer's gradient is ${ratio(tanh).toFixed(2)} of the highest's with tanh, ${ratio(sigmoid).toFixed(3)} with sigmoid.`,
    ],
  };
}

/** A rate that is too high for relu. */
async function leaks() {
  const data = imageSegments();
  const dead = (model) =>
    Math.max(
      ...model
        .stats()
        .layers.slice(1, 3)
        .map(({ stuckUnits }) => stuckUnits / 32),
    );
  const run = (activation) =>
    eachSeed((seed) => {
      const hidden = [1, 2].map(() => dense(32, activation, { initializer: "heUniform" }));
      const spec = { inputs: 18, layers: [ALL, ...hidden, dense(7, "softmax")], loss: "crossEntropy" };
      return stream({ ...spec, optimizer: sgd(0.1), seed }, data, dead);
    });
  const [relu, leaky] = [await run("relu"), await run("leakyRelu")];
  const line = (name, tint, runs, key) => ({ name, tint, runs: runs.map((one) => one[key]) });
  const total = (runs) => share(mean(runs.map(({ accuracy }) => accuracy)));
  const last = (runs) => share(mean(runs.map(({ running }) => running.at(-1))));
  return {
    name: "relu-leaky",
    title: "Where relu units die, leaky ones go on learning",
    says: "ImageSegments, 18-32-32-7, plain SGD at .1, a rate too high. Right: relu units that were 0 for 256 rows, in the worse layer.",
    panels: [
      {
        title: "right over the last 500 rows",
        x: rows,
        y: accuracy,
        points: pointsOf(data),
        lines: [line("leaky", "b", leaky, "running"), line("relu", "a", relu, "running")],
      },
      {
        title: "share of dead relu units",
        x: rows,
        y: accuracy,
        points: pointsOf(data),
        lines: [line("relu", "a", relu, "figures")],
      },
    ],
    figures: [
      `leakyRelu is right on ${total(leaky)} of all 2,310 rows and on ${last(leaky)} of the last 500; relu on ${total(relu)} and ${last(relu)}.`,
      `At the end ${percent(mean(relu.map(({ figures }) => figures.at(-1))))} of the worse layer's relu units are dead.`,
    ],
  };
}

/** One row a step, 32 rows a step. */
async function batches() {
  const data = imageSegments();
  const run = (batchSize, learningRate) =>
    eachSeed(async (seed) => {
      const layers = [ALL, dense(32, "relu"), dense(7, "softmax")];
      const spec = { inputs: 18, layers, loss: "crossEntropy", optimizer: sgd(learningRate), batchSize, seed };
      const path = { before: undefined, first: undefined, length: 0 };
      const found = await stream(spec, data, (model) => {
        const now = model.parameters().flatMap(({ layer, data: values }) => (layer > 0 ? [...values] : []));
        path.first ??= now;
        if (path.before) path.length += distance(path.before, now);
        path.before = now;
      });
      return { ...found, detour: path.length / distance(path.first, path.before) };
    });
  const single = await run(1, 0.03);
  const slow = await run(32, 0.03);
  const fast = await run(32, 0.3);
  const line = (name, tint, runs) => ({ name, tint, runs: runs.map(({ running }) => running) });
  const total = (runs) => share(mean(runs.map(({ accuracy }) => accuracy)));
  const detour = (runs) => mean(runs.map((one) => one.detour)).toFixed(1);
  const steps = Math.floor(data.x.length / 32);
  return {
    name: "batches",
    title: "One row a step learns a stream sooner than 32 rows a step",
    says: "ImageSegments, 18-32-7, plain SGD. A batch is one step by the mean of 32 gradients: calmer, but 32 times fewer.",
    panels: [
      {
        title: "right over the last 500 rows",
        x: rows,
        y: accuracy,
        points: pointsOf(data),
        lines: [
          line("batch 1, rate .03", "b", single),
          line("batch 32, rate .3", "c", fast),
          line("batch 32, rate .03", "a", slow),
        ],
      },
    ],
    figures: [
      `Batch 1 at rate .03 is right on ${total(single)} of all 2,310 rows after as many steps; batch 32 on ${total(slow)} at the same rate and on ${total(fast)} at ten times the rate, after ${steps} steps.`,
      `Calmer it is: of rows 50 to 2,300, looked at every 50, the weights' way is ${detour(single)} times as long as the distance with batch 1, ${detour(slow)} times with batch 32 at the same rate, ${detour(fast)} times at ten times the rate.`,
    ],
  };
}

/** Six hidden layers with and without. */
async function normalisation() {
  const [learnt, fresh] = split(imageSegments(), 1600);
  const points = Array.from({ length: 20 }, (_, i) => i + 1);
  const run = (activation, isNormalised) =>
    eachSeed((seed) => {
      const hidden = Array.from({ length: 6 }, () =>
        isNormalised
          ? [dense(32, "linear"), { type: "batchNorm" }, { type: "activation", activation }]
          : [dense(32, activation)],
      );
      const layers = [ALL, ...hidden.flat(), dense(7, "softmax")];
      const spec = { inputs: 18, layers, loss: "crossEntropy", optimizer: sgd(0.1), batchSize: 32, seed };
      return epochs(spec, learnt, fresh, points);
    });
  const line = (name, tint, runs) => ({ name, tint, runs: runs.map((run) => run.map(({ fresh }) => fresh.accuracy)) });
  const at = (runs, epoch) => share(mean(runs.map((one) => one[epoch - 1].fresh.accuracy)));
  const relu = { on: await run("relu", true), off: await run("relu", false) };
  const sigmoid = { on: await run("sigmoid", true), off: await run("sigmoid", false) };
  const panel = (title, { on, off }) => ({
    title,
    x: { title: "epochs", ticks: [1, 5, 10, 15, 20] },
    y: accuracy,
    points,
    lines: [line("on", "b", on), line("off", "a", off)],
  });
  return {
    name: "batch-normalisation",
    title: "With batch normalisation six layers learn from the first epoch on",
    says: "ImageSegments, 18-32x6-7, batches of 32, plain SGD at .1: 1,600 rows learnt again and again, right on the 710 others.",
    panels: [panel("six relu layers", relu), panel("six sigmoid layers", sigmoid)],
    figures: [
      `relu: right on ${at(relu.on, 1)} of the other rows after the first epoch with it, on ${at(relu.off, 1)} without; after 20 epochs on ${at(relu.on, 20)} and ${at(relu.off, 20)}.`,
      `sigmoid: ${at(sigmoid.on, 1)} and ${at(sigmoid.off, 1)} after the first epoch, ${at(sigmoid.on, 20)} and ${at(sigmoid.off, 20)} after 20.`,
    ],
  };
}

/** 150 rows a hundred times. */
async function overfitting() {
  const [learnt, fresh] = split(phishing(), 150);
  const points = [1, 2, 3, 5, 7, 10, 14, 20, 30, 45, 70, 100];
  const run = ({ l2 = 0, rate = 0 }) =>
    eachSeed((seed) => {
      const dropped = rate > 0 ? [{ type: "dropout", rate }] : [];
      const layers = [dense(32, "relu", { l2 }), ...dropped, dense(32, "relu", { l2 }), ...dropped];
      const spec = { inputs: 9, layers: [...layers, dense(2, "softmax", { l2 })], loss: "crossEntropy" };
      return epochs({ ...spec, optimizer: { type: "adam", learningRate: 0.005 }, seed }, learnt, fresh, points);
    });
  const [plain, dropout, l2] = [await run({}), await run({ rate: 0.5 }), await run({ l2: 0.01 })];
  const panel = (title, which) => ({
    title,
    x: { title: "epochs", ticks: [1, 3, 10, 30, 100], log: true },
    y: { format: (value) => value.toFixed(1), label: (value) => value.toFixed(2), range: [0, 1.2] },
    points,
    lines: [
      ["plain", "a", plain],
      ["dropout .5", "c", dropout],
      ["l2 .01", "b", l2],
    ].map(([name, tint, runs]) => ({ name, tint, runs: runs.map((run) => run.map((one) => one[which].loss)) })),
  });
  const end = (runs, which, key = "loss") => mean(runs.map((one) => one.at(-1)[which][key]));
  const text = (name, runs) =>
    `${name}: ${end(runs, "learnt").toFixed(3)} on the rows it learns, ${end(runs, "fresh").toFixed(2)} on the others, of which it gets ${share(end(runs, "fresh", "accuracy"))} right.`;
  return {
    name: "overfitting",
    title: "Learnt by heart, 150 rows teach little about the others; l2 and dropout hold back",
    says: "Phishing, 9-32-32-2, adam at .005: the first 150 rows a hundred times, and the loss on the 1,100 others. Trivial: .69.",
    panels: [panel("loss on the rows learnt", "learnt"), panel("loss on the others", "fresh")],
    figures: [text("After 100 epochs, plain", plain), text("Dropout .5", dropout), text("l2 .01", l2)],
  };
}

/** Useful inputs among noise. */
async function sparsity() {
  const data = withNoise(phishing(), 21);
  const penalties = [0.0003, 0.001, 0.003, 0.01, 0.03];
  const run = (kind) =>
    eachSeed((seed) =>
      Promise.all(
        penalties.map(async (penalty) => {
          const layers = [ALL, dense(32, "relu", { [kind]: penalty }), dense(2, "softmax")];
          const spec = { inputs: 30, layers, loss: "crossEntropy", optimizer: sgd(0.03), seed };
          const { accuracy, parameters } = await stream(spec, data);
          const weights = [...parameters.find(({ name }) => name === "weight").data];
          return { accuracy, zeros: mean(weights.map((weight) => Number(weight === 0))) };
        }),
      ),
    );
  const [l1, l2] = [await run("l1"), await run("l2")];
  const panel = (title, key, y) => ({
    title,
    x: { title: "penalty", ticks: penalties, log: true, format: (value) => String(value).replace(/^0/, "") },
    y,
    points: penalties,
    lines: [
      { name: "l1", tint: "b", runs: l1.map((run) => run.map((one) => one[key])), dots: true },
      { name: "l2", tint: "a", runs: l2.map((run) => run.map((one) => one[key])), dots: true },
    ],
  });
  const at = (runs, penalty, key) => mean(runs.map((one) => one[penalties.indexOf(penalty)][key]));
  return {
    name: "sparsity",
    title: "l1 makes weights exactly 0, l2 only small",
    says: "Phishing with 21 columns of noise beside its 9, 30-32-2, plain SGD at .03, one pass. The first layer's 960 weights.",
    panels: [
      panel("share of weights that are exactly 0", "zeros", accuracy),
      panel("right on all rows", "accuracy", { format: percent, label: share, range: [0.8, 0.9] }),
    ],
    figures: [
      ...[0.003, 0.01, 0.03].map(
        (penalty) =>
          `Penalty ${String(penalty).replace(/^0/, "")}: l1 leaves ${share(at(l1, penalty, "zeros"))} of the weights exactly 0 and is right on ${share(at(l1, penalty, "accuracy"))} of the rows; l2 ${share(at(l2, penalty, "zeros"))} and ${share(at(l2, penalty, "accuracy"))}.`,
      ),
    ],
  };
}

// ---

function distance(a, b) {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
}

/** Columns that say nothing, from a generator with a seed of its own. */
function withNoise({ x, y, classes }, columns) {
  let state = SEEDS.length;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return { x: x.map((row) => [...row, ...Array.from({ length: columns }, noise)]), y, classes };
}
