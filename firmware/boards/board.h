/* What the checks ask of a board. */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

int main(void);
void print(const char *text);
/* A name and a number in base 10, or 16 with eight digits, on a line. */
void print_number(const char *name, uint32_t value, unsigned base);
/* Instructions since the start, in steps of 40; at most 2^24 ticks of 40 between two calls. */
uint32_t instructions(void);
/* The most the C stack has held so far. */
uint32_t stack_bytes_used(void);
/* Ends the run with an exit status. */
_Noreturn void finish(int status);

#endif
