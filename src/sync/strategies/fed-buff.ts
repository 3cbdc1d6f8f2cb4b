import type { Strategy, StrategyOptions } from "../strategies.ts";

const LEAST_BUFFER = 8;
const SHARE = 1 / 8;

/**
 * Asynchronous: merges when K = min(active, max(8, ceil(active / 8))) nodes have sent, or when the sync interval is over.
 * An update that is `lag` versions behind counts 1 / sqrt(1 + lag).
 */
export function fedBuff({ intervalMs }: StrategyOptions): Strategy {
  return {
    name: "fedBuff",
    answersAtOnce: true,
    mostLag: 64,
    beyond: "rebase",
    isDue: ({ nodes, active, ageMs }) =>
      nodes.size > 0 && (nodes.size >= bufferSize(Math.max(active, nodes.size)) || ageMs >= intervalMs),
    weightOf: (lag) => 1 / Math.sqrt(1 + lag),
  };
}

function bufferSize(active: number): number {
  return Math.min(active, Math.max(LEAST_BUFFER, Math.ceil(active * SHARE)));
}
