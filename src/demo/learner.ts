import { stat } from "node:fs/promises";
import { MillraceError } from "../errors.ts";
import { logLoss } from "../evaluate/metrics.ts";
import { Model } from "../model.ts";
import type { ModelSpec } from "../spec/models.ts";
import { CLASSES, FEATURES, type Features, QUARTER, TRAINING_ROWS, WINDOW } from "./electricity.ts";
import type { LabelMessage, PredictionMessage } from "./messages.ts";
import { type Result, type Standing, Tally } from "./scores.ts";
import { WaitingRows } from "./waiting.ts";

/** The net of the main job. */
export const SPEC: ModelSpec = {
  inputs: [...FEATURES],
  classes: [...CLASSES],
  layers: [
    { type: "standardize", decay: 0.99 },
    { type: "dense", units: 32, activation: "relu" },
    { type: "dense", units: CLASSES.length, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.03, clipNorm: 5 },
  seed: 1,
};

interface Answer {
  index: number;
  probabilities: Float32Array;
}

interface WaitingRow {
  row: number;
  features: Features;
  lastKnown: number | undefined;
  frozen: Answer;
  learning: Answer;
}

/**
 * The three contenders on one stream: each row is predicted by all of them, waits, and is scored and learnt when its
 * label comes. Nothing here knows of MQTT, so the same calls give the same bits however the messages travelled.
 */
export class Learner {
  /** @param waiting most rows that wait for their label at one time */
  static async create(rows: number, waiting: number): Promise<Learner> {
    return new Learner(await Model.create(SPEC), rows, waiting);
  }

  readonly #model: Model;
  readonly #rows: number;
  readonly #countedFrom: number;
  readonly #waiting: WaitingRows<WaitingRow>;
  readonly #tallies: { lastKnown: Tally; frozen: Tally; learning: Tally };
  #frozen: Model | undefined;
  #lastKnown: number | undefined;
  #learnt = 0;
  #startedAt = 0;
  #endedAt = 0;

  private constructor(model: Model, rows: number, waiting: number) {
    this.#model = model;
    this.#rows = rows;
    this.#countedFrom = rows > TRAINING_ROWS ? TRAINING_ROWS : 0;
    this.#waiting = new WaitingRows(waiting);
    const counting = { from: this.#countedFrom, quarter: QUARTER, window: WINDOW };
    this.#tallies = { lastKnown: new Tally(counting), frozen: new Tally(counting), learning: new Tally(counting) };
  }

  /** Labels learnt. */
  get learnt(): number {
    return this.#learnt;
  }

  /** @throws MillraceError where the features are not those of the stream; nothing waits then */
  predict(row: number, features: Features): PredictionMessage {
    this.#startedAt ||= performance.now();
    // The frozen net is the learning one as it is when the training days are over, and is never touched again.
    if (row === TRAINING_ROWS) this.#frozen ??= this.#model.clone();
    const learning = answer(this.#model, features);
    const frozen = this.#frozen ? answer(this.#frozen, features) : learning;
    this.#waiting.put({ row, features, lastKnown: this.#lastKnown, frozen, learning });
    const { index, probabilities } = learning;
    return { row, class: CLASSES[index] as string, probability: probabilities[index] as number, learnt: this.#learnt };
  }

  /** @throws MillraceError where the class is unknown or no such row waits; nothing is learnt then */
  learn({ row, class: label }: LabelMessage): void {
    const index = CLASSES.indexOf(label as (typeof CLASSES)[number]);
    if (index < 0) {
      throw new MillraceError("E_CLASS", "unknown class", { expected: CLASSES.join(" or "), actual: String(label) });
    }
    const waiting = this.#waiting.take(row);
    if (!waiting) throw new MillraceError("E_VALUE", `no features of row ${row} wait for a label`);
    if (row < this.#rows) this.#score(waiting, index);
    this.#lastKnown = index;
    this.#model.learn(waiting.features, index);
    this.#learnt += 1;
    if (this.#learnt <= this.#rows) this.#endedAt = performance.now();
  }

  /** Seconds from the first prediction to the last label of the stream. */
  get seconds(): number {
    return (this.#endedAt - this.#startedAt) / 1000;
  }

  standings(): Standing[] {
    const { lastKnown, frozen, learning } = this.#tallies;
    return [
      lastKnown.standing("last known label"),
      this.#frozen ? frozen.standing("frozen net") : { contender: "frozen net", accuracy: null, loss: null },
      learning.standing("learning net"),
    ];
  }

  /** Writes the model, whole or not at all, and sums the run up. */
  async save(path: string): Promise<Result> {
    const { lastKnown, frozen, learning } = this.#tallies;
    await this.#model.save(path);
    const baseline = lastKnown.accuracy;
    const unfrozen = { rows: 0, accuracy: null, worstQuarter: null, kappaTemporal: null, loss: null };
    return {
      rows: this.#learnt,
      countedFrom: this.#countedFrom,
      scores: [
        lastKnown.score("last known label", baseline),
        this.#frozen ? frozen.score("frozen net", baseline) : { contender: "frozen net", ...unfrozen },
        learning.score("learning net", baseline),
      ],
      seconds: this.seconds,
      modelBytes: this.#model.bytes,
      fileBytes: (await stat(path)).size,
      checksum: this.#model.checksum(),
      path,
    };
  }

  #score({ row, lastKnown, frozen, learning }: WaitingRow, truth: number): void {
    this.#tallies.lastKnown.add(row, lastKnown === truth, null);
    if (this.#frozen) this.#tallies.frozen.add(row, frozen.index === truth, logLoss(frozen.probabilities[truth] ?? 0));
    this.#tallies.learning.add(row, learning.index === truth, logLoss(learning.probabilities[truth] ?? 0));
  }
}

// ---

/** The likeliest class, the lowest at a tie. */
function answer(model: Model, features: Features): Answer {
  const probabilities = model.predict(features);
  return { index: probabilities.indexOf(Math.max(...probabilities)), probabilities };
}
