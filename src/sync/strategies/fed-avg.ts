import { MillraceError } from "../../errors.ts";
import type { Strategy, StrategyOptions } from "../strategies.ts";

/**
 * Synchronous: a round names its nodes, and closes when all of them have sent, or at `roundTimeoutMs`. Every update is of
 * the round's own head, and all count the same: equal sets of updates give equal bits, in whatever order they come.
 */
export function fedAvg({ nodes = [], roundTimeoutMs = Number.POSITIVE_INFINITY }: StrategyOptions): Strategy {
  if (nodes.length === 0 || new Set(nodes).size !== nodes.length) {
    throw new MillraceError("E_CONFIG", "a synchronous fleet names its nodes", {
      where: "nodes",
      expected: "the id of each device, once",
      actual: nodes.length === 0 ? "none" : nodes.join(", "),
      remedy: 'Name them, or take the strategy "fedBuff"',
    });
  }
  return {
    name: "fedAvg",
    answersAtOnce: false,
    mostLag: 0,
    beyond: "stale",
    isDue: (waiting) =>
      waiting.nodes.size > 0 && (nodes.every((node) => waiting.nodes.has(node)) || waiting.ageMs >= roundTimeoutMs),
    weightOf: () => 1,
  };
}
