// wasm2c's output, taken apart and put together again: one static instance instead of a pointer to one in every call,
// so that no store into a model's memory can be thought to change a global, and addresses of 32 bits instead of 64.
import { DECLARATIONS, isAddress } from "./declarations.mjs";

/**
 * @param {string} text what wasm2c printed, header and source
 * @param {string} wabt its version
 * @returns {{ source: string, dataEnd: number, globalBytes: number }} the C source; where the arena begins; bytes of the globals
 */
export function coreSource(text, wabt) {
  const globals = globalsOf(text);
  const { names, dataEnd, heapBase } = exportedGlobals(text, globals);
  const kept = globals.filter(({ name }) => !names.includes(name));
  const sized = kept.filter(({ value }) => value === `${heapBase - dataEnd}u`);
  if (sized.length !== 1) throw new Error(`${sized.length} globals hold the bytes of the arena, not one`);

  // The widest first: without padding the size is the sum.
  const ordered = [...kept].sort((a, b) => Number(b.type === "u64") - Number(a.type === "u64"));
  const bodies = functionsOf(text);
  const lines = [
    `/* Written by scripts/build-firmware.mjs from core.mcu.wasm with wasm2c of wabt ${wabt}. Do not edit. */`,
    '#include "../source/runtime.h"',
    "",
    "_Alignas(16) uint8_t millrace_memory[MILLRACE_MEMORY_BYTES];",
    "",
    "/* A firmware that wants to know defines its own. */",
    "__attribute__((weak)) void millrace_trap(int32_t reason) { (void)reason; }",
    "",
    "static struct {",
    ...ordered.map(({ type, name }) => `  ${type} ${name};`),
    `} globals = {.${sized[0].name} = MILLRACE_ARENA_BYTES};`,
    '_Static_assert(sizeof globals == MILLRACE_GLOBAL_BYTES, "the globals take what the header says");',
    "",
    ...bodies.map(({ head }) => `${head};`),
    "",
    ...bodies.map(({ head, body }) => `${head} {\n${body}\n}\n`),
    ...DECLARATIONS.map(wrapper),
  ];
  const source = `${lines.join("\n")}\n`;
  const left = source.match(/.*(instance|Z_core|wasm_rt_|FUNC_|\(u64\)\(\w+\) \+).*/)?.[0];
  if (left !== undefined) throw new Error(`a pattern of wasm2c that is not known here: ${left}`);
  return { source, dataEnd, globalBytes: bytesOf(ordered) };
}

// ---

function globalsOf(text) {
  const struct = text.match(/typedef struct Z_core_instance_t \{\n([\s\S]*?) {2}wasm_rt_memory_t w2c_memory;\n\}/)?.[1];
  const values = text.match(/static void init_globals\(Z_core_instance_t\* instance\) \{\n([\s\S]*?)\n\}/)?.[1];
  if (struct === undefined || values === undefined) throw new Error("no globals found");
  const initial = new Map(
    [...values.matchAll(/instance->w2c_(\w+) = (\w+);/g)].map(([, name, value]) => [name, value]),
  );
  return [...struct.matchAll(/^ {2}(u32|u64|f32) w2c_(\w+);$/gm)].map(([, type, name]) => ({
    type,
    name,
    value: initial.get(name),
  }));
}

/** The two that are exported, `__data_end` and `__heap_base`, as numbers; wasm2c writes accessors in their order. */
function exportedGlobals(text, globals) {
  const accessor = /^u32\* Z_coreZ_\w+\(Z_core_instance_t\* instance\) \{\n {2}return &instance->w2c_(\w+);/gm;
  const names = [...text.matchAll(accessor)].map(([, name]) => name);
  const values = names.map((name) => Number.parseInt(globals.find((global) => global.name === name).value, 10));
  if (names.length !== 2 || !(values[0] < values[1])) throw new Error("expected __data_end, then __heap_base");
  return { names, dataEnd: values[0], heapBase: values[1] };
}

function functionsOf(text) {
  const found = [
    ...text.matchAll(/^static (\w+) (w2c_\w+)\((Z_core_instance_t\* instance[^)]*)\) \{\n([\s\S]*?)\n\}$/gm),
  ];
  if (found.length === 0) throw new Error("no functions found");
  return found.map(([, type, name, parameters, body]) => ({
    head: `static ${type} ${short(name)}(${short(parameters).replace(/^Z_core_instance_t\* instance(, )?/, "") || "void"})`,
    body: short(body)
      .replace(/^ +FUNC_PROLOGUE;\n/m, body.includes("w2c_memory") ? "  MEMORY;\n" : "")
      .replace(/^ +FUNC_EPILOGUE;\n?/gm, "")
      .trimEnd(),
  }));
}

/** Without the instance and the prefixes. */
function short(text) {
  return text
    .replace(
      /\(&instance->w2c_memory, \(u64\)\((\w+)\)( \+ (\d+)u?)?(?=[,)])/g,
      (_, base, _plus, offset) => `(memory, ${base}, ${offset ?? 0}u`,
    )
    .replace(/instance->w2c_(\w+)/g, "globals.$1")
    .replace(/\(instance(, )?/g, "(")
    .replace(/\bw2c_(?=(f\d+_\d|[ijpl]\d+|[BIL]\w+)\b)/g, "");
}

/** An export by its C name. An address that breaks the promise of alignment is refused here. */
function wrapper({ name, result, parameters }) {
  const list = parameters.map((parameter) => `${parameter.type} ${parameter.name}`).join(", ") || "void";
  const given = parameters
    .map((parameter) => (parameter.type === "float" ? parameter.name : `(u32)${parameter.name}`))
    .join(", ");
  const address = parameters.find(isAddress);
  const guard = address ? `  if (${address.name} & 3) return MILLRACE_E_MEMORY;\n` : "";
  return `${result} millrace_${name}(${list}) {\n${guard}  return (${result})w2c_${name}(${given});\n}\n`;
}

function bytesOf(globals) {
  const bytes = globals.reduce((sum, { type }) => sum + (type === "u64" ? 8 : 4), 0);
  return globals.some(({ type }) => type === "u64") ? Math.ceil(bytes / 8) * 8 : bytes;
}
