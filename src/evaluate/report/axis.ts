import { counted, grouped } from "../../text.ts";
import type { Mark } from "../result.ts";
import { at, FRAME, niceRange, range } from "./scale.ts";
import { escaped } from "./text.ts";

const MOST_LABELLED_MARKS = 12;
const MOST_NAMED = 4;
/** Heights of the lines that the names of marks stand on, and how wide a letter is there at most. */
const LABEL_LINES = [8, 20, 32] as const;
const LETTER = 6;

/** The line under a chart with round numbers of rows. */
export function rowAxis(rows: readonly number[], across: (row: number) => number): string {
  const last = rows.at(-1) ?? 1;
  const [, , step] = niceRange([0, last], undefined, 6);
  const bottom = FRAME.height - FRAME.bottom;
  const ticks = range(0, last, Math.max(1, step)).map(
    (row) =>
      `<line class="axis" x1="${at(across(row))}" x2="${at(across(row))}" y1="${bottom}" y2="${bottom + 4}"/>` +
      `<text class="tick" x="${at(across(row))}" y="${bottom + 18}" text-anchor="middle">${grouped(row)}</text>`,
  );
  const line = `<line class="axis" x1="${FRAME.left}" x2="${FRAME.width - FRAME.right}" y1="${bottom}" y2="${bottom}"/>`;
  return `${line}${ticks.join("")}<text class="tick" x="${FRAME.width - FRAME.right + 12}" y="${bottom + 18}">rows</text>`;
}

/** What the vertical lines are; empty where there are none. */
export function markLegend(marks: readonly Mark[]): string {
  const kinds = (["drift", "warning", "note"] as const).flatMap((kind) => {
    const own = marks.filter((mark) => mark.kind === kind);
    if (own.length === 0) return [];
    const texts = [...new Set(own.map(nameOf))];
    const named = texts.length <= MOST_NAMED ? `: ${escaped(texts.join(", "))}` : "";
    return [`<span class="${kind}"><i class="swatch"></i>${counted(own.length, kind)}</span>${named}`];
  });
  return kinds.length === 0 ? "" : `<p class="legend">${kinds.join(" · ")}</p>`;
}

/** A vertical line a mark, named above the picture as long as they are few. */
export function markLines(marks: readonly Mark[], across: (row: number) => number): string[] {
  const isMany = marks.length > MOST_LABELLED_MARKS;
  const ends = LABEL_LINES.map(() => Number.NEGATIVE_INFINITY);
  return marks.map((mark) => {
    const { row, kind } = mark;
    const x = across(row);
    const label = nameOf(mark);
    const line = ends.findIndex((end) => end < x);
    const isNamed = !isMany && line >= 0;
    if (isNamed) ends[line] = x + label.length * LETTER + 10;
    const top = isNamed ? (LABEL_LINES[line] as number) - 8 : FRAME.top - 6;
    const name = isNamed ? `<text x="${at(x + 4)}" y="${LABEL_LINES[line]}">${escaped(label)}</text>` : "";
    const bottom = FRAME.height - FRAME.bottom;
    return `<g class="mark ${kind}${isMany ? " many" : ""}"><line x1="${at(x)}" x2="${at(x)}" y1="${top}" y2="${bottom}"/>${name}<title>row ${grouped(row)}: ${escaped(label)}</title></g>`;
  });
}

// ---

function nameOf({ text, model }: Mark): string {
  return `${text}${model === undefined ? "" : ` (${model})`}`;
}
