/** Samples that a mean or share looks back on: between this many and twice as many. */
export const MEMORY = 10_000;

/** What is old counts half from here on. */
export function halve(sums: Float64Array, total: number): number {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) / 2;
  return total / 2;
}
