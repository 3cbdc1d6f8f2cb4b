import { Core } from "../../src/core.ts";
import { fullSpec } from "../../src/spec.ts";
import { encodeAcknowledgement } from "../../src/sync/acknowledgement.ts";
import { encodeBody } from "../../src/sync/body.ts";
import { nodeHashOf, signatureOf } from "../../src/sync/certificate.ts";
import { baseOf, hashOf, type SealedFields, seal, sealMessage } from "../../src/sync/envelope.ts";
import { architectureText, fingerprintOf } from "../../src/sync/fingerprint.ts";
import { encodeGet } from "../../src/sync/get.ts";
import { ALL_DEVICES, encodeHead } from "../../src/sync/head.ts";
import type { Credentials } from "../../src/sync/keys.ts";
import { CHUNK_BYTES, HEAD_BYTES, OFFSETS, SIGNATURE_BYTES } from "../../src/sync/layout.ts";
import { encodeCommand, encodeLeader, encodeStatus } from "../../src/sync/status.ts";
import { Topics } from "../../src/sync/topics.ts";
import type { Kind } from "../../src/sync/types.ts";
import { encodeUpdate } from "../../src/sync/update.ts";
import { WeightSpace } from "../../src/sync/weights.ts";
import { issued, keysFor, NOW_MS, testRoot } from "./fleet.ts";
import { Seeded } from "./seeded.ts";

const SHARING = { fleet: "plant", model: "climate", shareScaler: true };
const SPEC = fullSpec({
  inputs: ["temperature", "humidity", "co2"],
  layers: [{ type: "standardize" }, { type: "dense", units: 4, activation: "tanh" }, { type: "dense", units: 1 }],
  loss: "mse",
  seed: 1,
});
/** 3 x 4 + 4, 4 + 1. */
const VALUES = 21;

const root = testRoot();
const device = issued(root, "device", "plant-7");
const aggregator = issued(root, "aggregator", "agg-1");
const topics = new Topics(SHARING.fleet, SHARING.model);
const fingerprint = fingerprintOf(SPEC, SHARING);

/** The files of `test/sync/vectors`, each as its text. The same at every run. */
export async function vectorFiles(): Promise<Record<string, string>> {
  const space = new WeightSpace(await Core.load({ build: "scalar" }));
  const files = { keys: keyVectors(), encodings: encodingVectors(space), fingerprint: fingerprintVectors() };
  const messages = messageVectors(space);
  const all = { ...files, messages, refused: refusedVectors(messages) };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]));
}

// ---

function keyVectors(): unknown {
  const parties = [device, aggregator].map((credentials) => ({
    role: credentials.role,
    id: credentials.id,
    nodeHash: nodeHashOf(credentials.id),
    epoch: credentials.epoch,
    expiresMs: credentials.expiresMs,
    secretKey: hex(keysFor(`${root.fleet} ${credentials.role} ${credentials.id} ${credentials.epoch}`).secretKey),
    certificate: hex(credentials.certificate),
  }));
  const { publicKey, secretKey } = keysFor(`root of ${root.fleet}`);
  return { root: { secretKey: hex(secretKey), publicKey: hex(publicKey) }, parties };
}

function fingerprintVectors(): unknown {
  return { spec: SPEC, ...SHARING, text: architectureText(SPEC, SHARING), fingerprint };
}

function encodingVectors(space: WeightSpace): unknown {
  const random = new Seeded(7);
  const wide = Float32Array.from({ length: 70 }, () => random.uniform(-1, 1) * 10 ** random.uniform(-5, 3));
  const cases: Record<string, Float32Array> = {
    zeros: new Float32Array(3),
    "halves go to even": Float32Array.of(127, 0.5, 1.5, 2.5, -0.5, -1.5),
    "one above the largest of an exponent": Float32Array.of(127, 127.5, -128),
    "two blocks of many sizes": wide,
    "below the least exponent": Float32Array.of(1e-40, -3e-39, 2 ** -126),
  };
  return Object.entries(cases).map(([name, values]) => {
    const { bytes, sent, remainder } = encodeAll(space, values);
    return { name, values: floats(values), int8: hex(bytes), decoded: floats(sent), remainder: floats(remainder) };
  });
}

function encodeAll(space: WeightSpace, values: Float32Array) {
  const { bytes, remainder } = space.encodeInt8(values);
  return { bytes, remainder, sent: space.decodeInt8(bytes, values.length) };
}

interface MessageVector {
  name: string;
  topics: string[];
  kind: Kind;
  fields: SealedFields;
  payload: string;
  says: unknown;
  messages: string[];
}

function messageVectors(space: WeightSpace): MessageVector[] {
  const random = new Seeded(3);
  const weights = Float32Array.from(random.list(VALUES));
  const moments = Float32Array.of(120, 120, 119, 21.5, 40, 600, 4, 9, 2500);
  const included = new Map([
    [nodeHashOf("plant-8"), { session: 1, seq: 30 }],
    [nodeHashOf("plant-7"), { session: 3, seq: 16 }],
  ]);
  const body = encodeBody({ weights, moments, included }, "f32", space);
  const bodyHash = hashOf(body.payload);
  const base = { term: 2, version: 40, baseHash: baseOf(bodyHash) };
  const update = (encoding: "f32" | "int8") => encodeUpdate({ delta: weights, moments }, encoding, space);
  const learnt = { ...base, session: 3, seq: 17, samples: 120, weightSum: 120, lossBefore: 0.5, lossAfter: 0.25 };
  const momentsFlag = { flags: body.flags };
  const head = {
    hash: bodyHash,
    parent: "00".repeat(32),
    bytes: body.payload.length,
    chunks: 1,
    cohort: ALL_DEVICES,
    nextWindowMs: NOW_MS + 300_000,
    windowMs: 60_000,
    round: 0,
  };
  const get = { wanted: { term: 2, version: 40 }, chunks: [0, 3] };
  const acknowledgement = {
    verdict: "ok",
    includedFrom: { term: 2, version: 41 },
    newest: { session: 3, seq: 17 },
  } as const;
  const status = {
    presence: "online",
    stance: "accepted",
    unproven: 1,
    refused: 2,
    rolledBack: 3,
    kept: 4,
    software: "millrace 0.1.0",
  } as const;
  const leader = {
    state: "leading",
    instance: "00112233445566778899aabbccddeeff",
    software: "millrace 0.1.0",
  } as const;
  const command = { order: "rollBack", target: { term: 2, version: 39 } } as const;
  const table = [...included].map(([node, at]) => ({ node, ...at }));
  const said = { values: floats(weights), moments: floats(moments) };
  const u = (chunk: number) => topics.update("plant-7", 17, chunk);
  const long = Buffer.from(Array.from({ length: CHUNK_BYTES + 1 }, (_, i) => i % 251));
  return [
    vector(
      "an update in f32",
      [u(0)],
      device,
      { kind: "update", ...learnt, ...momentsFlag },
      update("f32").payload,
      said,
    ),
    vector(
      "an update in int8",
      [u(0)],
      device,
      { kind: "update", ...learnt, ...momentsFlag, encoding: "int8" },
      update("int8").payload,
      { ...said, values: floats(update("int8").sent) },
    ),
    vector(
      "a global model",
      [topics.body(40, 0)],
      aggregator,
      { kind: "body", ...base, ...momentsFlag },
      body.payload,
      {
        ...said,
        included: table.sort((a, b) => (a.node < b.node ? -1 : 1)),
      },
    ),
    vector(
      "a head",
      [topics.head],
      aggregator,
      { kind: "head", ...base, baseHash: "00".repeat(16), expiresMs: NOW_MS + 86_400_000 },
      encodeHead(head),
      head,
    ),
    vector("a request", [topics.get("plant-7")], device, { kind: "get", session: 3 }, encodeGet(get), get),
    vector(
      "an acknowledgement",
      [topics.acknowledgement("plant-7")],
      aggregator,
      { kind: "acknowledgement", session: 3, seq: 17, term: 2 },
      encodeAcknowledgement(acknowledgement),
      acknowledgement,
      "plant-7",
    ),
    vector(
      "a status",
      [topics.status("plant-7")],
      device,
      { kind: "status", ...base, session: 3 },
      encodeStatus(status),
      status,
    ),
    vector(
      "the word of an aggregator",
      [topics.leader],
      aggregator,
      { kind: "leader", term: 2 },
      encodeLeader(leader),
      leader,
    ),
    vector(
      "an order",
      [topics.command],
      aggregator,
      { kind: "command", expiresMs: NOW_MS + 60_000 },
      encodeCommand(command),
      command,
    ),
    vector(
      "two chunks, of a payload that means nothing",
      [u(0), u(1)],
      device,
      { kind: "update", ...learnt },
      long,
      null,
    ),
  ];
}

function vector(
  name: string,
  on: string[],
  by: Credentials,
  fields: Omit<SealedFields, "fingerprint" | "createdMs">,
  payload: Buffer,
  says: unknown,
  addressee?: string,
): MessageVector {
  const whole = { ...fields, fingerprint, createdMs: NOW_MS } as SealedFields;
  const messages = sealMessage(whole, payload, by, addressee).map(hex);
  // A long payload stands in its messages.
  return {
    name,
    topics: on,
    kind: whole.kind,
    fields: whole,
    payload: payload.length > 4096 ? "" : hex(payload),
    says,
    messages,
  };
}

/** Messages to refuse, with the first check that fails: by the root, fleet and fingerprint of the other files. */
function refusedVectors(messages: readonly MessageVector[]): unknown {
  const { fields, payload } = messages[1] as MessageVector;
  const good = Buffer.from((messages[1] as MessageVector).messages[0] as string, "hex");
  const [topic, bytes] = [topics.update("plant-7", 17, 0), Buffer.from(payload, "hex")];
  const spoilt = (change: (copy: Buffer) => void, by?: Credentials) => {
    const copy = Buffer.from(good);
    change(copy);
    const end = copy.length - SIGNATURE_BYTES;
    if (by) copy.set(signatureOf(copy.subarray(0, end), by.key), end);
    return copy;
  };
  const stranger = issued(testRoot("elsewhere"), "device", "plant-7");
  const expired = issued(root, "device", "plant-7", NOW_MS - 1);
  const list: [string, string, string, Buffer][] = [
    ["a byte is missing", "length", topic, good.subarray(0, -1)],
    ["the magic of a later version", "unknown", topic, spoilt((b) => b.write("MRW2"), device)],
    ["an unknown kind", "unknown", topic, spoilt((b) => b.writeUInt8(9, OFFSETS.kind), device)],
    [
      "an encoding this version does not know",
      "unknown",
      topic,
      spoilt((b) => b.writeUInt8(1, OFFSETS.encoding), device),
    ],
    [
      "an unknown flag of the upper half",
      "unknown",
      topic,
      spoilt((b) => b.writeUInt16LE(0x8100, OFFSETS.flags), device),
    ],
    ["a wrong count of chunks", "format", topic, spoilt((b) => b.writeUInt16LE(2, OFFSETS.chunks), device)],
    ["a damaged payload", "crc", topic, spoilt((b) => b.writeUInt8(1, HEAD_BYTES))],
    ["a certificate of another root", "certificate", topic, seal(fields, bytes, stranger)],
    ["a certificate that has expired", "certificate", topic, seal(fields, bytes, expired)],
    ["an aggregator's certificate on an update", "role", topic, seal(fields, bytes, aggregator, "plant-7")],
    ["a changed count of samples", "signature", topic, spoilt((b) => b.writeUInt32LE(1_000_000, OFFSETS.samples))],
    ["the topic of another node", "id", topics.update("plant-8", 17, 0), good],
    ["the topic of another seq", "id", topics.update("plant-7", 18, 0), good],
    ["it has expired", "expired", topic, seal({ ...fields, expiresMs: NOW_MS - 1 }, bytes, device)],
    ["for another model", "fingerprint", topic, seal({ ...fields, fingerprint: "00".repeat(16) }, bytes, device)],
  ];
  return list.map(([name, reason, on, message]) => ({ name, reason, nowMs: NOW_MS, topic: on, message: hex(message) }));
}

function floats(values: Float32Array): string {
  return hex(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
