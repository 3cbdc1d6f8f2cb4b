// millrace.h: the literals of src/abi.ts as macros, the exports as prototypes, and the way into the memory.
import { DECLARATIONS } from "./declarations.mjs";

/**
 * @param {string} abi the text of src/abi.ts
 * @param {{ dataEnd: number, globalBytes: number }} sizes
 */
export function headerSource(abi, { dataEnd, globalBytes }) {
  return `/*
 * Millrace in C: the same core, the same bits. Written by scripts/build-firmware.mjs from src/abi.ts. Do not edit.
 *
 * Functions answer >= 0, or one of MILLRACE_E_...; \`checksum\`, \`selftest\`, \`count\` and \`error\` are raw 32 bits.
 * Addresses count from the start of millrace_memory and are multiples of 4: another is E_MEMORY, without a record in
 * \`error\`. Not reentrant: one thread, no interrupt handler.
 */
#ifndef MILLRACE_H
#define MILLRACE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

${macros(abi).join("\n")}

/* --- Memory --- */

/* What all models may take together; the header of an exported model says what it takes. */
#ifndef MILLRACE_ARENA_BYTES
#define MILLRACE_ARENA_BYTES 64512
#endif
#define MILLRACE_ARENA_START ${dataEnd}
#define MILLRACE_MEMORY_BYTES (MILLRACE_ARENA_START + MILLRACE_ARENA_BYTES)
/* Taken besides the memory. The sum is all the RAM there is, the C stack aside. */
#define MILLRACE_GLOBAL_BYTES ${globalBytes}
#define MILLRACE_RAM_BYTES (MILLRACE_MEMORY_BYTES + MILLRACE_GLOBAL_BYTES)

extern uint8_t millrace_memory[];

#if defined(__GNUC__)
typedef float __attribute__((may_alias)) millrace_float;
#else
typedef float millrace_float;
#endif

/* Inputs, outputs and targets: millrace_floats(millrace_input(handle))[0] = 21.5f; */
static inline millrace_float *millrace_floats(int32_t address) {
  return (millrace_float *)(void *)(millrace_memory + address);
}

/* Bytes of a model's file, once \`seal\` has said where it lies. */
static inline uint32_t millrace_file_bytes(int32_t sealed) {
  const uint8_t *length = millrace_memory + sealed + MILLRACE_HEADER_LENGTH;
  return length[0] | (uint32_t)length[1] << 8 | (uint32_t)length[2] << 16 | (uint32_t)length[3] << 24;
}

/* --- Traps: a division by zero, or with MILLRACE_CHECKED an address outside. None happens in a core that is intact. --- */
#define MILLRACE_TRAP_UNREACHABLE 1
#define MILLRACE_TRAP_MEMORY 2
#define MILLRACE_TRAP_DIVISION 3
#define MILLRACE_TRAP_CONVERSION 4
/* Define it to be told, and do not return: nothing goes on after it. */
void millrace_trap(int32_t reason);

/* --- The core --- */

${DECLARATIONS.map(prototype).join("\n")}

#ifdef __cplusplus
}
#endif

#endif
`;
}

// ---

function macros(abi) {
  const body = abi.slice(abi.indexOf("*/") + 2).trim();
  return body.split("\n").map((line) => {
    const [, name, value, comment] = line.match(/^export const (\w+) = (\S+);(?: \/\/ (.*))?$/) ?? [];
    if (name !== undefined) return `#define MILLRACE_${name} ${literal(value)}${comment ? ` /* ${comment} */` : ""}`;
    const remark = line.match(/^\/\/ (.*)$/)?.[1];
    if (remark !== undefined) return `/* ${remark} */`;
    if (/^(\/\*\*| \*|$)/.test(line)) return line.replace("/**", "/*");
    throw new Error(`src/abi.ts: neither a literal nor a comment: ${line}`);
  });
}

function literal(value) {
  if (value.includes("e") && !value.startsWith("0x"))
    return `${value.includes(".") ? value : value.replace("e", ".0e")}f`;
  if (value.startsWith("-")) return `(${value})`;
  return value.startsWith("0x") ? `${value}u` : value;
}

function prototype({ name, result, parameters, about }) {
  const list = parameters.map((parameter) => `${parameter.type} ${parameter.name}`).join(", ") || "void";
  return `/* ${about} */\n${result} millrace_${name}(${list});`;
}
