import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { inParts, scaleOf, sparkline } from "../src/demo/chart.ts";
import { frame, LiveView } from "../src/demo/live.ts";
import type { Progress } from "../src/demo/news.ts";
import { CONTENDERS } from "../src/demo/scores.ts";
import { styleOf } from "../src/demo/style.ts";

const PLAIN = styleOf(new PassThrough());
const SCALE = { floor: 0, ceiling: 0.8 };

describe("the parts of a stream", () => {
  test("are the means of the points in them, and unknown where the stream has not come yet", () => {
    const points = [10, 20, 30, 40, 50].map((row) => ({ row, value: row / 100 }));
    expect(inParts(points, 100, 5)).toEqual([
      expect.closeTo(0.15),
      expect.closeTo(0.35),
      expect.closeTo(0.5),
      undefined,
      undefined,
    ]);
  });

  test("are null where a contender had no value, and go on with the last one where no point fell", () => {
    const points = [
      { row: 25, value: null },
      { row: 50, value: 0.5 },
      { row: 100, value: 0.7 },
    ];
    expect(inParts(points, 100, 8)).toEqual([null, null, null, 0.5, 0.5, 0.5, 0.5, 0.7]);
  });

  test("are none on a line without width", () => {
    expect(inParts([{ row: 1, value: 1 }], 10, 0)).toEqual([]);
    expect(inParts([{ row: 1, value: 1 }], 10, -3)).toEqual([]);
  });
});

test("a sparkline has a bar for each part, eight heights, dots ahead and room for the unknown", () => {
  const rising = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((value) => value + 0.05);
  expect(sparkline(rising, SCALE)).toBe("▁▂▃▄▅▆▇█");
  expect(sparkline([null, -1, 2, 0.8, undefined, undefined], SCALE)).toBe(" ▁██··");
});

test("the scale spans what is known in steps of 5 %, never less than 20 points and never beyond 100 %", () => {
  expect(scaleOf([0.583, 0.871, null, undefined])).toEqual({ floor: 0.55, ceiling: 0.9 });
  expect(scaleOf([0.71, 0.72])).toEqual({ floor: 0.7, ceiling: expect.closeTo(0.9) });
  expect(scaleOf([0.99, 1])).toEqual({ floor: 0.8, ceiling: 1 });
  expect(scaleOf([])).toEqual({ floor: 0.5, ceiling: 1 });
});

describe("the live chart", () => {
  const history = Array.from({ length: 100 }, (_, i) => progressAt(250 * (i + 1)));

  test("fits every width and keeps the figures", () => {
    for (let columns = 1; columns <= 200; columns++) {
      const lines = frame(history, [], 45_312, columns, PLAIN);
      if (columns >= 30) for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      expect(lines.join("\n")).toMatch(/last known label.* 64\.0 %\n.*frozen net.* 73\.1 %\n.*learning net.* 79\.8 %/);
    }
  });

  test("marks where the gateway was killed, in every width, and says when it was back where there is room", () => {
    const kills = [{ row: 22_656, seconds: 0.61 }];
    for (let columns = 30; columns <= 200; columns++) {
      const lines = frame(history, kills, 45_312, columns, PLAIN);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      const mark = lines[3]?.indexOf("▲") ?? -1;
      const [first] = frame(history, [], 45_312, columns, PLAIN);
      const begin = first?.search(/[▁▂▃▄▅▆▇█]/) ?? -1;
      if (mark >= 0) expect(mark).toBe(begin + Math.floor((first?.match(/[▁▂▃▄▅▆▇█·]/g)?.length ?? 0) / 2));
      if (columns >= 75) expect(lines[3]).toContain("killed at row 22,656, back after 0.6 s");
      expect(lines).toHaveLength(frame(history, [], 45_312, columns, PLAIN).length + 1);
    }
    const away = frame(history, [...kills, { row: 30_000, seconds: undefined }], 45_312, 119, PLAIN)[3];
    expect(away?.match(/▲/g)).toHaveLength(2);
    expect(away).toMatch(/ killed at row 30,000, starting again ?▲| ▲ killed at row 30,000, starting again/);
  });

  test("is drawn over itself, and gives the cursor back", () => {
    const output = new PassThrough();
    const view = new LiveView(output, 45_312, PLAIN);
    for (const progress of history.slice(0, 3)) view.progress(progress);
    view.end();
    view.end();
    const written: string = output.read().toString();
    expect(written.split("\u001b[?25l")).toHaveLength(2);
    expect(written.endsWith("\u001b[?25h")).toBe(true);
    const height = frame(history, [], 45_312, 79, PLAIN).length;
    expect(written.split(`\u001b[${height}A\r\u001b[0J`)).toHaveLength(3);
    expect(stripVTControlCharacters(written)).toContain("750 of 45,312 rows");
  });

  test("has no colours where the output is no terminal or NO_COLOR forbids them", () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true, hasColors: () => true }) as never;
    const before = process.env.NO_COLOR;
    try {
      delete process.env.NO_COLOR;
      expect(styleOf(terminal).of("learning net", "x")).toBe("\u001b[32mx\u001b[39m");
      process.env.NO_COLOR = "1";
      expect(styleOf(terminal).of("learning net", "x")).toBe("x");
      expect(PLAIN.bold("x")).toBe("x");
    } finally {
      if (before === undefined) delete process.env.NO_COLOR;
      else process.env.NO_COLOR = before;
    }
  });
});

function progressAt(scored: number): Progress {
  const shares = [0.64, scored > 8_832 ? 0.731 : null, 0.798];
  const standings = CONTENDERS.map((contender, i) => ({ contender, accuracy: shares[i] ?? null, loss: 0.4 }));
  return { scored, seconds: scored / 3_000, standings };
}
