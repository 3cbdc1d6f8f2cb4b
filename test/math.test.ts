import { beforeAll, expect, test } from "vitest";
import { compileAlone } from "./support/assembly.ts";

type RealFunction = (x: number) => number;
interface Bound {
  reference: RealFunction;
  /** Where the function is defined, as assembly/math.ts says. */
  from: number;
  to: number;
  /** Largest error in units in the last place of the float32 result. */
  ulp?: number;
  absolute?: number;
}

const NORMAL = 2 ** -126;
const LARGEST = (2 - 2 ** -23) * 2 ** 127;
const BOUNDS: Record<string, Bound> = {
  exp: { reference: Math.exp, from: -Infinity, to: Infinity, ulp: 1 },
  log: { reference: Math.log, from: NORMAL, to: LARGEST, ulp: 1 },
  log1p: { reference: Math.log1p, from: 0, to: LARGEST, ulp: 3 },
  tanh: { reference: Math.tanh, from: -Infinity, to: Infinity, ulp: 2 },
  sigmoid: { reference: (x) => 1 / (1 + Math.exp(-x)), from: -Infinity, to: Infinity, ulp: 3 },
  cos: { reference: Math.cos, from: 0, to: Math.fround(Math.PI), absolute: 2e-7 },
};
// A prime step through all bit patterns: about a million numbers, of every exponent and sign.
const STEP = 4099;

let core: Record<string, RealFunction>;
beforeAll(async () => {
  core = (await compileAlone("assembly/math.ts")) as unknown as Record<string, RealFunction>;
});

test.each(Object.entries(BOUNDS))("%s keeps its stated error over the whole range", (name, bound) => {
  const f = core[name] as RealFunction;
  const worst = { error: 0, at: 0 };
  for (const x of numbers(bound.from, bound.to)) {
    const exact = bound.reference(x);
    const error = errorOf(f(x), exact, bound.absolute === undefined ? unitInLastPlace(exact) : 1);
    if (!(error <= worst.error)) Object.assign(worst, { error, at: x });
  }
  expect(worst.error, `at ${worst.at}`).toBeLessThanOrEqual(bound.ulp ?? (bound.absolute as number));
});

test("edges: infinities, zeros, ends of the range and NaN", () => {
  const { exp, log, log1p, tanh, sigmoid, cos } = core as { [K in keyof typeof BOUNDS]: RealFunction } & Record<
    string,
    RealFunction
  >;
  const edges: [RealFunction | undefined, number, number][] = [
    [exp, 0, 1],
    [exp, -Infinity, 0],
    [exp, -104.1, 0],
    [exp, -103.2, 2 ** -149],
    [exp, 88.73, Infinity],
    [exp, Infinity, Infinity],
    [log, 1, 0],
    [log1p, 0, 0],
    [log1p, 2 ** -30, 2 ** -30],
    [log1p, 2 ** -149, 2 ** -149],
    [tanh, 0, 0],
    [tanh, 89, 1],
    [tanh, -LARGEST, -1],
    [tanh, Infinity, 1],
    [tanh, -Infinity, -1],
    [tanh, 2 ** -149, 2 ** -149],
    [sigmoid, 0, 0.5],
    [sigmoid, Infinity, 1],
    [sigmoid, -Infinity, 0],
    [sigmoid, -LARGEST, 0],
    [cos, 0, 1],
    [cos, Math.PI, -1],
  ];
  for (const [f, x, expected] of edges) expect((f as RealFunction)(x)).toBe(expected);
  for (const f of [exp, tanh, sigmoid]) expect((f as RealFunction)(Number.NaN)).toBeNaN();
});

test("tanh is odd and sigmoid stays within 0 and 1", () => {
  const { tanh, sigmoid } = core as { tanh: RealFunction; sigmoid: RealFunction };
  for (const x of numbers(0, LARGEST)) {
    if (tanh(-x) !== -tanh(x)) expect(tanh(-x)).toBe(-tanh(x));
    const s = sigmoid(x);
    if (!(s >= 0.5 && s <= 1)) expect(s).toBeLessThanOrEqual(1);
  }
});

function* numbers(from: number, to: number): Generator<number> {
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  yield from;
  yield to;
  for (let pattern = 0; pattern < 2 ** 32; pattern += STEP) {
    bits[0] = pattern;
    const x = float[0] as number;
    if (x >= from && x <= to) yield x;
  }
  // Where most numbers of a net lie.
  for (let x = -20; x <= 20; x += 1 / 8192) {
    if (x >= from && x <= to) yield Math.fround(x * 1.0009765625);
  }
}

function errorOf(actual: number, exact: number, unit: number): number {
  // Beyond the largest float32 the nearest result is infinity.
  if (Math.fround(exact) === actual) return 0;
  return Math.abs(actual - exact) / unit;
}

function unitInLastPlace(exact: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(exact)));
  return 2 ** (Math.max(exponent, -126) - 23);
}
