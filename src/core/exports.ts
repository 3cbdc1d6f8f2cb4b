/**
 * The exports of the core: i32 and f32 only, negative results are error codes.
 * Which code, key and field is which: `abi.ts`.
 */
export interface CoreExports {
  readonly memory: WebAssembly.Memory;
  abi(): number;
  /** The built-in check: `SELFTEST_CHECKSUM` where this runtime computes as all others do. */
  selftest(): number;
  /** First free aligned address. */
  arena(): number;
  /** All bytes the arena may come to. */
  capacity(): number;
  limit(bytes: number): number;
  measure(image: number, length: number): number;
  open(image: number, length: number): number;
  close(handle: number): number;
  state(handle: number): number;
  state_size(handle: number): number;
  seal(handle: number): number;
  restore(handle: number, address: number, length: number): number;
  checksum(handle: number): number;
  input(handle: number): number;
  input_size(handle: number): number;
  output(handle: number): number;
  output_size(handle: number): number;
  target(handle: number): number;
  target_size(handle: number): number;
  predict(handle: number): number;
  learn(handle: number): number;
  learn_class(handle: number, index: number): number;
  loss(handle: number): number;
  score(handle: number): number;
  flush(handle: number): number;
  set(handle: number, key: number, value: number): number;
  get(handle: number, key: number): number;
  count(handle: number, key: number, high: number): number;
  parameter(handle: number, index: number, field: number): number;
  error(field: number): number;
}

/** What host builds export besides: assembly/fleet.ts says what each does. */
export interface FleetExports extends CoreExports {
  fleet_size(handle: number): number;
  fleet_read(handle: number, address: number): number;
  fleet_write(handle: number, address: number): number;
  blend(handle: number, other: number, alpha: number): number;
  vector_dot(a: number, b: number, count: number): number;
  vector_add(a: number, b: number, count: number, scale: number): number;
  vector_check(a: number, count: number): number;
  int8_bytes(count: number): number;
  int8_encode(values: number, count: number, bytes: number): number;
  int8_decode(bytes: number, count: number, values: number): number;
  moments_add(moments: number, values: number, count: number): number;
  moments_join(moments: number, other: number, count: number): number;
  moments_learn(handle: number, moments: number): number;
}

/** What a core must export, `memory` aside. */
export const EXPORTED_FUNCTIONS: readonly Exclude<keyof CoreExports, "memory">[] = [
  "abi",
  "selftest",
  "arena",
  "capacity",
  "limit",
  "measure",
  "open",
  "close",
  "state",
  "state_size",
  "seal",
  "restore",
  "checksum",
  "input",
  "input_size",
  "output",
  "output_size",
  "target",
  "target_size",
  "predict",
  "learn",
  "learn_class",
  "loss",
  "score",
  "flush",
  "set",
  "get",
  "count",
  "parameter",
  "error",
];
