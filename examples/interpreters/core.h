/*
 * The core inside an interpreter: what ../wasm3/core_wasm3.c and ../wamr/core_wamr.c provide and the programs use.
 * One core a program, not reentrant. A float32 goes in and out by its bits.
 */
#ifndef MILLRACE_CORE_H
#define MILLRACE_CORE_H

#include <stdint.h>
#include <string.h>

/* name of the export, number of its arguments */
#define CORE_EXPORTS(E) \
  E(selftest, 0) E(error, 1) E(arena, 0) E(capacity, 0) E(limit, 1) E(measure, 2) E(open, 2) E(close, 1) \
  E(state, 1) E(state_size, 1) E(seal, 1) E(checksum, 1) \
  E(input, 1) E(input_size, 1) E(output, 1) E(output_size, 1) E(target, 1) \
  E(predict, 1) E(learn, 1) E(learn_class, 2) E(loss, 1) E(flush, 1) E(set, 3)

#define CORE_EXPORT_NAME(name, count) CORE_##name,
enum core_export { CORE_EXPORTS(CORE_EXPORT_NAME) CORE_EXPORT_COUNT };
#undef CORE_EXPORT_NAME

/* Where the length of the core part stands in a .millrace file; behind it lies the trailer with the names. */
#define MODEL_LENGTH_OFFSET 8

/*
 * Loads the module; its bytes must stay, and WAMR writes into them. Returns NULL, or why it failed.
 * `arena_limit` bytes of arena suffice, and wasm3 sets aside no more memory for it; 0 means all that the module has.
 */
const char *core_load(uint8_t *module, uint32_t length, uint32_t arena_limit);

/* Calls an export; arguments behind its last one are ignored. A trap ends in core_trap. */
uint32_t core_call(enum core_export function, uint32_t a, uint32_t b, uint32_t c);

/* Where [address, address + length) of the linear memory lies; outside of it ends in core_trap. */
uint8_t *core_memory(uint32_t address, uint32_t length);

/* Bytes of linear memory that the interpreter set aside. */
uint32_t core_memory_size(void);

/* "wasm3 0.5.0" and the like. */
const char *core_runtime(void);

void core_unload(void);

/* The program's: says why and does not return. */
_Noreturn void core_trap(const char *why);

static inline uint32_t core_word(const uint8_t *bytes) {
  uint32_t word;
  memcpy(&word, bytes, 4);
  return word;
}

#endif
