/* The core in wasm3. Sources of wasm3: all m3_*.c of its folder, compiled along with this file. */
#include "../interpreters/core.h"
/* Its internal header: memoryLimit has no function of its own. */
#include "m3_env.h"
#include "wasm3.h"

/* wasm3's stack of slots: 2,048 are too few, 4,096 suffice. */
#ifndef CORE_STACK_BYTES
#define CORE_STACK_BYTES 4096
#endif
/* No less than the address where the arena of core.mcu.wasm begins. */
#define CORE_STATIC_BYTES 128

static const struct {
  const char *name;
  uint32_t arguments;
} exports[] = {
#define ENTRY(name, count) {#name, count},
    CORE_EXPORTS(ENTRY)
#undef ENTRY
};

static IM3Environment environment;
static IM3Runtime runtime;
static IM3Function functions[CORE_EXPORT_COUNT];

const char *core_load(uint8_t *bytes, uint32_t length, uint32_t arena_limit) {
  IM3Module module;
  environment = m3_NewEnvironment();
  runtime = environment ? m3_NewRuntime(environment, CORE_STACK_BYTES, NULL) : NULL;
  if (!runtime) return "no memory for the interpreter";
  /* The statics of the core lie below its arena. */
  if (arena_limit) runtime->memoryLimit = CORE_STATIC_BYTES + arena_limit;
  M3Result failure = m3_ParseModule(environment, &module, bytes, length);
  if (failure) return failure;
  failure = m3_LoadModule(runtime, module);
  if (failure) {
    m3_FreeModule(module);
    return failure;
  }
  if (!arena_limit) return NULL;
  if (core_call(CORE_arena, 0, 0, 0) > CORE_STATIC_BYTES) return "CORE_STATIC_BYTES is less than the statics of this core";
  return core_call(CORE_limit, arena_limit, 0, 0) ? "the core has less memory than that" : NULL;
}

/* wasm3 compiles an export when it is looked up: one that is never called costs nothing. */
uint32_t core_call(enum core_export which, uint32_t a, uint32_t b, uint32_t c) {
  const void *arguments[] = {&a, &b, &c};
  uint32_t result = 0;
  const void *results[] = {&result};
  M3Result failure = NULL;
  if (!functions[which]) failure = m3_FindFunction(&functions[which], runtime, exports[which].name);
  if (!failure) failure = m3_Call(functions[which], exports[which].arguments, arguments);
  if (!failure) failure = m3_GetResults(functions[which], 1, results);
  if (failure) core_trap(failure);
  return result;
}

uint8_t *core_memory(uint32_t address, uint32_t length) {
  uint32_t size = 0;
  uint8_t *memory = m3_GetMemory(runtime, &size, 0);
  if (address > size || length > size - address) core_trap("address outside of the linear memory");
  return memory + address;
}

uint32_t core_memory_size(void) {
  uint32_t size = 0;
  m3_GetMemory(runtime, &size, 0);
  return size;
}

const char *core_runtime(void) {
  return "wasm3 " M3_VERSION;
}

void core_unload(void) {
  if (runtime) m3_FreeRuntime(runtime);
  if (environment) m3_FreeEnvironment(environment);
  memset(functions, 0, sizeof functions);
  runtime = NULL;
  environment = NULL;
}
