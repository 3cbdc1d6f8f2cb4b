import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// Biome cannot read decorators on functions, so what it holds elsewhere is held here.
const FOLDER = fileURLToPath(new URL("../assembly/", import.meta.url));
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

test.each(FILES)("assembly/%s keeps to two spaces, 120 columns, double quotes and a line end", (file) => {
  const text = readFileSync(FOLDER + file, "utf8");
  const lines = text.split("\n");
  const faults = lines.flatMap((line, i) => (fault(line) ? [`${i + 1}: ${fault(line)}`] : []));
  expect(faults).toEqual([]);
  expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
});

function fault(line: string): string | undefined {
  if (line.includes("\t")) return "a tab";
  if (/\s$/.test(line)) return "a blank at the end";
  if (line.length > 120) return `${line.length} columns`;
  if (/^( {2})* [^ *]/.test(line)) return "an odd indent";
  if (/from '/.test(line)) return "single quotes";
  return undefined;
}
