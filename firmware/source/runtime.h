/*
 * What the generated core stands on: one static memory, loads and stores that promise alignment, and the few operations
 * of WebAssembly that C has no sign for. No malloc, no table, no library but sqrtf.
 *
 * Settings, given to the compiler (-D...) alike for every file:
 *   MILLRACE_ARENA_BYTES  what the models may take together; one model takes what its header says
 *   MILLRACE_CHECKED      1: every load and store is checked and ends in millrace_trap; 0 (the default): none is.
 *                         The core checks every address and length that it is handed, either way
 */
#ifndef MILLRACE_RUNTIME_H
#define MILLRACE_RUNTIME_H

#include "../include/millrace.h"

#ifndef MILLRACE_CHECKED
#define MILLRACE_CHECKED 0
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "Millrace images are little-endian, and so must the processor be"
#endif
#if defined(__FAST_MATH__)
#error "-ffast-math changes the bits of every weight: compile without it, and with -ffp-contract=off"
#endif

typedef uint8_t u8;
typedef int8_t s8;
typedef uint16_t u16;
typedef int16_t s16;
typedef uint32_t u32;
typedef int32_t s32;
typedef uint64_t u64;
typedef int64_t s64;
typedef float f32;

_Static_assert(sizeof(f32) == 4, "float must be IEEE binary32");
_Static_assert(MILLRACE_ARENA_BYTES % 16 == 0, "MILLRACE_ARENA_BYTES must be a multiple of 16");
_Static_assert(MILLRACE_ARENA_BYTES >= 16 && MILLRACE_ARENA_BYTES <= 0x7fff0000 - MILLRACE_ARENA_START, "no such arena");

static inline _Noreturn void stop(s32 reason) {
  millrace_trap(reason);
  for (;;) {
  }
}

#define UNREACHABLE stop(MILLRACE_TRAP_UNREACHABLE)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

/* --- Memory. The limit is a constant: a check is one 32-bit comparison. --- */

/*
 * A function's way into the memory. The assembler statement is empty: it hides that the start is a constant, which
 * compilers would else add to every offset, one register each, instead of using their addressing modes.
 */
#define MEMORY                 \
  u8 *memory = millrace_memory; \
  __asm__("" : "+r"(memory))

static inline __attribute__((always_inline)) u8 *at(u8 *memory, u32 base, u32 offset, u32 bytes) {
#if MILLRACE_CHECKED
  if (UNLIKELY(offset + bytes > MILLRACE_MEMORY_BYTES || base > MILLRACE_MEMORY_BYTES - offset - bytes)) {
    stop(MILLRACE_TRAP_MEMORY);
  }
#else
  (void)bytes;
#endif
  return memory + base + offset;
}

/* Accesses as what they are, not as copies of bytes: a float goes straight to the registers of floats. */
#define ACCESS(stored, alignment) stored __attribute__((may_alias, aligned(alignment)))
#define LOAD(name, stored, extended, result, alignment)                                                 \
  static inline __attribute__((always_inline)) result name(u8 *memory, u32 base, u32 offset) {                      \
    return (result)(extended)*(const ACCESS(stored, alignment) *)at(memory, base, offset, sizeof(stored));      \
  }
#define STORE(name, stored, given, alignment)                                                           \
  static inline __attribute__((always_inline)) void name(u8 *memory, u32 base, u32 offset, given value) {           \
    *(ACCESS(stored, alignment) *)at(memory, base, offset, sizeof(stored)) = (stored)value;                     \
  }

LOAD(i32_load, u32, u32, u32, 4)
LOAD(i32_load8_u, u8, u32, u32, 1)
LOAD(i32_load8_s, s8, s32, u32, 1)
LOAD(i32_load16_u, u16, u32, u32, 2)
LOAD(i32_load16_s, s16, s32, u32, 2)
LOAD(i64_load, u64, u64, u64, 4)
LOAD(i64_load8_u, u8, u64, u64, 1)
LOAD(i64_load16_u, u16, u64, u64, 2)
LOAD(i64_load32_u, u32, u64, u64, 4)
LOAD(i64_load32_s, s32, s64, u64, 4)
LOAD(f32_load, f32, f32, f32, 4)
STORE(i32_store, u32, u32, 4)
STORE(i32_store8, u8, u32, 1)
STORE(i32_store16, u16, u32, 2)
STORE(i64_store, u64, u64, 4)
STORE(i64_store8, u8, u64, 1)
STORE(i64_store16, u16, u64, 2)
STORE(i64_store32, u32, u64, 4)
STORE(f32_store, f32, f32, 4)

/* --- Whole numbers --- */

#define DIVIDE(x, y) (UNLIKELY((y) == 0) ? (stop(MILLRACE_TRAP_DIVISION), 0) : (x) / (y))
#define REMAINDER(x, y) (UNLIKELY((y) == 0) ? (stop(MILLRACE_TRAP_DIVISION), 0) : (x) % (y))
#define DIV_U(x, y) DIVIDE(x, y)
#define REM_U(x, y) REMAINDER(x, y)

static inline u32 I32_DIV_S(u32 x, u32 y) {
  if (UNLIKELY(y == 0 || (x == 0x80000000u && y == 0xffffffffu))) stop(MILLRACE_TRAP_DIVISION);
  return (u32)((s32)x / (s32)y);
}

static inline u32 I32_REM_S(u32 x, u32 y) {
  if (UNLIKELY(y == 0)) stop(MILLRACE_TRAP_DIVISION);
  return y == 0xffffffffu ? 0 : (u32)((s32)x % (s32)y);
}

static inline u32 I32_ROTL(u32 x, u32 y) {
  return (x << (y & 31)) | (x >> (-y & 31));
}

static inline u32 I32_ROTR(u32 x, u32 y) {
  return (x >> (y & 31)) | (x << (-y & 31));
}

#define I32_CLZ(x) ((x) ? (u32)__builtin_clz(x) : 32u)
#define I32_CTZ(x) ((x) ? (u32)__builtin_ctz(x) : 32u)
#define I32_POPCNT(x) ((u32)__builtin_popcount(x))
#define I64_CLZ(x) ((x) ? (u64)__builtin_clzll(x) : 64u)
#define I64_CTZ(x) ((x) ? (u64)__builtin_ctzll(x) : 64u)

/* --- float32 --- */

#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")

static inline f32 f32_reinterpret_i32(u32 bits) {
  f32 value;
  __builtin_memcpy(&value, &bits, sizeof value);
  return value;
}

static inline u32 i32_reinterpret_f32(f32 value) {
  u32 bits;
  __builtin_memcpy(&bits, &value, sizeof bits);
  return bits;
}

static inline f32 wasm_fabsf(f32 x) {
  return f32_reinterpret_i32(i32_reinterpret_f32(x) & 0x7fffffffu);
}

/* In whole numbers where there is no instruction for it: a library's would bring errno and a kilobyte with it. */
#ifndef MILLRACE_SOFT_SQRT
#if defined(__arm__) && !defined(__ARM_FP)
#define MILLRACE_SOFT_SQRT 1
#elif defined(__riscv) && !defined(__riscv_flen)
#define MILLRACE_SOFT_SQRT 1
#else
#define MILLRACE_SOFT_SQRT 0
#endif
#endif

#if MILLRACE_SOFT_SQRT
static f32 wasm_sqrtf(f32 x) {
  u32 bits = i32_reinterpret_f32(x);
  if (bits << 1 == 0) return x;
  if (bits >> 31 || bits >= 0x7f800000u) return bits == 0x7f800000u ? x : NAN;
  s32 exponent = (s32)(bits >> 23);
  u32 rest = bits & 0x7fffffu;
  if (exponent) rest |= 0x800000u;
  else exponent = 1;
  for (; !(rest & 0x800000u); exponent--) rest <<= 1;
  exponent -= 127;
  if (exponent & 1) rest <<= 1;
  /* Bit by bit: 24 of the root and one that decides the rounding; a root never lies in the middle. */
  u32 root = 0, sum = 0;
  rest <<= 1;
  for (u32 bit = 0x1000000u; bit; bit >>= 1) {
    u32 next = sum + bit;
    if (next <= rest) {
      sum = next + bit;
      rest -= next;
      root += bit;
    }
    rest <<= 1;
  }
  root = (root >> 1) + (root & 1);
  return f32_reinterpret_i32(root + 0x3f000000u + ((u32)(exponent >> 1) << 23));
}
#else
static inline f32 wasm_sqrtf(f32 x) {
  return __builtin_sqrtf(x);
}
#endif

/* A NaN wins, and -0 is less than +0; no library gives its word for both. */
static inline f32 FMIN(f32 x, f32 y) {
  if (x < y) return x;
  if (x > y) return y;
  if (x == y) return f32_reinterpret_i32(i32_reinterpret_f32(x) | i32_reinterpret_f32(y));
  return x + y;
}

static inline f32 FMAX(f32 x, f32 y) {
  if (x > y) return x;
  if (x < y) return y;
  if (x == y) return f32_reinterpret_i32(i32_reinterpret_f32(x) & i32_reinterpret_f32(y));
  return x + y;
}

/* The core looks at the range first: these never see a number that does not fit. */
static inline u32 I32_TRUNC_S_F32(f32 x) {
  if (UNLIKELY(!(x >= -2147483648.0f && x < 2147483648.0f))) stop(MILLRACE_TRAP_CONVERSION);
  return (u32)(s32)x;
}

static inline u32 I32_TRUNC_U_F32(f32 x) {
  if (UNLIKELY(!(x > -1.0f && x < 4294967296.0f))) stop(MILLRACE_TRAP_CONVERSION);
  return (u32)x;
}

#endif
