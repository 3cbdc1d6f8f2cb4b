import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** Imports point one way: a file may import from its own row and from rows above it. */
const ORDER: readonly (readonly string[])[] = [
  ["abi", "errors"],
  ["nearest", "crc", "text"],
  ["core"],
  ["spec", "presets"],
  ["image"],
  ["model"],
  ["labels"],
  ["index"],
  ["trace", "wasi", "export", "evaluate", "journal"],
  ["sync"],
  ["gateway"],
  ["demo"],
  ["cli"],
];

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));
const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

describe.each(FILES)("src/%s", (file) => {
  test("imports nothing from above itself", () => {
    const against = importsOf(file)
      .filter(({ target }) => target.startsWith("."))
      .map(({ target }) => posix.join(posix.dirname(file), target))
      .filter((target) => rowOf(target) > rowOf(file));
    expect(against).toEqual([]);
  });

  test("exports by name only", () => {
    expect(textOf(file)).not.toMatch(/^export\s+default\b|\bas\s+default\b/m);
  });

  test("names a relative file with its ending", () => {
    const relative = importsOf(file).filter(({ target }) => target.startsWith("."));
    expect(relative.filter(({ target }) => !target.endsWith(".ts"))).toEqual([]);
  });
});

test("src/abi.ts imports nothing, so that both compilers can read it", () => {
  expect(importsOf("abi.ts")).toEqual([]);
  expect(textOf("abi.ts").match(/^export (?!const [A-Z0-9_]+ = -?(0x[0-9a-f]+|\d+(e\d+)?);)/gm)).toBeNull();
});

test("the public entry names everything it exports", () => {
  expect(textOf("index.ts")).not.toMatch(/^export\s+\*/m);
});

test("what a browser loads with the public entry or the traces imports no Node module and no package but the loader", () => {
  const reached = new Set<string>();
  const foreign = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { target, isStatic, isType } of importsOf(file)) {
      if (!isStatic || isType) continue;
      if (target.startsWith(".")) visit(posix.join(posix.dirname(file), target));
      else foreign.add(target);
    }
  };
  visit("index.ts");
  visit("trace.ts");
  expect([...foreign].filter((name) => !name.startsWith("@assemblyscript/loader"))).toEqual([]);
});

test("no file of the core imports from the host but the shared numbers", () => {
  const folder = fileURLToPath(new URL("../assembly/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const outside = files.flatMap((file) =>
    [...readFileSync(folder + file, "utf8").matchAll(/from "([^"]+)"/g)]
      .map(([, target]) => posix.join("assembly", posix.dirname(file), target ?? ""))
      .filter((target) => !target.startsWith("assembly/") && !/^src\/abi(\.ts)?$/.test(target)),
  );
  expect(outside).toEqual([]);
});

interface Import {
  target: string;
  isStatic: boolean;
  /** Gone after compilation. */
  isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = textOf(file).replace(/\/\*[\s\S]*?\*\//g, "");
  const statements = [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm)];
  const calls = [...text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)];
  return [
    ...statements.map(([, type, target]) => ({ target: target ?? "", isStatic: true, isType: type !== undefined })),
    ...calls.map(([, target]) => ({ target: target ?? "", isStatic: false, isType: false })),
  ];
}

function rowOf(file: string): number {
  const name = (file.split("/")[0] ?? "").replace(/\.ts$/, "");
  const row = ORDER.findIndex((names) => names.includes(name));
  if (row < 0) throw new Error(`src/${file} has no place in the order of imports: give "${name}" one in ORDER`);
  return row;
}

function textOf(file: string): string {
  return readFileSync(SOURCE + file, "utf8");
}
