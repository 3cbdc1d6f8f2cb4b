import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DOCS = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
const PAGES = ["README.md", "CHANGELOG.md", ...DOCS.map((name) => `docs/${name}`)];

/** The ideas a newcomer looks for. */
const CONCEPTS = [
  ...["Neuron", "Weight", "Bias", "Layer", "Forward", "MSE", "Cross-entropy and one-hot", "Backpropagation"],
  ...["Gradient descent", "Learning rate", "SGD", "Batch", "Optimizer", "L1", "L2", "Dropout", "Batch normalisation"],
  ...["Underfitting", "Overfitting", "Vanishing gradient", "Dying ReLU"],
];

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");

  test("names only files that exist", () => {
    const named = [...text.matchAll(/`((?:assembly|bench|docs|examples|scripts|src|test)\/[\w./-]+)`/g)];
    expect(missing(named.map(([, path = ""]) => path))).toEqual([]);
  });

  test("links only to files that exist", () => {
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)];
    expect(missing(linked.map(([, path = ""]) => join(dirname(page), path)))).toEqual([]);
  });

  test("names only tests that exist", () => {
    const named = [...text.matchAll(/`(test\/[\w./-]+\.test\.ts)`: "([^"]+)"/g)];
    const absent = named.filter(([, file = "", title = ""]) => !sourceOf(file).includes(title));
    expect(absent.map(([, file, title]) => `${file}: ${title}`)).toEqual([]);
  });
});

describe("docs/concepts.md", () => {
  const text = readFileSync(join(ROOT, "docs/concepts.md"), "utf8");
  const sections = new Map(text.split(/^### /m).map((section) => [section.slice(0, section.indexOf("\n")), section]));

  test.each(CONCEPTS)("gives for %s a file that implements it and a test that checks it", (concept) => {
    const section = sections.get(concept) ?? "";
    expect(section).toMatch(/`(assembly|src)\/[\w./-]+\.ts`/);
    expect(section).toMatch(/`test\/[\w./-]+\.test\.ts`: "/);
  });

  test("gives every activation with its formula, range, slope and weakness", () => {
    for (const name of ["linear", "sigmoid", "tanh", "relu", "leakyRelu", "softmax"]) {
      expect(text).toMatch(new RegExp(`^\\| \`${name}\` (\\| [^|]+ ){4}\\|$`, "m"));
    }
  });
});

function missing(paths: string[]): string[] {
  return paths.filter((path) => !existsSync(join(ROOT, path)));
}

function sourceOf(file: string): string {
  return existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), "utf8") : "";
}
