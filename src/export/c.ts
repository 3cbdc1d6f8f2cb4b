import { readFile } from "node:fs/promises";
import { MillraceError } from "../errors.ts";
import { splitFile } from "../image.ts";
import type { Model } from "../model.ts";
import { countOf, type FullSpec } from "../spec.ts";
import { checkFits, firmwareMemory } from "./memory.ts";
import { classCountOf, MAKEFILE, mainSource } from "./project.ts";
import type { Files } from "./wasm.ts";

/** Written once, then the user's: exporting again leaves them. */
export const KEPT: readonly string[] = ["main.c", "Makefile"];

/**
 * A firmware project: the model as a constant, its sizes as macros, a program to begin with, and the core in C.
 * @param memoryBytes RAM there is for it, the C stack aside, if that is known
 * @throws MillraceError `E_MEMORY` where it does not fit, `E_FILE`
 */
export async function exportC(model: Model, memoryBytes?: number): Promise<Files> {
  const memory = await firmwareMemory(model);
  checkFits(memory.total, memoryBytes);
  const { core: image } = splitFile(model.toBytes());
  const files: Files = new Map();
  const add = (name: string, text: string): Files => files.set(name, new TextEncoder().encode(text));
  add("model.h", headerOf(model, image.length, memory.arena));
  add("model.c", sourceOf(image));
  add("main.c", mainSource(model.spec));
  add("Makefile", MAKEFILE);
  for (const part of KIT) files.set(`millrace/${part}`, await kitFile(part));
  return files;
}

// ---

const KIT = ["include/millrace.h", "source/runtime.h", "generated/core.c"] as const;

async function kitFile(name: string): Promise<Uint8Array> {
  const url = new URL(`../../firmware/${name}`, import.meta.url);
  try {
    return await readFile(url);
  } catch (cause) {
    throw new MillraceError("E_FILE", "the firmware kit is not in this package", { where: url.pathname, cause });
  }
}

function headerOf(model: Model, imageBytes: number, arenaBytes: number): string {
  const { spec } = model;
  return `/* Written by \`millrace export --target c\`. Give it to every file: gcc -include model.h */
#ifndef MODEL_H
#define MODEL_H

/* Bytes the model takes while it runs; more where it shares the core. RAM in all, the C stack aside: MILLRACE_RAM_BYTES. */
#ifndef MILLRACE_ARENA_BYTES
#define MILLRACE_ARENA_BYTES ${arenaBytes}
#endif
#define MILLRACE_INPUTS ${countOf(spec.inputs)}
#define MILLRACE_OUTPUTS ${spec.outputs}
/* 0 where the outputs are no classes: then learn a target, else with millrace_learn_class. */
#define MILLRACE_CLASSES ${classCountOf(spec)}
/* Bytes of the model's file, and of what \`seal\` leaves to be stored. */
#define MILLRACE_IMAGE_BYTES ${imageBytes}
${named("inputs", spec.inputs)}${named("classes", spec.classes)}
#include "millrace/include/millrace.h"

extern const uint8_t millrace_model[MILLRACE_IMAGE_BYTES];

#endif
`;
}

function sourceOf(image: Uint8Array): string {
  const lines: string[] = [];
  for (let i = 0; i < image.length; i += 24) lines.push(`  ${[...image.subarray(i, i + 24)].join(",")},`);
  return `#include "model.h"\n\n_Alignas(4) const uint8_t millrace_model[MILLRACE_IMAGE_BYTES] = {\n${lines.join("\n")}\n};\n`;
}

/** Names come from a file that may be anybody's: nothing in them may end the comment or splice lines. */
function named(what: string, names: FullSpec["inputs"] | FullSpec["classes"]): string {
  if (!Array.isArray(names)) return "";
  const plain = names.map((name) => JSON.stringify(name).replace(/[^ -~]|[*/\\]/g, "?"));
  return `/* ${what}: ${plain.join(", ")} */\n`;
}
