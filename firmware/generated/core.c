/* Written by scripts/build-firmware.mjs from core.mcu.wasm with wasm2c of wabt 1.0.32. Do not edit. */
#include "../source/runtime.h"

_Alignas(16) uint8_t millrace_memory[MILLRACE_MEMORY_BYTES];

/* A firmware that wants to know defines its own. */
__attribute__((weak)) void millrace_trap(int32_t reason) { (void)reason; }

static struct {
  u64 g15;
  u64 g40;
  u64 g41;
  u64 g42;
  u64 g43;
  u64 g46;
  u64 g47;
  u32 g0;
  u32 g1;
  u32 g2;
  u32 g3;
  u32 g4;
  u32 g5;
  u32 g6;
  u32 g7;
  u32 g8;
  u32 g9;
  u32 g10;
  u32 g11;
  u32 g12;
  u32 g13;
  u32 g14;
  u32 g16;
  u32 g17;
  u32 g18;
  u32 g19;
  f32 g20;
  u32 g21;
  u32 g22;
  u32 g23;
  f32 g24;
  u32 g25;
  u32 g26;
  u32 g27;
  f32 g28;
  u32 g29;
  u32 g30;
  u32 g31;
  u32 g32;
  u32 g33;
  u32 g34;
  u32 g35;
  u32 g36;
  u32 g37;
  u32 g38;
  f32 g39;
  u32 g44;
  f32 g45;
  u32 g48;
  f32 g49;
  f32 g50;
  u32 g51;
  f32 g52;
  u32 g53;
  u32 g54;
  u32 g55;
  u32 g56;
  u32 g57;
  f32 g58;
  u32 g59;
  u32 g60;
  u32 g61;
  u32 g62;
  f32 g63;
  f32 g64;
  u32 g65;
  u32 g66;
  f32 g67;
} globals = {.g51 = MILLRACE_ARENA_BYTES};
_Static_assert(sizeof globals == MILLRACE_GLOBAL_BYTES, "the globals take what the header says");

static u32 w2c_f0(u32 p0, u32 p1, u32 p2, u32 p3);
static u32 w2c_f1(u32 p0);
static u32 w2c_f2(void);
static u32 w2c_f3(u32 p0);
static void w2c_f4(u32 p0, u32 p1, u32 p2);
static void w2c_f5(u32 p0, u32 p1, f32 p2);
static void w2c_f6(u32 p0, u32 p1, u32 p2, u32 p3);
static u32 w2c_f7(u32 p0, u32 p1, f32 p2, f32 p3);
static u32 w2c_f8(u32 p0);
static u32 w2c_f9(u32 p0);
static u32 w2c_f10(u32 p0);
static f32 w2c_f11(u32 p0);
static u32 w2c_f12(u32 p0, u32 p1, u32 p2);
static u32 w2c_f13(u32 p0, u32 p1);
static u32 w2c_f14(void);
static f32 w2c_f15(u32 p0);
static void w2c_f16(u32 p0, u32 p1);
static u32 w2c_f17(u32 p0);
static u32 w2c_f18(u32 p0);
static u32 w2c_f19(u32 p0, u32 p1, u32 p2, f32 p3, f32 p4, f32 p5);
static u32 w2c_f20(u32 p0);
static u32 w2c_f21(void);
static void w2c_f22(u32 p0, u32 p1, u32 p2);
static void w2c_f23(u32 p0, u32 p1);
static u32 w2c_f24(void);
static f32 w2c_f25(f32 p0);
static u32 w2c_f26(u32 p0, u32 p1);
static f32 w2c_f27(u32 p0, u32 p1, u32 p2);
static u32 w2c_f28(u32 p0);
static f32 w2c_f29(u32 p0);
static void w2c_f30(u32 p0, u32 p1);
static u32 w2c_f31(u32 p0, u32 p1, f32 p2);
static u32 w2c_f32(u32 p0, u32 p1, u32 p2);
static u32 w2c_f33(u32 p0, u32 p1, u32 p2);
static void w2c_f34(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, u32 p5, f32 p6, f32 p7);
static f32 w2c_f35(f32 p0);
static u32 w2c_f36(u32 p0);
static u32 w2c_f37(u32 p0);
static f32 w2c_f38(f32 p0);
static u32 w2c_f39(u32 p0);
static u32 w2c_f40(void);
static void w2c_f41(u32 p0);
static u32 w2c_f42(u32 p0, u32 p1, f32 p2);
static void w2c_f43(u32 p0, u32 p1, u32 p2);
static u32 w2c_f44(u32 p0);
static u32 w2c_f45(u32 p0);
static u32 w2c_f46(u32 p0);
static u32 w2c_f47(void);
static void w2c_f48(void);
static u32 w2c_f49(void);
static u32 w2c_f50(u32 p0);
static void w2c_f51(u32 p0);
static u32 w2c_f52(u32 p0);
static void w2c_f53(u32 p0, u32 p1, f32 p2, f32 p3);
static void w2c_f54(u32 p0, u32 p1);
static void w2c_f55(u32 p0, u64 p1);
static void w2c_f56(u32 p0, u32 p1);
static void w2c_f57(u32 p0, u32 p1);
static u32 w2c_f58(u32 p0);
static u32 w2c_f59(void);
static void w2c_f60(void);
static void w2c_f61(u32 p0, u32 p1);
static f32 w2c_f62(f32 p0);
static void w2c_f63(u32 p0);
static u64 w2c_f64(u64 p0, u32 p1);
static f32 w2c_f65(void);
static f32 w2c_f66(void);
static void w2c_f67(u32 p0, u32 p1, f32 p2, u32 p3);
static u32 w2c_f68(u32 p0, u32 p1);
static u32 w2c_f69(u32 p0, u32 p1, u32 p2);
static u32 w2c_f70(u32 p0, u32 p1);
static u32 w2c_f71(u32 p0, u32 p1, u32 p2);
static void w2c_f72(void);
static void w2c_f73(void);
static void w2c_f74(void);
static void w2c_f75(void);
static f32 w2c_f76(u32 p0);
static u64 w2c_f77(u32 p0, u32 p1);
static u32 w2c_f78(u32 p0);
static void w2c_f79(u32 p0);
static u32 w2c_f80(u32 p0, u32 p1, u32 p2, u32 p3);
static u32 w2c_f81(u32 p0, u32 p1);
static f32 w2c_f82(u32 p0, u32 p1);
static void w2c_f83(u32 p0, u32 p1);
static u32 w2c_f84(u32 p0, u32 p1, u32 p2);
static u32 w2c_f85(u32 p0, u32 p1, u32 p2, u32 p3);
static f32 w2c_f86(f32 p0);
static void w2c_f87(u32 p0);
static void w2c_f88(u32 p0, u32 p1, u32 p2, u32 p3, u32 p4);
static void w2c_f89(u32 p0, u32 p1, u32 p2);
static void w2c_f90(void);
static u32 w2c_f91(u32 p0);
static u32 w2c_f92(u32 p0, u32 p1, u32 p2, f32 p3);
static void w2c_f93(void);
static u32 w2c_f94(u32 p0);
static u32 w2c_f95(u32 p0);
static u32 w2c_f96(void);
static u32 w2c_f97(u32 p0, u32 p1);
static u32 w2c_f98(u32 p0);
static u32 w2c_f99(u32 p0);
static u32 w2c_f100(u32 p0, u32 p1);
static u32 w2c_f101(void);
static f32 w2c_f102(u32 p0);
static f32 w2c_f103(f32 p0);
static f32 w2c_f104(f32 p0, f32 p1, f32 p2);
static u32 w2c_f105(u32 p0);
static f32 w2c_f106(f32 p0, f32 p1, f32 p2, f32 p3, f32 p4);
static void w2c_f107(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, f32 p5, f32 p6);
static void w2c_f108(u32 p0);
static f32 w2c_f109(u32 p0);
static u32 w2c_output_size(u32 p0);
static u32 w2c_f111(u32 p0, u32 p1);
static u32 w2c_f112(u32 p0, u32 p1);
static u32 w2c_f113(u32 p0, u32 p1);
static u32 w2c_f114(u32 p0, u32 p1, u32 p2, u32 p3);
static u32 w2c_f115(f32 p0);
static void w2c_f116(void);
static u32 w2c_f117(u32 p0, u32 p1, u32 p2);
static f32 w2c_f118(u32 p0, f32 p1, f32 p2, f32 p3);
static u32 w2c_f119(u32 p0, u32 p1);
static void w2c_f120(void);
static void w2c_f121(u32 p0);
static void w2c_f122(u32 p0, u32 p1, u32 p2, u32 p3);
static void w2c_f123(u32 p0);
static u32 w2c_f124(u32 p0, u32 p1, u32 p2, u32 p3);
static void w2c_f125(u32 p0, u32 p1);
static u32 w2c_f126(u32 p0, u32 p1, u32 p2);
static u32 w2c_f127(u32 p0, u32 p1, u32 p2);
static u32 w2c_f128(u32 p0, u32 p1);
static f32 w2c_f129(f32 p0, u32 p1, u32 p2);
static f32 w2c_f130(void);
static u32 w2c_f131(u32 p0);
static f32 w2c_f132(f32 p0, u32 p1);
static void w2c_f133(f32 p0, u32 p1, f32 p2);
static f32 w2c_f134(u32 p0);
static void w2c_f135(f32 p0);
static void w2c_f136(f32 p0);
static void w2c_f137(u32 p0, u32 p1, u32 p2, u32 p3, u32 p4, u32 p5);
static u32 w2c_target_size(u32 p0);
static u32 w2c_target(u32 p0);
static u32 w2c_state_size(u32 p0);
static u32 w2c_state(u32 p0);
static u32 w2c_set(u32 p0, u32 p1, f32 p2);
static u32 w2c_selftest(void);
static u32 w2c_seal(u32 p0);
static u32 w2c_restore(u32 p0, u32 p1, u32 p2);
static u32 w2c_predict(u32 p0);
static u32 w2c_parameter(u32 p0, u32 p1, u32 p2);
static u32 w2c_output(u32 p0);
static u32 w2c_open(u32 p0, u32 p1);
static u32 w2c_measure(u32 p0, u32 p1);
static f32 w2c_loss(u32 p0);
static u32 w2c_limit(u32 p0);
static u32 w2c_learn_class(u32 p0, u32 p1);
static u32 w2c_learn(u32 p0);
static u32 w2c_input_size(u32 p0);
static u32 w2c_input(u32 p0);
static f32 w2c_get(u32 p0, u32 p1);
static u32 w2c_flush(u32 p0);
static u32 w2c_error(u32 p0);
static u32 w2c_count(u32 p0, u32 p1, u32 p2);
static u32 w2c_close(u32 p0);
static u32 w2c_checksum(u32 p0);
static u32 w2c_capacity(void);
static u32 w2c_arena(void);
static u32 w2c_abi(void);
static void w2c_f166(u32 p0);
static void w2c_f167(void);
static void w2c_f168(u32 p0, f32 p1, u32 p2, u32 p3);

static u32 w2c_f0(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 i0;
  i0 = p0;
  globals.g25 = i0;
  i0 = p1;
  globals.g60 = i0;
  i0 = p2;
  globals.g61 = i0;
  i0 = p3;
  globals.g62 = i0;
  i0 = p0;
  return i0;
}

static u32 w2c_f1(u32 p0) {
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = !(i0);
  if (i0) {
    i0 = globals.g25;
    goto Bfunc;
  }
  i0 = p0;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = globals.g60;
    goto Bfunc;
  }
  i0 = p0;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    i0 = globals.g61;
    goto Bfunc;
  }
  i0 = globals.g62;
  i1 = 0u;
  i2 = p0;
  i3 = 3u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  Bfunc:;
  return i0;
}

static u32 w2c_f2(void) {
  u32 i0, i1;
  i0 = globals.g4;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static u32 w2c_f3(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i1 = p0;
  i1 = i32_load(memory, i1, 28u);
  i0 += i1;
  return i0;
}

static void w2c_f4(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = globals.g2;
  i2 = p0;
  i1 += i2;
  i1 = i32_load(memory, i1, 0u);
  i2 = p1;
  i3 = p2;
  w2c_f6(i0, i1, i2, i3);
}

static void w2c_f5(u32 p0, u32 p1, f32 p2) {
  u32 l4 = 0;
  f32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f1_0, f2_0, f3_0, f4_0, f5_0;
  i0 = 1u;
  i1 = globals.g2;
  i2 = p0;
  i1 += i2;
  l4 = i1;
  f1_0 = f32_load(memory, i1, 0u);
  l3 = f1_0;
  f2_0 = 0;
  i1 = f1_0 >= f2_0;
  f2_0 = p2;
  f3_0 = l3;
  i2 = f2_0 >= f3_0;
  i1 &= i2;
  f2_0 = l3;
  f3_0 = 9.99999984e+17;
  i2 = f2_0 < f3_0;
  i1 &= i2;
  i2 = l4;
  i2 = i32_load(memory, i2, 0u);
  i2 = !(i2);
  i3 = p1;
  i1 = i3 ? i1 : i2;
  i2 = globals.g11;
  i3 = 0u;
  i2 = (u32)((s32)i2 < (s32)i3);
  i0 = i2 ? i0 : i1;
  if (i0) {
    goto Bfunc;
  }
  i0 = 4294967290u;
  i1 = p0;
  f2_0 = 0;
  f3_0 = p2;
  f4_0 = l3;
  f5_0 = 0;
  i4 = f4_0 < f5_0;
  f2_0 = i4 ? f2_0 : f3_0;
  f3_0 = 0;
  i4 = p1;
  f2_0 = i4 ? f2_0 : f3_0;
  f3_0 = l3;
  i0 = w2c_f7(i0, i1, f2_0, f3_0);
  globals.g11 = i0;
  Bfunc:;
}

static void w2c_f6(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 i0, i1, i2, i3, i4, i5;
  i0 = p1;
  i1 = p3;
  i0 = i0 <= i1;
  i1 = p1;
  i2 = p2;
  i1 = i1 >= i2;
  i0 &= i1;
  i1 = globals.g11;
  i2 = 0u;
  i1 = (u32)((s32)i1 < (s32)i2);
  i0 |= i1;
  if (i0) {
    goto Bfunc;
  }
  i0 = 4294967290u;
  i1 = p0;
  i2 = p2;
  i3 = p3;
  i4 = p1;
  i5 = p2;
  i4 = i4 < i5;
  i2 = i4 ? i2 : i3;
  i3 = p1;
  i0 = w2c_f0(i0, i1, i2, i3);
  globals.g11 = i0;
  Bfunc:;
}

static u32 w2c_f7(u32 p0, u32 p1, f32 p2, f32 p3) {
  u32 i0, i1, i2, i3;
  f32 f2_0, f3_0;
  i0 = p0;
  i1 = p1;
  f2_0 = p2;
  i2 = i32_reinterpret_f32(f2_0);
  f3_0 = p3;
  i3 = i32_reinterpret_f32(f3_0);
  i0 = w2c_f0(i0, i1, i2, i3);
  return i0;
}

static u32 w2c_f8(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = 1048575u;
  i0 &= i1;
  i1 = 1u;
  i0 -= i1;
  l1 = i0;
  i1 = globals.g36;
  i0 = i0 < i1;
  i1 = p0;
  i2 = 0u;
  i1 = (u32)((s32)i1 > (s32)i2);
  i0 &= i1;
  if (i0) {
    i0 = l1;
    i0 = w2c_f36(i0);
    i0 = i32_load(memory, i0, 0u);
    l1 = i0;
    i1 = 1u;
    i0 &= i1;
    if (i0) {
      i0 = 0u;
    } else {
      i0 = l1;
      i0 = i32_load(memory, i0, 4u);
      i1 = p0;
      i2 = 20u;
      i1 >>= (i2 & 31);
      i0 = i0 == i1;
    }
    if (i0) {
      i0 = l1;
      goto Bfunc;
    }
  }
  i0 = 4294967295u;
  i1 = p0;
  i2 = 0u;
  i3 = 0u;
  i0 = w2c_f0(i0, i1, i2, i3);
  i0 = 0u;
  Bfunc:;
  return i0;
}

static u32 w2c_f9(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i1 = 80u;
  i0 += i1;
  i1 = p0;
  i1 = i32_load16_u(memory, i1, 36u);
  i2 = 48u;
  i1 *= i2;
  i0 += i1;
  return i0;
}

static u32 w2c_f10(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i0 = w2c_f3(i0);
  i1 = 32u;
  i0 += i1;
  return i0;
}

static f32 w2c_f11(u32 p0) {
  u32 i0, i1;
  f32 f0_0, f1_0;
  i0 = p0;
  i0 = w2c_f58(i0);
  i1 = 8u;
  i0 >>= (i1 & 31);
  f0_0 = (f32)(s32)(i0);
  f1_0 = 5.96046448e-08;
  f0_0 *= f1_0;
  return f0_0;
}

static u32 w2c_f12(u32 p0, u32 p1, u32 p2) {
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = p1;
  i2 = p2;
  i3 = 1u;
  i0 = w2c_f85(i0, i1, i2, i3);
  return i0;
}

static u32 w2c_f13(u32 p0, u32 p1) {
  u32 i0, i1;
  i0 = p0;
  i1 = p1;
  i0 *= i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static u32 w2c_f14(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g3;
  i1 = globals.g1;
  i1 = i32_load(memory, i1, 8u);
  i0 += i1;
  return i0;
}

static f32 w2c_f15(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0;
  i0 = globals.g14;
  i1 = globals.g22;
  i0 += i1;
  i1 = p0;
  i2 = globals.g21;
  i1 *= i2;
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  return f0_0;
}

static void w2c_f16(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i1 = p1;
  i0 += i1;
  p1 = i0;
  L0: 
    i0 = p0;
    i1 = p1;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      i1 = 0u;
      i32_store(memory, i0, 0u, i1);
      i0 = p0;
      i1 = 4u;
      i0 += i1;
      p0 = i0;
      goto L0;
    }
}

static u32 w2c_f17(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i0 = i32_load(memory, i0, 0u);
  } else {
    i0 = 0u;
  }
  return i0;
}

static u32 w2c_f18(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f10(i0);
  i1 = p0;
  i1 = i32_load16_u(memory, i1, 36u);
  i2 = 5u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f19(u32 p0, u32 p1, u32 p2, f32 p3, f32 p4, f32 p5) {
  MEMORY;
  u32 i0, i1;
  f32 f1_0;
  i0 = p0;
  i1 = p1;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  i1 = p2;
  i32_store(memory, i0, 4u, i1);
  i0 = p0;
  f1_0 = p3;
  f32_store(memory, i0, 16u, f1_0);
  i0 = p0;
  f1_0 = p4;
  f32_store(memory, i0, 20u, f1_0);
  i0 = p0;
  f1_0 = p5;
  f32_store(memory, i0, 24u, f1_0);
  i0 = p0;
  i1 = 32u;
  i0 += i1;
  return i0;
}

static u32 w2c_f20(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i0 = i32_load8_u(memory, i0, 3u);
  i1 = 1u;
  i0 &= i1;
  return i0;
}

static u32 w2c_f21(void) {
  u32 i0, i1, i2;
  i0 = globals.g9;
  i1 = globals.g54;
  i2 = 1u;
  i1 -= i2;
  i0 = i0 == i1;
  return i0;
}

static void w2c_f22(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = globals.g2;
  i2 = p0;
  i1 += i2;
  i1 = i32_load16_u(memory, i1, 0u);
  i2 = p1;
  i3 = p2;
  w2c_f6(i0, i1, i2, i3);
}

static void w2c_f23(u32 p0, u32 p1) {
  u32 i0, i1;
  f32 f2_0, f3_0;
  i0 = p0;
  i1 = p1;
  f2_0 = 1;
  f3_0 = 1;
  w2c_f53(i0, i1, f2_0, f3_0);
}

static u32 w2c_f24(void) {
  u32 i0, i1;
  i0 = globals.g18;
  i0 = !(i0);
  if (i0) {
    i0 = 80u;
    globals.g18 = i0;
    i0 = globals.g51;
    i1 = 80u;
    i0 += i1;
    globals.g35 = i0;
    i0 = 16u;
    globals.g29 = i0;
    i0 = 8u;
    globals.g30 = i0;
  }
  i0 = globals.g18;
  return i0;
}

static f32 w2c_f25(f32 p0) {
  u32 l1 = 0, l2 = 0;
  f32 l3 = 0;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  f0_0 = p0;
  f1_0 = -104;
  i0 = f0_0 < f1_0;
  if (i0) {
    f0_0 = 0;
    goto Bfunc;
  }
  f0_0 = p0;
  f1_0 = 88.7228394;
  i0 = f0_0 > f1_0;
  if (i0) {
    f0_0 = INFINITY;
    goto Bfunc;
  }
  f0_0 = p0;
  f1_0 = 1.44269502;
  f0_0 *= f1_0;
  f1_0 = 12582912;
  f0_0 += f1_0;
  l3 = f0_0;
  i0 = i32_reinterpret_f32(f0_0);
  i1 = 1262485504u;
  i0 -= i1;
  l1 = i0;
  f0_0 = p0;
  f1_0 = l3;
  f2_0 = -12582912;
  f1_0 += f2_0;
  p0 = f1_0;
  f2_0 = 0.693359375;
  f1_0 *= f2_0;
  f0_0 -= f1_0;
  f1_0 = p0;
  f2_0 = -0.000212194442;
  f1_0 *= f2_0;
  f0_0 -= f1_0;
  p0 = f0_0;
  f1_0 = 0.000198756912;
  f0_0 *= f1_0;
  f1_0 = 0.00139819994;
  f0_0 += f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = 0.00833345205;
  f0_0 += f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = 0.0416657962;
  f0_0 += f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = 0.166666657;
  f0_0 += f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = 0.5;
  f0_0 += f1_0;
  f1_0 = p0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f0_0 *= f1_0;
  f1_0 = p0;
  f0_0 += f1_0;
  f1_0 = 1;
  f0_0 += f1_0;
  i1 = l1;
  i2 = 1u;
  i1 = (u32)((s32)i1 >> (i2 & 31));
  l2 = i1;
  f1_0 = w2c_f102(i1);
  f0_0 *= f1_0;
  i1 = l1;
  i2 = l2;
  i1 -= i2;
  f1_0 = w2c_f102(i1);
  f0_0 *= f1_0;
  Bfunc:;
  return f0_0;
}

static u32 w2c_f26(u32 p0, u32 p1) {
  u32 i0, i1, i2;
  i0 = p0;
  i1 = 3u;
  i0 <<= (i1 & 31);
  i1 = 8u;
  i2 = p1;
  i0 = i2 ? i0 : i1;
  return i0;
}

static f32 w2c_f27(u32 p0, u32 p1, u32 p2) {
  u32 l7 = 0;
  f32 l3 = 0, l4 = 0, l5 = 0, l6 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  i1 = p2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i2 = 4294967280u;
  i1 &= i2;
  i0 += i1;
  l7 = i0;
  L0: 
    i0 = p0;
    i1 = l7;
    i0 = i0 < i1;
    if (i0) {
      f0_0 = l3;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 0u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l3 = f0_0;
      f0_0 = l4;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 4u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 4u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l4 = f0_0;
      f0_0 = l5;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 8u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 8u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l5 = f0_0;
      f0_0 = l6;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 12u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 12u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l6 = f0_0;
      i0 = p0;
      i1 = 16u;
      i0 += i1;
      p0 = i0;
      i0 = p1;
      i1 = 16u;
      i0 += i1;
      p1 = i0;
      goto L0;
    }
  i0 = p2;
  i1 = 3u;
  i0 &= i1;
  p2 = i0;
  if (i0) {
    f0_0 = l3;
    i1 = p0;
    f1_0 = f32_load(memory, i1, 0u);
    i2 = p1;
    f2_0 = f32_load(memory, i2, 0u);
    f1_0 *= f2_0;
    f0_0 += f1_0;
  } else {
    f0_0 = l3;
  }
  i1 = p2;
  i2 = 1u;
  i1 = i1 > i2;
  if (i1) {
    f1_0 = l4;
    i2 = p0;
    f2_0 = f32_load(memory, i2, 4u);
    i3 = p1;
    f3_0 = f32_load(memory, i3, 4u);
    f2_0 *= f3_0;
    f1_0 += f2_0;
  } else {
    f1_0 = l4;
  }
  f0_0 += f1_0;
  i1 = p2;
  i2 = 2u;
  i1 = i1 > i2;
  if (i1) {
    f1_0 = l5;
    i2 = p0;
    f2_0 = f32_load(memory, i2, 8u);
    i3 = p1;
    f3_0 = f32_load(memory, i3, 8u);
    f2_0 *= f3_0;
    f1_0 += f2_0;
  } else {
    f1_0 = l5;
  }
  f2_0 = l6;
  f1_0 += f2_0;
  f0_0 += f1_0;
  return f0_0;
}

static u32 w2c_f28(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i0 = i32_load(memory, i0, 20u);
  i1 = p0;
  i1 = i32_load(memory, i1, 24u);
  i0 += i1;
  i1 = 1u;
  i0 += i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static f32 w2c_f29(u32 p0) {
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p0;
  f0_0 = w2c_f76(i0);
  l1 = f0_0;
  i0 = globals.g33;
  i0 = !(i0);
  if (i0) {
    f0_0 = l1;
    goto Bfunc;
  }
  f0_0 = l1;
  i1 = p0;
  i2 = 2u;
  i1 <<= (i2 & 31);
  p0 = i1;
  i2 = globals.g33;
  i1 += i2;
  f1_0 = f32_load(memory, i1, 0u);
  i2 = globals.g57;
  i3 = p0;
  i2 += i3;
  f2_0 = f32_load(memory, i2, 0u);
  f3_0 = globals.g67;
  f4_0 = globals.g58;
  f0_0 = w2c_f106(f0_0, f1_0, f2_0, f3_0, f4_0);
  Bfunc:;
  return f0_0;
}

static void w2c_f30(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = globals.g2;
  i2 = p0;
  i1 += i2;
  i1 = i32_load8_u(memory, i1, 0u);
  i2 = 0u;
  i3 = p1;
  w2c_f6(i0, i1, i2, i3);
}

static u32 w2c_f31(u32 p0, u32 p1, f32 p2) {
  f32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p1;
  f0_0 = f32_load(memory, i0, 0u);
  l3 = f0_0;
  f1_0 = p2;
  i0 = f0_0 <= f1_0;
  f1_0 = l3;
  f2_0 = 0;
  i1 = f1_0 >= f2_0;
  i0 &= i1;
  if (i0) {
    i0 = 1u;
    goto Bfunc;
  }
  i0 = 4294967285u;
  i1 = p1;
  i2 = p0;
  i1 -= i2;
  f2_0 = p2;
  f3_0 = l3;
  i0 = w2c_f7(i0, i1, f2_0, f3_0);
  i0 = 0u;
  Bfunc:;
  return i0;
}

static u32 w2c_f32(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p1;
  i1 = p2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p2 = i0;
  L0: 
    i0 = p1;
    i1 = p2;
    i0 = i0 < i1;
    if (i0) {
      i0 = p1;
      f0_0 = f32_load(memory, i0, 0u);
      f1_0 = 0;
      i0 = f0_0 >= f1_0;
      i0 = !(i0);
      if (i0) {
        i0 = 4294967285u;
        i1 = p1;
        i2 = p0;
        i1 -= i2;
        f2_0 = 0;
        i3 = p1;
        f3_0 = f32_load(memory, i3, 0u);
        i0 = w2c_f7(i0, i1, f2_0, f3_0);
        i0 = 0u;
        goto Bfunc;
      }
      i0 = p1;
      i1 = 4u;
      i0 += i1;
      p1 = i0;
      goto L0;
    }
  i0 = 1u;
  Bfunc:;
  return i0;
}

static u32 w2c_f33(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f2_0, f3_0;
  i0 = p2;
  i1 = p1;
  i2 = p2;
  f3_0 = INFINITY;
  i1 = w2c_f42(i1, i2, f3_0);
  p2 = i1;
  i0 = i0 == i1;
  if (i0) {
    i0 = 1u;
    goto Bfunc;
  }
  i0 = 4294967285u;
  i1 = p1;
  i2 = p2;
  i3 = 2u;
  i2 <<= (i3 & 31);
  i1 += i2;
  p1 = i1;
  i2 = p0;
  i1 -= i2;
  f2_0 = 3.40282347e+38;
  i3 = p1;
  f3_0 = f32_load(memory, i3, 0u);
  i0 = w2c_f7(i0, i1, f2_0, f3_0);
  i0 = 0u;
  Bfunc:;
  return i0;
}

static void w2c_f34(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, u32 p5, f32 p6, f32 p7) {
  f32 l8 = 0, l9 = 0, l10 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p0;
  i1 = p5;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p5 = i0;
  f0_0 = p7;
  f1_0 = p7;
  f0_0 += f1_0;
  p7 = f0_0;
  f0_0 = globals.g24;
  f1_0 = p6;
  f0_0 *= f1_0;
  l8 = f0_0;
  f0_0 = globals.g24;
  f1_0 = p4;
  f0_0 *= f1_0;
  p6 = f0_0;
  L0: 
    i0 = p0;
    i1 = p5;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      f0_0 = f32_load(memory, i0, 0u);
      l9 = f0_0;
      i0 = globals.g19;
      i0 = !(i0);
      f1_0 = p7;
      f2_0 = 0;
      i1 = f1_0 == f2_0;
      i0 &= i1;
      if (i0) {
        f0_0 = l9;
        f1_0 = p6;
        i2 = p3;
        f2_0 = f32_load(memory, i2, 0u);
        f1_0 *= f2_0;
        f0_0 -= f1_0;
      } else {
        f0_0 = l9;
        f1_0 = p4;
        i2 = p3;
        f2_0 = f32_load(memory, i2, 0u);
        f1_0 *= f2_0;
        l10 = f1_0;
        f2_0 = p7;
        f3_0 = l9;
        f2_0 *= f3_0;
        f1_0 += f2_0;
        f1_0 = w2c_f86(f1_0);
        f2_0 = l10;
        f3_0 = p7;
        f4_0 = 0;
        i3 = f3_0 != f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
        i2 = p1;
        i3 = p2;
        f1_0 = w2c_f129(f1_0, i2, i3);
        f0_0 -= f1_0;
      }
      l9 = f0_0;
      i0 = p0;
      f1_0 = l8;
      f2_0 = 0;
      i1 = f1_0 != f2_0;
      f2_0 = p7;
      f3_0 = 0;
      i2 = f2_0 != f3_0;
      i1 |= i2;
      if (i1) {
        f1_0 = l9;
        f1_0 = wasm_fabsf(f1_0);
        f2_0 = l8;
        f1_0 -= f2_0;
        f2_0 = 3.40282347e+38;
        f1_0 = FMIN(f1_0, f2_0);
        l10 = f1_0;
        f1_0 = -(f1_0);
        f2_0 = l10;
        f3_0 = l9;
        f4_0 = 0;
        i3 = f3_0 < f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
        f2_0 = 0;
        f3_0 = l10;
        f4_0 = 1.17549435e-38;
        i3 = f3_0 >= f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
      } else {
        f1_0 = l9;
      }
      f32_store(memory, i0, 0u, f1_0);
      i0 = p0;
      i1 = 4u;
      i0 += i1;
      p0 = i0;
      i0 = p3;
      i1 = 4u;
      i0 += i1;
      p3 = i0;
      i0 = p1;
      i1 = 4u;
      i0 += i1;
      p1 = i0;
      goto L0;
    }
}

static f32 w2c_f35(f32 p0) {
  u32 i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = 0;
  f1_0 = p0;
  f1_0 = w2c_f86(f1_0);
  f2_0 = p0;
  f2_0 = wasm_fabsf(f2_0);
  f3_0 = 1.17549435e-38;
  i2 = f2_0 < f3_0;
  f0_0 = i2 ? f0_0 : f1_0;
  return f0_0;
}

static u32 w2c_f36(u32 p0) {
  u32 i0, i1, i2;
  i0 = globals.g29;
  i1 = p0;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f37(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 15u;
  i0 += i1;
  i1 = 4294967280u;
  i0 &= i1;
  return i0;
}

static f32 w2c_f38(f32 p0) {
  f32 f0_0, f1_0;
  f0_0 = p0;
  f1_0 = 1.00000003e+16;
  f0_0 = FMIN(f0_0, f1_0);
  f1_0 = -1.00000003e+16;
  f0_0 = FMAX(f0_0, f1_0);
  return f0_0;
}

static u32 w2c_f39(u32 p0) {
  u32 i0, i1, i2;
  i0 = p0;
  i1 = 4u;
  i0 = i0 == i1;
  i1 = p0;
  i2 = 3u;
  i1 = i1 == i2;
  i0 |= i1;
  return i0;
}

static u32 w2c_f40(void) {
  u32 i0, i1;
  i0 = globals.g5;
  i1 = globals.g4;
  i0 = w2c_f13(i0, i1);
  return i0;
}

static void w2c_f41(u32 p0) {
  u32 l2 = 0, l3 = 0;
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  i0 = p0;
  i1 = 2u;
  i0 <<= (i1 & 31);
  globals.g22 = i0;
  i0 = w2c_f14();
  i1 = globals.g22;
  i0 += i1;
  globals.g16 = i0;
  i0 = globals.g16;
  i1 = w2c_f2();
  i2 = 1u;
  i1 <<= (i2 & 31);
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  globals.g28 = f0_0;
  i0 = globals.g16;
  i1 = w2c_f2();
  i2 = 3u;
  i1 *= i2;
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  globals.g49 = f0_0;
  i0 = globals.g23;
  if (i0) {
    L1: 
      i0 = l2;
      i1 = globals.g0;
      i0 = i0 < i1;
      if (i0) {
        f0_0 = l1;
        i1 = l2;
        f1_0 = w2c_f15(i1);
        f0_0 += f1_0;
        l1 = f0_0;
        i0 = l2;
        i1 = 1u;
        i0 += i1;
        l2 = i0;
        goto L1;
      }
    f0_0 = l1;
    i1 = globals.g0;
    f1_0 = (f32)(s32)(i1);
    f0_0 /= f1_0;
    globals.g28 = f0_0;
    f0_0 = 0;
    l1 = f0_0;
    L3: 
      i0 = l3;
      i1 = globals.g0;
      i0 = i0 < i1;
      if (i0) {
        f0_0 = l1;
        i1 = l3;
        f1_0 = w2c_f15(i1);
        f2_0 = globals.g28;
        f1_0 -= f2_0;
        l1 = f1_0;
        f2_0 = l1;
        f1_0 *= f2_0;
        f0_0 += f1_0;
        l1 = f0_0;
        i0 = l3;
        i1 = 1u;
        i0 += i1;
        l3 = i0;
        goto L3;
      }
    f0_0 = l1;
    i1 = globals.g0;
    f1_0 = (f32)(s32)(i1);
    f0_0 /= f1_0;
    globals.g49 = f0_0;
  }
  f0_0 = 1;
  f1_0 = globals.g49;
  i2 = globals.g1;
  f2_0 = f32_load(memory, i2, 20u);
  f1_0 += f2_0;
  f1_0 = wasm_sqrtf(f1_0);
  f0_0 /= f1_0;
  globals.g45 = f0_0;
}

static u32 w2c_f42(u32 p0, u32 p1, f32 p2) {
  u32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0;
  L0: 
    i0 = p1;
    i1 = l3;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l3;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      f0_0 = f32_load(memory, i0, 0u);
      f0_0 = wasm_fabsf(f0_0);
      f1_0 = p2;
      i0 = f0_0 < f1_0;
      i0 = !(i0);
      if (i0) {
        i0 = l3;
        goto Bfunc;
      }
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
  i0 = p1;
  Bfunc:;
  return i0;
}

static void w2c_f43(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i1 = p2;
  i0 += i1;
  p2 = i0;
  L0: 
    i0 = p0;
    i1 = p2;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      i1 = p1;
      i1 = i32_load(memory, i1, 0u);
      i32_store(memory, i0, 0u, i1);
      i0 = p0;
      i1 = 4u;
      i0 += i1;
      p0 = i0;
      i0 = p1;
      i1 = 4u;
      i0 += i1;
      p1 = i0;
      goto L0;
    }
}

static u32 w2c_f44(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  u64 j1;
  i0 = p0;
  i0 = i32_load(memory, i0, 16u);
  l3 = i0;
  i1 = 4u;
  i0 &= i1;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = p0;
  i0 = w2c_f18(i0);
  i1 = p0;
  i1 = i32_load16_u(memory, i1, 42u);
  l4 = i1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l1 = i0;
  i0 = p0;
  i0 = w2c_f9(i0);
  l5 = i0;
  L1: 
    i0 = l2;
    i1 = l4;
    i0 = i0 < i1;
    if (i0) {
      i0 = l5;
      i1 = l2;
      i2 = 5u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l6 = i0;
      i0 = i32_load8_u(memory, i0, 0u);
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l1;
        i1 = l6;
        j1 = i64_load32_u(memory, i1, 4u);
        i2 = l3;
        i3 = 2u;
        i2 &= i3;
        i3 = 0u;
        i2 = i2 != i3;
        j1 = w2c_f64(j1, i2);
        i1 = (u32)(j1);
        i2 = p0;
        i3 = l6;
        i3 = i32_load(memory, i3, 8u);
        i2 += i3;
        i1 += i2;
        l6 = i1;
        i2 = l1;
        i3 = l6;
        i2 = i2 > i3;
        i0 = i2 ? i0 : i1;
        l1 = i0;
      }
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L1;
    }
  i0 = l1;
  Bfunc:;
  return i0;
}

static u32 w2c_f45(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f3(i0);
  i1 = p0;
  i1 = i32_load(memory, i1, 32u);
  i0 += i1;
  i1 = p0;
  i1 = w2c_f28(i1);
  i2 = p0;
  i2 = i32_load(memory, i2, 52u);
  i1 *= i2;
  i0 -= i1;
  return i0;
}

static u32 w2c_f46(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 80u;
  i0 += i1;
  return i0;
}

static u32 w2c_f47(void) {
  u32 i0, i1;
  i0 = globals.g0;
  i1 = 1u;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = globals.g9;
    i0 = w2c_f50(i0);
  } else {
    i0 = 0u;
  }
  return i0;
}

static void w2c_f48(void) {
  MEMORY;
  u32 i0;
  i0 = 0u;
  globals.g9 = i0;
  i0 = globals.g3;
  i0 = w2c_f9(i0);
  globals.g1 = i0;
  i0 = globals.g55;
  globals.g14 = i0;
  i0 = globals.g56;
  globals.g21 = i0;
  i0 = globals.g26;
  globals.g4 = i0;
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 20u);
  globals.g10 = i0;
  i0 = 0u;
  globals.g17 = i0;
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 28u);
  globals.g6 = i0;
  w2c_f74();
}

static u32 w2c_f49(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g3;
  i1 = globals.g1;
  i1 = i32_load(memory, i1, 12u);
  i0 += i1;
  return i0;
}

static u32 w2c_f50(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g3;
  i0 = w2c_f18(i0);
  i1 = p0;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  i0 = i32_load(memory, i0, 0u);
  i1 = 0u;
  i0 = i0 != i1;
  return i0;
}

static void w2c_f51(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  globals.g7 = i0;
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 0u);
  globals.g3 = i0;
  i0 = globals.g3;
  i0 = i32_load(memory, i0, 20u);
  globals.g26 = i0;
  i0 = globals.g3;
  i0 = i32_load(memory, i0, 24u);
  globals.g8 = i0;
  i0 = globals.g3;
  i0 = i32_load8_u(memory, i0, 44u);
  globals.g13 = i0;
  i0 = globals.g3;
  i0 = i32_load(memory, i0, 52u);
  globals.g44 = i0;
  i0 = globals.g3;
  i0 = i32_load(memory, i0, 16u);
  i1 = 2u;
  i0 &= i1;
  i1 = 0u;
  i0 = i0 != i1;
  globals.g48 = i0;
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 24u);
  globals.g27 = i0;
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 32u);
  globals.g31 = i0;
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 36u);
  globals.g53 = i0;
  i0 = globals.g3;
  i0 = i32_load16_u(memory, i0, 42u);
  globals.g54 = i0;
}

static u32 w2c_f52(u32 p0) {
  u32 i0, i1;
  i0 = globals.g44;
  i1 = p0;
  i0 *= i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static void w2c_f53(u32 p0, u32 p1, f32 p2, f32 p3) {
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f1_0, f2_0, f3_0;
  i0 = p0;
  i1 = p1;
  f2_0 = p3;
  w2c_f5(i0, i1, f2_0);
  i0 = 0u;
  i1 = p1;
  if (i1) {
    i1 = globals.g2;
    i2 = p0;
    i1 += i2;
    f1_0 = f32_load(memory, i1, 0u);
    f2_0 = p2;
    i1 = f1_0 == f2_0;
  } else {
    i1 = 0u;
  }
  i2 = globals.g11;
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = 4294967290u;
    i1 = p0;
    f2_0 = p2;
    i3 = globals.g2;
    i4 = p0;
    i3 += i4;
    f3_0 = f32_load(memory, i3, 0u);
    i0 = w2c_f7(i0, i1, f2_0, f3_0);
    globals.g11 = i0;
  }
}

static void w2c_f54(u32 p0, u32 p1) {
  u32 i0, i1;
  f32 f2_0, f3_0;
  i0 = p0;
  i1 = p1;
  f2_0 = 0;
  f3_0 = 9.99999984e+17;
  w2c_f53(i0, i1, f2_0, f3_0);
}

static void w2c_f55(u32 p0, u64 p1) {
  u32 i0, i1, i2, i3;
  u64 j0, j1, j2, j3, j4;
  j0 = globals.g15;
  j1 = 4294967295ull;
  i0 = j0 <= j1;
  if (i0) {
    i0 = p0;
    j1 = globals.g15;
    i1 = (u32)(j1);
    i2 = 0u;
    j3 = p1;
    j4 = 0ull;
    i3 = j3 != j4;
    i1 = i3 ? i1 : i2;
    w2c_f56(i0, i1);
  }
  j0 = 4503599627370496ull;
  j1 = globals.g15;
  j2 = p1;
  j1 += j2;
  p1 = j1;
  j2 = p1;
  j3 = 4503599627370496ull;
  i2 = j2 >= j3;
  j0 = i2 ? j0 : j1;
  globals.g15 = j0;
}

static void w2c_f56(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g65;
  if (i0) {
    i0 = globals.g2;
    i1 = p0;
    i0 += i1;
    i1 = p1;
    i32_store(memory, i0, 0u, i1);
  }
  i0 = p0;
  i1 = p1;
  i2 = p1;
  w2c_f4(i0, i1, i2);
}

static void w2c_f57(u32 p0, u32 p1) {
  u32 i0, i1;
  f32 f2_0, f3_0;
  i0 = p0;
  i1 = p1;
  f2_0 = 0;
  f3_0 = 1;
  w2c_f53(i0, i1, f2_0, f3_0);
}

static u32 w2c_f58(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = i32_load(memory, i0, 8u);
  l1 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 12u);
  l4 = i0;
  i1 = p0;
  i1 = i32_load(memory, i1, 4u);
  l2 = i1;
  i2 = p0;
  i2 = i32_load(memory, i2, 0u);
  i1 += i2;
  i0 += i1;
  l3 = i0;
  i0 = p0;
  i1 = l2;
  i2 = l2;
  i3 = 9u;
  i2 >>= (i3 & 31);
  i1 ^= i2;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  i1 = l1;
  i2 = l1;
  i3 = 3u;
  i2 <<= (i3 & 31);
  i1 += i2;
  i32_store(memory, i0, 4u, i1);
  i0 = p0;
  i1 = l1;
  i2 = 21u;
  i1 = I32_ROTL(i1, i2);
  i2 = l3;
  i1 += i2;
  i32_store(memory, i0, 8u, i1);
  i0 = p0;
  i1 = l4;
  i2 = 1u;
  i1 += i2;
  i32_store(memory, i0, 12u, i1);
  i0 = l3;
  return i0;
}

static u32 w2c_f59(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0;
  f32 l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = globals.g48;
  l2 = i0;
  i0 = 0u;
  i1 = globals.g7;
  i1 = i32_load(memory, i1, 12u);
  l3 = i1;
  i2 = globals.g26;
  l1 = i2;
  f3_0 = 9.99999984e+17;
  i1 = w2c_f42(i1, i2, f3_0);
  l0 = i1;
  i2 = l1;
  i1 = i1 == i2;
  if (i1) {goto B0;}
  L1: 
    i0 = l0;
    i1 = l1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l3;
      i1 = l0;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      f0_0 = f32_load(memory, i0, 0u);
      l4 = f0_0;
      f0_0 = wasm_fabsf(f0_0);
      f1_0 = 9.99999984e+17;
      i0 = f0_0 < f1_0;
      f1_0 = l4;
      f2_0 = l4;
      i1 = f1_0 != f2_0;
      i2 = 0u;
      i3 = l2;
      i1 = i3 ? i1 : i2;
      i0 |= i1;
      i0 = !(i0);
      if (i0) {
        i0 = 4294967288u;
        i1 = l0;
        f2_0 = 9.99999984e+17;
        f3_0 = l4;
        i0 = w2c_f7(i0, i1, f2_0, f3_0);
        goto B0;
      }
      i0 = l0;
      i1 = 1u;
      i0 += i1;
      l0 = i0;
      goto L1;
    }
  i0 = 0u;
  B0:;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  return i0;
}

static void w2c_f60(void) {
  MEMORY;
  u32 i0;
  f32 f1_0;
  i0 = globals.g7;
  f1_0 = 1;
  f32_store(memory, i0, 44u, f1_0);
  w2c_f93();
}

static void w2c_f61(u32 p0, u32 p1) {
  u32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g18;
  i1 = p1;
  i1 = w2c_f37(i1);
  l2 = i1;
  i2 = p0;
  i1 += i2;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    globals.g18 = i0;
    goto Bfunc;
  }
  i0 = globals.g38;
  p1 = i0;
  L1: 
    i0 = p1;
    if (i0) {
      i0 = p1;
      i0 = i32_load(memory, i0, 0u);
      i1 = l2;
      i0 = i0 != i1;
    } else {
      i0 = 0u;
    }
    if (i0) {
      i0 = p1;
      i0 = i32_load(memory, i0, 8u);
      p1 = i0;
      goto L1;
    }
  i0 = p1;
  if (i0) {
    i0 = p0;
    i1 = p1;
    i1 = i32_load(memory, i1, 4u);
    i32_store(memory, i0, 4u, i1);
    i0 = p1;
    i1 = p0;
    i32_store(memory, i0, 4u, i1);
    goto Bfunc;
  }
  i0 = p0;
  i1 = l2;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  i1 = 0u;
  i32_store(memory, i0, 4u, i1);
  i0 = p0;
  i1 = globals.g38;
  i32_store(memory, i0, 8u, i1);
  i0 = p0;
  globals.g38 = i0;
  Bfunc:;
}

static f32 w2c_f62(f32 p0) {
  u32 l1 = 0, l2 = 0;
  f32 l3 = 0;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = p0;
  i0 = i32_reinterpret_f32(f0_0);
  l2 = i0;
  i1 = 23u;
  i0 = (u32)((s32)i0 >> (i1 & 31));
  i1 = 126u;
  i0 -= i1;
  l1 = i0;
  i0 = l2;
  i1 = 8388607u;
  i0 &= i1;
  i1 = 1056964608u;
  i0 |= i1;
  f0_0 = f32_reinterpret_i32(i0);
  p0 = f0_0;
  f1_0 = 0.707106769;
  i0 = f0_0 < f1_0;
  if (i0) {
    i0 = l1;
    i1 = 1u;
    i0 -= i1;
    l1 = i0;
    f0_0 = p0;
    f1_0 = p0;
    f0_0 += f1_0;
    f1_0 = -1;
    f0_0 += f1_0;
  } else {
    f0_0 = p0;
    f1_0 = -1;
    f0_0 += f1_0;
  }
  p0 = f0_0;
  f1_0 = p0;
  f2_0 = 0.0703768358;
  f1_0 *= f2_0;
  f2_0 = -0.115146101;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = 0.116769984;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = -0.12420141;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = 0.142493233;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = -0.166680574;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = 0.200007141;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = -0.24999994;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = 0.333333313;
  f1_0 += f2_0;
  f2_0 = p0;
  f1_0 *= f2_0;
  f2_0 = p0;
  f3_0 = p0;
  f2_0 *= f3_0;
  p0 = f2_0;
  f1_0 *= f2_0;
  i2 = l1;
  f2_0 = (f32)(s32)(i2);
  l3 = f2_0;
  f3_0 = -0.000212194442;
  f2_0 *= f3_0;
  f1_0 += f2_0;
  f2_0 = p0;
  f3_0 = 0.5;
  f2_0 *= f3_0;
  f1_0 -= f2_0;
  f0_0 += f1_0;
  f1_0 = l3;
  f2_0 = 0.693359375;
  f1_0 *= f2_0;
  f0_0 += f1_0;
  return f0_0;
}

static void w2c_f63(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i0 = i32_load(memory, i0, 0u);
  i1 = p0;
  i1 = i32_load(memory, i1, 8u);
  w2c_f61(i0, i1);
}

static u64 w2c_f64(u64 p0, u32 p1) {
  u32 i2;
  u64 j0, j1;
  j0 = p0;
  j1 = 3ull;
  j0 <<= (j1 & 63);
  p0 = j0;
  j1 = 8ull;
  i2 = p1;
  j0 = i2 ? j0 : j1;
  j1 = p0;
  j0 += j1;
  return j0;
}

static f32 w2c_f65(void) {
  u32 l0 = 0;
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0;
  L0: 
    i0 = l0;
    i1 = globals.g0;
    i0 = i0 < i1;
    if (i0) {
      f0_0 = l1;
      i1 = globals.g6;
      i2 = globals.g22;
      i1 += i2;
      i2 = w2c_f2();
      i3 = l0;
      i2 *= i3;
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      f0_0 += f1_0;
      l1 = f0_0;
      i0 = l0;
      i1 = 1u;
      i0 += i1;
      l0 = i0;
      goto L0;
    }
  f0_0 = l1;
  return f0_0;
}

static f32 w2c_f66(void) {
  u32 l0 = 0;
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  L0: 
    i0 = l0;
    i1 = globals.g0;
    i0 = i0 < i1;
    if (i0) {
      f0_0 = l1;
      i1 = globals.g6;
      i2 = globals.g22;
      i1 += i2;
      i2 = w2c_f2();
      i3 = l0;
      i2 *= i3;
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = l0;
      f2_0 = w2c_f15(i2);
      f3_0 = globals.g28;
      f2_0 -= f3_0;
      f3_0 = globals.g45;
      f2_0 *= f3_0;
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l1 = f0_0;
      i0 = l0;
      i1 = 1u;
      i0 += i1;
      l0 = i0;
      goto L0;
    }
  f0_0 = l1;
  return f0_0;
}

static void w2c_f67(u32 p0, u32 p1, f32 p2, u32 p3) {
  u32 l4 = 0, l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f1_0, f2_0, f3_0;
  i0 = p3;
  i1 = 2u;
  i0 <<= (i1 & 31);
  l5 = i0;
  L0: 
    i0 = l4;
    i1 = l5;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      i1 = l4;
      i0 += i1;
      p3 = i0;
      i1 = p3;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = p1;
      i3 = l4;
      i2 += i3;
      f2_0 = f32_load(memory, i2, 0u);
      f3_0 = p2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = l4;
      i1 = 4u;
      i0 += i1;
      l4 = i0;
      goto L0;
    }
}

static u32 w2c_f68(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i1 = p1;
    i0 += i1;
    i0 = i32_load(memory, i0, 0u);
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_f69(u32 p0, u32 p1, u32 p2) {
  u32 l5 = 0;
  u64 l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1, j2, j3, j4, j5, j6;
  i0 = p0;
  i1 = p1;
  i0 = w2c_f100(i0, i1);
  i0 = !(i0);
  if (i0) {
    i0 = 4294967294u;
    i1 = p0;
    i2 = p1;
    i3 = 0u;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p1;
  i1 = 80u;
  i0 = i0 < i1;
  if (i0) {
    i0 = 4294967293u;
    i1 = 8u;
    i2 = 80u;
    i3 = p1;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p0;
  i0 = i32_load(memory, i0, 0u);
  l5 = i0;
  i1 = 1380731213u;
  i0 = i0 != i1;
  if (i0) {
    i0 = 4294967293u;
    i1 = 0u;
    i2 = 1380731213u;
    i3 = l5;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p0;
  i0 = i32_load16_u(memory, i0, 4u);
  l5 = i0;
  i1 = 1u;
  i0 = i0 != i1;
  if (i0) {
    i0 = 4294967292u;
    i1 = 4u;
    i2 = 1u;
    i3 = l5;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p0;
  i0 = i32_load16_u(memory, i0, 6u);
  l5 = i0;
  i1 = 1u;
  i0 = i0 != i1;
  if (i0) {
    i0 = 4294967292u;
    i1 = 6u;
    i2 = 1u;
    i3 = l5;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p0;
  i0 = i32_load(memory, i0, 8u);
  l5 = i0;
  i1 = p1;
  i0 = i0 > i1;
  i1 = l5;
  i2 = 80u;
  i1 = i1 < i2;
  i0 |= i1;
  if (i0) {
    i0 = 4294967293u;
    i1 = 8u;
    i2 = l5;
    i3 = p1;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p2;
  if (i0) {
    i0 = p0;
    i1 = l5;
    i0 = w2c_f112(i0, i1);
    p1 = i0;
    i1 = p0;
    i1 = i32_load(memory, i1, 12u);
    i0 = i0 != i1;
    if (i0) {
      i0 = 4294967291u;
      i1 = 12u;
      i2 = p0;
      i2 = i32_load(memory, i2, 12u);
      i3 = p1;
      i0 = w2c_f0(i0, i1, i2, i3);
      goto Bfunc;
    }
  }
  i0 = p0;
  i1 = l5;
  i0 = w2c_f119(i0, i1);
  p1 = i0;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = p1;
    goto Bfunc;
  }
  i0 = p0;
  j0 = i64_load32_u(memory, i0, 20u);
  l3 = j0;
  i0 = p0;
  j0 = i64_load32_u(memory, i0, 24u);
  l4 = j0;
  i0 = p0;
  j0 = i64_load32_u(memory, i0, 28u);
  i1 = p0;
  j1 = i64_load32_u(memory, i1, 32u);
  j0 += j1;
  globals.g47 = j0;
  i0 = p0;
  i0 = i32_load(memory, i0, 16u);
  i1 = 1u;
  i0 &= i1;
  i0 = !(i0);
  j1 = globals.g47;
  i2 = l5;
  j2 = (u64)(i2);
  i1 = j1 != j2;
  i0 &= i1;
  if (i0) {
    i0 = 4294967293u;
    i1 = 8u;
    j2 = globals.g47;
    i2 = (u32)(j2);
    i3 = l5;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto B9;
  }
  j0 = globals.g47;
  j1 = 15ull;
  j0 += j1;
  j1 = 18446744073709551600ull;
  j0 &= j1;
  j1 = globals.g46;
  j2 = globals.g42;
  j3 = globals.g41;
  j4 = globals.g40;
  j5 = l3;
  j6 = l4;
  j5 += j6;
  j6 = 2ull;
  j5 <<= (j6 & 63);
  j4 += j5;
  j3 += j4;
  j2 += j3;
  j1 += j2;
  j2 = 87ull;
  j1 += j2;
  j2 = 18446744073709551600ull;
  j1 &= j2;
  j0 += j1;
  globals.g43 = j0;
  j0 = globals.g43;
  j1 = 2147483647ull;
  i0 = j0 > j1;
  if (i0) {
    i0 = 4294967294u;
    i1 = 0u;
    j2 = 4294967295ull;
    j3 = globals.g43;
    l3 = j3;
    j4 = l3;
    j5 = 4294967295ull;
    i4 = j4 >= j5;
    j2 = i4 ? j2 : j3;
    i2 = (u32)(j2);
    i3 = 2147418112u;
    i0 = w2c_f0(i0, i1, i2, i3);
  } else {
    i0 = 0u;
  }
  B9:;
  Bfunc:;
  return i0;
}

static u32 w2c_f70(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = i32_load(memory, i0, 36u);
  i1 = p1;
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f71(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1;
  i0 = p1;
  i1 = p2;
  i0 += i1;
  p2 = i0;
  L0: 
    i0 = p1;
    i1 = p2;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      i1 = p1;
      i1 = i32_load8_u(memory, i1, 0u);
      i0 ^= i1;
      i1 = 16777619u;
      i0 *= i1;
      p0 = i0;
      i0 = p1;
      i1 = 1u;
      i0 += i1;
      p1 = i0;
      goto L0;
    }
  i0 = p0;
  return i0;
}

static void w2c_f72(void) {
  u32 i0, i1;
  i0 = globals.g6;
  globals.g17 = i0;
  i0 = globals.g12;
  i1 = 4u;
  i0 = i0 != i1;
  if (i0) {
    i0 = globals.g5;
    i0 = w2c_f52(i0);
    i1 = globals.g6;
    i0 += i1;
    globals.g6 = i0;
  }
  i0 = globals.g10;
  globals.g14 = i0;
  i0 = globals.g5;
  i1 = 2u;
  i0 <<= (i1 & 31);
  globals.g21 = i0;
  i0 = globals.g5;
  i0 = w2c_f52(i0);
  i1 = globals.g10;
  i0 += i1;
  globals.g10 = i0;
  i0 = globals.g5;
  globals.g4 = i0;
  i0 = globals.g9;
  i1 = 1u;
  i0 += i1;
  globals.g9 = i0;
  i0 = globals.g1;
  i1 = 32u;
  i0 += i1;
  globals.g1 = i0;
  w2c_f74();
}

static void w2c_f73(void) {
  u32 i0;
  w2c_f48();
  L0: 
    i0 = w2c_f21();
    i0 = !(i0);
    if (i0) {
      w2c_f72();
      goto L0;
    }
}

static void w2c_f74(void) {
  MEMORY;
  u32 i0;
  i0 = globals.g1;
  i0 = i32_load8_u(memory, i0, 0u);
  globals.g12 = i0;
  i0 = globals.g1;
  i0 = i32_load(memory, i0, 4u);
  globals.g5 = i0;
  i0 = w2c_f21();
  if (i0) {
    i0 = globals.g10;
    globals.g6 = i0;
  }
}

static void w2c_f75(void) {
  u32 l0 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0;
  i0 = globals.g8;
  i1 = 0u;
  i0 = w2c_f26(i0, i1);
  i1 = globals.g3;
  i1 = w2c_f44(i1);
  l0 = i1;
  i0 += i1;
  i1 = 0u;
  i2 = l0;
  i0 = i2 ? i0 : i1;
  globals.g33 = i0;
  i0 = globals.g33;
  i1 = globals.g8;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g57 = i0;
  i0 = globals.g3;
  f0_0 = f32_load(memory, i0, 64u);
  globals.g67 = f0_0;
  i0 = globals.g3;
  f0_0 = f32_load(memory, i0, 68u);
  globals.g58 = f0_0;
}

static f32 w2c_f76(u32 p0) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0;
  i0 = globals.g32;
  if (i0) {
    i0 = globals.g32;
    i1 = p0;
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    f0_0 = f32_load(memory, i0, 0u);
  } else {
    f0_0 = 1;
    f1_0 = 0;
    i2 = p0;
    i3 = globals.g66;
    i2 = i2 == i3;
    f0_0 = i2 ? f0_0 : f1_0;
  }
  return f0_0;
}

static u64 w2c_f77(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0;
  u64 l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  u64 j0, j1, j2, j3;
  i0 = globals.g2;
  i1 = 128u;
  i0 += i1;
  i1 = p0;
  i2 = 5u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l2 = i0;
  i0 = i32_load8_u(memory, i0, 0u);
  l3 = i0;
  i0 = l2;
  j0 = i64_load32_u(memory, i0, 4u);
  l4 = j0;
  i0 = l3;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    j0 = l4;
    j1 = 3ull;
    j2 = 4ull;
    i3 = p1;
    j1 = i3 ? j1 : j2;
    j0 <<= (j1 & 63);
    goto Bfunc;
  }
  i0 = l3;
  i1 = 1u;
  i0 = i0 != i1;
  if (i0) {
    j0 = 0ull;
    goto Bfunc;
  }
  j0 = l4;
  i1 = p0;
  if (i1) {
    i1 = l2;
    i2 = 32u;
    i1 -= i2;
    j1 = i64_load32_u(memory, i1, 4u);
  } else {
    i1 = globals.g2;
    j1 = i64_load32_u(memory, i1, 20u);
  }
  i2 = l2;
  j2 = i64_load8_u(memory, i2, 3u);
  j3 = 1ull;
  j2 &= j3;
  j1 += j2;
  j0 *= j1;
  j1 = 2ull;
  j0 <<= (j1 & 63);
  Bfunc:;
  return j0;
}

static u32 w2c_f78(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = i32_load8_u(memory, i0, 0u);
  l1 = i0;
  i1 = 5u;
  i0 = i0 == i1;
  i1 = l1;
  i2 = 1u;
  i1 = i1 == i2;
  i0 |= i1;
  if (i0) {
    i0 = p0;
    i0 = i32_load8_u(memory, i0, 1u);
    p0 = i0;
    i1 = 2u;
    i0 = i0 == i1;
    i1 = p0;
    i2 = 3u;
    i1 = i1 == i2;
    i0 |= i1;
    i1 = p0;
    i2 = 1u;
    i1 = i1 == i2;
    i0 |= i1;
  } else {
    i0 = 0u;
  }
  return i0;
}

static void w2c_f79(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 0u;
  i0 = i0 != i1;
  globals.g65 = i0;
}

static u32 w2c_f80(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 l4 = 0;
  u32 i0, i1, i2, i3, i4;
  i0 = p2;
  i1 = p3;
  i0 = w2c_f26(i0, i1);
  i1 = p1;
  i0 += i1;
  l4 = i0;
  i0 = p0;
  i1 = p1;
  i2 = p2;
  i3 = 1u;
  i4 = p3;
  i2 = i4 ? i2 : i3;
  i0 = w2c_f32(i0, i1, i2);
  if (i0) {
    i0 = p0;
    i1 = l4;
    i2 = p2;
    i0 = w2c_f33(i0, i1, i2);
  } else {
    i0 = 0u;
  }
  if (i0) {
    i0 = p0;
    i1 = l4;
    i2 = p2;
    i3 = 2u;
    i2 <<= (i3 & 31);
    i1 += i2;
    i2 = p2;
    i0 = w2c_f32(i0, i1, i2);
  } else {
    i0 = 0u;
  }
  return i0;
}

static u32 w2c_f81(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0, l9 = 0, 
      l10 = 0, l11 = 0, l12 = 0, l13 = 0, l14 = 0, l15 = 0, l16 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f2_0;
  i0 = p1;
  i1 = p0;
  i1 = w2c_f3(i1);
  i0 -= i1;
  l16 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 52u);
  l11 = i0;
  i1 = p1;
  i1 = i32_load(memory, i1, 8u);
  l10 = i1;
  i0 = i0 <= i1;
  if (i0) {
    i0 = 4294967285u;
    i1 = 8u;
    i2 = l11;
    i3 = 1u;
    i2 -= i3;
    i3 = l10;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p1;
  i0 = i32_load(memory, i0, 12u);
  l2 = i0;
  if (i0) {
    i0 = 4294967285u;
    i1 = 12u;
    i2 = 0u;
    i3 = l2;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p1;
  i1 = 16u;
  i0 += i1;
  l2 = i0;
  i0 = i32_load(memory, i0, 12u);
  i1 = l2;
  i1 = i32_load(memory, i1, 8u);
  i2 = l2;
  i2 = i32_load(memory, i2, 0u);
  i3 = l2;
  i3 = i32_load(memory, i3, 4u);
  i2 |= i3;
  i1 |= i2;
  i0 |= i1;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967285u;
    i1 = 16u;
    i2 = 1u;
    i3 = 0u;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p1;
  i1 = p0;
  i1 = w2c_f10(i1);
  i2 = l16;
  i1 += i2;
  l2 = i1;
  f2_0 = 1000;
  i0 = w2c_f31(i0, i1, f2_0);
  i0 = !(i0);
  if (i0) {goto B3;}
  i0 = p1;
  i1 = l2;
  i2 = 4u;
  i1 += i2;
  f2_0 = 1;
  i0 = w2c_f31(i0, i1, f2_0);
  i0 = !(i0);
  if (i0) {goto B3;}
  i0 = p1;
  i1 = l2;
  i2 = 8u;
  i1 += i2;
  f2_0 = 1;
  i0 = w2c_f31(i0, i1, f2_0);
  i0 = !(i0);
  if (i0) {goto B3;}
  i0 = p1;
  i1 = l2;
  i2 = 12u;
  i1 += i2;
  f2_0 = 1;
  i0 = w2c_f31(i0, i1, f2_0);
  i0 = !(i0);
  if (i0) {goto B3;}
  i0 = p0;
  i0 = i32_load(memory, i0, 16u);
  l9 = i0;
  i0 = p0;
  i0 = i32_load16_u(memory, i0, 42u);
  l6 = i0;
  i0 = p0;
  i0 = w2c_f46(i0);
  i0 = i32_load8_u(memory, i0, 2u);
  l12 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 20u);
  l3 = i0;
  L4: 
    i0 = l6;
    i1 = l15;
    i0 = i0 > i1;
    if (i0) {
      i0 = p0;
      i0 = w2c_f9(i0);
      i1 = l15;
      i2 = 5u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l14 = i0;
      i0 = i32_load8_u(memory, i0, 0u);
      l4 = i0;
      i0 = l14;
      i0 = i32_load(memory, i0, 4u);
      l2 = i0;
      i0 = p0;
      i1 = l14;
      i1 = i32_load(memory, i1, 8u);
      i0 += i1;
      i1 = l16;
      i0 += i1;
      l13 = i0;
      i0 = p0;
      i1 = l14;
      i1 = i32_load(memory, i1, 12u);
      i0 += i1;
      i1 = l16;
      i0 += i1;
      l8 = i0;
      i0 = l4;
      i1 = 3u;
      i0 = i0 == i1;
      i1 = l4;
      i2 = 1u;
      i1 = i1 == i2;
      i0 |= i1;
      l5 = i0;
      i1 = p0;
      i1 = w2c_f18(i1);
      i2 = l16;
      i1 += i2;
      i2 = l15;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      l7 = i1;
      i1 = i32_load(memory, i1, 0u);
      i0 = i0 < i1;
      if (i0) {
        i0 = 4294967285u;
        i1 = l7;
        i2 = p1;
        i1 -= i2;
        i2 = l5;
        i3 = l7;
        i3 = i32_load(memory, i3, 0u);
        i0 = w2c_f0(i0, i1, i2, i3);
        goto Bfunc;
      }
      i0 = l4;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        i0 = p1;
        i1 = l13;
        i2 = l2;
        i3 = l9;
        i4 = 2u;
        i3 &= i4;
        i4 = 0u;
        i3 = i3 != i4;
        i0 = w2c_f80(i0, i1, i2, i3);
      } else {
        i0 = 1u;
      }
      i0 = !(i0);
      if (i0) {goto B3;}
      i0 = l4;
      i1 = 1u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l2;
        i1 = l3;
        i2 = l14;
        i2 = w2c_f20(i2);
        i2 = !(i2);
        i2 = !(i2);
        i1 += i2;
        i0 *= i1;
      } else {
        i0 = 0u;
      }
      l3 = i0;
      i0 = l4;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l2;
        i1 = 1u;
        i0 <<= (i1 & 31);
        l3 = i0;
        i0 = p1;
        i1 = l13;
        i2 = l2;
        i3 = 3u;
        i2 <<= (i3 & 31);
        i1 += i2;
        i2 = l2;
        i0 = w2c_f33(i0, i1, i2);
        i0 = !(i0);
        if (i0) {goto B3;}
        i0 = p1;
        i1 = l13;
        i2 = l2;
        i3 = 12u;
        i2 *= i3;
        i1 += i2;
        i2 = l2;
        i0 = w2c_f32(i0, i1, i2);
        i0 = !(i0);
        if (i0) {goto B3;}
      }
      i0 = l3;
      if (i0) {
        i0 = p1;
        i1 = l13;
        i2 = l3;
        i0 = w2c_f33(i0, i1, i2);
        i0 = !(i0);
        if (i0) {goto B3;}
        i0 = l12;
        if (i0) {
          i0 = p1;
          i1 = l8;
          i2 = l3;
          i0 = w2c_f33(i0, i1, i2);
        } else {
          i0 = 1u;
        }
        i0 = !(i0);
        if (i0) {goto B3;}
        i0 = l8;
        i1 = l3;
        i2 = 2u;
        i1 <<= (i2 & 31);
        i2 = 0u;
        i3 = l12;
        i4 = 5u;
        i3 = i3 == i4;
        i1 = i3 ? i1 : i2;
        i0 += i1;
        l4 = i0;
        i0 = l12;
        i1 = 3u;
        i0 = i0 >= i1;
        if (i0) {
          i0 = p1;
          i1 = l4;
          i2 = l3;
          i0 = w2c_f32(i0, i1, i2);
        } else {
          i0 = 1u;
        }
        i0 = !(i0);
        if (i0) {goto B3;}
      }
      i0 = l2;
      l3 = i0;
      i0 = l15;
      i1 = 1u;
      i0 += i1;
      l15 = i0;
      goto L4;
    }
  i0 = l9;
  i1 = 4u;
  i0 &= i1;
  if (i0) {
    i0 = p1;
    i1 = p0;
    i1 = w2c_f44(i1);
    i2 = l16;
    i1 += i2;
    i2 = l3;
    i3 = 0u;
    i0 = w2c_f80(i0, i1, i2, i3);
  } else {
    i0 = 1u;
  }
  i0 = !(i0);
  if (i0) {goto B3;}
  i0 = l11;
  i1 = 1u;
  i0 = i0 > i1;
  if (i0) {
    i0 = p0;
    i1 = p1;
    i2 = l16;
    i3 = l10;
    i0 = w2c_f124(i0, i1, i2, i3);
  } else {
    i0 = 0u;
  }
  goto Bfunc;
  B3:;
  i0 = 4294967285u;
  Bfunc:;
  return i0;
}

static f32 w2c_f82(u32 p0, u32 p1) {
  u32 l5 = 0;
  u64 l4 = 0;
  f32 l2 = 0, l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  u64 j0, j1, j2;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p1;
  f0_0 = f32_load(memory, i0, 0u);
  l2 = f0_0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 24u);
  l3 = f0_0;
  i0 = p1;
  j0 = i64_load(memory, i0, 16u);
  l4 = j0;
  i0 = p0;
  i0 = i32_load8_u(memory, i0, 3u);
  l5 = i0;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = l2;
    i1 = p1;
    f1_0 = f32_load(memory, i1, 4u);
    f0_0 *= f1_0;
    goto Bfunc;
  }
  i0 = l5;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = l2;
    f1_0 = l3;
    j2 = l4;
    f2_0 = (f32)(j2);
    f1_0 *= f2_0;
    f2_0 = 1;
    f1_0 += f2_0;
    f0_0 /= f1_0;
    goto Bfunc;
  }
  i0 = l5;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    j0 = l4;
    i1 = p0;
    i1 = i32_load(memory, i1, 28u);
    p0 = i1;
    j1 = (u64)(i1);
    i0 = j0 >= j1;
    if (i0) {
      f0_0 = l3;
      goto Bfunc;
    }
    f0_0 = l3;
    f1_0 = l2;
    f2_0 = l3;
    f1_0 -= f2_0;
    j2 = l4;
    i2 = (u32)(j2);
    f2_0 = (f32)(i2);
    i3 = p0;
    f3_0 = (f32)(i3);
    f2_0 /= f3_0;
    f3_0 = 3.14159274;
    f2_0 *= f3_0;
    l2 = f2_0;
    f3_0 = 2.3561945;
    i2 = f2_0 > f3_0;
    if (i2) {
      f2_0 = 3.14159274;
      f3_0 = l2;
      f2_0 -= f3_0;
      f2_0 = w2c_f103(f2_0);
      f2_0 = -(f2_0);
      goto B4;
    }
    f2_0 = l2;
    f2_0 = w2c_f103(f2_0);
    f3_0 = l2;
    f4_0 = 0.785398185;
    i3 = f3_0 <= f4_0;
    if (i3) {goto B4;}
    f2_0 = l2;
    f3_0 = -1.57079637;
    f2_0 += f3_0;
    f3_0 = 4.37113883e-08;
    f2_0 += f3_0;
    l2 = f2_0;
    f3_0 = l2;
    f2_0 *= f3_0;
    l3 = f2_0;
    f3_0 = -0.000195152956;
    f2_0 *= f3_0;
    f3_0 = 0.00833216123;
    f2_0 += f3_0;
    f3_0 = l3;
    f2_0 *= f3_0;
    f3_0 = -0.166666552;
    f2_0 += f3_0;
    f3_0 = l3;
    f2_0 *= f3_0;
    f3_0 = l2;
    f2_0 *= f3_0;
    f3_0 = l2;
    f2_0 += f3_0;
    f2_0 = -(f2_0);
    B4:;
    f3_0 = 1;
    f2_0 += f3_0;
    f3_0 = 0.5;
    f2_0 *= f3_0;
    f1_0 *= f2_0;
    f0_0 += f1_0;
    goto Bfunc;
  }
  f0_0 = l2;
  Bfunc:;
  return f0_0;
}

static void w2c_f83(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2;
  L0: 
    i0 = l2;
    i1 = 12u;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      i1 = l2;
      i0 += i1;
      i1 = p1;
      i2 = 1640531527u;
      i1 -= i2;
      p1 = i1;
      i2 = 16u;
      i1 >>= (i2 & 31);
      i2 = p1;
      i1 ^= i2;
      i2 = 569420461u;
      i1 *= i2;
      l4 = i1;
      i2 = 15u;
      i1 >>= (i2 & 31);
      i2 = l4;
      i1 ^= i2;
      i2 = 1935289751u;
      i1 *= i2;
      l4 = i1;
      i2 = 15u;
      i1 >>= (i2 & 31);
      i2 = l4;
      i1 ^= i2;
      i32_store(memory, i0, 0u, i1);
      i0 = l2;
      i1 = 4u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
  i0 = p0;
  i1 = 1u;
  i32_store(memory, i0, 12u, i1);
  L2: 
    i0 = l3;
    i1 = 12u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p0;
      i0 = w2c_f58(i0);
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L2;
    }
}

static u32 w2c_f84(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0;
  u32 i0, i1, i2, i3, i4;
  i0 = p1;
  i1 = p2;
  i0 = w2c_f26(i0, i1);
  i1 = p0;
  i0 += i1;
  l3 = i0;
  i0 = 6u;
  i1 = p0;
  i2 = p1;
  i3 = 1u;
  i4 = p2;
  i2 = i4 ? i2 : i3;
  i0 = w2c_f12(i0, i1, i2);
  if (i0) {
    i0 = 1u;
  } else {
    i0 = 4u;
    i1 = l3;
    i2 = p1;
    i0 = w2c_f12(i0, i1, i2);
  }
  if (i0) {
    i0 = 1u;
  } else {
    i0 = 5u;
    i1 = l3;
    i2 = p1;
    i3 = 2u;
    i2 <<= (i3 & 31);
    i1 += i2;
    i2 = p1;
    i0 = w2c_f12(i0, i1, i2);
  }
  return i0;
}

static u32 w2c_f85(u32 p0, u32 p1, u32 p2, u32 p3) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = 56u;
  i1 = p0;
  i32_store(memory, i0, 0u, i1);
  i0 = 60u;
  i1 = 1u;
  i2 = 2u;
  i3 = p0;
  i1 = i3 ? i1 : i2;
  i32_store(memory, i0, 0u, i1);
  i0 = 64u;
  i1 = p2;
  i32_store(memory, i0, 0u, i1);
  i0 = 68u;
  i1 = p3;
  i32_store(memory, i0, 0u, i1);
  i0 = 72u;
  i1 = p1;
  i32_store(memory, i0, 0u, i1);
  i0 = globals.g59;
  p0 = i0;
  i1 = 1u;
  i0 -= i1;
  globals.g59 = i0;
  i0 = p0;
  i0 = !(i0);
  return i0;
}

static f32 w2c_f86(f32 p0) {
  f32 f0_0, f1_0;
  f0_0 = p0;
  f1_0 = 3.40282347e+38;
  f0_0 = FMIN(f0_0, f1_0);
  f1_0 = -3.40282347e+38;
  f0_0 = FMAX(f0_0, f1_0);
  return f0_0;
}

static void w2c_f87(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = 1u;
  i1 = p0;
  i2 = globals.g6;
  i1 = i1 != i2;
  i2 = globals.g1;
  i2 = i32_load8_u(memory, i2, 1u);
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = globals.g1;
    i0 = i32_load8_u(memory, i0, 1u);
    l3 = i0;
    i0 = globals.g1;
    f0_0 = f32_load(memory, i0, 16u);
    l5 = f0_0;
    i0 = globals.g6;
    l2 = i0;
    i0 = globals.g10;
    l1 = i0;
    i1 = globals.g0;
    i2 = globals.g5;
    i1 *= i2;
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    l4 = i0;
    L1: 
      i0 = l1;
      i1 = l4;
      i0 = i0 < i1;
      if (i0) {
        i0 = p0;
        i1 = l3;
        f2_0 = l5;
        i3 = l1;
        f3_0 = f32_load(memory, i3, 0u);
        i4 = l2;
        f4_0 = f32_load(memory, i4, 0u);
        f1_0 = w2c_f118(i1, f2_0, f3_0, f4_0);
        f32_store(memory, i0, 0u, f1_0);
        i0 = l1;
        i1 = 4u;
        i0 += i1;
        l1 = i0;
        i0 = l2;
        i1 = 4u;
        i0 += i1;
        l2 = i0;
        i0 = p0;
        i1 = 4u;
        i0 += i1;
        p0 = i0;
        goto L1;
      }
  }
}

static void w2c_f88(u32 p0, u32 p1, u32 p2, u32 p3, u32 p4) {
  u32 l5 = 0, l6 = 0, l7 = 0, l8 = 0, l9 = 0, l10 = 0, l11 = 0, l12 = 0;
  f32 l13 = 0, l14 = 0, l15 = 0, l16 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  f0_0 = 0;
  globals.g50 = f0_0;
  L0: 
    i0 = l5;
    i1 = globals.g54;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l5;
      i0 = w2c_f50(i0);
    } else {
      i0 = 1u;
    }
    i0 = !(i0);
    if (i0) {
      i0 = l5;
      i1 = 1u;
      i0 += i1;
      l5 = i0;
      goto L0;
    }
  i0 = l5;
  globals.g34 = i0;
  i0 = p0;
  globals.g55 = i0;
  i0 = p1;
  globals.g56 = i0;
  i0 = p2;
  globals.g0 = i0;
  w2c_f48();
  L3: 
    i0 = globals.g12;
    i1 = 1u;
    i0 = i0 == i1;
    if (i0) {
      i0 = 0u;
      l5 = i0;
      i0 = w2c_f40();
      i1 = w2c_f14();
      p1 = i1;
      i0 += i1;
      i1 = 0u;
      i2 = globals.g1;
      i2 = w2c_f20(i2);
      i0 = i2 ? i0 : i1;
      l9 = i0;
      L5: 
        i0 = l5;
        i1 = globals.g0;
        i0 = i0 < i1;
        if (i0) {
          i0 = p1;
          p0 = i0;
          i0 = globals.g14;
          i1 = l5;
          i2 = globals.g21;
          i1 *= i2;
          i0 += i1;
          l11 = i0;
          i0 = l5;
          i1 = globals.g5;
          i0 = w2c_f13(i0, i1);
          i1 = globals.g10;
          i0 += i1;
          l12 = i0;
          i0 = globals.g5;
          l6 = i0;
          i0 = 0u;
          p2 = i0;
          i0 = globals.g4;
          l10 = i0;
          i1 = 2u;
          i0 <<= (i1 & 31);
          l7 = i0;
          L7: 
            i0 = p2;
            i1 = l6;
            i0 = (u32)((s32)i0 < (s32)i1);
            if (i0) {
              i0 = p0;
              i1 = l11;
              i2 = l10;
              f0_0 = w2c_f27(i0, i1, i2);
              l13 = f0_0;
              i0 = l12;
              i1 = p2;
              i2 = 2u;
              i1 <<= (i2 & 31);
              l8 = i1;
              i0 += i1;
              i1 = l9;
              if (i1) {
                f1_0 = l13;
                i2 = l8;
                i3 = l9;
                i2 += i3;
                f2_0 = f32_load(memory, i2, 0u);
                f1_0 += f2_0;
              } else {
                f1_0 = l13;
              }
              f32_store(memory, i0, 0u, f1_0);
              i0 = p0;
              i1 = l7;
              i0 += i1;
              p0 = i0;
              i0 = p2;
              i1 = 1u;
              i0 += i1;
              p2 = i0;
              goto L7;
            }
          i0 = l5;
          i1 = 1u;
          i0 += i1;
          l5 = i0;
          goto L5;
        }
    } else {
      i0 = globals.g12;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 0u;
        p1 = i0;
        f0_0 = 0;
        l13 = f0_0;
        i0 = p3;
        if (i0) {
          i0 = w2c_f47();
        } else {
          i0 = 0u;
        }
        globals.g23 = i0;
        L12: 
          i0 = p1;
          i1 = globals.g4;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = p1;
            w2c_f41(i0);
            i0 = globals.g16;
            f0_0 = f32_load(memory, i0, 0u);
            l14 = f0_0;
            i0 = w2c_f2();
            i1 = globals.g16;
            i0 += i1;
            f0_0 = f32_load(memory, i0, 0u);
            l15 = f0_0;
            i0 = globals.g16;
            i1 = w2c_f2();
            i2 = 1u;
            i1 <<= (i2 & 31);
            i0 += i1;
            f0_0 = f32_load(memory, i0, 0u);
            l16 = f0_0;
            i0 = 0u;
            p0 = i0;
            L14: 
              i0 = p0;
              i1 = globals.g0;
              i0 = i0 < i1;
              if (i0) {
                f0_0 = l13;
                i1 = p0;
                f1_0 = w2c_f15(i1);
                f2_0 = l16;
                f1_0 -= f2_0;
                l13 = f1_0;
                f2_0 = l13;
                f1_0 *= f2_0;
                f0_0 += f1_0;
                l13 = f0_0;
                i0 = globals.g10;
                i1 = globals.g22;
                i0 += i1;
                i1 = w2c_f2();
                i2 = p0;
                i1 *= i2;
                i0 += i1;
                f1_0 = l14;
                i2 = p0;
                f2_0 = w2c_f15(i2);
                f3_0 = globals.g28;
                f2_0 -= f3_0;
                f3_0 = globals.g45;
                f2_0 *= f3_0;
                f1_0 *= f2_0;
                f2_0 = l15;
                f1_0 += f2_0;
                f32_store(memory, i0, 0u, f1_0);
                i0 = p0;
                i1 = 1u;
                i0 += i1;
                p0 = i0;
                goto L14;
              }
            i0 = p1;
            i1 = 1u;
            i0 += i1;
            p1 = i0;
            goto L12;
          }
        f0_0 = globals.g50;
        f1_0 = l13;
        f0_0 += f1_0;
        globals.g50 = f0_0;
      } else {
        i0 = globals.g12;
        i1 = 4u;
        i0 = i0 == i1;
        if (i0) {
          i0 = 0u;
          p2 = i0;
          i0 = globals.g1;
          f0_0 = f32_load(memory, i0, 24u);
          l13 = f0_0;
          i0 = globals.g1;
          f0_0 = f32_load(memory, i0, 20u);
          l14 = f0_0;
          i0 = globals.g4;
          i1 = 2u;
          i0 <<= (i1 & 31);
          l5 = i0;
          i0 = w2c_f14();
          i1 = globals.g4;
          i2 = globals.g48;
          i1 = w2c_f26(i1, i2);
          i0 += i1;
          l6 = i0;
          i0 = globals.g10;
          p0 = i0;
          L17: 
            i0 = p2;
            i1 = globals.g0;
            i0 = i0 < i1;
            if (i0) {
              i0 = 0u;
              p1 = i0;
              L19: 
                i0 = p1;
                i1 = l5;
                i0 = i0 < i1;
                if (i0) {
                  i0 = p0;
                  i1 = globals.g14;
                  i2 = p2;
                  i3 = globals.g21;
                  i2 *= i3;
                  i1 += i2;
                  i2 = p1;
                  i1 += i2;
                  f1_0 = f32_load(memory, i1, 0u);
                  l15 = f1_0;
                  f1_0 = wasm_fabsf(f1_0);
                  f2_0 = 9.99999984e+17;
                  i1 = f1_0 < f2_0;
                  if (i1) {
                    f1_0 = l15;
                    i2 = p1;
                    i3 = l6;
                    i2 += i3;
                    f2_0 = f32_load(memory, i2, 0u);
                    i3 = l5;
                    i4 = l6;
                    i3 += i4;
                    i4 = p1;
                    i3 += i4;
                    f3_0 = f32_load(memory, i3, 0u);
                    f4_0 = l13;
                    f5_0 = l14;
                    f1_0 = w2c_f106(f1_0, f2_0, f3_0, f4_0, f5_0);
                  } else {
                    f1_0 = 0;
                  }
                  f32_store(memory, i0, 0u, f1_0);
                  i0 = p1;
                  i1 = 4u;
                  i0 += i1;
                  p1 = i0;
                  i0 = p0;
                  i1 = 4u;
                  i0 += i1;
                  p0 = i0;
                  goto L19;
                }
              i0 = p2;
              i1 = 1u;
              i0 += i1;
              p2 = i0;
              goto L17;
            }
        } else {
          i0 = p3;
          i1 = 0u;
          i2 = globals.g12;
          i3 = 2u;
          i2 = i2 == i3;
          i0 = i2 ? i0 : i1;
          if (i0) {
            i0 = globals.g9;
            i1 = globals.g34;
            i0 = (u32)((s32)i0 > (s32)i1);
            l5 = i0;
            i0 = 0u;
            p1 = i0;
            i0 = 0u;
            p2 = i0;
            f0_0 = 1;
            f1_0 = 1;
            i2 = globals.g1;
            f2_0 = f32_load(memory, i2, 16u);
            l13 = f2_0;
            f1_0 -= f2_0;
            f0_0 /= f1_0;
            l14 = f0_0;
            i0 = globals.g3;
            i0 = w2c_f3(i0);
            i1 = 16u;
            i0 += i1;
            l6 = i0;
            i0 = globals.g4;
            i1 = 2u;
            i0 <<= (i1 & 31);
            l7 = i0;
            L23: 
              i0 = p1;
              i1 = globals.g0;
              i0 = i0 < i1;
              if (i0) {
                i0 = 0u;
                p0 = i0;
                L25: 
                  i0 = p0;
                  i1 = l7;
                  i0 = i0 < i1;
                  if (i0) {
                    f0_0 = l14;
                    f1_0 = 0;
                    i2 = l6;
                    f2_0 = w2c_f11(i2);
                    f3_0 = l13;
                    i2 = f2_0 >= f3_0;
                    f0_0 = i2 ? f0_0 : f1_0;
                    l15 = f0_0;
                    i0 = globals.g10;
                    i1 = p2;
                    i0 += i1;
                    i1 = globals.g14;
                    i2 = p1;
                    i3 = globals.g21;
                    i2 *= i3;
                    i1 += i2;
                    i2 = p0;
                    i1 += i2;
                    f1_0 = f32_load(memory, i1, 0u);
                    f2_0 = l15;
                    f1_0 *= f2_0;
                    f32_store(memory, i0, 0u, f1_0);
                    i0 = l5;
                    if (i0) {
                      i0 = globals.g17;
                      i1 = p2;
                      i0 += i1;
                      f1_0 = l15;
                      f32_store(memory, i0, 0u, f1_0);
                    }
                    i0 = p0;
                    i1 = 4u;
                    i0 += i1;
                    p0 = i0;
                    i0 = p2;
                    i1 = 4u;
                    i0 += i1;
                    p2 = i0;
                    goto L25;
                  }
                i0 = p1;
                i1 = 1u;
                i0 += i1;
                p1 = i0;
                goto L23;
              }
          } else {
            i0 = globals.g14;
            i1 = globals.g21;
            i2 = globals.g10;
            w2c_f89(i0, i1, i2);
          }
        }
      }
    }
    i0 = w2c_f21();
    p0 = i0;
    i1 = 0u;
    i2 = p4;
    i0 = i2 ? i0 : i1;
    i0 = !(i0);
    i1 = globals.g12;
    i2 = 5u;
    i1 = i1 == i2;
    i2 = globals.g12;
    i3 = 1u;
    i2 = i2 == i3;
    i1 |= i2;
    i0 &= i1;
    if (i0) {
      w2c_f90();
    }
    i0 = p0;
    i0 = !(i0);
    if (i0) {
      w2c_f72();
      goto L3;
    }
}

static void w2c_f89(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0, l4 = 0;
  u32 i0, i1, i2, i3;
  i0 = globals.g4;
  i1 = 2u;
  i0 <<= (i1 & 31);
  l4 = i0;
  L0: 
    i0 = l3;
    i1 = globals.g0;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p2;
      i1 = l3;
      i2 = l4;
      i1 *= i2;
      i0 += i1;
      i1 = p0;
      i2 = p1;
      i3 = l3;
      i2 *= i3;
      i1 += i2;
      i2 = l4;
      w2c_f43(i0, i1, i2);
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
}

static void w2c_f90(void) {
  u32 l0 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f1_0;
  L0: 
    i0 = l0;
    i1 = globals.g0;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = globals.g1;
      i0 = i32_load8_u(memory, i0, 1u);
      i1 = globals.g1;
      f1_0 = f32_load(memory, i1, 16u);
      i2 = globals.g10;
      i3 = l0;
      i4 = globals.g5;
      i3 *= i4;
      i4 = 2u;
      i3 <<= (i4 & 31);
      i2 += i3;
      i3 = globals.g5;
      w2c_f168(i0, f1_0, i2, i3);
      i0 = l0;
      i1 = 1u;
      i0 += i1;
      l0 = i0;
      goto L0;
    }
}

static u32 w2c_f91(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f3_0;
  i0 = globals.g3;
  i0 = w2c_f45(i0);
  i1 = globals.g3;
  i1 = w2c_f28(i1);
  i2 = p0;
  f3_0 = 0;
  i0 = w2c_f92(i0, i1, i2, f3_0);
  i1 = globals.g3;
  i1 = w2c_f45(i1);
  i2 = globals.g3;
  i2 = w2c_f28(i2);
  i3 = p0;
  i2 *= i3;
  w2c_f16(i1, i2);
  i1 = globals.g3;
  i1 = w2c_f3(i1);
  i2 = 0u;
  i32_store(memory, i1, 8u, i2);
  return i0;
}

static u32 w2c_f92(u32 p0, u32 p1, u32 p2, f32 p3) {
  u32 l4 = 0, l5 = 0, l6 = 0;
  u64 l10 = 0;
  f32 l7 = 0, l8 = 0, l9 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1, j2;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g3;
  i0 = w2c_f10(i0);
  l4 = i0;
  w2c_f75();
  i0 = p0;
  i1 = p1;
  i2 = p2;
  i3 = 1u;
  i4 = globals.g13;
  i4 = w2c_f39(i4);
  w2c_f88(i0, i1, i2, i3, i4);
  w2c_f167();
  i0 = globals.g3;
  f0_0 = f32_load(memory, i0, 48u);
  l8 = f0_0;
  i0 = globals.g8;
  i1 = 2u;
  i0 <<= (i1 & 31);
  l5 = i0;
  i0 = p0;
  i1 = globals.g26;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l6 = i0;
  i0 = 0u;
  p0 = i0;
  L0: 
    i0 = p0;
    i1 = globals.g0;
    i0 = i0 < i1;
    if (i0) {
      i0 = p1;
      if (i0) {
        i0 = l6;
        i1 = p0;
        i2 = p1;
        i1 *= i2;
        i0 += i1;
        globals.g32 = i0;
      }
      f0_0 = l7;
      f1_0 = l8;
      i2 = globals.g27;
      i3 = p0;
      i4 = l5;
      i3 *= i4;
      i2 += i3;
      f1_0 = w2c_f132(f1_0, i2);
      f0_0 += f1_0;
      l7 = f0_0;
      i0 = p0;
      i1 = 1u;
      i0 += i1;
      p0 = i0;
      goto L0;
    }
  i0 = globals.g7;
  f1_0 = l7;
  i2 = globals.g0;
  f2_0 = (f32)(s32)(i2);
  f1_0 /= f2_0;
  l7 = f1_0;
  f32_store(memory, i0, 40u, f1_0);
  f0_0 = INFINITY;
  f1_0 = globals.g50;
  f2_0 = l7;
  f1_0 += f2_0;
  i2 = globals.g27;
  i3 = globals.g0;
  i4 = globals.g8;
  i3 *= i4;
  p0 = i3;
  f4_0 = INFINITY;
  i2 = w2c_f42(i2, i3, f4_0);
  i3 = p0;
  i2 = (u32)((s32)i2 < (s32)i3);
  f0_0 = i2 ? f0_0 : f1_0;
  i1 = globals.g13;
  i1 = w2c_f39(i1);
  if (i1) {
    w2c_f90();
  }
  i1 = 0u;
  p0 = i1;
  L4: 
    i1 = p0;
    i2 = globals.g0;
    i1 = i1 < i2;
    if (i1) {
      i1 = l6;
      i2 = p0;
      i3 = p1;
      i2 *= i3;
      i1 += i2;
      p2 = i1;
      i1 = p1;
      if (i1) {
        i1 = p2;
        globals.g32 = i1;
      }
      f1_0 = l8;
      i2 = globals.g27;
      i3 = p0;
      i4 = l5;
      i3 *= i4;
      i2 += i3;
      i3 = p1;
      if (i3) {
        i3 = p2;
        i4 = l5;
        i3 += i4;
        f3_0 = f32_load(memory, i3, 0u);
      } else {
        f3_0 = p3;
      }
      i4 = globals.g0;
      f4_0 = (f32)(s32)(i4);
      f3_0 /= f4_0;
      w2c_f133(f1_0, i2, f3_0);
      i1 = p0;
      i2 = 1u;
      i1 += i2;
      p0 = i1;
      goto L4;
    }
  f1_0 = w2c_f130();
  l7 = f1_0;
  f0_0 += f1_0;
  p3 = f0_0;
  f1_0 = p3;
  f0_0 -= f1_0;
  f1_0 = 0;
  i0 = f0_0 != f1_0;
  if (i0) {
    i0 = l4;
    i1 = l4;
    j1 = i64_load(memory, i1, 24u);
    j2 = 1ull;
    j1 += j2;
    i64_store(memory, i0, 24u, j1);
    i0 = 2u;
    goto Bfunc;
  }
  i0 = globals.g3;
  i0 = w2c_f46(i0);
  p0 = i0;
  f0_0 = f32_load(memory, i0, 8u);
  l8 = f0_0;
  i0 = p0;
  i0 = i32_load8_u(memory, i0, 2u);
  globals.g19 = i0;
  i0 = p0;
  i1 = l4;
  f0_0 = w2c_f82(i0, i1);
  globals.g24 = f0_0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 12u);
  globals.g20 = f0_0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 16u);
  globals.g39 = f0_0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 20u);
  globals.g52 = f0_0;
  i0 = globals.g19;
  i1 = 5u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = globals.g39;
    i1 = l4;
    f1_0 = f32_load(memory, i1, 12u);
    f0_0 *= f1_0;
    f1_0 = 1;
    f2_0 = globals.g39;
    f1_0 -= f2_0;
    f0_0 += f1_0;
    p3 = f0_0;
    i0 = l4;
    f1_0 = globals.g20;
    i2 = l4;
    f2_0 = f32_load(memory, i2, 8u);
    f1_0 *= f2_0;
    f2_0 = 1;
    f3_0 = globals.g20;
    f2_0 -= f3_0;
    f1_0 += f2_0;
    l9 = f1_0;
    f32_store(memory, i0, 8u, f1_0);
    i0 = l4;
    f1_0 = p3;
    f32_store(memory, i0, 12u, f1_0);
    f0_0 = globals.g24;
    f1_0 = l9;
    f0_0 /= f1_0;
    globals.g63 = f0_0;
    f0_0 = p3;
    f0_0 = wasm_sqrtf(f0_0);
    globals.g64 = f0_0;
  }
  f0_0 = l8;
  f1_0 = l7;
  f1_0 = wasm_sqrtf(f1_0);
  p3 = f1_0;
  f0_0 /= f1_0;
  f1_0 = 1;
  f2_0 = p3;
  f3_0 = l8;
  i2 = f2_0 > f3_0;
  f3_0 = l8;
  f4_0 = 0;
  i3 = f3_0 > f4_0;
  i2 &= i3;
  f0_0 = i2 ? f0_0 : f1_0;
  p3 = f0_0;
  w2c_f73();
  L10: 
    i0 = globals.g9;
    i1 = globals.g34;
    i0 = (u32)((s32)i0 >= (s32)i1);
    if (i0) {
      i0 = globals.g9;
      i0 = w2c_f50(i0);
      if (i0) {
        i0 = globals.g12;
        i1 = 1u;
        i0 = i0 == i1;
        if (i0) {
          f0_0 = p3;
          w2c_f135(f0_0);
        } else {
          f0_0 = p3;
          w2c_f136(f0_0);
        }
      }
      i0 = globals.g9;
      i1 = globals.g34;
      i0 = i0 == i1;
      if (i0) {goto B12;}
      w2c_f116();
      goto L10;
      B12:;
    }
  i0 = l4;
  i1 = l4;
  j1 = i64_load(memory, i1, 16u);
  j2 = 1ull;
  j1 += j2;
  l10 = j1;
  i64_store(memory, i0, 16u, j1);
  i0 = p0;
  i0 = i32_load8_u(memory, i0, 3u);
  i1 = 1u;
  i0 = i0 != i1;
  if (i0) {goto B15;}
  j0 = l10;
  i1 = p0;
  j1 = i64_load32_u(memory, i1, 28u);
  j0 = REM_U(j0, j1);
  j1 = 0ull;
  i0 = j0 != j1;
  if (i0) {goto B15;}
  i0 = l4;
  i1 = l4;
  f1_0 = f32_load(memory, i1, 4u);
  i2 = p0;
  f2_0 = f32_load(memory, i2, 24u);
  f1_0 *= f2_0;
  f32_store(memory, i0, 4u, f1_0);
  B15:;
  i0 = 0u;
  Bfunc:;
  return i0;
}

static void w2c_f93(void) {
  MEMORY;
  u32 i0, i1;
  u64 j1, j2;
  i0 = globals.g7;
  i1 = globals.g7;
  j1 = i64_load(memory, i1, 64u);
  j2 = 1ull;
  j1 += j2;
  i64_store(memory, i0, 64u, j1);
}

static u32 w2c_f94(u32 p0) {
  u32 l1 = 0, l2 = 0;
  f32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  u64 j1, j2;
  f32 f1_0, f2_0, f3_0, f4_0, f5_0;
  i0 = p0;
  w2c_f51(i0);
  i0 = w2c_f59();
  if (i0) {
    w2c_f93();
    i0 = 4294967295u;
    goto Bfunc;
  }
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 12u);
  i1 = 0u;
  i2 = 1u;
  i3 = 0u;
  i4 = 0u;
  w2c_f88(i0, i1, i2, i3, i4);
  w2c_f75();
  i0 = globals.g33;
  if (i0) {
    i0 = 0u;
    p0 = i0;
    i0 = globals.g8;
    i1 = 2u;
    i0 <<= (i1 & 31);
    l1 = i0;
    L2: 
      i0 = p0;
      i1 = l1;
      i0 = i0 < i1;
      if (i0) {
        i0 = globals.g27;
        i1 = p0;
        i0 += i1;
        l2 = i0;
        i1 = l2;
        f1_0 = f32_load(memory, i1, 0u);
        f2_0 = 0;
        i3 = globals.g57;
        i4 = p0;
        i3 += i4;
        f3_0 = f32_load(memory, i3, 0u);
        l3 = f3_0;
        f4_0 = globals.g58;
        f3_0 = FMAX(f3_0, f4_0);
        f3_0 = wasm_sqrtf(f3_0);
        f4_0 = l3;
        f5_0 = 0;
        i4 = f4_0 == f5_0;
        f2_0 = i4 ? f2_0 : f3_0;
        f1_0 *= f2_0;
        i2 = globals.g33;
        i3 = p0;
        i2 += i3;
        f2_0 = f32_load(memory, i2, 0u);
        f1_0 += f2_0;
        f32_store(memory, i0, 0u, f1_0);
        i0 = p0;
        i1 = 4u;
        i0 += i1;
        p0 = i0;
        goto L2;
      }
  }
  i0 = globals.g27;
  i1 = globals.g8;
  f2_0 = INFINITY;
  i0 = w2c_f42(i0, i1, f2_0);
  p0 = i0;
  i1 = globals.g8;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = 4294967285u;
    i1 = p0;
    f2_0 = 3.40282347e+38;
    i3 = globals.g27;
    i4 = p0;
    i5 = 2u;
    i4 <<= (i5 & 31);
    i3 += i4;
    f3_0 = f32_load(memory, i3, 0u);
    i0 = w2c_f7(i0, i1, f2_0, f3_0);
    goto Bfunc;
  }
  i0 = globals.g7;
  i1 = globals.g7;
  j1 = i64_load(memory, i1, 56u);
  j2 = 1ull;
  j1 += j2;
  i64_store(memory, i0, 56u, j1);
  i0 = 0u;
  Bfunc:;
  return i0;
}

static u32 w2c_f95(u32 p0) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  w2c_f51(i0);
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 16u);
  p0 = i0;
  i0 = w2c_f59();
  if (i0) {
    i0 = 1u;
  } else {
    i0 = globals.g13;
    i1 = p0;
    i2 = globals.g8;
    i3 = globals.g26;
    i0 = w2c_f114(i0, i1, i2, i3);
    i1 = 0u;
    i0 = (u32)((s32)i0 < (s32)i1);
  }
  if (i0) {
    w2c_f60();
    i0 = 4294967295u;
    goto Bfunc;
  }
  i0 = p0;
  globals.g32 = i0;
  i0 = w2c_f96();
  Bfunc:;
  return i0;
}

static u32 w2c_f96(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0, l6 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6;
  u64 j1, j2;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0;
  i0 = globals.g7;
  f0_0 = f32_load(memory, i0, 44u);
  l5 = f0_0;
  i0 = globals.g7;
  f1_0 = 1;
  f32_store(memory, i0, 44u, f1_0);
  i0 = globals.g7;
  i0 = i32_load(memory, i0, 12u);
  l0 = i0;
  w2c_f48();
  i0 = globals.g12;
  i1 = 4u;
  i0 = i0 == i1;
  if (i0) {
    i0 = w2c_f14();
    i1 = l0;
    i2 = globals.g4;
    i3 = globals.g48;
    i4 = globals.g1;
    f4_0 = f32_load(memory, i4, 16u);
    i5 = globals.g1;
    f5_0 = f32_load(memory, i5, 24u);
    i6 = globals.g1;
    f6_0 = f32_load(memory, i6, 20u);
    w2c_f107(i0, i1, i2, i3, f4_0, f5_0, f6_0);
  }
  i0 = globals.g3;
  i0 = i32_load(memory, i0, 16u);
  i1 = 4u;
  i0 &= i1;
  if (i0) {
    i0 = globals.g3;
    i0 = w2c_f44(i0);
    i1 = globals.g7;
    i1 = i32_load(memory, i1, 16u);
    i2 = globals.g8;
    i3 = 0u;
    i4 = globals.g3;
    f4_0 = f32_load(memory, i4, 60u);
    i5 = globals.g3;
    f5_0 = f32_load(memory, i5, 64u);
    i6 = globals.g3;
    f6_0 = f32_load(memory, i6, 68u);
    w2c_f107(i0, i1, i2, i3, f4_0, f5_0, f6_0);
  }
  i0 = globals.g3;
  i0 = w2c_f3(i0);
  l2 = i0;
  i1 = l2;
  j1 = i64_load(memory, i1, 0u);
  j2 = 1ull;
  j1 += j2;
  i64_store(memory, i0, 0u, j1);
  i0 = globals.g44;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = l0;
    i1 = 0u;
    i2 = 1u;
    f3_0 = l5;
    i0 = w2c_f92(i0, i1, i2, f3_0);
    goto Bfunc;
  }
  i0 = globals.g3;
  i0 = w2c_f45(i0);
  i1 = globals.g3;
  i1 = w2c_f28(i1);
  i2 = l2;
  i2 = i32_load(memory, i2, 8u);
  l4 = i2;
  i1 *= i2;
  i0 += i1;
  l1 = i0;
  L3: 
    i0 = l3;
    i1 = globals.g26;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l1;
      i1 = l0;
      f1_0 = f32_load(memory, i1, 0u);
      l6 = f1_0;
      f2_0 = 3.00000001e+38;
      f3_0 = l6;
      f4_0 = l6;
      i3 = f3_0 == f4_0;
      f1_0 = i3 ? f1_0 : f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      i0 = l1;
      i1 = 4u;
      i0 += i1;
      l1 = i0;
      i0 = l0;
      i1 = 4u;
      i0 += i1;
      l0 = i0;
      goto L3;
    }
  i0 = 0u;
  l0 = i0;
  L5: 
    i0 = l0;
    i1 = globals.g8;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l1;
      i1 = l0;
      f1_0 = w2c_f76(i1);
      f32_store(memory, i0, 0u, f1_0);
      i0 = l0;
      i1 = 1u;
      i0 += i1;
      l0 = i0;
      i0 = l1;
      i1 = 4u;
      i0 += i1;
      l1 = i0;
      goto L5;
    }
  i0 = l1;
  f1_0 = l5;
  f32_store(memory, i0, 0u, f1_0);
  i0 = l2;
  i1 = l4;
  i2 = 1u;
  i1 += i2;
  l0 = i1;
  i32_store(memory, i0, 8u, i1);
  i0 = l0;
  i1 = globals.g44;
  i0 = i0 == i1;
  if (i0) {
    i0 = globals.g44;
    i0 = w2c_f91(i0);
  } else {
    i0 = 1u;
  }
  Bfunc:;
  return i0;
}

static u32 w2c_f97(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  i0 = p0;
  w2c_f51(i0);
  w2c_f73();
  i0 = p1;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  i1 = globals.g1;
  i1 = i32_load8_u(memory, i1, 1u);
  i2 = 5u;
  i1 = i1 == i2;
  if (i1) {
    i1 = globals.g8;
  } else {
    i1 = 2u;
    i2 = 0u;
    i3 = globals.g8;
    i4 = 1u;
    i3 = i3 == i4;
    i4 = globals.g1;
    i4 = i32_load8_u(memory, i4, 1u);
    i5 = 1u;
    i4 = i4 == i5;
    i3 &= i4;
    i1 = i3 ? i1 : i2;
  }
  p0 = i1;
  i2 = p1;
  i1 = (u32)((s32)i1 <= (s32)i2);
  i0 |= i1;
  if (i0) {
    i0 = 4294967287u;
    i1 = 0u;
    i2 = p0;
    i3 = p1;
    i0 = w2c_f0(i0, i1, i2, i3);
    w2c_f60();
    i0 = 4294967295u;
    goto Bfunc;
  }
  i0 = w2c_f59();
  if (i0) {
    w2c_f60();
    i0 = 4294967295u;
    goto Bfunc;
  }
  i0 = 0u;
  globals.g32 = i0;
  i0 = 1u;
  i1 = p1;
  i0 -= i1;
  i1 = p1;
  i2 = globals.g8;
  i3 = 1u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  globals.g66 = i0;
  i0 = w2c_f96();
  Bfunc:;
  return i0;
}

static u32 w2c_f98(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f37(i0);
  l4 = i0;
  i0 = globals.g38;
  l1 = i0;
  L0: 
    i0 = l1;
    if (i0) {
      i0 = l1;
      i0 = i32_load(memory, i0, 0u);
      i1 = l4;
      i0 = i0 != i1;
    } else {
      i0 = 0u;
    }
    if (i0) {
      i0 = l1;
      l2 = i0;
      i0 = i32_load(memory, i0, 8u);
      l1 = i0;
      goto L0;
    }
  i0 = l1;
  i0 = !(i0);
  if (i0) {goto B3;}
  i0 = l1;
  i0 = i32_load(memory, i0, 4u);
  l3 = i0;
  if (i0) {
    i0 = l1;
    i1 = l3;
    i1 = i32_load(memory, i1, 4u);
    i32_store(memory, i0, 4u, i1);
    goto B3;
  }
  i0 = l2;
  if (i0) {
    i0 = l2;
    i1 = l1;
    i1 = i32_load(memory, i1, 8u);
    i32_store(memory, i0, 8u, i1);
  } else {
    i0 = l1;
    i0 = i32_load(memory, i0, 8u);
    globals.g38 = i0;
  }
  i0 = l1;
  l3 = i0;
  B3:;
  i0 = l3;
  if (i0) {
    i0 = l3;
    goto Bfunc;
  }
  i0 = p0;
  i0 = w2c_f99(i0);
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = globals.g18;
  i1 = p0;
  i1 = w2c_f37(i1);
  i2 = globals.g18;
  i1 += i2;
  globals.g18 = i1;
  Bfunc:;
  return i0;
}

static u32 w2c_f99(u32 p0) {
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1;
  i0 = w2c_f24();
  j0 = (u64)(i0);
  i1 = p0;
  j1 = (u64)(i1);
  j0 += j1;
  i1 = globals.g35;
  j1 = (u64)(i1);
  i0 = j0 <= j1;
  if (i0) {
    i0 = 0u;
  } else {
    i0 = 4294967294u;
    i1 = 0u;
    i2 = p0;
    i3 = globals.g35;
    i4 = globals.g18;
    i3 -= i4;
    i0 = w2c_f0(i0, i1, i2, i3);
  }
  i0 = !(i0);
  return i0;
}

static u32 w2c_f100(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  u64 j1, j2, j3;
  i0 = p0;
  i1 = 80u;
  i0 = i0 >= i1;
  i1 = globals.g51;
  i2 = 80u;
  i1 += i2;
  j1 = (u64)(i1);
  i2 = p0;
  j2 = (u64)(i2);
  i3 = p1;
  j3 = (u64)(i3);
  j2 += j3;
  i1 = j1 >= j2;
  i0 &= i1;
  return i0;
}

static u32 w2c_f101(void) {
  u32 i0, i1;
  i0 = w2c_f24();
  i0 = globals.g35;
  i1 = 80u;
  i0 -= i1;
  return i0;
}

static f32 w2c_f102(u32 p0) {
  u32 i0, i1;
  f32 f0_0;
  i0 = p0;
  i1 = 127u;
  i0 += i1;
  i1 = 23u;
  i0 <<= (i1 & 31);
  f0_0 = f32_reinterpret_i32(i0);
  return f0_0;
}

static f32 w2c_f103(f32 p0) {
  f32 f0_0, f1_0, f2_0;
  f0_0 = p0;
  f1_0 = p0;
  f0_0 *= f1_0;
  p0 = f0_0;
  f1_0 = 2.44331568e-05;
  f0_0 *= f1_0;
  f1_0 = -0.00138873165;
  f0_0 += f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = 0.0416666456;
  f0_0 += f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = p0;
  f2_0 = 0.5;
  f1_0 *= f2_0;
  f0_0 -= f1_0;
  f1_0 = 1;
  f0_0 += f1_0;
  return f0_0;
}

static f32 w2c_f104(f32 p0, f32 p1, f32 p2) {
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  f0_0 = p1;
  f1_0 = p2;
  f0_0 -= f1_0;
  f0_0 = w2c_f38(f0_0);
  p1 = f0_0;
  i0 = globals.g13;
  i0 = !(i0);
  if (i0) {
    f0_0 = p1;
    f1_0 = p1;
    f0_0 += f1_0;
    goto Bfunc;
  }
  i0 = globals.g13;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = 1;
    f1_0 = -1;
    f2_0 = 0;
    f3_0 = p1;
    f4_0 = 0;
    i3 = f3_0 < f4_0;
    f1_0 = i3 ? f1_0 : f2_0;
    f2_0 = p1;
    f3_0 = 0;
    i2 = f2_0 > f3_0;
    f0_0 = i2 ? f0_0 : f1_0;
    goto Bfunc;
  }
  i0 = globals.g13;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = p0;
    f0_0 = -(f0_0);
    f1_0 = p0;
    f2_0 = p1;
    f1_0 = FMIN(f1_0, f2_0);
    f0_0 = FMAX(f0_0, f1_0);
    goto Bfunc;
  }
  f0_0 = p1;
  Bfunc:;
  return f0_0;
}

static u32 w2c_f105(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  u64 j0, j1, j2;
  f32 f1_0;
  j0 = globals.g43;
  i0 = (u32)(j0);
  l2 = i0;
  i0 = w2c_f98(i0);
  l1 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = p0;
  i1 = l1;
  i0 = i0 < i1;
  if (i0) {
    i0 = p0;
    i1 = p0;
    i1 = i32_load(memory, i1, 8u);
    i0 += i1;
    i1 = l1;
    i0 = i0 > i1;
  } else {
    i0 = 0u;
  }
  if (i0) {
    i0 = l1;
    i1 = l2;
    w2c_f61(i0, i1);
    i0 = 4294967294u;
    i1 = p0;
    i2 = 0u;
    i3 = 0u;
    i0 = w2c_f0(i0, i1, i2, i3);
    i0 = 0u;
    goto Bfunc;
  }
  i0 = p0;
  i1 = l1;
  i0 = i0 != i1;
  if (i0) {
    i0 = l1;
    i1 = p0;
    i2 = p0;
    i2 = i32_load(memory, i2, 8u);
    w2c_f43(i0, i1, i2);
  }
  i0 = l1;
  i0 = i32_load(memory, i0, 16u);
  i1 = 1u;
  i0 &= i1;
  if (i0) {
    i0 = l1;
    w2c_f123(i0);
  }
  i0 = l1;
  i0 = i32_load(memory, i0, 8u);
  i0 = w2c_f37(i0);
  i1 = l1;
  i0 += i1;
  l7 = i0;
  i1 = l1;
  i2 = l2;
  i1 += i2;
  i2 = l7;
  i1 -= i2;
  w2c_f16(i0, i1);
  i0 = l1;
  i0 = i32_load(memory, i0, 24u);
  i1 = 2u;
  i0 <<= (i1 & 31);
  l3 = i0;
  i1 = l7;
  i2 = 72u;
  i1 += i2;
  l4 = i1;
  i2 = l1;
  i2 = i32_load(memory, i2, 20u);
  i3 = 2u;
  i2 <<= (i3 & 31);
  i1 += i2;
  l5 = i1;
  i0 += i1;
  l6 = i0;
  j1 = globals.g40;
  i1 = (u32)(j1);
  i0 += i1;
  l8 = i0;
  j1 = globals.g41;
  i1 = (u32)(j1);
  i0 += i1;
  p0 = i0;
  i0 = l7;
  i1 = l1;
  i32_store(memory, i0, 0u, i1);
  i0 = l7;
  i1 = l2;
  i32_store(memory, i0, 8u, i1);
  i0 = l7;
  i1 = l4;
  i32_store(memory, i0, 12u, i1);
  i0 = l7;
  i1 = l5;
  i32_store(memory, i0, 16u, i1);
  i0 = l7;
  i1 = l6;
  i32_store(memory, i0, 20u, i1);
  i0 = l7;
  i1 = l8;
  i2 = l3;
  i3 = l1;
  i3 = i32_load(memory, i3, 52u);
  i2 *= i3;
  i1 -= i2;
  i32_store(memory, i0, 24u, i1);
  i0 = l7;
  i1 = l8;
  i32_store(memory, i0, 28u, i1);
  i0 = l7;
  i1 = p0;
  i32_store(memory, i0, 32u, i1);
  i0 = l7;
  i1 = p0;
  j2 = globals.g42;
  i2 = (u32)(j2);
  i1 += i2;
  i32_store(memory, i0, 36u, i1);
  i0 = l7;
  f1_0 = 1;
  f32_store(memory, i0, 44u, f1_0);
  i0 = l7;
  Bfunc:;
  return i0;
}

static f32 w2c_f106(f32 p0, f32 p1, f32 p2, f32 p3, f32 p4) {
  u32 i0, i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = p2;
  f1_0 = 0;
  i0 = f0_0 == f1_0;
  if (i0) {
    f0_0 = 0;
    goto Bfunc;
  }
  f0_0 = p3;
  f0_0 = -(f0_0);
  f1_0 = p0;
  f2_0 = p1;
  f1_0 -= f2_0;
  f2_0 = p2;
  f3_0 = p4;
  f2_0 = FMAX(f2_0, f3_0);
  f2_0 = wasm_sqrtf(f2_0);
  f1_0 /= f2_0;
  p0 = f1_0;
  f2_0 = p3;
  f1_0 = FMIN(f1_0, f2_0);
  f0_0 = FMAX(f0_0, f1_0);
  f1_0 = p0;
  f2_0 = p3;
  f3_0 = 0;
  i2 = f2_0 > f3_0;
  f0_0 = i2 ? f0_0 : f1_0;
  Bfunc:;
  return f0_0;
}

static void w2c_f107(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, f32 p5, f32 p6) {
  u32 l12 = 0, l13 = 0, l14 = 0, l15 = 0, l16 = 0, l17 = 0, l18 = 0;
  f32 l7 = 0, l8 = 0, l9 = 0, l10 = 0, l11 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  i0 = p0;
  i1 = p2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  l12 = i1;
  i2 = 4u;
  i3 = p3;
  i1 = i3 ? i1 : i2;
  i0 += i1;
  l14 = i0;
  i0 = p2;
  i1 = p3;
  i0 = w2c_f26(i0, i1);
  i1 = p0;
  i0 += i1;
  l13 = i0;
  i0 = 0u;
  p2 = i0;
  L0: 
    i0 = p2;
    i1 = l12;
    i0 = i0 < i1;
    if (i0) {
      i0 = p1;
      i1 = p2;
      i0 += i1;
      f0_0 = f32_load(memory, i0, 0u);
      l7 = f0_0;
      f0_0 = wasm_fabsf(f0_0);
      f1_0 = 9.99999984e+17;
      i0 = f0_0 < f1_0;
      if (i0) {
        i0 = 0u;
        i1 = p2;
        i2 = p3;
        i0 = i2 ? i0 : i1;
        i0 = !(i0);
        if (i0) {
          f0_0 = p4;
          f1_0 = 1;
          i0 = f0_0 < f1_0;
          f1_0 = p5;
          f2_0 = 0;
          i1 = f1_0 > f2_0;
          i0 &= i1;
          i1 = l14;
          i2 = p2;
          i3 = 0u;
          i4 = p3;
          i2 = i4 ? i2 : i3;
          l18 = i2;
          i1 += i2;
          l15 = i1;
          i1 = i32_load(memory, i1, 0u);
          l17 = i1;
          i2 = 20u;
          i1 = i1 >= i2;
          i0 &= i1;
          l16 = i0;
          i0 = l17;
          i1 = 4294967295u;
          i0 = i0 != i1;
          if (i0) {
            i0 = l15;
            i1 = l17;
            i2 = 1u;
            i1 += i2;
            i32_store(memory, i0, 0u, i1);
          }
          f0_0 = p4;
          i1 = p0;
          i2 = l18;
          i1 += i2;
          l15 = i1;
          f1_0 = f32_load(memory, i1, 0u);
          f0_0 *= f1_0;
          f1_0 = 1;
          f0_0 += f1_0;
          l8 = f0_0;
          i0 = l15;
          f1_0 = l8;
          f32_store(memory, i0, 0u, f1_0);
        }
        i0 = l12;
        i1 = l13;
        i0 += i1;
        i1 = p2;
        i0 += i1;
        f0_0 = f32_load(memory, i0, 0u);
        l9 = f0_0;
        i0 = p2;
        i1 = l13;
        i0 += i1;
        l15 = i0;
        f0_0 = f32_load(memory, i0, 0u);
        l10 = f0_0;
        i0 = l16;
        if (i0) {
          f0_0 = l10;
          f1_0 = p5;
          f2_0 = p6;
          f3_0 = l9;
          f2_0 = FMAX(f2_0, f3_0);
          f2_0 = wasm_sqrtf(f2_0);
          f1_0 *= f2_0;
          l11 = f1_0;
          f0_0 -= f1_0;
          f1_0 = l7;
          f2_0 = l10;
          f3_0 = l11;
          f2_0 += f3_0;
          f1_0 = FMIN(f1_0, f2_0);
          f0_0 = FMAX(f0_0, f1_0);
          l7 = f0_0;
        }
        i0 = l15;
        f1_0 = l10;
        f2_0 = l7;
        f3_0 = l10;
        f2_0 -= f3_0;
        l10 = f2_0;
        f3_0 = l8;
        f2_0 /= f3_0;
        f1_0 += f2_0;
        l11 = f1_0;
        f32_store(memory, i0, 0u, f1_0);
        i0 = l12;
        i1 = l13;
        i0 += i1;
        i1 = p2;
        i0 += i1;
        f1_0 = 0;
        f2_0 = l9;
        f3_0 = l10;
        f4_0 = l7;
        f5_0 = l11;
        f4_0 -= f5_0;
        f3_0 *= f4_0;
        f4_0 = l9;
        f3_0 -= f4_0;
        f4_0 = l8;
        f3_0 /= f4_0;
        f2_0 += f3_0;
        l7 = f2_0;
        f3_0 = l7;
        f4_0 = 1.17549435e-38;
        i3 = f3_0 < f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
        f32_store(memory, i0, 0u, f1_0);
      }
      i0 = p2;
      i1 = 4u;
      i0 += i1;
      p2 = i0;
      goto L0;
    }
}

static void w2c_f108(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f2_0;
  i0 = globals.g31;
  i1 = 1u;
  i2 = globals.g4;
  i1 = w2c_f13(i1, i2);
  w2c_f16(i0, i1);
  L0: 
    i0 = l1;
    i1 = globals.g0;
    i0 = i0 < i1;
    if (i0) {
      i0 = globals.g31;
      i1 = globals.g14;
      i2 = l1;
      i3 = globals.g21;
      i2 *= i3;
      i1 += i2;
      i2 = l1;
      i3 = globals.g5;
      i2 = w2c_f13(i2, i3);
      i3 = globals.g6;
      i2 += i3;
      i3 = p0;
      i4 = 2u;
      i3 <<= (i4 & 31);
      i2 += i3;
      f2_0 = f32_load(memory, i2, 0u);
      i3 = globals.g4;
      w2c_f67(i0, i1, f2_0, i3);
      i0 = l1;
      i1 = 1u;
      i0 += i1;
      l1 = i0;
      goto L0;
    }
}

static f32 w2c_f109(u32 p0) {
  u32 l1 = 0;
  f32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0;
  L0: 
    i0 = l1;
    i1 = globals.g0;
    i0 = i0 < i1;
    if (i0) {
      f0_0 = l2;
      i1 = l1;
      i2 = globals.g5;
      i1 = w2c_f13(i1, i2);
      i2 = globals.g6;
      i1 += i2;
      i2 = p0;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      f0_0 += f1_0;
      l2 = f0_0;
      i0 = l1;
      i1 = 1u;
      i0 += i1;
      l1 = i0;
      goto L0;
    }
  f0_0 = l2;
  return f0_0;
}

static u32 w2c_output_size(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i0 = i32_load(memory, i0, 24u);
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_f111(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p1;
  if (i0) {
    i0 = p0;
    i0 = w2c_f9(i0);
    i1 = p1;
    i2 = 1u;
    i1 -= i2;
    i2 = 5u;
    i1 <<= (i2 & 31);
    i0 += i1;
    i0 = i32_load(memory, i0, 4u);
  } else {
    i0 = p0;
    i0 = i32_load(memory, i0, 20u);
  }
  return i0;
}

static u32 w2c_f112(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  i0 = 0u;
  i1 = p0;
  i2 = 12u;
  i0 = w2c_f117(i0, i1, i2);
  i1 = p0;
  i2 = 16u;
  i1 += i2;
  i2 = p1;
  i3 = 16u;
  i2 -= i3;
  i0 = w2c_f117(i0, i1, i2);
  return i0;
}

static u32 w2c_f113(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = p1;
  i0 = w2c_f111(i0, i1);
  i1 = p0;
  i1 = w2c_f9(i1);
  i2 = p1;
  i3 = 5u;
  i2 <<= (i3 & 31);
  i1 += i2;
  i1 = i32_load(memory, i1, 4u);
  i0 *= i1;
  return i0;
}

static u32 w2c_f114(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 l4 = 0, l5 = 0;
  f32 l6 = 0, l7 = 0, l8 = 0, l9 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  i0 = p0;
  i1 = 4u;
  i0 = i0 == i1;
  l4 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = p0;
    i1 = 3u;
    i0 = i0 == i1;
    l4 = i0;
  }
  f0_0 = 0;
  f1_0 = -9.99999984e+17;
  i2 = l4;
  f0_0 = i2 ? f0_0 : f1_0;
  l7 = f0_0;
  f0_0 = 1;
  f1_0 = 1.00001001;
  f2_0 = 9.99999984e+17;
  i3 = l4;
  f1_0 = i3 ? f1_0 : f2_0;
  i2 = p0;
  i3 = 4u;
  i2 = i2 == i3;
  f0_0 = i2 ? f0_0 : f1_0;
  l9 = f0_0;
  L1: 
    i0 = p2;
    i1 = l5;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      f0_0 = l7;
      i1 = p1;
      i2 = l5;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      l6 = f1_0;
      i0 = f0_0 <= f1_0;
      l4 = i0;
      if (i0) {
        f0_0 = l6;
        f1_0 = l9;
        i0 = f0_0 <= f1_0;
        l4 = i0;
      }
      f0_0 = l6;
      f0_0 = wasm_fabsf(f0_0);
      f1_0 = 9.99999984e+17;
      i0 = f0_0 < f1_0;
      i1 = l4;
      i2 = l4;
      i0 = i2 ? i0 : i1;
      i0 = !(i0);
      if (i0) {
        i0 = 4294967288u;
        i1 = p3;
        i2 = l5;
        i1 += i2;
        f2_0 = l7;
        f3_0 = l9;
        f4_0 = l6;
        f5_0 = l7;
        i4 = f4_0 < f5_0;
        f2_0 = i4 ? f2_0 : f3_0;
        f3_0 = l6;
        i0 = w2c_f7(i0, i1, f2_0, f3_0);
        goto Bfunc;
      }
      f0_0 = l8;
      f1_0 = l6;
      f0_0 += f1_0;
      l8 = f0_0;
      i0 = l5;
      i1 = 1u;
      i0 += i1;
      l5 = i0;
      goto L1;
    }
  f0_0 = l8;
  f1_0 = -1;
  f0_0 += f1_0;
  f0_0 = wasm_fabsf(f0_0);
  f1_0 = 9.99999975e-06;
  i0 = f0_0 <= f1_0;
  i0 = !(i0);
  i1 = p0;
  i2 = 3u;
  i1 = i1 == i2;
  i0 &= i1;
  if (i0) {
    i0 = 4294967288u;
    i1 = p2;
    i2 = p3;
    i1 += i2;
    f2_0 = 1;
    f3_0 = l8;
    i0 = w2c_f7(i0, i1, f2_0, f3_0);
  } else {
    i0 = 0u;
  }
  Bfunc:;
  return i0;
}

static u32 w2c_f115(f32 p0) {
  u32 i0, i1;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = p0;
  f1_0 = 9.99999984e+17;
  i0 = f0_0 < f1_0;
  f1_0 = p0;
  f2_0 = 0;
  i1 = f1_0 >= f2_0;
  i0 &= i1;
  if (i0) {
    i0 = 0u;
  } else {
    i0 = 4294967288u;
    i1 = 4294967295u;
    f2_0 = 9.99999984e+17;
    f3_0 = p0;
    i0 = w2c_f7(i0, i1, f2_0, f3_0);
  }
  return i0;
}

static void w2c_f116(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g14;
  globals.g10 = i0;
  i0 = globals.g17;
  globals.g6 = i0;
  i0 = globals.g9;
  i1 = 1u;
  i0 -= i1;
  globals.g9 = i0;
  i0 = globals.g1;
  i1 = 32u;
  i0 -= i1;
  globals.g1 = i0;
  i0 = globals.g9;
  if (i0) {
    i0 = globals.g1;
    i1 = 32u;
    i0 -= i1;
    i0 = i32_load(memory, i0, 4u);
  } else {
    i0 = globals.g26;
  }
  globals.g4 = i0;
  i0 = globals.g10;
  i1 = globals.g4;
  i1 = w2c_f52(i1);
  i0 -= i1;
  i1 = globals.g55;
  i2 = globals.g9;
  i0 = i2 ? i0 : i1;
  globals.g14 = i0;
  i0 = globals.g4;
  i1 = 2u;
  i0 <<= (i1 & 31);
  i1 = globals.g56;
  i2 = globals.g9;
  i0 = i2 ? i0 : i1;
  globals.g21 = i0;
  i0 = globals.g6;
  i1 = globals.g4;
  i1 = w2c_f52(i1);
  i0 -= i1;
  globals.g17 = i0;
  w2c_f74();
}

static u32 w2c_f117(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i1 = 4294967295u;
  i0 ^= i1;
  p0 = i0;
  i0 = p1;
  i1 = p2;
  i0 += i1;
  l3 = i0;
  L0: 
    i0 = p1;
    i1 = l3;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      i1 = p1;
      i1 = i32_load8_u(memory, i1, 0u);
      i0 ^= i1;
      p0 = i0;
      i0 = 0u;
      p2 = i0;
      L2: 
        i0 = p2;
        i1 = 8u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = 0u;
          i1 = p0;
          i2 = 1u;
          i1 &= i2;
          i0 -= i1;
          i1 = 3988292384u;
          i0 &= i1;
          i1 = p0;
          i2 = 1u;
          i1 >>= (i2 & 31);
          i0 ^= i1;
          p0 = i0;
          i0 = p2;
          i1 = 1u;
          i0 += i1;
          p2 = i0;
          goto L2;
        }
      i0 = p1;
      i1 = 1u;
      i0 += i1;
      p1 = i0;
      goto L0;
    }
  i0 = p0;
  i1 = 4294967295u;
  i0 ^= i1;
  return i0;
}

static f32 w2c_f118(u32 p0, f32 p1, f32 p2, f32 p3) {
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = p3;
    f1_0 = 0;
    f2_0 = p2;
    f3_0 = 0;
    i2 = f2_0 > f3_0;
    f0_0 = i2 ? f0_0 : f1_0;
    goto Bfunc;
  }
  i0 = p0;
  i1 = 4u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = p3;
    f1_0 = p1;
    f2_0 = p3;
    f1_0 *= f2_0;
    f2_0 = p2;
    f3_0 = 0;
    i2 = f2_0 > f3_0;
    f0_0 = i2 ? f0_0 : f1_0;
    goto Bfunc;
  }
  i0 = p0;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = p3;
    f1_0 = 1;
    f2_0 = p2;
    f3_0 = p2;
    f2_0 *= f3_0;
    f1_0 -= f2_0;
    f0_0 *= f1_0;
    goto Bfunc;
  }
  i0 = p0;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = p3;
    f1_0 = p2;
    f2_0 = 1;
    f3_0 = p2;
    f2_0 -= f3_0;
    f1_0 *= f2_0;
    f0_0 *= f1_0;
    goto Bfunc;
  }
  f0_0 = p3;
  Bfunc:;
  return f0_0;
}

static u32 w2c_f119(u32 p0, u32 p1) {
  u64 l2 = 0, l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1, j2, j3, j4, j5;
  f32 f2_0;
  i0 = p0;
  globals.g2 = i0;
  i0 = 0u;
  globals.g11 = i0;
  i0 = 16u;
  i1 = globals.g2;
  i1 = i32_load(memory, i1, 16u);
  p0 = i1;
  i2 = 4294967288u;
  i1 &= i2;
  i2 = 0u;
  i3 = 0u;
  w2c_f6(i0, i1, i2, i3);
  i0 = 20u;
  i1 = 1u;
  i2 = 16777216u;
  w2c_f4(i0, i1, i2);
  i0 = 24u;
  i1 = 1u;
  i2 = 16777216u;
  w2c_f4(i0, i1, i2);
  i0 = 36u;
  i1 = 1u;
  i2 = 1u;
  w2c_f22(i0, i1, i2);
  i0 = 38u;
  i1 = 0u;
  i2 = 0u;
  w2c_f22(i0, i1, i2);
  i0 = 40u;
  i1 = 0u;
  i2 = 0u;
  w2c_f22(i0, i1, i2);
  i0 = 42u;
  i1 = 1u;
  i2 = 65535u;
  w2c_f22(i0, i1, i2);
  i0 = 44u;
  i1 = 0u;
  i2 = 4u;
  w2c_f4(i0, i1, i2);
  i0 = 48u;
  i1 = globals.g2;
  i1 = i32_load8_u(memory, i1, 44u);
  i2 = 2u;
  i1 = i1 == i2;
  w2c_f54(i0, i1);
  i0 = 52u;
  i1 = 1u;
  i2 = 1048576u;
  w2c_f4(i0, i1, i2);
  i0 = 60u;
  i1 = p0;
  i2 = 4u;
  i1 &= i2;
  i2 = 0u;
  i1 = i1 != i2;
  p0 = i1;
  w2c_f57(i0, i1);
  i0 = 64u;
  i1 = p0;
  f2_0 = 9.99999984e+17;
  w2c_f5(i0, i1, f2_0);
  i0 = 68u;
  i1 = p0;
  f2_0 = 9.99999984e+17;
  w2c_f5(i0, i1, f2_0);
  i0 = p0;
  if (i0) {
    i0 = 44u;
    i1 = 2u;
    w2c_f30(i0, i1);
  }
  i0 = 72u;
  i1 = 0u;
  i2 = 0u;
  w2c_f4(i0, i1, i2);
  i0 = 76u;
  i1 = 0u;
  i2 = 0u;
  w2c_f4(i0, i1, i2);
  i0 = globals.g11;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = globals.g11;
    goto Bfunc;
  }
  i0 = globals.g2;
  i0 = i32_load(memory, i0, 16u);
  i1 = 1u;
  i0 &= i1;
  i1 = globals.g2;
  j1 = i64_load16_u(memory, i1, 42u);
  l4 = j1;
  j2 = 5ull;
  j1 <<= (j2 & 63);
  j2 = 128ull;
  j1 += j2;
  l2 = j1;
  i2 = p1;
  j2 = (u64)(i2);
  i1 = j1 != j2;
  i0 &= i1;
  i1 = p1;
  j1 = (u64)(i1);
  j2 = l2;
  i1 = j1 < j2;
  i0 |= i1;
  if (i0) {
    i0 = 4294967293u;
    i1 = 8u;
    j2 = l2;
    i2 = (u32)(j2);
    i3 = p1;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = 28u;
  j1 = l2;
  j2 = 15ull;
  j1 += j2;
  j2 = 18446744073709551600ull;
  j1 &= j2;
  l3 = j1;
  i1 = (u32)(j1);
  w2c_f56(i0, i1);
  L3: 
    j0 = l2;
    j1 = l3;
    i0 = j0 < j1;
    j1 = l2;
    i2 = p1;
    j2 = (u64)(i2);
    i1 = j1 < j2;
    i0 &= i1;
    if (i0) {
      j0 = l2;
      i0 = (u32)(j0);
      i1 = globals.g2;
      j2 = l2;
      i2 = (u32)(j2);
      i1 += i2;
      i1 = i32_load8_u(memory, i1, 0u);
      i2 = 0u;
      i3 = 0u;
      w2c_f6(i0, i1, i2, i3);
      j0 = l2;
      j1 = 1ull;
      j0 += j1;
      l2 = j0;
      goto L3;
    }
  w2c_f120();
  i0 = globals.g11;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = globals.g11;
    goto Bfunc;
  }
  j0 = l3;
  j1 = 18446744073709551552ull;
  j0 -= j1;
  j1 = l4;
  j2 = 2ull;
  j1 <<= (j2 & 63);
  j0 += j1;
  globals.g15 = j0;
  j0 = l4;
  i0 = (u32)(j0);
  w2c_f121(i0);
  i0 = globals.g11;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = globals.g11;
    goto Bfunc;
  }
  i0 = globals.g2;
  i0 = i32_load(memory, i0, 52u);
  p0 = i0;
  i1 = 1u;
  i0 = i0 > i1;
  if (i0) {
    j0 = globals.g15;
    i1 = p0;
    j1 = (u64)(i1);
    i2 = globals.g2;
    j2 = i64_load32_u(memory, i2, 20u);
    i3 = globals.g2;
    j3 = i64_load32_u(memory, i3, 24u);
    j2 += j3;
    j3 = 1ull;
    j2 += j3;
    j1 *= j2;
    j2 = 2ull;
    j1 <<= (j2 & 63);
    j0 += j1;
    globals.g15 = j0;
  }
  j0 = globals.g15;
  j1 = 2147483647ull;
  i0 = j0 > j1;
  if (i0) {
    i0 = 4294967294u;
    i1 = 0u;
    j2 = 4294967295ull;
    j3 = globals.g15;
    l2 = j3;
    j4 = l2;
    j5 = 4294967295ull;
    i4 = j4 >= j5;
    j2 = i4 ? j2 : j3;
    i2 = (u32)(j2);
    i3 = 2147418112u;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = 32u;
  j1 = globals.g15;
  j2 = l3;
  j1 -= j2;
  i1 = (u32)(j1);
  w2c_f56(i0, i1);
  i0 = globals.g11;
  Bfunc:;
  return i0;
}

static void w2c_f120(void) {
  u32 l0 = 0, l1 = 0, l2 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f2_0, f3_0;
  i0 = globals.g2;
  i1 = 80u;
  i0 += i1;
  l1 = i0;
  i0 = i32_load8_u(memory, i0, 2u);
  l0 = i0;
  i0 = l1;
  i0 = i32_load8_u(memory, i0, 3u);
  l1 = i0;
  i0 = 80u;
  i1 = globals.g2;
  i1 = i32_load16_u(memory, i1, 42u);
  l2 = i1;
  i2 = l2;
  w2c_f22(i0, i1, i2);
  i0 = 82u;
  i1 = 5u;
  w2c_f30(i0, i1);
  i0 = 83u;
  i1 = 3u;
  w2c_f30(i0, i1);
  i0 = 84u;
  i1 = 1u;
  f2_0 = 1000;
  w2c_f5(i0, i1, f2_0);
  i0 = 88u;
  i1 = 1u;
  f2_0 = 9.99999984e+17;
  w2c_f5(i0, i1, f2_0);
  i0 = 92u;
  i1 = l0;
  i2 = 3u;
  i1 = i1 != i2;
  i2 = 0u;
  i3 = l0;
  i1 = i3 ? i1 : i2;
  w2c_f23(i0, i1);
  i0 = 96u;
  i1 = l0;
  i2 = 5u;
  i1 = i1 == i2;
  w2c_f23(i0, i1);
  i0 = 100u;
  i1 = l0;
  i2 = 3u;
  i1 = i1 >= i2;
  w2c_f54(i0, i1);
  i0 = l1;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = 104u;
    i1 = 1u;
    w2c_f57(i0, i1);
  } else {
    i0 = 104u;
    i1 = l1;
    i2 = 0u;
    i1 = i1 != i2;
    f2_0 = 9.99999984e+17;
    f3_0 = 1000;
    i4 = l1;
    i5 = 2u;
    i4 = i4 == i5;
    f2_0 = i4 ? f2_0 : f3_0;
    w2c_f5(i0, i1, f2_0);
  }
  i0 = l1;
  i1 = 1u;
  i0 = i0 == i1;
  l0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = l1;
    i1 = 3u;
    i0 = i0 == i1;
    l0 = i0;
  }
  i0 = 108u;
  i1 = l0;
  i2 = 4294967295u;
  i3 = 0u;
  i4 = l0;
  i2 = i4 ? i2 : i3;
  w2c_f4(i0, i1, i2);
  i0 = 112u;
  i1 = 0u;
  i2 = 0u;
  w2c_f4(i0, i1, i2);
  i0 = 116u;
  i1 = 0u;
  f2_0 = 0;
  w2c_f5(i0, i1, f2_0);
  i0 = 120u;
  i1 = 0u;
  i2 = 0u;
  w2c_f4(i0, i1, i2);
  i0 = 124u;
  i1 = 0u;
  i2 = 0u;
  w2c_f4(i0, i1, i2);
}

static void w2c_f121(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  u64 l9 = 0, l10 = 0, l11 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1, j2, j3;
  i0 = globals.g2;
  j0 = i64_load32_u(memory, i0, 52u);
  l9 = j0;
  i0 = globals.g2;
  i0 = i32_load(memory, i0, 16u);
  l7 = i0;
  i1 = 2u;
  i0 &= i1;
  i1 = 0u;
  i0 = i0 != i1;
  l6 = i0;
  i0 = globals.g2;
  i0 = i32_load(memory, i0, 20u);
  l2 = i0;
  j0 = 0ull;
  globals.g40 = j0;
  j0 = 0ull;
  globals.g41 = j0;
  j0 = 0ull;
  globals.g42 = j0;
  i0 = p0;
  j0 = (u64)(s64)(s32)(i0);
  j1 = 3ull;
  j0 <<= (j1 & 63);
  globals.g46 = j0;
  L0: 
    i0 = p0;
    i1 = l3;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = l3;
      i1 = 5u;
      i0 <<= (i1 & 31);
      i1 = 128u;
      i0 += i1;
      l4 = i0;
      i1 = globals.g2;
      i0 += i1;
      i0 = i32_load8_u(memory, i0, 0u);
      l5 = i0;
      i0 = l4;
      i1 = l3;
      i2 = l3;
      i3 = p0;
      i4 = 1u;
      i3 -= i4;
      i2 = i2 == i3;
      l8 = i2;
      i3 = l2;
      w2c_f122(i0, i1, i2, i3);
      i0 = globals.g11;
      i1 = 0u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        goto Bfunc;
      }
      i0 = l5;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l4;
        i1 = 8u;
        i0 += i1;
        i1 = l2;
        j1 = (u64)(i1);
        i2 = l6;
        j1 = w2c_f64(j1, i2);
        w2c_f55(i0, j1);
        i0 = 1u;
        l1 = i0;
      }
      i0 = l5;
      i1 = 1u;
      i0 = i0 == i1;
      j1 = l9;
      j2 = 1ull;
      i1 = j1 > j2;
      i0 &= i1;
      if (i0) {
        j0 = globals.g42;
        l10 = j0;
        i1 = l2;
        j1 = (u64)(i1);
        j2 = 2ull;
        j1 <<= (j2 & 63);
        l11 = j1;
        j2 = l10;
        j3 = l11;
        i2 = j2 > j3;
        j0 = i2 ? j0 : j1;
        globals.g42 = j0;
      }
      i0 = globals.g2;
      i1 = l4;
      i0 += i1;
      i0 = i32_load(memory, i0, 4u);
      l2 = i0;
      j0 = (u64)(i0);
      j1 = l9;
      j0 *= j1;
      j1 = 2ull;
      j0 <<= (j1 & 63);
      l10 = j0;
      j1 = globals.g40;
      j0 += j1;
      globals.g40 = j0;
      i0 = l8;
      i0 = !(i0);
      if (i0) {
        i0 = l5;
        i1 = 4u;
        i0 = i0 != i1;
        if (i0) {
          j0 = globals.g41;
          j1 = l10;
          j0 += j1;
          globals.g41 = j0;
        }
        i0 = globals.g2;
        i1 = l4;
        i0 += i1;
        i0 = w2c_f78(i0);
        if (i0) {
          j0 = globals.g46;
          i1 = l2;
          j1 = (u64)(i1);
          j2 = 31ull;
          j1 += j2;
          j2 = 5ull;
          j1 >>= (j2 & 63);
          j2 = 2ull;
          j1 <<= (j2 & 63);
          j0 += j1;
          globals.g46 = j0;
        }
      }
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
  i0 = l1;
  i0 = !(i0);
  i1 = l6;
  i0 &= i1;
  if (i0) {
    i0 = 16u;
    i1 = 2u;
    i2 = 0u;
    i3 = 0u;
    w2c_f6(i0, i1, i2, i3);
  }
  i0 = 24u;
  i1 = l2;
  i2 = l2;
  w2c_f4(i0, i1, i2);
  i0 = l7;
  i1 = 4u;
  i0 &= i1;
  if (i0) {
    i0 = l2;
    j0 = (u64)(i0);
    i1 = 0u;
    j0 = w2c_f64(j0, i1);
    j1 = globals.g15;
    j0 += j1;
    globals.g15 = j0;
  }
  i0 = 0u;
  l2 = i0;
  L10: 
    i0 = p0;
    i1 = l2;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = l2;
      i1 = 5u;
      i0 <<= (i1 & 31);
      i1 = 128u;
      i0 += i1;
      l1 = i0;
      i1 = globals.g2;
      i0 += i1;
      i0 = i32_load8_u(memory, i0, 0u);
      i1 = 4u;
      i0 = i0 != i1;
      if (i0) {
        i0 = l1;
        i1 = 8u;
        i0 += i1;
        i1 = l2;
        i2 = 0u;
        j1 = w2c_f77(i1, i2);
        w2c_f55(i0, j1);
      }
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L10;
    }
  i0 = 2u;
  i1 = 1u;
  i2 = globals.g2;
  i3 = 80u;
  i2 += i3;
  i2 = i32_load8_u(memory, i2, 2u);
  l1 = i2;
  i3 = 5u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  i1 = 0u;
  i2 = l1;
  i0 = i2 ? i0 : i1;
  l1 = i0;
  i0 = 0u;
  l2 = i0;
  L13: 
    i0 = p0;
    i1 = l2;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = l2;
      i1 = 5u;
      i0 <<= (i1 & 31);
      i1 = 140u;
      i0 += i1;
      i1 = l2;
      i2 = 1u;
      j1 = w2c_f77(i1, i2);
      i2 = l1;
      j2 = (u64)(s64)(s32)(i2);
      j1 *= j2;
      w2c_f55(i0, j1);
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L13;
    }
  Bfunc:;
}

static void w2c_f122(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6;
  f32 f2_0;
  i0 = globals.g2;
  i1 = p0;
  i0 += i1;
  l8 = i0;
  i0 = i32_load8_u(memory, i0, 0u);
  l4 = i0;
  i0 = l8;
  i0 = i32_load8_u(memory, i0, 1u);
  l5 = i0;
  i0 = l4;
  i1 = 1u;
  i0 = i0 == i1;
  l6 = i0;
  i1 = l4;
  i2 = 5u;
  i1 = i1 == i2;
  i2 = l6;
  i0 = i2 ? i0 : i1;
  l7 = i0;
  i0 = p0;
  i1 = l4;
  i2 = 1u;
  i3 = 5u;
  w2c_f6(i0, i1, i2, i3);
  i0 = p1;
  if (i0) {
    i0 = p0;
    i1 = l4;
    i2 = 4u;
    i1 = i1 == i2;
    i2 = 0u;
    i3 = 0u;
    w2c_f6(i0, i1, i2, i3);
  }
  i0 = p2;
  if (i0) {
    i0 = p0;
    i1 = 1u;
    i2 = l4;
    i3 = l7;
    i1 = i3 ? i1 : i2;
    i2 = 1u;
    i3 = 1u;
    w2c_f6(i0, i1, i2, i3);
  }
  i0 = p0;
  i1 = 1u;
  i0 += i1;
  i1 = l5;
  i2 = 0u;
  i3 = 5u;
  i4 = 4u;
  i5 = p2;
  i3 = i5 ? i3 : i4;
  i4 = 0u;
  i5 = l7;
  i3 = i5 ? i3 : i4;
  w2c_f6(i0, i1, i2, i3);
  i0 = p0;
  i1 = 2u;
  i0 += i1;
  i1 = 5u;
  i2 = 0u;
  i3 = l6;
  i1 = i3 ? i1 : i2;
  w2c_f30(i0, i1);
  i0 = p0;
  i1 = 3u;
  i0 += i1;
  i1 = l8;
  i1 = i32_load8_u(memory, i1, 3u);
  i2 = 3u;
  i3 = 2u;
  i4 = 0u;
  i5 = l4;
  i6 = 3u;
  i5 = i5 == i6;
  i3 = i5 ? i3 : i4;
  i4 = l6;
  i2 = i4 ? i2 : i3;
  i3 = 4294967295u;
  i2 ^= i3;
  i1 &= i2;
  i2 = 0u;
  i3 = 0u;
  w2c_f6(i0, i1, i2, i3);
  i0 = p0;
  i1 = 4u;
  i0 += i1;
  i1 = 1u;
  i2 = p3;
  i3 = l6;
  i1 = i3 ? i1 : i2;
  i2 = 16777216u;
  i3 = p3;
  i4 = l6;
  i2 = i4 ? i2 : i3;
  w2c_f4(i0, i1, i2);
  i0 = p0;
  i1 = 16u;
  i0 += i1;
  p1 = i0;
  i0 = l7;
  if (i0) {
    i0 = p1;
    i1 = l5;
    i2 = 4u;
    i1 = i1 == i2;
    w2c_f23(i0, i1);
    i0 = p1;
    i1 = 4u;
    i0 += i1;
    i1 = l6;
    f2_0 = 1;
    w2c_f5(i0, i1, f2_0);
    i0 = p1;
    i1 = 8u;
    i0 += i1;
    i1 = l6;
    f2_0 = 1;
    w2c_f5(i0, i1, f2_0);
  } else {
    i0 = l4;
    i1 = 2u;
    i0 = i0 == i1;
    if (i0) {
      i0 = p1;
      i1 = 1u;
      w2c_f23(i0, i1);
      i0 = p1;
      i1 = 4u;
      i0 += i1;
      i1 = 0u;
      f2_0 = 0;
      w2c_f5(i0, i1, f2_0);
      i0 = p1;
      i1 = 8u;
      i0 += i1;
      i1 = 0u;
      f2_0 = 0;
      w2c_f5(i0, i1, f2_0);
    } else {
      i0 = l4;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = p1;
        i1 = 1u;
        w2c_f23(i0, i1);
      } else {
        i0 = p1;
        i1 = 1u;
        w2c_f57(i0, i1);
      }
      i0 = l4;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = p1;
        i1 = 4u;
        i0 += i1;
        i1 = 1u;
        w2c_f54(i0, i1);
      } else {
        i0 = p1;
        i1 = 4u;
        i0 += i1;
        i1 = 1u;
        f2_0 = 9.99999984e+17;
        w2c_f5(i0, i1, f2_0);
      }
      i0 = p1;
      i1 = 8u;
      i0 += i1;
      i1 = l4;
      i2 = 4u;
      i1 = i1 == i2;
      f2_0 = 9.99999984e+17;
      w2c_f5(i0, i1, f2_0);
    }
  }
  i0 = p1;
  i1 = 12u;
  i0 += i1;
  i1 = 0u;
  f2_0 = 0;
  w2c_f5(i0, i1, f2_0);
  i0 = p2;
  i0 = !(i0);
  if (i0) {
    goto Bfunc;
  }
  i0 = globals.g2;
  i0 = i32_load8_u(memory, i0, 44u);
  p1 = i0;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    i1 = 1u;
    i0 += i1;
    i1 = l5;
    i2 = 5u;
    i3 = 5u;
    w2c_f6(i0, i1, i2, i3);
    i0 = p0;
    i1 = 4u;
    i0 += i1;
    i1 = 2u;
    i2 = 16777216u;
    w2c_f4(i0, i1, i2);
  }
  i0 = p1;
  i1 = 4u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    i1 = 1u;
    i0 += i1;
    i1 = l5;
    i2 = 1u;
    i3 = 1u;
    w2c_f6(i0, i1, i2, i3);
  }
  i0 = globals.g2;
  i0 = i32_load(memory, i0, 16u);
  i1 = 4u;
  i0 &= i1;
  if (i0) {
    i0 = p0;
    i1 = 1u;
    i0 += i1;
    i1 = l5;
    i2 = 0u;
    i3 = l5;
    i4 = 5u;
    i3 = i3 == i4;
    i4 = l5;
    i5 = 1u;
    i4 = i4 == i5;
    i3 |= i4;
    i1 = i3 ? i1 : i2;
    i2 = 0u;
    i3 = 0u;
    w2c_f6(i0, i1, i2, i3);
  }
  Bfunc:;
}

static void w2c_f123(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f1_0;
  i0 = p0;
  i0 = w2c_f3(i0);
  l6 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 8u);
  l1 = i0;
  i1 = p0;
  i0 += i1;
  i1 = p0;
  i1 = i32_load(memory, i1, 28u);
  i2 = l1;
  i1 -= i2;
  w2c_f16(i0, i1);
  i0 = l6;
  i1 = p0;
  i1 = i32_load(memory, i1, 32u);
  w2c_f16(i0, i1);
  i0 = l6;
  i1 = 16u;
  i0 += i1;
  i1 = p0;
  i1 = i32_load(memory, i1, 56u);
  w2c_f83(i0, i1);
  i0 = p0;
  i0 = w2c_f10(i0);
  l1 = i0;
  i1 = p0;
  i1 = w2c_f46(i1);
  f1_0 = f32_load(memory, i1, 4u);
  f32_store(memory, i0, 0u, f1_0);
  i0 = l1;
  f1_0 = 1;
  f32_store(memory, i0, 4u, f1_0);
  i0 = p0;
  i0 = i32_load16_u(memory, i0, 42u);
  l5 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 20u);
  l2 = i0;
  L0: 
    i0 = l5;
    i1 = l7;
    i0 = i0 > i1;
    if (i0) {
      i0 = p0;
      i0 = w2c_f9(i0);
      i1 = l7;
      i2 = 5u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l4 = i0;
      i0 = i32_load8_u(memory, i0, 0u);
      l3 = i0;
      i0 = l4;
      i0 = i32_load(memory, i0, 4u);
      l1 = i0;
      i0 = p0;
      i1 = l4;
      i1 = i32_load(memory, i1, 8u);
      i0 += i1;
      l8 = i0;
      i0 = l4;
      i0 = i32_load8_u(memory, i0, 3u);
      i1 = 2u;
      i0 &= i1;
      if (i0) {
        i0 = p0;
        i0 = w2c_f18(i0);
        i1 = l7;
        i2 = 2u;
        i1 <<= (i2 & 31);
        i0 += i1;
        i1 = 1u;
        i32_store(memory, i0, 0u, i1);
      }
      i0 = l3;
      i1 = 1u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l4;
        i0 = i32_load8_u(memory, i0, 2u);
        i1 = l6;
        i2 = 16u;
        i1 += i2;
        i2 = l8;
        i3 = l2;
        i4 = l1;
        i5 = l4;
        i5 = w2c_f20(i5);
        w2c_f137(i0, i1, i2, i3, i4, i5);
      } else {
        i0 = l3;
        i1 = 3u;
        i0 = i0 == i1;
        if (i0) {
          i0 = l1;
          i1 = 12u;
          i0 *= i1;
          l3 = i0;
          i0 = l8;
          i1 = l1;
          i2 = 2u;
          i1 <<= (i2 & 31);
          i0 += i1;
          l2 = i0;
          L5: 
            i0 = l2;
            i1 = l8;
            i0 = i0 > i1;
            if (i0) {
              i0 = l8;
              f1_0 = 1;
              f32_store(memory, i0, 0u, f1_0);
              i0 = l3;
              i1 = l8;
              i0 += i1;
              f1_0 = 1;
              f32_store(memory, i0, 0u, f1_0);
              i0 = l8;
              i1 = 4u;
              i0 += i1;
              l8 = i0;
              goto L5;
            }
        }
      }
      i0 = l1;
      l2 = i0;
      i0 = l7;
      i1 = 1u;
      i0 += i1;
      l7 = i0;
      goto L0;
    }
  i0 = p0;
  i1 = p0;
  i1 = i32_load(memory, i1, 16u);
  i2 = 4294967294u;
  i1 &= i2;
  i32_store(memory, i0, 16u, i1);
  i0 = p0;
  i1 = p0;
  i1 = i32_load(memory, i1, 28u);
  i2 = p0;
  i2 = i32_load(memory, i2, 32u);
  i1 += i2;
  i32_store(memory, i0, 8u, i1);
}

static u32 w2c_f124(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  f32 l9 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  i0 = i32_load(memory, i0, 20u);
  l5 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 24u);
  l6 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 16u);
  i1 = 2u;
  i0 &= i1;
  i1 = 0u;
  i0 = i0 != i1;
  l8 = i0;
  i0 = p0;
  i0 = w2c_f45(i0);
  i1 = p2;
  i0 += i1;
  p2 = i0;
  L0: 
    i0 = p3;
    i1 = l7;
    i0 = i0 > i1;
    if (i0) {
      i0 = 0u;
      l4 = i0;
      L3: 
        i0 = l4;
        i1 = l5;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l8;
          i1 = p2;
          i2 = l4;
          i3 = 2u;
          i2 <<= (i3 & 31);
          i1 += i2;
          f1_0 = f32_load(memory, i1, 0u);
          l9 = f1_0;
          f2_0 = 3.00000001e+38;
          i1 = f1_0 == f2_0;
          i0 &= i1;
          f1_0 = l9;
          f1_0 = wasm_fabsf(f1_0);
          f2_0 = 9.99999984e+17;
          i1 = f1_0 < f2_0;
          i0 |= i1;
          i0 = !(i0);
          if (i0) {
            i0 = 4294967288u;
            i1 = l4;
            f2_0 = 9.99999984e+17;
            f3_0 = l9;
            i0 = w2c_f7(i0, i1, f2_0, f3_0);
            goto B2;
          }
          i0 = l4;
          i1 = 1u;
          i0 += i1;
          l4 = i0;
          goto L3;
        }
      i0 = 0u;
      B2:;
      i1 = 0u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = 4294967285u;
        i1 = p2;
        i2 = p1;
        i1 -= i2;
        i2 = 0u;
        i3 = 0u;
        i0 = w2c_f0(i0, i1, i2, i3);
        goto Bfunc;
      }
      i0 = p0;
      i0 = i32_load8_u(memory, i0, 44u);
      i1 = p2;
      i2 = l5;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      l4 = i1;
      i2 = l6;
      i3 = l5;
      i0 = w2c_f114(i0, i1, i2, i3);
      i1 = 0u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = 4294967285u;
        i1 = l4;
        i2 = p1;
        i1 -= i2;
        i2 = 0u;
        i3 = 0u;
        i0 = w2c_f0(i0, i1, i2, i3);
        goto Bfunc;
      }
      i0 = l4;
      i1 = l6;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l4 = i0;
      f0_0 = f32_load(memory, i0, 0u);
      i0 = w2c_f115(f0_0);
      i1 = 0u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = 4294967285u;
        i1 = l4;
        i2 = p1;
        i1 -= i2;
        i2 = 0u;
        i3 = l4;
        i3 = i32_load(memory, i3, 0u);
        i0 = w2c_f0(i0, i1, i2, i3);
        goto Bfunc;
      }
      i0 = l7;
      i1 = 1u;
      i0 += i1;
      l7 = i0;
      i0 = p0;
      i0 = w2c_f28(i0);
      i1 = p2;
      i0 += i1;
      p2 = i0;
      goto L0;
    }
  i0 = 0u;
  Bfunc:;
  return i0;
}

static void w2c_f125(u32 p0, u32 p1) {
  u32 l3 = 0, l4 = 0, l5 = 0;
  f32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6, i7, 
      i8, i9;
  f32 f1_0, f3_0, f4_0, f5_0;
  i0 = p0;
  i1 = 320u;
  w2c_f16(i0, i1);
  i0 = p0;
  i1 = 1380731213u;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  i1 = 65537u;
  i32_store(memory, i0, 4u, i1);
  i0 = p0;
  i1 = 320u;
  i32_store(memory, i0, 8u, i1);
  i0 = p0;
  i1 = 3u;
  i2 = 1u;
  i3 = p1;
  i4 = 4u;
  i3 = I32_REM_S(i3, i4);
  i4 = 3u;
  i3 = i3 == i4;
  i1 = i3 ? i1 : i2;
  i2 = 4u;
  i3 = 0u;
  i4 = 1u;
  i5 = 5u;
  i6 = 5u;
  i7 = 1u;
  i8 = p1;
  i9 = 8u;
  i8 = (u32)((s32)i8 < (s32)i9);
  i6 = i8 ? i6 : i7;
  i7 = 0u;
  i8 = p1;
  i9 = 3u;
  i8 = (u32)((s32)i8 >= (s32)i9);
  i6 = i8 ? i6 : i7;
  i7 = p1;
  i8 = 5u;
  i7 = I32_REM_S(i7, i8);
  l4 = i7;
  i8 = 3u;
  i7 = i7 == i8;
  i5 = i7 ? i5 : i6;
  i6 = l4;
  i7 = 4u;
  i6 = i6 == i7;
  i4 = i6 ? i4 : i5;
  l3 = i4;
  i4 = !(i4);
  l5 = i4;
  i2 = i4 ? i2 : i3;
  i1 |= i2;
  i32_store(memory, i0, 16u, i1);
  i0 = p0;
  i1 = 5u;
  i32_store(memory, i0, 20u, i1);
  i0 = p0;
  i1 = 3u;
  i32_store(memory, i0, 24u, i1);
  i0 = p0;
  i1 = 1u;
  i32_store(memory, i0, 36u, i1);
  i0 = p0;
  i1 = 393216u;
  i32_store(memory, i0, 40u, i1);
  i0 = p0;
  i1 = l4;
  i32_store(memory, i0, 44u, i1);
  i0 = l4;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    f1_0 = 0.5;
    f32_store(memory, i0, 48u, f1_0);
  }
  i0 = p0;
  i1 = 3u;
  i2 = 1u;
  i3 = p1;
  i4 = 3u;
  i3 = I32_REM_S(i3, i4);
  i4 = 2u;
  i3 = i3 == i4;
  i1 = i3 ? i1 : i2;
  i32_store(memory, i0, 52u, i1);
  i0 = p0;
  i1 = p1;
  i32_store(memory, i0, 56u, i1);
  i0 = l5;
  if (i0) {
    i0 = p0;
    f1_0 = 1;
    f32_store(memory, i0, 60u, f1_0);
    i0 = p0;
    f1_0 = 9.99999994e-09;
    f32_store(memory, i0, 68u, f1_0);
  }
  i0 = p0;
  i1 = 80u;
  i0 += i1;
  p0 = i0;
  i1 = p1;
  i2 = 6u;
  i1 = I32_REM_S(i1, i2);
  l4 = i1;
  i2 = 16u;
  i1 <<= (i2 & 31);
  i2 = 6u;
  i1 |= i2;
  i2 = p1;
  i3 = 4u;
  i2 = I32_REM_S(i2, i3);
  l5 = i2;
  i3 = 24u;
  i2 <<= (i3 & 31);
  i1 |= i2;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  f1_0 = 0.0500000007;
  f32_store(memory, i0, 4u, f1_0);
  i0 = p1;
  i1 = 1u;
  i0 &= i1;
  if (i0) {
    i0 = p0;
    f1_0 = 0.5;
    f32_store(memory, i0, 8u, f1_0);
  }
  i0 = l4;
  i1 = 3u;
  i0 = i0 != i1;
  i1 = 0u;
  i2 = l4;
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = p0;
    f1_0 = 0.899999976;
    f32_store(memory, i0, 12u, f1_0);
  }
  i0 = l4;
  i1 = 5u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    f1_0 = 0.99000001;
    f32_store(memory, i0, 16u, f1_0);
  }
  i0 = l4;
  i1 = 3u;
  i0 = (u32)((s32)i0 >= (s32)i1);
  if (i0) {
    i0 = p0;
    f1_0 = 9.99999997e-07;
    f32_store(memory, i0, 20u, f1_0);
  }
  i0 = l5;
  if (i0) {
    i0 = p0;
    f1_0 = 0.5;
    f32_store(memory, i0, 24u, f1_0);
  }
  i0 = l5;
  i1 = 1u;
  i0 &= i1;
  if (i0) {
    i0 = p0;
    i1 = 20u;
    i32_store(memory, i0, 28u, i1);
  }
  i0 = p0;
  i1 = 48u;
  i0 += i1;
  i1 = 4u;
  i2 = 5u;
  f3_0 = 1;
  f4_0 = 0.899999976;
  i5 = p1;
  i6 = 1u;
  i5 &= i6;
  p0 = i5;
  f3_0 = i5 ? f3_0 : f4_0;
  f4_0 = 9.99999994e-09;
  f5_0 = 2;
  i0 = w2c_f19(i0, i1, i2, f3_0, f4_0, f5_0);
  i1 = p1;
  i2 = p1;
  i3 = 5u;
  i2 = I32_DIV_S(i2, i3);
  i1 += i2;
  i2 = 5u;
  i1 = I32_REM_S(i1, i2);
  l5 = i1;
  i2 = 8u;
  i1 <<= (i2 & 31);
  i2 = 1u;
  i1 |= i2;
  i2 = l4;
  i3 = 16u;
  i2 <<= (i3 & 31);
  i1 |= i2;
  i2 = 50331648u;
  i1 |= i2;
  i2 = 7u;
  f3_0 = 0.100000001;
  f4_0 = 0;
  i5 = l5;
  i6 = 4u;
  i5 = i5 == i6;
  f3_0 = i5 ? f3_0 : f4_0;
  f4_0 = 0.00100000005;
  f5_0 = 0;
  i6 = p1;
  i7 = 2u;
  i6 &= i7;
  f4_0 = i6 ? f4_0 : f5_0;
  l2 = f4_0;
  f5_0 = l2;
  i0 = w2c_f19(i0, i1, i2, f3_0, f4_0, f5_0);
  i1 = 33554435u;
  i2 = 7u;
  f3_0 = 0.899999976;
  f4_0 = 9.99999975e-06;
  f5_0 = 0;
  i0 = w2c_f19(i0, i1, i2, f3_0, f4_0, f5_0);
  i1 = 2u;
  i2 = 7u;
  f3_0 = 0.25;
  f4_0 = 0;
  f5_0 = 0;
  i0 = w2c_f19(i0, i1, i2, f3_0, f4_0, f5_0);
  i1 = 1029u;
  i2 = 7u;
  f3_0 = 0.100000001;
  f4_0 = 0;
  f5_0 = 0;
  i0 = w2c_f19(i0, i1, i2, f3_0, f4_0, f5_0);
  i1 = l3;
  i2 = 8u;
  i1 <<= (i2 & 31);
  i2 = 1u;
  i1 |= i2;
  i2 = p0;
  i3 = 24u;
  i2 <<= (i3 & 31);
  i1 |= i2;
  i2 = 33554432u;
  i1 |= i2;
  i2 = 3u;
  f3_0 = 0;
  f4_0 = 0;
  f5_0 = l2;
  i0 = w2c_f19(i0, i1, i2, f3_0, f4_0, f5_0);
}

static u32 w2c_f126(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  f32 l9 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6;
  f32 f1_0, f2_0, f3_0, f4_0;
  i0 = p1;
  i0 = i32_load(memory, i0, 12u);
  l6 = i0;
  i0 = p1;
  i0 = i32_load(memory, i0, 16u);
  l7 = i0;
  i0 = p1;
  i0 = i32_load(memory, i0, 0u);
  l4 = i0;
  i0 = i32_load(memory, i0, 16u);
  l8 = i0;
  L0: 
    i0 = l5;
    i1 = 48u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = 0u;
      l3 = i0;
      L2: 
        i0 = l3;
        i1 = 5u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l6;
          i1 = l3;
          i2 = 2u;
          i1 <<= (i2 & 31);
          i0 += i1;
          f1_0 = f32_reinterpret_i32(0x7fc00000) /* nan:0x400000 */;
          i2 = p2;
          f2_0 = w2c_f11(i2);
          l9 = f2_0;
          f3_0 = 8;
          f2_0 *= f3_0;
          f3_0 = -4;
          f2_0 += f3_0;
          f3_0 = l9;
          f4_0 = 0.100000001;
          i3 = f3_0 < f4_0;
          i4 = 0u;
          i5 = l8;
          i6 = 2u;
          i5 &= i6;
          i3 = i5 ? i3 : i4;
          f1_0 = i3 ? f1_0 : f2_0;
          f32_store(memory, i0, 0u, f1_0);
          i0 = l3;
          i1 = 1u;
          i0 += i1;
          l3 = i0;
          goto L2;
        }
      i0 = p1;
      i0 = w2c_f94(i0);
      i0 = p0;
      i1 = p1;
      i1 = i32_load(memory, i1, 24u);
      i2 = 12u;
      i0 = w2c_f71(i0, i1, i2);
      p0 = i0;
      i0 = 0u;
      l3 = i0;
      L4: 
        i0 = l3;
        i1 = 3u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l7;
          i1 = l3;
          i2 = 2u;
          i1 <<= (i2 & 31);
          i0 += i1;
          i1 = p2;
          f1_0 = w2c_f11(i1);
          f32_store(memory, i0, 0u, f1_0);
          i0 = l3;
          i1 = 1u;
          i0 += i1;
          l3 = i0;
          goto L4;
        }
      i0 = l4;
      i0 = i32_load8_u(memory, i0, 44u);
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = p1;
        i1 = p2;
        i1 = w2c_f58(i1);
        i2 = 8u;
        i1 >>= (i2 & 31);
        i2 = 3u;
        i1 = REM_U(i1, i2);
        i0 = w2c_f97(i0, i1);
      } else {
        i0 = p1;
        i0 = w2c_f95(i0);
      }
      i0 = l5;
      i1 = 1u;
      i0 += i1;
      l5 = i0;
      goto L0;
    }
  i0 = p0;
  i1 = l4;
  i1 = w2c_f3(i1);
  i2 = l4;
  i2 = i32_load(memory, i2, 32u);
  i0 = w2c_f71(i0, i1, i2);
  return i0;
}

static u32 w2c_f127(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  i0 = p1;
  i1 = p2;
  i0 |= i1;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  i1 = p2;
  i2 = 7u;
  i1 = (u32)((s32)i1 > (s32)i2);
  i0 |= i1;
  if (i0) {
    i0 = 4294967286u;
    i1 = p2;
    i2 = 7u;
    i3 = p1;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p1;
  globals.g59 = i0;
  i0 = p0;
  i0 = i32_load16_u(memory, i0, 42u);
  l4 = i0;
  L1: 
    i0 = l3;
    i1 = l4;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l3;
      i0 = w2c_f128(i0, i1);
    } else {
      i0 = 1u;
    }
    i0 = !(i0);
    if (i0) {
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L1;
    }
  i0 = l3;
  i1 = l4;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = 76u;
    i1 = p0;
    i1 = w2c_f18(i1);
    i2 = l3;
    i3 = 2u;
    i2 <<= (i3 & 31);
    i1 += i2;
    i1 = i32_load(memory, i1, 0u);
    i2 = 0u;
    i3 = 56u;
    i3 = i32_load(memory, i3, 0u);
    i4 = 3u;
    i3 = (u32)((s32)i3 <= (s32)i4);
    i1 = i3 ? i1 : i2;
    i32_store(memory, i0, 0u, i1);
  } else {
    i0 = p0;
    i0 = w2c_f44(i0);
    l3 = i0;
    if (i0) {
      i0 = l3;
      i1 = p0;
      i1 = i32_load(memory, i1, 24u);
      i2 = 0u;
      i0 = w2c_f84(i0, i1, i2);
    } else {
      i0 = 0u;
    }
    i0 = !(i0);
    if (i0) {
      i0 = 4294967286u;
      i1 = p1;
      i2 = 0u;
      i3 = p1;
      i0 = w2c_f0(i0, i1, i2, i3);
      goto Bfunc;
    }
    i0 = 65535u;
    l3 = i0;
    i0 = 76u;
    i1 = 0u;
    i32_store(memory, i0, 0u, i1);
  }
  i0 = 52u;
  i1 = l3;
  i32_store(memory, i0, 0u, i1);
  i0 = p2;
  i1 = 2u;
  i0 <<= (i1 & 31);
  i1 = 48u;
  i0 += i1;
  i0 = i32_load(memory, i0, 0u);
  Bfunc:;
  return i0;
}

static u32 w2c_f128(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  i0 = p0;
  i0 = w2c_f9(i0);
  i1 = p1;
  i2 = 5u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l5 = i0;
  i0 = i32_load8_u(memory, i0, 0u);
  l6 = i0;
  i0 = p0;
  i1 = l5;
  i1 = i32_load(memory, i1, 8u);
  i0 += i1;
  l2 = i0;
  i0 = l5;
  i0 = i32_load(memory, i0, 4u);
  l3 = i0;
  i1 = 2u;
  i0 <<= (i1 & 31);
  l4 = i0;
  i0 = l6;
  i1 = 4u;
  i0 = i0 == i1;
  if (i0) {
    i0 = l2;
    i1 = l3;
    i2 = p0;
    i2 = i32_load(memory, i2, 16u);
    i3 = 2u;
    i2 &= i3;
    i3 = 0u;
    i2 = i2 != i3;
    i0 = w2c_f84(i0, i1, i2);
    goto Bfunc;
  }
  i0 = l6;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = 0u;
    i1 = l2;
    i2 = l3;
    i3 = p0;
    i4 = p1;
    i3 = w2c_f111(i3, i4);
    p0 = i3;
    i0 = w2c_f85(i0, i1, i2, i3);
    if (i0) {
      i0 = 1u;
      goto Bfunc;
    }
    i0 = l5;
    i0 = w2c_f20(i0);
    if (i0) {
      i0 = 1u;
      i1 = l2;
      i2 = p0;
      i3 = l4;
      i2 *= i3;
      i1 += i2;
      i2 = l3;
      i0 = w2c_f12(i0, i1, i2);
    } else {
      i0 = 0u;
    }
    goto Bfunc;
  }
  i0 = l6;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = 2u;
    i1 = l2;
    i2 = l3;
    i0 = w2c_f12(i0, i1, i2);
    if (i0) {
      i0 = 1u;
    } else {
      i0 = 3u;
      i1 = l2;
      i2 = l4;
      i1 += i2;
      i2 = l3;
      i0 = w2c_f12(i0, i1, i2);
    }
    if (i0) {
      i0 = 1u;
    } else {
      i0 = 4u;
      i1 = l2;
      i2 = l4;
      i3 = 1u;
      i2 <<= (i3 & 31);
      i1 += i2;
      i2 = l3;
      i0 = w2c_f12(i0, i1, i2);
    }
    if (i0) {
      i0 = 1u;
    } else {
      i0 = 5u;
      i1 = l2;
      i2 = l4;
      i3 = 3u;
      i2 *= i3;
      i1 += i2;
      i2 = l3;
      i0 = w2c_f12(i0, i1, i2);
    }
  } else {
    i0 = 0u;
  }
  Bfunc:;
  return i0;
}

static f32 w2c_f129(f32 p0, u32 p1, u32 p2) {
  u32 l3 = 0;
  f32 l4 = 0, l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g19;
  i0 = !(i0);
  if (i0) {
    f0_0 = globals.g24;
    f1_0 = p0;
    f0_0 *= f1_0;
    goto Bfunc;
  }
  i0 = p1;
  f0_0 = f32_load(memory, i0, 0u);
  l4 = f0_0;
  i0 = globals.g19;
  i1 = 1u;
  i0 = i0 == i1;
  l3 = i0;
  i1 = globals.g19;
  i2 = 2u;
  i1 = i1 == i2;
  i0 |= i1;
  if (i0) {
    i0 = p1;
    f1_0 = globals.g20;
    f2_0 = l4;
    f1_0 *= f2_0;
    f2_0 = p0;
    f1_0 += f2_0;
    f1_0 = w2c_f35(f1_0);
    l4 = f1_0;
    f32_store(memory, i0, 0u, f1_0);
    f0_0 = globals.g24;
    f1_0 = l4;
    f2_0 = p0;
    f3_0 = globals.g20;
    f4_0 = l4;
    f3_0 *= f4_0;
    f2_0 += f3_0;
    i3 = l3;
    f1_0 = i3 ? f1_0 : f2_0;
    f0_0 *= f1_0;
    goto Bfunc;
  }
  i0 = globals.g19;
  i1 = 5u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = globals.g39;
    i1 = p1;
    i2 = p2;
    i1 += i2;
    p2 = i1;
    f1_0 = f32_load(memory, i1, 0u);
    f0_0 *= f1_0;
    f1_0 = 1;
    f2_0 = globals.g39;
    f1_0 -= f2_0;
    f2_0 = p0;
    f3_0 = p0;
    f2_0 *= f3_0;
    f1_0 *= f2_0;
    f0_0 += f1_0;
    f0_0 = w2c_f35(f0_0);
    l5 = f0_0;
    i0 = p1;
    f1_0 = globals.g20;
    f2_0 = l4;
    f1_0 *= f2_0;
    f2_0 = 1;
    f3_0 = globals.g20;
    f2_0 -= f3_0;
    f3_0 = p0;
    f2_0 *= f3_0;
    f1_0 += f2_0;
    f1_0 = w2c_f35(f1_0);
    p0 = f1_0;
    f32_store(memory, i0, 0u, f1_0);
    i0 = p2;
    f1_0 = l5;
    f32_store(memory, i0, 0u, f1_0);
    f0_0 = globals.g63;
    f1_0 = p0;
    f0_0 *= f1_0;
    f1_0 = l5;
    f1_0 = wasm_sqrtf(f1_0);
    f2_0 = globals.g64;
    f1_0 /= f2_0;
    f2_0 = globals.g52;
    f1_0 += f2_0;
    f0_0 /= f1_0;
    goto Bfunc;
  }
  i0 = p1;
  f1_0 = l4;
  f2_0 = p0;
  f3_0 = p0;
  f2_0 *= f3_0;
  l5 = f2_0;
  f1_0 += f2_0;
  f2_0 = globals.g20;
  f3_0 = l4;
  f2_0 *= f3_0;
  f3_0 = 1;
  f4_0 = globals.g20;
  f3_0 -= f4_0;
  f4_0 = l5;
  f3_0 *= f4_0;
  f2_0 += f3_0;
  i3 = globals.g19;
  i4 = 3u;
  i3 = i3 == i4;
  f1_0 = i3 ? f1_0 : f2_0;
  f1_0 = w2c_f35(f1_0);
  l4 = f1_0;
  f32_store(memory, i0, 0u, f1_0);
  f0_0 = globals.g24;
  f1_0 = p0;
  f0_0 *= f1_0;
  f1_0 = l4;
  f1_0 = wasm_sqrtf(f1_0);
  f2_0 = globals.g52;
  f1_0 += f2_0;
  f0_0 /= f1_0;
  Bfunc:;
  return f0_0;
}

static f32 w2c_f130(void) {
  u32 l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0, l9 = 0, l10 = 0, l11 = 0;
  f32 l0 = 0, l1 = 0, l2 = 0, l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  w2c_f73();
  L0: 
    i0 = globals.g9;
    i1 = globals.g34;
    i0 = (u32)((s32)i0 >= (s32)i1);
    if (i0) {
      i0 = 1u;
      i1 = w2c_f21();
      i2 = globals.g12;
      i3 = 1u;
      i2 = i2 != i3;
      i0 = i2 ? i0 : i1;
      i0 = !(i0);
      if (i0) {
        i0 = globals.g6;
        w2c_f87(i0);
      }
      i0 = globals.g9;
      i0 = w2c_f50(i0);
      if (i0) {
        f0_0 = l0;
        i1 = globals.g12;
        i2 = 1u;
        i1 = i1 == i2;
        if (i1) {
          i1 = globals.g1;
          i1 = w2c_f20(i1);
          l5 = i1;
          i1 = globals.g0;
          i2 = 1u;
          i1 = i1 == i2;
          if (i1) {
            i1 = globals.g6;
            i2 = globals.g6;
            i3 = globals.g5;
            f1_0 = w2c_f27(i1, i2, i3);
            i2 = globals.g14;
            i3 = globals.g14;
            i4 = globals.g4;
            f2_0 = w2c_f27(i2, i3, i4);
            f3_0 = 1;
            f4_0 = 0;
            i5 = l5;
            f3_0 = i5 ? f3_0 : f4_0;
            f2_0 += f3_0;
            f1_0 *= f2_0;
            l0 = f1_0;
            goto B6;
          }
          f1_0 = 0;
          l0 = f1_0;
          i1 = 0u;
          l4 = i1;
          L8: 
            i1 = l4;
            i2 = globals.g5;
            i1 = (u32)((s32)i1 < (s32)i2);
            if (i1) {
              i1 = l4;
              w2c_f108(i1);
              f1_0 = l0;
              i2 = globals.g31;
              i3 = globals.g31;
              i4 = globals.g4;
              f2_0 = w2c_f27(i2, i3, i4);
              f1_0 += f2_0;
              l0 = f1_0;
              i1 = l5;
              if (i1) {
                f1_0 = l0;
                i2 = l4;
                f2_0 = w2c_f109(i2);
                l0 = f2_0;
                f3_0 = l0;
                f2_0 *= f3_0;
                f1_0 += f2_0;
                l0 = f1_0;
              }
              i1 = l4;
              i2 = 1u;
              i1 += i2;
              l4 = i1;
              goto L8;
            }
          B6:;
        } else {
          i1 = w2c_f47();
          globals.g23 = i1;
          f1_0 = 0;
          l0 = f1_0;
          i1 = 0u;
          l4 = i1;
          L11: 
            i1 = l4;
            i2 = globals.g4;
            i1 = (u32)((s32)i1 < (s32)i2);
            if (i1) {
              i1 = l4;
              w2c_f41(i1);
              f1_0 = l0;
              f2_0 = w2c_f66();
              l0 = f2_0;
              f3_0 = l0;
              f2_0 *= f3_0;
              f3_0 = w2c_f65();
              l0 = f3_0;
              f4_0 = l0;
              f3_0 *= f4_0;
              f2_0 += f3_0;
              f1_0 += f2_0;
              l0 = f1_0;
              i1 = l4;
              i2 = 1u;
              i1 += i2;
              l4 = i1;
              goto L11;
            }
        }
        i1 = globals.g53;
        i2 = globals.g9;
        i3 = 3u;
        i2 <<= (i3 & 31);
        i1 += i2;
        l4 = i1;
        f1_0 = f32_load(memory, i1, 0u);
        l2 = f1_0;
        f2_0 = l0;
        f3_0 = l2;
        f2_0 -= f3_0;
        f3_0 = 0.00999999978;
        f2_0 *= f3_0;
        f1_0 += f2_0;
        l2 = f1_0;
        f2_0 = l2;
        f1_0 -= f2_0;
        f2_0 = 0;
        i1 = f1_0 == f2_0;
        if (i1) {
          i1 = l4;
          f2_0 = l2;
          f32_store(memory, i1, 0u, f2_0);
        }
        f1_0 = l0;
        f0_0 += f1_0;
        l0 = f0_0;
      }
      i0 = globals.g9;
      i1 = globals.g34;
      i0 = (u32)((s32)i0 <= (s32)i1);
      if (i0) {goto B2;}
      i0 = globals.g12;
      i1 = 1u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 0u;
        l5 = i0;
        L15: 
          i0 = l5;
          i1 = globals.g0;
          i0 = i0 < i1;
          if (i0) {
            i0 = w2c_f14();
            l4 = i0;
            i0 = 0u;
            l6 = i0;
            i0 = l5;
            i1 = globals.g4;
            i0 = w2c_f13(i0, i1);
            i1 = globals.g17;
            i0 += i1;
            l7 = i0;
            i1 = globals.g4;
            l8 = i1;
            i2 = 2u;
            i1 <<= (i2 & 31);
            l9 = i1;
            w2c_f16(i0, i1);
            i0 = l5;
            i1 = globals.g5;
            i0 = w2c_f13(i0, i1);
            i1 = globals.g6;
            i0 += i1;
            l10 = i0;
            i0 = globals.g5;
            l11 = i0;
            L17: 
              i0 = l6;
              i1 = l11;
              i0 = (u32)((s32)i0 < (s32)i1);
              if (i0) {
                i0 = l10;
                i1 = l6;
                i2 = 2u;
                i1 <<= (i2 & 31);
                i0 += i1;
                f0_0 = f32_load(memory, i0, 0u);
                l1 = f0_0;
                f1_0 = 0;
                i0 = f0_0 != f1_0;
                if (i0) {
                  i0 = l7;
                  i1 = l4;
                  f2_0 = l1;
                  i3 = l8;
                  w2c_f67(i0, i1, f2_0, i3);
                }
                i0 = l6;
                i1 = 1u;
                i0 += i1;
                l6 = i0;
                i0 = l4;
                i1 = l9;
                i0 += i1;
                l4 = i0;
                goto L17;
              }
            i0 = l5;
            i1 = 1u;
            i0 += i1;
            l5 = i0;
            goto L15;
          }
      } else {
        i0 = globals.g12;
        i1 = 3u;
        i0 = i0 == i1;
        if (i0) {
          i0 = 0u;
          l4 = i0;
          i0 = w2c_f47();
          globals.g23 = i0;
          L21: 
            i0 = l4;
            i1 = globals.g4;
            i0 = (u32)((s32)i0 < (s32)i1);
            if (i0) {
              i0 = l4;
              w2c_f41(i0);
              i0 = globals.g16;
              f0_0 = f32_load(memory, i0, 0u);
              f1_0 = globals.g45;
              f0_0 *= f1_0;
              l2 = f0_0;
              i0 = globals.g23;
              if (i0) {
                f0_0 = w2c_f65();
                i1 = globals.g0;
                f1_0 = (f32)(s32)(i1);
                f0_0 /= f1_0;
              } else {
                f0_0 = 0;
              }
              l3 = f0_0;
              i0 = globals.g23;
              if (i0) {
                f0_0 = w2c_f66();
                i1 = globals.g0;
                f1_0 = (f32)(s32)(i1);
                f0_0 /= f1_0;
              } else {
                f0_0 = 0;
              }
              l1 = f0_0;
              i0 = 0u;
              l5 = i0;
              L25: 
                i0 = l5;
                i1 = globals.g0;
                i0 = i0 < i1;
                if (i0) {
                  i0 = globals.g22;
                  i1 = w2c_f2();
                  i2 = l5;
                  i1 *= i2;
                  i0 += i1;
                  l6 = i0;
                  i1 = globals.g17;
                  i0 += i1;
                  f1_0 = l2;
                  i2 = globals.g6;
                  i3 = l6;
                  i2 += i3;
                  f2_0 = f32_load(memory, i2, 0u);
                  f3_0 = l3;
                  f2_0 -= f3_0;
                  i3 = l5;
                  f3_0 = w2c_f15(i3);
                  f4_0 = globals.g28;
                  f3_0 -= f4_0;
                  f4_0 = globals.g45;
                  f3_0 *= f4_0;
                  f4_0 = l1;
                  f3_0 *= f4_0;
                  f2_0 -= f3_0;
                  f1_0 *= f2_0;
                  f32_store(memory, i0, 0u, f1_0);
                  i0 = l5;
                  i1 = 1u;
                  i0 += i1;
                  l5 = i0;
                  goto L25;
                }
              i0 = l4;
              i1 = 1u;
              i0 += i1;
              l4 = i0;
              goto L21;
            }
        } else {
          i0 = globals.g12;
          i1 = 2u;
          i0 = i0 == i1;
          if (i0) {
            i0 = 0u;
            l4 = i0;
            i0 = globals.g0;
            i1 = globals.g4;
            i0 *= i1;
            i1 = 2u;
            i0 <<= (i1 & 31);
            l5 = i0;
            L28: 
              i0 = l4;
              i1 = l5;
              i0 = i0 < i1;
              if (i0) {
                i0 = globals.g17;
                i1 = l4;
                i0 += i1;
                l6 = i0;
                i1 = globals.g6;
                i2 = l4;
                i1 += i2;
                f1_0 = f32_load(memory, i1, 0u);
                i2 = l6;
                f2_0 = f32_load(memory, i2, 0u);
                f1_0 *= f2_0;
                f32_store(memory, i0, 0u, f1_0);
                i0 = l4;
                i1 = 4u;
                i0 += i1;
                l4 = i0;
                goto L28;
              }
          } else {
            i0 = w2c_f21();
            if (i0) {
              i0 = globals.g6;
              i1 = globals.g4;
              i2 = 2u;
              i1 <<= (i2 & 31);
              i2 = globals.g17;
              w2c_f89(i0, i1, i2);
            } else {
              i0 = globals.g17;
              w2c_f87(i0);
            }
          }
        }
      }
      w2c_f116();
      goto L0;
      B2:;
    }
  f0_0 = l0;
  return f0_0;
}

static u32 w2c_f131(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g37;
  i1 = 1u;
  i0 -= i1;
  l1 = i0;
  i0 = globals.g37;
  if (i0) {
    i0 = l1;
    i0 = w2c_f36(i0);
    i0 = i32_load(memory, i0, 0u);
    l3 = i0;
    i1 = 1u;
    i0 >>= (i1 & 31);
    i1 = 2047u;
    i0 &= i1;
    l2 = i0;
    i0 = l3;
    i1 = 12u;
    i0 >>= (i1 & 31);
    globals.g37 = i0;
  } else {
    i0 = globals.g36;
    i1 = globals.g30;
    i0 = i0 == i1;
    if (i0) {
      i0 = globals.g30;
      i1 = 2u;
      i0 <<= (i1 & 31);
      l1 = i0;
      i0 = 0u;
      i1 = globals.g30;
      i2 = 524287u;
      i1 = i1 > i2;
      if (i1) {goto B2;}
      i0 = 0u;
      i1 = l1;
      i2 = 1u;
      i1 <<= (i2 & 31);
      i1 = w2c_f98(i1);
      l3 = i1;
      i1 = !(i1);
      if (i1) {goto B2;}
      i0 = l3;
      i1 = globals.g29;
      i2 = l1;
      w2c_f43(i0, i1, i2);
      i0 = globals.g29;
      i1 = 16u;
      i0 = i0 != i1;
      if (i0) {
        i0 = globals.g29;
        i1 = l1;
        w2c_f61(i0, i1);
      }
      i0 = l3;
      globals.g29 = i0;
      i0 = globals.g30;
      i1 = 1u;
      i0 <<= (i1 & 31);
      globals.g30 = i0;
      i0 = 1u;
      B2:;
    } else {
      i0 = 1u;
    }
    i0 = !(i0);
    if (i0) {
      i0 = 4294967294u;
      goto Bfunc;
    }
    i0 = globals.g36;
    l1 = i0;
    i1 = 1u;
    i0 += i1;
    globals.g36 = i0;
  }
  i0 = l1;
  i0 = w2c_f36(i0);
  i1 = p0;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  i1 = l2;
  i32_store(memory, i0, 4u, i1);
  i0 = l1;
  i1 = 1u;
  i0 += i1;
  i1 = l2;
  i2 = 20u;
  i1 <<= (i2 & 31);
  i0 |= i1;
  Bfunc:;
  return i0;
}

static f32 w2c_f132(f32 p0, u32 p1) {
  u32 l7 = 0, l8 = 0;
  f32 l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0;
  i0 = globals.g13;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p1;
    f0_0 = w2c_f134(i0);
    goto Bfunc;
  }
  i0 = globals.g8;
  l8 = i0;
  L1: 
    i0 = l7;
    i1 = l8;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p1;
      i1 = l7;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      f0_0 = f32_load(memory, i0, 0u);
      l5 = f0_0;
      i0 = l7;
      f0_0 = w2c_f29(i0);
      l3 = f0_0;
      i0 = globals.g13;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        f0_0 = l5;
        f0_0 = wasm_fabsf(f0_0);
        f0_0 = -(f0_0);
        f0_0 = w2c_f25(f0_0);
        l4 = f0_0;
        f1_0 = 1;
        f0_0 += f1_0;
        l6 = f0_0;
        f0_0 = l2;
        f1_0 = l5;
        f2_0 = 0;
        f1_0 = FMAX(f1_0, f2_0);
        f2_0 = l5;
        f3_0 = l3;
        f2_0 *= f3_0;
        f1_0 -= f2_0;
        f2_0 = l4;
        f3_0 = l6;
        f3_0 = w2c_f62(f3_0);
        f4_0 = l4;
        f5_0 = l6;
        f6_0 = -1;
        f5_0 += f6_0;
        f4_0 /= f5_0;
        f3_0 *= f4_0;
        f4_0 = l6;
        f5_0 = 1;
        i4 = f4_0 == f5_0;
        f2_0 = i4 ? f2_0 : f3_0;
        f1_0 += f2_0;
        f1_0 = w2c_f38(f1_0);
        f0_0 += f1_0;
        goto B3;
      }
      f0_0 = l2;
      f1_0 = l5;
      f2_0 = l3;
      f1_0 -= f2_0;
      f1_0 = w2c_f38(f1_0);
      f1_0 = wasm_fabsf(f1_0);
      l3 = f1_0;
      f0_0 += f1_0;
      f1_0 = l2;
      f2_0 = l3;
      f3_0 = 0.5;
      f2_0 *= f3_0;
      f3_0 = l3;
      f2_0 *= f3_0;
      f3_0 = p0;
      f4_0 = l3;
      f5_0 = p0;
      f6_0 = 0.5;
      f5_0 *= f6_0;
      f4_0 -= f5_0;
      f3_0 *= f4_0;
      f4_0 = p0;
      f5_0 = l3;
      i4 = f4_0 >= f5_0;
      f2_0 = i4 ? f2_0 : f3_0;
      f1_0 += f2_0;
      i2 = globals.g13;
      i3 = 1u;
      i2 = i2 == i3;
      f0_0 = i2 ? f0_0 : f1_0;
      f1_0 = l2;
      f2_0 = l3;
      f3_0 = l3;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      i2 = globals.g13;
      f0_0 = i2 ? f0_0 : f1_0;
      B3:;
      l2 = f0_0;
      i0 = l7;
      i1 = 1u;
      i0 += i1;
      l7 = i0;
      goto L1;
    }
  f0_0 = l2;
  i1 = l8;
  f1_0 = (f32)(s32)(i1);
  f0_0 /= f1_0;
  Bfunc:;
  return f0_0;
}

static void w2c_f133(f32 p0, u32 p1, f32 p2) {
  u32 l3 = 0, l4 = 0, l5 = 0, l6 = 0;
  f32 l7 = 0, l8 = 0, l9 = 0, l10 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0, f7_0;
  i0 = globals.g1;
  f0_0 = f32_load(memory, i0, 16u);
  l8 = f0_0;
  i0 = globals.g1;
  i0 = i32_load8_u(memory, i0, 1u);
  l5 = i0;
  i1 = 5u;
  i0 = i0 == i1;
  l3 = i0;
  if (i0) {
    i0 = globals.g13;
    i0 = w2c_f39(i0);
    i0 = !(i0);
    l3 = i0;
  }
  i0 = l3;
  if (i0) {
    L2: 
      i0 = l4;
      i1 = globals.g8;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        f0_0 = l7;
        f1_0 = p0;
        i2 = p1;
        i3 = l4;
        i4 = 2u;
        i3 <<= (i4 & 31);
        i2 += i3;
        f2_0 = f32_load(memory, i2, 0u);
        l7 = f2_0;
        i3 = l4;
        f3_0 = w2c_f29(i3);
        f1_0 = w2c_f104(f1_0, f2_0, f3_0);
        f2_0 = l7;
        f1_0 *= f2_0;
        f0_0 += f1_0;
        l7 = f0_0;
        i0 = l4;
        i1 = 1u;
        i0 += i1;
        l4 = i0;
        goto L2;
      }
  }
  f0_0 = p2;
  f1_0 = p2;
  i2 = globals.g8;
  f2_0 = (f32)(s32)(i2);
  f1_0 /= f2_0;
  i2 = globals.g13;
  i3 = 3u;
  i2 = i2 == i3;
  f0_0 = i2 ? f0_0 : f1_0;
  l10 = f0_0;
  i0 = 0u;
  l4 = i0;
  L4: 
    i0 = l4;
    i1 = globals.g8;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      f0_0 = p0;
      i1 = p1;
      i2 = l4;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      l6 = i1;
      f1_0 = f32_load(memory, i1, 0u);
      p2 = f1_0;
      i2 = l4;
      f2_0 = w2c_f29(i2);
      f0_0 = w2c_f104(f0_0, f1_0, f2_0);
      l9 = f0_0;
      i0 = l6;
      f1_0 = l10;
      f2_0 = p2;
      f3_0 = l9;
      f4_0 = l7;
      f3_0 -= f4_0;
      f2_0 *= f3_0;
      f3_0 = l9;
      i4 = l5;
      f5_0 = l8;
      f6_0 = p2;
      f7_0 = l9;
      f4_0 = w2c_f118(i4, f5_0, f6_0, f7_0);
      i5 = globals.g13;
      i5 = w2c_f39(i5);
      f3_0 = i5 ? f3_0 : f4_0;
      i4 = l3;
      f2_0 = i4 ? f2_0 : f3_0;
      f1_0 *= f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = l4;
      i1 = 1u;
      i0 += i1;
      l4 = i0;
      goto L4;
    }
}

static f32 w2c_f134(u32 p0) {
  u32 l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  f32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g8;
  l7 = i0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 0u);
  l2 = f0_0;
  i0 = 1u;
  l5 = i0;
  L0: 
    i0 = l5;
    i1 = l7;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      f0_0 = l2;
      i1 = p0;
      i2 = l5;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      f0_0 = FMAX(f0_0, f1_0);
      l2 = f0_0;
      i0 = l5;
      i1 = 1u;
      i0 += i1;
      l5 = i0;
      goto L0;
    }
  L2: 
    i0 = l7;
    i1 = l8;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      f0_0 = l3;
      i1 = p0;
      i2 = l8;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      f2_0 = l2;
      f1_0 -= f2_0;
      f1_0 = w2c_f25(f1_0);
      f0_0 += f1_0;
      l3 = f0_0;
      i0 = l8;
      i1 = 1u;
      i0 += i1;
      l8 = i0;
      goto L2;
    }
  f0_0 = l3;
  f0_0 = w2c_f62(f0_0);
  l4 = f0_0;
  L4: 
    i0 = l6;
    i1 = l7;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l6;
      f0_0 = w2c_f29(i0);
      l3 = f0_0;
      f1_0 = 0;
      i0 = f0_0 != f1_0;
      if (i0) {
        f0_0 = l1;
        f1_0 = l3;
        f2_0 = l4;
        i3 = p0;
        i4 = l6;
        i5 = 2u;
        i4 <<= (i5 & 31);
        i3 += i4;
        f3_0 = f32_load(memory, i3, 0u);
        f4_0 = l2;
        f3_0 -= f4_0;
        f2_0 -= f3_0;
        f2_0 = w2c_f38(f2_0);
        f1_0 *= f2_0;
        f0_0 += f1_0;
        l1 = f0_0;
      }
      i0 = l6;
      i1 = 1u;
      i0 += i1;
      l6 = i0;
      goto L4;
    }
  f0_0 = l1;
  return f0_0;
}

static void w2c_f135(f32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0, 
      l9 = 0, l10 = 0;
  f32 l11 = 0, l12 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6, i7;
  f32 f0_0, f1_0, f2_0, f4_0, f5_0, f6_0, f7_0;
  i0 = w2c_f14();
  l2 = i0;
  i0 = w2c_f40();
  i1 = globals.g5;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i2 = 0u;
  i3 = globals.g1;
  i3 = w2c_f20(i3);
  l6 = i3;
  i1 = i3 ? i1 : i2;
  i0 += i1;
  l5 = i0;
  i0 = globals.g19;
  i0 = !(i0);
  i1 = globals.g0;
  i2 = 1u;
  i1 = i1 == i2;
  i0 &= i1;
  i1 = globals.g1;
  f1_0 = f32_load(memory, i1, 20u);
  l12 = f1_0;
  f2_0 = 0;
  i1 = f1_0 == f2_0;
  i0 &= i1;
  i1 = globals.g1;
  f1_0 = f32_load(memory, i1, 24u);
  l11 = f1_0;
  f2_0 = 0;
  i1 = f1_0 == f2_0;
  i0 &= i1;
  if (i0) {
    i0 = l2;
    l1 = i0;
    i0 = globals.g6;
    l7 = i0;
    i0 = globals.g14;
    l8 = i0;
    i0 = globals.g5;
    l10 = i0;
    f0_0 = globals.g24;
    f1_0 = p0;
    f0_0 *= f1_0;
    l12 = f0_0;
    i0 = globals.g4;
    l9 = i0;
    i1 = 2u;
    i0 <<= (i1 & 31);
    l3 = i0;
    L1: 
      i0 = l4;
      i1 = l10;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        f0_0 = l12;
        i1 = l7;
        i2 = l4;
        i3 = 2u;
        i2 <<= (i3 & 31);
        i1 += i2;
        f1_0 = f32_load(memory, i1, 0u);
        f0_0 *= f1_0;
        l11 = f0_0;
        f1_0 = 0;
        i0 = f0_0 != f1_0;
        if (i0) {
          i0 = l1;
          i1 = l8;
          f2_0 = l11;
          f2_0 = -(f2_0);
          i3 = l9;
          w2c_f67(i0, i1, f2_0, i3);
        }
        i0 = l4;
        i1 = 1u;
        i0 += i1;
        l4 = i0;
        i0 = l1;
        i1 = l3;
        i0 += i1;
        l1 = i0;
        goto L1;
      }
  } else {
    L4: 
      i0 = l1;
      i1 = globals.g5;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = globals.g0;
        i1 = 1u;
        i0 = (u32)((s32)i0 > (s32)i1);
        if (i0) {
          i0 = l1;
          w2c_f108(i0);
        }
        i0 = l1;
        i1 = globals.g4;
        i0 = w2c_f13(i0, i1);
        l3 = i0;
        i1 = l2;
        i0 += i1;
        i1 = w2c_f49();
        i2 = l3;
        i1 += i2;
        i2 = l5;
        i3 = globals.g31;
        i4 = globals.g14;
        i5 = globals.g0;
        i6 = 1u;
        i5 = (u32)((s32)i5 > (s32)i6);
        l3 = i5;
        i3 = i5 ? i3 : i4;
        i4 = l3;
        if (i4) {
          f4_0 = p0;
        } else {
          f4_0 = p0;
          i5 = globals.g6;
          i6 = l1;
          i7 = 2u;
          i6 <<= (i7 & 31);
          i5 += i6;
          f5_0 = f32_load(memory, i5, 0u);
          f4_0 *= f5_0;
        }
        i5 = globals.g4;
        f6_0 = l12;
        f7_0 = l11;
        w2c_f34(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
        i0 = l1;
        i1 = 1u;
        i0 += i1;
        l1 = i0;
        goto L4;
      }
  }
  i0 = l6;
  i0 = !(i0);
  if (i0) {
    goto Bfunc;
  }
  i0 = globals.g0;
  i1 = 1u;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = 0u;
    l1 = i0;
    L10: 
      i0 = l1;
      i1 = globals.g5;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = globals.g6;
        i1 = l1;
        i2 = 2u;
        i1 <<= (i2 & 31);
        i0 += i1;
        i1 = l1;
        f1_0 = w2c_f109(i1);
        f32_store(memory, i0, 0u, f1_0);
        i0 = l1;
        i1 = 1u;
        i0 += i1;
        l1 = i0;
        goto L10;
      }
  }
  i0 = w2c_f40();
  i1 = l2;
  i0 += i1;
  i1 = w2c_f49();
  i2 = w2c_f40();
  i1 += i2;
  i2 = l5;
  i3 = globals.g6;
  f4_0 = p0;
  i5 = globals.g5;
  f6_0 = 0;
  f7_0 = 0;
  w2c_f34(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
  Bfunc:;
}

static void w2c_f136(f32 p0) {
  u32 l5 = 0;
  f32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0, f7_0;
  i0 = w2c_f47();
  globals.g23 = i0;
  f0_0 = 1;
  i1 = globals.g1;
  f1_0 = f32_load(memory, i1, 16u);
  f0_0 -= f1_0;
  l1 = f0_0;
  L0: 
    i0 = l5;
    i1 = globals.g4;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l5;
      w2c_f41(i0);
      i0 = globals.g10;
      i1 = globals.g22;
      i0 += i1;
      f1_0 = w2c_f66();
      f32_store(memory, i0, 0u, f1_0);
      i0 = globals.g6;
      i1 = globals.g22;
      i0 += i1;
      f1_0 = w2c_f65();
      f32_store(memory, i0, 0u, f1_0);
      f0_0 = 1;
      f1_0 = l1;
      f0_0 -= f1_0;
      l3 = f0_0;
      i0 = globals.g16;
      i1 = w2c_f2();
      i2 = 3u;
      i1 *= i2;
      i0 += i1;
      f0_0 = f32_load(memory, i0, 0u);
      l2 = f0_0;
      i0 = globals.g16;
      i1 = w2c_f2();
      i2 = 1u;
      i1 <<= (i2 & 31);
      i0 += i1;
      i1 = globals.g16;
      i2 = w2c_f2();
      i3 = 1u;
      i2 <<= (i3 & 31);
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      l4 = f1_0;
      f2_0 = l1;
      i3 = globals.g23;
      if (i3) {
        f3_0 = globals.g28;
      } else {
        i3 = 0u;
        f3_0 = w2c_f15(i3);
      }
      f4_0 = l4;
      f3_0 -= f4_0;
      l4 = f3_0;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = globals.g16;
      i1 = w2c_f2();
      i2 = 3u;
      i1 *= i2;
      i0 += i1;
      f1_0 = 0;
      f2_0 = l2;
      f3_0 = l1;
      f4_0 = globals.g49;
      i5 = globals.g0;
      f5_0 = (f32)(s32)(i5);
      f4_0 *= f5_0;
      i5 = globals.g0;
      i6 = 1u;
      i5 -= i6;
      f5_0 = (f32)(s32)(i5);
      f4_0 /= f5_0;
      f5_0 = l2;
      f4_0 -= f5_0;
      f3_0 *= f4_0;
      f2_0 += f3_0;
      f3_0 = l3;
      f4_0 = l2;
      f5_0 = l1;
      f6_0 = l4;
      f7_0 = l4;
      f6_0 *= f7_0;
      f5_0 *= f6_0;
      f4_0 += f5_0;
      f3_0 *= f4_0;
      i4 = globals.g23;
      f2_0 = i4 ? f2_0 : f3_0;
      l2 = f2_0;
      f3_0 = l2;
      f4_0 = 1.17549435e-38;
      i3 = f3_0 < f4_0;
      f1_0 = i3 ? f1_0 : f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = l5;
      i1 = 1u;
      i0 += i1;
      l5 = i0;
      goto L0;
    }
  i0 = w2c_f14();
  i1 = w2c_f49();
  i2 = w2c_f2();
  i3 = 1u;
  i2 <<= (i3 & 31);
  i3 = globals.g10;
  f4_0 = p0;
  i5 = globals.g4;
  f6_0 = 0;
  f7_0 = 0;
  w2c_f34(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
  i0 = w2c_f14();
  i1 = w2c_f2();
  i0 += i1;
  i1 = w2c_f49();
  i2 = w2c_f2();
  i1 += i2;
  i2 = w2c_f2();
  i3 = 1u;
  i2 <<= (i3 & 31);
  i3 = globals.g6;
  f4_0 = p0;
  i5 = globals.g4;
  f6_0 = 0;
  f7_0 = 0;
  w2c_f34(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
}

static void w2c_f137(u32 p0, u32 p1, u32 p2, u32 p3, u32 p4, u32 p5) {
  u32 l9 = 0, l10 = 0;
  f32 l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p2;
  i1 = p3;
  i2 = p4;
  i1 *= i2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l9 = i0;
  i1 = p4;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i2 = 0u;
  i3 = p5;
  i1 = i3 ? i1 : i2;
  i0 += i1;
  l10 = i0;
  i0 = p0;
  i1 = 2u;
  i0 = i0 == i1;
  p5 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = p0;
    i1 = 4u;
    i0 = i0 == i1;
    p5 = i0;
  }
  f0_0 = 2;
  f1_0 = 6;
  i2 = p5;
  f0_0 = i2 ? f0_0 : f1_0;
  f1_0 = 1;
  i2 = p0;
  f0_0 = i2 ? f0_0 : f1_0;
  i1 = p3;
  f1_0 = (f32)(s32)(i1);
  i2 = p4;
  f2_0 = (f32)(s32)(i2);
  f3_0 = 0;
  i4 = p0;
  i5 = 3u;
  i4 = (u32)((s32)i4 >= (s32)i5);
  f2_0 = i4 ? f2_0 : f3_0;
  f1_0 += f2_0;
  f0_0 /= f1_0;
  f0_0 = wasm_sqrtf(f0_0);
  l7 = f0_0;
  L1: 
    i0 = p2;
    i1 = l10;
    i0 = i0 < i1;
    if (i0) {
      i0 = p2;
      i1 = p0;
      i1 = !(i1);
      i2 = p2;
      i3 = l9;
      i2 = i2 < i3;
      i1 |= i2;
      i2 = p0;
      i3 = 5u;
      i2 = i2 != i3;
      i1 &= i2;
      if (i1) {
        f1_0 = l7;
        i2 = p5;
        if (i2) {
          L5: 
            i2 = p1;
            f2_0 = w2c_f11(i2);
            f3_0 = 2;
            f2_0 *= f3_0;
            f3_0 = -1;
            f2_0 += f3_0;
            l6 = f2_0;
            f3_0 = l6;
            f2_0 *= f3_0;
            i3 = p1;
            f3_0 = w2c_f11(i3);
            f4_0 = 2;
            f3_0 *= f4_0;
            f4_0 = -1;
            f3_0 += f4_0;
            l8 = f3_0;
            f4_0 = l8;
            f3_0 *= f4_0;
            f2_0 += f3_0;
            l8 = f2_0;
            f3_0 = 1;
            i2 = f2_0 < f3_0;
            f3_0 = l8;
            f4_0 = 0;
            i3 = f3_0 > f4_0;
            i2 &= i3;
            i2 = !(i2);
            if (i2) {goto L5;}
          f2_0 = l6;
          f3_0 = l8;
          f3_0 = w2c_f62(f3_0);
          f4_0 = -2;
          f3_0 *= f4_0;
          f4_0 = l8;
          f3_0 /= f4_0;
          f3_0 = wasm_sqrtf(f3_0);
          f2_0 *= f3_0;
        } else {
          i2 = p1;
          f2_0 = w2c_f11(i2);
          f3_0 = 2;
          f2_0 *= f3_0;
          f3_0 = -1;
          f2_0 += f3_0;
        }
        f1_0 *= f2_0;
      } else {
        f1_0 = 0;
      }
      f32_store(memory, i0, 0u, f1_0);
      i0 = p2;
      i1 = 4u;
      i0 += i1;
      p2 = i0;
      goto L1;
    }
}

static u32 w2c_target_size(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_output_size(i0);
  return i0;
}

static u32 w2c_target(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 16u;
  i0 = w2c_f68(i0, i1);
  return i0;
}

static u32 w2c_state_size(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i0 = i32_load(memory, i0, 32u);
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_state(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i0 = w2c_f3(i0);
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_set(u32 p0, u32 p1, f32 p2) {
  u32 l3 = 0, l4 = 0, l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  i0 = w2c_f8(i0);
  l3 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    i0 = w2c_f1(i0);
    goto Bfunc;
  }
  i0 = l3;
  i0 = i32_load(memory, i0, 0u);
  l4 = i0;
  i0 = p1;
  i1 = 8u;
  i0 >>= (i1 & 31);
  p0 = i0;
  i0 = !(i0);
  i1 = p1;
  i2 = 255u;
  i1 &= i2;
  l5 = i1;
  i2 = 2u;
  i1 = i1 == i2;
  i0 &= i1;
  if (i0) {
    f0_0 = p2;
    i0 = w2c_f115(f0_0);
    i1 = 0u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = 0u;
      i0 = w2c_f1(i0);
      goto Bfunc;
    }
    i0 = l3;
    f1_0 = p2;
    f32_store(memory, i0, 44u, f1_0);
    i0 = 0u;
    goto Bfunc;
  }
  i0 = p0;
  i0 = !(i0);
  i1 = l5;
  i2 = 1u;
  i1 = i1 == i2;
  i0 &= i1;
  if (i0) {
    f0_0 = p2;
    f1_0 = 1000;
    i0 = f0_0 <= f1_0;
    f1_0 = p2;
    f2_0 = 0;
    i1 = f1_0 >= f2_0;
    i0 &= i1;
    i0 = !(i0);
    if (i0) {
      i0 = 4294967288u;
      i1 = p1;
      f2_0 = 1000;
      f3_0 = p2;
      i0 = w2c_f7(i0, i1, f2_0, f3_0);
      goto Bfunc;
    }
    i0 = l4;
    i0 = w2c_f10(i0);
    f1_0 = p2;
    f32_store(memory, i0, 0u, f1_0);
    i0 = 0u;
    goto Bfunc;
  }
  i0 = l5;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    i1 = l4;
    i1 = i32_load16_u(memory, i1, 42u);
    i0 = i0 >= i1;
    if (i0) {
      i0 = 0u;
    } else {
      i0 = l4;
      i0 = w2c_f9(i0);
      i1 = p0;
      i2 = 5u;
      i1 <<= (i2 & 31);
      i0 += i1;
      i0 = i32_load8_u(memory, i0, 0u);
      l3 = i0;
      i1 = 3u;
      i0 = i0 == i1;
      i1 = l3;
      i2 = 1u;
      i1 = i1 == i2;
      i0 |= i1;
    }
  } else {
    i0 = 0u;
  }
  if (i0) {
    f0_0 = p2;
    f1_0 = 1;
    i0 = f0_0 != f1_0;
    f1_0 = p2;
    f2_0 = 0;
    i1 = f1_0 != f2_0;
    i0 &= i1;
    if (i0) {
      i0 = 4294967288u;
      i1 = p1;
      f2_0 = 1;
      f3_0 = p2;
      i0 = w2c_f7(i0, i1, f2_0, f3_0);
      goto Bfunc;
    }
    i0 = l4;
    i0 = w2c_f18(i0);
    i1 = p0;
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    f1_0 = p2;
    f2_0 = 1;
    i1 = f1_0 == f2_0;
    i32_store(memory, i0, 0u, i1);
    i0 = 0u;
    goto Bfunc;
  }
  i0 = 4294967286u;
  i1 = p1;
  i2 = 0u;
  i3 = p1;
  i0 = w2c_f0(i0, i1, i2, i3);
  Bfunc:;
  return i0;
}

static u32 w2c_selftest(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  i0 = 16384u;
  i0 = w2c_f99(i0);
  i0 = !(i0);
  if (i0) {goto B0;}
  i0 = 0u;
  globals.g25 = i0;
  i0 = w2c_f24();
  i1 = 16368u;
  i0 += i1;
  l1 = i0;
  i1 = 1u;
  w2c_f83(i0, i1);
  i0 = l1;
  f0_0 = w2c_f11(i0);
  f1_0 = 1.17549435e-38;
  f0_0 *= f1_0;
  l5 = f0_0;
  i1 = l1;
  f1_0 = w2c_f11(i1);
  f2_0 = 16777216;
  f1_0 += f2_0;
  f0_0 *= f1_0;
  i0 = i32_reinterpret_f32(f0_0);
  f1_0 = l5;
  i1 = i32_reinterpret_f32(f1_0);
  i2 = 2166136261u;
  i1 ^= i2;
  i0 *= i1;
  l0 = i0;
  L1: 
    i0 = l2;
    i1 = 12u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = w2c_f24();
      l3 = i0;
      i1 = l2;
      w2c_f125(i0, i1);
      i0 = 1u;
      w2c_f79(i0);
      i0 = l3;
      i1 = 320u;
      i2 = 0u;
      i0 = w2c_f69(i0, i1, i2);
      i1 = 0u;
      w2c_f79(i1);
      i1 = 0u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = 0u;
        l0 = i0;
        goto B0;
      }
      i0 = l3;
      i0 = w2c_f105(i0);
      l3 = i0;
      i0 = !(i0);
      if (i0) {
        i0 = 0u;
        l0 = i0;
        goto B0;
      }
      i0 = l0;
      i1 = l3;
      i2 = l1;
      i0 = w2c_f126(i0, i1, i2);
      l0 = i0;
      i0 = l3;
      w2c_f63(i0);
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L1;
    }
  B0:;
  i0 = l0;
  return i0;
}

static u32 w2c_seal(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    i0 = w2c_f1(i0);
    goto Bfunc;
  }
  i0 = p0;
  i1 = p0;
  i1 = i32_load(memory, i1, 28u);
  i2 = p0;
  i2 = i32_load(memory, i2, 32u);
  i1 += i2;
  l1 = i1;
  i32_store(memory, i0, 8u, i1);
  i0 = p0;
  i1 = p0;
  i2 = l1;
  i1 = w2c_f112(i1, i2);
  i32_store(memory, i0, 12u, i1);
  i0 = p0;
  Bfunc:;
  return i0;
}

static u32 w2c_restore(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  u64 j2, j3, j4;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    i0 = w2c_f1(i0);
    goto Bfunc;
  }
  i0 = p0;
  i0 = i32_load(memory, i0, 0u);
  l3 = i0;
  i0 = i32_load(memory, i0, 32u);
  l4 = i0;
  i1 = p2;
  i0 = i0 != i1;
  if (i0) {
    i0 = 4294967289u;
    i1 = 0u;
    i2 = l4;
    i3 = p2;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = 0u;
  i1 = p1;
  i2 = p2;
  i1 = w2c_f100(i1, i2);
  i2 = l3;
  j2 = (u64)(i2);
  i3 = p1;
  j3 = (u64)(i3);
  i4 = p2;
  j4 = (u64)(i4);
  j3 += j4;
  i2 = j2 < j3;
  i3 = p1;
  i4 = l3;
  i5 = p0;
  i5 = i32_load(memory, i5, 8u);
  i4 += i5;
  i3 = i3 < i4;
  p0 = i3;
  i4 = p0;
  i2 = i4 ? i2 : i3;
  i0 = i2 ? i0 : i1;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967294u;
    i1 = p1;
    i2 = l4;
    i3 = 0u;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = l3;
  i1 = p1;
  i0 = w2c_f81(i0, i1);
  p0 = i0;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = p0;
    goto Bfunc;
  }
  i0 = l3;
  i0 = w2c_f3(i0);
  i1 = p1;
  i2 = l4;
  w2c_f43(i0, i1, i2);
  i0 = 0u;
  Bfunc:;
  return i0;
}

static u32 w2c_predict(u32 p0) {
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i0 = w2c_f94(i0);
    i1 = 0u;
    i0 = (u32)((s32)i0 >= (s32)i1);
  } else {
    i0 = 0u;
  }
  p0 = i0;
  i0 = 0u;
  i1 = 0u;
  i1 = w2c_f1(i1);
  i2 = p0;
  i0 = i2 ? i0 : i1;
  return i0;
}

static u32 w2c_parameter(u32 p0, u32 p1, u32 p2) {
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i1 = p1;
    i2 = p2;
    i0 = w2c_f127(i0, i1, i2);
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_output(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 24u;
  i0 = w2c_f68(i0, i1);
  return i0;
}

static u32 w2c_open(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i1 = p1;
  i2 = 1u;
  i0 = w2c_f69(i0, i1, i2);
  p1 = i0;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {goto B0;}
  i0 = p0;
  i0 = i32_load(memory, i0, 16u);
  i1 = 1u;
  i0 &= i1;
  i0 = !(i0);
  if (i0) {
    i0 = p0;
    i1 = p0;
    i1 = w2c_f3(i1);
    i0 = w2c_f81(i0, i1);
    p1 = i0;
    i1 = 0u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {goto B0;}
  }
  i0 = 4294967294u;
  p1 = i0;
  i0 = p0;
  i0 = w2c_f105(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {goto B0;}
  i0 = p0;
  i0 = w2c_f131(i0);
  p1 = i0;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = p0;
    w2c_f63(i0);
  }
  B0:;
  i0 = p1;
  return i0;
}

static u32 w2c_measure(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  u64 j1;
  i0 = p0;
  i1 = p1;
  i2 = 0u;
  i0 = w2c_f69(i0, i1, i2);
  p0 = i0;
  j1 = globals.g43;
  i1 = (u32)(j1);
  i2 = p0;
  i3 = 0u;
  i2 = (u32)((s32)i2 < (s32)i3);
  i0 = i2 ? i0 : i1;
  return i0;
}

static f32 w2c_loss(u32 p0) {
  MEMORY;
  u32 i0;
  f32 f0_0;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    f0_0 = 0;
    goto Bfunc;
  }
  i0 = 0u;
  globals.g25 = i0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 40u);
  Bfunc:;
  return f0_0;
}

static u32 w2c_limit(u32 p0) {
  u32 l1 = 0;
  u32 i0, i1, i2, i3;
  i0 = 1u;
  i1 = w2c_f101();
  l1 = i1;
  i2 = p0;
  i1 = i1 < i2;
  i2 = globals.g36;
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = 4294967294u;
    i1 = 0u;
    i2 = p0;
    i3 = l1;
    i0 = w2c_f0(i0, i1, i2, i3);
    goto B0;
  }
  i0 = p0;
  globals.g51 = i0;
  i0 = p0;
  i1 = 80u;
  i0 += i1;
  i1 = 4294967280u;
  i0 &= i1;
  globals.g35 = i0;
  i0 = 0u;
  B0:;
  return i0;
}

static u32 w2c_learn_class(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    i0 = w2c_f1(i0);
    goto Bfunc;
  }
  i0 = p0;
  i1 = p1;
  i0 = w2c_f97(i0, i1);
  p0 = i0;
  i0 = 0u;
  i0 = w2c_f1(i0);
  i1 = p0;
  i2 = p0;
  i3 = 0u;
  i2 = (u32)((s32)i2 < (s32)i3);
  i0 = i2 ? i0 : i1;
  Bfunc:;
  return i0;
}

static u32 w2c_learn(u32 p0) {
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    i0 = w2c_f1(i0);
    goto Bfunc;
  }
  i0 = p0;
  i0 = w2c_f95(i0);
  p0 = i0;
  i0 = 0u;
  i0 = w2c_f1(i0);
  i1 = p0;
  i2 = p0;
  i3 = 0u;
  i2 = (u32)((s32)i2 < (s32)i3);
  i0 = i2 ? i0 : i1;
  Bfunc:;
  return i0;
}

static u32 w2c_input_size(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    i0 = i32_load(memory, i0, 20u);
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_input(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 12u;
  i0 = w2c_f68(i0, i1);
  return i0;
}

static f32 w2c_get(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    f0_0 = 0;
    goto Bfunc;
  }
  i0 = 0u;
  globals.g25 = i0;
  i0 = p1;
  i1 = 255u;
  i0 &= i1;
  l3 = i0;
  i0 = p1;
  i1 = 8u;
  i0 >>= (i1 & 31);
  l4 = i0;
  i1 = p0;
  i1 = i32_load(memory, i1, 0u);
  l2 = i1;
  i1 = i32_load16_u(memory, i1, 42u);
  i0 = i0 < i1;
  if (i0) {
    i0 = l3;
    i1 = 3u;
    i0 = i0 == i1;
    if (i0) {
      i0 = l2;
      i0 = w2c_f18(i0);
      i1 = l4;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      i0 = i32_load(memory, i0, 0u);
      f0_0 = (f32)(i0);
      goto Bfunc;
    }
    i0 = l3;
    i1 = 6u;
    i0 = i0 == i1;
    if (i0) {
      i0 = p0;
      i1 = l4;
      i0 = w2c_f70(i0, i1);
      f0_0 = f32_load(memory, i0, 0u);
      f0_0 = wasm_sqrtf(f0_0);
      goto Bfunc;
    }
    i0 = l3;
    i1 = 7u;
    i0 = i0 == i1;
    if (i0) {
      i0 = l2;
      i0 = w2c_f9(i0);
      i1 = l4;
      i2 = 5u;
      i1 <<= (i2 & 31);
      i0 += i1;
      p0 = i0;
      i0 = i32_load8_u(memory, i0, 0u);
      i1 = 1u;
      i0 = i0 != i1;
      if (i0) {
        f0_0 = 0;
      } else {
        i0 = l2;
        i1 = p0;
        i1 = i32_load(memory, i1, 8u);
        i0 += i1;
        p0 = i0;
        i1 = p0;
        i2 = l2;
        i3 = l4;
        i2 = w2c_f113(i2, i3);
        f0_0 = w2c_f27(i0, i1, i2);
        f0_0 = wasm_sqrtf(f0_0);
      }
      goto Bfunc;
    }
    i0 = l3;
    i1 = 8u;
    i0 = i0 == i1;
    if (i0) {
      i0 = p0;
      i1 = l4;
      i0 = w2c_f70(i0, i1);
      i0 = i32_load(memory, i0, 4u);
      f0_0 = (f32)(i0);
      goto Bfunc;
    }
  }
  i0 = l4;
  i0 = !(i0);
  if (i0) {
    i0 = l3;
    i1 = 1u;
    i0 = i0 == i1;
    if (i0) {
      i0 = l2;
      i0 = w2c_f10(i0);
      f0_0 = f32_load(memory, i0, 0u);
      goto Bfunc;
    }
    i0 = l3;
    i1 = 4u;
    i0 = i0 == i1;
    if (i0) {
      i0 = l2;
      i0 = w2c_f46(i0);
      i1 = l2;
      i1 = w2c_f10(i1);
      f0_0 = w2c_f82(i0, i1);
      goto Bfunc;
    }
    i0 = l3;
    i1 = 5u;
    i0 = i0 == i1;
    if (i0) {
      i0 = 0u;
      p1 = i0;
      L11: 
        i0 = p1;
        i1 = l2;
        i1 = i32_load16_u(memory, i1, 42u);
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l2;
          i0 = w2c_f9(i0);
          i1 = p1;
          i2 = 5u;
          i1 <<= (i2 & 31);
          i0 += i1;
          l3 = i0;
          i0 = i32_load8_u(memory, i0, 0u);
          i1 = 1u;
          i0 = i0 == i1;
          if (i0) {
            i0 = l2;
            i1 = l3;
            i1 = i32_load(memory, i1, 8u);
            i0 += i1;
            p0 = i0;
            i1 = l2;
            i2 = p1;
            i1 = w2c_f113(i1, i2);
            i2 = 2u;
            i1 <<= (i2 & 31);
            i0 += i1;
            l4 = i0;
            L14: 
              i0 = p0;
              i1 = l4;
              i0 = i0 < i1;
              if (i0) {
                f0_0 = l5;
                i1 = p0;
                f1_0 = f32_load(memory, i1, 0u);
                f1_0 = wasm_fabsf(f1_0);
                l5 = f1_0;
                i2 = l3;
                f2_0 = f32_load(memory, i2, 20u);
                f3_0 = l5;
                i4 = l3;
                f4_0 = f32_load(memory, i4, 24u);
                f3_0 *= f4_0;
                f2_0 += f3_0;
                f1_0 *= f2_0;
                f0_0 += f1_0;
                l5 = f0_0;
                i0 = p0;
                i1 = 4u;
                i0 += i1;
                p0 = i0;
                goto L14;
              }
          }
          i0 = p1;
          i1 = 1u;
          i0 += i1;
          p1 = i0;
          goto L11;
        }
      f0_0 = l5;
      goto Bfunc;
    }
  }
  i0 = 4294967286u;
  i1 = p1;
  i2 = 0u;
  i3 = p1;
  i0 = w2c_f0(i0, i1, i2, i3);
  f0_0 = 0;
  Bfunc:;
  return f0_0;
}

static u32 w2c_flush(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  if (i0) {
    i0 = p0;
    w2c_f51(i0);
    i0 = globals.g3;
    i0 = w2c_f3(i0);
    i0 = i32_load(memory, i0, 8u);
    p0 = i0;
    if (i0) {
      i0 = p0;
      i0 = w2c_f91(i0);
    } else {
      i0 = 0u;
    }
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_error(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f1(i0);
  return i0;
}

static u32 w2c_count(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f8(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = 0u;
  globals.g25 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 0u);
  l3 = i0;
  i0 = p1;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = l3;
    i0 = w2c_f3(i0);
  } else {
    i0 = p1;
    i1 = 2u;
    i0 = i0 == i1;
    if (i0) {
      i0 = l3;
      i0 = w2c_f10(i0);
      i1 = 24u;
      i0 += i1;
    } else {
      i0 = p1;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l3;
        i0 = w2c_f10(i0);
        i1 = 16u;
        i0 += i1;
      } else {
        i0 = p1;
        i1 = 4u;
        i0 = i0 == i1;
        if (i0) {
          i0 = l3;
          i0 = w2c_f3(i0);
          i1 = 8u;
          i0 += i1;
        } else {
          i0 = p1;
          i1 = 5u;
          i0 = i0 == i1;
          if (i0) {
            i0 = p0;
            i1 = 56u;
            i0 += i1;
          } else {
            i0 = p1;
            i1 = 6u;
            i0 = i0 == i1;
            if (i0) {
              i0 = p0;
              i1 = 4294967232u;
              i0 -= i1;
            } else {
              i0 = p1;
              i1 = 7u;
              i0 = i0 == i1;
              if (i0) {
                i0 = p0;
                i1 = 8u;
                i0 += i1;
              } else {
                i0 = 4294967286u;
                i1 = p1;
                i2 = 7u;
                i3 = p1;
                i0 = w2c_f0(i0, i1, i2, i3);
                i0 = 0u;
                goto Bfunc;
              }
            }
          }
        }
      }
    }
  }
  p0 = i0;
  i0 = p2;
  i0 = !(i0);
  if (i0) {
    i0 = p0;
    i0 = i32_load(memory, i0, 0u);
    goto Bfunc;
  }
  i0 = p1;
  i1 = 7u;
  i0 = i0 == i1;
  i1 = p1;
  i2 = 4u;
  i1 = i1 == i2;
  i0 |= i1;
  if (i0) {
    i0 = 0u;
  } else {
    i0 = p0;
    i0 = i32_load(memory, i0, 4u);
  }
  Bfunc:;
  return i0;
}

static u32 w2c_close(u32 p0) {
  u32 l1 = 0, l2 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f8(i0);
  l1 = i0;
  if (i0) {
    i0 = p0;
    i1 = 1048575u;
    i0 &= i1;
    i1 = 1u;
    i0 -= i1;
    l2 = i0;
    i0 = w2c_f36(i0);
    i1 = globals.g37;
    i2 = 12u;
    i1 <<= (i2 & 31);
    i2 = p0;
    i3 = 20u;
    i2 >>= (i3 & 31);
    i3 = 1u;
    i2 += i3;
    i3 = 2047u;
    i2 &= i3;
    i3 = 1u;
    i2 <<= (i3 & 31);
    i1 |= i2;
    i2 = 1u;
    i1 |= i2;
    i32_store(memory, i0, 0u, i1);
    i0 = l2;
    i1 = 1u;
    i0 += i1;
    globals.g37 = i0;
    i0 = l1;
    w2c_f63(i0);
    i0 = 0u;
  } else {
    i0 = 0u;
    i0 = w2c_f1(i0);
  }
  return i0;
}

static u32 w2c_checksum(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f17(i0);
  p0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = 0u;
  globals.g25 = i0;
  i0 = 2166136261u;
  i1 = p0;
  i1 = w2c_f3(i1);
  i2 = p0;
  i2 = i32_load(memory, i2, 32u);
  i0 = w2c_f71(i0, i1, i2);
  Bfunc:;
  return i0;
}

static u32 w2c_capacity(void) {
  u32 i0;
  i0 = w2c_f101();
  return i0;
}

static u32 w2c_arena(void) {
  u32 i0;
  i0 = w2c_f24();
  return i0;
}

static u32 w2c_abi(void) {
  u32 i0;
  i0 = 1u;
  return i0;
}

static void w2c_f166(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0, l6 = 0, l7 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  f0_0 = 1.40129846e-45;
  f1_0 = -0.99000001;
  f2_0 = 0.00999999978;
  i3 = globals.g1;
  i3 = i32_load8_u(memory, i3, 1u);
  l1 = i3;
  i4 = 2u;
  i3 = i3 == i4;
  f1_0 = i3 ? f1_0 : f2_0;
  i2 = l1;
  i3 = 3u;
  i2 = i2 == i3;
  f0_0 = i2 ? f0_0 : f1_0;
  l5 = f0_0;
  f0_0 = INFINITY;
  f1_0 = 0.99000001;
  i2 = globals.g1;
  i2 = i32_load8_u(memory, i2, 1u);
  i3 = 3u;
  i2 = i2 == i3;
  f0_0 = i2 ? f0_0 : f1_0;
  l6 = f0_0;
  L0: 
    i0 = l2;
    i1 = globals.g0;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = globals.g10;
      i1 = l2;
      i2 = globals.g5;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i1 *= i2;
      i0 += i1;
      l3 = i0;
      i0 = 0u;
      l1 = i0;
      L2: 
        i0 = l1;
        i1 = globals.g5;
        i0 = i0 < i1;
        if (i0) {
          i0 = p0;
          i1 = l1;
          i2 = 5u;
          i1 >>= (i2 & 31);
          i2 = 2u;
          i1 <<= (i2 & 31);
          i0 += i1;
          l4 = i0;
          i1 = l4;
          i1 = i32_load(memory, i1, 0u);
          f2_0 = l6;
          i3 = l3;
          i4 = l1;
          i5 = 2u;
          i4 <<= (i5 & 31);
          i3 += i4;
          f3_0 = f32_load(memory, i3, 0u);
          l7 = f3_0;
          i2 = f2_0 >= f3_0;
          f3_0 = l5;
          f4_0 = l7;
          i3 = f3_0 <= f4_0;
          i2 &= i3;
          i3 = l1;
          i2 <<= (i3 & 31);
          i1 |= i2;
          i32_store(memory, i0, 0u, i1);
          i0 = l1;
          i1 = 1u;
          i0 += i1;
          l1 = i0;
          goto L2;
        }
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
}

static void w2c_f167(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = globals.g0;
  i1 = globals.g7;
  i1 = i32_load(memory, i1, 48u);
  i0 += i1;
  l4 = i0;
  i1 = 256u;
  i0 = i0 >= i1;
  l6 = i0;
  i0 = globals.g53;
  i1 = globals.g3;
  i1 = i32_load16_u(memory, i1, 42u);
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l0 = i0;
  w2c_f48();
  L0: 
    i0 = w2c_f21();
    i0 = !(i0);
    if (i0) {
      i0 = globals.g1;
      i0 = w2c_f78(i0);
      if (i0) {
        i0 = l0;
        w2c_f166(i0);
        i0 = globals.g5;
        i1 = 31u;
        i0 += i1;
        i1 = 5u;
        i0 >>= (i1 & 31);
        l5 = i0;
        i0 = l6;
        if (i0) {
          i0 = globals.g7;
          i1 = globals.g9;
          i0 = w2c_f70(i0, i1);
          i1 = 0u;
          l7 = i1;
          i1 = l0;
          l1 = i1;
          i2 = l5;
          i3 = 2u;
          i2 <<= (i3 & 31);
          i1 += i2;
          l2 = i1;
          L4: 
            i1 = l1;
            i2 = l2;
            i1 = i1 < i2;
            if (i1) {
              i1 = l7;
              i2 = l1;
              i2 = i32_load(memory, i2, 0u);
              i2 = I32_POPCNT(i2);
              i1 += i2;
              l7 = i1;
              i1 = l1;
              i2 = 0u;
              i32_store(memory, i1, 0u, i2);
              i1 = l1;
              i2 = 4u;
              i1 += i2;
              l1 = i1;
              goto L4;
            }
          i1 = globals.g5;
          i2 = l7;
          i1 -= i2;
          i32_store(memory, i0, 4u, i1);
        }
        i0 = l0;
        i1 = l5;
        i2 = 2u;
        i1 <<= (i2 & 31);
        i0 += i1;
        l0 = i0;
      }
      w2c_f72();
      goto L0;
    }
  i0 = globals.g7;
  i1 = 0u;
  i2 = l4;
  i3 = l6;
  i1 = i3 ? i1 : i2;
  i32_store(memory, i0, 48u, i1);
}

static void w2c_f168(u32 p0, f32 p1, u32 p2, u32 p3) {
  f32 l4 = 0, l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  i0 = p0;
  i0 = !(i0);
  if (i0) {
    goto Bfunc;
  }
  i0 = p2;
  i1 = p3;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p3 = i0;
  i0 = p0;
  i1 = 5u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p2;
    f0_0 = f32_load(memory, i0, 0u);
    p1 = f0_0;
    i0 = p2;
    i1 = 4u;
    i0 += i1;
    p0 = i0;
    L2: 
      i0 = p0;
      i1 = p3;
      i0 = i0 < i1;
      if (i0) {
        f0_0 = p1;
        i1 = p0;
        f1_0 = f32_load(memory, i1, 0u);
        f0_0 = FMAX(f0_0, f1_0);
        p1 = f0_0;
        i0 = p0;
        i1 = 4u;
        i0 += i1;
        p0 = i0;
        goto L2;
      }
    i0 = p2;
    p0 = i0;
    L4: 
      i0 = p0;
      i1 = p3;
      i0 = i0 < i1;
      if (i0) {
        i0 = p0;
        i1 = p0;
        f1_0 = f32_load(memory, i1, 0u);
        f2_0 = p1;
        f1_0 -= f2_0;
        f1_0 = w2c_f25(f1_0);
        l5 = f1_0;
        f32_store(memory, i0, 0u, f1_0);
        f0_0 = l4;
        f1_0 = l5;
        f0_0 += f1_0;
        l4 = f0_0;
        i0 = p0;
        i1 = 4u;
        i0 += i1;
        p0 = i0;
        goto L4;
      }
    L6: 
      i0 = p2;
      i1 = p3;
      i0 = i0 < i1;
      if (i0) {
        i0 = p2;
        i1 = p2;
        f1_0 = f32_load(memory, i1, 0u);
        f2_0 = l4;
        f1_0 /= f2_0;
        f32_store(memory, i0, 0u, f1_0);
        i0 = p2;
        i1 = 4u;
        i0 += i1;
        p2 = i0;
        goto L6;
      }
    goto Bfunc;
  }
  L8: 
    i0 = p2;
    i1 = p3;
    i0 = i0 < i1;
    if (i0) {
      i0 = p2;
      f0_0 = f32_load(memory, i0, 0u);
      l4 = f0_0;
      i0 = p2;
      i1 = p0;
      i2 = 3u;
      i1 = i1 == i2;
      if (i1) {
        f1_0 = l4;
        f2_0 = 0;
        f1_0 = FMAX(f1_0, f2_0);
      } else {
        i1 = p0;
        i2 = 4u;
        i1 = i1 == i2;
        if (i1) {
          f1_0 = l4;
          f2_0 = p1;
          f3_0 = l4;
          f2_0 *= f3_0;
          f3_0 = l4;
          f4_0 = 0;
          i3 = f3_0 > f4_0;
          f1_0 = i3 ? f1_0 : f2_0;
        } else {
          i1 = p0;
          i2 = 2u;
          i1 = i1 == i2;
          if (i1) {
            f1_0 = l4;
            f1_0 = wasm_fabsf(f1_0);
            l5 = f1_0;
            f2_0 = 0.625;
            i1 = f1_0 < f2_0;
            if (i1) {
              f1_0 = l4;
              f2_0 = l4;
              f1_0 *= f2_0;
              l5 = f1_0;
              f2_0 = -0.00570498873;
              f1_0 *= f2_0;
              f2_0 = 0.020639088;
              f1_0 += f2_0;
              f2_0 = l5;
              f1_0 *= f2_0;
              f2_0 = -0.0537397154;
              f1_0 += f2_0;
              f2_0 = l5;
              f1_0 *= f2_0;
              f2_0 = 0.133314416;
              f1_0 += f2_0;
              f2_0 = l5;
              f1_0 *= f2_0;
              f2_0 = -0.333332807;
              f1_0 += f2_0;
              f2_0 = l5;
              f1_0 *= f2_0;
              f2_0 = l4;
              f1_0 *= f2_0;
              f2_0 = l4;
              f1_0 += f2_0;
              goto B13;
            }
            f1_0 = 1;
            f2_0 = 1;
            f3_0 = 2;
            f4_0 = l5;
            f5_0 = l5;
            f4_0 += f5_0;
            f4_0 = w2c_f25(f4_0);
            f5_0 = 1;
            f4_0 += f5_0;
            f3_0 /= f4_0;
            f2_0 -= f3_0;
            f3_0 = l5;
            f4_0 = 9.19999981;
            i3 = f3_0 > f4_0;
            f1_0 = i3 ? f1_0 : f2_0;
            l5 = f1_0;
            f1_0 = -(f1_0);
            f2_0 = l5;
            f3_0 = l4;
            f4_0 = 0;
            i3 = f3_0 < f4_0;
            f1_0 = i3 ? f1_0 : f2_0;
            B13:;
          } else {
            i1 = p0;
            i2 = 1u;
            i1 = i1 == i2;
            if (i1) {
              f1_0 = l4;
              f1_0 = wasm_fabsf(f1_0);
              f1_0 = -(f1_0);
              f1_0 = w2c_f25(f1_0);
              l5 = f1_0;
              f2_0 = 1;
              f3_0 = l4;
              f4_0 = 0;
              i3 = f3_0 < f4_0;
              f1_0 = i3 ? f1_0 : f2_0;
              f2_0 = l5;
              f3_0 = 1;
              f2_0 += f3_0;
              f1_0 /= f2_0;
            } else {
              f1_0 = 0;
            }
          }
        }
      }
      f32_store(memory, i0, 0u, f1_0);
      i0 = p2;
      i1 = 4u;
      i0 += i1;
      p2 = i0;
      goto L8;
    }
  Bfunc:;
}

int32_t millrace_abi(void) {
  return (int32_t)w2c_abi();
}

uint32_t millrace_selftest(void) {
  return (uint32_t)w2c_selftest();
}

int32_t millrace_error(int32_t field) {
  return (int32_t)w2c_error((u32)field);
}

uint32_t millrace_arena(void) {
  return (uint32_t)w2c_arena();
}

uint32_t millrace_capacity(void) {
  return (uint32_t)w2c_capacity();
}

int32_t millrace_limit(uint32_t bytes) {
  return (int32_t)w2c_limit((u32)bytes);
}

int32_t millrace_measure(uint32_t image, uint32_t length) {
  if (image & 3) return MILLRACE_E_MEMORY;
  return (int32_t)w2c_measure((u32)image, (u32)length);
}

int32_t millrace_open(uint32_t image, uint32_t length) {
  if (image & 3) return MILLRACE_E_MEMORY;
  return (int32_t)w2c_open((u32)image, (u32)length);
}

int32_t millrace_close(int32_t handle) {
  return (int32_t)w2c_close((u32)handle);
}

int32_t millrace_state(int32_t handle) {
  return (int32_t)w2c_state((u32)handle);
}

int32_t millrace_state_size(int32_t handle) {
  return (int32_t)w2c_state_size((u32)handle);
}

int32_t millrace_seal(int32_t handle) {
  return (int32_t)w2c_seal((u32)handle);
}

int32_t millrace_restore(int32_t handle, uint32_t address, uint32_t length) {
  if (address & 3) return MILLRACE_E_MEMORY;
  return (int32_t)w2c_restore((u32)handle, (u32)address, (u32)length);
}

uint32_t millrace_checksum(int32_t handle) {
  return (uint32_t)w2c_checksum((u32)handle);
}

int32_t millrace_input(int32_t handle) {
  return (int32_t)w2c_input((u32)handle);
}

int32_t millrace_input_size(int32_t handle) {
  return (int32_t)w2c_input_size((u32)handle);
}

int32_t millrace_output(int32_t handle) {
  return (int32_t)w2c_output((u32)handle);
}

int32_t millrace_output_size(int32_t handle) {
  return (int32_t)w2c_output_size((u32)handle);
}

int32_t millrace_target(int32_t handle) {
  return (int32_t)w2c_target((u32)handle);
}

int32_t millrace_target_size(int32_t handle) {
  return (int32_t)w2c_target_size((u32)handle);
}

int32_t millrace_predict(int32_t handle) {
  return (int32_t)w2c_predict((u32)handle);
}

int32_t millrace_learn(int32_t handle) {
  return (int32_t)w2c_learn((u32)handle);
}

int32_t millrace_learn_class(int32_t handle, int32_t index) {
  return (int32_t)w2c_learn_class((u32)handle, (u32)index);
}

float millrace_loss(int32_t handle) {
  return (float)w2c_loss((u32)handle);
}

int32_t millrace_flush(int32_t handle) {
  return (int32_t)w2c_flush((u32)handle);
}

int32_t millrace_set(int32_t handle, int32_t key, float value) {
  return (int32_t)w2c_set((u32)handle, (u32)key, value);
}

float millrace_get(int32_t handle, int32_t key) {
  return (float)w2c_get((u32)handle, (u32)key);
}

uint32_t millrace_count(int32_t handle, int32_t key, int32_t high) {
  return (uint32_t)w2c_count((u32)handle, (u32)key, (u32)high);
}

int32_t millrace_parameter(int32_t handle, int32_t index, int32_t field) {
  return (int32_t)w2c_parameter((u32)handle, (u32)index, (u32)field);
}

