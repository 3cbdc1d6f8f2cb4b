/* Start-up, heap, clock and semihosting; a product has its vendor's instead. */
#include "board.h"
#include <errno.h>
#include <stddef.h>

extern uint32_t __data_source[], __data_start[], __data_stop[], __bss_start[], __bss_stop[];
extern uint32_t __heap_start[], __heap_stop[], __stack_bottom[], __stack_top[];
int main(void);

enum { SYS_OPEN = 1, SYS_CLOSE = 2, SYS_WRITE0 = 4, SYS_WRITE = 5, SYS_EXIT_EXTENDED = 0x20 };
enum { STOPPED_BY_EXIT = 0x20026, OPEN_TO_WRITE = 5 };
static const uint32_t PAINT = 0xc0dec0de;

#define SYSTICK ((volatile uint32_t *)0xe000e010)
enum { SYSTICK_BITS = 24, INSTRUCTIONS_PER_TICK = 40 };

static volatile uint32_t clock_rounds;
static uint8_t *heap_top = (uint8_t *)__heap_start;

static int semihosting(int operation, const void *argument) {
  register int r0 __asm__("r0") = operation;
  register const void *r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

void board_print(const char *text) {
  semihosting(SYS_WRITE0, text);
}

int board_write_file(const char *name, const uint8_t *bytes, uint32_t length) {
  uint32_t name_length = 0;
  while (name[name_length]) name_length++;
  uint32_t opening[] = {(uint32_t)name, OPEN_TO_WRITE, name_length};
  int file = semihosting(SYS_OPEN, opening);
  if (file < 0) return -1;
  uint32_t writing[] = {(uint32_t)file, (uint32_t)bytes, length};
  int missing = semihosting(SYS_WRITE, writing);
  uint32_t closing[] = {(uint32_t)file};
  return semihosting(SYS_CLOSE, closing) == 0 && missing == 0 ? 0 : -1;
}

void board_exit(int status) {
  uint32_t reason[] = {STOPPED_BY_EXIT, (uint32_t)status};
  semihosting(SYS_EXIT_EXTENDED, reason);
  for (;;) {
  }
}

uint64_t board_instructions(void) {
  uint32_t rounds, ticks;
  do {
    rounds = clock_rounds;
    ticks = (1u << SYSTICK_BITS) - 1 - SYSTICK[2];
  } while (rounds != clock_rounds);
  return (((uint64_t)rounds << SYSTICK_BITS) + ticks) * INSTRUCTIONS_PER_TICK;
}

uint32_t board_heap_bytes(void) {
  return (uint32_t)(heap_top - (uint8_t *)__heap_start);
}

uint32_t board_stack_bytes(void) {
  const uint32_t *word = __stack_bottom;
  while (word < __stack_top && *word == PAINT) word++;
  return (uint32_t)((const uint8_t *)__stack_top - (const uint8_t *)word);
}

/* malloc's source of memory: never given back, so its top is the most that was held. */
void *_sbrk(ptrdiff_t bytes) {
  if (bytes > (uint8_t *)__heap_stop - heap_top) {
    errno = ENOMEM;
    return (void *)-1;
  }
  uint8_t *before = heap_top;
  heap_top += bytes;
  return before;
}

static void count_round(void) {
  clock_rounds++;
}

static void stop_at_fault(void) {
  board_print("hard fault\n");
  board_exit(70);
}

__attribute__((naked)) static void reset(void) {
  /* The FPU comes first: compiled code may use it at once. */
  __asm__ volatile(
      "ldr r0, =0xe000ed88\n ldr r1, [r0]\n orr r1, #0xf00000\n str r1, [r0]\n dsb\n isb\n"
      "bl begin\n");
}

__attribute__((used)) static void begin(void) {
  for (uint32_t *from = __data_source, *to = __data_start; to < __data_stop;) *to++ = *from++;
  for (uint32_t *word = __bss_start; word < __bss_stop;) *word++ = 0;
  uint32_t *stack_pointer;
  __asm__ volatile("mov %0, sp" : "=r"(stack_pointer));
  for (uint32_t *word = __stack_bottom; word < stack_pointer;) *word++ = PAINT;
  SYSTICK[1] = (1u << SYSTICK_BITS) - 1;
  SYSTICK[2] = 0;
  SYSTICK[0] = 7;
  /* It reads 0 until its first tick. */
  while (!SYSTICK[2]) {
  }
  board_exit(main());
}

/* In the order of ARMv7-M; only the clock's is meant to happen. */
__attribute__((section(".vectors"), used)) const void *const board_vectors[16] = {
    [0] = __stack_top,
    [1] = (const void *)reset,
    [2 ... 14] = (const void *)stop_at_fault,
    [15] = (const void *)count_round,
};
