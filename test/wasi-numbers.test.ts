import { afterAll, beforeAll, expect, test } from "vitest";
import { shortestDecimal } from "../src/image/records.ts";
import { Seeded } from "./support/seeded.ts";
import { saveIdentity, Workplace } from "./support/wasi.ts";

// A net that answers with its input shows what the command reads and how it prints it.
const place = new Workplace();
beforeAll(() => saveIdentity(place, "one.millrace"));
afterAll(() => place.remove());

const ROWS = 60_000;

test("a field is read as JavaScript reads it: Math.fround(Number(text)), to the bit", async () => {
  const texts = [...spellings(), ...hardTexts(), ...randomTexts(ROWS)];
  const { code, stderr, bytes } = await place.run(["predict", "one.millrace"], texts.join("\n"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = bytes.toString().trimEnd().split("\n");
  expect(lines).toHaveLength(texts.length);
  const wrong = texts.filter((text, i) => Math.fround(Number(lines[i])) !== Math.fround(Number(text)));
  expect(wrong).toEqual([]);
});

test("a prediction is printed in the fewest digits that read back as the same bits, spelled as JavaScript spells it", async () => {
  const values = bitPatterns(ROWS);
  const { code, bytes } = await place.run(["predict", "one.millrace", "--f32"], new Uint8Array(values.buffer));
  expect(code).toBe(0);
  const answers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  expect(answers).toEqual(values);
  const { stdout } = await place.run(["predict", "one.millrace"], [...values].join("\n"));
  const lines = stdout.trimEnd().split("\n");
  const wrong = [...values].flatMap((value, i) =>
    lines[i] === String(shortestDecimal(value)) ? [] : [`${value}: ${lines[i]}`],
  );
  expect(wrong).toEqual([]);
});

test.each([
  "",
  "nan",
  "NaN",
  "inf",
  "-Infinity",
  "0x10",
  "1_000",
  "1,",
  "1e",
  "1e+",
  ".",
  "-",
  "--1",
  "1.2.3",
  "1 2",
  "one",
])("%j is no number: exit code 65 and one line that names row and field", async (text) => {
  const { code, stdout, stderr } = await place.run(["predict", "one.millrace"], `0.5\n${text}\n`);
  expect(stdout).toBe("0.5\n");
  expect(stderr).toMatch(text === "1," ? /^error: row 2: expected 1 field, got 2\n$/ : /^error: row 2, field 1: .+\n$/);
  expect(code).toBe(65);
});

test.each(["1e18", "-1e18", "1e40", "1e999999999999", `1${"0".repeat(400)}`])(
  "%s is too large, which is said",
  async (text) => {
    const { code, stderr } = await place.run(["predict", "one.millrace"], text);
    expect(stderr).toMatch(
      /^error: row 1, field 1: -?\w+ is no input; values are finite and smaller than 1000000000000000000\n$/,
    );
    expect(code).toBe(65);
  },
);

// --- What is read ---

function spellings(): string[] {
  return [
    "0",
    "-0",
    "+1",
    "1.",
    ".5",
    "-.5e1",
    "1E3",
    "1e-400",
    " 7",
    "8\t",
    "007",
    "0.0000000000000000000000000001e28",
  ];
}

/** Numbers at, and a hair beside, the middle between two float32 values; smallest ones; and far more digits than count. */
function hardTexts(): string[] {
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  const random = new Seeded(1);
  const texts = [
    "1.401298464324817e-45",
    "7.006492321624085e-46",
    "7.0064923216240853546186479164495806564013097093825788587853e-46",
  ];
  for (let i = 0; i < 3000; i++) {
    bits[0] = random.index(0x5d5e0b6b);
    const low = value[0] as number;
    bits[0]++;
    const middle = exactDecimal((low + (value[0] as number)) / 2);
    texts.push(middle, `${middle}0000000000000000000001`, `${middle}${"0".repeat(300)}1`, middle.replace(/.$/, "4"));
  }
  return texts;
}

/** All digits of a float64 of at least 1e-46: `toFixed` stops at 100. */
function exactDecimal(value: number): string {
  let [power, whole] = [0, value];
  while (!Number.isInteger(whole)) [power, whole] = [power + 1, whole * 2];
  const digits = (BigInt(whole) * 5n ** BigInt(power)).toString().padStart(power + 1, "0");
  return power === 0 ? `${digits}.0` : `${digits.slice(0, -power)}.${digits.slice(-power)}`;
}

function randomTexts(count: number): string[] {
  const random = new Seeded(2);
  return Array.from({ length: count }, (_, i) => {
    const value = random.sign() * random.uniform() * 10 ** (random.index(62) - 45);
    if (i % 4 === 0) return String(random.uniform() + random.uniform() * 2 ** -24);
    return i % 4 === 1 ? value.toExponential(random.index(21)) : i % 4 === 2 ? String(value) : value.toPrecision(17);
  });
}

/** Every size of float32 below the limit, subnormal ones too. */
function bitPatterns(count: number): Float32Array<ArrayBuffer> {
  const random = new Seeded(3);
  const bits = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    bits[i] = i < 64 ? i + 1 : i % 2 === 0 ? random.index(0x5d5e0b6b) + 1 : 0x3f800000 - random.index(0x6000000);
    if (i % 8 === 0) bits[i] = (bits[i] as number) + 0x80000000;
  }
  return new Float32Array(bits.buffer);
}
