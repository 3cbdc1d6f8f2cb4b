/**
 * The mixture of experts: each member answers, one that says so with its average too, and the mixture learns how much
 * each is worth.
 *
 *   Hedge (Freund & Schapire 1997), forgetting: L = decay L + min(cap, loss), weight exp(-eta (L - min L)) / sum
 *   regression      answer = sum_i h_i p_i, loss |p - t| averaged over the outputs, in standardised units
 *   classification  s_ic = max(log p_ic, -9), loss -sum_c t_c s_ic
 *     q0 = sum_i h_i exp(s_i)         the Hedge over the experts
 *     q1 = softmax(sum_i w_i s_i)     the logistic mix: w_i = 1 / experts, then w_i -= rate sum_c (q1_c - t_c) s_ic
 *     answer = the Hedge over q0 and q1, with loss -sum_c t_c log(q_c + 1e-9), made to sum to 1
 *
 * Experts in order of the members; weights before average. Losses are of the answers before the sample is learnt.
 */
import {
  CROSS_ENTROPY, MEMBER_AVERAGE_BOTH, MEMBER_AVERAGES, MIXTURE_CAP, MIXTURE_DECAY, MIXTURE_ETA, MIXTURE_LOGISTIC_RATE,
} from "../src/abi";
import { answer, member, toFirstMember, toNextMember, useAverage, y } from "./cursor";
import { experts, loss, mixtureAt, mixtureStateAt, outputs } from "./image";
import { addScaled, at, copyWords, divide, firstBeyond, largestOf, put, zeroWords } from "./kernels";
import { errorOfAnswer, logOfSum, lossOfSample } from "./losses";
import { exp, flushed, log } from "./math";
import { forward } from "./network";
import { targetAt } from "./targets";

/** Probabilities below e^-9 count as that: one sure and wrong expert must not silence the mix. */
const FLOOR: f32 = -9;
const SMALL: f32 = 1e-9;

/** Experts whose answer is finite. */
let sound: i32 = 0;
let record: usize = 0;
/** Fading losses; under crossEntropy then the logistic weights, then the losses of the two mixes. */
let losses: usize = 0;
/** Answers of the experts (log probabilities under crossEntropy), outputs each; then q0 and q1. */
let answers: usize = 0;

/** Runs every expert on the sample and mixes their answers into the answer. Nothing of the state changes. */
export function mix(sample: usize): void {
  enterMixture();
  let expert = 0;
  sound = 0;
  toFirstMember();
  do {
    const averages = load<u32>(member, MEMBER_AVERAGES) != 0;
    if (!averages || load<u32>(member, MEMBER_AVERAGE_BOTH)) ask(sample, expert++, false);
    if (averages) ask(sample, expert++, true);
  } while (toNextMember());
  toFirstMember();
  if (loss == CROSS_ENTROPY) mixClasses();
  else weigh(answer);
  if (!sound) put(answer, 0, NaN);
}

/** Learns from the target at hand what each expert was worth; `mix` has just run. Returns the mixture's loss. */
export function learnMixture(): f32 {
  const rate = load<f32>(record, MIXTURE_LOGISTIC_RATE);
  const mixes = answers + rowOf(experts);
  let before: f32 = 0;
  if (loss == CROSS_ENTROPY) {
    before = logLoss(answer, false);
    for (let i = 0; i < experts; i++) {
      let slope: f32 = 0;
      for (let c = 0; c < outputs; c++) slope += (at(mixes, outputs + c) - targetAt(c)) * at(answers + rowOf(i), c);
      put(losses, experts + i, at(losses, experts + i) - rate * slope);
    }
    count(2 * experts, logLoss(mixes, false));
    count(2 * experts + 1, logLoss(mixes + rowOf(1), false));
  } else {
    before = lossOfSample(answer);
  }
  for (let i = 0; i < experts; i++) {
    const row = answers + rowOf(i);
    count(i, loss == CROSS_ENTROPY ? logLoss(row, true) : errorOfAnswer(row));
  }
  return before;
}

/** Initial state: the losses are 0, the logistic weights 1 / experts. */
export function drawMixture(): void {
  for (let i = 0; i < experts; i++) put(mixtureStateAt(), experts + i, 1.0 / <f32>experts);
}

/** Share of expert i in the Hedge over the experts, as of now. */
export function shareOfExpert(i: i32): f32 {
  enterMixture();
  let sum: f32 = 0;
  for (let k = 0; k < experts; k++) sum += hedge(0, experts, k);
  return hedge(0, experts, i) / sum;
}

// --- One expert ---

function ask(sample: usize, expert: i32, average: bool): void {
  const into = answers + rowOf(expert);
  useAverage(average);
  // Under crossEntropy the logits: their log-softmax keeps what a softmax rounds to 0.
  forward(sample, 0, 1, false, loss == CROSS_ENTROPY, false);
  copyWords(into, y, rowOf(1));
  useAverage(false);
  // Diverged: no opinion, every class alike or the mean. 0 x NaN would silence the whole mix.
  if (firstBeyond(into, outputs, Infinity) < outputs) zeroWords(into, rowOf(1));
  else sound++;
  if (loss == CROSS_ENTROPY) logSoftmax(into);
}

// --- Mixing ---

function enterMixture(): void {
  record = mixtureAt();
  losses = mixtureStateAt();
  answers = answer + rowOf(1);
}

function mixClasses(): void {
  const q0 = answers + rowOf(experts);
  const q1 = q0 + rowOf(1);
  zeroWords(q1, rowOf(1));
  weigh(q0);
  for (let i = 0; i < experts; i++) addScaled(q1, answers + rowOf(i), at(losses, experts + i), outputs);
  logSoftmax(q1);
  for (let c = 0; c < outputs; c++) put(q1, c, exp(at(q1, c)));
  const h0 = hedge(2 * experts, 2, 0);
  const h1 = hedge(2 * experts, 2, 1);
  let sum: f32 = 0;
  for (let c = 0; c < outputs; c++) {
    const q: f32 = (h0 * at(q0, c) + h1 * at(q1, c)) / (h0 + h1);
    put(answer, c, q);
    sum += q;
  }
  divide(answer, outputs, sum);
}

/** The Hedge's mean of the experts' answers. */
function weigh(into: usize): void {
  let sum: f32 = 0;
  zeroWords(into, rowOf(1));
  for (let i = 0; i < experts; i++) {
    const h = hedge(0, experts, i);
    sum += h;
    for (let c = 0; c < outputs; c++) {
      const p = at(answers + rowOf(i), c);
      put(into, c, at(into, c) + h * (loss == CROSS_ENTROPY ? exp(p) : p));
    }
  }
  divide(into, outputs, sum);
}

/** Unnormalised weight of entry i of the `n` losses from `first` on: 1 for the best, so no sum is 0. */
function hedge(first: i32, n: i32, i: i32): f32 {
  let least = at(losses, first);
  for (let k = 1; k < n; k++) least = min<f32>(least, at(losses, first + k));
  return exp(-load<f32>(record, MIXTURE_ETA) * (at(losses, first + i) - least));
}

function count(i: i32, value: f32): void {
  const counted = min<f32>(value, load<f32>(record, MIXTURE_CAP));
  put(losses, i, flushed(load<f32>(record, MIXTURE_DECAY) * at(losses, i) + counted));
}

/** -sum t log q of a row of probabilities, or of their logarithms. */
function logLoss(row: usize, isLog: bool): f32 {
  let sum: f32 = 0;
  for (let c = 0; c < outputs; c++) sum -= targetAt(c) * (isLog ? at(row, c) : log(at(row, c) + SMALL));
  return sum;
}

/** In place, floored. */
function logSoftmax(row: usize): void {
  const largest = largestOf(row, outputs);
  const logSum = logOfSum(row, largest);
  for (let c = 0; c < outputs; c++) put(row, c, max<f32>(at(row, c) - largest - logSum, FLOOR));
}

/** Bytes of i rows. */
function rowOf(i: i32): usize {
  return (<usize>i * <usize>outputs) << 2;
}
