import { DRIFTS_LIMIT, ON_ERROR, ON_INPUT, ON_LOSS } from "../abi.ts";
import { show } from "../errors.ts";
import { meant } from "../nearest.ts";
import type { DetectorName, FullDetector, FullReaction, ReactionName, Watched } from "./models.ts";
import { DETECTORS, REACTIONS } from "./names.ts";
import { between, Fields, FRACTION, POSITIVE, type Range, refusal, SHARE, typed, wholeNumber } from "./reader.ts";
import type { LossName } from "./types.ts";

interface Setting {
  name: string;
  /** Where it stands among the values of the record; `"rows"` has a field of its own. */
  place: 0 | 1 | 2 | 3 | "rows";
  range: Range;
  fallback: number;
}

/**
 * What each detector can be told, with River's defaults (ADWIN's rows aside, which bound its memory).
 * A new detector is a line here, a name in names.ts, and its file in assembly/stream.
 */
export const DETECTOR_SETTINGS: Readonly<Record<DetectorName, readonly Setting[]>> = {
  ddm: [
    { name: "warning", place: 0, range: POSITIVE, fallback: 2 },
    { name: "drift", place: 1, range: POSITIVE, fallback: 3 },
    { name: "warmUp", place: 2, range: wholeNumber(1, 2 ** 24), fallback: 30 },
  ],
  hddmW: [
    { name: "driftConfidence", place: 0, range: aboveZero(FRACTION), fallback: 0.001 },
    { name: "warningConfidence", place: 1, range: aboveZero(FRACTION), fallback: 0.005 },
    { name: "lambda", place: 2, range: aboveZero(FRACTION), fallback: 0.05 },
  ],
  pageHinkley: [
    { name: "warmUp", place: 0, range: wholeNumber(1, 2 ** 24), fallback: 30 },
    { name: "delta", place: 1, range: POSITIVE, fallback: 0.005 },
    { name: "threshold", place: 2, range: POSITIVE, fallback: 50 },
    { name: "alpha", place: 3, range: SHARE, fallback: 0.9999 },
  ],
  adwin: [
    { name: "delta", place: 0, range: aboveZero(FRACTION), fallback: 0.002 },
    { name: "clock", place: 1, range: wholeNumber(1, 2 ** 24), fallback: 32 },
    { name: "rows", place: "rows", range: wholeNumber(4, 24), fallback: 14 },
  ],
};

/** What a detector watches, as the tables have it: a code, and the input's index. */
export function watchedOf(on: Watched, inputs: number | readonly string[]): { on: number; input: number } {
  if (on === "error") return { on: ON_ERROR, input: 0 };
  if (on === "loss") return { on: ON_LOSS, input: 0 };
  const input = typeof on.input === "number" || typeof inputs === "number" ? on.input : inputs.indexOf(on.input);
  return { on: ON_INPUT, input: input as number };
}

/** Reads the detectors of a model. */
export function fullDrift(value: unknown, inputs: number | readonly string[], loss: LossName): FullDetector[] {
  if (!Array.isArray(value) || value.length > DRIFTS_LIMIT) {
    throw refusal("drift", "not a list of detectors", {
      expected: `at most ${DRIFTS_LIMIT} detectors`,
      actual: show(value),
    });
  }
  return Array.from(value, (one: unknown, i) => fullDetector(one, `drift[${i}]`, inputs, loss));
}

// --- One detector ---

function fullDetector(value: unknown, path: string, inputs: number | readonly string[], loss: LossName): FullDetector {
  const { type, given } = typed(value, path, DETECTORS);
  const settings = DETECTOR_SETTINGS[type];
  const fields = new Fields(given, path, ["type", "on", "reaction", ...settings.map(({ name }) => name)]);
  const on = watched(fields, inputs);
  const isError = on === "error";
  const isClass = loss === "crossEntropy" || loss === "binaryCrossEntropy";
  // The two are tests on shares of mistakes, which are values from 0 to 1.
  if (type === "ddm" && !(isError && isClass)) throw unfit(path, type, 'on "error" of a classification', on, loss);
  if (type === "hddmW" && (on === "loss" || (isError && !isClass))) {
    throw unfit(path, type, 'on "error" of a classification, or on an input', on, loss);
  }
  return {
    type,
    on,
    ...Object.fromEntries(
      settings.map(({ name, range, fallback }) => [name, fields.number(name, range, fallback)] as const),
    ),
    reaction: fullReaction(fields.get("reaction") ?? "report", fields.at("reaction")),
  } as FullDetector;
}

function watched(fields: Fields, inputs: number | readonly string[]): Watched {
  const on = fields.get("on") ?? "error";
  if (on === "error" || on === "loss") return on;
  if (typeof on === "string") {
    const names = ["error", "loss"];
    throw refusal(fields.at("on"), "there is nothing of this name to watch", {
      expected: '"error", "loss" or { input }',
      actual: show(on),
      remedy: meant(on, names) ?? "An input is written { input: its name or index }",
    });
  }
  const path = fields.at("on");
  const input = new Fields(on, path, ["input"]).get("input");
  if (typeof inputs === "number") {
    if (Number.isInteger(input) && (input as number) >= 0 && (input as number) < inputs)
      return { input: input as number };
    throw refusal(`${path}.input`, "the model has no such input", {
      expected: wholeNumber(0, inputs - 1).text,
      actual: show(input),
    });
  }
  const name = typeof input === "number" ? inputs[input] : input;
  if (typeof name === "string" && inputs.includes(name)) return { input: name };
  throw refusal(`${path}.input`, "the model has no such input", {
    expected: `one of ${inputs.map(show).join(", ")}`,
    actual: show(input),
    remedy: typeof input === "string" ? meant(input, inputs) : undefined,
  });
}

function fullReaction(value: unknown, path: string): FullReaction {
  const { type, given } = typed<ReactionName>(value, path, REACTIONS);
  const samples = (fields: Fields): number => fields.integer("samples", 1, 2 ** 24, 200);
  switch (type) {
    case "raiseLearningRate": {
      const fields = new Fields(given, path, ["type", "factor", "samples"]);
      return { type, factor: fields.number("factor", POSITIVE, 3), samples: samples(fields) };
    }
    case "reopenScaler": {
      const fields = new Fields(given, path, ["type", "decay", "samples"]);
      return { type, decay: fields.number("decay", aboveZero(between(0, 1)), 0.9), samples: samples(fields) };
    }
    default:
      new Fields(given, path, ["type"]);
      return { type };
  }
}

function unfit(path: string, type: DetectorName, expected: string, on: Watched, loss: LossName): Error {
  const actual = `on ${typeof on === "string" ? show(on) : "an input"} with the loss ${loss}`;
  return refusal(`${path}.on`, `${type} tests shares of mistakes`, {
    expected,
    actual,
    remedy: "Take pageHinkley or adwin, which watch any number",
  });
}

function aboveZero({ text, holds }: Range): Range {
  return { text: text.replace("from 0", "above 0"), holds: (value) => holds(value) && value > 0 };
}
