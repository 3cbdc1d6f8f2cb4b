/* The trace named by TRACE, as the words of `trace`. */
__asm__(
  ".section .rodata\n"
  ".balign 16\n"
  ".global trace\n"
  "trace: .incbin \"" TRACE "\"\n"
  ".previous\n");
