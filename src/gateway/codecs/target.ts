import { TargetWriter } from "../../model/targets.ts";
import type { FullSpec } from "../../spec.ts";
import type { Rejection } from "../config/types.ts";
import { type Cell, rejection } from "./codec.ts";
import { isMissing, isRejection, kindOf, numberOf, shown } from "./values.ts";

const LIMIT: number = Math.fround(1e18);

/** Turns the label of a message into what the model learns: a number for each output. */
export class TargetReader {
  readonly #outputs: number;
  readonly #classes: ReadonlyMap<string, number> | undefined;
  /** Whether a plain number is the index of a class: where the classes' names are none. */
  readonly #takesIndex: boolean;
  readonly #classCount: number;
  /** What each class is learnt as. */
  readonly #classTargets: readonly Float32Array[];

  constructor(spec: FullSpec) {
    this.#outputs = spec.outputs;
    this.#classCount = new TargetWriter(spec).classCount;
    this.#classes = spec.classes && new Map(spec.classes.map((name, i) => [name, i]));
    this.#classTargets = Array.from({ length: this.#classCount }, (_, index) => {
      const y = new Float32Array(spec.outputs);
      if (spec.outputs === 1) y[0] = index;
      else y[index] = 1;
      return y;
    });
    this.#takesIndex = !spec.classes?.some((name) => name.trim() !== "" && Number.isFinite(Number(name)));
  }

  /** How many values a label may have: one class, or a number for each output. */
  fits(values: number): boolean {
    return values === this.#outputs || (values === 1 && this.#classCount > 0);
  }

  /** @returns undefined where no label is there; an array that may be shared otherwise */
  read(cells: readonly Cell[], fields: readonly string[], isTextual: boolean): Float32Array | undefined | Rejection {
    if (cells.every(isMissing)) return undefined;
    if (cells.length === 1 && this.#classCount > 0) return this.#classOf(cells[0], isTextual, fields[0] ?? "");
    const y = new Float32Array(this.#outputs);
    for (let i = 0; i < cells.length; i++) {
      const value = numberOf(cells[i], isTextual, LIMIT, false, fields[i] ?? "");
      if (isRejection(value)) return value;
      y[i] = value;
    }
    return y;
  }

  #classOf(cell: Cell, isTextual: boolean, field: string): Float32Array | Rejection {
    if (typeof cell === "object") return rejection("notText", `${kindOf(cell)} instead of a class`, field);
    const index = this.#classes?.get(String(cell)) ?? this.#indexOf(cell, isTextual);
    return this.#classTargets[index ?? -1] ?? rejection("class", `${shown(cell)} is no class of this model`, field);
  }

  #indexOf(cell: Cell, isTextual: boolean): number | undefined {
    if (!this.#takesIndex) return undefined;
    if (typeof cell === "boolean")
      return this.#classes === undefined && this.#classCount === 2 ? Number(cell) : undefined;
    const index = typeof cell === "string" && isTextual && /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
    return Number.isInteger(index) && (index as number) >= 0 && (index as number) < this.#classCount
      ? (index as number)
      : undefined;
  }
}
