/*
 * Firmware: the core in wasm3 on a Cortex-M4F, the module and a recorded run in flash.
 * Runs the built-in check, repeats the run, and prints checksums, instructions and bytes of memory.
 * Ends with 0; 1 where the run ends with another state than recorded; 65 for a bad trace, 70 for a trap.
 */
#include "../../interpreters/replay.h"
#include "board.h"

/* MODULE_FILE and TRACE_FILE come from the command line. */
#define EMBED(name, file)                                                                       \
  __asm__(".section .rodata." #name ",\"a\"\n.balign 4\n.global " #name "\n" #name ":\n.incbin \"" file "\"\n" \
          ".global " #name "_end\n" #name "_end:\n.byte 0\n.text\n");                           \
  extern const uint8_t name[], name##_end[]
EMBED(embedded_module, MODULE_FILE);
EMBED(embedded_trace, TRACE_FILE);

/* The built-in check takes 16 KiB; one model alone takes what `millrace inspect` says. */
#ifndef ARENA_BYTES
#define ARENA_BYTES 16384
#endif

void core_trap(const char *why) {
  board_print(why);
  board_print("\n");
  board_exit(70);
}

static _Noreturn void refuse(const char *why) {
  board_print(why);
  board_print("\n");
  board_exit(65);
}

static void print(const char *name, const char *text) {
  board_print(name);
  board_print(text);
  board_print("\n");
}

static void print_hexadecimal(const char *name, uint32_t value) {
  char digits[10];
  for (int i = 0; i < 8; i++) digits[i] = "0123456789abcdef"[value >> (28 - 4 * i) & 15];
  digits[8] = '\n';
  digits[9] = 0;
  board_print(name);
  board_print(digits);
}

static void print_decimal(const char *name, uint64_t value) {
  char digits[24];
  int at = sizeof digits;
  digits[--at] = 0;
  digits[--at] = '\n';
  do digits[--at] = (char)('0' + value % 10);
  while (value /= 10);
  board_print(name);
  board_print(digits + at);
}

int main(void) {
  print("version ", core_runtime());
  uint64_t start = board_instructions();
  /* wasm3 reads the module where it lies and writes nothing into it. */
  const char *failure = core_load((uint8_t *)embedded_module, embedded_module_end - embedded_module, ARENA_BYTES);
  if (failure) core_trap(failure);
  print_decimal("load ", board_instructions() - start);

#ifndef WITHOUT_SELFTEST
  print_hexadecimal("selftest ", core_call(CORE_selftest, 0, 0, 0));
#endif

  struct replay replay;
  failure = replay_open(&replay, embedded_trace, embedded_trace_end - embedded_trace);
  if (failure) refuse(failure);
  start = board_instructions();
  failure = replay_calls(&replay);
  if (failure) refuse(failure);
  print_decimal("instructions ", board_instructions() - start);
  print_decimal("calls ", replay.calls);
  print_hexadecimal("checksum ", replay.checksum);
  print_hexadecimal("state ", replay.hash);
  print_hexadecimal("answers ", replay.answers);
#ifdef STATE_FILE
  if (board_write_file(STATE_FILE, replay.state, replay.state_bytes) < 0) core_trap("the state cannot be written");
#endif
  print_decimal("memory ", core_memory_size());
  print_decimal("heap ", board_heap_bytes());
  print_decimal("stack ", board_stack_bytes());
  return replay_agrees(&replay) ? 0 : 1;
}
