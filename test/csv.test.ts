import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf, readLines } from "../src/evaluate/csv/cells.ts";
import { type CsvOptions, openCsv } from "../src/evaluate.ts";
import type { Row } from "../src/model/fit.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-csv-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(path, content);
  return path;
}

async function all<Value>(source: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = [];
  for await (const value of source) list.push(value);
  return list;
}

async function read(content: string, options: CsvOptions) {
  const csv = await openCsv(fileOf(content), options);
  return { csv, rows: await all<Row>(csv.rows()) };
}

describe("cells", () => {
  test.each([
    ["a,b,,d", ",", ["a", "b", "", "d"]],
    ['"a, b","say ""so""",c', ",", ["a, b", 'say "so"', "c"]],
    ['1;"x;y";2', ";", ["1", "x;y", "2"]],
    ["  1   2\t3 ", " ", ["1", "2", "3"]],
  ])("%j by %j", (line, separator, cells) => {
    expect(cellsOf(line, separator)).toEqual(cells);
  });

  test("may hold line breaks within quotes; line numbers are those of the file", async () => {
    const lines = await all(readLines(fileOf('\uFEFFa,b\r\n\r\n"one\ntwo",2\r\n3,4')));
    expect(lines).toEqual([
      { cells: ["a", "b"], number: 1 },
      { cells: ["one\ntwo", "2"], number: 3 },
      { cells: ["3", "4"], number: 5 },
    ]);
  });

  test.each([",", ";", "\t", "|", " "])("find their separator %j", async (separator) => {
    const [line] = await all(readLines(fileOf(["a", "b", "c"].join(separator))));
    expect(line?.cells).toEqual(["a", "b", "c"]);
  });

  test("come out of gzip by its first bytes, whatever the name", async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `${i},${i * 2}`).join("\n");
    const lines = await all(readLines(fileOf(gzipSync(text))));
    expect(lines).toHaveLength(30_000);
    expect(lines.at(-1)?.cells).toEqual(["29999", "59998"]);
  });

  test("that cannot be read are an error with the file", async () => {
    const absent = join(folder, "absent.csv");
    await expect(all(readLines(absent))).rejects.toMatchObject({ code: "E_FILE", where: absent });
    const torn = fileOf(gzipSync("a,b\n".repeat(1_000)).subarray(0, 30));
    await expect(all(readLines(torn))).rejects.toMatchObject({ code: "E_FILE", where: torn });
    await expect(all(readLines(fileOf('a,b\n"c,d\n')))).rejects.toMatchObject({
      code: "E_FORMAT",
      where: expect.stringContaining("line 2"),
    });
  });
});

describe("the header", () => {
  test("is a first line without numbers", async () => {
    const { csv } = await read("speed,load,state\n1,2,ok\n3,4,broken\n", { target: "state" });
    expect(csv).toMatchObject({ inputs: ["speed", "load"], classes: ["ok", "broken"], rowCount: 2, isWhole: true });
  });

  test("is absent where the first line has a number: columns are called by theirs", async () => {
    const { csv, rows } = await read("1,2,ok\n3,4,broken\n", { target: "3" });
    expect(csv.inputs).toEqual(["1", "2"]);
    expect(rows[0]).toEqual({ x: [1, 2], y: 0 });
  });

  test("is what the caller says it is", async () => {
    const { csv } = await read("2019,2020,class\n1,2,a\n3,4,b\n", { target: "class", header: true });
    expect(csv.inputs).toEqual(["2019", "2020"]);
    const { rows } = await read("a,b\nb,a\n", { target: "last", header: false });
    expect(rows).toHaveLength(2);
  });

  test("with one name fewer than the rows have cells leaves the rows' own names out", async () => {
    const { csv, rows } = await read('"t","y"\n"140",21.5,1\n"141",22,0\n', { target: "y" });
    expect(csv.inputs).toEqual(["t"]);
    expect(rows).toEqual([
      { x: [21.5], y: 1 },
      { x: [22], y: 0 },
    ]);
  });
});

describe("the target", () => {
  test("is a class where it is texts or few whole numbers, in order of appearance or of number", async () => {
    const words = await read("x,y\n1,up\n2,down\n3,up\n", { target: "y" });
    expect(words.csv).toMatchObject({ task: "classification", classes: ["up", "down"] });
    expect(words.rows.map(({ y }) => y)).toEqual([0, 1, 0]);
    const numbers = await read("x,y\n1,10\n2,-1\n3,10.0\n", { target: "y" });
    expect(numbers.csv).toMatchObject({ task: "classification", classes: ["-1", "10"] });
    expect(numbers.rows.map(({ y }) => y)).toEqual([1, 0, 1]);
  });

  test("is a value where it is numbers with fractions, or many", async () => {
    expect((await read("x,y\n1,1.5\n2,2.5\n", { target: "y" })).csv.task).toBe("regression");
    const many = `x,y\n${Array.from({ length: 21 }, (_, i) => `0,${i}`).join("\n")}`;
    expect((await read(many, { target: "y" })).csv.task).toBe("regression");
    expect((await read(many, { target: "y", task: "classification" })).csv.classes).toHaveLength(21);
    expect((await read("x,y\n1,0\n2,1\n", { target: "y", task: "regression" })).rows[1]).toEqual({ x: [2], y: 1 });
  });

  test("has the classes in the order stated, and no others", async () => {
    const { rows } = await read("x,y\n1,up\n2,down\n", { target: "y", classes: ["down", "up"] });
    expect(rows.map(({ y }) => y)).toEqual([1, 0]);
    const wrong = read("x,y\n1,up\n2,sideways\n", { target: "y", classes: ["down", "up"] });
    await expect(wrong).rejects.toMatchObject({ code: "E_CLASS", where: expect.stringContaining("line 3") });
  });

  test("leaves a row out where it is missing, and counts it", async () => {
    const { csv, rows } = await read("x,y\n1,up\n2,?\n3,\n4,down\n", { target: "y" });
    expect(rows.map(({ x }) => x)).toEqual([[1], [4]]);
    expect(csv.leftOut()).toBe(2);
    expect(csv.classes).toEqual(["up", "down"]);
  });
});

describe("categories", () => {
  const TEXT = "colour,size,y\nred,1,a\nblue,2,b\n,3,a\nred,4,b\n";

  test("are one input each; a missing one is all zeros", async () => {
    const { csv, rows } = await read(TEXT, { target: "y" });
    expect(csv.inputs).toEqual(["colour=red", "colour=blue", "size"]);
    expect(rows.map(({ x }) => x)).toEqual([
      [1, 0, 1],
      [0, 1, 2],
      [0, 0, 3],
      [1, 0, 4],
    ]);
  });

  test("can be stated: then one that is not among them is all zeros", async () => {
    const { csv, rows } = await read(TEXT, { target: "y", categories: { colour: ["green", "red"] } });
    expect(csv.inputs).toEqual(["colour=green", "colour=red", "size"]);
    expect(rows.map(({ x }) => (x as number[]).slice(0, 2))).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  test("can be numbers", async () => {
    const { csv } = await read("hour,y\n7,a\n8,b\n7,a\n", { target: "y", categories: ["hour"] });
    expect(csv.inputs).toEqual(["hour=7", "hour=8"]);
  });

  test("of which there are too many are refused, all columns at once, with the way out", async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `day ${i},id${i},${i},${i % 2}`);
    const text = `date,key,x,y\n${lines.join("\n")}\n`;
    await expect(read(text, { target: "y" })).rejects.toMatchObject({
      code: "E_FORMAT",
      message: expect.stringContaining("--drop date,key"),
    });
    expect((await read(text, { target: "y", drop: ["date", "key"] })).csv.inputs).toEqual(["x"]);
    expect((await read(text, { target: "y", categoryLimit: 40 })).csv.inputs).toHaveLength(81);
  });

  test("that come after the first look are all zeros; a text among numbers is an error with its line", async () => {
    const { csv, rows } = await read(`${TEXT}green,5,a\n`, { target: "y", look: 4 });
    expect(csv).toMatchObject({ rowCount: 5, isWhole: false });
    expect(rows.at(-1)?.x).toEqual([0, 0, 5]);
    const late = read(`${TEXT}red,large,a\n`, { target: "y", look: 4 });
    await expect(late).rejects.toMatchObject({ code: "E_FORMAT", where: expect.stringContaining("line 6") });
  });
});

describe("a missing number", () => {
  const TEXT = "a,b,y\n1,2,0\n?,3,1\n4,NA,0\n";

  test("is left to the model, is 0, or leaves the row out", async () => {
    const { csv, rows } = await read(TEXT, { target: "y" });
    expect(csv.hasMissing).toBe(true);
    expect(rows.map(({ x }) => x)).toEqual([
      [1, 2],
      [null, 3],
      [4, null],
    ]);
    const zero = await read(TEXT, { target: "y", missing: "zero" });
    expect(zero.rows.map(({ x }) => x)).toEqual([
      [1, 2],
      [0, 3],
      [4, 0],
    ]);
    const skip = await read(TEXT, { target: "y", missing: "skip" });
    expect(skip.rows).toEqual([{ x: [1, 2], y: 0 }]);
    expect(skip.csv.leftOut()).toBe(2);
  });
});

describe("refused with what to do:", () => {
  test.each([
    ["an empty file", "", { target: "y" }, "E_FORMAT"],
    ["a header alone", "x,y\n", { target: "y" }, "E_FORMAT"],
    ["two columns of one name", "x,x,y\n1,2,3\n", { target: "y" }, "E_FORMAT"],
    ["a row too short", "x,z,y\n1,2,a\n1,b\n", { target: "y" }, "E_FORMAT"],
    ["a target there is not", "speed,state\n1,2\n", { target: "stat" }, "E_VALUE"],
    ["a dropped column there is not", "x,y\n1,2\n", { target: "y", drop: ["z"] }, "E_VALUE"],
    ["one class", "x,y\n1,a\n2,a\n", { target: "y" }, "E_FORMAT"],
    ["a value that is text", "x,y\n1,a\n2,b\n", { target: "y", task: "regression" }, "E_FORMAT"],
    ["no input", "y\na\nb\n", { target: "y" }, "E_FORMAT"],
  ] as const)("%s", async (_, text, options, code) => {
    await expect(read(text, options as CsvOptions)).rejects.toMatchObject({ code });
  });
});

test("a shipped stream is read as it is described", async () => {
  const file = fileURLToPath(new URL("../examples/data/electricity.csv.gz", import.meta.url));
  const csv = await openCsv(file, { target: "class" });
  expect(csv).toMatchObject({ task: "classification", classes: ["0", "1"], rowCount: 45_312, hasMissing: false });
  expect(csv.inputs).toEqual(["period", "nswprice", "nswdemand", "vicprice", "vicdemand", "transfer"]);
  const first = (await csv.rows().next()).value;
  expect(first).toEqual({ x: [0, 0.056443, 0.439155, 0.003467, 0.422915, 0.414912], y: 1 });
});
