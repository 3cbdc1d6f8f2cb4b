/**
 * A committee in plain double precision, written from the formulas: Hedge, logistic mix, replay ring, weight averages.
 *
 *   Hedge       weight exp(-eta (L - min L)) / sum, then L = decay L + min(cap, loss)
 *   q0          Hedge's mean of the experts' probabilities, each log probability s at least -9
 *   q1          softmax(sum_i w_i s_i), w_i = 1 / experts at first, w_i -= rate sum_c (q1_c - y_c) s_ic
 *   answer      Hedge over q0 and q1 by -log(q[y] + 1e-9); of a regression Hedge's mean by |error|
 *   average     E += (1 - e) (W - E), e = min(decay, (s + 1) / (s + 10)), s samples learnt before
 */
import type { FullCommittee, FullMixture } from "../../src/spec.ts";
import { Generator } from "./generator.ts";
import { newStatistics, observe, PlainNetwork, type Statistics, standardized } from "./plain-network.ts";

interface Member {
  network: PlainNetwork;
  scaler: Statistics;
  replaySteps: number;
  average?: { decay: number; both: boolean; layers: PlainNetwork["layers"] };
}
type Row = [x: readonly number[], y: number];

export class PlainCommittee {
  readonly #members: Member[];
  readonly #mixture: FullMixture;
  readonly #classes: number;
  readonly #generator: Generator;
  readonly #targets: Statistics;
  readonly #ring: Row[] = [];
  readonly #capacity: number;
  #learnt = 0;
  #losses: number[];
  #logistic: number[];
  #mixLosses = [0, 0];

  /** @param spec members of standardize and dense layers with plain sgd; crossEntropy, or mse on one standardised target */
  constructor(spec: FullCommittee) {
    this.#generator = new Generator(spec.seed);
    this.#classes = spec.loss === "crossEntropy" ? spec.outputs : 0;
    this.#mixture = spec.mixture as FullMixture;
    this.#capacity = spec.replay?.capacity ?? 0;
    this.#targets = newStatistics(1, "all", 0, 1e-12);
    this.#members = spec.members.map((member) => {
      const inputs = spec.inputs as number;
      const network = new PlainNetwork(inputs, member, this.#generator);
      const first = member.layers[0];
      if (first?.type !== "standardize") throw new Error("no scaler");
      return {
        network,
        scaler: newStatistics(inputs, first.decay, first.clip, first.epsilon),
        replaySteps: member.replaySteps,
        ...(member.average && { average: { ...member.average, layers: structuredClone(network.layers) } }),
      };
    });
    const experts = this.#experts(new Array(spec.inputs as number).fill(0)).length;
    this.#losses = new Array(experts).fill(0);
    this.#logistic = new Array(experts).fill(1 / experts);
  }

  predict(x: readonly number[]): number[] {
    const { answer } = this.#mix(this.#experts(x));
    if (this.#classes > 0) return answer;
    const variance = this.#targets.variance[0] as number;
    const sd = variance === 0 ? 0 : Math.sqrt(Math.max(variance, 1e-12));
    return [(answer[0] as number) * sd + (this.#targets.mean[0] as number)];
  }

  /** @returns the loss of the answer before the steps */
  learn(x: readonly number[], y: number): number {
    for (const { scaler } of this.#members) observe(scaler, x);
    if (this.#classes === 0) observe(this.#targets, [y]);
    const experts = this.#experts(x);
    const { answer, q } = this.#mix(experts);
    const loss = this.#learnMixture(experts, answer, q, y);
    for (const member of this.#members) {
      this.#step(member, [x, y]);
      for (let k = 0; k < member.replaySteps && this.#ring.length > 0; k++) {
        this.#step(member, this.#ring[this.#generator.index(this.#ring.length)] as Row);
      }
      this.#average(member);
    }
    this.#ring[this.#learnt % this.#capacity] = [x, y];
    this.#learnt++;
    return loss;
  }

  /** Log probabilities, at least -9, or standardised predictions. */
  #experts(x: readonly number[]): number[][] {
    return this.#members.flatMap(({ network, scaler, average }) => {
      const z = standardized(scaler, x);
      const asked = [...(!average || average.both ? [network.layers] : []), ...(average ? [average.layers] : [])];
      const outputs = asked.map((layers) => network.forward(z, layers).at(-1) as number[]);
      return this.#classes > 0
        ? outputs.map((logits) => softmax(logits).map((p) => Math.max(Math.log(p), -9)))
        : outputs;
    });
  }

  #mix(experts: readonly number[][]): { answer: number[]; q: number[][] } {
    const h = hedge(this.#losses, this.#mixture.eta);
    const mean = (value: (s: number) => number): number[] =>
      (experts[0] as number[]).map((_, c) => sum(experts.map((s, i) => (h[i] as number) * value(s[c] as number))));
    if (this.#classes === 0) return { answer: mean((p) => p), q: [] };
    const weighed = (experts[0] as number[]).map((_, c) =>
      sum(experts.map((s, i) => (this.#logistic[i] as number) * (s[c] as number))),
    );
    const q = [mean(Math.exp), softmax(weighed)];
    const g = hedge(this.#mixLosses, this.#mixture.eta);
    const answer = weighed.map((_, c) => sum(q.map((one, k) => (g[k] as number) * (one[c] as number))));
    return { answer: answer.map((p) => p / sum(answer)), q };
  }

  #learnMixture(experts: readonly number[][], answer: readonly number[], q: readonly number[][], y: number): number {
    const { decay, cap, logisticRate } = this.#mixture;
    const counted = (before: number, loss: number): number => decay * before + Math.min(cap, loss);
    if (this.#classes === 0) {
      const t = standardized(this.#targets, [y])[0] as number;
      this.#losses = this.#losses.map((before, i) => counted(before, Math.abs((experts[i]?.[0] as number) - t)));
      return ((answer[0] as number) - t) ** 2;
    }
    const logLoss = (p: readonly number[]): number => -Math.log((p[y] as number) + 1e-9);
    this.#mixLosses = this.#mixLosses.map((before, k) => counted(before, logLoss(q[k] as number[])));
    this.#logistic = this.#logistic.map((w, i) => {
      const slopes = (experts[i] as number[]).map((s, c) => ((q[1]?.[c] as number) - (c === y ? 1 : 0)) * s);
      return w - logisticRate * sum(slopes);
    });
    this.#losses = this.#losses.map((before, i) => counted(before, -(experts[i]?.[y] as number)));
    return logLoss(answer);
  }

  #step({ network, scaler }: Member, [x, y]: Row): void {
    const t = this.#classes === 0 ? (standardized(this.#targets, [y])[0] as number) : 0;
    network.step(standardized(scaler, x), (outputs) =>
      this.#classes > 0 ? softmax(outputs).map((p, c) => p - (c === y ? 1 : 0)) : [2 * ((outputs[0] as number) - t)],
    );
  }

  #average({ network, average }: Member): void {
    if (!average) return;
    const e = Math.min(average.decay, (this.#learnt + 1) / (this.#learnt + 10));
    for (const [l, { rows }] of average.layers.entries()) {
      for (const [u, row] of rows.entries()) {
        for (let i = 0; i < row.length; i++) {
          row[i] = (row[i] as number) + (1 - e) * ((network.layers[l]?.rows[u]?.[i] as number) - (row[i] as number));
        }
      }
    }
  }
}

function hedge(losses: readonly number[], eta: number): number[] {
  const weights = losses.map((loss) => Math.exp(-eta * (loss - Math.min(...losses))));
  return weights.map((weight) => weight / sum(weights));
}

function softmax(logits: readonly number[]): number[] {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  return powers.map((power) => power / sum(powers));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
