import type { Cycle } from "./cycles.ts";

/** What is computed over the messages of a source; lags and differences look back, the others look over a stretch. */
export const OPERATIONS = ["lag", "difference", "mean", "min", "max", "std"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Most messages a feature may look back. */
export const WINDOW_LIMIT = 10_000;

/** One or more inputs of a model. */
export type Feature =
  | { readonly kind: "value"; readonly field: string }
  /** A list of `size` numbers. */
  | { readonly kind: "list"; readonly field: string; readonly size: number }
  /** `span`: how far back, or over how many messages with the present one. */
  | { readonly kind: Operation; readonly field: string; readonly span: number }
  /** Two inputs: sine and cosine. */
  | { readonly kind: Cycle; readonly offsetMs: number };

/** How the inputs of a model come from the messages of a source. */
export interface FeaturePlan {
  /** Paths of the numbers a message must bring, in the order of `FeaturesMessage.values`. */
  readonly fields: readonly string[];
  /** Lists whose length is part of the message's shape. */
  readonly lists: readonly { readonly field: string; readonly size: number }[];
  /** Names of the model's inputs. */
  readonly names: readonly string[];
  readonly missing: "refuse" | "mean";
  /** Numbers of this magnitude and more are refused: no model takes them, or their differences. */
  readonly limit: number;
  /** Fields whose past is kept, and how many values of it. */
  readonly windows: readonly { readonly field: number; readonly length: number }[];
  readonly inputs: readonly InputRule[];
}

/** `field` and `window` are indices into `fields` and `windows`. */
export type InputRule =
  | { readonly kind: "value"; readonly field: number }
  | { readonly kind: Operation; readonly field: number; readonly window: number; readonly span: number }
  | { readonly kind: Cycle; readonly part: "sin" | "cos"; readonly offsetMs: number };

/** Below it every magnitude is legal for a model. */
const LIMIT: number = Math.fround(1e18);

/** Lays out what is kept of the past and what each input is made of. */
export function planFeatures(features: readonly Feature[], missing: "refuse" | "mean"): FeaturePlan {
  const fields: string[] = [];
  const indices = new Map<string, number>();
  const windows = new Map<number, { field: number; length: number; index: number }>();
  const names: string[] = [];
  const inputs: InputRule[] = [];
  const lists: { field: string; size: number }[] = [];
  const indexOf = (field: string) => {
    const index = indices.get(field) ?? fields.push(field) - 1;
    indices.set(field, index);
    return index;
  };
  for (const feature of features) {
    if ("offsetMs" in feature) {
      for (const part of ["sin", "cos"] as const) {
        names.push(`${feature.kind}.${part}`);
        inputs.push({ ...feature, part });
      }
    } else if ("size" in feature) {
      lists.push({ field: feature.field, size: feature.size });
      for (let i = 0; i < feature.size; i++) {
        names.push(`${feature.field}[${i}]`);
        inputs.push({ kind: "value", field: indexOf(`${feature.field}[${i}]`) });
      }
    } else if ("span" in feature) {
      const { kind, span } = feature;
      const field = indexOf(feature.field);
      names.push(`${feature.field}.${kind}${span}`);
      const window = windows.get(field) ?? { field, length: 0, index: windows.size };
      window.length = Math.max(window.length, pastOf(kind, span));
      windows.set(field, window);
      inputs.push({ kind, field, window: window.index, span });
    } else {
      names.push(feature.field);
      inputs.push({ kind: "value", field: indexOf(feature.field) });
    }
  }
  const hasDifferences = features.some(({ kind }) => kind === "difference");
  return {
    fields,
    lists,
    names,
    missing,
    limit: hasDifferences ? LIMIT / 2 : LIMIT,
    windows: [...windows.values()].map(({ field, length }) => ({ field, length })),
    inputs,
  };
}

/** Values of the past that are needed besides the present one. */
function pastOf(kind: Operation, span: number): number {
  return kind === "lag" || kind === "difference" ? span : span - 1;
}
