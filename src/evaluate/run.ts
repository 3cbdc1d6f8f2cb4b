import type { RowSource } from "../model/fit.ts";
import { Model } from "../model.ts";
import { checkOptions, type EvaluateOptions } from "./options.ts";
import { Pass } from "./pass.ts";
import type { StreamEvaluation } from "./result.ts";

/**
 * Test-then-train: each row is predicted by every model before any has learnt it, in one pass, in fixed memory.
 * @throws MillraceError `E_VALUE`, `E_SPEC`, `E_SHAPE`, `E_CLASS`; what a model refuses, with its row
 */
export async function evaluate(rows: RowSource, options: EvaluateOptions): Promise<StreamEvaluation> {
  checkOptions(options);
  const created: Model[] = [];
  try {
    const models: Model[] = [];
    for (const { model } of options.models) {
      if (model instanceof Model) {
        models.push(model);
        continue;
      }
      const own = await Model.create(model);
      created.push(own);
      models.push(own);
    }
    const run = new Pass(models, options);
    let since = performance.now();
    for await (const row of rows) {
      if (options.signal?.aborted) break;
      run.step(row);
      if (performance.now() - since < PATIENCE) continue;
      options.progress?.(run.predicted);
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    run.drain();
    options.progress?.(run.predicted);
    return run.result();
  } finally {
    for (const model of created) model.dispose();
  }
}

// ---

const PATIENCE = 20;
