import { describe, expect, test } from "vitest";
import { MillraceError } from "../src/errors.ts";
import {
  keyPairOf,
  nodeHashOf,
  readCertificate,
  signatureOf,
  signingKey,
  verifyingKey,
} from "../src/sync/certificate.ts";
import { Credentials, Root } from "../src/sync/keys.ts";
import { CERTIFICATE_BYTES } from "../src/sync/layout.ts";
import { Trust } from "../src/sync/trust.ts";
import { DAY_MS, issued, keysFor, NOW_MS, testRoot } from "./support/fleet.ts";

const root = testRoot();
const device = issued(root, "device", "plant-7");

function refused(work: () => unknown): MillraceError {
  try {
    work();
  } catch (error) {
    if (error instanceof MillraceError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("keys", () => {
  test("are those of RFC 8032: the public key of its first test", () => {
    const secret = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
    expect(Buffer.from(keyPairOf(secret).publicKey).toString("hex")).toBe(
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    );
  });

  test("are drawn anew each time", () => {
    expect(Root.create("plant").publicKey).not.toEqual(Root.create("plant").publicKey);
  });
});

describe("a certificate", () => {
  test("takes 144 bytes and says who, what, how long and of which epoch", () => {
    expect(device.certificate).toHaveLength(CERTIFICATE_BYTES);
    expect(readCertificate(device.certificate, verifyingKey(root.publicKey))).toMatchObject({
      role: "device",
      id: "plant-7",
      epoch: 1,
      expiresMs: NOW_MS + 365 * DAY_MS,
    });
  });

  test("holds a name of 32 characters whole", () => {
    const id = "abcdefghijklmnopqrstuvwxyz012345";
    expect(issued(root, "device", id).id).toBe(id);
    expect(nodeHashOf("plant-7")).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ["a role nobody knows", 0, 3],
    ["no role", 0, 0],
    ["a reserved byte that is not 0", 70, 1],
    ["a name with a character it may not have", 2, 0x2f],
    ["a name with a gap", 3, 0],
    ["no name", 1, 0],
  ])("signed by the root with %s is of a kind this version does not know", (_, at, value) => {
    const bytes = Buffer.from(device.certificate);
    bytes.writeUInt8(value, at);
    const { secretKey } = keysFor("root of plant");
    bytes.set(signatureOf(bytes.subarray(0, 80), signingKey(secretKey)), 80);
    expect(refused(() => readCertificate(bytes, verifyingKey(root.publicKey)))).toMatchObject({
      reason: "certificate",
    });
  });

  test("is not issued for a name that no topic can hold", () => {
    expect(refused(() => issued(root, "device", "plant/7")).code).toBe("E_CONFIG");
  });

  test.each([
    ["epoch", (trust: Trust) => trust.check(device.certificate, NOW_MS, "device"), 2],
    ["role", (trust: Trust) => trust.check(device.certificate, NOW_MS, "aggregator"), 1],
    ["certificate", (trust: Trust) => trust.check(device.certificate, NOW_MS + 366 * DAY_MS, "device"), 1],
  ] as const)("that was believed once is refused for its %s later", (reason, check, epoch) => {
    const trust = new Trust(root.publicKey, epoch);
    if (epoch === 1) expect(trust.check(device.certificate, NOW_MS, "device").certificate.id).toBe("plant-7");
    expect(refused(() => check(trust))).toMatchObject({ code: "E_TRUST", reason });
  });
});

describe("credentials", () => {
  test("are the same after a round through their file", () => {
    const read = Credentials.parse(device.toText());
    expect(read).toMatchObject({ id: "plant-7", role: "device", epoch: 1, fleet: "plant" });
    expect(read.toText()).toBe(device.toText());
  });

  test.each([
    ["no JSON", "hello", "E_FORMAT"],
    ["a root instead", root.toText(), "E_FORMAT"],
    ["a later version", device.toText().replace('"version": 1', '"version": 2'), "E_VERSION"],
    ["null", "null", "E_FORMAT"],
    [
      "a certificate of another length",
      device.toText().replace(/"certificate": "..../, '"certificate": "'),
      "E_FORMAT",
    ],
    [
      "another root",
      device.toText().replace(/"root": "[^"]+"/, `"root": "${encoded(testRoot("x").publicKey)}"`),
      "E_TRUST",
    ],
    ["another secret key", device.toText().replace(/"secretKey": "...../, '"secretKey": "AAAAA'), "E_TRUST"],
  ])("are refused with %s, and no secret is told", (_, text, code) => {
    const error = refused(() => Credentials.parse(text, "plant-7.json"));
    expect(error.code).toBe(code);
    const secret = /"secretKey": "([^"]+)"/.exec(text)?.[1];
    if (secret) expect(`${error.message} ${error.stack} ${error.cause}`).not.toContain(secret.slice(8));
  });

  test("no file: the path is named", () => {
    expect(refused(() => Credentials.read("/nowhere/plant-7.json"))).toMatchObject({
      code: "E_FILE",
      where: "/nowhere/plant-7.json",
    });
  });
});

test("a rotated root signs for the next epoch with the same key", () => {
  const next = root.rotated();
  expect(next.epoch).toBe(2);
  expect(next.publicKey).toEqual(root.publicKey);
  const trust = next.issue({ role: "aggregator", id: "agg-1", expiresMs: NOW_MS }).trust();
  expect(trust.epoch).toBe(2);
  expect(refused(() => trust.check(device.certificate, NOW_MS, "device"))).toMatchObject({ reason: "epoch" });
});

test("a fleet is renewed without a pause: devices first, the aggregator last, and whoever is left out is refused then", () => {
  const next = root.rotated();
  const [aggregator, later] = [issued(root, "aggregator", "agg-1"), issued(next, "aggregator", "agg-1")];
  const renewed = issued(next, "device", "plant-7");
  const trust = renewed.trust();
  trust.check(aggregator.certificate, NOW_MS, "aggregator");
  aggregator.trust().check(renewed.certificate, NOW_MS, "device");
  trust.witness(trust.check(later.certificate, NOW_MS, "aggregator").certificate);
  expect(refused(() => trust.check(aggregator.certificate, NOW_MS, "aggregator"))).toMatchObject({ reason: "epoch" });
  later.trust().check(renewed.certificate, NOW_MS, "device");
  expect(refused(() => later.trust().check(device.certificate, NOW_MS, "device"))).toMatchObject({ reason: "epoch" });
  expect(refused(() => renewed.trust(2).check(aggregator.certificate, NOW_MS, "aggregator"))).toMatchObject({
    reason: "epoch",
  });
});

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
