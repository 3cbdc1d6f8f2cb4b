import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { Model } from "../src/model.ts";
import { CHILD, csv, Workplace } from "./support/wasi.ts";

const place = new Workplace();
const LABELLED = csv([
  [1, 2, 0.5],
  [3, 4, 0.25],
]);
beforeAll(async () => {
  await place.save("m.millrace", {
    inputs: ["left", "right"],
    layers: [
      { type: "dense", units: 2000, activation: "tanh" },
      { type: "dense", units: 1 },
    ],
    loss: "mse",
  });
});
afterAll(() => place.remove());

async function learnt(): Promise<Buffer> {
  const model = await Model.load(place.path("m.millrace"));
  model.learn([1, 2], [0.5]);
  model.learn([3, 4], [0.25]);
  return Buffer.from(model.toBytes());
}

describe("--save writes the model and its trailer", () => {
  test.each([
    ["into the folder", "m.millrace", "a.millrace"],
    ["by a path from here", "./m.millrace", ".//b.millrace"],
    ["into a folder below", "m.millrace", "below/deep/c.millrace"],
    ["above, and back", "../NAME/m.millrace", "../NAME/d.millrace"],
    ["by a whole path", "FOLDER/m.millrace", "FOLDER/e.millrace"],
  ])("%s", async (_, model, out) => {
    mkdirSync(place.path("below/deep"), { recursive: true });
    const named = (path: string) =>
      path.replace("FOLDER", place.folder).replace("NAME", place.folder.split("/").at(-1) ?? "");
    const outcome = place.shell(`$millrace learn ${named(model)} --save ${named(out)}`, LABELLED);
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    const saved = readFileSync(out.includes("below") ? place.path(out) : place.path(out.split("/").at(-1) as string));
    expect(saved.equals(await learnt())).toBe(true);
  });

  test("over the model itself, and from there on again: as one run over all rows", async () => {
    writeFileSync(place.path("self.millrace"), place.read("m.millrace"));
    for (const row of LABELLED.trim().split("\n")) {
      expect((await place.run(["learn", "self.millrace", "--save", "self.millrace"], row)).code).toBe(0);
    }
    expect(place.read("self.millrace").equals(await learnt())).toBe(true);
  });

  test("a model without a trailer stays without one", async () => {
    const file = place.read("m.millrace");
    writeFileSync(place.path("bare.millrace"), file.subarray(0, file.readUInt32LE(abi.HEADER_LENGTH)));
    expect((await place.run(["learn", "bare.millrace", "--save", "bare.millrace"], LABELLED)).code).toBe(0);
    const whole = await learnt();
    const bare = whole.subarray(0, whole.readUInt32LE(abi.HEADER_LENGTH));
    expect(place.read("bare.millrace").equals(bare)).toBe(true);
  });

  test("a leftover of an interrupted save is overwritten", async () => {
    writeFileSync(place.path("f.millrace.tmp"), "x".repeat(100_000));
    expect((await place.run(["learn", "m.millrace", "--save", "f.millrace"], LABELLED)).code).toBe(0);
    expect(place.read("f.millrace").equals(await learnt())).toBe(true);
    expect(leftovers()).toEqual([]);
  });
});

describe("where it cannot save, what was there stays and nothing is left beside it:", () => {
  test("a row that is refused", async () => {
    writeFileSync(place.path("old.millrace"), "old");
    expect(await place.run(["learn", "m.millrace", "--save", "old.millrace"], `${LABELLED}1,2,x\n`)).toMatchObject({
      code: 65,
      stderr: 'error: row 3, field 3: "x" is no number\n',
    });
    expect(String(place.read("old.millrace"))).toBe("old");
    expect(leftovers()).toEqual([]);
  });

  test("a folder that is not open to the command, which is known before the first row", async () => {
    const outcome = await place.run(["learn", "m.millrace", "--save", "/elsewhere/o.millrace"], LABELLED);
    expect(outcome).toMatchObject({ code: 74, stdout: "" });
    expect(outcome.stderr).toBe(
      "error: cannot save to /elsewhere/o.millrace: this is outside the folders that are open to the command\n",
    );
    const escaped = await place.run(["learn", "m.millrace", "--save", "../o.millrace"], LABELLED);
    expect(escaped).toMatchObject({ code: 74, stdout: "" });
  });

  test("no folder open at all: neither model nor output is found", () => {
    const given = JSON.stringify({ parameters: ["predict", "m.millrace"], folders: {} });
    const { status, stderr } = spawnSync(process.execPath, ["--no-warnings", CHILD, given], { encoding: "utf8" });
    expect(stderr).toBe("error: cannot read m.millrace: this is outside the folders that are open to the command\n");
    expect(status).toBe(66);
  });

  test("a path that is a folder", async () => {
    mkdirSync(place.path("taken"), { recursive: true });
    expect(await place.run(["learn", "m.millrace", "--save", "taken"], LABELLED)).toMatchObject({
      code: 74,
      stderr: "error: cannot save to taken: this is a folder\n",
    });
    expect(leftovers()).toEqual([]);
  });

  test("a file that may not grow so large", () => {
    writeFileSync(place.path("old.millrace"), "old");
    const { code, stderr } = place.shell("ulimit -f 4; $millrace learn m.millrace --save old.millrace", LABELLED);
    expect(stderr).toBe("error: cannot save to old.millrace: the file would be larger than is allowed\n");
    expect(code).toBe(74);
    expect(String(place.read("old.millrace"))).toBe("old");
    expect(leftovers()).toEqual([]);
  });

  const disk = smallDisk();
  afterAll(() => disk?.remove());
  test.skipIf(!disk)(`a full disk${disk ? "" : " (not run: no right to mount one)"}`, () => {
    const { folder } = disk as SmallDisk;
    writeFileSync(join(folder, "old.millrace"), "old");
    const { code, stderr } = place.shell(`$millrace learn m.millrace --save ${folder}/old.millrace`, LABELLED);
    expect(stderr).toBe(`error: cannot save to ${folder}/old.millrace: the disk is full\n`);
    expect(code).toBe(74);
    expect(readFileSync(join(folder, "old.millrace"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["old.millrace"]);
  });
});

interface SmallDisk {
  folder: string;
  remove(): void;
}

/** A file system with less room than the model takes; undefined without the right to mount one. */
function smallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(place.path("disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16k", "millrace-test", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return { folder, remove: () => execFileSync("umount", [folder]) };
}

function leftovers(): string[] {
  return readdirSync(place.folder).filter((name) => name.endsWith(".tmp"));
}
