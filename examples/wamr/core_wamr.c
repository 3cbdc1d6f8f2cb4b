/* The core in WAMR (WebAssembly Micro Runtime), either interpreter; linked with its vmlib. */
#include <stdbool.h>
#include <stdlib.h>
#include "../interpreters/core.h"
#include "wasm_export.h"

/*
 * Stack of the interpreter, and what WAMR may take for module, instance and linear memory together. On a 64-bit
 * processor 2,048 bytes of stack suffice for the fast interpreter, 3,072 for the classic one.
 */
#ifndef CORE_STACK_BYTES
#define CORE_STACK_BYTES 4096
#endif
#ifndef CORE_POOL_BYTES
#define CORE_POOL_BYTES (512 * 1024)
#endif

static const struct {
  const char *name;
  uint32_t arguments;
} exports[] = {
#define ENTRY(name, count) {#name, count},
    CORE_EXPORTS(ENTRY)
#undef ENTRY
};

static uint64_t pool[CORE_POOL_BYTES / 8];
static char reason[128];
static wasm_module_t module;
static wasm_module_inst_t instance;
static wasm_exec_env_t environment;
static wasm_function_inst_t functions[CORE_EXPORT_COUNT];

/* WAMR cuts the linear memory at __heap_base, which the module exports: `millrace export --target wasm` lowers it. */
const char *core_load(uint8_t *bytes, uint32_t length, uint32_t arena_limit) {
  RuntimeInitArgs settings = {.mem_alloc_type = Alloc_With_Pool};
  settings.mem_alloc_option.pool.heap_buf = pool;
  settings.mem_alloc_option.pool.heap_size = sizeof pool;
  if (!wasm_runtime_full_init(&settings)) return "no memory for the interpreter";
  module = wasm_runtime_load(bytes, length, reason, sizeof reason);
  if (!module) return reason;
  instance = wasm_runtime_instantiate(module, CORE_STACK_BYTES, 0, reason, sizeof reason);
  if (!instance) return reason;
  environment = wasm_runtime_create_exec_env(instance, CORE_STACK_BYTES);
  if (!environment) return "no memory for the stack";
  if (arena_limit && core_call(CORE_limit, arena_limit, 0, 0) != 0) return "the core has less memory than that";
  return NULL;
}

uint32_t core_call(enum core_export which, uint32_t a, uint32_t b, uint32_t c) {
  uint32_t words[] = {a, b, c};
  if (!functions[which]) functions[which] = wasm_runtime_lookup_function(instance, exports[which].name, NULL);
  if (!functions[which]) core_trap(exports[which].name);
  if (!wasm_runtime_call_wasm(environment, functions[which], exports[which].arguments, words)) {
    core_trap(wasm_runtime_get_exception(instance));
  }
  return words[0];
}

uint8_t *core_memory(uint32_t address, uint32_t length) {
  if (!wasm_runtime_validate_app_addr(instance, address, length)) core_trap("address outside of the linear memory");
  return wasm_runtime_addr_app_to_native(instance, address);
}

uint32_t core_memory_size(void) {
  uint32_t start, end;
  return wasm_runtime_get_app_addr_range(instance, 0, &start, &end) ? end - start : 0;
}

const char *core_runtime(void) {
#if WASM_ENABLE_FAST_INTERP != 0
  return "WAMR fast";
#else
  return "WAMR classic";
#endif
}

void core_unload(void) {
  if (environment) wasm_runtime_destroy_exec_env(environment);
  if (instance) wasm_runtime_deinstantiate(instance);
  if (module) wasm_runtime_unload(module);
  wasm_runtime_destroy();
  memset(functions, 0, sizeof functions);
  environment = NULL;
  instance = NULL;
  module = NULL;
}
