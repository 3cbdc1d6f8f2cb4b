import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TRAILER_BYTES } from "../src/abi.ts";
import { splitFile, writeFile as withTrailer } from "../src/image.ts";
import { Core, Model, type ModelSpec } from "../src/index.ts";
import { complaintOf } from "./support/errors.ts";

const SPEC: ModelSpec = {
  inputs: ["a", "b"],
  classes: ["off", "on"],
  layers: [
    { type: "dense", units: 3, activation: "relu" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
};

let folder: string;
let model: Model;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "millrace-"));
  model = await Model.create(SPEC);
  model.learn([1, 2], "on");
});

afterEach(async () => {
  model.dispose();
  await rm(folder, { recursive: true });
});

test("a saved model goes on where it was, with its names", async () => {
  const path = join(folder, "model.millrace");
  await model.save(path);
  using twin = await Model.load(path, { core: await Core.load({ build: "scalar" }) });
  expect(twin.spec).toEqual(model.spec);
  expect(twin.checksum()).toBe(model.checksum());
  expect(twin.predictClass({ b: 2, a: 1 })).toEqual(model.predictClass([1, 2]));
  expect(twin.learn([0, 1], "off")).toBe(model.learn([0, 1], 0));
  expect(twin.toBytes()).toEqual(model.toBytes());
});

test("a model loads from a path, a URL, a buffer and a view into a larger one", async () => {
  const path = join(folder, "ein Modell.millrace");
  await model.save(pathToFileURL(path));
  const bytes = await readFile(path);
  const padded = new Uint8Array(bytes.length + 7);
  padded.set(bytes, 3);
  const sources = [
    path,
    pathToFileURL(path),
    pathToFileURL(path).href,
    new Uint8Array(bytes).buffer,
    padded.subarray(3, -4),
  ];
  for (const source of sources) {
    using twin = await Model.load(source);
    expect(twin.checksum()).toBe(model.checksum());
  }
});

test("saving writes the model as it was at the call, leaves nothing beside it, and replaces what was there", async () => {
  const path = join(folder, "model.millrace");
  await writeFile(path, "something else");
  const before = model.toBytes();
  const saving = model.save(path);
  model.learn([3, 4], "off");
  await saving;
  expect(new Uint8Array(await readFile(path))).toEqual(before);
  expect(await readdir(folder)).toEqual(["model.millrace"]);
});

test("saves at the same time leave one whole file", async () => {
  const path = join(folder, "model.millrace");
  await Promise.all(Array.from({ length: 8 }, () => model.save(path)));
  expect(new Uint8Array(await readFile(path))).toEqual(model.toBytes());
  expect(await readdir(folder)).toEqual(["model.millrace"]);
});

test("a save that fails leaves what was there, and nothing beside it", async () => {
  // A folder cannot be replaced by a file.
  await model.save(join(folder, "model.millrace"));
  expect(await complaintOf(() => model.save(folder))).toMatch(/^E_FILE .*cannot save the model/);
  expect(await complaintOf(() => model.save(join(folder, "nowhere", "model.millrace")))).toMatch(/^E_FILE .*ENOENT/);
  expect(await readdir(folder)).toEqual(["model.millrace"]);
  expect((await readdir(join(folder, ".."))).filter((name) => name.startsWith(`${folder}.`))).toEqual([]);
});

test("a core and a model come over HTTP, and what the server has not is E_FILE", async () => {
  const files: Record<string, Uint8Array> = {
    "/core.wasm": await readFile(new URL("../dist/core.wasm", import.meta.url)),
    "/model.millrace": model.toBytes(),
  };
  const server = createServer(({ url = "" }, response) => {
    const bytes = files[url];
    response.writeHead(bytes ? 200 : 404, { connection: "close" }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const core = await Core.load({ build: "scalar", url: `${base}/core.wasm` });
    using twin = await Model.load(`${base}/model.millrace`, { core });
    expect(twin.checksum()).toBe(model.checksum());
    const complaint = await complaintOf(() => Model.load(new URL("/absent", base), { core }));
    expect(complaint).toBe(`E_FILE ${base}/absent: cannot read the model: 404 Not Found`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test("the trailer is the spec in full, as the model was created; what another writer left out is filled in", async () => {
  const trailerOf = (bytes: Uint8Array): unknown => {
    const { trailer } = splitFile(bytes);
    return JSON.parse(new TextDecoder().decode(trailer.subarray(TRAILER_BYTES)));
  };
  model.learningRate = 0.5;
  model.freeze(0);
  expect(trailerOf(model.toBytes())).toEqual({ spec: model.spec });
  expect(model.spec).toMatchObject({ optimizer: { learningRate: 0.01 }, layers: [{ trainable: true }, {}], seed: 1 });
  const { core } = splitFile(model.toBytes());
  using sparse = await Model.load(withTrailer(core, { spec: SPEC as never }));
  expect(sparse.spec).toEqual(model.spec);
  expect(sparse.toBytes()).toEqual(model.toBytes());
});

test("what cannot be read is E_FILE with the place", async () => {
  const path = join(folder, "absent.millrace");
  expect(await complaintOf(() => Model.load(path))).toContain(
    `E_FILE ${pathToFileURL(path).href}: cannot read the model: ENOENT`,
  );
  expect(await complaintOf(() => Model.load(17 as never))).toContain("E_FILE nothing to load");
});
