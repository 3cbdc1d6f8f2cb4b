/* The board: an mps2-an386 (Cortex-M4F) as QEMU has it, talking to its debugger by semihosting. */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

void board_print(const char *text);
/* Writes a file on the debugger's side; returns 0, or -1 where it cannot. */
int board_write_file(const char *name, const uint8_t *bytes, uint32_t length);
_Noreturn void board_exit(int status);

/* Instructions so far, in steps of 40; needs `qemu-system-arm -icount shift=0`. */
uint64_t board_instructions(void);

/* Most bytes that malloc held, and that the C stack took. */
uint32_t board_heap_bytes(void);
uint32_t board_stack_bytes(void);

#endif
