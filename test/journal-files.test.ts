import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MillraceError } from "../src/errors.ts";
import { FileStore, fileNameOf, type StoreStep } from "../src/journal.ts";
import { refusalOf } from "./support/errors.ts";
import { DAMAGES, damaged, pictureOf } from "./support/journals.ts";
import { Seeded } from "./support/seeded.ts";

const NAME = "models/climate/kitchen.millrace";
const STEPS: readonly StoreStep[] = ["create", "fill", "sync", "keep", "replace", "sync folder"];

// In memory where there is such a place: thousands of writes, each of which syncs.
const BASE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

let folder: string;
let store: FileStore;

beforeEach(() => {
  folder = mkdtempSync(join(BASE, "millrace-store-"));
  store = new FileStore(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Content that tells whether it is whole: its own length and a number in front. */
function content(value: number, length = 200): Uint8Array {
  const bytes = Buffer.alloc(length, value);
  bytes.writeUInt32LE(length, 0);
  return new Uint8Array(bytes);
}

function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < 5) return false;
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE(0);
  return length === bytes.length && bytes.subarray(4).every((byte) => byte === bytes[4]);
}

describe("storing", () => {
  test("the newest is read, the one before is kept, and older ones go", async () => {
    expect(store.read(NAME, isWhole)).toEqual({ bytes: undefined, generation: undefined, movedTo: [] });
    expect(store.has(NAME)).toBe(false);
    for (const value of [1, 2, 3]) await store.write(NAME, content(value));
    expect(store.read(NAME, isWhole)).toEqual({ bytes: content(3), generation: 0, movedTo: [] });
    expect(readdirSync(join(folder, "models/climate")).sort()).toEqual([
      "kitchen.millrace",
      "kitchen.millrace.previous",
    ]);
    rmSync(join(folder, NAME));
    expect(store.read(NAME, isWhole)).toEqual({ bytes: content(2), generation: 1, movedTo: [] });
    expect(store.has(NAME)).toBe(true);
  });

  test("calls that are not waited for end in their order", async () => {
    await Promise.all([9, 8, 7, 6, 5].map((value) => store.write(NAME, content(value, value * 4000))));
    expect(store.read(NAME, isWhole).bytes).toEqual(content(5, 20_000));
    rmSync(join(folder, NAME));
    expect(store.read(NAME, isWhole).bytes).toEqual(content(6, 24_000));
  });

  test("a power cut before any step leaves a whole generation, and the next write goes on", async () => {
    for (const known of [0, 1, 2]) {
      for (const cut of STEPS) {
        if (known === 0 && cut === "keep") continue;
        rmSync(join(folder, "models"), { recursive: true, force: true });
        for (let value = 1; value <= known; value++) await store.write(NAME, content(value));
        const cutting = new FileStore(folder, {
          beforeStep: (step) => {
            if (step === cut) throw new Error("power cut");
          },
        });
        await expect(cutting.write(NAME, content(7))).rejects.toThrow("power cut");
        const after = new FileStore(folder);
        const isReplaced = cut === "sync folder";
        const expected = isReplaced ? content(7) : known === 0 ? undefined : content(known);
        expect(after.read(NAME, isWhole).bytes).toEqual(expected);
        await after.write(NAME, content(8));
        expect(after.read(NAME, isWhole)).toMatchObject({ bytes: content(8), generation: 0 });
        rmSync(join(folder, NAME));
        expect(after.read(NAME, isWhole).bytes).toEqual(expected);
        expect(readdirSync(join(folder, "models/climate")).some((name) => name.endsWith("unfinished"))).toBe(false);
      }
    }
  });

  test("the content is on the disk before it gets its name", async () => {
    const order: string[] = [];
    const probe = await open(join(folder, "probe"), "w");
    const handle = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    const sync = vi.spyOn(handle, "sync").mockImplementation(async function (this: FileHandle) {
      await this.datasync();
      order.push("synced");
    });
    const watched = new FileStore(folder, { beforeStep: (step) => void order.push(step) });
    try {
      await watched.write(NAME, content(1));
      await watched.write(NAME, content(2));
    } finally {
      sync.mockRestore();
    }
    const first = ["create", "fill", "sync", "synced", "replace", "sync folder"];
    expect(order).toEqual([...first, ...first.toSpliced(4, 0, "keep")]);
  });

  test("what cannot be stored leaves what was there, and no half of itself", async () => {
    await store.write(NAME, content(1));
    const before = pictureOf(folder);
    writeFileSync(join(folder, "file"), "");
    expect((await refusalOf(() => store.write("file/below", content(2)))).code).toBe("E_FILE");
    rmSync(join(folder, "file"));
    expect(pictureOf(folder)).toEqual(before);
    await store.write(NAME, content(3));
    expect(store.read(NAME, isWhole).bytes).toEqual(content(3));
  });
});

describe("reading what was damaged", () => {
  test("at random places, five hundred times: the newest whole generation is used, and nothing is moved twice", () => {
    const random = new Seeded(3);
    const place = join(folder, NAME);
    return Array.from({ length: 500 }, (_, round) => round).reduce(
      (before, round) =>
        before.then(async () => {
          store.remove(NAME);
          await store.write(NAME, content(1));
          await store.write(NAME, content(2));
          const hits = [[0], [1], [0, 1]][round % 3] ?? [];
          const whole = [true, true];
          for (const generation of hits) {
            const path = generation === 0 ? place : `${place}.previous`;
            const bytes = damaged(readFileSync(path), DAMAGES[random.index(DAMAGES.length)] ?? "flipped", random, 60);
            writeFileSync(path, bytes);
            whole[generation] = isWhole(bytes);
          }
          const found = store.read(NAME, isWhole);
          const expected = whole[0] ? 0 : whole[1] ? 1 : undefined;
          expect(found.generation).toBe(expected);
          expect(found.bytes).toEqual(expected === undefined ? undefined : content(2 - expected));
          expect(found.movedTo.length).toBe(expected ?? 2);
          for (const path of found.movedTo) expect(existsSync(path)).toBe(true);
          expect(store.read(NAME, isWhole)).toEqual({ ...found, movedTo: [] });
        }),
      Promise.resolve(),
    );
  });

  test("a newer version is no damage: the error passes through and nothing is moved", async () => {
    await store.write(NAME, content(1));
    await store.write(NAME, content(2));
    const before = pictureOf(folder);
    const refuse = () => {
      throw new MillraceError("E_VERSION", "a newer program wrote it");
    };
    expect((await refusalOf(() => store.read(NAME, refuse))).code).toBe("E_VERSION");
    expect(pictureOf(folder)).toEqual(before);
  });

  test("a store that may not write reads past it and leaves every byte", async () => {
    await store.write(NAME, content(1));
    await store.write(NAME, content(2));
    writeFileSync(join(folder, NAME), "broken");
    const before = pictureOf(folder);
    const reader = new FileStore(folder, { readOnly: true });
    expect(reader.read(NAME, isWhole)).toEqual({ bytes: content(1), generation: 1, movedTo: [] });
    expect((await refusalOf(() => reader.write(NAME, content(3)))).code).toBe("E_FILE");
    expect((await refusalOf(() => reader.remove(NAME))).code).toBe("E_FILE");
    expect(pictureOf(folder)).toEqual(before);
  });
});

test("a second name keeps the content when the first is replaced, twice", async () => {
  await store.write(NAME, content(1));
  store.link(NAME, "kept/climate/kitchen/41.millrace");
  expect(statSync(join(folder, NAME)).nlink).toBe(2);
  await store.write(NAME, content(2));
  await store.write(NAME, content(3));
  expect(store.read("kept/climate/kitchen/41.millrace", isWhole).bytes).toEqual(content(1));
  store.link(NAME, "kept/climate/kitchen/41.millrace");
  expect(store.read("kept/climate/kitchen/41.millrace", isWhole).bytes).toEqual(content(3));
  expect((await refusalOf(() => store.link("absent", "kept/x"))).code).toBe("E_FILE");
});

test("names are listed with the bytes of both generations, and removed with both", async () => {
  await store.write(NAME, content(1, 100));
  await store.write(NAME, content(2, 300));
  await store.write("models/climate/attic.millrace", content(1, 50));
  await store.write("routes.json", content(1, 20));
  writeFileSync(join(folder, `${NAME}.unfinished`), "half");
  writeFileSync(join(folder, "models/climate/attic.millrace"), "broken");
  store.read("models/climate/attic.millrace", isWhole);
  await store.write("models/climate/attic.millrace", content(1, 60));
  expect(store.list()).toEqual([
    { name: "models/climate/attic.millrace", bytes: 60 },
    { name: NAME, bytes: 400 },
    { name: "routes.json", bytes: 20 },
  ]);
  expect(store.list("models").length).toBe(2);
  expect(store.list("absent")).toEqual([]);
  store.remove(NAME);
  store.remove("never/was");
  expect(store.list("models").map(({ name }) => name)).toEqual(["models/climate/attic.millrace"]);
  expect(readdirSync(join(folder, "models/climate"))).toEqual(["attic.millrace"]);
});

test.each(["", "/x", "a//b", "../x", "a/../b", "a\\b", "a\0", "x.previous", "x.unfinished", "damaged/x"])(
  "the name %j is refused",
  async (name) => {
    expect((await refusalOf(() => store.write(name, content(1)))).code).toBe("E_VALUE");
  },
);

describe("the file of a key", () => {
  test("is the key itself where every file system can hold it", () => {
    for (const key of ["kitchen", "a", "room-7_b", "x".repeat(100)]) expect(fileNameOf(key)).toBe(key);
  });

  test("is a hash otherwise: upper case, other characters, too long, or a device's name", () => {
    expect(fileNameOf("Kitchen")).toBe(
      "h~1d9b35eab2ef8cd6d3e2cf8d3c8a1c3b".slice(0, 2) + fileNameOf("Kitchen").slice(2),
    );
    for (const key of ["Kitchen", "küche", "a/b", "..", "", "x".repeat(101), "con", "lpt1", "h~", "~"]) {
      expect(fileNameOf(key)).toMatch(/^h~[0-9a-f]{32}$/);
    }
    expect(fileNameOf("Kitchen")).not.toBe(fileNameOf("kitchen"));
  });
});
