import { grouped } from "../../text.ts";
import type { StreamEvaluation } from "../result.ts";
import { tintOf } from "./table.ts";
import { escaped } from "./text.ts";

const MOST_CLASSES = 16;

/** How often each class was answered for each class that came, a square a pair; undefined where there are too many. */
export function confusionMatrix(evaluation: StreamEvaluation, index: number): string | undefined {
  const counts = evaluation.standings[index]?.confusion;
  if (counts === undefined || counts.length > MOST_CLASSES) return undefined;
  const names = counts.map((_, k) => evaluation.classes?.[k] ?? String(k));
  const side = counts.length <= 3 ? 72 : counts.length <= 8 ? 50 : 40;
  const left = 16 + 7.2 * Math.min(14, Math.max(...names.map(({ length }) => length)));
  const width = left + side * counts.length;
  const height = 40 + side * counts.length;
  const squares = counts.flatMap((row, truth) => {
    const total = row.reduce((sum, count) => sum + count, 0) || 1;
    return row.map((count, answer) => {
      const share = count / total;
      const [x, y] = [left + side * answer, side * truth];
      const isOn = share > 0.55;
      return (
        `<rect class="cell ${tintOf(evaluation, index)}" x="${x}" y="${y}" width="${side - 2}" height="${side - 2}" rx="4" fill-opacity="${(0.05 + 0.95 * share).toFixed(2)}">` +
        `<title>${escaped(names[truth] as string)} answered as ${escaped(names[answer] as string)}: ${grouped(count)}</title></rect>` +
        `<text class="count${isOn ? " on" : ""}" x="${x + side / 2 - 1}" y="${y + side / 2 + 3}">${side >= 72 && count < 1e6 ? grouped(count) : short(count)}</text>`
      );
    });
  });
  const truths = names.map(
    (name, k) =>
      `<text class="tick" x="${left - 8}" y="${side * k + side / 2 + 3}" text-anchor="end">${escaped(cut(name, 14))}</text>`,
  );
  const letters = Math.max(2, Math.floor(side / 7));
  const answers = names.map(
    (name, k) =>
      `<text class="tick" x="${left + side * k + side / 2}" y="${side * counts.length + 15}" text-anchor="middle">${escaped(cut(name, letters))}</text>`,
  );
  const caption = `<text class="tick" x="${left}" y="${height - 5}">answered, from left to right; what came true, from top to bottom</text>`;
  return `<svg viewBox="0 0 ${Math.max(width, left + 360)} ${height}" width="${Math.max(width, left + 360)}" role="img" aria-label="Confusion matrix">${squares.join("")}${truths.join("")}${answers.join("")}${caption}</svg>`;
}

// ---

function short(count: number): string {
  return count < 10_000 ? grouped(count) : `${grouped(count / 1_000)}k`;
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
