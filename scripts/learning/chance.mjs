/**
 * The chance that `drawn` different rows, placed at random among `rows`, hit every one of some windows that do not
 * overlap: by inclusion and exclusion over the windows that are missed.
 */
export function chanceToHitAll(drawn, sizes, rows) {
  let chance = 0;
  for (let missed = 0; missed < 2 ** sizes.length; missed++) {
    const left = sizes.filter((_, i) => (missed >> i) & 1);
    const missing = left.reduce((sum, size) => sum + size, 0);
    chance += (left.length % 2 === 0 ? 1 : -1) * chanceToMiss(drawn, missing, rows);
  }
  return chance;
}

function chanceToMiss(drawn, size, rows) {
  let chance = 1;
  for (let i = 0; i < drawn; i++) chance *= Math.max(0, rows - size - i) / (rows - i);
  return chance;
}
