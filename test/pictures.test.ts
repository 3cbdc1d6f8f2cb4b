import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Experiment {
  name: string;
  title: string;
  says: string;
  panels: { lines: { name: string; runs: number[][] }[] }[];
  figures: string[];
}

const SCRIPTS = "../scripts/concepts";
const { EXPERIMENTS } = (await import(`${SCRIPTS}/experiments.mjs`)) as { EXPERIMENTS: (() => Promise<Experiment>)[] };
const { picture } = (await import(`${SCRIPTS}/picture.mjs`)) as { picture: (experiment: Experiment) => string };
const DOCS = new URL("../docs/", import.meta.url);
const PAGE = readFileSync(new URL("concepts.md", DOCS), "utf8");

// The two of many epochs take seconds: `npm run concepts -- --check` holds them.
const QUICK: [string, number, (experiment: Experiment) => void][] = [
  [
    "tanh-sigmoid",
    0,
    (found) => {
      expect(end(found, 0, "tanh")).toBeGreaterThan(end(found, 0, "sigmoid") + 0.25);
      expect(end(found, 1, "sigmoid", 0)).toBeLessThan(0.03 * end(found, 1, "sigmoid"));
    },
  ],
  [
    "relu-leaky",
    1,
    (found) => {
      expect(end(found, 0, "leaky")).toBeGreaterThan(end(found, 0, "relu") + 0.2);
      expect(end(found, 1, "relu")).toBeGreaterThan(0.3);
    },
  ],
  [
    "batches",
    2,
    (found) => {
      for (const [name, worse] of [
        ["batch 32, rate .3", 0.1],
        ["batch 32, rate .03", 0.35],
      ] as const) {
        expect(end(found, 0, "batch 1, rate .03", 9)).toBeGreaterThan(end(found, 0, name, 9) + worse);
      }
    },
  ],
  [
    "sparsity",
    5,
    (found) => {
      expect(end(found, 0, "l1")).toBeGreaterThan(0.5);
      expect(Math.max(...line(found, 0, "l2").runs.flat())).toBe(0);
      expect(end(found, 1, "l1", 2)).toBeGreaterThan(end(found, 1, "l2", 2) - 0.01);
    },
  ],
];

describe("docs/concepts.md", () => {
  test.each(QUICK)(
    "the figures of %s are what the core computes today, and say what they are said to",
    async (name, index, holds) => {
      const found = (await EXPERIMENTS[index]?.()) as Experiment;
      expect(found.name).toBe(name);
      const section = PAGE.slice(PAGE.indexOf(`<!-- ${name} -->`));
      expect(section.slice(0, section.indexOf("<!-- / -->"))).toContain(
        found.figures.map((text) => `- ${text}`).join("\n"),
      );
      expect(readFileSync(new URL(`pictures/${name}.svg`, DOCS), "utf8")).toBe(picture(found));
      holds(found);
    },
  );

  test("every picture it shows is there, fits light and dark, and needs nothing from elsewhere", () => {
    const shown = [...PAGE.matchAll(/!\[([^\]]+)\]\(pictures\/([a-z-]+\.svg)\)/g)];
    expect(shown).toHaveLength(EXPERIMENTS.length);
    for (const [, title = "", file = ""] of shown) {
      const svg = readFileSync(new URL(`pictures/${file}`, DOCS), "utf8");
      expect(svg).toContain(`aria-label="${title}"`);
      expect(svg).toContain("prefers-color-scheme: dark");
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|href=|url\(/);
    }
  });
});

function line({ panels }: Experiment, panel: number, name: string): { runs: number[][] } {
  return panels[panel]?.lines.find((one) => one.name === name) as { runs: number[][] };
}

/** Mean over the seeds, at the end where no point is named. */
function end(experiment: Experiment, panel: number, name: string, point = -1): number {
  const { runs } = line(experiment, panel, name);
  return runs.reduce((sum, run) => sum + (run.at(point) as number), 0) / runs.length;
}
