/* Written by scripts/build-firmware.mjs from core.mcu.wasm with wasm2c of wabt 1.0.32. Do not edit. */
#include "../source/runtime.h"

_Alignas(16) uint8_t millrace_memory[MILLRACE_MEMORY_BYTES];

/* A firmware that wants to know defines its own. */
__attribute__((weak)) void millrace_trap(int32_t reason) { (void)reason; }

static struct {
  u64 g39;
  u64 g61;
  u64 g62;
  u64 g63;
  u64 g64;
  u64 g70;
  u64 g94;
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
  u32 g15;
  u32 g16;
  u32 g17;
  u32 g18;
  u32 g19;
  u32 g20;
  u32 g21;
  u32 g22;
  u32 g23;
  u32 g24;
  u32 g25;
  u32 g26;
  u32 g27;
  u32 g28;
  u32 g29;
  u32 g30;
  u32 g31;
  u32 g32;
  u32 g33;
  u32 g34;
  u32 g35;
  u32 g36;
  u32 g37;
  f32 g38;
  u32 g40;
  u32 g41;
  f32 g42;
  u32 g43;
  u32 g44;
  u32 g45;
  u32 g46;
  u32 g47;
  u32 g48;
  u32 g49;
  u32 g50;
  u32 g51;
  u32 g52;
  u32 g53;
  u32 g54;
  u32 g55;
  u32 g56;
  u32 g57;
  u32 g58;
  u32 g59;
  u32 g60;
  f32 g65;
  u32 g66;
  f32 g67;
  u32 g68;
  f32 g69;
  u32 g71;
  u32 g72;
  u32 g73;
  u32 g74;
  u32 g75;
  u32 g76;
  u32 g77;
  f32 g78;
  f32 g79;
  u32 g80;
  f32 g81;
  f32 g82;
  u32 g83;
  u32 g84;
  u32 g85;
  u32 g86;
  u32 g87;
  u32 g88;
  u32 g89;
  u32 g90;
  f32 g91;
  f32 g92;
  f32 g93;
  u32 g95;
  u32 g96;
  u32 g97;
  u32 g98;
  u32 g99;
  u32 g100;
  f32 g101;
  f32 g102;
  f32 g103;
} globals = {.g86 = MILLRACE_ARENA_BYTES};
_Static_assert(sizeof globals == MILLRACE_GLOBAL_BYTES, "the globals take what the header says");

static f32 w2c_f0(u32 p0, u32 p1);
static void w2c_f1(u32 p0, u32 p1, f32 p2);
static void w2c_f2(u32 p0, u32 p1, u32 p2);
static void w2c_f3(u32 p0, u32 p1, u32 p2);
static u32 w2c_f4(void);
static u32 w2c_f5(void);
static void w2c_f6(u32 p0);
static u32 w2c_f7(u32 p0);
static u32 w2c_f8(u32 p0, u32 p1, u32 p2, u32 p3);
static u32 w2c_f9(void);
static void w2c_f10(u32 p0, u32 p1, u32 p2);
static void w2c_f11(void);
static void w2c_f12(u32 p0, u32 p1, u32 p2, u32 p3);
static u32 w2c_f13(u32 p0);
static void w2c_f14(u32 p0, f32 p1);
static void w2c_f15(void);
static u32 w2c_f16(void);
static void w2c_f17(f32 p0);
static void w2c_f18(u32 p0, u32 p1);
static u32 w2c_f19(void);
static f32 w2c_f20(u32 p0);
static void w2c_f21(u32 p0, u32 p1);
static u32 w2c_f22(void);
static u32 w2c_f23(void);
static u64 w2c_f24(u32 p0);
static void w2c_f25(u32 p0);
static u32 w2c_f26(u32 p0, u32 p1, u32 p2);
static void w2c_f27(u32 p0, u32 p1, u32 p2);
static u32 w2c_f28(u32 p0);
static f32 w2c_f29(u32 p0);
static f32 w2c_f30(f32 p0);
static u32 w2c_f31(void);
static void w2c_f32(void);
static u32 w2c_f33(u32 p0, u32 p1);
static void w2c_f34(u32 p0, u32 p1);
static f32 w2c_f35(f32 p0);
static u32 w2c_f36(u32 p0, u32 p1);
static u32 w2c_f37(void);
static u32 w2c_f38(void);
static u32 w2c_f39(f32 p0);
static void w2c_f40(void);
static void w2c_f41(u32 p0, u64 p1);
static void w2c_f42(u32 p0, u32 p1, u32 p2);
static u32 w2c_f43(void);
static u32 w2c_f44(u32 p0, u32 p1);
static void w2c_f45(u32 p0, u32 p1, f32 p2, f32 p3, f32 p4);
static u32 w2c_f46(void);
static u32 w2c_f47(void);
static u32 w2c_f48(void);
static u32 w2c_f49(void);
static void w2c_f50(u32 p0);
static void w2c_f51(u32 p0);
static f32 w2c_f52(f32 p0);
static u32 w2c_f53(u32 p0, u32 p1, f32 p2);
static f32 w2c_f54(u32 p0, u32 p1, u32 p2);
static void w2c_f55(u32 p0, u32 p1, f32 p2, u32 p3);
static u32 w2c_f56(void);
static u32 w2c_f57(void);
static u32 w2c_f58(void);
static u32 w2c_f59(void);
static u32 w2c_f60(u32 p0, u32 p1, f32 p2, f32 p3);
static u32 w2c_f61(void);
static u32 w2c_f62(void);
static f32 w2c_f63(u32 p0, u32 p1, u32 p2);
static u32 w2c_f64(u32 p0, u32 p1);
static void w2c_f65(u32 p0, u32 p1);
static void w2c_f66(u64 p0);
static void w2c_f67(u32 p0, u32 p1);
static f32 w2c_f68(u32 p0);
static u32 w2c_f69(u32 p0);
static u32 w2c_f70(u32 p0);
static u32 w2c_f71(u32 p0);
static void w2c_f72(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, u32 p5, f32 p6, f32 p7);
static f32 w2c_f73(f32 p0);
static void w2c_f74(u32 p0);
static u32 w2c_f75(u32 p0);
static u32 w2c_f76(u32 p0);
static f32 w2c_f77(f32 p0, f32 p1);
static f32 w2c_f78(f32 p0);
static u32 w2c_f79(void);
static f32 w2c_f80(u32 p0);
static void w2c_f81(u32 p0);
static u32 w2c_f82(u32 p0);
static u32 w2c_f83(void);
static u32 w2c_f84(void);
static u32 w2c_f85(void);
static u32 w2c_f86(u32 p0, u32 p1, u32 p2);
static u32 w2c_f87(u32 p0, f32 p1, f32 p2);
static u32 w2c_f88(u32 p0, u32 p1);
static u32 w2c_f89(void);
static u32 w2c_f90(void);
static u32 w2c_f91(void);
static f32 w2c_f92(u32 p0, u32 p1);
static void w2c_f93(void);
static void w2c_f94(u32 p0, f32 p1);
static void w2c_f95(u32 p0, u32 p1);
static void w2c_f96(u32 p0, u32 p1);
static u32 w2c_f97(u32 p0, u32 p1);
static void w2c_f98(void);
static u32 w2c_f99(void);
static u32 w2c_f100(u32 p0);
static u32 w2c_f101(void);
static u32 w2c_f102(u32 p0);
static u32 w2c_f103(u32 p0);
static void w2c_f104(u32 p0, f32 p1, f32 p2);
static void w2c_f105(u32 p0, u32 p1);
static void w2c_f106(u32 p0, u32 p1);
static f32 w2c_f107(f32 p0);
static void w2c_f108(u32 p0, u32 p1, u32 p2, u32 p3, u32 p4, u32 p5);
static u32 w2c_f109(u32 p0, u32 p1, u32 p2, f32 p3, u32 p4);
static u32 w2c_f110(void);
static void w2c_f111(u32 p0);
static void w2c_f112(u32 p0, u32 p1);
static u32 w2c_f113(u32 p0, u32 p1, u32 p2, u32 p3);
static void w2c_f114(u32 p0);
static f32 w2c_f115(f32 p0, f32 p1, f32 p2, f32 p3, f32 p4);
static f32 w2c_f116(u32 p0);
static f32 w2c_f117(void);
static f32 w2c_f118(void);
static f32 w2c_f119(u32 p0, u32 p1);
static void w2c_f120(u32 p0, u32 p1, f32 p2);
static u32 w2c_f121(void);
static void w2c_f122(u32 p0);
static f32 w2c_f123(u32 p0, u32 p1);
static void w2c_f124(void);
static u32 w2c_f125(u32 p0);
static void w2c_f126(void);
static void w2c_f127(u32 p0, f32 p1);
static u32 w2c_f128(u32 p0, u32 p1, u32 p2);
static void w2c_f129(u32 p0, u32 p1, u32 p2, u32 p3);
static void w2c_f130(u32 p0, u32 p1, f32 p2);
static void w2c_f131(u32 p0, u32 p1, f32 p2);
static u32 w2c_f132(u32 p0);
static u32 w2c_f133(void);
static void w2c_f134(void);
static u32 w2c_f135(u32 p0, u32 p1);
static u32 w2c_f136(u32 p0);
static f32 w2c_f137(void);
static f32 w2c_f138(u32 p0, u32 p1, f32 p2);
static u32 w2c_f139(u32 p0, f32 p1);
static void w2c_f140(u32 p0, f32 p1, f32 p2);
static u32 w2c_f141(u32 p0, f32 p1);
static f32 w2c_f142(f32 p0, f32 p1);
static f32 w2c_f143(u32 p0, f32 p1);
static void w2c_f144(u32 p0, f32 p1, f32 p2);
static void w2c_f145(u32 p0, u32 p1);
static f32 w2c_f146(void);
static void w2c_f147(u32 p0, u32 p1);
static u32 w2c_f148(u32 p0, u32 p1);
static u32 w2c_f149(u32 p0);
static void w2c_f150(u32 p0);
static void w2c_f151(void);
static u32 w2c_f152(u32 p0);
static u32 w2c_f153(void);
static u32 w2c_f154(void);
static u32 w2c_f155(void);
static u32 w2c_f156(void);
static u32 w2c_f157(u32 p0);
static u32 w2c_f158(u32 p0);
static u32 w2c_f159(u32 p0);
static u32 w2c_f160(u32 p0);
static u32 w2c_f161(u32 p0);
static u32 w2c_f162(u32 p0, u32 p1);
static u32 w2c_f163(void);
static f32 w2c_f164(f32 p0);
static f32 w2c_f165(u32 p0);
static f32 w2c_f166(f32 p0);
static f32 w2c_f167(u32 p0);
static f32 w2c_f168(u32 p0, u32 p1);
static f32 w2c_f169(u32 p0);
static f32 w2c_f170(u32 p0, f32 p1);
static f32 w2c_f171(f32 p0, f32 p1);
static f32 w2c_f172(u32 p0);
static u32 w2c_f173(void);
static void w2c_f174(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, f32 p5, f32 p6);
static void w2c_f175(u32 p0);
static f32 w2c_f176(u32 p0);
static u32 w2c_output_size(u32 p0);
static u32 w2c_f178(void);
static u32 w2c_f179(void);
static void w2c_f180(void);
static u32 w2c_f181(void);
static void w2c_f182(u32 p0, f32 p1, f32 p2);
static u32 w2c_f183(u32 p0, u32 p1);
static u32 w2c_f184(f32 p0);
static void w2c_f185(void);
static void w2c_f186(void);
static u32 w2c_f187(void);
static void w2c_f188(void);
static void w2c_f189(u32 p0);
static void w2c_f190(void);
static u32 w2c_f191(u32 p0, u32 p1, u32 p2);
static void w2c_f192(u32 p0);
static void w2c_f193(u32 p0);
static void w2c_f194(void);
static void w2c_f195(u32 p0, u32 p1, u32 p2);
static void w2c_f196(u32 p0);
static u32 w2c_f197(u32 p0);
static void w2c_f198(u32 p0, u32 p1, u32 p2);
static void w2c_f199(u32 p0, u32 p1);
static void w2c_f200(u64 p0);
static void w2c_f201(u32 p0);
static void w2c_f202(u32 p0, u32 p1);
static f32 w2c_f203(u32 p0, f32 p1, f32 p2, f32 p3);
static u32 w2c_f204(u32 p0);
static u32 w2c_target_size(u32 p0);
static u32 w2c_target(u32 p0);
static u32 w2c_state_size(u32 p0);
static u32 w2c_state(u32 p0);
static u32 w2c_set(u32 p0, u32 p1, f32 p2);
static u32 w2c_selftest(void);
static u32 w2c_seal(u32 p0);
static u32 w2c_score(u32 p0);
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

static f32 w2c_f0(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0;
  i0 = p0;
  i1 = p1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  return f0_0;
}

static void w2c_f1(u32 p0, u32 p1, f32 p2) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f1_0;
  i0 = p0;
  i1 = p1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  f1_0 = p2;
  f32_store(memory, i0, 0u, f1_0);
}

static void w2c_f2(u32 p0, u32 p1, u32 p2) {
  u32 l6 = 0, l7 = 0;
  f32 l3 = 0, l4 = 0, l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  f0_0 = 0;
  l5 = f0_0;
  i0 = globals.g12;
  i1 = p0;
  i0 += i1;
  l7 = i0;
  f0_0 = f32_load(memory, i0, 0u);
  l3 = f0_0;
  f1_0 = 9.99999984e+17;
  f2_0 = 1000;
  f3_0 = 1;
  i4 = p2;
  i5 = 4u;
  i4 &= i5;
  f2_0 = i4 ? f2_0 : f3_0;
  i3 = p2;
  i4 = 8u;
  i3 &= i4;
  f1_0 = i3 ? f1_0 : f2_0;
  l4 = f1_0;
  i0 = f0_0 < f1_0;
  f1_0 = l3;
  f2_0 = l4;
  i1 = f1_0 <= f2_0;
  i2 = p2;
  i3 = 2u;
  i2 &= i3;
  i0 = i2 ? i0 : i1;
  l6 = i0;
  i0 = p2;
  i1 = 1u;
  i0 &= i1;
  f1_0 = l3;
  f2_0 = l5;
  i1 = f1_0 == f2_0;
  i0 &= i1;
  i0 = !(i0);
  f1_0 = l3;
  f2_0 = l5;
  i1 = f1_0 >= f2_0;
  i2 = l6;
  i3 = l6;
  i1 = i3 ? i1 : i2;
  p2 = i1;
  i2 = p2;
  i0 = i2 ? i0 : i1;
  i1 = l7;
  i1 = i32_load(memory, i1, 0u);
  i1 = !(i1);
  i2 = p1;
  i0 = i2 ? i0 : i1;
  if (i0) {
    goto Bfunc;
  }
  i0 = globals.g12;
  i1 = p0;
  i0 += i1;
  f1_0 = l5;
  f2_0 = l4;
  f3_0 = l3;
  f4_0 = l5;
  i3 = f3_0 <= f4_0;
  i4 = 1u;
  i5 = p1;
  i3 = i5 ? i3 : i4;
  f1_0 = i3 ? f1_0 : f2_0;
  w2c_f94(i0, f1_0);
  Bfunc:;
}

static void w2c_f3(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = globals.g12;
  i2 = p0;
  i1 += i2;
  i1 = i32_load(memory, i1, 0u);
  i2 = p1;
  i3 = p2;
  w2c_f12(i0, i1, i2, i3);
}

static u32 w2c_f4(void) {
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  i0 = globals.g0;
  i1 = globals.g2;
  i1 = i32_load(memory, i1, 8u);
  i0 += i1;
  i1 = globals.g77;
  i2 = 0u;
  i3 = globals.g6;
  i4 = 4u;
  i3 = i3 != i4;
  i1 = i3 ? i1 : i2;
  i0 += i1;
  return i0;
}

static u32 w2c_f5(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g0;
  i1 = globals.g0;
  i1 = i32_load(memory, i1, 28u);
  i0 += i1;
  return i0;
}

static void w2c_f6(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g73;
  i1 = p0;
  i32_store(memory, i0, 0u, i1);
  i0 = globals.g73;
  i1 = 4u;
  i0 += i1;
  globals.g73 = i0;
}

static u32 w2c_f7(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = 1048575u;
  i0 &= i1;
  i1 = 1u;
  i0 -= i1;
  l1 = i0;
  i1 = globals.g56;
  i0 = i0 < i1;
  i1 = p0;
  i2 = 0u;
  i1 = (u32)((s32)i1 > (s32)i2);
  i0 &= i1;
  if (i0) {
    i0 = l1;
    i0 = w2c_f75(i0);
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
    if (i0) {goto B0;}
  }
  i0 = 4294967295u;
  i1 = p0;
  i2 = 0u;
  i3 = 0u;
  i0 = w2c_f8(i0, i1, i2, i3);
  i0 = 0u;
  l1 = i0;
  B0:;
  i0 = l1;
  if (i0) {
    i0 = l1;
    w2c_f189(i0);
  }
  i0 = l1;
  i1 = 0u;
  i0 = i0 != i1;
  return i0;
}

static u32 w2c_f8(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 i0;
  i0 = p0;
  globals.g15 = i0;
  i0 = p1;
  globals.g96 = i0;
  i0 = p2;
  globals.g97 = i0;
  i0 = p3;
  globals.g98 = i0;
  i0 = p0;
  return i0;
}

static u32 w2c_f9(void) {
  u32 i0, i1;
  i0 = globals.g3;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static void w2c_f10(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = globals.g12;
  i2 = p0;
  i1 += i2;
  i1 = i32_load8_u(memory, i1, 0u);
  i2 = p1;
  i3 = p2;
  w2c_f12(i0, i1, i2, i3);
}

static void w2c_f11(void) {
  u32 i0;
  i0 = w2c_f85();
  globals.g5 = i0;
  i0 = w2c_f178();
  globals.g14 = i0;
  i0 = 0u;
  globals.g58 = i0;
  i0 = w2c_f49();
  globals.g59 = i0;
  i0 = w2c_f83();
  globals.g60 = i0;
  w2c_f190();
}

static void w2c_f12(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 l4 = 0;
  u32 i0, i1, i2, i3, i4;
  i0 = globals.g16;
  i0 = !(i0);
  i1 = p1;
  i2 = p2;
  i1 = i1 < i2;
  l4 = i1;
  i2 = p1;
  i3 = p3;
  i2 = i2 > i3;
  i1 |= i2;
  i0 &= i1;
  if (i0) {
    i0 = globals.g28;
    i1 = globals.g12;
    i2 = p0;
    i1 += i2;
    i2 = globals.g76;
    i1 -= i2;
    i2 = p2;
    i3 = p3;
    i4 = l4;
    i2 = i4 ? i2 : i3;
    i3 = p1;
    i0 = w2c_f8(i0, i1, i2, i3);
    globals.g16 = i0;
  }
}

static u32 w2c_f13(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = globals.g1;
  i0 *= i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static void w2c_f14(u32 p0, f32 p1) {
  u32 i0, i1;
  f32 f1_0;
  i0 = p0;
  f1_0 = p1;
  i1 = i32_reinterpret_f32(f1_0);
  w2c_f34(i0, i1);
}

static void w2c_f15(void) {
  MEMORY;
  u32 i0;
  i0 = 0u;
  globals.g17 = i0;
  i0 = globals.g59;
  globals.g2 = i0;
  i0 = globals.g88;
  globals.g23 = i0;
  i0 = globals.g89;
  globals.g46 = i0;
  i0 = globals.g18;
  globals.g3 = i0;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 20u);
  globals.g20 = i0;
  i0 = 0u;
  globals.g29 = i0;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 28u);
  globals.g13 = i0;
  w2c_f126();
}

static u32 w2c_f16(void) {
  u32 i0, i1, i2;
  i0 = globals.g17;
  i1 = globals.g45;
  i2 = 1u;
  i1 -= i2;
  i0 = i0 == i1;
  return i0;
}

static void w2c_f17(f32 p0) {
  u32 i0;
  f32 f0_0;
  f0_0 = p0;
  i0 = i32_reinterpret_f32(f0_0);
  w2c_f6(i0);
}

static void w2c_f18(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i1 = 2u;
  i0 <<= (i1 & 31);
  i1 = 48u;
  i0 += i1;
  i1 = p1;
  i32_store(memory, i0, 0u, i1);
}

static u32 w2c_f19(void) {
  u32 i0, i1;
  i0 = w2c_f48();
  i1 = globals.g18;
  i0 += i1;
  i1 = 1u;
  i0 += i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static f32 w2c_f20(u32 p0) {
  f32 l1 = 0;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p0;
  f0_0 = w2c_f68(i0);
  l1 = f0_0;
  i0 = globals.g47;
  i0 = !(i0);
  if (i0) {
    f0_0 = l1;
    goto Bfunc;
  }
  f0_0 = l1;
  i0 = w2c_f39(f0_0);
  if (i0) {
    f0_0 = l1;
    i1 = globals.g47;
    i2 = p0;
    f1_0 = w2c_f0(i1, i2);
    i2 = globals.g90;
    i3 = p0;
    f2_0 = w2c_f0(i2, i3);
    f3_0 = globals.g91;
    f4_0 = globals.g78;
    f0_0 = w2c_f115(f0_0, f1_0, f2_0, f3_0, f4_0);
  } else {
    f0_0 = 0;
  }
  Bfunc:;
  return f0_0;
}

static void w2c_f21(u32 p0, u32 p1) {
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

static u32 w2c_f22(void) {
  MEMORY;
  u32 i0, i1;
  i0 = w2c_f5();
  i1 = globals.g0;
  i1 = i32_load(memory, i1, 32u);
  i0 += i1;
  return i0;
}

static u32 w2c_f23(void) {
  u32 i0, i1, i2;
  i0 = w2c_f187();
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = globals.g5;
  i1 = 48u;
  i0 += i1;
  globals.g5 = i0;
  i0 = globals.g14;
  i1 = 32u;
  i0 += i1;
  globals.g14 = i0;
  i0 = globals.g58;
  i1 = globals.g45;
  i0 += i1;
  globals.g58 = i0;
  i0 = globals.g59;
  i1 = globals.g45;
  i2 = 5u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g59 = i0;
  i0 = globals.g60;
  i1 = globals.g45;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g60 = i0;
  w2c_f190();
  i0 = 1u;
  Bfunc:;
  return i0;
}

static u64 w2c_f24(u32 p0) {
  u32 i0, i1, i2, i3;
  u64 j0, j1, j2;
  i0 = globals.g6;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = globals.g8;
    j0 = (u64)(i0);
    j1 = 3ull;
    j2 = 4ull;
    i3 = p0;
    j1 = i3 ? j1 : j2;
    j0 <<= (j1 & 63);
    goto Bfunc;
  }
  i0 = globals.g6;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = globals.g8;
    j0 = (u64)(i0);
    i1 = w2c_f43();
    i2 = globals.g3;
    i1 += i2;
    j1 = (u64)(i1);
    j0 *= j1;
    j1 = 2ull;
    j0 <<= (j1 & 63);
  } else {
    j0 = 0ull;
  }
  Bfunc:;
  return j0;
}

static void w2c_f25(u32 p0) {
  u32 i0, i1;
  L0: 
    i0 = p0;
    i1 = 0u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = 0u;
      w2c_f6(i0);
      i0 = p0;
      i1 = 1u;
      i0 -= i1;
      p0 = i0;
      goto L0;
    }
}

static u32 w2c_f26(u32 p0, u32 p1, u32 p2) {
  u32 i0, i1, i2, i3;
  i0 = 2u;
  i1 = p0;
  w2c_f18(i0, i1);
  i0 = 3u;
  i1 = 1u;
  i2 = 2u;
  i3 = p0;
  i1 = i3 ? i1 : i2;
  w2c_f18(i0, i1);
  i0 = 4u;
  i1 = p1;
  w2c_f18(i0, i1);
  i0 = 5u;
  i1 = p2;
  w2c_f18(i0, i1);
  i0 = 6u;
  i1 = globals.g44;
  w2c_f18(i0, i1);
  i0 = globals.g44;
  i1 = p1;
  i2 = p2;
  i1 *= i2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g44 = i0;
  i0 = globals.g95;
  p0 = i0;
  i1 = 1u;
  i0 -= i1;
  globals.g95 = i0;
  i0 = p0;
  i0 = !(i0);
  return i0;
}

static void w2c_f27(u32 p0, u32 p1, u32 p2) {
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

static u32 w2c_f28(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g48;
  i1 = 4u;
  i0 += i1;
  i1 = p0;
  i0 += i1;
  i0 = i32_load8_u(memory, i0, 0u);
  return i0;
}

static f32 w2c_f29(u32 p0) {
  u32 i0, i1;
  f32 f0_0, f1_0;
  i0 = p0;
  i0 = w2c_f71(i0);
  i1 = 8u;
  i0 >>= (i1 & 31);
  f0_0 = (f32)(s32)(i0);
  f1_0 = 5.96046448e-08;
  f0_0 *= f1_0;
  return f0_0;
}

static f32 w2c_f30(f32 p0) {
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
  f1_0 = w2c_f165(i1);
  f0_0 *= f1_0;
  i1 = l1;
  i2 = l2;
  i1 -= i2;
  f1_0 = w2c_f165(i1);
  f0_0 *= f1_0;
  Bfunc:;
  return f0_0;
}

static u32 w2c_f31(void) {
  u32 i0;
  i0 = w2c_f16();
  if (i0) {
    i0 = w2c_f23();
    if (i0) {
      w2c_f15();
    } else {
      i0 = 0u;
      goto Bfunc;
    }
  } else {
    w2c_f40();
  }
  i0 = 1u;
  Bfunc:;
  return i0;
}

static void w2c_f32(void) {
  w2c_f11();
  w2c_f15();
}

static u32 w2c_f33(u32 p0, u32 p1) {
  u32 i0, i1, i2;
  i0 = p0;
  i1 = 3u;
  i0 <<= (i1 & 31);
  i1 = 8u;
  i2 = p1;
  i0 = i2 ? i0 : i1;
  return i0;
}

static void w2c_f34(u32 p0, u32 p1) {
  u32 i0, i1, i2;
  i0 = p1;
  i1 = 0u;
  i2 = p0;
  i0 = i2 ? i0 : i1;
  w2c_f6(i0);
}

static f32 w2c_f35(f32 p0) {
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

static u32 w2c_f36(u32 p0, u32 p1) {
  u32 i0, i1;
  i0 = p0;
  i1 = p1;
  i0 *= i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static u32 w2c_f37(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = w2c_f56();
  i1 = globals.g0;
  i1 = i32_load16_u(memory, i1, 38u);
  i2 = 4u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f38(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = w2c_f37();
  i1 = globals.g0;
  i1 = i32_load16_u(memory, i1, 40u);
  i2 = 40u;
  i1 *= i2;
  i0 += i1;
  return i0;
}

static u32 w2c_f39(f32 p0) {
  u32 i0;
  f32 f0_0, f1_0;
  f0_0 = p0;
  f0_0 = wasm_fabsf(f0_0);
  f1_0 = 9.99999984e+17;
  i0 = f0_0 < f1_0;
  return i0;
}

static void w2c_f40(void) {
  u32 l0 = 0;
  u32 i0, i1;
  i0 = globals.g8;
  i0 = w2c_f125(i0);
  l0 = i0;
  i0 = globals.g13;
  globals.g29 = i0;
  i0 = globals.g6;
  i1 = 4u;
  i0 = i0 != i1;
  if (i0) {
    i0 = globals.g13;
    i1 = l0;
    i0 += i1;
    globals.g13 = i0;
  }
  i0 = globals.g20;
  globals.g23 = i0;
  i0 = globals.g20;
  i1 = l0;
  i0 += i1;
  globals.g20 = i0;
  i0 = globals.g8;
  globals.g3 = i0;
  i0 = globals.g3;
  i1 = 2u;
  i0 <<= (i1 & 31);
  globals.g46 = i0;
  i0 = globals.g17;
  i1 = 1u;
  i0 += i1;
  globals.g17 = i0;
  i0 = globals.g2;
  i1 = 32u;
  i0 += i1;
  globals.g2 = i0;
  w2c_f126();
}

static void w2c_f41(u32 p0, u64 p1) {
  u32 i0, i1, i2, i3;
  u64 j0, j1, j3, j4;
  j0 = globals.g39;
  j1 = 4294967295ull;
  i0 = j0 <= j1;
  if (i0) {
    i0 = p0;
    j1 = globals.g39;
    i1 = (u32)(j1);
    i2 = 0u;
    j3 = p1;
    j4 = 0ull;
    i3 = j3 != j4;
    i1 = i3 ? i1 : i2;
    w2c_f96(i0, i1);
  }
  j0 = p1;
  w2c_f66(j0);
}

static void w2c_f42(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = globals.g12;
  i2 = p0;
  i1 += i2;
  i1 = i32_load16_u(memory, i1, 0u);
  i2 = p1;
  i3 = p2;
  w2c_f12(i0, i1, i2, i3);
}

static u32 w2c_f43(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g2;
  i0 = i32_load8_u(memory, i0, 3u);
  i1 = 1u;
  i0 &= i1;
  return i0;
}

static u32 w2c_f44(u32 p0, u32 p1) {
  u32 i0, i1, i2;
  i0 = globals.g48;
  i1 = 4u;
  i0 += i1;
  i1 = globals.g40;
  i2 = 3u;
  i1 += i2;
  i2 = 4294967292u;
  i1 &= i2;
  i0 += i1;
  i1 = p0;
  i2 = 48u;
  i1 *= i2;
  i0 += i1;
  i1 = p1;
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static void w2c_f45(u32 p0, u32 p1, f32 p2, f32 p3, f32 p4) {
  u32 i0;
  f32 f0_0;
  i0 = p0;
  w2c_f6(i0);
  i0 = p1;
  w2c_f6(i0);
  i0 = 2u;
  w2c_f25(i0);
  f0_0 = p2;
  w2c_f17(f0_0);
  f0_0 = p3;
  w2c_f17(f0_0);
  f0_0 = p4;
  w2c_f17(f0_0);
  i0 = 1u;
  w2c_f25(i0);
}

static u32 w2c_f46(void) {
  u32 i0, i1;
  i0 = globals.g33;
  i0 = !(i0);
  if (i0) {
    i0 = 80u;
    globals.g33 = i0;
    i0 = globals.g86;
    i1 = 80u;
    i0 += i1;
    globals.g55 = i0;
    i0 = 16u;
    globals.g49 = i0;
    i0 = 8u;
    globals.g50 = i0;
  }
  i0 = globals.g33;
  return i0;
}

static u32 w2c_f47(void) {
  u32 i0, i1, i2;
  i0 = globals.g10;
  i1 = 4u;
  i0 = i0 == i1;
  i1 = globals.g10;
  i2 = 3u;
  i1 = i1 == i2;
  i0 |= i1;
  return i0;
}

static u32 w2c_f48(void) {
  u32 i0, i1, i2, i3;
  i0 = 0u;
  i1 = globals.g1;
  i2 = globals.g9;
  i3 = 8u;
  i2 &= i3;
  i0 = i2 ? i0 : i1;
  return i0;
}

static u32 w2c_f49(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = w2c_f85();
  i1 = globals.g0;
  i1 = i32_load16_u(memory, i1, 36u);
  i2 = 48u;
  i1 *= i2;
  i0 += i1;
  return i0;
}

static void w2c_f50(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = 0u;
  globals.g77 = i0;
  i0 = p0;
  i0 = !(i0);
  if (i0) {
    goto Bfunc;
  }
  w2c_f15();
  L1: 
    i0 = w2c_f91();
    i0 = !(i0);
    if (i0) {
      w2c_f40();
      goto L1;
    }
  i0 = globals.g5;
  i0 = i32_load(memory, i0, 44u);
  i1 = globals.g2;
  i1 = i32_load(memory, i1, 8u);
  i0 -= i1;
  globals.g77 = i0;
  Bfunc:;
}

static void w2c_f51(u32 p0) {
  u32 i0;
  f32 f1_0;
  i0 = p0;
  f1_0 = 0;
  w2c_f94(i0, f1_0);
}

static f32 w2c_f52(f32 p0) {
  u32 i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = 0;
  f1_0 = p0;
  f2_0 = p0;
  f3_0 = 1.17549435e-38;
  i2 = f2_0 < f3_0;
  f0_0 = i2 ? f0_0 : f1_0;
  return f0_0;
}

static u32 w2c_f53(u32 p0, u32 p1, f32 p2) {
  u32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0;
  i0 = p0;
  l3 = i0;
  i1 = p1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p1 = i0;
  L0: 
    i0 = p1;
    i1 = l3;
    i0 = i0 > i1;
    if (i0) {
      i0 = l3;
      f0_0 = f32_load(memory, i0, 0u);
      f0_0 = wasm_fabsf(f0_0);
      f1_0 = p2;
      i0 = f0_0 < f1_0;
    } else {
      i0 = 0u;
    }
    if (i0) {
      i0 = l3;
      i1 = 4u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
  i0 = l3;
  i1 = p0;
  i0 -= i1;
  i1 = 2u;
  i0 = (u32)((s32)i0 >> (i1 & 31));
  return i0;
}

static f32 w2c_f54(u32 p0, u32 p1, u32 p2) {
  f32 l3 = 0, l4 = 0, l5 = 0, l6 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  L0: 
    i0 = p2;
    i1 = 3u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      f0_0 = l5;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 0u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l5 = f0_0;
      f0_0 = l4;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 4u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 4u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l4 = f0_0;
      f0_0 = l3;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 8u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 8u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l3 = f0_0;
      f0_0 = l6;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 12u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 12u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l6 = f0_0;
      i0 = p2;
      i1 = 4u;
      i0 -= i1;
      p2 = i0;
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
  if (i0) {
    f0_0 = l5;
    i1 = p0;
    f1_0 = f32_load(memory, i1, 0u);
    i2 = p1;
    f2_0 = f32_load(memory, i2, 0u);
    f1_0 *= f2_0;
    f0_0 += f1_0;
    l5 = f0_0;
    i0 = p2;
    i1 = 1u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      f0_0 = l4;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 4u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 4u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
      l4 = f0_0;
    }
    i0 = p2;
    i1 = 2u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      f0_0 = l3;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 8u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 8u);
      f1_0 *= f2_0;
      f0_0 += f1_0;
    } else {
      f0_0 = l3;
    }
    l3 = f0_0;
  }
  f0_0 = l5;
  f1_0 = l4;
  f0_0 += f1_0;
  f1_0 = l3;
  f2_0 = l6;
  f1_0 += f2_0;
  f0_0 += f1_0;
  return f0_0;
}

static void w2c_f55(u32 p0, u32 p1, f32 p2, u32 p3) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f1_0, f2_0, f3_0;
  L0: 
    i0 = p3;
    i1 = 3u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 0u);
      f3_0 = p2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = p0;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 4u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 4u);
      f3_0 = p2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 4u, f1_0);
      i0 = p0;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 8u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 8u);
      f3_0 = p2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 8u, f1_0);
      i0 = p0;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 12u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 12u);
      f3_0 = p2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 12u, f1_0);
      i0 = p3;
      i1 = 4u;
      i0 -= i1;
      p3 = i0;
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
  L2: 
    i0 = p3;
    i1 = 0u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = p1;
      f2_0 = f32_load(memory, i2, 0u);
      f3_0 = p2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      f32_store(memory, i0, 0u, f1_0);
      i0 = p3;
      i1 = 1u;
      i0 -= i1;
      p3 = i0;
      i0 = p0;
      i1 = 4u;
      i0 += i1;
      p0 = i0;
      i0 = p1;
      i1 = 4u;
      i0 += i1;
      p1 = i0;
      goto L2;
    }
}

static u32 w2c_f56(void) {
  u32 i0, i1, i2, i3, i4;
  i0 = w2c_f84();
  i1 = 20u;
  i2 = 0u;
  i3 = globals.g7;
  i4 = 1u;
  i3 = (u32)((s32)i3 > (s32)i4);
  i1 = i3 ? i1 : i2;
  i0 += i1;
  return i0;
}

static u32 w2c_f57(void) {
  u32 i0, i1, i2;
  i0 = w2c_f22();
  i1 = w2c_f19();
  i2 = globals.g22;
  i1 *= i2;
  i0 -= i1;
  return i0;
}

static u32 w2c_f58(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g0;
  i0 = i32_load16_u(memory, i0, 38u);
  i1 = 0u;
  i0 = i0 != i1;
  return i0;
}

static u32 w2c_f59(void) {
  u32 i0, i1, i2;
  i0 = globals.g87;
  i1 = globals.g58;
  i2 = globals.g17;
  i1 += i2;
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f60(u32 p0, u32 p1, f32 p2, f32 p3) {
  u32 i0, i1, i2, i3;
  f32 f2_0, f3_0;
  i0 = p0;
  i1 = p1;
  f2_0 = p2;
  i2 = i32_reinterpret_f32(f2_0);
  f3_0 = p3;
  i3 = i32_reinterpret_f32(f3_0);
  i0 = w2c_f8(i0, i1, i2, i3);
  return i0;
}

static u32 w2c_f61(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g0;
  i1 = globals.g2;
  i1 = i32_load(memory, i1, 12u);
  i0 += i1;
  return i0;
}

static u32 w2c_f62(void) {
  MEMORY;
  u32 i0, i1;
  i0 = w2c_f90();
  i0 = i32_load(memory, i0, 0u);
  i1 = 0u;
  i0 = i0 != i1;
  return i0;
}

static f32 w2c_f63(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0;
  f32 l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0;
  i0 = globals.g36;
  i1 = p0;
  f0_0 = w2c_f0(i0, i1);
  l4 = f0_0;
  i0 = 1u;
  l3 = i0;
  L0: 
    i0 = p1;
    i1 = l3;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = globals.g36;
      i1 = p0;
      i2 = l3;
      i1 += i2;
      f0_0 = w2c_f0(i0, i1);
      f1_0 = l4;
      f0_0 = FMIN(f0_0, f1_0);
      l4 = f0_0;
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
  i0 = globals.g68;
  f0_0 = f32_load(memory, i0, 0u);
  f0_0 = -(f0_0);
  i1 = globals.g36;
  i2 = p0;
  i3 = p2;
  i2 += i3;
  f1_0 = w2c_f0(i1, i2);
  f2_0 = l4;
  f1_0 -= f2_0;
  f0_0 *= f1_0;
  f0_0 = w2c_f30(f0_0);
  return f0_0;
}

static u32 w2c_f64(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = globals.g43;
  i1 = globals.g0;
  i2 = p0;
  i3 = p1;
  i2 += i3;
  i2 = i32_load(memory, i2, 0u);
  i1 += i2;
  i0 += i1;
  return i0;
}

static void w2c_f65(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  i0 = 44u;
  i1 = globals.g10;
  i2 = p0;
  i3 = p1;
  w2c_f129(i0, i1, i2, i3);
}

static void w2c_f66(u64 p0) {
  u64 l1 = 0;
  u32 i2;
  u64 j0, j1, j2, j3;
  j0 = 4503599627370496ull;
  l1 = j0;
  j0 = l1;
  j1 = globals.g39;
  j2 = p0;
  j1 += j2;
  p0 = j1;
  j2 = p0;
  j3 = l1;
  i2 = j2 >= j3;
  j0 = i2 ? j0 : j1;
  globals.g39 = j0;
}

static void w2c_f67(u32 p0, u32 p1) {
  u32 i0, i1;
  f32 f2_0;
  i0 = p0;
  i1 = p1;
  f2_0 = INFINITY;
  w2c_f130(i0, i1, f2_0);
}

static f32 w2c_f68(u32 p0) {
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0;
  i0 = globals.g34;
  if (i0) {
    i0 = globals.g34;
    i1 = p0;
    f0_0 = w2c_f0(i0, i1);
  } else {
    f0_0 = 1;
    f1_0 = 0;
    i2 = p0;
    i3 = globals.g100;
    i2 = i2 == i3;
    f0_0 = i2 ? f0_0 : f1_0;
  }
  return f0_0;
}

static u32 w2c_f69(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g85;
  i1 = p0;
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  i0 = i32_load(memory, i0, 4u);
  return i0;
}

static u32 w2c_f70(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g0;
  i1 = p0;
  i1 = i32_load(memory, i1, 36u);
  i0 += i1;
  return i0;
}

static u32 w2c_f71(u32 p0) {
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

static void w2c_f72(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, u32 p5, f32 p6, f32 p7) {
  u32 l12 = 0, l13 = 0;
  f32 l8 = 0, l9 = 0, l10 = 0, l11 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  f0_0 = 0;
  l11 = f0_0;
  f0_0 = p7;
  f1_0 = p7;
  f0_0 += f1_0;
  p7 = f0_0;
  f0_0 = globals.g42;
  f1_0 = p6;
  f0_0 *= f1_0;
  l10 = f0_0;
  i0 = globals.g37;
  i0 = !(i0);
  l12 = i0;
  if (i0) {
    f0_0 = p7;
    f1_0 = l11;
    i0 = f0_0 == f1_0;
    l12 = i0;
  }
  i0 = l12;
  if (i0) {
    i0 = p0;
    i1 = p3;
    f2_0 = globals.g42;
    f3_0 = p4;
    f2_0 *= f3_0;
    f2_0 = -(f2_0);
    i3 = p5;
    w2c_f55(i0, i1, f2_0, i3);
    f0_0 = l10;
    f1_0 = l11;
    i0 = f0_0 == f1_0;
    if (i0) {
      goto Bfunc;
    }
  }
  i0 = p0;
  i1 = p5;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p5 = i0;
  L3: 
    i0 = p0;
    i1 = p5;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      f0_0 = f32_load(memory, i0, 0u);
      p6 = f0_0;
      i0 = l12;
      i0 = !(i0);
      if (i0) {
        f0_0 = p6;
        f1_0 = p4;
        i2 = p3;
        f2_0 = f32_load(memory, i2, 0u);
        f1_0 *= f2_0;
        l8 = f1_0;
        f2_0 = p7;
        f3_0 = p6;
        f2_0 *= f3_0;
        f1_0 += f2_0;
        f1_0 = w2c_f107(f1_0);
        f2_0 = l8;
        f3_0 = p7;
        f4_0 = l11;
        i3 = f3_0 != f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
        p6 = f1_0;
        f1_0 = globals.g42;
        f2_0 = p6;
        f1_0 *= f2_0;
        i2 = globals.g37;
        i2 = !(i2);
        if (i2) {goto B6;}
        i1 = p1;
        f1_0 = f32_load(memory, i1, 0u);
        l8 = f1_0;
        i1 = globals.g37;
        i2 = 1u;
        i1 = i1 == i2;
        l13 = i1;
        i2 = globals.g37;
        i3 = 2u;
        i2 = i2 == i3;
        i1 |= i2;
        if (i1) {
          i1 = p1;
          f2_0 = globals.g38;
          f3_0 = l8;
          f2_0 *= f3_0;
          f3_0 = p6;
          f2_0 += f3_0;
          f2_0 = w2c_f73(f2_0);
          l8 = f2_0;
          f32_store(memory, i1, 0u, f2_0);
          f1_0 = globals.g42;
          f2_0 = l8;
          f3_0 = p6;
          f4_0 = globals.g38;
          f5_0 = l8;
          f4_0 *= f5_0;
          f3_0 += f4_0;
          i4 = l13;
          f2_0 = i4 ? f2_0 : f3_0;
          f1_0 *= f2_0;
          goto B6;
        }
        i1 = globals.g37;
        i2 = 5u;
        i1 = i1 == i2;
        if (i1) {
          f1_0 = globals.g69;
          i2 = p1;
          i3 = p2;
          i2 += i3;
          l13 = i2;
          f2_0 = f32_load(memory, i2, 0u);
          f1_0 *= f2_0;
          f2_0 = 1;
          f3_0 = globals.g69;
          f2_0 -= f3_0;
          f3_0 = p6;
          f4_0 = p6;
          f3_0 *= f4_0;
          f2_0 *= f3_0;
          f1_0 += f2_0;
          f1_0 = w2c_f73(f1_0);
          l9 = f1_0;
          i1 = p1;
          f2_0 = globals.g38;
          f3_0 = l8;
          f2_0 *= f3_0;
          f3_0 = 1;
          f4_0 = globals.g38;
          f3_0 -= f4_0;
          f4_0 = p6;
          f3_0 *= f4_0;
          f2_0 += f3_0;
          f2_0 = w2c_f73(f2_0);
          p6 = f2_0;
          f32_store(memory, i1, 0u, f2_0);
          i1 = l13;
          f2_0 = l9;
          f32_store(memory, i1, 0u, f2_0);
          f1_0 = globals.g101;
          f2_0 = p6;
          f1_0 *= f2_0;
          f2_0 = l9;
          f2_0 = wasm_sqrtf(f2_0);
          f3_0 = globals.g102;
          f2_0 /= f3_0;
          f3_0 = globals.g93;
          f2_0 += f3_0;
          f1_0 /= f2_0;
          goto B6;
        }
        i1 = p1;
        f2_0 = l8;
        f3_0 = p6;
        f4_0 = p6;
        f3_0 *= f4_0;
        l9 = f3_0;
        f2_0 += f3_0;
        f3_0 = globals.g38;
        f4_0 = l8;
        f3_0 *= f4_0;
        f4_0 = 1;
        f5_0 = globals.g38;
        f4_0 -= f5_0;
        f5_0 = l9;
        f4_0 *= f5_0;
        f3_0 += f4_0;
        i4 = globals.g37;
        i5 = 3u;
        i4 = i4 == i5;
        f2_0 = i4 ? f2_0 : f3_0;
        f2_0 = w2c_f73(f2_0);
        l8 = f2_0;
        f32_store(memory, i1, 0u, f2_0);
        f1_0 = globals.g42;
        f2_0 = p6;
        f1_0 *= f2_0;
        f2_0 = l8;
        f2_0 = wasm_sqrtf(f2_0);
        f3_0 = globals.g93;
        f2_0 += f3_0;
        f1_0 /= f2_0;
        B6:;
        f0_0 -= f1_0;
        f0_0 = w2c_f107(f0_0);
        p6 = f0_0;
      }
      i0 = p0;
      f1_0 = l10;
      f2_0 = l11;
      i1 = f1_0 != f2_0;
      f2_0 = p7;
      f3_0 = l11;
      i2 = f2_0 != f3_0;
      i1 |= i2;
      if (i1) {
        f1_0 = p6;
        f1_0 = wasm_fabsf(f1_0);
        f2_0 = l10;
        f1_0 -= f2_0;
        f2_0 = 3.40282347e+38;
        f1_0 = FMIN(f1_0, f2_0);
        l8 = f1_0;
        f1_0 = -(f1_0);
        f2_0 = l8;
        f3_0 = p6;
        f4_0 = l11;
        i3 = f3_0 < f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
        f2_0 = l11;
        f3_0 = l8;
        f4_0 = 1.17549435e-38;
        i3 = f3_0 >= f4_0;
        f1_0 = i3 ? f1_0 : f2_0;
      } else {
        f1_0 = p6;
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
      goto L3;
    }
  Bfunc:;
}

static f32 w2c_f73(f32 p0) {
  u32 i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = 0;
  f1_0 = p0;
  f1_0 = w2c_f107(f1_0);
  f2_0 = p0;
  f2_0 = wasm_fabsf(f2_0);
  f3_0 = 1.17549435e-38;
  i2 = f2_0 < f3_0;
  f0_0 = i2 ? f0_0 : f1_0;
  return f0_0;
}

static void w2c_f74(u32 p0) {
  MEMORY;
  u32 i0, i1;
  u64 j1, j2;
  i0 = p0;
  i1 = p0;
  j1 = i64_load(memory, i1, 0u);
  j2 = 1ull;
  j1 += j2;
  i64_store(memory, i0, 0u, j1);
}

static u32 w2c_f75(u32 p0) {
  u32 i0, i1, i2;
  i0 = globals.g49;
  i1 = p0;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f76(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 15u;
  i0 += i1;
  i1 = 4294967280u;
  i0 &= i1;
  return i0;
}

static f32 w2c_f77(f32 p0, f32 p1) {
  f32 f0_0, f1_0, f2_0;
  f0_0 = p1;
  f0_0 = -(f0_0);
  f1_0 = p0;
  f2_0 = p1;
  f1_0 = FMIN(f1_0, f2_0);
  f0_0 = FMAX(f0_0, f1_0);
  return f0_0;
}

static f32 w2c_f78(f32 p0) {
  f32 f0_0, f1_0;
  f0_0 = p0;
  f1_0 = 1.00000003e+16;
  f0_0 = w2c_f77(f0_0, f1_0);
  return f0_0;
}

static u32 w2c_f79(void) {
  u32 i0, i1;
  i0 = globals.g8;
  i1 = globals.g3;
  i0 = w2c_f36(i0, i1);
  return i0;
}

static f32 w2c_f80(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0;
  i0 = globals.g23;
  i1 = globals.g30;
  i0 += i1;
  i1 = p0;
  i2 = globals.g46;
  i1 *= i2;
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  return f0_0;
}

static void w2c_f81(u32 p0) {
  u32 l2 = 0;
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  i0 = p0;
  i1 = 2u;
  i0 <<= (i1 & 31);
  globals.g30 = i0;
  i0 = w2c_f4();
  i1 = globals.g30;
  i0 += i1;
  globals.g27 = i0;
  i0 = globals.g27;
  i1 = w2c_f9();
  i2 = 1u;
  i1 <<= (i2 & 31);
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  globals.g67 = f0_0;
  i0 = globals.g27;
  i1 = w2c_f9();
  i2 = 3u;
  i1 *= i2;
  i0 += i1;
  f0_0 = f32_load(memory, i0, 0u);
  globals.g81 = f0_0;
  i0 = globals.g35;
  if (i0) {
    i0 = globals.g23;
    i1 = globals.g30;
    i0 += i1;
    i1 = globals.g46;
    f0_0 = w2c_f123(i0, i1);
    i1 = globals.g11;
    f1_0 = (f32)(s32)(i1);
    f0_0 /= f1_0;
    globals.g67 = f0_0;
    L1: 
      i0 = l2;
      i1 = globals.g11;
      i0 = i0 < i1;
      if (i0) {
        f0_0 = l1;
        i1 = l2;
        f1_0 = w2c_f80(i1);
        f2_0 = globals.g67;
        f1_0 -= f2_0;
        l1 = f1_0;
        f2_0 = l1;
        f1_0 *= f2_0;
        f0_0 += f1_0;
        l1 = f0_0;
        i0 = l2;
        i1 = 1u;
        i0 += i1;
        l2 = i0;
        goto L1;
      }
    f0_0 = l1;
    i1 = globals.g11;
    f1_0 = (f32)(s32)(i1);
    f0_0 /= f1_0;
    globals.g81 = f0_0;
  }
  f0_0 = 1;
  f1_0 = globals.g81;
  i2 = globals.g2;
  f2_0 = f32_load(memory, i2, 20u);
  f1_0 += f2_0;
  f1_0 = wasm_sqrtf(f1_0);
  f0_0 /= f1_0;
  globals.g92 = f0_0;
}

static u32 w2c_f82(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  p0 = i0;
  if (i0) {
    i0 = 0u;
    globals.g15 = i0;
  }
  i0 = p0;
  return i0;
}

static u32 w2c_f83(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = w2c_f178();
  i1 = globals.g0;
  i1 = i32_load16_u(memory, i1, 36u);
  i2 = 5u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f84(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = w2c_f49();
  i1 = globals.g0;
  i1 = i32_load16_u(memory, i1, 42u);
  i2 = 5u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f85(void) {
  u32 i0, i1;
  i0 = globals.g0;
  i1 = 80u;
  i0 += i1;
  return i0;
}

static u32 w2c_f86(u32 p0, u32 p1, u32 p2) {
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

static u32 w2c_f87(u32 p0, f32 p1, f32 p2) {
  u32 i0, i1;
  f32 f2_0, f3_0;
  i0 = 4294967288u;
  i1 = p0;
  f2_0 = p2;
  f3_0 = p1;
  i0 = w2c_f60(i0, i1, f2_0, f3_0);
  return i0;
}

static u32 w2c_f88(u32 p0, u32 p1) {
  u32 l2 = 0;
  f32 l3 = 0;
  u32 i0, i1, i2, i3;
  f32 f1_0, f2_0, f3_0;
  i0 = p0;
  i1 = globals.g18;
  f2_0 = 9.99999984e+17;
  i0 = w2c_f53(i0, i1, f2_0);
  l2 = i0;
  L0: 
    i0 = l2;
    i1 = globals.g18;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = 1u;
      i1 = p0;
      i2 = l2;
      f1_0 = w2c_f0(i1, i2);
      l3 = f1_0;
      f2_0 = 3.00000001e+38;
      i1 = f1_0 == f2_0;
      f2_0 = l3;
      f3_0 = l3;
      i2 = f2_0 != f3_0;
      i3 = p1;
      i1 = i3 ? i1 : i2;
      i2 = 0u;
      i3 = globals.g25;
      i1 = i3 ? i1 : i2;
      f2_0 = l3;
      i2 = w2c_f39(f2_0);
      i0 = i2 ? i0 : i1;
      i0 = !(i0);
      if (i0) {
        i0 = l2;
        f1_0 = l3;
        f2_0 = 9.99999984e+17;
        i0 = w2c_f87(i0, f1_0, f2_0);
        goto Bfunc;
      }
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
  i0 = 0u;
  Bfunc:;
  return i0;
}

static u32 w2c_f89(void) {
  u32 i0, i1;
  i0 = globals.g11;
  i1 = 1u;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = w2c_f62();
  } else {
    i0 = 0u;
  }
  return i0;
}

static u32 w2c_f90(void) {
  u32 i0, i1, i2;
  i0 = globals.g60;
  i1 = globals.g17;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static u32 w2c_f91(void) {
  u32 i0, i1, i2;
  i0 = globals.g6;
  i1 = 3u;
  i0 = i0 == i1;
  i1 = globals.g6;
  i2 = 1u;
  i1 = i1 == i2;
  i0 |= i1;
  return i0;
}

static f32 w2c_f92(u32 p0, u32 p1) {
  u32 l2 = 0;
  f32 l3 = 0;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  L0: 
    i0 = l2;
    i1 = globals.g1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      f0_0 = l3;
      i1 = l2;
      f1_0 = w2c_f20(i1);
      i2 = p1;
      if (i2) {
        i2 = p0;
        i3 = l2;
        f2_0 = w2c_f0(i2, i3);
      } else {
        i2 = p0;
        i3 = l2;
        f2_0 = w2c_f0(i2, i3);
        f3_0 = 9.99999972e-10;
        f2_0 += f3_0;
        f2_0 = w2c_f35(f2_0);
      }
      f1_0 *= f2_0;
      f0_0 -= f1_0;
      l3 = f0_0;
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
  f0_0 = l3;
  return f0_0;
}

static void w2c_f93(void) {
  u32 i0, i1, i2, i3;
  i0 = 52u;
  i1 = globals.g22;
  i2 = 1u;
  i3 = 1u;
  w2c_f129(i0, i1, i2, i3);
}

static void w2c_f94(u32 p0, f32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f2_0, f3_0;
  i0 = globals.g16;
  i0 = !(i0);
  if (i0) {
    i0 = globals.g28;
    i1 = p0;
    i2 = globals.g76;
    i1 -= i2;
    f2_0 = p1;
    i3 = p0;
    f3_0 = f32_load(memory, i3, 0u);
    i0 = w2c_f60(i0, i1, f2_0, f3_0);
    globals.g16 = i0;
  }
}

static void w2c_f95(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0;
  i0 = p0;
  i1 = p1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p1 = i0;
  L0: 
    i0 = p0;
    i1 = p1;
    i0 = i0 < i1;
    if (i0) {
      i0 = p0;
      f0_0 = f32_load(memory, i0, 0u);
      f1_0 = 0;
      i0 = f0_0 >= f1_0;
      i0 = !(i0);
      if (i0) {
        i0 = p0;
        f1_0 = 0;
        w2c_f94(i0, f1_0);
        goto Bfunc;
      }
      i0 = p0;
      i1 = 4u;
      i0 += i1;
      p0 = i0;
      goto L0;
    }
  Bfunc:;
}

static void w2c_f96(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g99;
  if (i0) {
    i0 = globals.g12;
    i1 = p0;
    i0 += i1;
    i1 = p1;
    i32_store(memory, i0, 0u, i1);
  }
  i0 = p0;
  i1 = p1;
  i2 = p1;
  w2c_f3(i0, i1, i2);
}

static u32 w2c_f97(u32 p0, u32 p1) {
  u32 i0, i1, i2;
  i0 = p0;
  i1 = p1;
  i0 = w2c_f33(i0, i1);
  i1 = p0;
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  return i0;
}

static void w2c_f98(void) {
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0;
  i0 = globals.g9;
  i1 = 8u;
  i0 &= i1;
  if (i0) {
    w2c_f15();
    i0 = w2c_f4();
    i1 = globals.g1;
    i2 = globals.g25;
    i1 = w2c_f33(i1, i2);
    i0 += i1;
    globals.g47 = i0;
    i0 = globals.g2;
    f0_0 = f32_load(memory, i0, 24u);
    globals.g91 = f0_0;
    i0 = globals.g2;
    f0_0 = f32_load(memory, i0, 20u);
    globals.g78 = f0_0;
  } else {
    i0 = globals.g1;
    i1 = 0u;
    i0 = w2c_f33(i0, i1);
    i1 = globals.g26;
    i0 += i1;
    i1 = 0u;
    i2 = globals.g26;
    i0 = i2 ? i0 : i1;
    globals.g47 = i0;
    i0 = globals.g0;
    f0_0 = f32_load(memory, i0, 64u);
    globals.g91 = f0_0;
    i0 = globals.g0;
    f0_0 = f32_load(memory, i0, 68u);
    globals.g78 = f0_0;
  }
  i0 = globals.g47;
  i1 = globals.g1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g90 = i0;
}

static u32 w2c_f99(void) {
  u32 l0 = 0, l1 = 0;
  u32 i0, i1, i2, i3;
  f32 f2_0, f3_0;
  i0 = 1u;
  l0 = i0;
  L0: 
    i0 = l0;
    i1 = globals.g1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l0;
      i1 = l1;
      i2 = l0;
      f2_0 = w2c_f68(i2);
      i3 = l1;
      f3_0 = w2c_f68(i3);
      i2 = f2_0 > f3_0;
      i0 = i2 ? i0 : i1;
      l1 = i0;
      i0 = l0;
      i1 = 1u;
      i0 += i1;
      l0 = i0;
      goto L0;
    }
  i0 = l1;
  return i0;
}

static u32 w2c_f100(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i1 = globals.g0;
  i1 = i32_load(memory, i1, 76u);
  i2 = 1u;
  i1 >>= (i2 & 31);
  i0 -= i1;
  return i0;
}

static u32 w2c_f101(void) {
  u32 i0, i1;
  i0 = w2c_f181();
  i1 = 44u;
  i0 -= i1;
  return i0;
}

static u32 w2c_f102(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i1 = 4u;
  i0 += i1;
  globals.g19 = i0;
  i0 = p0;
  i1 = 24u;
  i0 += i1;
  globals.g24 = i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 0u);
  return i0;
}

static u32 w2c_f103(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = i32_load8_u(memory, i0, 0u);
  l1 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 16u;
    goto Bfunc;
  }
  i0 = l1;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = 28u;
    goto Bfunc;
  }
  i0 = l1;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    i0 = i32_load(memory, i0, 24u);
    p0 = i0;
    i1 = 3u;
    i0 += i1;
    i1 = 4294967292u;
    i0 &= i1;
    i1 = 4u;
    i0 += i1;
    i1 = p0;
    i2 = 48u;
    i1 *= i2;
    i0 += i1;
  } else {
    i0 = 16u;
  }
  Bfunc:;
  return i0;
}

static void w2c_f104(u32 p0, f32 p1, f32 p2) {
  u32 i0;
  f32 f0_0;
  i0 = p0;
  globals.g52 = i0;
  f0_0 = p1;
  globals.g65 = f0_0;
  f0_0 = p2;
  globals.g79 = f0_0;
}

static void w2c_f105(u32 p0, u32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = 0u;
  i0 = w2c_f44(i0, i1);
  i1 = p0;
  i2 = p1;
  i1 = w2c_f44(i1, i2);
  i2 = p0;
  i2 = w2c_f28(i2);
  i3 = p1;
  i2 -= i3;
  p1 = i2;
  i3 = 3u;
  i2 <<= (i3 & 31);
  w2c_f27(i0, i1, i2);
  i0 = globals.g48;
  i1 = 4u;
  i0 += i1;
  i1 = p0;
  i0 += i1;
  i1 = p1;
  i32_store8(memory, i0, 0u, i1);
}

static void w2c_f106(u32 p0, u32 p1) {
  u32 l2 = 0;
  f32 l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p1;
  f0_0 = f32_load(memory, i0, 0u);
  l4 = f0_0;
  i0 = globals.g52;
  l2 = i0;
  if (i0) {
    i0 = p0;
    f0_0 = (f32)(i0);
    i1 = l2;
    f1_0 = (f32)(i1);
    f0_0 *= f1_0;
    i1 = p0;
    f1_0 = (f32)(i1);
    i2 = l2;
    f2_0 = (f32)(i2);
    f1_0 += f2_0;
    f0_0 /= f1_0;
    f1_0 = l4;
    i2 = p0;
    f2_0 = (f32)(i2);
    f1_0 /= f2_0;
    f2_0 = globals.g65;
    i3 = l2;
    f3_0 = (f32)(i3);
    f2_0 /= f3_0;
    f1_0 -= f2_0;
    l3 = f1_0;
    f2_0 = l3;
    f1_0 *= f2_0;
    f0_0 *= f1_0;
  } else {
    f0_0 = 0;
  }
  l3 = f0_0;
  i0 = p0;
  i1 = l2;
  i0 += i1;
  f1_0 = globals.g65;
  f2_0 = l4;
  f1_0 += f2_0;
  f2_0 = globals.g79;
  i3 = p1;
  f3_0 = f32_load(memory, i3, 4u);
  f2_0 += f3_0;
  f3_0 = l3;
  f2_0 += f3_0;
  w2c_f104(i0, f1_0, f2_0);
}

static f32 w2c_f107(f32 p0) {
  f32 f0_0, f1_0;
  f0_0 = p0;
  f1_0 = 3.40282347e+38;
  f0_0 = w2c_f77(f0_0, f1_0);
  return f0_0;
}

static void w2c_f108(u32 p0, u32 p1, u32 p2, u32 p3, u32 p4, u32 p5) {
  u32 l11 = 0, l12 = 0, l13 = 0, l14 = 0, l15 = 0, l16 = 0, l17 = 0;
  f32 l6 = 0, l7 = 0, l8 = 0, l9 = 0, l10 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0;
  f0_0 = 0;
  l10 = f0_0;
  f0_0 = l10;
  globals.g82 = f0_0;
  L0: 
    i0 = l11;
    i1 = globals.g45;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = globals.g60;
      i1 = l11;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      i0 = i32_load(memory, i0, 0u);
    } else {
      i0 = 1u;
    }
    i0 = !(i0);
    if (i0) {
      i0 = l11;
      i1 = 1u;
      i0 += i1;
      l11 = i0;
      goto L0;
    }
  i0 = l11;
  globals.g53 = i0;
  i0 = p0;
  globals.g88 = i0;
  i0 = p1;
  globals.g89 = i0;
  i0 = p2;
  globals.g11 = i0;
  i0 = 0u;
  i1 = p5;
  i2 = globals.g58;
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = globals.g11;
    i1 = globals.g4;
    i1 = i32_load(memory, i1, 48u);
    i0 += i1;
    globals.g80 = i0;
    i0 = globals.g87;
    i1 = globals.g0;
    i1 = i32_load16_u(memory, i1, 42u);
    i2 = 3u;
    i1 <<= (i2 & 31);
    i0 += i1;
    globals.g66 = i0;
    i0 = globals.g4;
    i1 = globals.g80;
    i2 = 0u;
    i3 = globals.g80;
    i4 = 256u;
    i3 = i3 < i4;
    i1 = i3 ? i1 : i2;
    i32_store(memory, i0, 48u, i1);
  }
  w2c_f15();
  L4: 
    i0 = globals.g6;
    i1 = 3u;
    i0 = i0 == i1;
    if (i0) {
      i0 = p3;
      if (i0) {
        i0 = w2c_f89();
      } else {
        i0 = 0u;
      }
      globals.g35 = i0;
      f0_0 = l10;
      l6 = f0_0;
      i0 = 0u;
      p1 = i0;
      L7: 
        i0 = p1;
        i1 = globals.g3;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = p1;
          w2c_f81(i0);
          i0 = globals.g27;
          f0_0 = f32_load(memory, i0, 0u);
          l7 = f0_0;
          i0 = w2c_f9();
          i1 = globals.g27;
          i0 += i1;
          f0_0 = f32_load(memory, i0, 0u);
          l8 = f0_0;
          i0 = globals.g27;
          i1 = w2c_f9();
          i2 = 1u;
          i1 <<= (i2 & 31);
          i0 += i1;
          f0_0 = f32_load(memory, i0, 0u);
          l9 = f0_0;
          i0 = 0u;
          p0 = i0;
          L9: 
            i0 = p0;
            i1 = globals.g11;
            i0 = i0 < i1;
            if (i0) {
              f0_0 = l6;
              i1 = p0;
              f1_0 = w2c_f80(i1);
              f2_0 = l9;
              f1_0 -= f2_0;
              l6 = f1_0;
              f2_0 = l6;
              f1_0 *= f2_0;
              f0_0 += f1_0;
              l6 = f0_0;
              i0 = globals.g20;
              i1 = globals.g30;
              i0 += i1;
              i1 = w2c_f9();
              i2 = p0;
              i1 *= i2;
              i0 += i1;
              f1_0 = l7;
              i2 = p0;
              f2_0 = w2c_f116(i2);
              f1_0 *= f2_0;
              f2_0 = l8;
              f1_0 += f2_0;
              f32_store(memory, i0, 0u, f1_0);
              i0 = p0;
              i1 = 1u;
              i0 += i1;
              p0 = i0;
              goto L9;
            }
          i0 = p1;
          i1 = 1u;
          i0 += i1;
          p1 = i0;
          goto L7;
        }
      f0_0 = globals.g82;
      f1_0 = l6;
      f0_0 += f1_0;
      globals.g82 = f0_0;
    } else {
      i0 = globals.g23;
      p0 = i0;
      i0 = globals.g20;
      p1 = i0;
      i0 = globals.g11;
      l11 = i0;
      L11: 
        i0 = l11;
        i1 = 0u;
        i0 = (u32)((s32)i0 > (s32)i1);
        if (i0) {
          i0 = globals.g6;
          i1 = 1u;
          i0 = i0 == i1;
          if (i0) {
            i0 = globals.g3;
            l13 = i0;
            i1 = 2u;
            i0 <<= (i1 & 31);
            l14 = i0;
            i0 = p1;
            p2 = i0;
            i1 = globals.g8;
            i2 = 2u;
            i1 <<= (i2 & 31);
            i0 += i1;
            l15 = i0;
            i0 = w2c_f79();
            i1 = w2c_f4();
            l12 = i1;
            i0 += i1;
            i1 = 0u;
            i2 = w2c_f43();
            i0 = i2 ? i0 : i1;
            l16 = i0;
            i1 = p2;
            i0 -= i1;
            l17 = i0;
            L14: 
              i0 = p2;
              i1 = l15;
              i0 = i0 < i1;
              if (i0) {
                i0 = l12;
                i1 = p0;
                i2 = l13;
                f0_0 = w2c_f54(i0, i1, i2);
                l6 = f0_0;
                i0 = p2;
                i1 = l16;
                if (i1) {
                  f1_0 = l6;
                  i2 = p2;
                  i3 = l17;
                  i2 += i3;
                  f2_0 = f32_load(memory, i2, 0u);
                  f1_0 += f2_0;
                } else {
                  f1_0 = l6;
                }
                f32_store(memory, i0, 0u, f1_0);
                i0 = p2;
                i1 = 4u;
                i0 += i1;
                p2 = i0;
                i0 = l12;
                i1 = l14;
                i0 += i1;
                l12 = i0;
                goto L14;
              }
          } else {
            i0 = globals.g6;
            i1 = 4u;
            i0 = i0 == i1;
            if (i0) {
              i0 = globals.g2;
              f0_0 = f32_load(memory, i0, 24u);
              l6 = f0_0;
              i0 = globals.g2;
              f0_0 = f32_load(memory, i0, 20u);
              l7 = f0_0;
              i0 = w2c_f4();
              i1 = globals.g3;
              i2 = globals.g25;
              i1 = w2c_f33(i1, i2);
              i0 += i1;
              l12 = i0;
              i0 = 0u;
              p2 = i0;
              L18: 
                i0 = p2;
                i1 = globals.g3;
                i0 = (u32)((s32)i0 < (s32)i1);
                if (i0) {
                  i0 = p1;
                  i1 = p2;
                  i2 = p0;
                  i3 = p2;
                  f2_0 = w2c_f0(i2, i3);
                  l8 = f2_0;
                  i2 = w2c_f39(f2_0);
                  if (i2) {
                    f2_0 = l8;
                    i3 = l12;
                    i4 = p2;
                    f3_0 = w2c_f0(i3, i4);
                    i4 = l12;
                    i5 = globals.g3;
                    i6 = p2;
                    i5 += i6;
                    f4_0 = w2c_f0(i4, i5);
                    f5_0 = l6;
                    f6_0 = l7;
                    f2_0 = w2c_f115(f2_0, f3_0, f4_0, f5_0, f6_0);
                  } else {
                    f2_0 = l10;
                  }
                  w2c_f1(i0, i1, f2_0);
                  i0 = p2;
                  i1 = 1u;
                  i0 += i1;
                  p2 = i0;
                  goto L18;
                }
            } else {
              i0 = p3;
              i1 = 0u;
              i2 = globals.g6;
              i3 = 2u;
              i2 = i2 == i3;
              i0 = i2 ? i0 : i1;
              if (i0) {
                i0 = globals.g17;
                i1 = globals.g53;
                i0 = (u32)((s32)i0 > (s32)i1);
                l12 = i0;
                f0_0 = 1;
                f1_0 = 1;
                i2 = globals.g2;
                f2_0 = f32_load(memory, i2, 16u);
                l7 = f2_0;
                f1_0 -= f2_0;
                f0_0 /= f1_0;
                l8 = f0_0;
                i0 = 0u;
                p2 = i0;
                L22: 
                  i0 = p2;
                  i1 = globals.g3;
                  i0 = (u32)((s32)i0 < (s32)i1);
                  if (i0) {
                    f0_0 = l8;
                    f1_0 = l10;
                    i2 = w2c_f5();
                    i3 = 16u;
                    i2 += i3;
                    f2_0 = w2c_f29(i2);
                    f3_0 = l7;
                    i2 = f2_0 >= f3_0;
                    f0_0 = i2 ? f0_0 : f1_0;
                    l6 = f0_0;
                    i0 = p1;
                    i1 = p2;
                    i2 = p0;
                    i3 = p2;
                    f2_0 = w2c_f0(i2, i3);
                    f3_0 = l6;
                    f2_0 *= f3_0;
                    w2c_f1(i0, i1, f2_0);
                    i0 = l12;
                    if (i0) {
                      i0 = globals.g29;
                      i1 = p1;
                      i2 = globals.g20;
                      i1 -= i2;
                      i0 += i1;
                      i1 = p2;
                      f2_0 = l6;
                      w2c_f1(i0, i1, f2_0);
                    }
                    i0 = p2;
                    i1 = 1u;
                    i0 += i1;
                    p2 = i0;
                    goto L22;
                  }
              } else {
                i0 = p1;
                i1 = p0;
                i2 = globals.g3;
                i3 = 2u;
                i2 <<= (i3 & 31);
                w2c_f27(i0, i1, i2);
              }
            }
          }
          i0 = l11;
          i1 = 1u;
          i0 -= i1;
          l11 = i0;
          i0 = p0;
          i1 = globals.g46;
          i0 += i1;
          p0 = i0;
          i0 = p1;
          i1 = globals.g8;
          i2 = 2u;
          i1 <<= (i2 & 31);
          i0 += i1;
          p1 = i0;
          goto L11;
        }
    }
    i0 = w2c_f16();
    p0 = i0;
    i1 = 0u;
    i2 = p4;
    i0 = i2 ? i0 : i1;
    i0 = !(i0);
    if (i0) {
      w2c_f151();
    }
    i0 = p0;
    if (i0) {
      goto Bfunc;
    }
    i0 = p5;
    if (i0) {
      i0 = globals.g2;
      i0 = i32_load8_u(memory, i0, 1u);
      i0 = w2c_f204(i0);
      if (i0) {
        i0 = globals.g80;
        i1 = 256u;
        i0 = i0 >= i1;
        l14 = i0;
        i0 = 0u;
        p1 = i0;
        i0 = 0u;
        p0 = i0;
        L29: 
          i0 = p0;
          i1 = globals.g8;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = globals.g20;
            i1 = p0;
            i2 = 2u;
            i1 <<= (i2 & 31);
            i0 += i1;
            l12 = i0;
            i0 = globals.g66;
            i0 = i32_load(memory, i0, 0u);
            l15 = i0;
            i1 = 4294967295u;
            i0 ^= i1;
            i1 = 4294967295u;
            i2 = 32u;
            i3 = 32u;
            i4 = globals.g8;
            i5 = p0;
            i4 -= i5;
            p2 = i4;
            i5 = p2;
            i6 = 32u;
            i5 = (u32)((s32)i5 >= (s32)i6);
            i3 = i5 ? i3 : i4;
            l16 = i3;
            i2 -= i3;
            i1 >>= (i2 & 31);
            i0 &= i1;
            l17 = i0;
            i0 = 0u;
            l11 = i0;
            i0 = 0u;
            l13 = i0;
            f0_0 = 1.40129846e-45;
            f1_0 = -0.99000001;
            f2_0 = 0.00999999978;
            i3 = globals.g2;
            i3 = i32_load8_u(memory, i3, 1u);
            p2 = i3;
            i4 = 2u;
            i3 = i3 == i4;
            f1_0 = i3 ? f1_0 : f2_0;
            i2 = p2;
            i3 = 3u;
            i2 = i2 == i3;
            f0_0 = i2 ? f0_0 : f1_0;
            l6 = f0_0;
            f0_0 = INFINITY;
            f1_0 = 0.99000001;
            i2 = globals.g2;
            i2 = i32_load8_u(memory, i2, 1u);
            i3 = 3u;
            i2 = i2 == i3;
            f0_0 = i2 ? f0_0 : f1_0;
            l7 = f0_0;
            L31: 
              i0 = l13;
              i1 = globals.g11;
              i0 = (u32)((s32)i0 < (s32)i1);
              if (i0) {
                i0 = l17;
                i1 = l11;
                i2 = 4294967295u;
                i1 ^= i2;
                i0 &= i1;
                p2 = i0;
                L33: 
                  i0 = p2;
                  if (i0) {
                    i0 = l11;
                    i1 = p2;
                    i2 = 0u;
                    i3 = p2;
                    i2 -= i3;
                    i1 &= i2;
                    i0 |= i1;
                    i1 = l11;
                    f2_0 = l7;
                    i3 = l12;
                    i4 = p2;
                    i4 = I32_CTZ(i4);
                    f3_0 = w2c_f0(i3, i4);
                    l8 = f3_0;
                    i2 = f2_0 >= f3_0;
                    f3_0 = l6;
                    f4_0 = l8;
                    i3 = f3_0 <= f4_0;
                    i2 &= i3;
                    i0 = i2 ? i0 : i1;
                    l11 = i0;
                    i0 = p2;
                    i1 = p2;
                    i2 = 1u;
                    i1 -= i2;
                    i0 &= i1;
                    p2 = i0;
                    goto L33;
                  }
                i0 = l13;
                i1 = 1u;
                i0 += i1;
                l13 = i0;
                i0 = l12;
                i1 = globals.g8;
                i2 = 2u;
                i1 <<= (i2 & 31);
                i0 += i1;
                l12 = i0;
                goto L31;
              }
            i0 = p1;
            i1 = l16;
            i2 = l11;
            i3 = l15;
            i2 |= i3;
            p2 = i2;
            i2 = I32_POPCNT(i2);
            i1 -= i2;
            i0 += i1;
            p1 = i0;
            i0 = globals.g66;
            i1 = 0u;
            i2 = p2;
            i3 = l14;
            i1 = i3 ? i1 : i2;
            i32_store(memory, i0, 0u, i1);
            i0 = p0;
            i1 = 32u;
            i0 += i1;
            p0 = i0;
            i0 = globals.g66;
            i1 = 4u;
            i0 += i1;
            globals.g66 = i0;
            goto L29;
          }
        i0 = l14;
        if (i0) {
          i0 = w2c_f59();
          i1 = p1;
          i32_store(memory, i0, 4u, i1);
        }
      }
    }
    w2c_f40();
    goto L4;
  UNREACHABLE;
  Bfunc:;
}

static u32 w2c_f109(u32 p0, u32 p1, u32 p2, f32 p3, u32 p4) {
  u32 l5 = 0, l6 = 0, l7 = 0, l8 = 0, l9 = 0, l10 = 0, l11 = 0;
  u64 l19 = 0;
  f32 l12 = 0, l13 = 0, l14 = 0, l15 = 0, l16 = 0, l17 = 0, l18 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6, i7, 
      i8, i9;
  u64 j0, j1, j2;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0, f7_0, 
      f8_0, f9_0;
  f0_0 = 0;
  l17 = f0_0;
  f0_0 = 1;
  l18 = f0_0;
  i0 = p0;
  i1 = p1;
  i2 = p2;
  i3 = 1u;
  i4 = w2c_f47();
  i5 = p4;
  w2c_f108(i0, i1, i2, i3, i4, i5);
  i0 = globals.g20;
  p2 = i0;
  i1 = globals.g1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  l7 = i1;
  i2 = globals.g11;
  i1 *= i2;
  i0 += i1;
  l8 = i0;
  i0 = p2;
  l5 = i0;
  i0 = 0u;
  i1 = globals.g18;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i2 = globals.g9;
  i3 = 8u;
  i2 &= i3;
  i0 = i2 ? i0 : i1;
  l9 = i0;
  i1 = p0;
  i0 += i1;
  l6 = i0;
  L0: 
    i0 = l5;
    i1 = l8;
    i0 = i0 < i1;
    if (i0) {
      i0 = p1;
      if (i0) {
        i0 = l6;
        globals.g34 = i0;
      }
      f0_0 = l12;
      i1 = l5;
      f1_0 = w2c_f169(i1);
      f0_0 += f1_0;
      l12 = f0_0;
      i0 = l5;
      i1 = l7;
      i0 += i1;
      l5 = i0;
      i0 = p1;
      i1 = l6;
      i0 += i1;
      l6 = i0;
      goto L0;
    }
  f0_0 = l12;
  i1 = globals.g11;
  f1_0 = (f32)(s32)(i1);
  f0_0 /= f1_0;
  l12 = f0_0;
  i0 = p4;
  if (i0) {
    i0 = globals.g4;
    f1_0 = l12;
    f32_store(memory, i0, 40u, f1_0);
  }
  i0 = globals.g5;
  i0 = i32_load(memory, i0, 32u);
  if (i0) {
    i0 = globals.g4;
    i1 = 76u;
    i2 = 80u;
    i3 = p4;
    i1 = i3 ? i1 : i2;
    i0 += i1;
    l5 = i0;
    f0_0 = f32_load(memory, i0, 0u);
    l13 = f0_0;
    i0 = l5;
    f1_0 = l12;
    f2_0 = l13;
    f3_0 = l13;
    f4_0 = l17;
    i3 = f3_0 == f4_0;
    f1_0 = i3 ? f1_0 : f2_0;
    f2_0 = l12;
    w2c_f182(i0, f1_0, f2_0);
  }
  f0_0 = INFINITY;
  f1_0 = globals.g82;
  f2_0 = l12;
  f1_0 += f2_0;
  i2 = p2;
  i3 = globals.g11;
  i4 = globals.g1;
  i3 *= i4;
  l5 = i3;
  f4_0 = INFINITY;
  i2 = w2c_f53(i2, i3, f4_0);
  i3 = l5;
  i2 = (u32)((s32)i2 < (s32)i3);
  f0_0 = i2 ? f0_0 : f1_0;
  i1 = w2c_f47();
  if (i1) {
    w2c_f151();
  }
  i1 = w2c_f19();
  i2 = 4u;
  i1 -= i2;
  l10 = i1;
  L6: 
    i1 = p2;
    i2 = l8;
    i1 = i1 < i2;
    if (i1) {
      i1 = p1;
      if (i1) {
        i1 = p0;
        i2 = l9;
        i1 += i2;
        globals.g34 = i1;
        i1 = p0;
        i2 = l10;
        i1 += i2;
        f1_0 = f32_load(memory, i1, 0u);
        p3 = f1_0;
      }
      f1_0 = p3;
      i2 = 0u;
      l5 = i2;
      f2_0 = l17;
      l12 = f2_0;
      f2_0 = l17;
      l13 = f2_0;
      f2_0 = l18;
      i3 = globals.g9;
      i4 = 48u;
      i3 &= i4;
      i3 = !(i3);
      if (i3) {goto B9;}
      i2 = globals.g9;
      i3 = 32u;
      i2 &= i3;
      if (i2) {
        L11: 
          i2 = l5;
          i3 = globals.g1;
          i2 = (u32)((s32)i2 < (s32)i3);
          if (i2) {
            f2_0 = l13;
            i3 = l5;
            i3 = w2c_f132(i3);
            f3_0 = (f32)(i3);
            f2_0 += f3_0;
            l13 = f2_0;
            i2 = l5;
            i3 = 1u;
            i2 += i3;
            l5 = i2;
            goto L11;
          }
        i2 = 0u;
        l5 = i2;
        L13: 
          i2 = l5;
          i3 = globals.g1;
          i2 = (u32)((s32)i2 < (s32)i3);
          if (i2) {
            f2_0 = l12;
            i3 = l5;
            f3_0 = w2c_f20(i3);
            f4_0 = l13;
            i5 = globals.g1;
            f5_0 = (f32)(s32)(i5);
            i6 = 1u;
            i7 = l5;
            i7 = w2c_f132(i7);
            l6 = i7;
            i8 = l6;
            i9 = 1u;
            i8 = i8 <= i9;
            i6 = i8 ? i6 : i7;
            f6_0 = (f32)(i6);
            f5_0 *= f6_0;
            f4_0 /= f5_0;
            f3_0 *= f4_0;
            f2_0 += f3_0;
            l12 = f2_0;
            i2 = l5;
            i3 = 1u;
            i2 += i3;
            l5 = i2;
            goto L13;
          }
      } else {
        L15: 
          i2 = l5;
          i3 = globals.g1;
          i2 = (u32)((s32)i2 < (s32)i3);
          if (i2) {
            f2_0 = l12;
            i3 = l5;
            f3_0 = w2c_f20(i3);
            i4 = w2c_f38();
            i5 = l5;
            f4_0 = w2c_f0(i4, i5);
            f3_0 *= f4_0;
            f2_0 += f3_0;
            l12 = f2_0;
            i2 = l5;
            i3 = 1u;
            i2 += i3;
            l5 = i2;
            goto L15;
          }
      }
      f2_0 = l12;
      B9:;
      f1_0 *= f2_0;
      i2 = globals.g11;
      f2_0 = (f32)(s32)(i2);
      f1_0 /= f2_0;
      l13 = f1_0;
      i1 = 0u;
      l5 = i1;
      f1_0 = l17;
      l12 = f1_0;
      i1 = globals.g2;
      f1_0 = f32_load(memory, i1, 16u);
      l15 = f1_0;
      i1 = globals.g2;
      i1 = i32_load8_u(memory, i1, 1u);
      l11 = i1;
      i2 = 5u;
      i1 = i1 == i2;
      l6 = i1;
      if (i1) {
        i1 = w2c_f47();
        i1 = !(i1);
        l6 = i1;
      }
      i1 = l6;
      if (i1) {
        L19: 
          i1 = l5;
          i2 = globals.g1;
          i1 = (u32)((s32)i1 < (s32)i2);
          if (i1) {
            f1_0 = l12;
            i2 = p2;
            i3 = l5;
            f2_0 = w2c_f0(i2, i3);
            l12 = f2_0;
            i3 = l5;
            f3_0 = w2c_f20(i3);
            f2_0 = w2c_f171(f2_0, f3_0);
            f3_0 = l12;
            f2_0 *= f3_0;
            f1_0 += f2_0;
            l12 = f1_0;
            i1 = l5;
            i2 = 1u;
            i1 += i2;
            l5 = i1;
            goto L19;
          }
      }
      f1_0 = l13;
      f2_0 = l13;
      i3 = globals.g1;
      f3_0 = (f32)(s32)(i3);
      f2_0 /= f3_0;
      i3 = globals.g10;
      i4 = 3u;
      i3 = i3 == i4;
      f1_0 = i3 ? f1_0 : f2_0;
      l16 = f1_0;
      i1 = 0u;
      l5 = i1;
      L21: 
        i1 = l5;
        i2 = globals.g1;
        i1 = (u32)((s32)i1 < (s32)i2);
        if (i1) {
          i1 = p2;
          i2 = l5;
          f1_0 = w2c_f0(i1, i2);
          l14 = f1_0;
          i2 = l5;
          f2_0 = w2c_f20(i2);
          f1_0 = w2c_f171(f1_0, f2_0);
          l13 = f1_0;
          i1 = p2;
          i2 = l5;
          f3_0 = l16;
          f4_0 = l14;
          f5_0 = l13;
          f6_0 = l12;
          f5_0 -= f6_0;
          f4_0 *= f5_0;
          f5_0 = l13;
          i6 = l11;
          f7_0 = l15;
          f8_0 = l14;
          f9_0 = l13;
          f6_0 = w2c_f203(i6, f7_0, f8_0, f9_0);
          i7 = w2c_f47();
          f5_0 = i7 ? f5_0 : f6_0;
          i6 = l6;
          f4_0 = i6 ? f4_0 : f5_0;
          f3_0 *= f4_0;
          w2c_f1(i1, i2, f3_0);
          i1 = l5;
          i2 = 1u;
          i1 += i2;
          l5 = i1;
          goto L21;
        }
      i1 = p2;
      i2 = l7;
      i1 += i2;
      p2 = i1;
      i1 = p0;
      i2 = p1;
      i1 += i2;
      p0 = i1;
      goto L6;
    }
  f1_0 = l17;
  p3 = f1_0;
  L23: 
    i1 = globals.g17;
    i2 = globals.g53;
    i1 = (u32)((s32)i1 >= (s32)i2);
    if (i1) {
      i1 = 1u;
      i2 = w2c_f16();
      i3 = globals.g6;
      i4 = 1u;
      i3 = i3 != i4;
      i1 = i3 ? i1 : i2;
      i1 = !(i1);
      if (i1) {
        i1 = globals.g13;
        w2c_f150(i1);
      }
      i1 = w2c_f62();
      if (i1) {
        f1_0 = p3;
        i2 = globals.g6;
        i3 = 1u;
        i2 = i2 == i3;
        if (i2) {
          i2 = w2c_f43();
          p1 = i2;
          i2 = globals.g11;
          i3 = 1u;
          i2 = i2 == i3;
          if (i2) {
            i2 = globals.g13;
            i3 = globals.g13;
            i4 = globals.g8;
            f2_0 = w2c_f54(i2, i3, i4);
            i3 = globals.g23;
            i4 = globals.g23;
            i5 = globals.g3;
            f3_0 = w2c_f54(i3, i4, i5);
            f4_0 = l18;
            f5_0 = l17;
            i6 = p1;
            f4_0 = i6 ? f4_0 : f5_0;
            f3_0 += f4_0;
            f2_0 *= f3_0;
            p3 = f2_0;
            goto B29;
          }
          f2_0 = l17;
          p3 = f2_0;
          i2 = 0u;
          p0 = i2;
          L31: 
            i2 = p0;
            i3 = globals.g8;
            i2 = (u32)((s32)i2 < (s32)i3);
            if (i2) {
              i2 = p0;
              w2c_f175(i2);
              f2_0 = p3;
              i3 = globals.g51;
              i4 = globals.g51;
              i5 = globals.g3;
              f3_0 = w2c_f54(i3, i4, i5);
              f2_0 += f3_0;
              p3 = f2_0;
              i2 = p1;
              if (i2) {
                f2_0 = p3;
                i3 = p0;
                f3_0 = w2c_f176(i3);
                p3 = f3_0;
                f4_0 = p3;
                f3_0 *= f4_0;
                f2_0 += f3_0;
                p3 = f2_0;
              }
              i2 = p0;
              i3 = 1u;
              i2 += i3;
              p0 = i2;
              goto L31;
            }
          B29:;
        } else {
          i2 = w2c_f89();
          globals.g35 = i2;
          f2_0 = l17;
          p3 = f2_0;
          i2 = 0u;
          p0 = i2;
          L34: 
            i2 = p0;
            i3 = globals.g3;
            i2 = (u32)((s32)i2 < (s32)i3);
            if (i2) {
              i2 = p0;
              w2c_f81(i2);
              f2_0 = p3;
              f3_0 = w2c_f118();
              p3 = f3_0;
              f4_0 = p3;
              f3_0 *= f4_0;
              f4_0 = w2c_f117();
              p3 = f4_0;
              f5_0 = p3;
              f4_0 *= f5_0;
              f3_0 += f4_0;
              f2_0 += f3_0;
              p3 = f2_0;
              i2 = p0;
              i3 = 1u;
              i2 += i3;
              p0 = i2;
              goto L34;
            }
        }
        i2 = w2c_f59();
        i3 = w2c_f59();
        f3_0 = f32_load(memory, i3, 0u);
        f4_0 = p3;
        w2c_f182(i2, f3_0, f4_0);
        f2_0 = p3;
        f1_0 += f2_0;
        p3 = f1_0;
      }
      i1 = globals.g17;
      i2 = globals.g53;
      i1 = (u32)((s32)i1 <= (s32)i2);
      if (i1) {goto B25;}
      i1 = globals.g6;
      i2 = 1u;
      i1 = i1 == i2;
      if (i1) {
        i1 = 0u;
        p1 = i1;
        L37: 
          i1 = p1;
          i2 = globals.g11;
          i1 = i1 < i2;
          if (i1) {
            i1 = w2c_f4();
            p0 = i1;
            i1 = p1;
            i2 = globals.g3;
            i1 = w2c_f36(i1, i2);
            i2 = globals.g29;
            i1 += i2;
            l5 = i1;
            i2 = globals.g3;
            l6 = i2;
            i3 = 2u;
            i2 <<= (i3 & 31);
            l7 = i2;
            w2c_f21(i1, i2);
            i1 = p1;
            i2 = globals.g8;
            i1 = w2c_f36(i1, i2);
            i2 = globals.g13;
            i1 += i2;
            p2 = i1;
            i2 = globals.g8;
            i3 = 2u;
            i2 <<= (i3 & 31);
            i1 += i2;
            l8 = i1;
            L39: 
              i1 = p2;
              f1_0 = f32_load(memory, i1, 0u);
              l12 = f1_0;
              f2_0 = l17;
              i1 = f1_0 != f2_0;
              if (i1) {
                i1 = l5;
                i2 = p0;
                f3_0 = l12;
                i4 = l6;
                w2c_f55(i1, i2, f3_0, i4);
              }
              i1 = p0;
              i2 = l7;
              i1 += i2;
              p0 = i1;
              i1 = l8;
              i2 = p2;
              i3 = 4u;
              i2 += i3;
              p2 = i2;
              i1 = i1 > i2;
              if (i1) {goto L39;}
            i1 = p1;
            i2 = 1u;
            i1 += i2;
            p1 = i1;
            goto L37;
          }
      } else {
        i1 = globals.g6;
        i2 = 3u;
        i1 = i1 == i2;
        if (i1) {
          i1 = w2c_f89();
          globals.g35 = i1;
          i1 = 0u;
          p1 = i1;
          L42: 
            i1 = p1;
            i2 = globals.g3;
            i1 = (u32)((s32)i1 < (s32)i2);
            if (i1) {
              i1 = p1;
              w2c_f81(i1);
              i1 = globals.g27;
              f1_0 = f32_load(memory, i1, 0u);
              f2_0 = globals.g92;
              f1_0 *= f2_0;
              l12 = f1_0;
              i1 = globals.g35;
              if (i1) {
                f1_0 = w2c_f117();
                i2 = globals.g11;
                f2_0 = (f32)(s32)(i2);
                f1_0 /= f2_0;
              } else {
                f1_0 = l17;
              }
              l13 = f1_0;
              i1 = globals.g35;
              if (i1) {
                f1_0 = w2c_f118();
                i2 = globals.g11;
                f2_0 = (f32)(s32)(i2);
                f1_0 /= f2_0;
              } else {
                f1_0 = l17;
              }
              l14 = f1_0;
              i1 = 0u;
              p0 = i1;
              L46: 
                i1 = p0;
                i2 = globals.g11;
                i1 = i1 < i2;
                if (i1) {
                  i1 = globals.g30;
                  i2 = w2c_f9();
                  i3 = p0;
                  i2 *= i3;
                  i1 += i2;
                  p2 = i1;
                  i2 = globals.g29;
                  i1 += i2;
                  f2_0 = l12;
                  i3 = globals.g13;
                  i4 = p2;
                  i3 += i4;
                  f3_0 = f32_load(memory, i3, 0u);
                  f4_0 = l13;
                  f3_0 -= f4_0;
                  i4 = p0;
                  f4_0 = w2c_f116(i4);
                  f5_0 = l14;
                  f4_0 *= f5_0;
                  f3_0 -= f4_0;
                  f2_0 *= f3_0;
                  f32_store(memory, i1, 0u, f2_0);
                  i1 = p0;
                  i2 = 1u;
                  i1 += i2;
                  p0 = i1;
                  goto L46;
                }
              i1 = p1;
              i2 = 1u;
              i1 += i2;
              p1 = i1;
              goto L42;
            }
        } else {
          i1 = globals.g6;
          i2 = 2u;
          i1 = i1 == i2;
          if (i1) {
            i1 = 0u;
            p0 = i1;
            i1 = globals.g11;
            i2 = globals.g3;
            i1 *= i2;
            i2 = 2u;
            i1 <<= (i2 & 31);
            p1 = i1;
            L49: 
              i1 = p0;
              i2 = p1;
              i1 = i1 < i2;
              if (i1) {
                i1 = globals.g29;
                i2 = p0;
                i1 += i2;
                p2 = i1;
                i2 = globals.g13;
                i3 = p0;
                i2 += i3;
                f2_0 = f32_load(memory, i2, 0u);
                i3 = p2;
                f3_0 = f32_load(memory, i3, 0u);
                f2_0 *= f3_0;
                f32_store(memory, i1, 0u, f2_0);
                i1 = p0;
                i2 = 4u;
                i1 += i2;
                p0 = i1;
                goto L49;
              }
          } else {
            i1 = globals.g29;
            i2 = globals.g13;
            i3 = globals.g11;
            i4 = globals.g3;
            i3 *= i4;
            i4 = 2u;
            i3 <<= (i4 & 31);
            w2c_f27(i1, i2, i3);
            i1 = w2c_f16();
            i1 = !(i1);
            if (i1) {
              i1 = globals.g29;
              w2c_f150(i1);
            }
          }
        }
      }
      w2c_f124();
      goto L23;
      B25:;
    }
  f1_0 = p3;
  l13 = f1_0;
  f0_0 += f1_0;
  p3 = f0_0;
  f1_0 = p3;
  f0_0 -= f1_0;
  f1_0 = l17;
  i0 = f0_0 != f1_0;
  if (i0) {
    i0 = globals.g14;
    i1 = 24u;
    i0 += i1;
    w2c_f74(i0);
    i0 = 2u;
    goto Bfunc;
  }
  i0 = globals.g5;
  f0_0 = f32_load(memory, i0, 8u);
  p3 = f0_0;
  i0 = globals.g5;
  i0 = i32_load8_u(memory, i0, 2u);
  globals.g37 = i0;
  i0 = 1u;
  f1_0 = w2c_f146();
  f0_0 = w2c_f143(i0, f1_0);
  globals.g42 = f0_0;
  i0 = globals.g5;
  f0_0 = f32_load(memory, i0, 12u);
  globals.g38 = f0_0;
  i0 = globals.g5;
  f0_0 = f32_load(memory, i0, 16u);
  globals.g69 = f0_0;
  i0 = globals.g5;
  f0_0 = f32_load(memory, i0, 20u);
  globals.g93 = f0_0;
  i0 = globals.g37;
  i1 = 5u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = globals.g69;
    i1 = globals.g14;
    f1_0 = f32_load(memory, i1, 12u);
    f0_0 *= f1_0;
    f1_0 = l18;
    f2_0 = globals.g69;
    f1_0 -= f2_0;
    f0_0 += f1_0;
    l12 = f0_0;
    i0 = globals.g14;
    f1_0 = globals.g38;
    i2 = globals.g14;
    f2_0 = f32_load(memory, i2, 8u);
    f1_0 *= f2_0;
    f2_0 = l18;
    f3_0 = globals.g38;
    f2_0 -= f3_0;
    f1_0 += f2_0;
    l14 = f1_0;
    f32_store(memory, i0, 8u, f1_0);
    i0 = globals.g14;
    f1_0 = l12;
    f32_store(memory, i0, 12u, f1_0);
    f0_0 = globals.g42;
    f1_0 = l14;
    f0_0 /= f1_0;
    globals.g101 = f0_0;
    f0_0 = l12;
    f0_0 = wasm_sqrtf(f0_0);
    globals.g102 = f0_0;
  }
  f0_0 = p3;
  f1_0 = l13;
  f1_0 = wasm_sqrtf(f1_0);
  l12 = f1_0;
  f0_0 /= f1_0;
  f1_0 = l18;
  f2_0 = p3;
  f3_0 = l12;
  i2 = f2_0 < f3_0;
  f3_0 = p3;
  f4_0 = l17;
  i3 = f3_0 > f4_0;
  i2 &= i3;
  f0_0 = i2 ? f0_0 : f1_0;
  p3 = f0_0;
  w2c_f186();
  L54: 
    i0 = globals.g17;
    i1 = globals.g53;
    i0 = (u32)((s32)i0 >= (s32)i1);
    if (i0) {
      i0 = w2c_f62();
      if (i0) {
        i0 = globals.g6;
        i1 = 1u;
        i0 = i0 == i1;
        if (i0) {
          i0 = 0u;
          p0 = i0;
          i0 = w2c_f4();
          p1 = i0;
          i0 = w2c_f79();
          i1 = globals.g8;
          i2 = 2u;
          i1 <<= (i2 & 31);
          l7 = i1;
          i2 = 0u;
          i3 = w2c_f43();
          l8 = i3;
          i1 = i3 ? i1 : i2;
          i0 += i1;
          l6 = i0;
          i0 = globals.g11;
          i1 = 1u;
          i0 = (u32)((s32)i0 > (s32)i1);
          p2 = i0;
          i1 = globals.g37;
          i0 |= i1;
          i0 = !(i0);
          i1 = globals.g2;
          f1_0 = f32_load(memory, i1, 20u);
          l12 = f1_0;
          f2_0 = l17;
          i1 = f1_0 == f2_0;
          i0 &= i1;
          i1 = globals.g2;
          f1_0 = f32_load(memory, i1, 24u);
          l13 = f1_0;
          f2_0 = l17;
          i1 = f1_0 == f2_0;
          i0 &= i1;
          if (i0) {
            i0 = p1;
            p0 = i0;
            i0 = globals.g23;
            l9 = i0;
            f0_0 = globals.g42;
            f1_0 = p3;
            f0_0 *= f1_0;
            l12 = f0_0;
            i0 = globals.g3;
            l10 = i0;
            i1 = 2u;
            i0 <<= (i1 & 31);
            l11 = i0;
            i0 = l7;
            i1 = globals.g13;
            l5 = i1;
            i0 += i1;
            l7 = i0;
            L61: 
              f0_0 = l12;
              i1 = l5;
              f1_0 = f32_load(memory, i1, 0u);
              f0_0 *= f1_0;
              f0_0 = -(f0_0);
              l13 = f0_0;
              f1_0 = l17;
              i0 = f0_0 != f1_0;
              if (i0) {
                i0 = p0;
                i1 = l9;
                f2_0 = l13;
                i3 = l10;
                w2c_f55(i0, i1, f2_0, i3);
              }
              i0 = p0;
              i1 = l11;
              i0 += i1;
              p0 = i0;
              i0 = l7;
              i1 = l5;
              i2 = 4u;
              i1 += i2;
              l5 = i1;
              i0 = i0 > i1;
              if (i0) {goto L61;}
          } else {
            L63: 
              i0 = p0;
              i1 = globals.g8;
              i0 = (u32)((s32)i0 < (s32)i1);
              if (i0) {
                i0 = p2;
                if (i0) {
                  i0 = p0;
                  w2c_f175(i0);
                }
                i0 = p0;
                i1 = globals.g3;
                i0 = w2c_f36(i0, i1);
                l5 = i0;
                i1 = p1;
                i0 += i1;
                i1 = w2c_f61();
                i2 = l5;
                i1 += i2;
                i2 = l6;
                i3 = globals.g51;
                i4 = globals.g23;
                i5 = p2;
                i3 = i5 ? i3 : i4;
                i4 = p2;
                if (i4) {
                  f4_0 = p3;
                } else {
                  f4_0 = p3;
                  i5 = globals.g13;
                  i6 = p0;
                  f5_0 = w2c_f0(i5, i6);
                  f4_0 *= f5_0;
                }
                i5 = globals.g3;
                f6_0 = l12;
                f7_0 = l13;
                w2c_f72(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
                i0 = p0;
                i1 = 1u;
                i0 += i1;
                p0 = i0;
                goto L63;
              }
          }
          i0 = l8;
          i0 = !(i0);
          if (i0) {goto B59;}
          i0 = p2;
          if (i0) {
            i0 = 0u;
            p0 = i0;
            L68: 
              i0 = p0;
              i1 = globals.g8;
              i0 = (u32)((s32)i0 < (s32)i1);
              if (i0) {
                i0 = globals.g13;
                i1 = p0;
                i2 = p0;
                f2_0 = w2c_f176(i2);
                w2c_f1(i0, i1, f2_0);
                i0 = p0;
                i1 = 1u;
                i0 += i1;
                p0 = i0;
                goto L68;
              }
          }
          i0 = w2c_f79();
          i1 = p1;
          i0 += i1;
          i1 = w2c_f61();
          i2 = w2c_f79();
          i1 += i2;
          i2 = l6;
          i3 = globals.g13;
          f4_0 = p3;
          i5 = globals.g8;
          f6_0 = l17;
          f7_0 = l17;
          w2c_f72(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
          B59:;
        } else {
          i0 = 0u;
          p0 = i0;
          i0 = w2c_f89();
          globals.g35 = i0;
          f0_0 = l18;
          i1 = globals.g2;
          f1_0 = f32_load(memory, i1, 16u);
          f0_0 -= f1_0;
          l12 = f0_0;
          L70: 
            i0 = p0;
            i1 = globals.g3;
            i0 = (u32)((s32)i0 < (s32)i1);
            if (i0) {
              i0 = p0;
              w2c_f81(i0);
              i0 = globals.g20;
              i1 = globals.g30;
              i0 += i1;
              f1_0 = w2c_f118();
              f32_store(memory, i0, 0u, f1_0);
              i0 = globals.g13;
              i1 = globals.g30;
              i0 += i1;
              f1_0 = w2c_f117();
              f32_store(memory, i0, 0u, f1_0);
              f0_0 = l18;
              f1_0 = l12;
              f0_0 -= f1_0;
              l15 = f0_0;
              i0 = globals.g27;
              i1 = w2c_f9();
              i2 = 3u;
              i1 *= i2;
              i0 += i1;
              f0_0 = f32_load(memory, i0, 0u);
              l13 = f0_0;
              i0 = globals.g27;
              i1 = w2c_f9();
              i2 = 1u;
              i1 <<= (i2 & 31);
              i0 += i1;
              i1 = globals.g27;
              i2 = w2c_f9();
              i3 = 1u;
              i2 <<= (i3 & 31);
              i1 += i2;
              f1_0 = f32_load(memory, i1, 0u);
              l14 = f1_0;
              f2_0 = l12;
              i3 = globals.g35;
              if (i3) {
                f3_0 = globals.g67;
              } else {
                i3 = 0u;
                f3_0 = w2c_f80(i3);
              }
              f4_0 = l14;
              f3_0 -= f4_0;
              l14 = f3_0;
              f2_0 *= f3_0;
              f1_0 += f2_0;
              f32_store(memory, i0, 0u, f1_0);
              i0 = globals.g27;
              i1 = w2c_f9();
              i2 = 3u;
              i1 *= i2;
              i0 += i1;
              f1_0 = l13;
              f2_0 = l12;
              f3_0 = globals.g81;
              i4 = globals.g11;
              f4_0 = (f32)(s32)(i4);
              f3_0 *= f4_0;
              i4 = globals.g11;
              i5 = 1u;
              i4 -= i5;
              f4_0 = (f32)(s32)(i4);
              f3_0 /= f4_0;
              f4_0 = l13;
              f3_0 -= f4_0;
              f2_0 *= f3_0;
              f1_0 += f2_0;
              f2_0 = l15;
              f3_0 = l13;
              f4_0 = l12;
              f5_0 = l14;
              f6_0 = l14;
              f5_0 *= f6_0;
              f4_0 *= f5_0;
              f3_0 += f4_0;
              f2_0 *= f3_0;
              i3 = globals.g35;
              f1_0 = i3 ? f1_0 : f2_0;
              f1_0 = w2c_f52(f1_0);
              f32_store(memory, i0, 0u, f1_0);
              i0 = p0;
              i1 = 1u;
              i0 += i1;
              p0 = i0;
              goto L70;
            }
          i0 = w2c_f4();
          i1 = w2c_f61();
          i2 = w2c_f9();
          i3 = 1u;
          i2 <<= (i3 & 31);
          i3 = globals.g20;
          f4_0 = p3;
          i5 = globals.g3;
          f6_0 = l17;
          f7_0 = l17;
          w2c_f72(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
          i0 = w2c_f4();
          i1 = w2c_f9();
          i0 += i1;
          i1 = w2c_f61();
          i2 = w2c_f9();
          i1 += i2;
          i2 = w2c_f9();
          i3 = 1u;
          i2 <<= (i3 & 31);
          i3 = globals.g13;
          f4_0 = p3;
          i5 = globals.g3;
          f6_0 = l17;
          f7_0 = l17;
          w2c_f72(i0, i1, i2, i3, f4_0, i5, f6_0, f7_0);
        }
      }
      i0 = globals.g17;
      i1 = globals.g53;
      i0 = i0 == i1;
      if (i0) {goto B56;}
      w2c_f124();
      goto L54;
      B56:;
    }
  i0 = p4;
  if (i0) {
    i0 = globals.g14;
    i1 = globals.g14;
    j1 = i64_load(memory, i1, 16u);
    j2 = 1ull;
    j1 += j2;
    l19 = j1;
    i64_store(memory, i0, 16u, j1);
    i0 = globals.g5;
    i0 = i32_load8_u(memory, i0, 3u);
    i1 = 1u;
    i0 = i0 != i1;
    if (i0) {goto B74;}
    j0 = l19;
    i1 = globals.g5;
    j1 = i64_load32_u(memory, i1, 28u);
    j0 = REM_U(j0, j1);
    j1 = 0ull;
    i0 = j0 != j1;
    if (i0) {goto B74;}
    i0 = globals.g14;
    i1 = globals.g14;
    f1_0 = f32_load(memory, i1, 4u);
    i2 = globals.g5;
    f2_0 = f32_load(memory, i2, 24u);
    f1_0 *= f2_0;
    f32_store(memory, i0, 4u, f1_0);
    B74:;
  }
  i0 = 0u;
  Bfunc:;
  return i0;
}

static u32 w2c_f110(void) {
  u32 l0 = 0, l1 = 0;
  f32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f2_0, f3_0, f4_0, f5_0, f6_0;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 12u);
  l1 = i0;
  i1 = 0u;
  i0 = w2c_f88(i0, i1);
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = w2c_f155();
    goto Bfunc;
  }
  i0 = l1;
  w2c_f111(i0);
  w2c_f98();
  i0 = globals.g47;
  if (i0) {
    L2: 
      i0 = l0;
      i1 = globals.g1;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = globals.g21;
        i1 = l0;
        i2 = globals.g21;
        i3 = l0;
        f2_0 = w2c_f0(i2, i3);
        f3_0 = 0;
        i4 = globals.g90;
        i5 = l0;
        f4_0 = w2c_f0(i4, i5);
        l2 = f4_0;
        f5_0 = globals.g78;
        f4_0 = FMAX(f4_0, f5_0);
        f4_0 = wasm_sqrtf(f4_0);
        f5_0 = l2;
        f6_0 = 0;
        i5 = f5_0 == f6_0;
        f3_0 = i5 ? f3_0 : f4_0;
        f2_0 *= f3_0;
        i3 = globals.g47;
        i4 = l0;
        f3_0 = w2c_f0(i3, i4);
        f2_0 += f3_0;
        w2c_f1(i0, i1, f2_0);
        i0 = l0;
        i1 = 1u;
        i0 += i1;
        l0 = i0;
        goto L2;
      }
  }
  i0 = globals.g21;
  i1 = globals.g1;
  f2_0 = INFINITY;
  i0 = w2c_f53(i0, i1, f2_0);
  l0 = i0;
  i1 = globals.g1;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = 4294967285u;
    i1 = l0;
    f2_0 = 3.40282347e+38;
    i3 = globals.g21;
    i4 = l0;
    f3_0 = w2c_f0(i3, i4);
    i0 = w2c_f60(i0, i1, f2_0, f3_0);
    goto Bfunc;
  }
  i0 = globals.g4;
  i1 = 56u;
  i0 += i1;
  w2c_f74(i0);
  i0 = 0u;
  Bfunc:;
  return i0;
}

static void w2c_f111(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g7;
  i1 = 1u;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = p0;
    l1 = i0;
    w2c_f194();
    i0 = 0u;
    p0 = i0;
    i0 = 0u;
    globals.g83 = i0;
    w2c_f11();
    L1: 
      i0 = globals.g5;
      i0 = i32_load(memory, i0, 44u);
      i1 = 0u;
      i0 = i0 != i1;
      l2 = i0;
      if (i0) {
        i0 = globals.g5;
        i0 = i32_load(memory, i0, 40u);
      } else {
        i0 = 1u;
      }
      if (i0) {
        i0 = l1;
        i1 = p0;
        i2 = 0u;
        w2c_f195(i0, i1, i2);
        i0 = p0;
        i1 = 1u;
        i0 += i1;
        p0 = i0;
      }
      i0 = l2;
      if (i0) {
        i0 = l1;
        i1 = p0;
        i2 = 1u;
        w2c_f195(i0, i1, i2);
        i0 = p0;
        i1 = 1u;
        i0 += i1;
        p0 = i0;
      }
      i0 = w2c_f23();
      if (i0) {goto L1;}
    w2c_f11();
    i0 = globals.g10;
    i1 = 3u;
    i0 = i0 == i1;
    if (i0) {
      i0 = 0u;
      l1 = i0;
      i0 = 0u;
      p0 = i0;
      i0 = 0u;
      l2 = i0;
      i0 = 1u;
      i0 = w2c_f13(i0);
      i1 = globals.g7;
      i1 = w2c_f13(i1);
      i2 = globals.g41;
      i1 += i2;
      l4 = i1;
      i0 += i1;
      l3 = i0;
      i1 = 1u;
      i1 = w2c_f13(i1);
      w2c_f21(i0, i1);
      i0 = l4;
      w2c_f192(i0);
      L6: 
        i0 = l1;
        i1 = globals.g7;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l3;
          i1 = l1;
          i1 = w2c_f13(i1);
          i2 = globals.g41;
          i1 += i2;
          i2 = globals.g36;
          i3 = globals.g7;
          i4 = l1;
          i3 += i4;
          f2_0 = w2c_f0(i2, i3);
          i3 = globals.g1;
          w2c_f55(i0, i1, f2_0, i3);
          i0 = l1;
          i1 = 1u;
          i0 += i1;
          l1 = i0;
          goto L6;
        }
      i0 = l3;
      w2c_f193(i0);
      L8: 
        i0 = l2;
        i1 = globals.g1;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l3;
          i1 = l2;
          i2 = l3;
          i3 = l2;
          f2_0 = w2c_f0(i2, i3);
          f2_0 = w2c_f30(f2_0);
          w2c_f1(i0, i1, f2_0);
          i0 = l2;
          i1 = 1u;
          i0 += i1;
          l2 = i0;
          goto L8;
        }
      i0 = globals.g7;
      i1 = 1u;
      i0 <<= (i1 & 31);
      l1 = i0;
      i1 = 2u;
      i2 = 0u;
      f0_0 = w2c_f63(i0, i1, i2);
      l6 = f0_0;
      i0 = l1;
      i1 = 2u;
      i2 = 1u;
      f0_0 = w2c_f63(i0, i1, i2);
      l7 = f0_0;
      L10: 
        i0 = p0;
        i1 = globals.g1;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = globals.g21;
          i1 = p0;
          f2_0 = l6;
          i3 = l4;
          i4 = p0;
          f3_0 = w2c_f0(i3, i4);
          f2_0 *= f3_0;
          f3_0 = l7;
          i4 = l3;
          i5 = p0;
          f4_0 = w2c_f0(i4, i5);
          f3_0 *= f4_0;
          f2_0 += f3_0;
          f3_0 = l6;
          f4_0 = l7;
          f3_0 += f4_0;
          f2_0 /= f3_0;
          l8 = f2_0;
          w2c_f1(i0, i1, f2_0);
          f0_0 = l5;
          f1_0 = l8;
          f0_0 += f1_0;
          l5 = f0_0;
          i0 = p0;
          i1 = 1u;
          i0 += i1;
          p0 = i0;
          goto L10;
        }
      i0 = globals.g21;
      i1 = globals.g1;
      f2_0 = l5;
      w2c_f120(i0, i1, f2_0);
    } else {
      i0 = globals.g21;
      w2c_f192(i0);
    }
    i0 = globals.g83;
    i0 = !(i0);
    if (i0) {
      i0 = globals.g21;
      i1 = 0u;
      f2_0 = f32_reinterpret_i32(0x7fc00000) /* nan:0x400000 */;
      w2c_f1(i0, i1, f2_0);
    }
    goto Bfunc;
  }
  i0 = globals.g5;
  i0 = i32_load(memory, i0, 44u);
  i1 = 0u;
  i0 = i0 != i1;
  w2c_f50(i0);
  i0 = p0;
  i1 = 0u;
  i2 = 1u;
  i3 = 0u;
  i4 = 0u;
  i5 = 0u;
  w2c_f108(i0, i1, i2, i3, i4, i5);
  i0 = 0u;
  w2c_f50(i0);
  Bfunc:;
}

static void w2c_f112(u32 p0, u32 p1) {
  u32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g33;
  i1 = p1;
  i1 = w2c_f76(i1);
  p1 = i1;
  i2 = p0;
  i1 += i2;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    globals.g33 = i0;
    goto Bfunc;
  }
  i0 = p1;
  i0 = w2c_f161(i0);
  l2 = i0;
  if (i0) {
    i0 = p0;
    i1 = l2;
    i1 = i32_load(memory, i1, 4u);
    i32_store(memory, i0, 4u, i1);
    i0 = l2;
    i1 = p0;
    i32_store(memory, i0, 4u, i1);
    goto Bfunc;
  }
  i0 = p0;
  i1 = p1;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  i1 = 0u;
  i32_store(memory, i0, 4u, i1);
  i0 = p0;
  i1 = globals.g74;
  i32_store(memory, i0, 8u, i1);
  i0 = p0;
  globals.g74 = i0;
  Bfunc:;
}

static u32 w2c_f113(u32 p0, u32 p1, u32 p2, u32 p3) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i1 = 255u;
  i0 &= i1;
  globals.g31 = i0;
  i0 = p0;
  i1 = 8u;
  i0 >>= (i1 & 31);
  globals.g32 = i0;
  i0 = 1u;
  i1 = globals.g31;
  i0 <<= (i1 & 31);
  p0 = i0;
  i1 = p1;
  i0 &= i1;
  if (i0) {
    i0 = globals.g32;
    i1 = globals.g0;
    i1 = i32_load16_u(memory, i1, 42u);
    i0 = i0 >= i1;
    if (i0) {
      i0 = 0u;
      goto Bfunc;
    }
    i0 = globals.g32;
    p0 = i0;
    w2c_f32();
    L2: 
      i0 = p0;
      i1 = 0u;
      i0 = (u32)((s32)i0 > (s32)i1);
      if (i0) {
        i0 = w2c_f31();
        i0 = p0;
        i1 = 1u;
        i0 -= i1;
        p0 = i0;
        goto L2;
      }
    i0 = 1u;
    goto Bfunc;
  }
  i0 = p0;
  i1 = p2;
  i0 &= i1;
  if (i0) {
    i0 = globals.g32;
    i1 = globals.g0;
    i1 = i32_load16_u(memory, i1, 36u);
    i0 = i0 >= i1;
    if (i0) {
      i0 = 0u;
      goto Bfunc;
    }
    i0 = globals.g32;
    p0 = i0;
    w2c_f11();
    L6: 
      i0 = p0;
      i1 = 0u;
      i0 = (u32)((s32)i0 > (s32)i1);
      if (i0) {
        i0 = w2c_f23();
        i0 = p0;
        i1 = 1u;
        i0 -= i1;
        p0 = i0;
        goto L6;
      }
    i0 = 1u;
    goto Bfunc;
  }
  i0 = p0;
  i1 = p3;
  i0 &= i1;
  if (i0) {
    i0 = globals.g0;
    i0 = i32_load16_u(memory, i0, 40u);
  } else {
    i0 = 1u;
  }
  i1 = globals.g32;
  i0 = i0 > i1;
  Bfunc:;
  return i0;
}

static void w2c_f114(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  i0 = i32_load(memory, i0, 0u);
  i1 = p0;
  i1 = i32_load(memory, i1, 8u);
  w2c_f112(i0, i1);
}

static f32 w2c_f115(f32 p0, f32 p1, f32 p2, f32 p3, f32 p4) {
  u32 i0, i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = p2;
  f1_0 = 0;
  i0 = f0_0 == f1_0;
  if (i0) {
    f0_0 = 0;
    goto Bfunc;
  }
  f0_0 = p0;
  f1_0 = p1;
  f0_0 -= f1_0;
  f1_0 = p2;
  f2_0 = p4;
  f1_0 = FMAX(f1_0, f2_0);
  f1_0 = wasm_sqrtf(f1_0);
  f0_0 /= f1_0;
  p0 = f0_0;
  f1_0 = p3;
  f0_0 = w2c_f77(f0_0, f1_0);
  f1_0 = p0;
  f2_0 = p3;
  f3_0 = 0;
  i2 = f2_0 > f3_0;
  f0_0 = i2 ? f0_0 : f1_0;
  Bfunc:;
  return f0_0;
}

static f32 w2c_f116(u32 p0) {
  u32 i0;
  f32 f0_0, f1_0;
  i0 = p0;
  f0_0 = w2c_f80(i0);
  f1_0 = globals.g67;
  f0_0 -= f1_0;
  f1_0 = globals.g92;
  f0_0 *= f1_0;
  return f0_0;
}

static f32 w2c_f117(void) {
  u32 i0, i1;
  f32 f0_0;
  i0 = globals.g13;
  i1 = globals.g30;
  i0 += i1;
  i1 = w2c_f9();
  f0_0 = w2c_f123(i0, i1);
  return f0_0;
}

static f32 w2c_f118(void) {
  u32 l0 = 0;
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0;
  L0: 
    i0 = l0;
    i1 = globals.g11;
    i0 = i0 < i1;
    if (i0) {
      f0_0 = l1;
      i1 = globals.g13;
      i2 = globals.g30;
      i1 += i2;
      i2 = w2c_f9();
      i3 = l0;
      i2 *= i3;
      i1 += i2;
      f1_0 = f32_load(memory, i1, 0u);
      i2 = l0;
      f2_0 = w2c_f116(i2);
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

static f32 w2c_f119(u32 p0, u32 p1) {
  u32 l2 = 0;
  f32 l3 = 0;
  u32 i0, i1;
  f32 f0_0, f1_0;
  i0 = p0;
  i1 = 0u;
  f0_0 = w2c_f0(i0, i1);
  l3 = f0_0;
  i0 = 1u;
  l2 = i0;
  L0: 
    i0 = p1;
    i1 = l2;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l2;
      f0_0 = w2c_f0(i0, i1);
      f1_0 = l3;
      f0_0 = FMAX(f0_0, f1_0);
      l3 = f0_0;
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
  f0_0 = l3;
  return f0_0;
}

static void w2c_f120(u32 p0, u32 p1, f32 p2) {
  u32 l3 = 0;
  u32 i0, i1, i2, i3;
  f32 f2_0, f3_0;
  L0: 
    i0 = p1;
    i1 = l3;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l3;
      i2 = p0;
      i3 = l3;
      f2_0 = w2c_f0(i2, i3);
      f3_0 = p2;
      f2_0 /= f3_0;
      w2c_f1(i0, i1, f2_0);
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
}

static u32 w2c_f121(void) {
  MEMORY;
  u32 i0, i1;
  i0 = globals.g0;
  i1 = w2c_f84();
  i1 = i32_load(memory, i1, 16u);
  i0 += i1;
  return i0;
}

static void w2c_f122(u32 p0) {
  MEMORY;
  u32 i0, i1;
  i0 = p0;
  globals.g0 = i0;
  i0 = globals.g0;
  i0 = i32_load(memory, i0, 16u);
  globals.g9 = i0;
  i0 = globals.g0;
  i0 = i32_load(memory, i0, 20u);
  globals.g18 = i0;
  i0 = globals.g0;
  i0 = i32_load(memory, i0, 24u);
  globals.g1 = i0;
  i0 = globals.g0;
  i0 = i32_load8_u(memory, i0, 44u);
  globals.g10 = i0;
  i0 = globals.g0;
  i0 = i32_load(memory, i0, 52u);
  globals.g22 = i0;
  i0 = globals.g9;
  i1 = 2u;
  i0 &= i1;
  i1 = 0u;
  i0 = i0 != i1;
  globals.g25 = i0;
}

static f32 w2c_f123(u32 p0, u32 p1) {
  u32 l2 = 0;
  f32 l3 = 0;
  MEMORY;
  u32 i0, i1;
  f32 f0_0, f1_0;
  L0: 
    i0 = l2;
    i1 = globals.g11;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      f0_0 = l3;
      i1 = p0;
      f1_0 = f32_load(memory, i1, 0u);
      f0_0 += f1_0;
      l3 = f0_0;
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      i0 = p0;
      i1 = p1;
      i0 += i1;
      p0 = i0;
      goto L0;
    }
  f0_0 = l3;
  return f0_0;
}

static void w2c_f124(void) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = globals.g23;
  globals.g20 = i0;
  i0 = globals.g29;
  globals.g13 = i0;
  i0 = globals.g17;
  i1 = 1u;
  i0 -= i1;
  globals.g17 = i0;
  i0 = globals.g2;
  i1 = 32u;
  i0 -= i1;
  globals.g2 = i0;
  i0 = globals.g17;
  if (i0) {
    i0 = globals.g2;
    i1 = 32u;
    i0 -= i1;
    i0 = i32_load(memory, i0, 4u);
  } else {
    i0 = globals.g18;
  }
  globals.g3 = i0;
  i0 = globals.g20;
  i1 = globals.g3;
  i1 = w2c_f125(i1);
  i0 -= i1;
  i1 = globals.g88;
  i2 = globals.g17;
  i0 = i2 ? i0 : i1;
  globals.g23 = i0;
  i0 = globals.g3;
  i1 = 2u;
  i0 <<= (i1 & 31);
  i1 = globals.g89;
  i2 = globals.g17;
  i0 = i2 ? i0 : i1;
  globals.g46 = i0;
  i0 = globals.g13;
  i1 = globals.g3;
  i1 = w2c_f125(i1);
  i0 -= i1;
  globals.g29 = i0;
  w2c_f126();
}

static u32 w2c_f125(u32 p0) {
  u32 i0, i1;
  i0 = globals.g22;
  i1 = p0;
  i0 *= i1;
  i1 = 2u;
  i0 <<= (i1 & 31);
  return i0;
}

static void w2c_f126(void) {
  MEMORY;
  u32 i0;
  i0 = globals.g2;
  i0 = i32_load8_u(memory, i0, 0u);
  globals.g6 = i0;
  i0 = globals.g2;
  i0 = i32_load(memory, i0, 4u);
  globals.g8 = i0;
  i0 = w2c_f16();
  if (i0) {
    i0 = globals.g20;
    globals.g13 = i0;
  }
}

static void w2c_f127(u32 p0, f32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f2_0, f3_0, f4_0;
  i0 = globals.g36;
  i1 = p0;
  i2 = globals.g68;
  f2_0 = f32_load(memory, i2, 4u);
  i3 = globals.g36;
  i4 = p0;
  f3_0 = w2c_f0(i3, i4);
  f2_0 *= f3_0;
  f3_0 = p1;
  i4 = globals.g68;
  f4_0 = f32_load(memory, i4, 8u);
  f3_0 = FMIN(f3_0, f4_0);
  f2_0 += f3_0;
  f2_0 = w2c_f52(f2_0);
  w2c_f1(i0, i1, f2_0);
}

static u32 w2c_f128(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0, l9 = 0;
  u64 l10 = 0, l11 = 0, l12 = 0, l13 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6, i7;
  u64 j0, j1, j2, j3, j4, j5, j6, j7;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = 16777216u;
  l9 = i0;
  i0 = p0;
  i1 = p1;
  i0 = w2c_f162(i0, i1);
  i0 = !(i0);
  if (i0) {
    i0 = 4294967294u;
    i1 = p0;
    i2 = p1;
    i3 = 0u;
    i0 = w2c_f8(i0, i1, i2, i3);
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
    i0 = w2c_f8(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = p0;
  w2c_f122(i0);
  i0 = globals.g0;
  i0 = i32_load(memory, i0, 8u);
  l5 = i0;
  i0 = 4294967293u;
  i1 = globals.g0;
  w2c_f202(i0, i1);
  i0 = 0u;
  i1 = 1380731213u;
  i2 = 1380731213u;
  w2c_f3(i0, i1, i2);
  i0 = 4294967292u;
  globals.g28 = i0;
  i0 = 4u;
  i1 = 1u;
  i2 = 1u;
  w2c_f42(i0, i1, i2);
  i0 = 6u;
  i1 = 1u;
  i2 = 1u;
  w2c_f42(i0, i1, i2);
  i0 = 4294967293u;
  globals.g28 = i0;
  i0 = 8u;
  i1 = p1;
  i2 = l5;
  i3 = 4294967295u;
  i4 = l5;
  i5 = l5;
  i6 = 80u;
  i5 = i5 >= i6;
  i3 = i5 ? i3 : i4;
  w2c_f12(i0, i1, i2, i3);
  i0 = globals.g16;
  i1 = 1u;
  i2 = p2;
  i0 = i2 ? i0 : i1;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967291u;
    globals.g28 = i0;
    i0 = 12u;
    i1 = w2c_f179();
    i2 = globals.g0;
    i2 = i32_load(memory, i2, 12u);
    p0 = i2;
    i3 = p0;
    w2c_f12(i0, i1, i2, i3);
  }
  i0 = globals.g16;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967290u;
    globals.g28 = i0;
    i0 = 16u;
    i1 = globals.g9;
    i2 = 4294967232u;
    i1 &= i2;
    i2 = 0u;
    i3 = 0u;
    w2c_f12(i0, i1, i2, i3);
    i0 = 20u;
    i1 = 1u;
    i2 = l9;
    w2c_f3(i0, i1, i2);
    i0 = 24u;
    i1 = 1u;
    i2 = l9;
    w2c_f3(i0, i1, i2);
    i0 = 36u;
    i1 = 1u;
    i2 = 32u;
    w2c_f42(i0, i1, i2);
    i0 = 38u;
    i1 = 0u;
    i2 = 1u;
    w2c_f42(i0, i1, i2);
    i0 = 40u;
    i1 = 0u;
    i2 = 8u;
    w2c_f42(i0, i1, i2);
    i0 = 42u;
    i1 = 1u;
    i2 = 65535u;
    w2c_f42(i0, i1, i2);
    i0 = 44u;
    i1 = 0u;
    i2 = 4u;
    w2c_f3(i0, i1, i2);
    i0 = 48u;
    i1 = globals.g10;
    i2 = 2u;
    i1 = i1 == i2;
    i2 = 11u;
    w2c_f2(i0, i1, i2);
    i0 = 52u;
    i1 = 1u;
    i2 = 1048576u;
    w2c_f3(i0, i1, i2);
    i0 = 60u;
    i1 = globals.g9;
    i2 = 4u;
    i1 &= i2;
    i2 = 0u;
    i1 = i1 != i2;
    p0 = i1;
    i2 = 1u;
    w2c_f2(i0, i1, i2);
    i0 = 64u;
    i1 = p0;
    i2 = 10u;
    w2c_f2(i0, i1, i2);
    i0 = 68u;
    i1 = p0;
    i2 = 10u;
    w2c_f2(i0, i1, i2);
    i0 = p0;
    if (i0) {
      i0 = 44u;
      i1 = 0u;
      i2 = 2u;
      w2c_f10(i0, i1, i2);
    }
    i0 = globals.g16;
    if (i0) {goto B4;}
    i0 = 4294967293u;
    globals.g28 = i0;
    i0 = 8u;
    i1 = l5;
    i2 = w2c_f49();
    i3 = globals.g0;
    i2 -= i3;
    i3 = 4294967295u;
    w2c_f12(i0, i1, i2, i3);
    i0 = globals.g16;
    if (i0) {goto B4;}
    w2c_f180();
    i0 = 8u;
    i1 = l5;
    i2 = w2c_f38();
    i3 = globals.g0;
    i2 -= i3;
    i3 = globals.g1;
    i4 = 2u;
    i3 <<= (i4 & 31);
    i4 = 0u;
    i5 = globals.g9;
    i6 = 16u;
    i5 &= i6;
    i3 = i5 ? i3 : i4;
    i2 += i3;
    p1 = i2;
    i3 = p1;
    i4 = 4294967295u;
    i5 = globals.g9;
    i6 = 1u;
    i5 &= i6;
    i3 = i5 ? i3 : i4;
    w2c_f12(i0, i1, i2, i3);
    i0 = 4294967290u;
    globals.g28 = i0;
    i0 = 28u;
    i1 = p1;
    i2 = 15u;
    i1 += i2;
    i2 = 4294967280u;
    i1 &= i2;
    l8 = i1;
    w2c_f96(i0, i1);
    L6: 
      i0 = p1;
      i1 = l8;
      i0 = i0 < i1;
      i1 = p1;
      i2 = l5;
      i1 = i1 < i2;
      i0 &= i1;
      if (i0) {
        i0 = p1;
        i1 = 0u;
        i2 = 0u;
        w2c_f10(i0, i1, i2);
        i0 = p1;
        i1 = 1u;
        i0 += i1;
        p1 = i0;
        goto L6;
      }
    i0 = globals.g16;
    if (i0) {goto B4;}
    i0 = w2c_f83();
    i1 = globals.g0;
    i0 -= i1;
    i1 = globals.g0;
    i1 = i32_load16_u(memory, i1, 42u);
    p1 = i1;
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    j0 = (u64)(i0);
    globals.g39 = j0;
    j0 = 0ull;
    globals.g61 = j0;
    j0 = 0ull;
    globals.g62 = j0;
    j0 = 0ull;
    globals.g63 = j0;
    i0 = p1;
    i1 = 3u;
    i0 <<= (i1 & 31);
    j0 = (u64)(i0);
    globals.g64 = j0;
    w2c_f11();
    L8: 
      i0 = p1;
      i1 = 1u;
      i2 = w2c_f187();
      i0 = i2 ? i0 : i1;
      l3 = i0;
      i0 = globals.g5;
      globals.g12 = i0;
      i0 = globals.g5;
      i0 = i32_load8_u(memory, i0, 2u);
      p0 = i0;
      i0 = globals.g5;
      i0 = i32_load8_u(memory, i0, 3u);
      p2 = i0;
      i0 = 0u;
      i1 = l3;
      i2 = p1;
      w2c_f42(i0, i1, i2);
      i0 = 2u;
      i1 = 0u;
      i2 = 5u;
      w2c_f10(i0, i1, i2);
      i0 = 3u;
      i1 = 0u;
      i2 = 3u;
      w2c_f10(i0, i1, i2);
      i0 = 4u;
      i1 = 1u;
      i2 = 4u;
      w2c_f2(i0, i1, i2);
      i0 = 8u;
      i1 = 1u;
      i2 = 10u;
      w2c_f2(i0, i1, i2);
      i0 = 12u;
      i1 = p0;
      i2 = 3u;
      i1 = i1 != i2;
      i2 = 0u;
      i3 = p0;
      i1 = i3 ? i1 : i2;
      i2 = 2u;
      w2c_f2(i0, i1, i2);
      i0 = 16u;
      i1 = p0;
      i2 = 5u;
      i1 = i1 == i2;
      i2 = 2u;
      w2c_f2(i0, i1, i2);
      i0 = 20u;
      i1 = p0;
      i2 = 3u;
      i1 = i1 >= i2;
      i2 = 11u;
      w2c_f2(i0, i1, i2);
      i0 = 24u;
      i1 = p2;
      i2 = 0u;
      i1 = i1 != i2;
      i2 = 1u;
      i3 = 10u;
      i4 = 4u;
      i5 = p2;
      i6 = 2u;
      i5 = i5 == i6;
      i3 = i5 ? i3 : i4;
      i4 = p2;
      i5 = 1u;
      i4 = i4 == i5;
      p0 = i4;
      i2 = i4 ? i2 : i3;
      w2c_f2(i0, i1, i2);
      i0 = 28u;
      i1 = p0;
      i2 = p2;
      i3 = 3u;
      i2 = i2 == i3;
      i3 = p0;
      i1 = i3 ? i1 : i2;
      p0 = i1;
      i1 = !(i1);
      i1 = !(i1);
      i2 = 4294967295u;
      i3 = 0u;
      i4 = p0;
      i2 = i4 ? i2 : i3;
      w2c_f3(i0, i1, i2);
      i0 = 32u;
      i1 = 0u;
      i2 = 1024u;
      i3 = 0u;
      i4 = globals.g22;
      i5 = 1u;
      i4 = i4 == i5;
      p0 = i4;
      i5 = 0u;
      i6 = w2c_f58();
      i4 = i6 ? i4 : i5;
      i2 = i4 ? i2 : i3;
      w2c_f3(i0, i1, i2);
      i0 = 36u;
      i1 = p0;
      i2 = 2u;
      w2c_f2(i0, i1, i2);
      i0 = 40u;
      i1 = 0u;
      i2 = globals.g5;
      f2_0 = f32_load(memory, i2, 36u);
      f3_0 = 0;
      i2 = f2_0 > f3_0;
      w2c_f3(i0, i1, i2);
      i0 = globals.g16;
      i0 = !(i0);
      if (i0) {
        j0 = 0ull;
        l11 = j0;
        j0 = 0ull;
        l10 = j0;
        i0 = 0u;
        l6 = i0;
        w2c_f15();
        L12: 
          i0 = globals.g2;
          globals.g12 = i0;
          i0 = globals.g2;
          i0 = i32_load8_u(memory, i0, 1u);
          p2 = i0;
          i0 = globals.g6;
          i1 = 4u;
          i0 = i0 == i1;
          l3 = i0;
          i0 = globals.g6;
          i1 = 1u;
          i0 = i0 == i1;
          p0 = i0;
          i1 = globals.g6;
          i2 = 5u;
          i1 = i1 == i2;
          i2 = p0;
          i0 = i2 ? i0 : i1;
          l4 = i0;
          i0 = 0u;
          i1 = 1u;
          i2 = 5u;
          w2c_f10(i0, i1, i2);
          i0 = globals.g17;
          if (i0) {
            i0 = 0u;
            i1 = l3;
            i2 = 0u;
            i3 = 0u;
            w2c_f12(i0, i1, i2, i3);
          }
          i0 = w2c_f16();
          if (i0) {
            i0 = 0u;
            i1 = 1u;
            i2 = globals.g6;
            i3 = l4;
            i1 = i3 ? i1 : i2;
            i2 = 1u;
            i3 = 1u;
            w2c_f12(i0, i1, i2, i3);
          }
          i0 = 1u;
          i1 = 0u;
          i2 = 5u;
          i3 = 4u;
          i4 = w2c_f16();
          i2 = i4 ? i2 : i3;
          i3 = 0u;
          i4 = l4;
          i2 = i4 ? i2 : i3;
          w2c_f10(i0, i1, i2);
          i0 = 2u;
          i1 = 0u;
          i2 = 5u;
          i3 = 0u;
          i4 = p0;
          i2 = i4 ? i2 : i3;
          w2c_f10(i0, i1, i2);
          i0 = 3u;
          i1 = globals.g2;
          i1 = i32_load8_u(memory, i1, 3u);
          i2 = 3u;
          i3 = 2u;
          i4 = 0u;
          i5 = globals.g6;
          i6 = 3u;
          i5 = i5 == i6;
          l7 = i5;
          i3 = i5 ? i3 : i4;
          i4 = p0;
          i2 = i4 ? i2 : i3;
          i3 = 4294967295u;
          i2 ^= i3;
          i1 &= i2;
          i2 = 0u;
          i3 = 0u;
          w2c_f12(i0, i1, i2, i3);
          i0 = 4u;
          i1 = 1u;
          i2 = globals.g3;
          i3 = p0;
          i1 = i3 ? i1 : i2;
          i2 = l9;
          i3 = globals.g3;
          i4 = p0;
          i2 = i4 ? i2 : i3;
          w2c_f3(i0, i1, i2);
          i0 = 16u;
          i1 = l4;
          i1 = !(i1);
          i2 = p2;
          i3 = 4u;
          i2 = i2 == i3;
          i1 |= i2;
          i2 = 1u;
          i3 = 2u;
          i4 = l3;
          i2 = i4 ? i2 : i3;
          w2c_f2(i0, i1, i2);
          i0 = 20u;
          i1 = p0;
          i2 = l3;
          i1 |= i2;
          l3 = i1;
          i2 = l7;
          i1 |= i2;
          i2 = 0u;
          i3 = 11u;
          i4 = 10u;
          i5 = l7;
          i3 = i5 ? i3 : i4;
          i4 = p0;
          i2 = i4 ? i2 : i3;
          w2c_f2(i0, i1, i2);
          i0 = 24u;
          i1 = l3;
          i2 = 0u;
          i3 = 10u;
          i4 = p0;
          i2 = i4 ? i2 : i3;
          w2c_f2(i0, i1, i2);
          i0 = 28u;
          i1 = 0u;
          i2 = 0u;
          w2c_f2(i0, i1, i2);
          i0 = w2c_f16();
          if (i0) {
            i0 = globals.g10;
            i1 = 3u;
            i0 = i0 == i1;
            if (i0) {
              i0 = 1u;
              i1 = 5u;
              i2 = 5u;
              w2c_f10(i0, i1, i2);
              i0 = 4u;
              i1 = 2u;
              i2 = l9;
              w2c_f3(i0, i1, i2);
            }
            i0 = globals.g10;
            i1 = 4u;
            i0 = i0 == i1;
            if (i0) {
              i0 = 1u;
              i1 = 1u;
              i2 = 1u;
              w2c_f10(i0, i1, i2);
            }
            i0 = globals.g9;
            i1 = 4u;
            i0 &= i1;
            if (i0) {
              i0 = p2;
              i1 = 1u;
              i0 = i0 == i1;
              p0 = i0;
              i1 = p2;
              i2 = 5u;
              i1 = i1 == i2;
              i2 = p0;
              i0 = i2 ? i0 : i1;
            } else {
              i0 = 0u;
            }
            if (i0) {
              i0 = 1u;
              i1 = 0u;
              i2 = 0u;
              w2c_f10(i0, i1, i2);
            }
          }
          i0 = globals.g16;
          if (i0) {goto B11;}
          i0 = globals.g6;
          i1 = 4u;
          i0 = i0 == i1;
          if (i0) {
            i0 = 1u;
            l6 = i0;
            i0 = w2c_f49();
            p0 = i0;
            L23: 
              i0 = p0;
              i1 = globals.g2;
              i0 = i0 < i1;
              if (i0) {
                i0 = p0;
                j0 = i64_load(memory, i0, 0u);
                i1 = globals.g2;
                j1 = i64_load(memory, i1, 0u);
                i0 = j0 != j1;
                if (i0) {goto B25;}
                i0 = p0;
                j0 = i64_load(memory, i0, 16u);
                i1 = globals.g2;
                j1 = i64_load(memory, i1, 16u);
                i0 = j0 != j1;
                if (i0) {goto B25;}
                i0 = p0;
                j0 = i64_load(memory, i0, 24u);
                i1 = globals.g2;
                j1 = i64_load(memory, i1, 24u);
                i0 = j0 != j1;
                if (i0) {goto B25;}
                i0 = 8u;
                i1 = p0;
                i1 = i32_load(memory, i1, 8u);
                w2c_f96(i0, i1);
                goto B22;
                B25:;
                i0 = p0;
                i1 = 32u;
                i0 += i1;
                p0 = i0;
                goto L23;
              }
            i0 = 8u;
            i1 = globals.g3;
            i2 = globals.g25;
            i1 = w2c_f97(i1, i2);
            j1 = (u64)(i1);
            w2c_f41(i0, j1);
            B22:;
          }
          i0 = globals.g6;
          i1 = 1u;
          i0 = i0 == i1;
          i1 = globals.g22;
          i2 = 1u;
          i1 = (u32)((s32)i1 > (s32)i2);
          i0 &= i1;
          if (i0) {
            j0 = globals.g63;
            l12 = j0;
            i1 = globals.g3;
            j1 = (u64)(s64)(s32)(i1);
            j2 = 2ull;
            j1 <<= (j2 & 63);
            l13 = j1;
            j2 = l12;
            j3 = l13;
            i2 = j2 > j3;
            j0 = i2 ? j0 : j1;
            globals.g63 = j0;
          }
          i0 = globals.g8;
          j0 = (u64)(s64)(s32)(i0);
          i1 = globals.g22;
          j1 = (u64)(s64)(s32)(i1);
          j0 *= j1;
          j1 = 2ull;
          j0 <<= (j1 & 63);
          l12 = j0;
          j1 = l11;
          j0 += j1;
          l11 = j0;
          i0 = w2c_f16();
          if (i0) {goto B13;}
          j0 = l10;
          j1 = l12;
          j0 += j1;
          j1 = l10;
          i2 = globals.g6;
          i3 = 4u;
          i2 = i2 != i3;
          j0 = i2 ? j0 : j1;
          l10 = j0;
          i0 = globals.g2;
          i0 = i32_load8_u(memory, i0, 1u);
          i0 = w2c_f204(i0);
          if (i0) {
            j0 = globals.g64;
            i1 = globals.g8;
            i2 = 31u;
            i1 += i2;
            i2 = 5u;
            i1 >>= (i2 & 31);
            i2 = 2u;
            i1 <<= (i2 & 31);
            j1 = (u64)(i1);
            j0 += j1;
            globals.g64 = j0;
          }
          w2c_f40();
          goto L12;
          B13:;
        j0 = globals.g61;
        l12 = j0;
        j1 = l11;
        j2 = l11;
        j3 = l12;
        i2 = j2 < j3;
        j0 = i2 ? j0 : j1;
        globals.g61 = j0;
        j0 = globals.g62;
        l11 = j0;
        j1 = l10;
        j2 = l10;
        j3 = l11;
        i2 = j2 < j3;
        j0 = i2 ? j0 : j1;
        globals.g62 = j0;
        i0 = globals.g0;
        globals.g12 = i0;
        i0 = l6;
        i1 = 1u;
        i2 = globals.g25;
        i0 = i2 ? i0 : i1;
        i0 = !(i0);
        if (i0) {
          i0 = 16u;
          i1 = 2u;
          i2 = 0u;
          i3 = 0u;
          w2c_f12(i0, i1, i2, i3);
        }
        i0 = 24u;
        i1 = globals.g8;
        i2 = globals.g8;
        w2c_f3(i0, i1, i2);
        B11:;
      }
      i0 = globals.g16;
      if (i0) {goto B9;}
      i0 = p1;
      i1 = globals.g5;
      i1 = i32_load16_u(memory, i1, 0u);
      i0 -= i1;
      p1 = i0;
      i0 = w2c_f23();
      if (i0) {goto L8;}
      B9:;
    i0 = globals.g16;
    if (i0) {goto B4;}
    i0 = globals.g9;
    i1 = 4u;
    i0 &= i1;
    if (i0) {
      i0 = globals.g1;
      i1 = 0u;
      i0 = w2c_f97(i0, i1);
      j0 = (u64)(i0);
      w2c_f66(j0);
    }
    w2c_f32();
    L30: 
      i0 = globals.g2;
      globals.g12 = i0;
      i0 = globals.g6;
      i1 = 4u;
      i0 = i0 != i1;
      if (i0) {
        i0 = 8u;
        i1 = 0u;
        j1 = w2c_f24(i1);
        w2c_f41(i0, j1);
      }
      i0 = w2c_f31();
      if (i0) {goto L30;}
    w2c_f32();
    L32: 
      i0 = globals.g2;
      globals.g12 = i0;
      i0 = 12u;
      i1 = 1u;
      j1 = w2c_f24(i1);
      i2 = globals.g5;
      i2 = i32_load8_u(memory, i2, 2u);
      i2 = w2c_f149(i2);
      j2 = (u64)(s64)(s32)(i2);
      j1 *= j2;
      w2c_f41(i0, j1);
      i0 = w2c_f31();
      if (i0) {goto L32;}
    w2c_f11();
    L33: 
      i0 = globals.g5;
      globals.g12 = i0;
      j0 = 0ull;
      l10 = j0;
      i0 = globals.g5;
      f0_0 = f32_load(memory, i0, 36u);
      f1_0 = 0;
      i0 = f0_0 > f1_0;
      if (i0) {
        w2c_f15();
        L35: 
          i0 = 0u;
          j0 = w2c_f24(i0);
          j1 = l10;
          j0 += j1;
          l10 = j0;
          i0 = w2c_f16();
          i0 = !(i0);
          if (i0) {
            w2c_f40();
            goto L35;
          }
      }
      j0 = l10;
      i0 = !(j0);
      if (i0) {
        i0 = 36u;
        i1 = 0u;
        i2 = 2u;
        w2c_f2(i0, i1, i2);
      }
      i0 = 44u;
      j1 = l10;
      w2c_f41(i0, j1);
      i0 = w2c_f23();
      if (i0) {goto L33;}
    i0 = globals.g7;
    i1 = 1u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = w2c_f84();
      globals.g12 = i0;
      i0 = 0u;
      i1 = 1u;
      i2 = 10u;
      w2c_f2(i0, i1, i2);
      i0 = 4u;
      i1 = 1u;
      i2 = 1u;
      w2c_f2(i0, i1, i2);
      i0 = 8u;
      i1 = 1u;
      i2 = 11u;
      w2c_f2(i0, i1, i2);
      i0 = 12u;
      i1 = globals.g10;
      i2 = 3u;
      i1 = i1 == i2;
      p0 = i1;
      i2 = 4u;
      w2c_f2(i0, i1, i2);
      w2c_f93();
      i0 = globals.g10;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 0u;
        i1 = 3u;
        w2c_f65(i0, i1);
      }
      i0 = 16u;
      i1 = globals.g7;
      i2 = 3u;
      i1 <<= (i2 & 31);
      i2 = 8u;
      i1 += i2;
      i2 = globals.g7;
      i3 = 2u;
      i2 <<= (i3 & 31);
      i3 = p0;
      i1 = i3 ? i1 : i2;
      j1 = (u64)(i1);
      w2c_f41(i0, j1);
    }
    i0 = w2c_f37();
    p1 = i0;
    L40: 
      i0 = w2c_f38();
      i1 = p1;
      i0 = i0 > i1;
      if (i0) {
        i0 = 0u;
        p2 = i0;
        i0 = p1;
        globals.g12 = i0;
        i0 = p1;
        i0 = i32_load8_u(memory, i0, 0u);
        p0 = i0;
        i0 = p1;
        i0 = i32_load8_u(memory, i0, 1u);
        l4 = i0;
        i0 = p1;
        i0 = i32_load8_u(memory, i0, 2u);
        l6 = i0;
        i1 = 1u;
        i0 = i0 == i1;
        l3 = i0;
        i0 = !(i0);
        if (i0) {
          i0 = l6;
          i1 = 2u;
          i0 = i0 == i1;
          l3 = i0;
        }
        i0 = 0u;
        i1 = 0u;
        i2 = 3u;
        w2c_f10(i0, i1, i2);
        i0 = 1u;
        i1 = 0u;
        i2 = 2u;
        i3 = 0u;
        i4 = p0;
        i2 = i4 ? i2 : i3;
        w2c_f10(i0, i1, i2);
        i0 = l4;
        i1 = 1u;
        i0 = i0 == i1;
        i1 = p0;
        i2 = 1u;
        i1 = i1 == i2;
        i0 &= i1;
        if (i0) {
          i0 = 1u;
          i1 = 2u;
          i2 = 2u;
          w2c_f10(i0, i1, i2);
        }
        i0 = l4;
        i0 = !(i0);
        i1 = p0;
        i2 = 1u;
        i1 = i1 <= i2;
        i0 &= i1;
        if (i0) {
          i0 = 3u;
          i1 = 4u;
          w2c_f65(i0, i1);
        }
        i0 = 2u;
        i1 = 0u;
        i2 = 3u;
        w2c_f10(i0, i1, i2);
        i0 = 3u;
        i1 = 0u;
        i2 = 0u;
        w2c_f10(i0, i1, i2);
        i0 = 4u;
        i1 = 0u;
        i2 = globals.g18;
        i3 = 1u;
        i2 -= i3;
        i3 = 0u;
        i4 = l4;
        i5 = 2u;
        i4 = i4 == i5;
        i2 = i4 ? i2 : i3;
        w2c_f3(i0, i1, i2);
        i0 = 8u;
        i1 = 16u;
        i2 = 12u;
        i3 = p0;
        i4 = 2u;
        i3 = i3 == i4;
        i1 = i3 ? i1 : i2;
        i2 = p0;
        i3 = 3u;
        i2 = i2 == i3;
        l4 = i2;
        i0 = i2 ? i0 : i1;
        l7 = i0;
        i0 = 12u;
        i1 = 4u;
        i2 = 0u;
        i3 = l4;
        i1 = i3 ? i1 : i2;
        i2 = p0;
        i3 = 1u;
        i2 = i2 == i3;
        i0 = i2 ? i0 : i1;
        l4 = i0;
        L45: 
          i0 = p2;
          i1 = 16u;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = p2;
            i1 = 8u;
            i0 += i1;
            i1 = p2;
            i2 = l7;
            i1 = (u32)((s32)i1 < (s32)i2);
            i2 = 3u;
            i3 = 11u;
            i4 = p2;
            i5 = l4;
            i4 = (u32)((s32)i4 < (s32)i5);
            i2 = i4 ? i2 : i3;
            w2c_f2(i0, i1, i2);
            i0 = p2;
            i1 = 4u;
            i0 += i1;
            p2 = i0;
            goto L45;
          }
        i0 = 24u;
        i1 = 4u;
        i2 = 0u;
        i3 = p0;
        i4 = 3u;
        i3 = i3 == i4;
        p0 = i3;
        i1 = i3 ? i1 : i2;
        i2 = 24u;
        i3 = 0u;
        i4 = p0;
        i2 = i4 ? i2 : i3;
        w2c_f3(i0, i1, i2);
        i0 = 28u;
        i1 = l3;
        i2 = 1u;
        i3 = 11u;
        i4 = l6;
        i5 = 2u;
        i4 = i4 == i5;
        i2 = i4 ? i2 : i3;
        w2c_f2(i0, i1, i2);
        i0 = 32u;
        i1 = l3;
        i2 = l9;
        i3 = 0u;
        i4 = l3;
        i2 = i4 ? i2 : i3;
        w2c_f3(i0, i1, i2);
        w2c_f93();
        i0 = globals.g16;
        i0 = !(i0);
        if (i0) {
          i0 = 36u;
          i1 = p1;
          i1 = w2c_f103(i1);
          i2 = 12u;
          i1 += i2;
          j1 = (u64)(i1);
          w2c_f41(i0, j1);
        }
        i0 = p1;
        i1 = 40u;
        i0 += i1;
        p1 = i0;
        goto L40;
      }
    i0 = globals.g0;
    globals.g12 = i0;
    i0 = 72u;
    i1 = globals.g9;
    i2 = 8u;
    i1 &= i2;
    i2 = 0u;
    i1 = i1 != i2;
    p0 = i1;
    i2 = 2u;
    w2c_f2(i0, i1, i2);
    i0 = 76u;
    i1 = 0u;
    i2 = l9;
    i3 = 0u;
    i4 = p0;
    i2 = i4 ? i2 : i3;
    w2c_f3(i0, i1, i2);
    i0 = p0;
    if (i0) {
      i0 = 24u;
      i1 = globals.g18;
      i2 = globals.g18;
      w2c_f3(i0, i1, i2);
      i0 = 0u;
      i1 = 2u;
      w2c_f65(i0, i1);
      w2c_f93();
      i0 = 16u;
      i1 = globals.g9;
      i2 = 4u;
      i1 &= i2;
      i2 = 0u;
      i3 = 0u;
      w2c_f12(i0, i1, i2, i3);
      i0 = w2c_f49();
      i0 = i32_load(memory, i0, 8u);
      p0 = i0;
      w2c_f11();
      L49: 
        w2c_f15();
        i0 = globals.g2;
        globals.g12 = i0;
        i0 = 0u;
        i1 = 4u;
        i2 = 4u;
        w2c_f10(i0, i1, i2);
        i0 = 8u;
        i1 = p0;
        i2 = p0;
        w2c_f3(i0, i1, i2);
        i0 = w2c_f23();
        if (i0) {goto L49;}
      j0 = 44ull;
      w2c_f66(j0);
    }
    i0 = globals.g9;
    i1 = 32u;
    i0 &= i1;
    p0 = i0;
    i0 = globals.g9;
    i1 = 16u;
    i0 &= i1;
    if (i0) {
      i0 = w2c_f38();
      globals.g12 = i0;
      i0 = 0u;
      p1 = i0;
      L51: 
        i0 = p1;
        i1 = globals.g1;
        i0 = i0 < i1;
        if (i0) {
          i0 = p1;
          i1 = 2u;
          i0 <<= (i1 & 31);
          i1 = 1u;
          i2 = 10u;
          w2c_f2(i0, i1, i2);
          i0 = p1;
          i1 = 1u;
          i0 += i1;
          p1 = i0;
          goto L51;
        }
      i0 = 16u;
      i1 = p0;
      i2 = 0u;
      i3 = 0u;
      w2c_f129(i0, i1, i2, i3);
    }
    i0 = globals.g9;
    i1 = 48u;
    i0 &= i1;
    if (i0) {
      i0 = 3u;
      i1 = 3u;
      w2c_f65(i0, i1);
    }
    i0 = p0;
    if (i0) {
      i0 = globals.g1;
      i1 = 2u;
      i0 <<= (i1 & 31);
      j0 = (u64)(i0);
      w2c_f66(j0);
    }
    i0 = w2c_f58();
    if (i0) {
      i0 = w2c_f56();
      p0 = i0;
      i0 = i32_load(memory, i0, 4u);
      i1 = 1u;
      i0 = i0 == i1;
      p1 = i0;
      i0 = p0;
      i0 = i32_load(memory, i0, 0u);
      p2 = i0;
      i1 = p2;
      i2 = globals.g1;
      i3 = 1u;
      i4 = p1;
      i2 = i4 ? i2 : i3;
      l3 = i2;
      i1 = REM_U(i1, i2);
      i0 -= i1;
      l4 = i0;
      i0 = p0;
      globals.g12 = i0;
      i0 = 0u;
      i1 = l3;
      i2 = l9;
      w2c_f3(i0, i1, i2);
      i0 = 0u;
      i1 = l4;
      i2 = l4;
      w2c_f3(i0, i1, i2);
      i0 = 4u;
      i1 = 0u;
      i2 = 1u;
      w2c_f3(i0, i1, i2);
      i0 = p1;
      if (i0) {
        i0 = 3u;
        i1 = 3u;
        w2c_f65(i0, i1);
      }
      i0 = 8u;
      i1 = w2c_f19();
      j1 = (u64)(i1);
      i2 = p2;
      j2 = (u64)(i2);
      j1 *= j2;
      i2 = l3;
      j2 = (u64)(i2);
      j3 = 3ull;
      j2 <<= (j3 & 63);
      j1 += j2;
      w2c_f41(i0, j1);
      i0 = 12u;
      i1 = 0u;
      i2 = 0u;
      w2c_f3(i0, i1, i2);
      w2c_f93();
    }
    i0 = globals.g22;
    i1 = 1u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = globals.g22;
      j0 = (u64)(s64)(s32)(i0);
      i1 = w2c_f19();
      j1 = (u64)(i1);
      j0 *= j1;
      w2c_f66(j0);
    }
    i0 = globals.g0;
    globals.g12 = i0;
    j0 = globals.g39;
    j1 = 2147483647ull;
    i0 = j0 > j1;
    if (i0) {
      j0 = globals.g39;
      w2c_f200(j0);
    }
    i0 = 32u;
    j1 = globals.g39;
    i1 = (u32)(j1);
    i2 = l8;
    i1 -= i2;
    w2c_f96(i0, i1);
    B4:;
  }
  i0 = globals.g16;
  i0 = !(i0);
  if (i0) {
    i0 = w2c_f22();
    i1 = globals.g0;
    i0 -= i1;
    p0 = i0;
    i0 = 4294967293u;
    globals.g28 = i0;
    i0 = globals.g9;
    i1 = 1u;
    i0 &= i1;
    i0 = !(i0);
    if (i0) {
      i0 = 8u;
      i1 = l5;
      i2 = p0;
      i3 = p0;
      w2c_f12(i0, i1, i2, i3);
    }
    i0 = globals.g1;
    j0 = (u64)(s64)(s32)(i0);
    i1 = globals.g7;
    i2 = 3u;
    i1 += i2;
    j1 = (u64)(s64)(s32)(i1);
    j0 *= j1;
    j1 = 2ull;
    j0 <<= (j1 & 63);
    j1 = 0ull;
    i2 = globals.g7;
    i3 = 1u;
    i2 = (u32)((s32)i2 > (s32)i3);
    j0 = i2 ? j0 : j1;
    globals.g94 = j0;
    i0 = p0;
    i1 = 15u;
    i0 += i1;
    i1 = 4294967280u;
    i0 &= i1;
    j0 = (u64)(i0);
    j1 = globals.g94;
    j2 = globals.g64;
    j3 = globals.g63;
    j4 = globals.g62;
    j5 = globals.g61;
    i6 = globals.g18;
    i7 = globals.g1;
    i6 += i7;
    j6 = (u64)(i6);
    j7 = 2ull;
    j6 <<= (j7 & 63);
    j5 += j6;
    j4 += j5;
    j3 += j4;
    j2 += j3;
    j1 += j2;
    j2 = 103ull;
    j1 += j2;
    j2 = 18446744073709551600ull;
    j1 &= j2;
    j0 += j1;
    globals.g70 = j0;
    j0 = globals.g70;
    j1 = 2147483647ull;
    i0 = j0 > j1;
    if (i0) {
      j0 = globals.g70;
      w2c_f200(j0);
    }
  }
  i0 = globals.g16;
  Bfunc:;
  return i0;
}

static void w2c_f129(u32 p0, u32 p1, u32 p2, u32 p3) {
  u32 i0, i1, i2, i3;
  i0 = globals.g76;
  i1 = p0;
  i0 += i1;
  i1 = globals.g12;
  i0 -= i1;
  i1 = p1;
  i2 = p2;
  i3 = p3;
  w2c_f12(i0, i1, i2, i3);
}

static void w2c_f130(u32 p0, u32 p1, f32 p2) {
  u32 l3 = 0;
  u32 i0, i1, i2;
  f32 f1_0, f3_0;
  i0 = p1;
  i1 = p0;
  i2 = p1;
  f3_0 = p2;
  i1 = w2c_f53(i1, i2, f3_0);
  l3 = i1;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = p0;
    i1 = l3;
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    f1_0 = p2;
    w2c_f94(i0, f1_0);
  }
}

static void w2c_f131(u32 p0, u32 p1, f32 p2) {
  u32 l3 = 0;
  f32 l4 = 0;
  u32 i0, i1, i2, i3, i4;
  f32 f2_0, f3_0, f4_0, f5_0;
  L0: 
    i0 = l3;
    i1 = globals.g18;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l3;
      i2 = p1;
      i3 = l3;
      f2_0 = w2c_f0(i2, i3);
      l4 = f2_0;
      f3_0 = 3.00000001e+38;
      f4_0 = l4;
      f5_0 = l4;
      i4 = f4_0 == f5_0;
      f2_0 = i4 ? f2_0 : f3_0;
      w2c_f1(i0, i1, f2_0);
      i0 = l3;
      i1 = 1u;
      i0 += i1;
      l3 = i0;
      goto L0;
    }
  i0 = p0;
  i1 = globals.g18;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  p1 = i0;
  i0 = 0u;
  p0 = i0;
  L2: 
    i0 = w2c_f48();
    i1 = p0;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p1;
      i1 = p0;
      i2 = p0;
      f2_0 = w2c_f68(i2);
      w2c_f1(i0, i1, f2_0);
      i0 = p0;
      i1 = 1u;
      i0 += i1;
      p0 = i0;
      goto L2;
    }
  i0 = p1;
  i1 = w2c_f48();
  f2_0 = p2;
  w2c_f1(i0, i1, f2_0);
}

static u32 w2c_f132(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = w2c_f133();
  i1 = p0;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  i0 = i32_load(memory, i0, 0u);
  return i0;
}

static u32 w2c_f133(void) {
  u32 i0, i1, i2;
  i0 = w2c_f181();
  i1 = globals.g1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 -= i1;
  return i0;
}

static void w2c_f134(void) {
  u32 i0, i1, i2;
  w2c_f186();
  L0: 
    i0 = globals.g6;
    i1 = 1u;
    i0 = i0 != i1;
    i1 = globals.g17;
    i2 = 0u;
    i1 = (u32)((s32)i1 > (s32)i2);
    i0 &= i1;
    if (i0) {
      w2c_f124();
      goto L0;
    }
}

static u32 w2c_f135(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  i0 = globals.g85;
  i1 = globals.g84;
  i2 = 3u;
  i1 <<= (i2 & 31);
  i0 += i1;
  i1 = w2c_f19();
  i2 = p0;
  i3 = globals.g72;
  i2 *= i3;
  i3 = p1;
  i2 += i3;
  i1 *= i2;
  i0 += i1;
  return i0;
}

static u32 w2c_f136(u32 p0) {
  u32 i0, i1;
  u64 j0, j1;
  i0 = w2c_f5();
  i1 = 16u;
  i0 += i1;
  i0 = w2c_f71(i0);
  j0 = (u64)(i0);
  i1 = p0;
  j1 = (u64)(i1);
  j0 *= j1;
  j1 = 32ull;
  j0 >>= (j1 & 63);
  i0 = (u32)(j0);
  return i0;
}

static f32 w2c_f137(void) {
  u32 l0 = 0;
  MEMORY;
  u32 i0, i1;
  f32 f0_0;
  i0 = w2c_f101();
  i0 = w2c_f102(i0);
  l0 = i0;
  i0 = w2c_f100(i0);
  i1 = 5u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = 1u;
  } else {
    i0 = l0;
    i1 = globals.g0;
    i1 = i32_load(memory, i1, 76u);
    i0 = i0 < i1;
  }
  if (i0) {
    f0_0 = INFINITY;
  } else {
    i0 = globals.g19;
    i1 = 2u;
    f0_0 = w2c_f0(i0, i1);
  }
  return f0_0;
}

static f32 w2c_f138(u32 p0, u32 p1, f32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p1;
  i1 = p0;
  f1_0 = f32_load(memory, i1, 20u);
  i2 = p1;
  f2_0 = f32_load(memory, i2, 0u);
  f1_0 *= f2_0;
  f2_0 = p2;
  i3 = p0;
  f3_0 = f32_load(memory, i3, 12u);
  f2_0 -= f3_0;
  f1_0 += f2_0;
  p2 = f1_0;
  f1_0 = w2c_f52(f1_0);
  f32_store(memory, i0, 0u, f1_0);
  f0_0 = p2;
  return f0_0;
}

static u32 w2c_f139(u32 p0, f32 p1) {
  u32 l2 = 0;
  f32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  f0_0 = f32_load(memory, i0, 4u);
  l3 = f0_0;
  i0 = p0;
  i1 = 16777216u;
  i2 = p0;
  i2 = i32_load(memory, i2, 0u);
  i3 = 1u;
  i2 += i3;
  l2 = i2;
  i3 = l2;
  i4 = 16777216u;
  i3 = i3 >= i4;
  i1 = i3 ? i1 : i2;
  l2 = i1;
  i32_store(memory, i0, 0u, i1);
  i0 = p0;
  f1_0 = l3;
  f2_0 = p1;
  f3_0 = l3;
  f2_0 -= f3_0;
  i3 = l2;
  f3_0 = (f32)(i3);
  f2_0 /= f3_0;
  f1_0 += f2_0;
  f32_store(memory, i0, 4u, f1_0);
  i0 = l2;
  return i0;
}

static void w2c_f140(u32 p0, f32 p1, f32 p2) {
  u32 l5 = 0;
  f32 l3 = 0, l4 = 0;
  MEMORY;
  u32 i0, i1, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  f0_0 = 1;
  f1_0 = p2;
  f0_0 -= f1_0;
  l3 = f0_0;
  i0 = p0;
  i1 = p0;
  f1_0 = f32_load(memory, i1, 4u);
  l4 = f1_0;
  f2_0 = 0;
  i1 = f1_0 == f2_0;
  l5 = i1;
  if (i1) {
    f1_0 = p1;
  } else {
    f1_0 = p2;
    f2_0 = p1;
    f1_0 *= f2_0;
    f2_0 = l3;
    i3 = p0;
    f3_0 = f32_load(memory, i3, 0u);
    f2_0 *= f3_0;
    f1_0 += f2_0;
  }
  f1_0 = w2c_f52(f1_0);
  f32_store(memory, i0, 0u, f1_0);
  i0 = p0;
  f1_0 = 1;
  f2_0 = p2;
  f3_0 = p2;
  f2_0 *= f3_0;
  f3_0 = l3;
  f4_0 = l3;
  f3_0 *= f4_0;
  f4_0 = l4;
  f3_0 *= f4_0;
  f2_0 += f3_0;
  i3 = l5;
  f1_0 = i3 ? f1_0 : f2_0;
  f32_store(memory, i0, 4u, f1_0);
}

static u32 w2c_f141(u32 p0, f32 p1) {
  u32 l3 = 0;
  f32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  i0 = p0;
  i1 = 16u;
  i0 += i1;
  f0_0 = f32_load(memory, i0, 4u);
  l2 = f0_0;
  f1_0 = 0;
  i0 = f0_0 == f1_0;
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = p0;
  i1 = 8u;
  i0 += i1;
  l3 = i0;
  f0_0 = f32_load(memory, i0, 4u);
  f1_0 = l2;
  f0_0 += f1_0;
  f1_0 = p1;
  f0_0 = w2c_f142(f0_0, f1_0);
  i1 = p0;
  i2 = 16u;
  i1 += i2;
  f1_0 = f32_load(memory, i1, 0u);
  i2 = l3;
  f2_0 = f32_load(memory, i2, 0u);
  f1_0 -= f2_0;
  i0 = f0_0 < f1_0;
  Bfunc:;
  return i0;
}

static f32 w2c_f142(f32 p0, f32 p1) {
  f32 f0_0, f1_0;
  f0_0 = p0;
  f1_0 = p1;
  f1_0 = w2c_f35(f1_0);
  f1_0 = -(f1_0);
  f0_0 *= f1_0;
  f1_0 = 0.5;
  f0_0 *= f1_0;
  f0_0 = wasm_sqrtf(f0_0);
  return f0_0;
}

static f32 w2c_f143(u32 p0, f32 p1) {
  u32 l2 = 0;
  MEMORY;
  u32 i0, i1;
  f32 f0_0, f1_0;
  i0 = w2c_f37();
  l2 = i0;
  L0: 
    i0 = w2c_f38();
    i1 = l2;
    i0 = i0 > i1;
    if (i0) {
      i0 = l2;
      i0 = i32_load8_u(memory, i0, 2u);
      i1 = p0;
      i0 = i0 != i1;
      if (i0) {
        i0 = 0u;
      } else {
        i0 = l2;
        i0 = w2c_f70(i0);
        i0 = i32_load(memory, i0, 8u);
      }
      if (i0) {
        i0 = p0;
        i1 = 1u;
        i0 = i0 == i1;
        if (i0) {
          f0_0 = p1;
          i1 = l2;
          f1_0 = f32_load(memory, i1, 28u);
          f0_0 *= f1_0;
        } else {
          i0 = l2;
          f0_0 = f32_load(memory, i0, 28u);
        }
        p1 = f0_0;
      }
      i0 = l2;
      i1 = 40u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
  f0_0 = p1;
  return f0_0;
}

static void w2c_f144(u32 p0, f32 p1, f32 p2) {
  u32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f1_0;
  i0 = p0;
  i1 = p0;
  i1 = w2c_f28(i1);
  i0 = w2c_f44(i0, i1);
  l3 = i0;
  f1_0 = p1;
  f32_store(memory, i0, 0u, f1_0);
  i0 = l3;
  f1_0 = p2;
  f32_store(memory, i0, 4u, f1_0);
  i0 = globals.g48;
  i1 = 4u;
  i0 += i1;
  i1 = p0;
  i0 += i1;
  i1 = p0;
  i1 = w2c_f28(i1);
  i2 = 1u;
  i1 += i2;
  i32_store8(memory, i0, 0u, i1);
}

static void w2c_f145(u32 p0, u32 p1) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = i32_load(memory, i0, 24u);
  globals.g40 = i0;
  i0 = p1;
  globals.g48 = i0;
}

static f32 w2c_f146(void) {
  u32 l2 = 0;
  u64 l3 = 0;
  f32 l0 = 0, l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  u64 j0, j1, j2;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g14;
  f0_0 = f32_load(memory, i0, 0u);
  l0 = f0_0;
  i0 = globals.g5;
  f0_0 = f32_load(memory, i0, 24u);
  l1 = f0_0;
  i0 = globals.g14;
  j0 = i64_load(memory, i0, 16u);
  l3 = j0;
  i0 = globals.g5;
  i0 = i32_load8_u(memory, i0, 3u);
  l2 = i0;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = l0;
    i1 = globals.g14;
    f1_0 = f32_load(memory, i1, 4u);
    f0_0 *= f1_0;
    goto Bfunc;
  }
  i0 = l2;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = l0;
    f1_0 = l1;
    j2 = l3;
    f2_0 = (f32)(j2);
    f1_0 *= f2_0;
    f2_0 = 1;
    f1_0 += f2_0;
    f0_0 /= f1_0;
    goto Bfunc;
  }
  i0 = l2;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    j0 = l3;
    i1 = globals.g5;
    i1 = i32_load(memory, i1, 28u);
    l2 = i1;
    j1 = (u64)(i1);
    i0 = j0 >= j1;
    if (i0) {
      f0_0 = l1;
      goto Bfunc;
    }
    f0_0 = l1;
    f1_0 = l0;
    f2_0 = l1;
    f1_0 -= f2_0;
    j2 = l3;
    i2 = (u32)(j2);
    f2_0 = (f32)(i2);
    i3 = l2;
    f3_0 = (f32)(i3);
    f2_0 /= f3_0;
    f3_0 = 3.14159274;
    f2_0 *= f3_0;
    l0 = f2_0;
    f3_0 = 2.3561945;
    i2 = f2_0 > f3_0;
    if (i2) {
      f2_0 = 3.14159274;
      f3_0 = l0;
      f2_0 -= f3_0;
      f2_0 = w2c_f166(f2_0);
      f2_0 = -(f2_0);
      goto B4;
    }
    f2_0 = l0;
    f2_0 = w2c_f166(f2_0);
    f3_0 = l0;
    f4_0 = 0.785398185;
    i3 = f3_0 <= f4_0;
    if (i3) {goto B4;}
    f2_0 = l0;
    f3_0 = -1.57079637;
    f2_0 += f3_0;
    f3_0 = 4.37113883e-08;
    f2_0 += f3_0;
    l0 = f2_0;
    f3_0 = l0;
    f2_0 *= f3_0;
    l1 = f2_0;
    f3_0 = -0.000195152956;
    f2_0 *= f3_0;
    f3_0 = 0.00833216123;
    f2_0 += f3_0;
    f3_0 = l1;
    f2_0 *= f3_0;
    f3_0 = -0.166666552;
    f2_0 += f3_0;
    f3_0 = l1;
    f2_0 *= f3_0;
    f3_0 = l0;
    f2_0 *= f3_0;
    f3_0 = l0;
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
  f0_0 = l0;
  Bfunc:;
  return f0_0;
}

static void w2c_f147(u32 p0, u32 p1) {
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
      l3 = i1;
      i2 = 15u;
      i1 >>= (i2 & 31);
      i2 = l3;
      i1 ^= i2;
      i2 = 1935289751u;
      i1 *= i2;
      l3 = i1;
      i2 = 15u;
      i1 >>= (i2 & 31);
      i2 = l3;
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
    i0 = l4;
    i1 = 12u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p0;
      i0 = w2c_f71(i0);
      i0 = l4;
      i1 = 1u;
      i0 += i1;
      l4 = i0;
      goto L2;
    }
}

static u32 w2c_f148(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  i0 = 6u;
  i1 = p0;
  i2 = 1u;
  i3 = p1;
  i1 = i3 ? i1 : i2;
  p1 = i1;
  i2 = 1u;
  i0 = w2c_f26(i0, i1, i2);
  if (i0) {
    i0 = 1u;
    goto Bfunc;
  }
  i0 = globals.g44;
  i1 = p1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g44 = i0;
  i0 = 4u;
  i1 = p0;
  i2 = 1u;
  i0 = w2c_f26(i0, i1, i2);
  if (i0) {
    i0 = 1u;
  } else {
    i0 = 5u;
    i1 = p0;
    i2 = 1u;
    i0 = w2c_f26(i0, i1, i2);
  }
  Bfunc:;
  return i0;
}

static u32 w2c_f149(u32 p0) {
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = 2u;
  i1 = 1u;
  i2 = p0;
  i3 = 5u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  Bfunc:;
  return i0;
}

static void w2c_f150(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g2;
  i0 = i32_load8_u(memory, i0, 1u);
  if (i0) {
    i0 = globals.g2;
    f0_0 = f32_load(memory, i0, 16u);
    l5 = f0_0;
    i0 = globals.g20;
    l1 = i0;
    i1 = globals.g11;
    i2 = globals.g8;
    i1 *= i2;
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    l2 = i0;
    i0 = p0;
    i1 = l1;
    i0 -= i1;
    p0 = i0;
    i0 = globals.g2;
    i0 = i32_load8_u(memory, i0, 1u);
    l3 = i0;
    i1 = 3u;
    i0 = i0 == i1;
    if (i0) {
      L2: 
        i0 = l1;
        i1 = l2;
        i0 = i0 < i1;
        if (i0) {
          i0 = l1;
          f0_0 = f32_load(memory, i0, 0u);
          f1_0 = 0;
          i0 = f0_0 > f1_0;
          i0 = !(i0);
          if (i0) {
            i0 = p0;
            i1 = l1;
            i0 += i1;
            i1 = 0u;
            i32_store(memory, i0, 0u, i1);
          }
          i0 = l1;
          i1 = 4u;
          i0 += i1;
          l1 = i0;
          goto L2;
        }
    }
    L5: 
      i0 = l1;
      i1 = l2;
      i0 = i0 < i1;
      if (i0) {
        i0 = p0;
        i1 = l1;
        i0 += i1;
        l4 = i0;
        i1 = l3;
        f2_0 = l5;
        i3 = l1;
        f3_0 = f32_load(memory, i3, 0u);
        i4 = l4;
        f4_0 = f32_load(memory, i4, 0u);
        f1_0 = w2c_f203(i1, f2_0, f3_0, f4_0);
        f32_store(memory, i0, 0u, f1_0);
        i0 = l1;
        i1 = 4u;
        i0 += i1;
        l1 = i0;
        goto L5;
      }
  }
}

static void w2c_f151(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0;
  f32 l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  f0_0 = 0;
  l8 = f0_0;
  i0 = globals.g20;
  i1 = globals.g11;
  i2 = globals.g8;
  i1 *= i2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l4 = i0;
  i0 = globals.g20;
  l3 = i0;
  L0: 
    i0 = l3;
    i1 = l4;
    i0 = i0 < i1;
    if (i0) {
      i0 = globals.g2;
      f0_0 = f32_load(memory, i0, 16u);
      l7 = f0_0;
      i0 = l3;
      l0 = i0;
      i0 = globals.g8;
      l2 = i0;
      f0_0 = l8;
      l5 = f0_0;
      i0 = globals.g2;
      i0 = i32_load8_u(memory, i0, 1u);
      l1 = i0;
      i0 = !(i0);
      if (i0) {goto B2;}
      i0 = l1;
      i1 = 5u;
      i0 = i0 == i1;
      if (i0) {
        i0 = l0;
        i1 = l2;
        f0_0 = w2c_f119(i0, i1);
        l7 = f0_0;
        i0 = 0u;
        l1 = i0;
        L4: 
          i0 = l1;
          i1 = l2;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = l0;
            i1 = l1;
            i2 = l0;
            i3 = l1;
            f2_0 = w2c_f0(i2, i3);
            f3_0 = l7;
            f2_0 -= f3_0;
            f2_0 = w2c_f30(f2_0);
            l6 = f2_0;
            w2c_f1(i0, i1, f2_0);
            f0_0 = l5;
            f1_0 = l6;
            f0_0 += f1_0;
            l5 = f0_0;
            i0 = l1;
            i1 = 1u;
            i0 += i1;
            l1 = i0;
            goto L4;
          }
        i0 = l0;
        i1 = l2;
        f2_0 = l5;
        w2c_f120(i0, i1, f2_0);
        goto B2;
      }
      i0 = l0;
      i1 = l2;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l2 = i0;
      i0 = l1;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        L7: 
          i0 = l0;
          i1 = l2;
          i0 = i0 < i1;
          if (i0) {
            i0 = l0;
            i1 = l0;
            f1_0 = f32_load(memory, i1, 0u);
            f2_0 = l8;
            f1_0 = FMAX(f1_0, f2_0);
            f32_store(memory, i0, 0u, f1_0);
            i0 = l0;
            i1 = 4u;
            i0 += i1;
            l0 = i0;
            goto L7;
          }
      }
      L9: 
        i0 = l0;
        i1 = l2;
        i0 = i0 < i1;
        if (i0) {
          i0 = l0;
          f0_0 = f32_load(memory, i0, 0u);
          l5 = f0_0;
          i0 = l0;
          i1 = l1;
          i2 = 4u;
          i1 = i1 == i2;
          if (i1) {
            f1_0 = l5;
            f2_0 = l7;
            f3_0 = l5;
            f2_0 *= f3_0;
            f3_0 = l5;
            f4_0 = l8;
            i3 = f3_0 > f4_0;
            f1_0 = i3 ? f1_0 : f2_0;
          } else {
            i1 = l1;
            i2 = 2u;
            i1 = i1 == i2;
            if (i1) {
              f1_0 = l5;
              f1_0 = wasm_fabsf(f1_0);
              l6 = f1_0;
              f2_0 = 0.625;
              i1 = f1_0 < f2_0;
              if (i1) {
                f1_0 = l5;
                f2_0 = l5;
                f1_0 *= f2_0;
                l6 = f1_0;
                f2_0 = -0.00570498873;
                f1_0 *= f2_0;
                f2_0 = 0.020639088;
                f1_0 += f2_0;
                f2_0 = l6;
                f1_0 *= f2_0;
                f2_0 = -0.0537397154;
                f1_0 += f2_0;
                f2_0 = l6;
                f1_0 *= f2_0;
                f2_0 = 0.133314416;
                f1_0 += f2_0;
                f2_0 = l6;
                f1_0 *= f2_0;
                f2_0 = -0.333332807;
                f1_0 += f2_0;
                f2_0 = l6;
                f1_0 *= f2_0;
                f2_0 = l5;
                f1_0 *= f2_0;
                f2_0 = l5;
                f1_0 += f2_0;
                goto B13;
              }
              f1_0 = 1;
              f2_0 = 1;
              f3_0 = 2;
              f4_0 = l6;
              f5_0 = l6;
              f4_0 += f5_0;
              f4_0 = w2c_f30(f4_0);
              f5_0 = 1;
              f4_0 += f5_0;
              f3_0 /= f4_0;
              f2_0 -= f3_0;
              f3_0 = l6;
              f4_0 = 9.19999981;
              i3 = f3_0 > f4_0;
              f1_0 = i3 ? f1_0 : f2_0;
              l6 = f1_0;
              f1_0 = -(f1_0);
              f2_0 = l6;
              f3_0 = l5;
              f4_0 = l8;
              i3 = f3_0 < f4_0;
              f1_0 = i3 ? f1_0 : f2_0;
              B13:;
            } else {
              f1_0 = l5;
              f1_0 = w2c_f164(f1_0);
              f2_0 = l8;
              i3 = l1;
              i4 = 1u;
              i3 = i3 == i4;
              f1_0 = i3 ? f1_0 : f2_0;
            }
          }
          f32_store(memory, i0, 0u, f1_0);
          i0 = l0;
          i1 = 4u;
          i0 += i1;
          l0 = i0;
          goto L9;
        }
      B2:;
      i0 = l3;
      i1 = globals.g8;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l3 = i0;
      goto L0;
    }
}

static u32 w2c_f152(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f3_0;
  w2c_f98();
  i0 = w2c_f57();
  i1 = w2c_f19();
  i2 = p0;
  f3_0 = 0;
  i4 = 1u;
  i0 = w2c_f109(i0, i1, i2, f3_0, i4);
  i1 = w2c_f57();
  i2 = w2c_f19();
  i3 = p0;
  i2 *= i3;
  w2c_f21(i1, i2);
  i1 = w2c_f5();
  i2 = 0u;
  i32_store(memory, i1, 8u, i2);
  return i0;
}

static u32 w2c_f153(void) {
  u32 l0 = 0;
  f32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0;
  i0 = w2c_f110();
  l0 = i0;
  if (i0) {
    i0 = l0;
    goto Bfunc;
  }
  i0 = globals.g9;
  i1 = 8u;
  i0 &= i1;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967290u;
    i1 = 16u;
    i2 = 8u;
    i3 = globals.g9;
    i0 = w2c_f8(i0, i1, i2, i3);
    goto Bfunc;
  }
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 12u);
  l0 = i0;
  globals.g34 = i0;
  i0 = l0;
  w2c_f111(i0);
  i0 = globals.g4;
  i1 = globals.g21;
  f1_0 = w2c_f167(i1);
  l1 = f1_0;
  f32_store(memory, i0, 72u, f1_0);
  f0_0 = w2c_f137();
  f1_0 = l1;
  i0 = f0_0 < f1_0;
  Bfunc:;
  return i0;
}

static u32 w2c_f154(void) {
  MEMORY;
  u32 i0;
  f32 f1_0;
  i0 = globals.g4;
  f1_0 = 1;
  f32_store(memory, i0, 44u, f1_0);
  i0 = w2c_f155();
  return i0;
}

static u32 w2c_f155(void) {
  u32 i0, i1;
  i0 = globals.g4;
  i1 = 4294967232u;
  i0 -= i1;
  w2c_f74(i0);
  i0 = globals.g15;
  return i0;
}

static u32 w2c_f156(void) {
  u32 l0 = 0, l1 = 0;
  MEMORY;
  u32 i0, i1;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 12u);
  l0 = i0;
  i0 = globals.g9;
  i1 = 8u;
  i0 &= i1;
  if (i0) {
    i0 = l0;
  } else {
    i0 = globals.g4;
    i0 = i32_load(memory, i0, 16u);
  }
  l1 = i0;
  i0 = l0;
  i1 = 0u;
  i0 = w2c_f88(i0, i1);
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = 1u;
  } else {
    i0 = l1;
    i1 = w2c_f48();
    i0 = w2c_f183(i0, i1);
    i1 = 0u;
    i0 = (u32)((s32)i0 < (s32)i1);
  }
  if (i0) {
    i0 = w2c_f154();
    goto Bfunc;
  }
  i0 = l1;
  globals.g34 = i0;
  i0 = l0;
  i0 = w2c_f157(i0);
  Bfunc:;
  return i0;
}

static u32 w2c_f157(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  f32 l9 = 0, l10 = 0, l11 = 0, l12 = 0, l13 = 0, l14 = 0, l15 = 0, l16 = 0, 
      l17 = 0, l18 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6, i7, 
      i8;
  u64 j0, j1, j2, j3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0, f7_0, 
      f8_0;
  f0_0 = 1;
  l17 = f0_0;
  f0_0 = 0;
  l18 = f0_0;
  i0 = globals.g4;
  f0_0 = f32_load(memory, i0, 44u);
  l11 = f0_0;
  i0 = globals.g4;
  f1_0 = l17;
  f32_store(memory, i0, 44u, f1_0);
  L0: 
    w2c_f15();
    i0 = globals.g6;
    i1 = 4u;
    i0 = i0 == i1;
    if (i0) {
      i0 = w2c_f4();
      i1 = l1;
      i0 = i0 > i1;
    } else {
      i0 = 0u;
    }
    if (i0) {
      i0 = w2c_f4();
      l1 = i0;
      i0 = w2c_f4();
      i1 = p0;
      i2 = globals.g3;
      i3 = globals.g25;
      i4 = 2u;
      i5 = globals.g2;
      f5_0 = f32_load(memory, i5, 16u);
      f4_0 = w2c_f143(i4, f5_0);
      i5 = globals.g2;
      f5_0 = f32_load(memory, i5, 24u);
      i6 = globals.g2;
      f6_0 = f32_load(memory, i6, 20u);
      w2c_f174(i0, i1, i2, i3, f4_0, f5_0, f6_0);
    }
    i0 = w2c_f23();
    if (i0) {goto L0;}
  w2c_f11();
  i0 = globals.g26;
  if (i0) {
    i0 = globals.g26;
    i1 = globals.g4;
    i1 = i32_load(memory, i1, 16u);
    i2 = globals.g1;
    i3 = 0u;
    i4 = globals.g0;
    f4_0 = f32_load(memory, i4, 60u);
    i5 = globals.g0;
    f5_0 = f32_load(memory, i5, 64u);
    i6 = globals.g0;
    f6_0 = f32_load(memory, i6, 68u);
    w2c_f174(i0, i1, i2, i3, f4_0, f5_0, f6_0);
  }
  i0 = globals.g9;
  i1 = 32u;
  i0 &= i1;
  if (i0) {
    i0 = w2c_f133();
    i1 = w2c_f99();
    i2 = 2u;
    i1 <<= (i2 & 31);
    i0 += i1;
    l1 = i0;
    i0 = i32_load(memory, i0, 0u);
    i1 = 1u;
    i0 += i1;
    l5 = i0;
    if (i0) {
      i0 = l1;
      i1 = l5;
      i32_store(memory, i0, 0u, i1);
    }
  }
  i0 = w2c_f5();
  l1 = i0;
  w2c_f74(i0);
  i0 = globals.g22;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    l5 = i0;
    w2c_f98();
    i0 = globals.g0;
    i0 = i32_load16_u(memory, i0, 40u);
    i1 = 0u;
    i0 = i0 != i1;
    p0 = i0;
    i0 = !(i0);
    if (i0) {
      i0 = globals.g9;
      i1 = 8u;
      i0 &= i1;
      i1 = 0u;
      i0 = i0 != i1;
      p0 = i0;
    }
    i0 = 1u;
    i1 = p0;
    i2 = globals.g7;
    i3 = 1u;
    i2 = (u32)((s32)i2 > (s32)i3);
    l4 = i2;
    i0 = i2 ? i0 : i1;
    if (i0) {
      i0 = l5;
      w2c_f111(i0);
    }
    i0 = p0;
    if (i0) {
      i0 = globals.g21;
      f0_0 = w2c_f172(i0);
      globals.g103 = f0_0;
      i0 = globals.g9;
      i1 = 8u;
      i0 &= i1;
      if (i0) {
        i0 = globals.g21;
        f0_0 = w2c_f167(i0);
        l10 = f0_0;
        f0_0 = wasm_fabsf(f0_0);
        f1_0 = INFINITY;
        i0 = f0_0 < f1_0;
        i0 = !(i0);
        i1 = w2c_f101();
        l1 = i1;
        i1 = w2c_f102(i1);
        p0 = i1;
        i2 = 16777216u;
        i1 = (u32)((s32)i1 >= (s32)i2);
        i0 |= i1;
        if (i0) {goto B11;}
        i0 = l1;
        i1 = p0;
        i2 = 1u;
        i1 += i2;
        i32_store(memory, i0, 0u, i1);
        i0 = p0;
        i0 = w2c_f100(i0);
        p0 = i0;
        i1 = 0u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {goto B11;}
        i0 = p0;
        i1 = 5u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = p0;
          l1 = i0;
          L13: 
            i0 = p0;
            i1 = 0u;
            i0 = (u32)((s32)i0 > (s32)i1);
            if (i0) {
              i0 = globals.g19;
              i1 = p0;
              i2 = 1u;
              i1 -= i2;
              f0_0 = w2c_f0(i0, i1);
              f1_0 = l10;
              i0 = f0_0 > f1_0;
            } else {
              i0 = 0u;
            }
            if (i0) {
              i0 = globals.g19;
              i1 = p0;
              i2 = globals.g19;
              i3 = p0;
              i4 = 1u;
              i3 -= i4;
              p0 = i3;
              f2_0 = w2c_f0(i2, i3);
              w2c_f1(i0, i1, f2_0);
              goto L13;
            }
          i0 = globals.g19;
          i1 = p0;
          f2_0 = l10;
          w2c_f1(i0, i1, f2_0);
          i0 = globals.g24;
          i1 = l1;
          i2 = l1;
          f2_0 = (f32)(s32)(i2);
          w2c_f1(i0, i1, f2_0);
          goto B11;
        }
        i0 = globals.g19;
        i1 = 0u;
        f0_0 = w2c_f0(i0, i1);
        f1_0 = l10;
        i0 = f0_0 > f1_0;
        if (i0) {
          i0 = globals.g19;
          i1 = 0u;
          f2_0 = l10;
          w2c_f1(i0, i1, f2_0);
        }
        i0 = globals.g19;
        i1 = 4u;
        f0_0 = w2c_f0(i0, i1);
        f1_0 = l10;
        i0 = f0_0 < f1_0;
        if (i0) {
          i0 = globals.g19;
          i1 = 4u;
          f2_0 = l10;
          w2c_f1(i0, i1, f2_0);
        }
        i0 = 1u;
        l1 = i0;
        L18: 
          i0 = l1;
          i1 = 5u;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = l1;
            i1 = 4u;
            i0 = i0 == i1;
            if (i0) {
              i0 = 1u;
            } else {
              i0 = globals.g19;
              i1 = l1;
              f0_0 = w2c_f0(i0, i1);
              f1_0 = l10;
              i0 = f0_0 > f1_0;
            }
            if (i0) {
              i0 = globals.g24;
              i1 = l1;
              i2 = globals.g24;
              i3 = l1;
              f2_0 = w2c_f0(i2, i3);
              f3_0 = l17;
              f2_0 += f3_0;
              w2c_f1(i0, i1, f2_0);
            }
            i0 = l1;
            i1 = 1u;
            i0 += i1;
            l1 = i0;
            goto L18;
          }
        i0 = globals.g0;
        f0_0 = f32_load(memory, i0, 72u);
        l12 = f0_0;
        i0 = 1u;
        l1 = i0;
        L22: 
          i0 = l1;
          i1 = 4u;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = globals.g24;
            i1 = l1;
            f0_0 = w2c_f0(i0, i1);
            l14 = f0_0;
            i1 = globals.g24;
            i2 = l1;
            i3 = 1u;
            i2 -= i3;
            l2 = i2;
            f1_0 = w2c_f0(i1, i2);
            f0_0 -= f1_0;
            l9 = f0_0;
            f0_0 = l17;
            f1_0 = -1;
            f2_0 = l18;
            i3 = p0;
            f3_0 = (f32)(s32)(i3);
            f4_0 = l12;
            f5_0 = 0.5;
            f4_0 *= f5_0;
            f5_0 = l12;
            f6_0 = l12;
            f7_0 = l17;
            f6_0 += f7_0;
            f7_0 = 0.5;
            f6_0 *= f7_0;
            i7 = l1;
            i8 = 2u;
            i7 = i7 == i8;
            f5_0 = i7 ? f5_0 : f6_0;
            i6 = l1;
            i7 = 1u;
            i6 = i6 == i7;
            f4_0 = i6 ? f4_0 : f5_0;
            f3_0 *= f4_0;
            f4_0 = l14;
            f3_0 -= f4_0;
            l10 = f3_0;
            f4_0 = -1;
            i3 = f3_0 <= f4_0;
            f4_0 = l9;
            f5_0 = l17;
            i4 = f4_0 > f5_0;
            i3 &= i4;
            f1_0 = i3 ? f1_0 : f2_0;
            i2 = globals.g24;
            i3 = l1;
            i4 = 1u;
            i3 += i4;
            l3 = i3;
            f2_0 = w2c_f0(i2, i3);
            f3_0 = l14;
            f2_0 -= f3_0;
            l13 = f2_0;
            f3_0 = l17;
            i2 = f2_0 > f3_0;
            f3_0 = l10;
            f4_0 = l17;
            i3 = f3_0 >= f4_0;
            i2 &= i3;
            f0_0 = i2 ? f0_0 : f1_0;
            l10 = f0_0;
            f1_0 = l18;
            i0 = f0_0 != f1_0;
            if (i0) {
              i0 = globals.g19;
              i1 = l3;
              f0_0 = w2c_f0(i0, i1);
              i1 = globals.g19;
              i2 = l1;
              f1_0 = w2c_f0(i1, i2);
              l15 = f1_0;
              f0_0 -= f1_0;
              f1_0 = l13;
              f0_0 /= f1_0;
              l16 = f0_0;
              i0 = globals.g19;
              i1 = l1;
              f2_0 = l15;
              f3_0 = l10;
              f4_0 = l13;
              f5_0 = l9;
              f4_0 += f5_0;
              f3_0 /= f4_0;
              f4_0 = l9;
              f5_0 = l10;
              f4_0 += f5_0;
              f5_0 = l16;
              f4_0 *= f5_0;
              f5_0 = l13;
              f6_0 = l10;
              f5_0 -= f6_0;
              f6_0 = l15;
              i7 = globals.g19;
              i8 = l2;
              f7_0 = w2c_f0(i7, i8);
              f6_0 -= f7_0;
              f7_0 = l9;
              f6_0 /= f7_0;
              l13 = f6_0;
              f5_0 *= f6_0;
              f4_0 += f5_0;
              f3_0 *= f4_0;
              f2_0 += f3_0;
              l9 = f2_0;
              f3_0 = l15;
              f4_0 = l10;
              f5_0 = l16;
              f6_0 = l13;
              f7_0 = l10;
              f8_0 = l18;
              i7 = f7_0 > f8_0;
              f5_0 = i7 ? f5_0 : f6_0;
              f4_0 *= f5_0;
              f3_0 += f4_0;
              i4 = globals.g19;
              i5 = l2;
              f4_0 = w2c_f0(i4, i5);
              f5_0 = l9;
              i4 = f4_0 < f5_0;
              if (i4) {
                i4 = globals.g19;
                i5 = l3;
                f4_0 = w2c_f0(i4, i5);
                f5_0 = l9;
                i4 = f4_0 > f5_0;
              } else {
                i4 = 0u;
              }
              f2_0 = i4 ? f2_0 : f3_0;
              w2c_f1(i0, i1, f2_0);
              i0 = globals.g24;
              i1 = l1;
              f2_0 = l14;
              f3_0 = l10;
              f2_0 += f3_0;
              w2c_f1(i0, i1, f2_0);
            }
            i0 = l1;
            i1 = 1u;
            i0 += i1;
            l1 = i0;
            goto L22;
          }
        B11:;
      }
    }
    i0 = l4;
    if (i0) {
      i0 = 0u;
      p0 = i0;
      i0 = globals.g68;
      f0_0 = f32_load(memory, i0, 12u);
      l12 = f0_0;
      i0 = globals.g10;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = globals.g7;
        i0 = w2c_f13(i0);
        i1 = globals.g41;
        i0 += i1;
        l2 = i0;
        i0 = globals.g21;
        i1 = 0u;
        f0_0 = w2c_f92(i0, i1);
        l9 = f0_0;
        L28: 
          i0 = p0;
          i1 = globals.g7;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            f0_0 = l18;
            l10 = f0_0;
            i0 = 0u;
            l1 = i0;
            L30: 
              i0 = l1;
              i1 = globals.g1;
              i0 = (u32)((s32)i0 < (s32)i1);
              if (i0) {
                f0_0 = l10;
                i1 = l2;
                i2 = globals.g1;
                i3 = l1;
                i2 += i3;
                f1_0 = w2c_f0(i1, i2);
                i2 = l1;
                f2_0 = w2c_f20(i2);
                f1_0 -= f2_0;
                i2 = p0;
                i2 = w2c_f13(i2);
                i3 = globals.g41;
                i2 += i3;
                i3 = l1;
                f2_0 = w2c_f0(i2, i3);
                f1_0 *= f2_0;
                f0_0 += f1_0;
                l10 = f0_0;
                i0 = l1;
                i1 = 1u;
                i0 += i1;
                l1 = i0;
                goto L30;
              }
            i0 = globals.g36;
            i1 = globals.g7;
            i2 = p0;
            i1 += i2;
            l1 = i1;
            i2 = globals.g36;
            i3 = l1;
            f2_0 = w2c_f0(i2, i3);
            f3_0 = l12;
            f4_0 = l10;
            f3_0 *= f4_0;
            f2_0 -= f3_0;
            w2c_f1(i0, i1, f2_0);
            i0 = p0;
            i1 = 1u;
            i0 += i1;
            p0 = i0;
            goto L28;
          }
        i0 = globals.g7;
        i1 = 1u;
        i0 <<= (i1 & 31);
        p0 = i0;
        i1 = l2;
        i2 = 0u;
        f1_0 = w2c_f92(i1, i2);
        w2c_f127(i0, f1_0);
        i0 = p0;
        i1 = 1u;
        i0 += i1;
        i1 = 1u;
        i1 = w2c_f13(i1);
        i2 = l2;
        i1 += i2;
        i2 = 0u;
        f1_0 = w2c_f92(i1, i2);
        w2c_f127(i0, f1_0);
      } else {
        i0 = globals.g21;
        f0_0 = w2c_f169(i0);
        l9 = f0_0;
      }
      i0 = 0u;
      p0 = i0;
      L32: 
        i0 = p0;
        i1 = globals.g7;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = p0;
          i0 = w2c_f13(i0);
          i1 = globals.g41;
          i0 += i1;
          l1 = i0;
          i0 = p0;
          i1 = globals.g10;
          i2 = 3u;
          i1 = i1 == i2;
          if (i1) {
            i1 = l1;
            i2 = 1u;
            f1_0 = w2c_f92(i1, i2);
          } else {
            i1 = l1;
            f1_0 = w2c_f172(i1);
          }
          w2c_f127(i0, f1_0);
          i0 = p0;
          i1 = 1u;
          i0 += i1;
          p0 = i0;
          goto L32;
        }
      f0_0 = l9;
    } else {
      f0_0 = l18;
    }
    l10 = f0_0;
    i0 = w2c_f58();
    if (i0) {
      i0 = w2c_f56();
      p0 = i0;
      i0 = i32_load(memory, i0, 4u);
      i1 = 1u;
      i0 = i0 == i1;
      globals.g54 = i0;
      i0 = globals.g1;
      i1 = 1u;
      i2 = globals.g54;
      i0 = i2 ? i0 : i1;
      globals.g84 = i0;
      i0 = p0;
      i0 = i32_load(memory, i0, 0u);
      i1 = globals.g84;
      i0 = DIV_U(i0, i1);
      globals.g72 = i0;
      i0 = globals.g0;
      i1 = p0;
      i1 = i32_load(memory, i1, 8u);
      i0 += i1;
      globals.g85 = i0;
      i0 = 1u;
    } else {
      i0 = 0u;
    }
    l6 = i0;
    i0 = globals.g34;
    l7 = i0;
    w2c_f11();
    L36: 
      i0 = l5;
      i1 = 0u;
      i2 = 1u;
      f3_0 = l11;
      i4 = 1u;
      i0 = w2c_f109(i0, i1, i2, f3_0, i4);
      i1 = l8;
      i0 |= i1;
      l8 = i0;
      i0 = l6;
      if (i0) {
        i0 = globals.g5;
        i0 = i32_load(memory, i0, 32u);
        l3 = i0;
        L38: 
          i0 = l3;
          if (i0) {
            i0 = 0u;
            p0 = i0;
            i0 = 0u;
            l2 = i0;
            L40: 
              i0 = l2;
              i1 = globals.g84;
              i0 = (u32)((s32)i0 < (s32)i1);
              if (i0) {
                i0 = l2;
                i0 = w2c_f69(i0);
                i1 = p0;
                i0 += i1;
                p0 = i0;
                i0 = l2;
                i1 = 1u;
                i0 += i1;
                l2 = i0;
                goto L40;
              }
            i0 = p0;
            if (i0) {
              i0 = p0;
              i0 = w2c_f136(i0);
              l2 = i0;
              i0 = 0u;
              p0 = i0;
              L43: 
                i0 = p0;
                i0 = w2c_f69(i0);
                i1 = l2;
                i0 = i0 <= i1;
                if (i0) {
                  i0 = p0;
                  l1 = i0;
                  i1 = 1u;
                  i0 += i1;
                  p0 = i0;
                  i0 = l2;
                  i1 = l1;
                  i1 = w2c_f69(i1);
                  i0 -= i1;
                  l2 = i0;
                  goto L43;
                }
              i0 = p0;
              i1 = l2;
              i0 = w2c_f135(i0, i1);
            } else {
              i0 = 0u;
            }
            p0 = i0;
            if (i0) {
              i0 = p0;
              i1 = w2c_f19();
              i2 = 1u;
              f3_0 = l18;
              i4 = 0u;
              i0 = w2c_f109(i0, i1, i2, f3_0, i4);
            }
            i0 = l3;
            i1 = 1u;
            i0 -= i1;
            l3 = i0;
            goto L38;
          }
        i0 = l7;
        globals.g34 = i0;
      }
      i0 = globals.g5;
      i0 = i32_load(memory, i0, 44u);
      if (i0) {
        f0_0 = l17;
        i1 = globals.g5;
        f1_0 = f32_load(memory, i1, 36u);
        i2 = w2c_f5();
        j2 = i64_load(memory, i2, 0u);
        j3 = 1ull;
        j2 -= j3;
        f2_0 = (f32)(j2);
        l9 = f2_0;
        f3_0 = l17;
        f2_0 += f3_0;
        f3_0 = l9;
        f4_0 = 10;
        f3_0 += f4_0;
        f2_0 /= f3_0;
        f1_0 = FMIN(f1_0, f2_0);
        f0_0 -= f1_0;
        l9 = f0_0;
        i0 = globals.g0;
        i1 = globals.g5;
        i1 = i32_load(memory, i1, 44u);
        i0 += i1;
        l2 = i0;
        w2c_f15();
        L48: 
          i0 = globals.g0;
          i1 = globals.g2;
          i1 = i32_load(memory, i1, 8u);
          i0 += i1;
          p0 = i0;
          i1 = 0u;
          j1 = w2c_f24(i1);
          i1 = (u32)(j1);
          i0 += i1;
          l1 = i0;
          L49: 
            i0 = p0;
            i1 = l1;
            i0 = i0 < i1;
            if (i0) {
              i0 = l2;
              i1 = l2;
              f1_0 = f32_load(memory, i1, 0u);
              l12 = f1_0;
              f2_0 = l9;
              i3 = p0;
              f3_0 = f32_load(memory, i3, 0u);
              f4_0 = l12;
              f3_0 -= f4_0;
              f2_0 *= f3_0;
              f1_0 += f2_0;
              f32_store(memory, i0, 0u, f1_0);
              i0 = p0;
              i1 = 4u;
              i0 += i1;
              p0 = i0;
              i0 = l2;
              i1 = 4u;
              i0 += i1;
              l2 = i0;
              goto L49;
            }
          i0 = w2c_f16();
          if (i0) {goto B47;}
          w2c_f40();
          goto L48;
        UNREACHABLE;
        B47:;
      }
      i0 = w2c_f23();
      if (i0) {goto L36;}
    w2c_f11();
    i0 = l4;
    if (i0) {
      i0 = globals.g4;
      f1_0 = l10;
      f32_store(memory, i0, 40u, f1_0);
    }
    i0 = l6;
    if (i0) {
      i0 = globals.g85;
      i1 = globals.g54;
      if (i1) {
        i1 = w2c_f99();
      } else {
        i1 = 0u;
      }
      l2 = i1;
      i2 = 3u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l3 = i0;
      i0 = i32_load(memory, i0, 0u);
      l1 = i0;
      i0 = l2;
      i0 = w2c_f69(i0);
      p0 = i0;
      i1 = globals.g72;
      i0 = i0 < i1;
      if (i0) {
        i0 = l3;
        i1 = p0;
        i2 = 1u;
        i1 += i2;
        i32_store(memory, i0, 4u, i1);
      } else {
        i0 = globals.g54;
        if (i0) {
          i0 = l1;
          i1 = 1u;
          i0 += i1;
          i0 = w2c_f136(i0);
        } else {
          i0 = l1;
        }
        p0 = i0;
      }
      i0 = 0u;
      i1 = globals.g54;
      i2 = globals.g54;
      if (i2) {
        i2 = l1;
        i3 = 1u;
        i2 += i3;
      } else {
        i2 = p0;
        i3 = 1u;
        i2 += i3;
        i3 = globals.g72;
        i2 = REM_U(i2, i3);
      }
      l1 = i2;
      i0 = i2 ? i0 : i1;
      i0 = !(i0);
      if (i0) {
        i0 = l3;
        i1 = l1;
        i32_store(memory, i0, 0u, i1);
      }
      i0 = p0;
      i1 = globals.g72;
      i0 = i0 < i1;
      if (i0) {
        i0 = l2;
        i1 = p0;
        i0 = w2c_f135(i0, i1);
        i1 = l5;
        f2_0 = l11;
        w2c_f131(i0, i1, f2_0);
      }
    }
    f0_0 = globals.g103;
    l10 = f0_0;
    i0 = globals.g4;
    f0_0 = f32_load(memory, i0, 40u);
    l14 = f0_0;
    i0 = w2c_f37();
    l1 = i0;
    L59: 
      i0 = w2c_f38();
      i1 = l1;
      i0 = i0 > i1;
      if (i0) {
        i0 = l1;
        i0 = w2c_f70(i0);
        l3 = i0;
        i0 = i32_load(memory, i0, 8u);
        p0 = i0;
        if (i0) {
          i0 = l3;
          i1 = p0;
          i2 = 1u;
          i1 -= i2;
          i32_store(memory, i0, 8u, i1);
        }
        i0 = l1;
        i0 = i32_load8_u(memory, i0, 1u);
        p0 = i0;
        if (i0) {
          i0 = p0;
          i1 = 1u;
          i0 = i0 == i1;
          if (i0) {
            f0_0 = l14;
          } else {
            i0 = l5;
            i1 = l1;
            i1 = i32_load(memory, i1, 4u);
            l2 = i1;
            f0_0 = w2c_f0(i0, i1);
            l9 = f0_0;
            l11 = f0_0;
            w2c_f11();
            L64: 
              w2c_f15();
              i0 = globals.g6;
              i1 = 4u;
              i0 = i0 == i1;
              if (i0) {
                f0_0 = l9;
                i1 = w2c_f4();
                i2 = globals.g18;
                i3 = globals.g25;
                i2 = w2c_f33(i2, i3);
                i1 += i2;
                l4 = i1;
                i2 = l2;
                f1_0 = w2c_f0(i1, i2);
                i2 = l4;
                i3 = globals.g18;
                i4 = l2;
                i3 += i4;
                f2_0 = w2c_f0(i2, i3);
                i3 = globals.g2;
                f3_0 = f32_load(memory, i3, 24u);
                i4 = globals.g2;
                f4_0 = f32_load(memory, i4, 20u);
                f0_0 = w2c_f115(f0_0, f1_0, f2_0, f3_0, f4_0);
                l11 = f0_0;
                goto B65;
              }
              i0 = w2c_f23();
              if (i0) {goto L64;}
              B65:;
            w2c_f11();
            f0_0 = l11;
            f1_0 = l9;
            f2_0 = l9;
            f3_0 = l9;
            i2 = f2_0 == f3_0;
            f0_0 = i2 ? f0_0 : f1_0;
          }
        } else {
          f0_0 = l10;
        }
        l9 = f0_0;
        f0_0 = w2c_f164(f0_0);
        f1_0 = l9;
        i2 = l1;
        i2 = i32_load8_u(memory, i2, 0u);
        i3 = 1u;
        i2 = i2 == i3;
        i3 = p0;
        i4 = 0u;
        i3 = i3 != i4;
        i2 &= i3;
        f0_0 = i2 ? f0_0 : f1_0;
        l9 = f0_0;
        i0 = l3;
        i0 = i32_load(memory, i0, 0u);
        i1 = 2u;
        i0 = i0 == i1;
        if (i0) {
          i0 = l3;
          i1 = 12u;
          i0 += i1;
          i1 = l1;
          i1 = w2c_f103(i1);
          w2c_f21(i0, i1);
        }
        i0 = l3;
        f1_0 = l9;
        i1 = w2c_f39(f1_0);
        if (i1) {
          i1 = l3;
          i2 = 12u;
          i1 += i2;
          p0 = i1;
          i1 = l1;
          i1 = i32_load8_u(memory, i1, 0u);
          l2 = i1;
          i1 = !(i1);
          if (i1) {
            i1 = p0;
            f2_0 = l9;
            i1 = w2c_f139(i1, f2_0);
            l2 = i1;
            i1 = p0;
            f1_0 = f32_load(memory, i1, 4u);
            l9 = f1_0;
            f2_0 = l17;
            f3_0 = l9;
            f2_0 -= f3_0;
            f1_0 *= f2_0;
            i2 = l2;
            f2_0 = (f32)(i2);
            f1_0 /= f2_0;
            f1_0 = wasm_sqrtf(f1_0);
            l11 = f1_0;
            i1 = 0u;
            i2 = l1;
            f2_0 = f32_load(memory, i2, 16u);
            i2 = I32_TRUNC_U_F32(f2_0);
            l4 = i2;
            i3 = l2;
            i2 = i2 >= i3;
            if (i2) {goto B71;}
            i1 = l2;
            i2 = l4;
            i3 = 1u;
            i2 += i3;
            i1 = i1 == i2;
            if (i1) {
              i1 = 1u;
            } else {
              f1_0 = l9;
              f2_0 = l11;
              f1_0 += f2_0;
              i2 = p0;
              f2_0 = f32_load(memory, i2, 8u);
              i3 = p0;
              f3_0 = f32_load(memory, i3, 12u);
              f2_0 += f3_0;
              i1 = f1_0 <= f2_0;
            }
            if (i1) {
              i1 = p0;
              f2_0 = l9;
              f32_store(memory, i1, 8u, f2_0);
              i1 = p0;
              f2_0 = l11;
              f32_store(memory, i1, 12u, f2_0);
            }
            i1 = 2u;
            f2_0 = l9;
            f3_0 = l11;
            f2_0 += f3_0;
            l9 = f2_0;
            i3 = p0;
            f3_0 = f32_load(memory, i3, 8u);
            l11 = f3_0;
            i4 = l1;
            f4_0 = f32_load(memory, i4, 12u);
            i5 = p0;
            f5_0 = f32_load(memory, i5, 12u);
            l12 = f5_0;
            f4_0 *= f5_0;
            f3_0 += f4_0;
            i2 = f2_0 > f3_0;
            if (i2) {goto B71;}
            f1_0 = l9;
            f2_0 = l11;
            i3 = l1;
            f3_0 = f32_load(memory, i3, 8u);
            f4_0 = l12;
            f3_0 *= f4_0;
            f2_0 += f3_0;
            i1 = f1_0 > f2_0;
            B71:;
            goto B69;
          }
          i1 = l2;
          i2 = 1u;
          i1 = i1 == i2;
          if (i1) {
            i1 = l1;
            f1_0 = f32_load(memory, i1, 8u);
            l11 = f1_0;
            i1 = p0;
            f2_0 = l9;
            i3 = l1;
            f3_0 = f32_load(memory, i3, 16u);
            l13 = f3_0;
            w2c_f140(i1, f2_0, f3_0);
            i1 = p0;
            f1_0 = f32_load(memory, i1, 0u);
            i2 = p0;
            f2_0 = f32_load(memory, i2, 4u);
            f3_0 = l11;
            f2_0 = w2c_f142(f2_0, f3_0);
            f1_0 += f2_0;
            l12 = f1_0;
            i1 = p0;
            i2 = 8u;
            i1 += i2;
            f1_0 = f32_load(memory, i1, 4u);
            f2_0 = l18;
            i1 = f1_0 == f2_0;
            if (i1) {
              i1 = 1u;
            } else {
              f1_0 = l12;
              i2 = p0;
              i3 = 24u;
              i2 += i3;
              f2_0 = f32_load(memory, i2, 0u);
              i1 = f1_0 < f2_0;
            }
            if (i1) {
              i1 = p0;
              i2 = 24u;
              i1 += i2;
              f2_0 = l12;
              f32_store(memory, i1, 0u, f2_0);
              i1 = p0;
              i2 = 8u;
              i1 += i2;
              i2 = p0;
              j2 = i64_load(memory, i2, 0u);
              i64_store(memory, i1, 0u, j2);
              i1 = p0;
              i2 = 16u;
              i1 += i2;
              j2 = 0ull;
              i64_store(memory, i1, 0u, j2);
            } else {
              i1 = p0;
              i2 = 16u;
              i1 += i2;
              f2_0 = l9;
              f3_0 = l13;
              w2c_f140(i1, f2_0, f3_0);
            }
            i1 = p0;
            f2_0 = l11;
            i1 = w2c_f141(i1, f2_0);
            if (i1) {
              i1 = 2u;
            } else {
              i1 = p0;
              i2 = l1;
              f2_0 = f32_load(memory, i2, 12u);
              i1 = w2c_f141(i1, f2_0);
              i1 = !(i1);
              i1 = !(i1);
            }
            goto B69;
          }
          i1 = l2;
          i2 = 3u;
          i1 = i1 == i2;
          if (i1) {
            i1 = 0u;
            l6 = i1;
            i1 = l1;
            i2 = p0;
            w2c_f145(i1, i2);
            i1 = 0u;
            f2_0 = l9;
            f3_0 = l18;
            w2c_f144(i1, f2_0, f3_0);
            i1 = 0u;
            p0 = i1;
            L80: 
              i1 = p0;
              i2 = globals.g40;
              i1 = i1 < i2;
              if (i1) {
                i1 = p0;
                i1 = w2c_f28(i1);
                i2 = 5u;
                i1 = i1 > i2;
              } else {
                i1 = 0u;
              }
              if (i1) {
                i1 = globals.g40;
                i2 = p0;
                i3 = 1u;
                i2 += i3;
                i1 = i1 == i2;
                if (i1) {
                  i1 = p0;
                  i2 = 1u;
                  w2c_f105(i1, i2);
                  goto B83;
                }
                i1 = 0u;
                f2_0 = l18;
                f3_0 = l18;
                w2c_f104(i1, f2_0, f3_0);
                i1 = 1u;
                i2 = p0;
                i1 <<= (i2 & 31);
                l2 = i1;
                i2 = p0;
                i3 = 0u;
                i2 = w2c_f44(i2, i3);
                l4 = i2;
                w2c_f106(i1, i2);
                i1 = l2;
                i2 = l4;
                i3 = 8u;
                i2 += i3;
                w2c_f106(i1, i2);
                i1 = p0;
                i2 = 2u;
                w2c_f105(i1, i2);
                i1 = p0;
                i2 = 1u;
                i1 += i2;
                p0 = i1;
                f2_0 = globals.g65;
                f3_0 = globals.g79;
                w2c_f144(i1, f2_0, f3_0);
                goto L80;
                B83:;
              }
            i1 = globals.g48;
            i1 = i32_load(memory, i1, 0u);
            i2 = 1u;
            i1 += i2;
            l2 = i1;
            i2 = l1;
            f2_0 = f32_load(memory, i2, 12u);
            i2 = I32_TRUNC_U_F32(f2_0);
            i1 = i1 >= i2;
            p0 = i1;
            i1 = globals.g48;
            i2 = 0u;
            i3 = l2;
            i4 = p0;
            i2 = i4 ? i2 : i3;
            i32_store(memory, i1, 0u, i2);
            i1 = 0u;
            i2 = p0;
            i2 = !(i2);
            if (i2) {goto B79;}
            L85: 
              i1 = l1;
              f1_0 = f32_load(memory, i1, 8u);
              l9 = f1_0;
              i1 = 0u;
              f2_0 = l18;
              f3_0 = l18;
              w2c_f104(i1, f2_0, f3_0);
              i1 = globals.g40;
              i2 = 1u;
              i1 -= i2;
              p0 = i1;
              L87: 
                i1 = p0;
                i2 = 0u;
                i1 = (u32)((s32)i1 >= (s32)i2);
                if (i1) {
                  i1 = 0u;
                  l2 = i1;
                  L89: 
                    i1 = p0;
                    i1 = w2c_f28(i1);
                    i2 = l2;
                    i1 = i1 > i2;
                    if (i1) {
                      i1 = 1u;
                      i2 = p0;
                      i1 <<= (i2 & 31);
                      i2 = p0;
                      i3 = l2;
                      i2 = w2c_f44(i2, i3);
                      w2c_f106(i1, i2);
                      i1 = l2;
                      i2 = 1u;
                      i1 += i2;
                      l2 = i1;
                      goto L89;
                    }
                  i1 = p0;
                  i2 = 1u;
                  i1 -= i2;
                  p0 = i1;
                  goto L87;
                }
              i1 = 0u;
              i2 = globals.g52;
              i3 = 10u;
              i2 = i2 <= i3;
              if (i2) {goto B86;}
              f1_0 = globals.g79;
              i2 = globals.g52;
              f2_0 = (f32)(i2);
              f1_0 /= f2_0;
              l13 = f1_0;
              i1 = globals.g52;
              f1_0 = (f32)(i1);
              f1_0 = w2c_f35(f1_0);
              f2_0 = 2;
              f1_0 *= f2_0;
              f2_0 = l9;
              f1_0 /= f2_0;
              f1_0 = w2c_f35(f1_0);
              l11 = f1_0;
              i1 = 0u;
              l2 = i1;
              f1_0 = l18;
              l9 = f1_0;
              i1 = globals.g40;
              i2 = 1u;
              i1 -= i2;
              p0 = i1;
              L91: 
                i1 = p0;
                i2 = 0u;
                i1 = (u32)((s32)i1 >= (s32)i2);
                if (i1) {
                  i1 = 0u;
                  l4 = i1;
                  L93: 
                    i1 = p0;
                    i1 = w2c_f28(i1);
                    i2 = l4;
                    i1 = i1 > i2;
                    if (i1) {
                      f1_0 = l9;
                      i2 = p0;
                      i3 = l4;
                      i2 = w2c_f44(i2, i3);
                      f2_0 = f32_load(memory, i2, 0u);
                      f1_0 += f2_0;
                      l9 = f1_0;
                      i1 = 0u;
                      i2 = globals.g52;
                      i3 = l2;
                      i4 = 1u;
                      i5 = p0;
                      i4 <<= (i5 & 31);
                      i3 += i4;
                      l2 = i3;
                      i2 -= i3;
                      l7 = i2;
                      i3 = 5u;
                      i2 = i2 < i3;
                      if (i2) {goto B86;}
                      i1 = l2;
                      i2 = 5u;
                      i1 = i1 >= i2;
                      if (i1) {
                        i1 = 1u;
                        f2_0 = l9;
                        i3 = l2;
                        f3_0 = (f32)(i3);
                        f2_0 /= f3_0;
                        f3_0 = globals.g65;
                        f4_0 = l9;
                        f3_0 -= f4_0;
                        i4 = l7;
                        f4_0 = (f32)(i4);
                        f3_0 /= f4_0;
                        f2_0 -= f3_0;
                        f2_0 = wasm_fabsf(f2_0);
                        f3_0 = l17;
                        i4 = l2;
                        i5 = 4u;
                        i4 -= i5;
                        f4_0 = (f32)(i4);
                        f3_0 /= f4_0;
                        f4_0 = l17;
                        i5 = l7;
                        i6 = 4u;
                        i5 -= i6;
                        f5_0 = (f32)(i5);
                        f4_0 /= f5_0;
                        f3_0 += f4_0;
                        l12 = f3_0;
                        f4_0 = l12;
                        f3_0 += f4_0;
                        f4_0 = l13;
                        f3_0 *= f4_0;
                        f4_0 = l11;
                        f3_0 *= f4_0;
                        f3_0 = wasm_sqrtf(f3_0);
                        f4_0 = l11;
                        f5_0 = 0.666666687;
                        f4_0 *= f5_0;
                        f5_0 = l12;
                        f4_0 *= f5_0;
                        f3_0 += f4_0;
                        i2 = f2_0 > f3_0;
                        if (i2) {goto B86;}
                      }
                      i1 = l4;
                      i2 = 1u;
                      i1 += i2;
                      l4 = i1;
                      goto L93;
                    }
                  i1 = p0;
                  i2 = 1u;
                  i1 -= i2;
                  p0 = i1;
                  goto L91;
                }
              i1 = 0u;
              B86:;
              if (i1) {
                i1 = 2u;
                l6 = i1;
                i1 = globals.g40;
                i2 = 1u;
                i1 -= i2;
                p0 = i1;
                L97: 
                  i1 = p0;
                  i1 = w2c_f28(i1);
                  i1 = !(i1);
                  if (i1) {
                    i1 = p0;
                    i2 = 1u;
                    i1 -= i2;
                    p0 = i1;
                    goto L97;
                  }
                i1 = p0;
                i2 = 1u;
                w2c_f105(i1, i2);
                goto L85;
              }
            i1 = l6;
            B79:;
          } else {
            i1 = p0;
            f2_0 = l9;
            i1 = w2c_f139(i1, f2_0);
            l2 = i1;
            i1 = l1;
            i2 = p0;
            i3 = 8u;
            i2 += i3;
            f3_0 = l9;
            i4 = p0;
            f4_0 = f32_load(memory, i4, 4u);
            l12 = f4_0;
            f3_0 -= f4_0;
            f1_0 = w2c_f138(i1, i2, f3_0);
            l11 = f1_0;
            i1 = l1;
            i1 = i32_load8_u(memory, i1, 1u);
            i2 = 2u;
            i1 = i1 == i2;
            if (i1) {
              i1 = l1;
              i2 = p0;
              i3 = 12u;
              i2 += i3;
              f3_0 = l12;
              f4_0 = l9;
              f3_0 -= f4_0;
              f1_0 = w2c_f138(i1, i2, f3_0);
              f2_0 = l11;
              f1_0 = FMAX(f1_0, f2_0);
              l11 = f1_0;
            }
            i1 = 2u;
            i2 = 0u;
            i3 = l2;
            i4 = l1;
            f4_0 = f32_load(memory, i4, 8u);
            i4 = I32_TRUNC_U_F32(f4_0);
            i3 = i3 >= i4;
            if (i3) {
              f3_0 = l11;
              i4 = l1;
              f4_0 = f32_load(memory, i4, 16u);
              i3 = f3_0 > f4_0;
            } else {
              i3 = 0u;
            }
            i1 = i3 ? i1 : i2;
          }
          B69:;
        } else {
          i1 = 0u;
        }
        p0 = i1;
        i32_store(memory, i0, 0u, i1);
        i0 = p0;
        i1 = 2u;
        i0 = i0 == i1;
        if (i0) {
          i0 = l3;
          i1 = l3;
          i1 = i32_load(memory, i1, 4u);
          i2 = 1u;
          i1 += i2;
          i32_store(memory, i0, 4u, i1);
          i0 = l3;
          i1 = l1;
          i1 = i32_load(memory, i1, 32u);
          i32_store(memory, i0, 8u, i1);
          i0 = l1;
          i0 = i32_load8_u(memory, i0, 2u);
          i1 = 3u;
          i0 = i0 == i1;
          if (i0) {
            w2c_f11();
            L103: 
              w2c_f134();
              i0 = globals.g6;
              i1 = 1u;
              i0 = i0 != i1;
              if (i0) {goto B104;}
              i0 = w2c_f4();
              l2 = i0;
              i0 = 1u;
              j0 = w2c_f24(i0);
              i0 = (u32)(j0);
              p0 = i0;
              w2c_f185();
              i0 = w2c_f61();
              i1 = globals.g5;
              i1 = i32_load8_u(memory, i1, 2u);
              i1 = w2c_f149(i1);
              i2 = p0;
              i1 *= i2;
              w2c_f21(i0, i1);
              i0 = globals.g5;
              i0 = i32_load(memory, i0, 44u);
              i0 = !(i0);
              if (i0) {goto B104;}
              i0 = 1u;
              w2c_f50(i0);
              w2c_f134();
              i0 = w2c_f4();
              i1 = l2;
              i2 = p0;
              w2c_f27(i0, i1, i2);
              i0 = 0u;
              w2c_f50(i0);
              B104:;
              i0 = w2c_f23();
              if (i0) {goto L103;}
            w2c_f11();
          }
        }
        i0 = l1;
        i1 = 40u;
        i0 += i1;
        l1 = i0;
        goto L59;
      }
    i0 = l8;
    goto Bfunc;
  }
  i0 = w2c_f57();
  i1 = w2c_f19();
  i2 = l1;
  i2 = i32_load(memory, i2, 8u);
  l5 = i2;
  i1 *= i2;
  i0 += i1;
  i1 = p0;
  f2_0 = l11;
  w2c_f131(i0, i1, f2_0);
  i0 = l1;
  i1 = l5;
  i2 = 1u;
  i1 += i2;
  p0 = i1;
  i32_store(memory, i0, 8u, i1);
  i0 = p0;
  i1 = globals.g22;
  i0 = i0 == i1;
  if (i0) {
    i0 = globals.g22;
    i0 = w2c_f152(i0);
  } else {
    i0 = 1u;
  }
  Bfunc:;
  return i0;
}

static u32 w2c_f158(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 12u);
  l2 = i0;
  i0 = globals.g1;
  i1 = 2u;
  i2 = 0u;
  i3 = globals.g1;
  i4 = 1u;
  i3 = i3 == i4;
  i4 = globals.g59;
  i5 = globals.g45;
  i6 = 1u;
  i5 -= i6;
  i6 = 5u;
  i5 <<= (i6 & 31);
  i4 += i5;
  i4 = i32_load8_u(memory, i4, 1u);
  l1 = i4;
  i5 = 1u;
  i4 = i4 == i5;
  i3 &= i4;
  i1 = i3 ? i1 : i2;
  i2 = l1;
  i3 = 5u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  l3 = i0;
  i0 = p0;
  i1 = 0u;
  i0 = (u32)((s32)i0 >= (s32)i1);
  l1 = i0;
  if (i0) {
    i0 = p0;
    i1 = l3;
    i0 = (u32)((s32)i0 < (s32)i1);
    l1 = i0;
  }
  i0 = l1;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967287u;
    i1 = 0u;
    i2 = l3;
    i3 = p0;
    i0 = w2c_f8(i0, i1, i2, i3);
  }
  i0 = l1;
  if (i0) {
    i0 = l2;
    i1 = 0u;
    i0 = w2c_f88(i0, i1);
    i1 = 0u;
    i0 = (u32)((s32)i0 < (s32)i1);
  } else {
    i0 = 1u;
  }
  if (i0) {
    i0 = w2c_f154();
    goto Bfunc;
  }
  i0 = 0u;
  globals.g34 = i0;
  i0 = 1u;
  i1 = p0;
  i0 -= i1;
  i1 = p0;
  i2 = globals.g1;
  i3 = 1u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  globals.g100 = i0;
  i0 = l2;
  i0 = w2c_f157(i0);
  Bfunc:;
  return i0;
}

static u32 w2c_f159(u32 p0) {
  u32 l1 = 0, l2 = 0;
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f76(i0);
  i0 = w2c_f161(i0);
  l2 = i0;
  i0 = !(i0);
  if (i0) {goto B0;}
  i0 = l2;
  i0 = i32_load(memory, i0, 4u);
  l1 = i0;
  if (i0) {
    i0 = l2;
    i1 = l1;
    i1 = i32_load(memory, i1, 4u);
    i32_store(memory, i0, 4u, i1);
    goto B0;
  }
  i0 = globals.g75;
  if (i0) {
    i0 = globals.g75;
    i1 = l2;
    i1 = i32_load(memory, i1, 8u);
    i32_store(memory, i0, 8u, i1);
  } else {
    i0 = l2;
    i0 = i32_load(memory, i0, 8u);
    globals.g74 = i0;
  }
  i0 = l2;
  l1 = i0;
  B0:;
  i0 = l1;
  if (i0) {
    i0 = l1;
    goto Bfunc;
  }
  i0 = p0;
  i0 = w2c_f160(i0);
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = globals.g33;
  i1 = p0;
  i1 = w2c_f76(i1);
  i2 = globals.g33;
  i1 += i2;
  globals.g33 = i1;
  Bfunc:;
  return i0;
}

static u32 w2c_f160(u32 p0) {
  u32 i0, i1, i2, i3, i4;
  i0 = w2c_f46();
  i1 = p0;
  i0 += i1;
  i1 = globals.g55;
  i0 = i0 <= i1;
  if (i0) {
    i0 = 0u;
  } else {
    i0 = 4294967294u;
    i1 = 0u;
    i2 = p0;
    i3 = globals.g55;
    i4 = globals.g33;
    i3 -= i4;
    i0 = w2c_f8(i0, i1, i2, i3);
  }
  i0 = !(i0);
  return i0;
}

static u32 w2c_f161(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1;
  i0 = 0u;
  globals.g75 = i0;
  i0 = globals.g74;
  l1 = i0;
  L0: 
    i0 = l1;
    if (i0) {
      i0 = l1;
      i0 = i32_load(memory, i0, 0u);
      i1 = p0;
      i0 = i0 != i1;
    } else {
      i0 = 0u;
    }
    if (i0) {
      i0 = l1;
      globals.g75 = i0;
      i0 = l1;
      i0 = i32_load(memory, i0, 8u);
      l1 = i0;
      goto L0;
    }
  i0 = l1;
  return i0;
}

static u32 w2c_f162(u32 p0, u32 p1) {
  u32 i0, i1, i2, i3;
  u64 j1, j2, j3;
  i0 = p0;
  i1 = 80u;
  i0 = i0 >= i1;
  i1 = globals.g86;
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

static u32 w2c_f163(void) {
  u32 i0, i1;
  i0 = w2c_f46();
  i0 = globals.g55;
  i1 = 80u;
  i0 -= i1;
  return i0;
}

static f32 w2c_f164(f32 p0) {
  f32 l1 = 0;
  u32 i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = p0;
  f0_0 = wasm_fabsf(f0_0);
  f0_0 = -(f0_0);
  f0_0 = w2c_f30(f0_0);
  l1 = f0_0;
  f1_0 = 1;
  f2_0 = p0;
  f3_0 = 0;
  i2 = f2_0 < f3_0;
  f0_0 = i2 ? f0_0 : f1_0;
  f1_0 = l1;
  f2_0 = 1;
  f1_0 += f2_0;
  f0_0 /= f1_0;
  return f0_0;
}

static f32 w2c_f165(u32 p0) {
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

static f32 w2c_f166(f32 p0) {
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

static f32 w2c_f167(u32 p0) {
  u32 i0, i1;
  f32 f0_0;
  i0 = 0u;
  i1 = p0;
  f0_0 = w2c_f168(i0, i1);
  return f0_0;
}

static f32 w2c_f168(u32 p0, u32 p1) {
  u32 l8 = 0;
  f32 l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0, f6_0;
  i0 = globals.g0;
  f0_0 = f32_load(memory, i0, 48u);
  l4 = f0_0;
  L0: 
    i0 = l8;
    i1 = globals.g1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p1;
      i1 = l8;
      f0_0 = w2c_f0(i0, i1);
      l2 = f0_0;
      i0 = l8;
      f0_0 = w2c_f20(i0);
      l6 = f0_0;
      i0 = p0;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        f0_0 = l2;
        f0_0 = wasm_fabsf(f0_0);
        f0_0 = -(f0_0);
        f0_0 = w2c_f30(f0_0);
        l7 = f0_0;
        f1_0 = 1;
        f0_0 += f1_0;
        l5 = f0_0;
        f0_0 = l3;
        f1_0 = l2;
        f2_0 = 0;
        f1_0 = FMAX(f1_0, f2_0);
        f2_0 = l2;
        f3_0 = l6;
        f2_0 *= f3_0;
        f1_0 -= f2_0;
        f2_0 = l7;
        f3_0 = l5;
        f3_0 = w2c_f35(f3_0);
        f4_0 = l7;
        f5_0 = l5;
        f6_0 = -1;
        f5_0 += f6_0;
        f4_0 /= f5_0;
        f3_0 *= f4_0;
        f4_0 = l5;
        f5_0 = 1;
        i4 = f4_0 == f5_0;
        f2_0 = i4 ? f2_0 : f3_0;
        f1_0 += f2_0;
        f1_0 = w2c_f78(f1_0);
        f0_0 += f1_0;
        goto B2;
      }
      f0_0 = l3;
      f1_0 = l2;
      f2_0 = l6;
      f1_0 -= f2_0;
      f1_0 = w2c_f78(f1_0);
      f1_0 = wasm_fabsf(f1_0);
      l2 = f1_0;
      f0_0 += f1_0;
      f1_0 = l3;
      f2_0 = l2;
      f3_0 = 0.5;
      f2_0 *= f3_0;
      f3_0 = l2;
      f2_0 *= f3_0;
      f3_0 = l4;
      f4_0 = l2;
      f5_0 = l4;
      f6_0 = 0.5;
      f5_0 *= f6_0;
      f4_0 -= f5_0;
      f3_0 *= f4_0;
      f4_0 = l2;
      f5_0 = l4;
      i4 = f4_0 <= f5_0;
      f2_0 = i4 ? f2_0 : f3_0;
      f1_0 += f2_0;
      i2 = p0;
      i3 = 1u;
      i2 = i2 == i3;
      f0_0 = i2 ? f0_0 : f1_0;
      f1_0 = l3;
      f2_0 = l2;
      f3_0 = l2;
      f2_0 *= f3_0;
      f1_0 += f2_0;
      i2 = p0;
      f0_0 = i2 ? f0_0 : f1_0;
      B2:;
      l3 = f0_0;
      i0 = l8;
      i1 = 1u;
      i0 += i1;
      l8 = i0;
      goto L0;
    }
  f0_0 = l3;
  i1 = globals.g1;
  f1_0 = (f32)(s32)(i1);
  f0_0 /= f1_0;
  return f0_0;
}

static f32 w2c_f169(u32 p0) {
  u32 l1 = 0;
  f32 l2 = 0, l3 = 0, l4 = 0, l5 = 0;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = globals.g10;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    i1 = p0;
    i2 = globals.g1;
    f1_0 = w2c_f119(i1, i2);
    l3 = f1_0;
    f0_0 = w2c_f170(i0, f1_0);
    l4 = f0_0;
    L1: 
      i0 = l1;
      i1 = globals.g1;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = l1;
        f0_0 = w2c_f20(i0);
        l5 = f0_0;
        f1_0 = 0;
        i0 = f0_0 != f1_0;
        if (i0) {
          f0_0 = l2;
          f1_0 = l5;
          f2_0 = l4;
          i3 = p0;
          i4 = l1;
          f3_0 = w2c_f0(i3, i4);
          f4_0 = l3;
          f3_0 -= f4_0;
          f2_0 -= f3_0;
          f2_0 = w2c_f78(f2_0);
          f1_0 *= f2_0;
          f0_0 += f1_0;
          l2 = f0_0;
        }
        i0 = l1;
        i1 = 1u;
        i0 += i1;
        l1 = i0;
        goto L1;
      }
  } else {
    i0 = globals.g10;
    i1 = p0;
    f0_0 = w2c_f168(i0, i1);
    l2 = f0_0;
  }
  f0_0 = l2;
  return f0_0;
}

static f32 w2c_f170(u32 p0, f32 p1) {
  u32 l2 = 0;
  f32 l3 = 0;
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0;
  L0: 
    i0 = l2;
    i1 = globals.g1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      f0_0 = l3;
      i1 = p0;
      i2 = l2;
      f1_0 = w2c_f0(i1, i2);
      f2_0 = p1;
      f1_0 -= f2_0;
      f1_0 = w2c_f30(f1_0);
      f0_0 += f1_0;
      l3 = f0_0;
      i0 = l2;
      i1 = 1u;
      i0 += i1;
      l2 = i0;
      goto L0;
    }
  f0_0 = l3;
  f0_0 = w2c_f35(f0_0);
  return f0_0;
}

static f32 w2c_f171(f32 p0, f32 p1) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  f0_0 = p0;
  f1_0 = p1;
  f0_0 -= f1_0;
  f0_0 = w2c_f78(f0_0);
  p0 = f0_0;
  i0 = globals.g10;
  i0 = !(i0);
  if (i0) {
    f0_0 = p0;
    f1_0 = p0;
    f0_0 += f1_0;
    goto Bfunc;
  }
  i0 = globals.g10;
  i1 = 1u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = 1;
    f1_0 = -1;
    f2_0 = 0;
    f3_0 = p0;
    f4_0 = 0;
    i3 = f3_0 < f4_0;
    f1_0 = i3 ? f1_0 : f2_0;
    f2_0 = p0;
    f3_0 = 0;
    i2 = f2_0 > f3_0;
    f0_0 = i2 ? f0_0 : f1_0;
    goto Bfunc;
  }
  i0 = globals.g10;
  i1 = 2u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = p0;
    i1 = globals.g0;
    f1_0 = f32_load(memory, i1, 48u);
    f0_0 = w2c_f77(f0_0, f1_0);
    goto Bfunc;
  }
  f0_0 = p0;
  Bfunc:;
  return f0_0;
}

static f32 w2c_f172(u32 p0) {
  u32 l1 = 0, l2 = 0;
  f32 l3 = 0, l4 = 0;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  L0: 
    i0 = l1;
    i1 = globals.g1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = l1;
      i1 = l2;
      i2 = p0;
      i3 = l2;
      f2_0 = w2c_f0(i2, i3);
      i3 = p0;
      i4 = l1;
      f3_0 = w2c_f0(i3, i4);
      l4 = f3_0;
      i2 = f2_0 < f3_0;
      i0 = i2 ? i0 : i1;
      l2 = i0;
      i0 = globals.g10;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        f0_0 = l3;
        f1_0 = 0;
        f2_0 = 1;
        f3_0 = l4;
        f4_0 = 0.5;
        i3 = f3_0 >= f4_0;
        i4 = l1;
        f4_0 = w2c_f20(i4);
        f5_0 = 0.5;
        i4 = f4_0 >= f5_0;
        i3 = i3 == i4;
        f1_0 = i3 ? f1_0 : f2_0;
        f0_0 += f1_0;
      } else {
        f0_0 = l3;
        f1_0 = l4;
        i2 = l1;
        f2_0 = w2c_f20(i2);
        f1_0 -= f2_0;
        f1_0 = wasm_fabsf(f1_0);
        f0_0 += f1_0;
      }
      l3 = f0_0;
      i0 = l1;
      i1 = 1u;
      i0 += i1;
      l1 = i0;
      goto L0;
    }
  i0 = globals.g10;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    f0_0 = 0;
    f1_0 = 1;
    i2 = w2c_f99();
    i3 = l2;
    i2 = i2 == i3;
    f0_0 = i2 ? f0_0 : f1_0;
  } else {
    f0_0 = l3;
    i1 = globals.g1;
    f1_0 = (f32)(s32)(i1);
    f0_0 /= f1_0;
  }
  return f0_0;
}

static u32 w2c_f173(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, 
      l8 = 0;
  f32 l9 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1, j2, j3, j4;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = 1;
  l9 = f0_0;
  i0 = globals.g0;
  l1 = i0;
  i0 = i32_load(memory, i0, 8u);
  l2 = i0;
  j0 = globals.g70;
  i0 = (u32)(j0);
  l3 = i0;
  i0 = w2c_f159(i0);
  l0 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = 0u;
    goto Bfunc;
  }
  i0 = l1;
  i1 = l2;
  i0 += i1;
  i1 = l0;
  i0 = i0 > i1;
  i1 = l0;
  i2 = l1;
  i1 = i1 > i2;
  i0 &= i1;
  if (i0) {
    i0 = l0;
    i1 = l3;
    w2c_f112(i0, i1);
    i0 = 4294967294u;
    i1 = l1;
    i2 = 0u;
    i3 = 0u;
    i0 = w2c_f8(i0, i1, i2, i3);
    i0 = 0u;
    goto Bfunc;
  }
  i0 = l0;
  i1 = l1;
  i0 = i0 != i1;
  if (i0) {
    i0 = l0;
    i1 = l1;
    i2 = l2;
    w2c_f27(i0, i1, i2);
  }
  i0 = l0;
  w2c_f122(i0);
  i0 = globals.g9;
  i1 = 1u;
  i0 &= i1;
  if (i0) {
    i0 = 0u;
    l0 = i0;
    i0 = globals.g0;
    i1 = globals.g0;
    i1 = i32_load(memory, i1, 8u);
    i0 += i1;
    l1 = i0;
    i1 = w2c_f22();
    i2 = l1;
    i1 -= i2;
    w2c_f21(i0, i1);
    i0 = w2c_f5();
    i1 = 16u;
    i0 += i1;
    i1 = globals.g0;
    i1 = i32_load(memory, i1, 56u);
    w2c_f147(i0, i1);
    w2c_f32();
    L4: 
      i0 = globals.g17;
      i0 = !(i0);
      if (i0) {
        i0 = globals.g14;
        i1 = globals.g5;
        f1_0 = f32_load(memory, i1, 4u);
        f32_store(memory, i0, 0u, f1_0);
        i0 = globals.g14;
        f1_0 = l9;
        f32_store(memory, i0, 4u, f1_0);
        i0 = globals.g5;
        i0 = i32_load(memory, i0, 44u);
        l0 = i0;
      }
      i0 = globals.g2;
      i0 = i32_load8_u(memory, i0, 3u);
      i1 = 2u;
      i0 &= i1;
      if (i0) {
        i0 = w2c_f90();
        i1 = 1u;
        i32_store(memory, i0, 0u, i1);
      }
      i0 = globals.g6;
      i1 = 1u;
      i0 = i0 == i1;
      if (i0) {
        w2c_f185();
      }
      i0 = globals.g6;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 0u;
        l1 = i0;
        L9: 
          i0 = l1;
          i1 = globals.g3;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = w2c_f4();
            i1 = l1;
            f2_0 = l9;
            w2c_f1(i0, i1, f2_0);
            i0 = w2c_f4();
            i1 = globals.g3;
            i2 = 3u;
            i1 *= i2;
            i2 = l1;
            i1 += i2;
            f2_0 = l9;
            w2c_f1(i0, i1, f2_0);
            i0 = l1;
            i1 = 1u;
            i0 += i1;
            l1 = i0;
            goto L9;
          }
      }
      i0 = l0;
      if (i0) {
        i0 = globals.g0;
        i1 = l0;
        i0 += i1;
        i1 = w2c_f4();
        i2 = 0u;
        j2 = w2c_f24(i2);
        i2 = (u32)(j2);
        l1 = i2;
        w2c_f27(i0, i1, i2);
        i0 = l0;
        i1 = l1;
        i0 += i1;
        l0 = i0;
      }
      i0 = w2c_f31();
      if (i0) {goto L4;}
    i0 = globals.g10;
    i1 = 3u;
    i0 = i0 == i1;
    i1 = globals.g7;
    i2 = 1u;
    i1 = (u32)((s32)i1 > (s32)i2);
    i0 &= i1;
    if (i0) {
      i0 = 0u;
      l0 = i0;
      L13: 
        i0 = l0;
        i1 = globals.g7;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = w2c_f121();
          i1 = globals.g7;
          i2 = l0;
          i1 += i2;
          f2_0 = l9;
          i3 = globals.g7;
          f3_0 = (f32)(s32)(i3);
          f2_0 /= f3_0;
          w2c_f1(i0, i1, f2_0);
          i0 = l0;
          i1 = 1u;
          i0 += i1;
          l0 = i0;
          goto L13;
        }
    }
    i0 = globals.g0;
    i1 = globals.g9;
    i2 = 4294967294u;
    i1 &= i2;
    i32_store(memory, i0, 16u, i1);
    i0 = globals.g0;
    i1 = w2c_f22();
    i2 = globals.g0;
    i1 -= i2;
    i32_store(memory, i0, 8u, i1);
  }
  i0 = globals.g0;
  i0 = i32_load(memory, i0, 8u);
  i0 = w2c_f76(i0);
  i1 = globals.g0;
  i0 += i1;
  l0 = i0;
  i1 = globals.g0;
  i2 = l3;
  i1 += i2;
  i2 = l0;
  i1 -= i2;
  w2c_f21(i0, i1);
  i0 = l0;
  i1 = 88u;
  i0 += i1;
  l4 = i0;
  i1 = globals.g18;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l5 = i0;
  i1 = globals.g1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  l6 = i1;
  i0 += i1;
  l7 = i0;
  j1 = globals.g61;
  i1 = (u32)(j1);
  i0 += i1;
  l1 = i0;
  j1 = globals.g62;
  i1 = (u32)(j1);
  i0 += i1;
  l8 = i0;
  j1 = globals.g63;
  i1 = (u32)(j1);
  i0 += i1;
  l2 = i0;
  i0 = l0;
  i1 = globals.g0;
  i32_store(memory, i0, 0u, i1);
  i0 = l0;
  i1 = l3;
  i32_store(memory, i0, 8u, i1);
  i0 = l0;
  i1 = l4;
  i32_store(memory, i0, 12u, i1);
  i0 = l0;
  i1 = l5;
  i32_store(memory, i0, 16u, i1);
  i0 = l0;
  i1 = l7;
  i32_store(memory, i0, 20u, i1);
  i0 = l0;
  i1 = l2;
  j2 = globals.g64;
  i2 = (u32)(j2);
  i1 += i2;
  i2 = l1;
  i3 = l6;
  i4 = globals.g22;
  i3 *= i4;
  i2 -= i3;
  j3 = globals.g94;
  j4 = 0ull;
  i3 = j3 != j4;
  i1 = i3 ? i1 : i2;
  i32_store(memory, i0, 24u, i1);
  i0 = l0;
  i1 = l1;
  i32_store(memory, i0, 28u, i1);
  i0 = l0;
  i1 = l8;
  i32_store(memory, i0, 32u, i1);
  i0 = l0;
  i1 = l2;
  i32_store(memory, i0, 36u, i1);
  i0 = l0;
  f1_0 = l9;
  f32_store(memory, i0, 44u, f1_0);
  i0 = l0;
  Bfunc:;
  return i0;
}

static void w2c_f174(u32 p0, u32 p1, u32 p2, u32 p3, f32 p4, f32 p5, f32 p6) {
  u32 l7 = 0, l8 = 0, l9 = 0, l10 = 0, l11 = 0, l12 = 0, l13 = 0;
  f32 l14 = 0, l15 = 0, l16 = 0, l17 = 0, l18 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p0;
  i1 = p2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  l8 = i1;
  i2 = 4u;
  i3 = p3;
  i1 = i3 ? i1 : i2;
  i0 += i1;
  l10 = i0;
  i0 = p2;
  i1 = p3;
  i0 = w2c_f33(i0, i1);
  i1 = p0;
  i0 += i1;
  l9 = i0;
  i0 = 0u;
  p2 = i0;
  L0: 
    i0 = p2;
    i1 = l8;
    i0 = i0 < i1;
    if (i0) {
      i0 = p1;
      i1 = p2;
      i0 += i1;
      f0_0 = f32_load(memory, i0, 0u);
      l15 = f0_0;
      i0 = w2c_f39(f0_0);
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
          i1 = l10;
          i2 = p2;
          i3 = 0u;
          i4 = p3;
          i2 = i4 ? i2 : i3;
          l11 = i2;
          i1 += i2;
          l12 = i1;
          i1 = i32_load(memory, i1, 0u);
          l7 = i1;
          i2 = 20u;
          i1 = i1 >= i2;
          i0 &= i1;
          l13 = i0;
          i0 = l7;
          i1 = 4294967295u;
          i0 = i0 != i1;
          if (i0) {
            i0 = l12;
            i1 = l7;
            i2 = 1u;
            i1 += i2;
            i32_store(memory, i0, 0u, i1);
          }
          f0_0 = p4;
          i1 = p0;
          i2 = l11;
          i1 += i2;
          l7 = i1;
          f1_0 = f32_load(memory, i1, 0u);
          f0_0 *= f1_0;
          f1_0 = 1;
          f0_0 += f1_0;
          l16 = f0_0;
          i0 = l7;
          f1_0 = l16;
          f32_store(memory, i0, 0u, f1_0);
        }
        i0 = l8;
        i1 = l9;
        i0 += i1;
        i1 = p2;
        i0 += i1;
        f0_0 = f32_load(memory, i0, 0u);
        l17 = f0_0;
        i0 = p2;
        i1 = l9;
        i0 += i1;
        l7 = i0;
        f0_0 = f32_load(memory, i0, 0u);
        l14 = f0_0;
        i0 = l13;
        if (i0) {
          f0_0 = l14;
          f1_0 = p5;
          f2_0 = p6;
          f3_0 = l17;
          f2_0 = FMAX(f2_0, f3_0);
          f2_0 = wasm_sqrtf(f2_0);
          f1_0 *= f2_0;
          l18 = f1_0;
          f0_0 -= f1_0;
          f1_0 = l15;
          f2_0 = l14;
          f3_0 = l18;
          f2_0 += f3_0;
          f1_0 = FMIN(f1_0, f2_0);
          f0_0 = FMAX(f0_0, f1_0);
          l15 = f0_0;
        }
        i0 = l7;
        f1_0 = l14;
        f2_0 = l15;
        f3_0 = l14;
        f2_0 -= f3_0;
        l14 = f2_0;
        f3_0 = l16;
        f2_0 /= f3_0;
        f1_0 += f2_0;
        l18 = f1_0;
        f32_store(memory, i0, 0u, f1_0);
        i0 = l8;
        i1 = l9;
        i0 += i1;
        i1 = p2;
        i0 += i1;
        f1_0 = l17;
        f2_0 = l14;
        f3_0 = l15;
        f4_0 = l18;
        f3_0 -= f4_0;
        f2_0 *= f3_0;
        f3_0 = l17;
        f2_0 -= f3_0;
        f3_0 = l16;
        f2_0 /= f3_0;
        f1_0 += f2_0;
        f1_0 = w2c_f52(f1_0);
        f32_store(memory, i0, 0u, f1_0);
      }
      i0 = p2;
      i1 = 4u;
      i0 += i1;
      p2 = i0;
      goto L0;
    }
}

static void w2c_f175(u32 p0) {
  u32 l1 = 0;
  u32 i0, i1, i2, i3;
  f32 f2_0;
  i0 = globals.g51;
  i1 = 1u;
  i2 = globals.g3;
  i1 = w2c_f36(i1, i2);
  w2c_f21(i0, i1);
  L0: 
    i0 = l1;
    i1 = globals.g11;
    i0 = i0 < i1;
    if (i0) {
      i0 = globals.g51;
      i1 = globals.g23;
      i2 = l1;
      i3 = globals.g46;
      i2 *= i3;
      i1 += i2;
      i2 = l1;
      i3 = globals.g8;
      i2 = w2c_f36(i2, i3);
      i3 = globals.g13;
      i2 += i3;
      i3 = p0;
      f2_0 = w2c_f0(i2, i3);
      i3 = globals.g3;
      w2c_f55(i0, i1, f2_0, i3);
      i0 = l1;
      i1 = 1u;
      i0 += i1;
      l1 = i0;
      goto L0;
    }
}

static f32 w2c_f176(u32 p0) {
  u32 i0, i1, i2;
  f32 f0_0;
  i0 = globals.g13;
  i1 = p0;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  i1 = 1u;
  i2 = globals.g8;
  i1 = w2c_f36(i1, i2);
  f0_0 = w2c_f123(i0, i1);
  return f0_0;
}

static u32 w2c_output_size(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = globals.g1;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_f178(void) {
  u32 i0, i1;
  i0 = w2c_f5();
  i1 = 32u;
  i0 += i1;
  return i0;
}

static u32 w2c_f179(void) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = 0u;
  i1 = globals.g0;
  i2 = 12u;
  i0 = w2c_f191(i0, i1, i2);
  i1 = globals.g0;
  i2 = 16u;
  i1 += i2;
  i2 = globals.g0;
  i2 = i32_load(memory, i2, 8u);
  i3 = 16u;
  i2 -= i3;
  i0 = w2c_f191(i0, i1, i2);
  return i0;
}

static void w2c_f180(void) {
  u32 l0 = 0;
  MEMORY;
  u32 i0, i1;
  i0 = globals.g0;
  i0 = i32_load16_u(memory, i0, 36u);
  globals.g7 = i0;
  i0 = w2c_f85();
  l0 = i0;
  L0: 
    i0 = w2c_f49();
    i1 = l0;
    i0 = i0 > i1;
    if (i0) {
      i0 = l0;
      i0 = i32_load(memory, i0, 40u);
      if (i0) {
        i0 = globals.g7;
        i1 = 1u;
        i0 += i1;
        globals.g7 = i0;
      }
      i0 = l0;
      i1 = 48u;
      i0 += i1;
      l0 = i0;
      goto L0;
    }
}

static u32 w2c_f181(void) {
  MEMORY;
  u32 i0, i1;
  i0 = w2c_f58();
  if (i0) {
    i0 = globals.g0;
    i1 = w2c_f56();
    i1 = i32_load(memory, i1, 8u);
    i0 += i1;
    goto Bfunc;
  }
  i0 = globals.g22;
  i1 = 1u;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = w2c_f57();
  } else {
    i0 = w2c_f22();
  }
  Bfunc:;
  return i0;
}

static void w2c_f182(u32 p0, f32 p1, f32 p2) {
  MEMORY;
  u32 i0;
  f32 f0_0, f1_0, f2_0;
  f0_0 = p1;
  f1_0 = p2;
  f2_0 = p1;
  f1_0 -= f2_0;
  f2_0 = 0.00999999978;
  f1_0 *= f2_0;
  f0_0 += f1_0;
  p1 = f0_0;
  f1_0 = p1;
  f0_0 -= f1_0;
  f1_0 = 0;
  i0 = f0_0 == f1_0;
  if (i0) {
    i0 = p0;
    f1_0 = p1;
    f32_store(memory, i0, 0u, f1_0);
  }
}

static u32 w2c_f183(u32 p0, u32 p1) {
  u32 l6 = 0;
  f32 l2 = 0, l3 = 0, l4 = 0, l5 = 0;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  f0_0 = 0;
  f1_0 = -9.99999984e+17;
  i2 = w2c_f47();
  f0_0 = i2 ? f0_0 : f1_0;
  l3 = f0_0;
  f0_0 = 1.00001001;
  f1_0 = 1;
  f2_0 = 9.99999984e+17;
  i3 = w2c_f47();
  f1_0 = i3 ? f1_0 : f2_0;
  i2 = globals.g10;
  i3 = 3u;
  i2 = i2 == i3;
  f0_0 = i2 ? f0_0 : f1_0;
  l5 = f0_0;
  L0: 
    i0 = p1;
    i1 = l6;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l6;
      f0_0 = w2c_f0(i0, i1);
      l2 = f0_0;
      i0 = w2c_f39(f0_0);
      i1 = 0u;
      f2_0 = l2;
      f3_0 = l5;
      i2 = f2_0 <= f3_0;
      f3_0 = l2;
      f4_0 = l3;
      i3 = f3_0 >= f4_0;
      i2 &= i3;
      i0 = i2 ? i0 : i1;
      i0 = !(i0);
      if (i0) {
        i0 = globals.g18;
        i1 = l6;
        i0 += i1;
        f1_0 = l2;
        f2_0 = l3;
        f3_0 = l5;
        f4_0 = l2;
        f5_0 = l3;
        i4 = f4_0 < f5_0;
        f2_0 = i4 ? f2_0 : f3_0;
        i0 = w2c_f87(i0, f1_0, f2_0);
        goto Bfunc;
      }
      f0_0 = l4;
      f1_0 = l2;
      f0_0 += f1_0;
      l4 = f0_0;
      i0 = l6;
      i1 = 1u;
      i0 += i1;
      l6 = i0;
      goto L0;
    }
  f0_0 = l4;
  f1_0 = -1;
  f0_0 += f1_0;
  f0_0 = wasm_fabsf(f0_0);
  f1_0 = 9.99999975e-06;
  i0 = f0_0 <= f1_0;
  i0 = !(i0);
  i1 = globals.g10;
  i2 = 3u;
  i1 = i1 == i2;
  i0 &= i1;
  if (i0) {
    i0 = globals.g18;
    i1 = p1;
    i0 += i1;
    f1_0 = l4;
    f2_0 = 1;
    i0 = w2c_f87(i0, f1_0, f2_0);
  } else {
    i0 = 0u;
  }
  Bfunc:;
  return i0;
}

static u32 w2c_f184(f32 p0) {
  u32 i0, i1, i2;
  f32 f0_0, f1_0, f2_0, f3_0;
  f0_0 = p0;
  i0 = w2c_f39(f0_0);
  i1 = 0u;
  f2_0 = p0;
  f3_0 = 0;
  i2 = f2_0 >= f3_0;
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = 0u;
  } else {
    i0 = 4294967295u;
    f1_0 = p0;
    f2_0 = 9.99999984e+17;
    i0 = w2c_f87(i0, f1_0, f2_0);
  }
  return i0;
}

static void w2c_f185(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
  f32 l8 = 0, l9 = 0, l10 = 0, l11 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  f0_0 = 2;
  l11 = f0_0;
  i0 = globals.g2;
  i0 = i32_load8_u(memory, i0, 2u);
  l0 = i0;
  i0 = w2c_f5();
  i1 = 16u;
  i0 += i1;
  l2 = i0;
  i0 = w2c_f4();
  l1 = i0;
  i0 = l1;
  i1 = globals.g3;
  l5 = i1;
  i2 = globals.g8;
  l4 = i2;
  i1 *= i2;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l6 = i0;
  i1 = l4;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i2 = 0u;
  i3 = w2c_f43();
  i1 = i3 ? i1 : i2;
  i0 += i1;
  l7 = i0;
  i0 = l0;
  i1 = 2u;
  i0 = i0 == i1;
  l3 = i0;
  i0 = !(i0);
  if (i0) {
    i0 = l0;
    i1 = 4u;
    i0 = i0 == i1;
    l3 = i0;
  }
  f0_0 = l11;
  f1_0 = 6;
  i2 = l3;
  f0_0 = i2 ? f0_0 : f1_0;
  f1_0 = 1;
  i2 = l0;
  f0_0 = i2 ? f0_0 : f1_0;
  i1 = l5;
  f1_0 = (f32)(s32)(i1);
  i2 = l4;
  f2_0 = (f32)(s32)(i2);
  f3_0 = 0;
  i4 = l0;
  i5 = 3u;
  i4 = i4 >= i5;
  f2_0 = i4 ? f2_0 : f3_0;
  f1_0 += f2_0;
  f0_0 /= f1_0;
  f0_0 = wasm_sqrtf(f0_0);
  l10 = f0_0;
  L1: 
    i0 = l1;
    i1 = l7;
    i0 = i0 < i1;
    if (i0) {
      i0 = l1;
      i1 = l0;
      i1 = !(i1);
      i2 = l1;
      i3 = l6;
      i2 = i2 < i3;
      i1 |= i2;
      i2 = l0;
      i3 = 5u;
      i2 = i2 != i3;
      i1 &= i2;
      if (i1) {
        f1_0 = l10;
        i2 = l3;
        if (i2) {
          L5: 
            i2 = l2;
            f2_0 = w2c_f29(i2);
            f3_0 = l11;
            f2_0 *= f3_0;
            f3_0 = -1;
            f2_0 += f3_0;
            l9 = f2_0;
            f3_0 = l9;
            f2_0 *= f3_0;
            i3 = l2;
            f3_0 = w2c_f29(i3);
            f4_0 = l11;
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
          f2_0 = l9;
          f3_0 = l8;
          f3_0 = w2c_f35(f3_0);
          f4_0 = -2;
          f3_0 *= f4_0;
          f4_0 = l8;
          f3_0 /= f4_0;
          f3_0 = wasm_sqrtf(f3_0);
          f2_0 *= f3_0;
        } else {
          i2 = l2;
          f2_0 = w2c_f29(i2);
          f3_0 = l11;
          f2_0 *= f3_0;
          f3_0 = -1;
          f2_0 += f3_0;
        }
        f1_0 *= f2_0;
      } else {
        f1_0 = 0;
      }
      f32_store(memory, i0, 0u, f1_0);
      i0 = l1;
      i1 = 4u;
      i0 += i1;
      l1 = i0;
      goto L1;
    }
}

static void w2c_f186(void) {
  u32 i0;
  w2c_f15();
  L0: 
    i0 = w2c_f16();
    i0 = !(i0);
    if (i0) {
      w2c_f40();
      goto L0;
    }
}

static u32 w2c_f187(void) {
  u32 i0, i1, i2;
  i0 = w2c_f83();
  i1 = globals.g14;
  i2 = 32u;
  i1 += i2;
  i0 = i0 == i1;
  return i0;
}

static void w2c_f188(void) {
  u32 l0 = 0, l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = 0u;
  globals.g26 = i0;
  i0 = globals.g9;
  i1 = 4u;
  i0 &= i1;
  i0 = !(i0);
  if (i0) {
    goto Bfunc;
  }
  i0 = w2c_f83();
  i1 = globals.g0;
  i1 = i32_load16_u(memory, i1, 42u);
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  globals.g26 = i0;
  w2c_f32();
  L1: 
    i0 = globals.g6;
    i1 = 4u;
    i0 = i0 == i1;
    if (i0) {
      i0 = globals.g26;
      l0 = i0;
      i1 = w2c_f4();
      i2 = globals.g3;
      i3 = globals.g25;
      i2 = w2c_f97(i2, i3);
      i1 += i2;
      l1 = i1;
      i2 = l0;
      i3 = l1;
      i2 = i2 > i3;
      i0 = i2 ? i0 : i1;
      globals.g26 = i0;
    }
    i0 = w2c_f31();
    if (i0) {goto L1;}
  Bfunc:;
}

static void w2c_f189(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  globals.g4 = i0;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 0u);
  w2c_f122(i0);
  w2c_f180();
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 24u);
  globals.g21 = i0;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 32u);
  globals.g51 = i0;
  i0 = globals.g4;
  i0 = i32_load(memory, i0, 36u);
  globals.g87 = i0;
  w2c_f188();
  w2c_f11();
}

static void w2c_f190(void) {
  MEMORY;
  u32 i0;
  i0 = globals.g5;
  i0 = i32_load16_u(memory, i0, 0u);
  globals.g45 = i0;
  i0 = 0u;
  globals.g77 = i0;
}

static u32 w2c_f191(u32 p0, u32 p1, u32 p2) {
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

static void w2c_f192(u32 p0) {
  u32 l1 = 0, l2 = 0;
  f32 l3 = 0, l4 = 0, l5 = 0;
  u32 i0, i1, i2, i3, i4, i5, i6, i7;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  i0 = p0;
  i1 = 1u;
  i1 = w2c_f13(i1);
  w2c_f21(i0, i1);
  L0: 
    i0 = l2;
    i1 = globals.g7;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      f0_0 = l3;
      i1 = 0u;
      i2 = globals.g7;
      i3 = l2;
      f1_0 = w2c_f63(i1, i2, i3);
      l4 = f1_0;
      f0_0 += f1_0;
      l3 = f0_0;
      i0 = 0u;
      l1 = i0;
      L2: 
        i0 = l1;
        i1 = globals.g1;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = p0;
          i1 = l1;
          i2 = p0;
          i3 = l1;
          f2_0 = w2c_f0(i2, i3);
          f3_0 = l4;
          i4 = l2;
          i4 = w2c_f13(i4);
          i5 = globals.g41;
          i4 += i5;
          i5 = l1;
          f4_0 = w2c_f0(i4, i5);
          l5 = f4_0;
          f4_0 = w2c_f30(f4_0);
          f5_0 = l5;
          i6 = globals.g10;
          i7 = 3u;
          i6 = i6 == i7;
          f4_0 = i6 ? f4_0 : f5_0;
          f3_0 *= f4_0;
          f2_0 += f3_0;
          w2c_f1(i0, i1, f2_0);
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
  i0 = p0;
  i1 = globals.g1;
  f2_0 = l3;
  w2c_f120(i0, i1, f2_0);
}

static void w2c_f193(u32 p0) {
  u32 l1 = 0;
  f32 l2 = 0, l3 = 0;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  i1 = p0;
  i2 = globals.g1;
  f1_0 = w2c_f119(i1, i2);
  l2 = f1_0;
  f0_0 = w2c_f170(i0, f1_0);
  l3 = f0_0;
  L0: 
    i0 = l1;
    i1 = globals.g1;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = p0;
      i1 = l1;
      i2 = p0;
      i3 = l1;
      f2_0 = w2c_f0(i2, i3);
      f3_0 = l2;
      f2_0 -= f3_0;
      f3_0 = l3;
      f2_0 -= f3_0;
      f3_0 = -9;
      f2_0 = FMAX(f2_0, f3_0);
      w2c_f1(i0, i1, f2_0);
      i0 = l1;
      i1 = 1u;
      i0 += i1;
      l1 = i0;
      goto L0;
    }
}

static void w2c_f194(void) {
  u32 i0, i1;
  i0 = w2c_f84();
  globals.g68 = i0;
  i0 = w2c_f121();
  globals.g36 = i0;
  i0 = 1u;
  i0 = w2c_f13(i0);
  i1 = globals.g21;
  i0 += i1;
  globals.g41 = i0;
}

static void w2c_f195(u32 p0, u32 p1, u32 p2) {
  u32 i0, i1, i2, i3, i4, i5;
  f32 f2_0;
  i0 = p2;
  w2c_f50(i0);
  i0 = p0;
  i1 = 0u;
  i2 = 1u;
  i3 = 0u;
  i4 = globals.g10;
  i5 = 3u;
  i4 = i4 == i5;
  i5 = 0u;
  w2c_f108(i0, i1, i2, i3, i4, i5);
  i0 = p1;
  i0 = w2c_f13(i0);
  i1 = globals.g41;
  i0 += i1;
  p0 = i0;
  i1 = globals.g20;
  i2 = 1u;
  i2 = w2c_f13(i2);
  w2c_f27(i0, i1, i2);
  i0 = 0u;
  w2c_f50(i0);
  i0 = p0;
  i1 = globals.g1;
  f2_0 = INFINITY;
  i0 = w2c_f53(i0, i1, f2_0);
  i1 = globals.g1;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = p0;
    i1 = 1u;
    i1 = w2c_f13(i1);
    w2c_f21(i0, i1);
  } else {
    i0 = globals.g83;
    i1 = 1u;
    i0 += i1;
    globals.g83 = i0;
  }
  i0 = globals.g10;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    w2c_f193(i0);
  }
}

static void w2c_f196(u32 p0) {
  u32 l1 = 0;
  u32 i0, i1, i2;
  u64 j1;
  i0 = p0;
  i1 = 0u;
  j1 = w2c_f24(i1);
  i1 = (u32)(j1);
  i2 = 2u;
  i1 >>= (i2 & 31);
  l1 = i1;
  w2c_f67(i0, i1);
  i0 = globals.g6;
  i1 = 3u;
  i0 = i0 == i1;
  if (i0) {
    i0 = p0;
    i1 = l1;
    i2 = 3u;
    i1 *= i2;
    i0 += i1;
    i1 = l1;
    i2 = 2u;
    i1 >>= (i2 & 31);
    w2c_f95(i0, i1);
  }
}

static u32 w2c_f197(u32 p0) {
  u32 l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, l8 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  u64 j0, j1;
  f32 f0_0, f1_0;
  i0 = p0;
  i1 = w2c_f5();
  i0 -= i1;
  globals.g43 = i0;
  i0 = 4294967285u;
  i1 = p0;
  w2c_f202(i0, i1);
  i0 = 8u;
  i1 = 0u;
  i2 = globals.g22;
  i3 = 1u;
  i2 -= i3;
  w2c_f3(i0, i1, i2);
  i0 = 12u;
  i1 = 0u;
  i2 = 0u;
  w2c_f3(i0, i1, i2);
  i0 = p0;
  j0 = i64_load(memory, i0, 16u);
  i1 = p0;
  j1 = i64_load(memory, i1, 24u);
  j0 |= j1;
  i0 = !(j0);
  if (i0) {
    i0 = 16u;
    i1 = 1u;
    i2 = 1u;
    w2c_f3(i0, i1, i2);
  }
  w2c_f188();
  w2c_f32();
  L1: 
    i0 = globals.g17;
    i0 = !(i0);
    if (i0) {
      i0 = globals.g14;
      i1 = globals.g43;
      i0 += i1;
      globals.g12 = i0;
      i0 = 0u;
      i1 = 1u;
      i2 = 4u;
      w2c_f2(i0, i1, i2);
      i0 = 4u;
      i1 = 1u;
      i2 = 0u;
      w2c_f2(i0, i1, i2);
      i0 = 8u;
      i1 = 1u;
      i2 = 0u;
      w2c_f2(i0, i1, i2);
      i0 = 12u;
      i1 = 1u;
      i2 = 0u;
      w2c_f2(i0, i1, i2);
      i0 = globals.g5;
      i0 = i32_load(memory, i0, 44u);
      if (i0) {
        i0 = globals.g5;
        i1 = 44u;
        i0 = w2c_f64(i0, i1);
      } else {
        i0 = 0u;
      }
      globals.g71 = i0;
    }
    i0 = globals.g2;
    i1 = 8u;
    i0 = w2c_f64(i0, i1);
    l1 = i0;
    i0 = w2c_f90();
    i1 = globals.g43;
    i0 += i1;
    globals.g12 = i0;
    i0 = 0u;
    i1 = 0u;
    i2 = w2c_f91();
    i2 = !(i2);
    i2 = !(i2);
    w2c_f3(i0, i1, i2);
    i0 = globals.g6;
    i1 = 4u;
    i0 = i0 == i1;
    if (i0) {
      i0 = l1;
      i1 = globals.g3;
      i2 = globals.g25;
      w2c_f198(i0, i1, i2);
    }
    i0 = w2c_f91();
    i0 = !(i0);
    if (i0) {goto B5;}
    i0 = l1;
    w2c_f196(i0);
    i0 = globals.g71;
    if (i0) {
      i0 = globals.g71;
      w2c_f196(i0);
      i0 = globals.g71;
      i1 = 0u;
      j1 = w2c_f24(i1);
      i1 = (u32)(j1);
      i0 += i1;
      globals.g71 = i0;
    }
    i0 = globals.g5;
    i0 = i32_load8_u(memory, i0, 2u);
    l1 = i0;
    i0 = !(i0);
    if (i0) {goto B5;}
    i0 = globals.g2;
    i1 = 12u;
    i0 = w2c_f64(i0, i1);
    l2 = i0;
    i1 = 1u;
    j1 = w2c_f24(i1);
    i1 = (u32)(j1);
    l3 = i1;
    i2 = 2u;
    i1 >>= (i2 & 31);
    l5 = i1;
    w2c_f67(i0, i1);
    i0 = l1;
    i1 = 3u;
    i0 = i0 >= i1;
    if (i0) {
      i0 = l2;
      i1 = l3;
      i0 += i1;
      i1 = l2;
      i2 = l1;
      i3 = 5u;
      i2 = i2 == i3;
      i0 = i2 ? i0 : i1;
      i1 = l5;
      w2c_f95(i0, i1);
    }
    B5:;
    i0 = w2c_f31();
    if (i0) {goto L1;}
  i0 = globals.g26;
  if (i0) {
    i0 = globals.g26;
    i1 = globals.g43;
    i0 += i1;
    i1 = globals.g1;
    i2 = 0u;
    w2c_f198(i0, i1, i2);
  }
  i0 = globals.g7;
  i1 = 1u;
  i0 = (u32)((s32)i0 > (s32)i1);
  if (i0) {
    i0 = w2c_f121();
    i1 = globals.g43;
    i0 += i1;
    i1 = globals.g7;
    i2 = 1u;
    i1 <<= (i2 & 31);
    i2 = 2u;
    i1 += i2;
    i2 = globals.g7;
    i3 = globals.g10;
    i4 = 3u;
    i3 = i3 == i4;
    i1 = i3 ? i1 : i2;
    w2c_f67(i0, i1);
  }
  i0 = w2c_f37();
  l1 = i0;
  L10: 
    i0 = w2c_f38();
    i1 = l1;
    i0 = i0 > i1;
    if (i0) {
      i0 = l1;
      i1 = 36u;
      i0 = w2c_f64(i0, i1);
      l2 = i0;
      i1 = 12u;
      i0 += i1;
      i1 = l1;
      i1 = w2c_f103(i1);
      i2 = 2u;
      i1 >>= (i2 & 31);
      w2c_f67(i0, i1);
      i0 = l2;
      i0 = i32_load(memory, i0, 0u);
      i1 = 2u;
      i0 = i0 > i1;
      if (i0) {
        i0 = 1u;
      } else {
        i0 = l2;
        i0 = i32_load(memory, i0, 8u);
        i1 = l1;
        i1 = i32_load(memory, i1, 32u);
        i0 = i0 > i1;
      }
      if (i0) {
        i0 = 0u;
      } else {
        i0 = l1;
        i0 = i32_load8_u(memory, i0, 0u);
        i1 = 3u;
        i0 = i0 != i1;
        if (i0) {
          i0 = 1u;
        } else {
          i0 = l1;
          i1 = l2;
          i2 = 12u;
          i1 += i2;
          w2c_f145(i0, i1);
          i0 = 0u;
          l3 = i0;
          L16: 
            i0 = l3;
            i1 = globals.g40;
            i0 = i0 < i1;
            if (i0) {
              i0 = 0u;
              i1 = l3;
              i1 = w2c_f28(i1);
              i2 = 5u;
              i1 = i1 > i2;
              if (i1) {goto B15;}
              i0 = l3;
              i1 = 1u;
              i0 += i1;
              l3 = i0;
              goto L16;
            }
          i0 = 1u;
          B15:;
        }
      }
      i0 = !(i0);
      if (i0) {
        i0 = l2;
        w2c_f51(i0);
      }
      i0 = l1;
      i1 = 40u;
      i0 += i1;
      l1 = i0;
      goto L10;
    }
  i0 = w2c_f101();
  i1 = globals.g43;
  i0 += i1;
  l2 = i0;
  i0 = globals.g9;
  i1 = 8u;
  i0 &= i1;
  if (i0) {
    i0 = 0u;
    l1 = i0;
    i0 = l2;
    i0 = w2c_f102(i0);
    i0 = w2c_f100(i0);
    l3 = i0;
    i1 = 0u;
    i2 = l3;
    i3 = 0u;
    i2 = (u32)((s32)i2 > (s32)i3);
    i0 = i2 ? i0 : i1;
    l3 = i0;
    L21: 
      i0 = l1;
      i1 = 5u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = globals.g19;
        i1 = l1;
        f0_0 = w2c_f0(i0, i1);
        f0_0 = wasm_fabsf(f0_0);
        f1_0 = INFINITY;
        i0 = f0_0 < f1_0;
        if (i0) {
          i0 = globals.g24;
          i1 = l1;
          f0_0 = w2c_f0(i0, i1);
          f1_0 = 0;
          i0 = f0_0 >= f1_0;
          if (i0) {
            i0 = globals.g24;
            i1 = l1;
            f0_0 = w2c_f0(i0, i1);
            i1 = l3;
            f1_0 = (f32)(s32)(i1);
            i0 = f0_0 <= f1_0;
          } else {
            i0 = 0u;
          }
        } else {
          i0 = 0u;
        }
        i0 = !(i0);
        if (i0) {goto B20;}
        i0 = l1;
        i0 = !(i0);
        i1 = l3;
        i2 = 5u;
        i1 = (u32)((s32)i1 < (s32)i2);
        i0 |= i1;
        i0 = !(i0);
        if (i0) {
          i0 = globals.g19;
          i1 = l1;
          f0_0 = w2c_f0(i0, i1);
          i1 = globals.g19;
          i2 = l1;
          i3 = 1u;
          i2 -= i3;
          f1_0 = w2c_f0(i1, i2);
          i0 = f0_0 < f1_0;
          if (i0) {
            i0 = 1u;
          } else {
            i0 = globals.g24;
            i1 = l1;
            f0_0 = w2c_f0(i0, i1);
            i1 = globals.g24;
            i2 = l1;
            i3 = 1u;
            i2 -= i3;
            f1_0 = w2c_f0(i1, i2);
            i0 = f0_0 <= f1_0;
          }
          if (i0) {goto B20;}
        }
        i0 = l1;
        i1 = 1u;
        i0 += i1;
        l1 = i0;
        goto L21;
      }
    i0 = 1u;
    l4 = i0;
    B20:;
  } else {
    i0 = 1u;
    l4 = i0;
  }
  i0 = l4;
  i0 = !(i0);
  if (i0) {
    i0 = l2;
    w2c_f51(i0);
  }
  i0 = w2c_f58();
  if (i0) {
    i0 = 0u;
    p0 = i0;
    i0 = globals.g1;
    i1 = 1u;
    i2 = w2c_f56();
    l2 = i2;
    i2 = i32_load(memory, i2, 4u);
    i3 = 1u;
    i2 = i2 == i3;
    l7 = i2;
    i0 = i2 ? i0 : i1;
    l3 = i0;
    i0 = l2;
    i0 = i32_load(memory, i0, 0u);
    i1 = l3;
    i0 = DIV_U(i0, i1);
    l1 = i0;
    i0 = l2;
    i1 = 8u;
    i0 = w2c_f64(i0, i1);
    l8 = i0;
    i1 = l3;
    i2 = 3u;
    i1 <<= (i2 & 31);
    i0 += i1;
    l4 = i0;
    L29: 
      i0 = p0;
      i1 = l3;
      i0 = i0 < i1;
      if (i0) {
        i0 = l8;
        i1 = p0;
        i2 = 3u;
        i1 <<= (i2 & 31);
        i0 += i1;
        l5 = i0;
        i0 = i32_load(memory, i0, 0u);
        l6 = i0;
        i0 = l5;
        i0 = i32_load(memory, i0, 4u);
        l2 = i0;
        i0 = l5;
        globals.g12 = i0;
        i0 = 4u;
        i1 = 0u;
        i2 = l1;
        w2c_f3(i0, i1, i2);
        i0 = l2;
        i1 = l6;
        i0 = i0 <= i1;
        i1 = l2;
        i2 = l6;
        i1 = i1 == i2;
        i2 = l1;
        i3 = l2;
        i2 = i2 == i3;
        i1 |= i2;
        i2 = l1;
        i3 = l6;
        i2 = i2 > i3;
        i1 &= i2;
        i2 = l7;
        i0 = i2 ? i0 : i1;
        i0 = !(i0);
        if (i0) {
          i0 = l5;
          w2c_f51(i0);
        }
        i0 = l4;
        i1 = l2;
        w2c_f199(i0, i1);
        i0 = p0;
        i1 = 1u;
        i0 += i1;
        p0 = i0;
        i0 = l4;
        i1 = w2c_f19();
        i2 = l1;
        i1 *= i2;
        i0 += i1;
        l4 = i0;
        goto L29;
      }
  } else {
    i0 = globals.g22;
    i1 = 1u;
    i0 = (u32)((s32)i0 > (s32)i1);
    if (i0) {
      i0 = w2c_f57();
      i1 = globals.g43;
      i0 += i1;
      i1 = p0;
      i1 = i32_load(memory, i1, 8u);
      w2c_f199(i0, i1);
    }
  }
  i0 = globals.g16;
  return i0;
}

static void w2c_f198(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0, l4 = 0;
  u32 i0, i1, i2, i3;
  f32 f2_0;
  i0 = p1;
  i1 = p2;
  i0 = w2c_f33(i0, i1);
  i1 = p0;
  i0 += i1;
  l4 = i0;
  i1 = p1;
  i2 = 2u;
  i1 <<= (i2 & 31);
  i0 += i1;
  l3 = i0;
  i0 = p0;
  i1 = p1;
  i2 = 1u;
  i3 = p2;
  i1 = i3 ? i1 : i2;
  p2 = i1;
  w2c_f67(i0, i1);
  i0 = p0;
  i1 = p2;
  w2c_f95(i0, i1);
  i0 = l4;
  i1 = p1;
  f2_0 = 9.99999984e+17;
  w2c_f130(i0, i1, f2_0);
  i0 = l3;
  i1 = p1;
  f2_0 = 3.99999985e+36;
  w2c_f130(i0, i1, f2_0);
  i0 = l3;
  i1 = p1;
  w2c_f95(i0, i1);
}

static void w2c_f199(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0;
  MEMORY;
  u32 i0, i1, i2;
  f32 f0_0;
  L0: 
    i0 = globals.g16;
    i1 = 1u;
    i2 = p1;
    i0 = i2 ? i0 : i1;
    i0 = !(i0);
    if (i0) {
      i0 = p0;
      i1 = globals.g18;
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l2 = i0;
      i1 = w2c_f48();
      i2 = 2u;
      i1 <<= (i2 & 31);
      i0 += i1;
      l3 = i0;
      i0 = p0;
      i1 = 1u;
      i0 = w2c_f88(i0, i1);
      i1 = 0u;
      i0 = (u32)((s32)i0 < (s32)i1);
      if (i0) {
        i0 = p0;
        w2c_f51(i0);
      } else {
        i0 = l2;
        i1 = w2c_f48();
        i0 = w2c_f183(i0, i1);
        i1 = 0u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l2;
          w2c_f51(i0);
        } else {
          i0 = l3;
          f0_0 = f32_load(memory, i0, 0u);
          i0 = w2c_f184(f0_0);
          i1 = 0u;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            i0 = l3;
            w2c_f51(i0);
          }
        }
      }
      i0 = p1;
      i1 = 1u;
      i0 -= i1;
      p1 = i0;
      i0 = w2c_f19();
      i1 = p0;
      i0 += i1;
      p0 = i0;
      goto L0;
    }
}

static void w2c_f200(u64 p0) {
  u32 i0, i1, i2, i3, i4;
  u64 j2, j3, j4, j5;
  i0 = globals.g16;
  i0 = !(i0);
  if (i0) {
    i0 = 4294967294u;
    i1 = 0u;
    j2 = 4294967295ull;
    j3 = p0;
    j4 = p0;
    j5 = 4294967295ull;
    i4 = j4 >= j5;
    j2 = i4 ? j2 : j3;
    i2 = (u32)(j2);
    i3 = 2147418112u;
    i0 = w2c_f8(i0, i1, i2, i3);
    globals.g16 = i0;
  }
}

static void w2c_f201(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i1 = 0u;
  i0 = i0 != i1;
  globals.g99 = i0;
}

static void w2c_f202(u32 p0, u32 p1) {
  u32 i0;
  i0 = 0u;
  globals.g16 = i0;
  i0 = p0;
  globals.g28 = i0;
  i0 = p1;
  globals.g76 = i0;
  i0 = p1;
  globals.g12 = i0;
}

static f32 w2c_f203(u32 p0, f32 p1, f32 p2, f32 p3) {
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

static u32 w2c_f204(u32 p0) {
  u32 i0, i1, i2;
  i0 = p0;
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
  return i0;
}

static u32 w2c_target_size(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_output_size(i0);
  return i0;
}

static u32 w2c_target(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = globals.g4;
    i0 = i32_load(memory, i0, 16u);
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_state_size(u32 p0) {
  u32 i0, i1;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f22();
    i1 = w2c_f5();
    i0 -= i1;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_state(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f5();
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_set(u32 p0, u32 p1, f32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  f32 f0_0, f1_0, f2_0, f3_0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = p1;
    i1 = 8u;
    i2 = 2u;
    i3 = 0u;
    i0 = w2c_f113(i0, i1, i2, i3);
    if (i0) {
      i0 = globals.g31;
      i1 = 2u;
      i0 = i0 == i1;
      if (i0) {
        f0_0 = p2;
        i0 = w2c_f184(f0_0);
        p0 = i0;
        i0 = !(i0);
        if (i0) {
          i0 = globals.g4;
          f1_0 = p2;
          f32_store(memory, i0, 44u, f1_0);
        }
        i0 = p0;
        goto B1;
      }
      i0 = globals.g31;
      i1 = 1u;
      i0 = i0 == i1;
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
          i0 = w2c_f60(i0, i1, f2_0, f3_0);
          goto B1;
        }
        i0 = globals.g14;
        f1_0 = p2;
        f32_store(memory, i0, 0u, f1_0);
        i0 = 0u;
        goto B1;
      }
      i0 = w2c_f91();
      i1 = 0u;
      i2 = globals.g31;
      i3 = 3u;
      i2 = i2 == i3;
      i0 = i2 ? i0 : i1;
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
          i0 = w2c_f60(i0, i1, f2_0, f3_0);
          goto B1;
        }
        i0 = w2c_f90();
        f1_0 = p2;
        i1 = I32_TRUNC_U_F32(f1_0);
        i32_store(memory, i0, 0u, i1);
        i0 = 0u;
        goto B1;
      }
    }
    i0 = 4294967286u;
    i1 = p1;
    i2 = 0u;
    i3 = p1;
    i0 = w2c_f8(i0, i1, i2, i3);
    B1:;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_selftest(void) {
  u32 l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0, 
      l8 = 0, l9 = 0, l10 = 0, l11 = 0, l12 = 0, l13 = 0, l14 = 0;
  f32 l15 = 0, l16 = 0, l17 = 0, l18 = 0, l19 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4, i5, i6, i7;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0, f5_0;
  f0_0 = 0.5;
  l16 = f0_0;
  f0_0 = 0.899999976;
  l17 = f0_0;
  f0_0 = 0.100000001;
  l18 = f0_0;
  f0_0 = 0;
  l19 = f0_0;
  i0 = 16384u;
  i0 = w2c_f160(i0);
  i0 = !(i0);
  if (i0) {goto B0;}
  i0 = 0u;
  globals.g15 = i0;
  i0 = w2c_f46();
  i1 = 16368u;
  i0 += i1;
  l10 = i0;
  i1 = 1u;
  w2c_f147(i0, i1);
  i0 = l10;
  f0_0 = w2c_f29(i0);
  f1_0 = 1.17549435e-38;
  f0_0 *= f1_0;
  l15 = f0_0;
  i1 = l10;
  f1_0 = w2c_f29(i1);
  f2_0 = 16777216;
  f1_0 += f2_0;
  f0_0 *= f1_0;
  i0 = i32_reinterpret_f32(f0_0);
  f1_0 = l15;
  i1 = i32_reinterpret_f32(f1_0);
  i2 = 2166136261u;
  i1 ^= i2;
  i0 *= i1;
  l8 = i0;
  L1: 
    i0 = l4;
    i1 = 16u;
    i0 = (u32)((s32)i0 < (s32)i1);
    if (i0) {
      i0 = 0u;
      l1 = i0;
      i0 = 2u;
      i1 = 0u;
      i2 = l4;
      i3 = 12u;
      i2 -= i3;
      l6 = i2;
      i3 = 2u;
      i2 = i2 == i3;
      l2 = i2;
      i0 = i2 ? i0 : i1;
      i1 = 3u;
      i2 = l6;
      i3 = 3u;
      i2 = I32_REM_S(i2, i3);
      i0 = i2 ? i0 : i1;
      i1 = l4;
      i2 = 5u;
      i1 = I32_REM_S(i1, i2);
      i2 = l4;
      i3 = 12u;
      i2 = (u32)((s32)i2 >= (s32)i3);
      l0 = i2;
      i0 = i2 ? i0 : i1;
      l5 = i0;
      i1 = 3u;
      i0 = i0 == i1;
      l9 = i0;
      i0 = w2c_f46();
      l11 = i0;
      globals.g73 = i0;
      i0 = 1380731213u;
      w2c_f6(i0);
      i0 = 65537u;
      w2c_f6(i0);
      i0 = 2u;
      w2c_f25(i0);
      i0 = 1u;
      i1 = 5u;
      i2 = 0u;
      i3 = 5u;
      i4 = 1u;
      i5 = l4;
      i6 = 8u;
      i5 = (u32)((s32)i5 < (s32)i6);
      i3 = i5 ? i3 : i4;
      i4 = l0;
      i5 = l4;
      i6 = 3u;
      i5 = (u32)((s32)i5 < (s32)i6);
      i4 |= i5;
      i2 = i4 ? i2 : i3;
      i3 = l9;
      i1 = i3 ? i1 : i2;
      i2 = l5;
      i3 = 4u;
      i2 = i2 == i3;
      i0 = i2 ? i0 : i1;
      l12 = i0;
      i0 = !(i0);
      l3 = i0;
      if (i0) {
        i0 = l2;
        i0 = !(i0);
        l3 = i0;
      }
      i0 = 3u;
      i1 = 1u;
      i2 = l4;
      i3 = 4u;
      i2 = I32_REM_S(i2, i3);
      i3 = 3u;
      i2 = i2 == i3;
      i0 = i2 ? i0 : i1;
      i1 = 4u;
      i2 = 0u;
      i3 = l3;
      i1 = i3 ? i1 : i2;
      i0 |= i1;
      l7 = i0;
      i1 = 8u;
      i0 |= i1;
      i1 = l7;
      i2 = l2;
      i0 = i2 ? i0 : i1;
      l7 = i0;
      i1 = l7;
      i2 = 32u;
      i1 |= i2;
      i2 = l6;
      i0 = i2 ? i0 : i1;
      l7 = i0;
      i1 = 16u;
      i0 |= i1;
      i1 = l7;
      i2 = l6;
      i3 = 3u;
      i2 = i2 == i3;
      i0 = i2 ? i0 : i1;
      w2c_f6(i0);
      i0 = 5u;
      w2c_f6(i0);
      i0 = 5u;
      i1 = 3u;
      i2 = l2;
      i0 = i2 ? i0 : i1;
      l13 = i0;
      w2c_f6(i0);
      i0 = 2u;
      w2c_f25(i0);
      i0 = 2u;
      i1 = 1u;
      i2 = l6;
      i3 = 2u;
      i2 = (u32)((s32)i2 < (s32)i3);
      i3 = l0;
      i2 &= i3;
      i0 = i2 ? i0 : i1;
      l7 = i0;
      i1 = l0;
      i2 = 16u;
      i1 <<= (i2 & 31);
      i0 |= i1;
      w2c_f6(i0);
      i0 = 4u;
      i1 = 2u;
      i2 = l9;
      i0 = i2 ? i0 : i1;
      i1 = 0u;
      i2 = l0;
      i0 = i2 ? i0 : i1;
      l14 = i0;
      i1 = l7;
      i2 = 393216u;
      i1 *= i2;
      i0 |= i1;
      w2c_f6(i0);
      i0 = l5;
      w2c_f6(i0);
      i0 = l5;
      i1 = 2u;
      i0 = i0 == i1;
      f1_0 = l16;
      w2c_f14(i0, f1_0);
      i0 = 3u;
      i1 = 1u;
      i2 = l0;
      i2 = !(i2);
      i3 = l4;
      i4 = 3u;
      i3 = I32_REM_S(i3, i4);
      i4 = 2u;
      i3 = i3 == i4;
      i2 &= i3;
      i0 = i2 ? i0 : i1;
      w2c_f6(i0);
      i0 = l4;
      w2c_f6(i0);
      i0 = l3;
      f1_0 = 1;
      w2c_f14(i0, f1_0);
      i0 = 1u;
      w2c_f25(i0);
      i0 = l3;
      f1_0 = 9.99999994e-09;
      w2c_f14(i0, f1_0);
      i0 = l2;
      f1_0 = 0.75;
      w2c_f14(i0, f1_0);
      i0 = l2;
      i1 = 10u;
      w2c_f34(i0, i1);
      L4: 
        i0 = l1;
        i1 = l7;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = l1;
          i1 = l4;
          i0 += i1;
          l3 = i0;
          i1 = 6u;
          i0 = I32_REM_S(i0, i1);
          l2 = i0;
          i1 = 16u;
          i0 <<= (i1 & 31);
          i1 = 6u;
          i0 |= i1;
          i1 = l3;
          i2 = 4u;
          i1 = I32_REM_S(i1, i2);
          l9 = i1;
          i2 = 24u;
          i1 <<= (i2 & 31);
          i0 |= i1;
          w2c_f6(i0);
          f0_0 = 0.0500000007;
          w2c_f17(f0_0);
          i0 = l3;
          i1 = 1u;
          i0 &= i1;
          f1_0 = l16;
          w2c_f14(i0, f1_0);
          i0 = l2;
          i1 = 3u;
          i0 = i0 != i1;
          i1 = l2;
          i2 = 0u;
          i1 = i1 != i2;
          l3 = i1;
          i2 = l3;
          i0 = i2 ? i0 : i1;
          i1 = 0u;
          i0 = i0 != i1;
          f1_0 = l17;
          w2c_f14(i0, f1_0);
          i0 = l2;
          i1 = 5u;
          i0 = i0 == i1;
          f1_0 = 0.99000001;
          w2c_f14(i0, f1_0);
          i0 = l2;
          i1 = 3u;
          i0 = (u32)((s32)i0 >= (s32)i1);
          f1_0 = 9.99999997e-07;
          w2c_f14(i0, f1_0);
          i0 = l9;
          f1_0 = l16;
          w2c_f14(i0, f1_0);
          i0 = l9;
          i1 = 1u;
          i0 &= i1;
          i1 = 20u;
          w2c_f34(i0, i1);
          i0 = l0;
          i1 = l1;
          i2 = 1u;
          i1 += i2;
          l2 = i1;
          w2c_f34(i0, i1);
          i0 = l0;
          f1_0 = l17;
          w2c_f14(i0, f1_0);
          i0 = l1;
          w2c_f6(i0);
          i0 = 1u;
          w2c_f25(i0);
          i0 = l2;
          l1 = i0;
          goto L4;
        }
      i0 = 0u;
      l1 = i0;
      L6: 
        i0 = l1;
        i1 = l7;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = 4u;
          i1 = 5u;
          f2_0 = 1;
          f3_0 = l17;
          i4 = l1;
          i5 = l4;
          i4 += i5;
          l2 = i4;
          i5 = 1u;
          i4 &= i5;
          l3 = i4;
          f2_0 = i4 ? f2_0 : f3_0;
          f3_0 = 9.99999994e-09;
          f4_0 = 2;
          w2c_f45(i0, i1, f2_0, f3_0, f4_0);
          i0 = l2;
          i1 = l2;
          i2 = 5u;
          i1 = I32_DIV_S(i1, i2);
          i0 += i1;
          i1 = 5u;
          i0 = I32_REM_S(i0, i1);
          l9 = i0;
          i1 = 8u;
          i0 <<= (i1 & 31);
          i1 = 1u;
          i0 |= i1;
          i1 = l2;
          i2 = 6u;
          i1 = I32_REM_S(i1, i2);
          i2 = 16u;
          i1 <<= (i2 & 31);
          i0 |= i1;
          i1 = 50331648u;
          i0 |= i1;
          i1 = 7u;
          f2_0 = l18;
          f3_0 = l19;
          i4 = l9;
          i5 = 4u;
          i4 = i4 == i5;
          f2_0 = i4 ? f2_0 : f3_0;
          f3_0 = 0.00100000005;
          f4_0 = l19;
          i5 = l2;
          i6 = 2u;
          i5 &= i6;
          f3_0 = i5 ? f3_0 : f4_0;
          l15 = f3_0;
          f4_0 = l15;
          w2c_f45(i0, i1, f2_0, f3_0, f4_0);
          i0 = 33554435u;
          i1 = 7u;
          f2_0 = l17;
          f3_0 = 9.99999975e-06;
          f4_0 = l19;
          w2c_f45(i0, i1, f2_0, f3_0, f4_0);
          i0 = 2u;
          i1 = 7u;
          f2_0 = 0.25;
          f3_0 = l19;
          f4_0 = l19;
          w2c_f45(i0, i1, f2_0, f3_0, f4_0);
          i0 = 1029u;
          i1 = 7u;
          f2_0 = l18;
          f3_0 = l19;
          f4_0 = l19;
          w2c_f45(i0, i1, f2_0, f3_0, f4_0);
          i0 = l12;
          i1 = 8u;
          i0 <<= (i1 & 31);
          i1 = 1u;
          i0 |= i1;
          i1 = l3;
          i2 = 24u;
          i1 <<= (i2 & 31);
          i0 |= i1;
          i1 = 33554432u;
          i0 |= i1;
          i1 = l13;
          f2_0 = l19;
          f3_0 = l19;
          f4_0 = l15;
          w2c_f45(i0, i1, f2_0, f3_0, f4_0);
          i0 = l1;
          i1 = 1u;
          i0 += i1;
          l1 = i0;
          goto L6;
        }
      i0 = l7;
      i1 = 1u;
      i0 = (u32)((s32)i0 > (s32)i1);
      if (i0) {
        f0_0 = 0.300000012;
        w2c_f17(f0_0);
        f0_0 = l17;
        w2c_f17(f0_0);
        f0_0 = 20;
        w2c_f17(f0_0);
        i0 = l5;
        i1 = 3u;
        i0 = i0 == i1;
        f1_0 = l18;
        w2c_f14(i0, f1_0);
        i0 = 1u;
        w2c_f25(i0);
      }
      i0 = l0;
      if (i0) {
        i0 = 9u;
        w2c_f6(i0);
        i0 = l6;
        i0 = !(i0);
        w2c_f6(i0);
        i0 = 2u;
        w2c_f25(i0);
      }
      i0 = 4u;
      i1 = l14;
      i0 -= i1;
      l0 = i0;
      L10: 
        i0 = l0;
        i1 = 3u;
        i0 = (u32)((s32)i0 <= (s32)i1);
        if (i0) {
          i0 = l0;
          i1 = l6;
          i0 += i1;
          i1 = 3u;
          i0 &= i1;
          l5 = i0;
          i1 = 1u;
          i0 = i0 == i1;
          l1 = i0;
          i0 = !(i0);
          if (i0) {
            i0 = l5;
            i1 = 2u;
            i0 = i0 == i1;
            l1 = i0;
          }
          i0 = l0;
          i1 = l0;
          i2 = 2u;
          i1 -= i2;
          i2 = 1u;
          i3 = 2u;
          i4 = l0;
          i5 = 3u;
          i4 = i4 == i5;
          l2 = i4;
          i2 = i4 ? i2 : i3;
          i3 = l6;
          i4 = 1u;
          i3 = i3 == i4;
          i1 = i3 ? i1 : i2;
          i2 = 0u;
          i3 = l0;
          i4 = 1u;
          i3 = (u32)((s32)i3 > (s32)i4);
          i1 = i3 ? i1 : i2;
          l3 = i1;
          i2 = 8u;
          i1 <<= (i2 & 31);
          i0 |= i1;
          i1 = l5;
          i2 = 16u;
          i1 <<= (i2 & 31);
          i0 |= i1;
          w2c_f6(i0);
          i0 = l3;
          i1 = 2u;
          i0 = i0 == i1;
          i1 = 2u;
          w2c_f34(i0, i1);
          f0_0 = 5;
          f1_0 = 0.0500000007;
          f2_0 = l17;
          i3 = l0;
          i4 = 1u;
          i3 = i3 == i4;
          f1_0 = i3 ? f1_0 : f2_0;
          f2_0 = l16;
          i3 = l0;
          f1_0 = i3 ? f1_0 : f2_0;
          i2 = l0;
          i3 = 2u;
          i2 = i2 == i3;
          l5 = i2;
          f0_0 = i2 ? f0_0 : f1_0;
          w2c_f17(f0_0);
          f0_0 = 4;
          f1_0 = l16;
          f2_0 = 2.5;
          i3 = l0;
          f1_0 = i3 ? f1_0 : f2_0;
          i2 = l2;
          f0_0 = i2 ? f0_0 : f1_0;
          w2c_f17(f0_0);
          f0_0 = l19;
          f1_0 = 0.400000006;
          f2_0 = 5;
          i3 = l0;
          f1_0 = i3 ? f1_0 : f2_0;
          i2 = l2;
          f0_0 = i2 ? f0_0 : f1_0;
          w2c_f17(f0_0);
          i0 = l5;
          f1_0 = l17;
          w2c_f14(i0, f1_0);
          i0 = l2;
          i1 = 4u;
          w2c_f34(i0, i1);
          i0 = l1;
          f1_0 = l16;
          w2c_f14(i0, f1_0);
          i0 = l1;
          i1 = 3u;
          w2c_f34(i0, i1);
          i0 = 1u;
          w2c_f25(i0);
          i0 = l0;
          i1 = 1u;
          i0 += i1;
          l0 = i0;
          goto L10;
        }
      i0 = l6;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 1u;
        l0 = i0;
        L14: 
          i0 = l0;
          i1 = 3u;
          i0 = (u32)((s32)i0 <= (s32)i1);
          if (i0) {
            i0 = l0;
            f0_0 = (f32)(s32)(i0);
            w2c_f17(f0_0);
            i0 = l0;
            i1 = 1u;
            i0 += i1;
            l0 = i0;
            goto L14;
          }
      }
      i0 = l11;
      i1 = globals.g73;
      i2 = l11;
      i1 -= i2;
      l1 = i1;
      i32_store(memory, i0, 8u, i1);
      i0 = 1u;
      w2c_f201(i0);
      i0 = w2c_f46();
      i1 = l1;
      i2 = 0u;
      i0 = w2c_f128(i0, i1, i2);
      i1 = 0u;
      w2c_f201(i1);
      if (i0) {
        i0 = 0u;
        l8 = i0;
        goto B0;
      }
      i0 = w2c_f173();
      l0 = i0;
      i0 = !(i0);
      if (i0) {
        i0 = 0u;
        l8 = i0;
        goto B0;
      }
      i0 = l0;
      w2c_f189(i0);
      i0 = l4;
      i1 = 12u;
      i0 = (u32)((s32)i0 >= (s32)i1);
      l6 = i0;
      i0 = 0u;
      l2 = i0;
      i0 = globals.g4;
      i0 = i32_load(memory, i0, 12u);
      l5 = i0;
      i0 = globals.g4;
      i0 = i32_load(memory, i0, 16u);
      l3 = i0;
      L18: 
        i0 = l2;
        i1 = 48u;
        i0 = (u32)((s32)i0 < (s32)i1);
        if (i0) {
          i0 = 0u;
          l1 = i0;
          L20: 
            i0 = l1;
            i1 = 5u;
            i0 = (u32)((s32)i0 < (s32)i1);
            if (i0) {
              i0 = l5;
              i1 = l1;
              f2_0 = f32_reinterpret_i32(0x7fc00000) /* nan:0x400000 */;
              i3 = l10;
              f3_0 = w2c_f29(i3);
              l15 = f3_0;
              f4_0 = 8;
              f3_0 *= f4_0;
              f4_0 = -4;
              f3_0 += f4_0;
              f4_0 = l15;
              f5_0 = l18;
              i4 = f4_0 < f5_0;
              i5 = 0u;
              i6 = globals.g9;
              i7 = 2u;
              i6 &= i7;
              i4 = i6 ? i4 : i5;
              f2_0 = i4 ? f2_0 : f3_0;
              w2c_f1(i0, i1, f2_0);
              i0 = l1;
              i1 = 1u;
              i0 += i1;
              l1 = i0;
              goto L20;
            }
          i0 = globals.g9;
          i1 = 8u;
          i0 &= i1;
          if (i0) {
            i0 = w2c_f153();
            i1 = l8;
            i0 ^= i1;
            i1 = globals.g4;
            i2 = 72u;
            i1 += i2;
            i2 = 4u;
            i0 = w2c_f86(i0, i1, i2);
            l8 = i0;
          } else {
            i0 = w2c_f110();
          }
          i0 = l8;
          i1 = globals.g21;
          i2 = 12u;
          i0 = w2c_f86(i0, i1, i2);
          l8 = i0;
          i0 = 0u;
          l1 = i0;
          L23: 
            i0 = l1;
            i1 = 3u;
            i0 = (u32)((s32)i0 < (s32)i1);
            if (i0) {
              i0 = l3;
              i1 = l1;
              i2 = l10;
              f2_0 = w2c_f29(i2);
              w2c_f1(i0, i1, f2_0);
              i0 = l1;
              i1 = 1u;
              i0 += i1;
              l1 = i0;
              goto L23;
            }
          i0 = globals.g10;
          i1 = 3u;
          i0 = i0 != i1;
          if (i0) {
            i0 = w2c_f156();
          } else {
            i0 = l6;
            if (i0) {
              i0 = l2;
              i1 = 24u;
              i0 = (u32)((s32)i0 >= (s32)i1);
            } else {
              i0 = l10;
              i0 = w2c_f71(i0);
              i1 = 8u;
              i0 >>= (i1 & 31);
              i1 = 3u;
              i0 = REM_U(i0, i1);
            }
            i0 = w2c_f158(i0);
          }
          i0 = l2;
          i1 = 1u;
          i0 += i1;
          l2 = i0;
          goto L18;
        }
      i0 = l8;
      i1 = w2c_f5();
      i2 = w2c_f22();
      i3 = w2c_f5();
      i2 -= i3;
      i0 = w2c_f86(i0, i1, i2);
      l8 = i0;
      i0 = l0;
      w2c_f114(i0);
      i0 = l4;
      i1 = 1u;
      i0 += i1;
      l4 = i0;
      goto L1;
    }
  B0:;
  i0 = l8;
  return i0;
}

static u32 w2c_seal(u32 p0) {
  MEMORY;
  u32 i0, i1, i2;
  i0 = p0;
  i0 = w2c_f7(i0);
  i0 = !(i0);
  if (i0) {
    i0 = globals.g15;
    goto Bfunc;
  }
  i0 = globals.g0;
  i1 = w2c_f22();
  i2 = globals.g0;
  i1 -= i2;
  i32_store(memory, i0, 8u, i1);
  i0 = globals.g0;
  i1 = w2c_f179();
  i32_store(memory, i0, 12u, i1);
  i0 = globals.g0;
  Bfunc:;
  return i0;
}

static u32 w2c_score(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f153();
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_restore(u32 p0, u32 p1, u32 p2) {
  u32 l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f22();
    i1 = w2c_f5();
    i0 -= i1;
    l3 = i0;
    i1 = p2;
    i0 = i0 != i1;
    if (i0) {
      i0 = 4294967289u;
      i1 = 0u;
      i2 = l3;
      i3 = p2;
      i0 = w2c_f8(i0, i1, i2, i3);
      p0 = i0;
      goto B1;
    }
    i0 = globals.g0;
    i1 = p1;
    i2 = p2;
    i1 += i2;
    i0 = i0 < i1;
    i1 = p1;
    i2 = globals.g0;
    i3 = globals.g4;
    i3 = i32_load(memory, i3, 8u);
    i2 += i3;
    i1 = i1 < i2;
    p0 = i1;
    i2 = p0;
    i0 = i2 ? i0 : i1;
    i1 = 1u;
    i2 = p1;
    i3 = p2;
    i2 = w2c_f162(i2, i3);
    i0 = i2 ? i0 : i1;
    if (i0) {
      i0 = 4294967294u;
      i1 = p1;
      i2 = l3;
      i3 = 0u;
      i0 = w2c_f8(i0, i1, i2, i3);
      p0 = i0;
      goto B1;
    }
    i0 = p1;
    i0 = w2c_f197(i0);
    p0 = i0;
    i0 = !(i0);
    if (i0) {
      i0 = w2c_f5();
      i1 = p1;
      i2 = l3;
      w2c_f27(i0, i1, i2);
    }
    B1:;
  } else {
    i0 = globals.g15;
    p0 = i0;
  }
  i0 = p0;
  return i0;
}

static u32 w2c_predict(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f110();
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_parameter(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
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
      i0 = w2c_f8(i0, i1, i2, i3);
      goto B1;
    }
    i0 = p1;
    globals.g95 = i0;
    w2c_f32();
    L3: 
      i0 = w2c_f4();
      globals.g44 = i0;
      i0 = globals.g6;
      i1 = 4u;
      i0 = i0 == i1;
      if (i0) {
        i0 = globals.g3;
        i1 = globals.g25;
        i0 = w2c_f148(i0, i1);
        goto B4;
      }
      i0 = globals.g6;
      i1 = 1u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 0u;
        i1 = globals.g8;
        i2 = globals.g3;
        i0 = w2c_f26(i0, i1, i2);
        if (i0) {
          i0 = 1u;
        } else {
          i0 = w2c_f43();
          if (i0) {
            i0 = 1u;
            i1 = globals.g8;
            i2 = 1u;
            i0 = w2c_f26(i0, i1, i2);
          } else {
            i0 = 0u;
          }
        }
        goto B4;
      }
      i0 = globals.g6;
      i1 = 3u;
      i0 = i0 == i1;
      if (i0) {
        i0 = 2u;
        i1 = globals.g3;
        i2 = 1u;
        i0 = w2c_f26(i0, i1, i2);
        if (i0) {
          i0 = 1u;
        } else {
          i0 = 3u;
          i1 = globals.g3;
          i2 = 1u;
          i0 = w2c_f26(i0, i1, i2);
        }
        if (i0) {
          i0 = 1u;
        } else {
          i0 = 4u;
          i1 = globals.g3;
          i2 = 1u;
          i0 = w2c_f26(i0, i1, i2);
        }
        if (i0) {
          i0 = 1u;
        } else {
          i0 = 5u;
          i1 = globals.g3;
          i2 = 1u;
          i0 = w2c_f26(i0, i1, i2);
        }
      } else {
        i0 = 0u;
      }
      B4:;
      if (i0) {
        i0 = 0u;
        i1 = globals.g5;
        i2 = w2c_f85();
        i1 -= i2;
        i2 = 48u;
        i1 = I32_DIV_S(i1, i2);
        w2c_f18(i0, i1);
        i0 = 1u;
        i1 = globals.g17;
        w2c_f18(i0, i1);
        i0 = 7u;
        i1 = 56u;
        i1 = i32_load(memory, i1, 0u);
        i2 = 3u;
        i1 = (u32)((s32)i1 <= (s32)i2);
        if (i1) {
          i1 = w2c_f62();
        } else {
          i1 = 0u;
        }
        i1 = !(i1);
        i1 = !(i1);
        w2c_f18(i0, i1);
        i0 = p2;
        i1 = 2u;
        i0 <<= (i1 & 31);
        i1 = 48u;
        i0 += i1;
        i0 = i32_load(memory, i0, 0u);
        goto B1;
      }
      i0 = w2c_f31();
      if (i0) {goto L3;}
    i0 = globals.g26;
    globals.g44 = i0;
    i0 = globals.g44;
    if (i0) {
      i0 = globals.g1;
      i1 = 0u;
      i0 = w2c_f148(i0, i1);
    } else {
      i0 = 0u;
    }
    i0 = !(i0);
    if (i0) {
      i0 = 4294967286u;
      i1 = p1;
      i2 = 0u;
      i3 = p1;
      i0 = w2c_f8(i0, i1, i2, i3);
      goto B1;
    }
    i0 = 0u;
    i1 = 0u;
    w2c_f18(i0, i1);
    i0 = 1u;
    i1 = 65535u;
    w2c_f18(i0, i1);
    i0 = 7u;
    i1 = 0u;
    w2c_f18(i0, i1);
    i0 = p2;
    i1 = 2u;
    i0 <<= (i1 & 31);
    i1 = 48u;
    i0 += i1;
    i0 = i32_load(memory, i0, 0u);
    B1:;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_output(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = globals.g21;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_open(u32 p0, u32 p1) {
  u32 l2 = 0, l3 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i1 = p1;
  i2 = 1u;
  i0 = w2c_f128(i0, i1, i2);
  p0 = i0;
  i1 = globals.g9;
  i2 = 1u;
  i1 &= i2;
  i0 |= i1;
  i0 = !(i0);
  if (i0) {
    i0 = w2c_f5();
    i0 = w2c_f197(i0);
    p0 = i0;
  }
  i0 = p0;
  if (i0) {goto B1;}
  i0 = 4294967294u;
  p0 = i0;
  i0 = w2c_f173();
  p1 = i0;
  i0 = !(i0);
  if (i0) {goto B1;}
  i0 = globals.g57;
  i1 = 1u;
  i0 -= i1;
  p0 = i0;
  i0 = globals.g57;
  if (i0) {
    i0 = p0;
    i0 = w2c_f75(i0);
    i0 = i32_load(memory, i0, 0u);
    l2 = i0;
    i1 = 1u;
    i0 >>= (i1 & 31);
    i1 = 2047u;
    i0 &= i1;
    l3 = i0;
    i0 = l2;
    i1 = 12u;
    i0 >>= (i1 & 31);
    globals.g57 = i0;
  } else {
    i0 = 4294967294u;
    i1 = globals.g56;
    i2 = globals.g50;
    i1 = i1 == i2;
    if (i1) {
      i1 = globals.g50;
      i2 = 2u;
      i1 <<= (i2 & 31);
      p0 = i1;
      i1 = 0u;
      i2 = globals.g50;
      i3 = 524287u;
      i2 = i2 > i3;
      if (i2) {goto B5;}
      i1 = 0u;
      i2 = p0;
      i3 = 1u;
      i2 <<= (i3 & 31);
      i2 = w2c_f159(i2);
      l2 = i2;
      i2 = !(i2);
      if (i2) {goto B5;}
      i1 = l2;
      i2 = globals.g49;
      i3 = p0;
      w2c_f27(i1, i2, i3);
      i1 = globals.g49;
      i2 = 16u;
      i1 = i1 != i2;
      if (i1) {
        i1 = globals.g49;
        i2 = p0;
        w2c_f112(i1, i2);
      }
      i1 = l2;
      globals.g49 = i1;
      i1 = globals.g50;
      i2 = 1u;
      i1 <<= (i2 & 31);
      globals.g50 = i1;
      i1 = 1u;
      B5:;
    } else {
      i1 = 1u;
    }
    i1 = !(i1);
    if (i1) {goto B2;}
    i0 = globals.g56;
    p0 = i0;
    i1 = 1u;
    i0 += i1;
    globals.g56 = i0;
  }
  i0 = p0;
  i0 = w2c_f75(i0);
  i1 = p1;
  i32_store(memory, i0, 0u, i1);
  i0 = p1;
  i1 = l3;
  i32_store(memory, i0, 4u, i1);
  i0 = p0;
  i1 = 1u;
  i0 += i1;
  i1 = l3;
  i2 = 20u;
  i1 <<= (i2 & 31);
  i0 |= i1;
  B2:;
  p0 = i0;
  i1 = 0u;
  i0 = (u32)((s32)i0 < (s32)i1);
  if (i0) {
    i0 = p1;
    w2c_f114(i0);
  }
  B1:;
  i0 = p0;
  return i0;
}

static u32 w2c_measure(u32 p0, u32 p1) {
  u32 i0, i1, i2;
  u64 j1;
  i0 = p0;
  i1 = p1;
  i2 = 0u;
  i0 = w2c_f128(i0, i1, i2);
  p0 = i0;
  j1 = globals.g70;
  i1 = (u32)(j1);
  i2 = p0;
  i0 = i2 ? i0 : i1;
  return i0;
}

static f32 w2c_loss(u32 p0) {
  MEMORY;
  u32 i0;
  f32 f0_0;
  i0 = p0;
  i0 = w2c_f82(i0);
  if (i0) {
    i0 = globals.g4;
    f0_0 = f32_load(memory, i0, 40u);
  } else {
    f0_0 = 0;
  }
  return f0_0;
}

static u32 w2c_limit(u32 p0) {
  u32 l1 = 0;
  u32 i0, i1, i2, i3;
  i0 = 1u;
  i1 = w2c_f163();
  l1 = i1;
  i2 = p0;
  i1 = i1 < i2;
  i2 = globals.g56;
  i0 = i2 ? i0 : i1;
  if (i0) {
    i0 = 4294967294u;
    i1 = 0u;
    i2 = p0;
    i3 = l1;
    i0 = w2c_f8(i0, i1, i2, i3);
    goto B0;
  }
  i0 = p0;
  globals.g86 = i0;
  i0 = p0;
  i1 = 80u;
  i0 += i1;
  i1 = 4294967280u;
  i0 &= i1;
  globals.g55 = i0;
  i0 = 0u;
  B0:;
  return i0;
}

static u32 w2c_learn_class(u32 p0, u32 p1) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = p1;
    i0 = w2c_f158(i0);
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_learn(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f156();
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_input_size(u32 p0) {
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = globals.g18;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_input(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = globals.g4;
    i0 = i32_load(memory, i0, 12u);
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static f32 w2c_get(u32 p0, u32 p1) {
  f32 l2 = 0;
  MEMORY;
  u32 i0, i1, i2, i3, i4;
  f32 f0_0, f1_0, f2_0, f3_0, f4_0;
  i0 = p0;
  i0 = w2c_f82(i0);
  if (i0) {
    i0 = p1;
    i1 = 456u;
    i2 = 18u;
    i3 = 1024u;
    i0 = w2c_f113(i0, i1, i2, i3);
    if (i0) {
      i0 = globals.g31;
      i1 = 1u;
      i0 -= i1;
      switch (i0) {
        case 0: goto B15;
        case 1: goto B3;
        case 2: goto B14;
        case 3: goto B13;
        case 4: goto B12;
        case 5: goto B11;
        case 6: goto B10;
        case 7: goto B9;
        case 8: goto B3;
        case 9: goto B8;
        case 10: goto B7;
        case 11: goto B6;
        case 12: goto B5;
        case 13: goto B4;
        default: goto B3;
      }
      B15:;
      i0 = globals.g14;
      f0_0 = f32_load(memory, i0, 0u);
      goto B1;
      B14:;
      i0 = w2c_f62();
      f0_0 = (f32)(s32)(i0);
      goto B1;
      B13:;
      f0_0 = w2c_f146();
      goto B1;
      B12:;
      w2c_f32();
      L16: 
        i0 = globals.g6;
        i1 = 1u;
        i0 = i0 == i1;
        if (i0) {
          i0 = 0u;
          p0 = i0;
          L18: 
            i0 = p0;
            i1 = globals.g8;
            i2 = globals.g3;
            i1 *= i2;
            i0 = (u32)((s32)i0 < (s32)i1);
            if (i0) {
              f0_0 = l2;
              i1 = w2c_f4();
              i2 = p0;
              f1_0 = w2c_f0(i1, i2);
              f1_0 = wasm_fabsf(f1_0);
              l2 = f1_0;
              i2 = globals.g2;
              f2_0 = f32_load(memory, i2, 20u);
              f3_0 = l2;
              i4 = globals.g2;
              f4_0 = f32_load(memory, i4, 24u);
              f3_0 *= f4_0;
              f2_0 += f3_0;
              f1_0 *= f2_0;
              f0_0 += f1_0;
              l2 = f0_0;
              i0 = p0;
              i1 = 1u;
              i0 += i1;
              p0 = i0;
              goto L18;
            }
        }
        i0 = w2c_f31();
        if (i0) {goto L16;}
      f0_0 = l2;
      goto B1;
      B11:;
      i0 = w2c_f59();
      f0_0 = f32_load(memory, i0, 0u);
      f0_0 = wasm_sqrtf(f0_0);
      goto B1;
      B10:;
      i0 = globals.g6;
      i1 = 1u;
      i0 = i0 == i1;
      if (i0) {
        i0 = w2c_f4();
        i1 = w2c_f4();
        i2 = globals.g8;
        i3 = globals.g3;
        i2 *= i3;
        f0_0 = w2c_f54(i0, i1, i2);
        f0_0 = wasm_sqrtf(f0_0);
      } else {
        f0_0 = 0;
      }
      goto B1;
      B9:;
      i0 = w2c_f59();
      i0 = i32_load(memory, i0, 4u);
      f0_0 = (f32)(i0);
      goto B1;
      B8:;
      i0 = w2c_f37();
      i1 = globals.g32;
      i2 = 40u;
      i1 *= i2;
      i0 += i1;
      i0 = w2c_f70(i0);
      i0 = i32_load(memory, i0, 0u);
      f0_0 = (f32)(i0);
      goto B1;
      B7:;
      i0 = globals.g4;
      f0_0 = f32_load(memory, i0, 72u);
      goto B1;
      B6:;
      i0 = globals.g9;
      i1 = 8u;
      i0 &= i1;
      i0 = !(i0);
      if (i0) {goto B3;}
      f0_0 = w2c_f137();
      goto B1;
      B5:;
      i0 = globals.g4;
      f0_0 = f32_load(memory, i0, 76u);
      goto B1;
      B4:;
      i0 = globals.g4;
      f0_0 = f32_load(memory, i0, 80u);
      goto B1;
      B3:;
    }
    i0 = globals.g31;
    i1 = 9u;
    i0 = i0 == i1;
    i1 = globals.g32;
    i2 = globals.g7;
    i1 = i1 < i2;
    i0 &= i1;
    if (i0) {
      i0 = globals.g7;
      i1 = 1u;
      i0 = (u32)((s32)i0 > (s32)i1);
      if (i0) {
        i0 = globals.g32;
        p1 = i0;
        w2c_f194();
        i0 = 0u;
        p0 = i0;
        L23: 
          i0 = p0;
          i1 = globals.g7;
          i0 = (u32)((s32)i0 < (s32)i1);
          if (i0) {
            f0_0 = l2;
            i1 = 0u;
            i2 = globals.g7;
            i3 = p0;
            f1_0 = w2c_f63(i1, i2, i3);
            f0_0 += f1_0;
            l2 = f0_0;
            i0 = p0;
            i1 = 1u;
            i0 += i1;
            p0 = i0;
            goto L23;
          }
        i0 = 0u;
        i1 = globals.g7;
        i2 = p1;
        f0_0 = w2c_f63(i0, i1, i2);
        f1_0 = l2;
        f0_0 /= f1_0;
      } else {
        f0_0 = 1;
      }
      goto B1;
    }
    i0 = 4294967286u;
    i1 = p1;
    i2 = 0u;
    i3 = p1;
    i0 = w2c_f8(i0, i1, i2, i3);
    f0_0 = 0;
    B1:;
  } else {
    f0_0 = 0;
  }
  return f0_0;
}

static u32 w2c_flush(u32 p0) {
  MEMORY;
  u32 i0;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = w2c_f5();
    i0 = i32_load(memory, i0, 8u);
    p0 = i0;
    if (i0) {
      i0 = p0;
      i0 = w2c_f152(i0);
    } else {
      i0 = 0u;
    }
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_error(u32 p0) {
  u32 i0, i1, i2, i3;
  i0 = globals.g15;
  i1 = p0;
  i1 = !(i1);
  if (i1) {goto B0;}
  i0 = globals.g96;
  i1 = p0;
  i2 = 1u;
  i1 = i1 == i2;
  if (i1) {goto B0;}
  i0 = globals.g97;
  i1 = p0;
  i2 = 2u;
  i1 = i1 == i2;
  if (i1) {goto B0;}
  i0 = globals.g98;
  i1 = 0u;
  i2 = p0;
  i3 = 3u;
  i2 = i2 == i3;
  i0 = i2 ? i0 : i1;
  B0:;
  return i0;
}

static u32 w2c_count(u32 p0, u32 p1, u32 p2) {
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f82(i0);
  if (i0) {
    i0 = 0u;
    p0 = i0;
    i0 = p1;
    i1 = 0u;
    i2 = 12u;
    i3 = 256u;
    i0 = w2c_f113(i0, i1, i2, i3);
    if (i0) {
      i0 = globals.g31;
      i1 = 1u;
      i0 -= i1;
      switch (i0) {
        case 0: goto B11;
        case 1: goto B10;
        case 2: goto B9;
        case 3: goto B8;
        case 4: goto B7;
        case 5: goto B6;
        case 6: goto B5;
        case 7: goto B4;
        default: goto B3;
      }
      B11:;
      i0 = w2c_f5();
      p0 = i0;
      goto B3;
      B10:;
      i0 = globals.g14;
      i1 = 24u;
      i0 += i1;
      p0 = i0;
      goto B3;
      B9:;
      i0 = globals.g14;
      i1 = 16u;
      i0 += i1;
      p0 = i0;
      goto B3;
      B8:;
      i0 = w2c_f5();
      i1 = 8u;
      i0 += i1;
      p0 = i0;
      goto B3;
      B7:;
      i0 = globals.g4;
      i1 = 56u;
      i0 += i1;
      p0 = i0;
      goto B3;
      B6:;
      i0 = globals.g4;
      i1 = 4294967232u;
      i0 -= i1;
      p0 = i0;
      goto B3;
      B5:;
      i0 = globals.g4;
      i1 = 8u;
      i0 += i1;
      p0 = i0;
      goto B3;
      B4:;
      i0 = w2c_f37();
      i1 = globals.g32;
      i2 = 40u;
      i1 *= i2;
      i0 += i1;
      i0 = w2c_f70(i0);
      i1 = 4u;
      i0 += i1;
      p0 = i0;
      B3:;
    }
    i0 = p0;
    i0 = !(i0);
    if (i0) {
      i0 = 4294967286u;
      i1 = p1;
      i2 = 7u;
      i3 = p1;
      i0 = w2c_f8(i0, i1, i2, i3);
      i0 = 0u;
      goto B1;
    }
    i0 = p2;
    i0 = !(i0);
    if (i0) {
      i0 = p0;
      i0 = i32_load(memory, i0, 0u);
      goto B1;
    }
    i0 = globals.g31;
    i1 = 4u;
    i0 = i0 == i1;
    i1 = globals.g31;
    i2 = 7u;
    i1 = (u32)((s32)i1 >= (s32)i2);
    i0 |= i1;
    if (i0) {
      i0 = 0u;
    } else {
      i0 = p0;
      i0 = i32_load(memory, i0, 4u);
    }
    B1:;
  } else {
    i0 = 0u;
  }
  return i0;
}

static u32 w2c_close(u32 p0) {
  u32 l1 = 0;
  MEMORY;
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f7(i0);
  if (i0) {
    i0 = p0;
    i1 = 1048575u;
    i0 &= i1;
    i1 = 1u;
    i0 -= i1;
    l1 = i0;
    i0 = w2c_f75(i0);
    i1 = globals.g57;
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
    i0 = l1;
    i1 = 1u;
    i0 += i1;
    globals.g57 = i0;
    i0 = globals.g4;
    w2c_f114(i0);
    i0 = 0u;
  } else {
    i0 = globals.g15;
  }
  return i0;
}

static u32 w2c_checksum(u32 p0) {
  u32 i0, i1, i2, i3;
  i0 = p0;
  i0 = w2c_f82(i0);
  if (i0) {
    i0 = 2166136261u;
    i1 = w2c_f5();
    i2 = w2c_f22();
    i3 = w2c_f5();
    i2 -= i3;
    i0 = w2c_f86(i0, i1, i2);
  } else {
    i0 = 0u;
  }
  return i0;
}

static u32 w2c_capacity(void) {
  u32 i0;
  i0 = w2c_f163();
  return i0;
}

static u32 w2c_arena(void) {
  u32 i0;
  i0 = w2c_f46();
  return i0;
}

static u32 w2c_abi(void) {
  u32 i0;
  i0 = 1u;
  return i0;
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

int32_t millrace_score(int32_t handle) {
  return (int32_t)w2c_score((u32)handle);
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

