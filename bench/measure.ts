import { type Contender, NAMES, type Name } from "./contenders.ts";
import type { Stream } from "./nets.ts";

/** Microseconds of CPU time a call. */
export type Times = Record<Name, { predict: number; learn: number }>;

export interface Effort {
  /** Rounds over all contenders; the medians are taken over them. */
  rounds: number;
  /** CPU time of one batch of calls, in ms. */
  batch: number;
}

export const FULL: Effort = { rounds: 25, batch: 30 };
export const QUICK: Effort = { rounds: 5, batch: 8 };

/**
 * Medians over interleaved batches: every round measures every contender once, so that a slow second of a shared
 * machine falls on all of them.
 */
export function measure(contenders: Record<Name, Contender>, stream: Stream, { rounds, batch }: Effort): Times {
  const runs = NAMES.flatMap((name) =>
    (["predict", "learn"] as const).map((call) => {
      const run = call === "predict" ? predicting(contenders[name], stream) : learning(contenders[name], stream);
      return { name, call, run, calls: callsFor(run, batch), samples: [] as number[] };
    }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const { run, calls, samples } of runs) samples.push(cpuTime(run, calls) / calls);
  }
  const times = Object.fromEntries(NAMES.map((name) => [name, { predict: 0, learn: 0 }])) as Times;
  for (const { name, call, samples } of runs) times[name][call] = median(samples);
  return times;
}

type Run = (calls: number) => void;

function predicting(contender: Contender, { inputs, targets }: Stream): Run {
  const out = new Float32Array((targets[0] as Float32Array).length);
  return (calls) => {
    for (let i = 0; i < calls; i++) contender.predictInto(inputs[i % inputs.length] as Float32Array, out);
  };
}

function learning(contender: Contender, { inputs, targets }: Stream): Run {
  return (calls) => {
    for (let i = 0; i < calls; i++) {
      const row = i % inputs.length;
      contender.learn(inputs[row] as Float32Array, targets[row] as Float32Array);
    }
  };
}

/** Warms up until a batch takes long enough; by then the engine's optimising compilers have been through it. */
function callsFor(run: Run, batch: number): number {
  for (let calls = 64; ; calls *= 2) {
    const spent = cpuTime(run, calls) / 1000;
    if (spent >= batch) return Math.max(1, Math.round((calls * batch) / spent));
  }
}

/** In microseconds; user and system. */
function cpuTime(run: Run, calls: number): number {
  const before = process.cpuUsage();
  run(calls);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
