import { describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { Core, Model, type ModelSpec } from "../src/index.ts";
import { readParameters } from "../src/model/parameters.ts";
import { type ParameterName, sizeOf, tensorsOf } from "../src/model/tensors.ts";
import { membersOf } from "../src/spec.ts";
import { COMMITTEES } from "./support/committees.ts";
import { STRUCTURES, specOf } from "./support/nets.ts";

/** Of the first model of a core of its own. */
const FIRST_HANDLE = 1;
const NAMES: readonly ParameterName[] = ["weight", "bias", "scale", "shift", "mean", "variance", "weightSum"];

const SPECS: [name: string, spec: ModelSpec][] = [
  ...STRUCTURES.map((structure): [string, ModelSpec] => [
    structure.name,
    specOf(structure, "tanh", "linear", "mse", 1),
  ]),
  ...Object.entries(COMMITTEES),
  [
    "missing inputs and standardized targets",
    {
      inputs: 5,
      missing: "mean",
      layers: [
        { type: "standardize" },
        { type: "dense", units: 3 },
        { type: "batchNorm" },
        { type: "dense", units: 2 },
      ],
      loss: "mse",
      standardizeTargets: { decay: "all" },
    },
  ],
];

describe("the tensors are those the core names, in its order, at its addresses", () => {
  test.each(SPECS)("%s", async (_name, spec) => {
    const core = await Core.load();
    using model = await Model.create(spec, { core });
    const tensors = tensorsOf(core, FIRST_HANDLE, model.spec);
    expect(tensors.filter(({ average }) => !average)).toEqual(tensorsOfCore(core, FIRST_HANDLE));
    const image = core.exports.seal(FIRST_HANDLE);
    const view = new DataView(core.exports.memory.buffer, image);
    for (const member of membersOf(model.spec).keys()) {
      const averages = view.getUint32(abi.HEADER_BYTES + member * abi.MEMBER_BYTES + abi.MEMBER_AVERAGES, true);
      let at = image + averages;
      for (const { pointer, shape } of tensors.filter((tensor) => tensor.average && tensor.member === member)) {
        expect(pointer).toBe(at);
        at += 4 * sizeOf(shape);
      }
      expect(averages > 0).toBe(at > image + averages);
    }
  });
});

test("a net of a thousand layers asks the core no more often than one of ten", async () => {
  const questions = await Promise.all([10, 1000].map(questionsFor));
  expect(questions[1]).toBe(questions[0]);
});

async function questionsFor(layers: number): Promise<number> {
  const core = await Core.load();
  using model = await Model.create(
    {
      inputs: 2,
      layers: Array.from({ length: layers }, () => ({ type: "dense", units: 2 }) as const),
      loss: "mse",
      standardizeTargets: { decay: "all" },
    },
    { core },
  );
  let asked = 0;
  const exports = new Proxy({} as Core["exports"], {
    get: (_, name: keyof Core["exports"]) => {
      asked++;
      return core.exports[name];
    },
  });
  const parameters = readParameters({ exports } as Core, FIRST_HANDLE, model.spec);
  expect(parameters).toHaveLength(2 * layers + 3);
  // Its memory is looked at once a tensor: that is no question.
  return asked - parameters.length;
}

/** Asked one by one. */
function tensorsOfCore({ exports }: Core, handle: number): object[] {
  const tensors: object[] = [];
  for (let i = 0; exports.parameter(handle, i, abi.PARAMETER_RANK) > 0; i++) {
    const field = (which: number): number => exports.parameter(handle, i, which);
    const layer = field(abi.PARAMETER_LAYER);
    tensors.push({
      member: field(abi.PARAMETER_MEMBER),
      layer: layer === abi.LAYER_OF_TARGETS ? "targets" : layer,
      name: NAMES[field(abi.PARAMETER_NAME)],
      average: false,
      shape: [field(abi.PARAMETER_ROWS), field(abi.PARAMETER_COLUMNS)].slice(0, field(abi.PARAMETER_RANK)),
      pointer: field(abi.PARAMETER_POINTER),
    });
  }
  return tensors;
}
