/** Labels between two progress messages: some four a second, and a divisor of every distance of plain lines. */
export function progressDistance(rate: number | undefined): number {
  const most = rate === undefined ? 250 : Math.max(1, rate / 4);
  return [250, 125, 50, 25, 10, 5, 2, 1].find((distance) => distance <= most) ?? 1;
}

/** Labels between two plain lines: about ten lines a run, and one every five seconds or so when the stream is slow. */
export function lineDistance(rows: number, rate: number | undefined): number {
  const usual = rows > 20_000 ? 5_000 : rows > 4_000 ? 1_000 : 250;
  return rate === undefined ? usual : Math.min(usual, 20 * progressDistance(rate));
}
