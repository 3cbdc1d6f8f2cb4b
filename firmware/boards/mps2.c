/* Startup, semihosting and an instruction counter for QEMU's mps2-an385 (Cortex-M3), -an386 (M4F) and -an500 (M7). */
#include "board.h"

extern uint32_t stack_limit[], stack_top[], data_start[], data_end[], data_image[], bss_start[], bss_end[];

#define PAINT 0xa5a5a5a5u
#define REGISTER(address) (*(volatile uint32_t *)(address))

static int semihost(int operation, const void *argument) {
  register int r0 __asm__("r0") = operation;
  register const void *r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

void print(const char *text) {
  semihost(0x04, text);
}

void print_number(const char *name, uint32_t value, unsigned base) {
  char digits[12];
  char *at = digits + sizeof digits;
  *--at = 0;
  unsigned least = base == 16 ? 8 : 1;
  for (unsigned n = 0; n < least || value; n++, value /= base) *--at = "0123456789abcdef"[value % base];
  print(name);
  print(" ");
  print(at);
  print("\n");
}

_Noreturn void finish(int status) {
  /* SYS_EXIT_EXTENDED, ADP_Stopped_ApplicationExit */
  uint32_t block[2] = {0x20026, (uint32_t)status};
  semihost(0x20, block);
  for (;;) {
  }
}

/* QEMU with -icount shift=0: an instruction takes 1 ns, and SysTick runs at 25 MHz. */
uint32_t instructions(void) {
  static uint32_t total, last = 0xffffff;
  uint32_t now = REGISTER(0xe000e018);
  total += (last - now) & 0xffffff;
  last = now;
  return total * 40;
}

uint32_t stack_bytes_used(void) {
  const uint32_t *lowest = stack_limit;
  while (lowest < stack_top && *lowest == PAINT) lowest++;
  return (uint32_t)((stack_top - lowest) * sizeof *lowest);
}

static void fault(void) {
  print("fault\n");
  finish(70);
}

__attribute__((naked, noreturn)) void reset(void) {
  __asm__ volatile("ldr r0, =stack_limit\n ldr r1, =stack_top\n ldr r2, =0xa5a5a5a5\n"
                   "1: cmp r0, r1\n it lo\n strlo r2, [r0], #4\n blo 1b\n b start\n");
}

__attribute__((used, noreturn)) static void start(void) {
  for (uint32_t *to = data_start, *from = data_image; to < data_end;) *to++ = *from++;
  for (uint32_t *to = bss_start; to < bss_end;) *to++ = 0;
#if defined(__ARM_FP)
  REGISTER(0xe000ed88) |= 0xfu << 20;
  __asm__ volatile("dsb\n isb");
#endif
  REGISTER(0xe000e014) = 0xffffff;
  REGISTER(0xe000e018) = 0;
  REGISTER(0xe000e010) = 5;
  finish(main());
}

__attribute__((section(".vectors"), used)) static const void *const vectors[16] = {
  stack_top, reset, fault, fault, fault, fault, fault, 0, 0, 0, 0, fault, fault, 0, fault, fault,
};
